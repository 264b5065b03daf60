"""What users add, laid over the index: same look-ups, the user's rows beside or in place of the package's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import timedelta

from legation.knowledge.base import Knowledge
from legation.knowledge.columns import Column
from legation.knowledge.index import FIELD, Index, person_row, read_person
from legation.knowledge.names import name_form, surnames
from legation.knowledge.own.facts import Fact, Own
from legation.knowledge.people import Person
from legation.knowledge.roles import ONE_HOLDER, role_named
from legation.knowledge.tables import first_day, last_day, read_table
from legation.knowledge.terms import GRACE_DAYS
from legation.text import fold, stable_id

ATTESTED = "attested"


class Layer(Column):
    """A column with some keys' rows replaced."""

    def __init__(self, base: Column, rows: dict[str, list[str]]) -> None:
        super().__init__(base.to_bytes())
        self._rows = {key: tuple(values) for key, values in rows.items()}

    def _get(self, key: str) -> tuple[str, ...]:
        return self._rows[key] if key in self._rows else super()._get(key)

    def items(self) -> Iterator[tuple[str, str]]:
        """All keys and values: the package's in order, then the user's."""
        yield from ((key, value) for key, value in super().items() if key not in self._rows)
        yield from ((key, value) for key, values in self._rows.items() for value in values)


@dataclass
class _Draft:
    """The rows that replace those of the index, by column and key."""

    named: dict[str, list[str]] = field(default_factory=dict)
    surnamed: dict[str, list[str]] = field(default_factory=dict)
    starts: dict[str, list[str]] = field(default_factory=dict)
    people: dict[str, list[str]] = field(default_factory=dict)
    offices: dict[str, list[str]] = field(default_factory=dict)
    terms: dict[str, list[str]] = field(default_factory=dict)
    held: dict[str, list[str]] = field(default_factory=dict)


def add_own(own: Own) -> Knowledge:
    """The package's knowledge with what a user adds (see ``read_own``)."""
    return Knowledge(own, lay_over(Knowledge(), own) if own.facts else None)


def lay_over(base: Knowledge, own: Own) -> Index:
    """The index of ``base`` with the facts of ``own``.

    Somebody of a known name and state is that person; a new term of an office that one person holds ends the open one
    before it. A fact that the files attest only gives way to terms of known dates.

    Raises:
        KnowledgeError: a state is unknown, or an office has none.
    """
    draft, codes = _Draft(), _read_codes(base)
    for fact in own.facts:
        state = _state_of(fact, codes)
        person = _person_of(base, draft, fact, state)
        _add_person(base.index, draft, person)
        if fact.office:
            _add_term(base, draft, fact, person, state)
    index = base.index
    return Index(**{name: Layer(getattr(index, name), rows) for name, rows in vars(draft).items()})


def _read_codes(base: Knowledge) -> dict[str, str]:
    """Code by code of three or two letters, Wikidata id, folded name and adjective."""
    codes = {code.lower(): code for code in base.states}
    codes |= {short.lower(): code for short, code in read_table("states", "alpha2.tsv", columns=2)}
    codes |= {state.wikidata.lower(): code for code, state in base.states.items() if state.wikidata}
    for kind in ("adjective", "name"):
        codes |= base.state_words[kind]
    return codes


def _state_of(fact: Fact, codes: dict[str, str]) -> str:
    """The state of a fact: told, or in its office's id or title."""
    prefix, colon, _ = fact.office.partition(":")
    title = name_form(fact.office)
    words = title.split()
    told = [fact.state] if fact.state else [prefix if colon else "", title.rpartition(" of ")[2]]
    told += [] if fact.state else [" ".join(words[:n]) for n in (3, 2, 1)]
    for name in told:
        code = codes.get(name.lower()) or codes.get(name_form(name).removeprefix("the "))
        if code:
            return code
    if colon and not fact.state and re.fullmatch(r"[A-Z0-9-]{2,10}", prefix):
        return prefix
    found = fact.state or fact.office or "nothing"
    raise fact.line.error(f"no state in {found!r}", "add a state: a name, or a code of three letters such as NOR")


