"""People, states, organisations and offices: what they took part in, in which office, with whom."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from legation.knowledge import load_knowledge
from legation.records import Tenure
from legation.store import ActorCount, DyadCount, EventQuery, Store
from legation.views.browsing import EventsPage, events_page
from legation.views.dyads import party_name

MOST_HOLDERS = 20


@dataclass(frozen=True, slots=True)
class TenureRow:
    """Who held an office from when to when, by the knowledge; ``key`` if the record knows them."""

    name: str
    key: str | None
    office_id: str
    office: str
    first: str
    last: str
    attested: bool


@dataclass(frozen=True, slots=True)
class ActorView:
    """Somebody of the record. ``offices`` are those in which reports show them, ``tenures`` those of the knowledge."""

    actor: ActorCount
    name: str
    kind: str
    wikidata: str | None
    offices: tuple[tuple[str, str, int], ...]
    tenures: tuple[TenureRow, ...]
    partners: tuple[tuple[str, str, int], ...]
    dyads: tuple[DyadCount, ...]
    events: EventsPage


@dataclass(frozen=True, slots=True)
class OfficeView:
    """An office: who held it, and who acts in it in the record."""

    id: str
    title: str
    state: str
    holders: tuple[TenureRow, ...]
    seen: tuple[tuple[str, str, int, str, str], ...]


def actor_view(store: Store, key: str, page: int = 1) -> ActorView | None:
    """The page of a person, state, organisation or group; None where the record has none of that key."""
    with store.snapshot():
        actor = store.catalogue.actor(key)
        if actor is None:
            return None
        known = load_knowledge().actor(key)
        kind = known.kind if known else "person" if actor.person else "party"
        is_state = key == actor.state
        found = () if is_state else store.catalogue.partners(key, 12)
        partners = tuple((k, party_name(store, k), n) for k, n in found)
        return ActorView(
            actor,
            party_name(store, key),
            kind,
            known.wikidata if known else None,
            () if is_state else tuple(store.catalogue.offices_of(key)),
            tuple(_tenures_of(key)),
            partners,
            tuple(store.catalogue.dyads(12, state=key)) if is_state else (),
            events_page(store, EventQuery(parties=(key,)), page),
        )


def office_view(store: Store, office_id: str) -> OfficeView | None:
    """The page of an office; None where neither record nor knowledge has it."""
    with store.snapshot():
        seen = store.catalogue.holders(office_id)
        office = load_knowledge().office(office_id)
        if office is None and not seen:
            return None
        title = office.title if office else seen[0][2]
        return OfficeView(
            office_id,
            title,
            office.state if office else "",
            tuple(_holders_of(store, office_id)),
            tuple((key, name, n, first, last) for key, name, _, n, first, last in seen),
        )


def _tenures_of(key: str) -> list[TenureRow]:
    """The offices of a person, the latest first."""
    knowledge = load_knowledge()
    found = sorted(knowledge.terms_of(key), key=lambda t: (t.first or date.min, t.office_id), reverse=True)
    return [_tenure(t, "", None) for t in found]


def _holders_of(store: Store, office_id: str) -> list[TenureRow]:
    """The last holders of an office, the latest first."""
    knowledge = load_knowledge()
    found = sorted(knowledge.terms_in(office_id), key=lambda t: (t.first or date.min, t.actor_id), reverse=True)
    rows = []
    for tenure in found[:MOST_HOLDERS]:
        actor = knowledge.actor(tenure.actor_id)
        key = tenure.actor_id if store.catalogue.actor(tenure.actor_id) else None
        rows.append(_tenure(tenure, actor.name if actor else tenure.actor_id, key))
    return rows


def _tenure(tenure: Tenure, name: str, key: str | None) -> TenureRow:
    office = load_knowledge().office(tenure.office_id)
    title = office.title if office else tenure.office_id
    first, last = str(tenure.first or "not known"), str(tenure.last or "open")
    return TenureRow(name, key, tenure.office_id, title, first, last, tenure.attested)
