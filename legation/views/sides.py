"""Whom a name means among the parties of a record: a state, an organisation or a person, under any common name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from legation.errors import UsageError
from legation.knowledge import load_knowledge
from legation.knowledge.names import name_form
from legation.records import Event, Party
from legation.store import Store
from legation.views.words import party_words

SHOWN = 12


def find_side(store: Store, name: str) -> set[str]:
    """The names of all parties of the record that ``name`` means; for a state all who act for it too.

    None for a state or body that is known but that no event of the record names.

    Raises:
        UsageError: nobody is called so.
    """
    parties = {p for event in store.events() for p in event_parties(event)}
    found = {party_words(p) for p in find_parties(parties, name)}
    if not found and find_code(name) is None:
        raise nobody_called(store, name)
    return found


def sides_told(store: Store) -> str:
    """Whom the record tells of, most often told first: states by their codes, others by name."""
    told = Counter(p.state or party_words(p) for event in store.events() for p in event_parties(event))
    most = sorted(told, key=lambda words: (-told[words], words))
    more = f" … and {len(most) - SHOWN} more" if len(most) > SHOWN else ""
    return f"{', '.join(most[:SHOWN])}{more}" if most else "nobody yet"


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
    if store.catalogue.actor(name):
        return name
    return find_code(name) or next((a.key for a in store.catalogue.actors_named(name, 1)), None)


def key_of(party: Party) -> str:
    """The key by which the record knows a party: its actor's id, else ``name:`` and its name."""
    return party.actor_id or f"name:{party.name}"


def nobody_called(store: Store, name: str) -> UsageError:
    """What to say to who asks for somebody that the record does not know."""
    remedy = f"give a state, an organisation or a person: the record tells of {sides_told(store)}"
    return UsageError(f"nobody called {name!r} in the record", remedy)


def event_parties(event: Event) -> tuple[Party, ...]:
    """Actors, then recipients."""
    return tuple(r.value for r in (*event.actors, *event.recipients))


def _holds(form: str, wanted: str) -> bool:
    return bool(wanted) and f" {wanted} " in f" {form} "