def _person_of(base: Knowledge, draft: _Draft, fact: Fact, state: str) -> Person:
    """The person of a fact, known or new, with what the fact adds."""
    known = base.person(fact.id) if fact.id else None
    known = known or base.person(fact.person)
    same = [p for a in base.people_named(fact.person) if (p := base.person(a.id)) and p.state == state]
    known = known or (same[0] if len(same) == 1 and not fact.id else None)
    key = fact.id or (known.id if known else stable_id("person", state, fold(fact.person)))
    if key in draft.people:
        known = read_person(key, draft.people[key][0])
    if known is None:
        return Person(key, fact.person, fact.names, state, "", fact.gender or None)
    names = dict.fromkeys((*known.names, *(n for n in (fact.person, *fact.names) if n not in (known.name, known.id))))
    return replace(known, names=tuple(names), gender=fact.gender or known.gender)


def _add_person(index: Index, draft: _Draft, person: Person) -> None:
    draft.people[person.id] = [person_row(person)]
    for name in (person.name, *person.names):
        form = name_form(name)
        if " " in form:
            _add_id(index.named, draft.named, form, person.id)
            first, size = form.partition(" ")[0], form.count(" ") + 1
            longest = max(map(int, draft.starts.get(first) or index.starts.get(first)), default=0)
            draft.starts[first] = [str(max(longest, size))]
        for short in surnames(name, person.state, person.surname):
            _add_id(index.surnamed, draft.surnamed, short, person.id)


def _add_id(column: Column, rows: dict[str, list[str]], key: str, value: str) -> None:
    ids = " ".join(rows.get(key) or column.get(key)).split()
    rows[key] = [" ".join(dict.fromkeys((*ids, value)))]


def _add_term(base: Knowledge, draft: _Draft, fact: Fact, person: Person, state: str) -> None:
    office = _office_of(base, draft, fact, state)
    rows = [row.split(FIELD) for row in draft.terms.get(office) or base.index.terms.get(office)]
    if office.partition(":")[2] in ONE_HOLDER and not fact.attested:
        rows = [_closed(row, fact, person.id) for row in rows]
    words = f"{fact.line.path.name} line {fact.line.number}"
    source = f"{fact.source} ({words})" if fact.source else words
    source = f"{ATTESTED}: {source}" if fact.attested else source
    rows.append([person.id, fact.first, fact.last, fact.checked or (fact.last if fact.attested else ""), source])
    draft.terms[office] = [FIELD.join(row) for row in rows]
    _add_id(base.index.held, draft.held, person.id, office)


def _closed(row: list[str], fact: Fact, person: str) -> list[str]:
    """A row of the office, ended on the day before the user's next holder begins, where it was open until then.

    A term that was last checked more than a year before stays open: others may have come between.
    """
    holder, first, last, checked, source = row
    begins, known = first_day(fact.first), last_day(checked)
    if last or not begins or holder == person or not first or first >= fact.first or source.startswith(ATTESTED):
        return row
    if known and begins - known > timedelta(days=GRACE_DAYS):
        return row
    return [holder, first, str(begins - timedelta(days=1)), checked, f"{source}+successor"]


def _office_of(base: Knowledge, draft: _Draft, fact: Fact, state: str) -> str:
    """Id of the fact's office; a new one is made of its title."""
    if base.office(fact.office) or fact.office in draft.offices:
        return fact.office
    _, colon, key = fact.office.partition(":")
    title = fact.office if not colon or not re.fullmatch(r"[a-z0-9_]+", key) else key.replace("_", " ").capitalize()
    plain = _without_state(base, title, state)
    role = key if title != fact.office else role_named(plain, state)
    office = f"{state}:{role or re.sub(r'[^a-z0-9]+', '_', fold(plain)).strip('_')}"
    if base.office(office) is None and office not in draft.offices:
        name = base.states[state].name if state in base.states else state
        full = title if plain != title else f"{title} of {name}"
        draft.offices[office] = [
            FIELD.join((full, state, "GOV", "2" if "minister" in fold(title) else "3", role or ""))
        ]
    return office


def _without_state(base: Knowledge, title: str, state: str) -> str:
    """``Minister of Defence of Norway`` and ``Norwegian Minister of Defence`` without the state."""
    words = title.split()
    for cut in range(1, min(4, len(words))):
        if base.find_state(" ".join(words[:cut]), "name", "adjective") == state:
            return " ".join(words[cut:])
    front, of, end = title.rpartition(" of ")
    return front if of and base.find_state(end, "name") == state else title
