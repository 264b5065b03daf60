"""Whom a name means among the parties of a record: a state, an organisation or a person, under any common name."""

from __future__ import annotations

from collections.abc import Iterable

from legation.errors import UsageError
from legation.knowledge import load_knowledge
from legation.knowledge.names import name_form
from legation.records import Party
from legation.store import ActorCount, Store

SHOWN = 12
MOST_ALIKE = 1_000


def sides_told(store: Store) -> str:
    """Whom the record tells of, most often told first: states by their codes, others by name."""
    most, total = store.catalogue.sides(SHOWN)
    more = f" … and {total - SHOWN} more" if total > SHOWN else ""
    return f"{', '.join(most)}{more}" if most else "nobody yet"


def find_parties(parties: Iterable[Party], name: str) -> list[Party]:
    """Those that a state's code or name means, else those of a full name, else those with ``name`` in theirs.

    Example:
        >>> kim = Party("Kim Jong-un", "Q56226", True, state="PRK")
        >>> find_parties([kim], "Kim Jong Un") == find_parties([kim], "DPRK") == [kim]
        True
    """
    parties, wanted = list(parties), name_form(name).removeprefix("the ")
    code = find_code(name)
    states = {code} if code else set()
    states |= {p.state for p in parties if p.state and not p.person and name_form(p.name) == wanted}
    states |= {p.state for p in parties if p.state and name_form(p.state) == wanted}
    of_state = [p for p in parties if p.state in states]
    if of_state:
        return of_state
    knowledge = load_knowledge()
    ids = {a.id for a in (*knowledge.organisations_named(name), *knowledge.people_named(name))}
    named = [p for p in parties if p.actor_id in ids or name_form(p.name) == wanted]
    return named or [p for p in parties if _holds(name_form(p.name), wanted)]


def find_code(name: str) -> str | None:
    """The code of the state, or of the body that acts like one, that ``name`` means: ``GBR`` for "U.K."."""
    knowledge = load_knowledge()
    if knowledge.state(name.upper()):
        return name.upper()
    code = knowledge.find_state(name)
    bodies = [a.id for a in knowledge.organisations_named(name) if a.kind == "igo"]
    return code or (bodies[0] if len(bodies) == 1 else None)


def find_key(store: Store, name: str) -> str | None:
    """The key by which the record knows a state, person or body: that of most events among several of a name.

    A state that no event names has a key all the same; None where nobody is called so.
    """
    known = next((key for key in (name, name.upper()) if store.catalogue.actor(key)), None)
    return known or find_code(name) or next((a.key for a in namesakes(store, name)), None)


def key_named(store: Store, name: str) -> str:
    """The same; ``UsageError`` where nobody is called so."""
    key = find_key(store, name)
    if key is None:
        raise nobody_called(store, name)
    return key


def namesakes(store: Store, name: str) -> list[ActorCount]:
    """Those of the record whom a name that is no state's can mean, of most events first.

    They are those known or written by that full name; else those with its words in theirs: "Dar" is no Sardar.
    """
    knowledge, wanted = load_knowledge(), name_form(name).removeprefix("the ")
    ids = [a.id for a in (*knowledge.organisations_named(name), *knowledge.people_named(name))]
    longest = max(wanted.split(), key=len, default="")
    alike = store.catalogue.actors_named(longest, MOST_ALIKE) if longest else []
    named = {a.key: a for a in alike if name_form(a.name) == wanted}
    named |= {a.key: a for a in map(store.catalogue.actor, ids) if a is not None}
    found = list(named.values()) or [a for a in alike if _holds(name_form(a.name), wanted)]
    return sorted(found, key=lambda a: (-a.events, a.key))


def key_of(party: Party) -> str:
    """The key by which the record knows a party: its actor's id, else ``name:`` and its name."""
    return party.actor_id or f"name:{party.name}"


def nobody_called(store: Store, name: str) -> UsageError:
    """What to say to who asks for somebody that the record does not know."""
    remedy = f"give a state, an organisation or a person: the record tells of {sides_told(store)}"
    return UsageError(f"nobody called {name!r} in the record", remedy)


def _holds(form: str, wanted: str) -> bool:
    return bool(wanted) and f" {wanted} " in f" {form} "
