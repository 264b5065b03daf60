"""Which office a person asks for: "UN secretary-general", "president of Ukraine", "Treasury Secretary"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from legation.errors import UsageError
from legation.knowledge.base import Knowledge
from legation.knowledge.names import name_form
from legation.knowledge.roles import owners_of, roles_named
from legation.knowledge.tables import read_table, split_names
from legation.records import Office

CHIEF = ("president", "monarch", "supreme_leader", "prime_minister", "foreign_minister", "defence_minister")
MOST_KNOWN = 12  # offices named in a message
_JOINS = frozenset({"of", "the", "in", "for", "to", "at", "s", "who", "is", "was"})
_SMALL = frozenset({"of", "the", "and", "for", "in", "s"})


def find_offices(knowledge: Knowledge, words: str) -> list[Office]:
    """The offices that an id, or a state and an office in any order, name; the likeliest first.

    Words of an office that has a role ("Secretary of State" of the USA) give that one office, others all whose titles
    have the words; a state alone gives all its offices.

    Example:
        >>> [o.id for o in find_offices(Knowledge(), "president of Ukraine")]
        ['UKR:president']

    Raises:
        UsageError: no state is named, or it has no such office.
    """
    asked = " ".join(words.replace("’", "'").replace("_", " ").replace(":", " ").split())
    readings = list(_readings(knowledge, asked))
    for owner, rest in readings:
        offices = _by_role(knowledge, owner, rest)
        if offices:
            return offices
    office = knowledge.office(words)
    if office is not None:
        return [office]
    for owner, rest in readings:
        offices = _by_title(knowledge, owner, rest)
        if offices:
            return offices
    raise _refusal(knowledge, words, readings)


def split_state(knowledge: Knowledge, words: str) -> tuple[str, str]:
    """The state or organisation of states that ``words`` name first or last, and the words without it.

    Raises:
        UsageError: none is named.
    """
    found = next(_named(knowledge, words), None)
    if found is None:
        raise UsageError(f"no state in {words!r}", "name a state: Pakistan foreign minister")
    return found


def _readings(knowledge: Knowledge, asked: str) -> Iterator[tuple[str, str]]:
    """Every owner and office that the words can mean: an office that only one state has, then a state and the rest."""
    for owner in owners_of(asked):
        yield owner, asked
    yield from _named(knowledge, asked)


def _named(knowledge: Knowledge, words: str) -> Iterator[tuple[str, str]]:
    """Owners named at the beginning, at the end or within, the longest first of each, with the words left over."""
    parts = words.replace(",", " ").split()
    count = len(parts)
    cuts = [(0, n) for n in range(count, 0, -1)] + [(n, count) for n in range(1, count)]
    cuts += [(a, b) for a in range(1, count) for b in range(count - 1, a, -1)]
    for first, last in cuts:
        owner = _owner(knowledge, " ".join(parts[first:last]))
        if owner is not None:
            before, after = parts[:first], parts[last:]
            while before and before[-1].lower() in _JOINS:
                before.pop()
            yield owner, " ".join([*before, *after])


def _owner(knowledge: Knowledge, name: str) -> str | None:
    """The state of a code, a name, an adjective or a seat, or the organisation of states that is called so."""
    state = knowledge.state(name.upper())
    code = state.id if state else knowledge.find_state(name)
    plain = re.sub(r"'s?$", "", name).removeprefix("the ").removeprefix("The ")
    bodies = [a.id for a in knowledge.organisations_named(plain) if a.kind == "igo"]
    return code or (bodies[0] if bodies else None)


def _by_role(knowledge: Knowledge, owner: str, rest: str) -> list[Office]:
    """The offices whose role, or whose words in the table of posts, are the words that were asked."""
    form = name_form(rest)
    posts = [o for o, body, said in _posts() if body == owner and form in said]
    posts += [o for o, _, said in _posts() if o.startswith(f"{owner}:") and form in said]
    actor = knowledge.actor(owner)
    code = actor.state or owner if actor else owner
    ids = [*posts, *(f"{o}:{role}" for role in roles_named(rest, code) for o in dict.fromkeys((owner, code)))]
    return [office for i in dict.fromkeys(ids) if (office := knowledge.office(i)) is not None]


def _posts() -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Office, organisation and folded words of each post of an organisation."""
    for office, _, body, words in read_table("offices", "posts.tsv", columns=4):
        yield office, body, tuple(map(name_form, split_names(words)))


def _by_title(knowledge: Knowledge, owner: str, rest: str) -> list[Office]:
    """The offices of an owner whose title has all the words: those of that very title first, ambassadors last."""
    wanted = [w for w in name_form(rest).split() if w not in _SMALL]
    states = {owner, (a.state if (a := knowledge.actor(owner)) else None) or owner}
    offices = [o for o in knowledge.offices.values() if o.state in states]
    found = [o for o in offices if all(w in f"{name_form(o.title)} {o.role or ''}" for w in wanted)]
    return sorted(found, key=lambda o: _office_rank(o, name_form(rest)))


def _office_rank(office: Office, wanted: str) -> tuple[bool, int, bool, str]:
    called = name_form(office.title).startswith(wanted)
    level = CHIEF.index(office.role) if office.role in CHIEF else len(CHIEF)
    return not called, level, not office.role or office.role == "ambassador", office.id


def _refusal(knowledge: Knowledge, words: str, readings: list[tuple[str, str]]) -> UsageError:
    if not readings:
        return UsageError(f"no state in {words!r}", "name a state and an office: Pakistan foreign minister")
    owner, rest = readings[0]
    offices = [
        o for o in knowledge.offices.values() if o.state == owner and o.role not in (None, "ambassador", "charge")
    ]
    offices.sort(key=lambda o: _office_rank(o, ""))
    known = ", ".join(o.title for o in offices[:MOST_KNOWN]) or "none"
    more = f" and others: legation knowledge who {owner}" if len(offices) > MOST_KNOWN else ""
    return UsageError(f"no office {rest!r} of {owner}", f"known: {known}{more}")
