"""What each address answers: rows of the record with the fields of docs/fields.md, a page at a time."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from legation import __version__
from legation.api.opened import make_filters
from legation.api.tables import to_plain
from legation.exporters import parts
from legation.exporters.parts import Row
from legation.exporters.rows import agreement_row, claim_row, document_row, event_row
from legation.exporters.selection import Selection, select
from legation.store import Store
from legation.views.conflicts import count_open, open_conflicts
from legation.views.quotes import Reports
from legation.views.search import search as find_reports

MOST = 200


@dataclass(frozen=True, slots=True)
class Asked:
    """What a list is asked for."""

    sides: tuple[str, ...] = ()
    since: str = ""
    until: str = ""
    types: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    words: str = ""
    limit: int = 50
    offset: int = 0

    def select(self, store: Store) -> Selection:
        """The events that are asked for."""
        filters = make_filters(self.since or None, self.until or None, self.types, self.statuses, self.topics)
        chosen = select(store, filters, self.sides)
        return Selection(store, replace(chosen.query, words=self.words), chosen.dyad)


def about(store: Store, asked: Asked) -> Row:
    """Counts and addresses."""
    run = store.catalogue.last_run()
    counts = {"documents": run.documents, "claims": run.claims, "events": run.events} if run else {}
    go_on = ["events", "documents", "agreements", "conflicts", "search", "export/events", "openapi.json"]
    written = run.at if run else None
    return {"name": "Legation", "version": __version__, "written": written, "holds": counts, "go_on": go_on}


def events(store: Store, asked: Asked) -> Row:
    """Events, the earliest first."""
    query = asked.select(store).query
    ids = store.catalogue.event_ids(query, asked.limit + 1, asked.offset)
    found = [event_row(e) for e in store.catalogue.events(ids[: asked.limit])]
    return _page(found, store.catalogue.count_events(query), asked, more=len(ids) > asked.limit)


def event(store: Store, asked: Asked, event_id: str) -> Row | None:
    """One event, with a quote of every claim."""
    found = store.event(event_id)
    if found is None:
        return None
    quotes = Reports(store).quotes(found.claim_ids)
    claims = [claim_row(c) for c in store.catalogue.claims(found.claim_ids)]
    return event_row(found) | {"quotes": [to_plain(q) for q in quotes], "claims": claims}


def claim(store: Store, asked: Asked, claim_id: str) -> Row | None:
    """One claim, joined with its event and origin."""
    found = store.claim(claim_id)
    if found is None:
        return None
    home, origin = store.catalogue.homes([claim_id]), store.catalogue.origin_ids([claim_id])
    return claim_row(found) | {"event_id": home.get(claim_id), "origin_id": origin.get(claim_id)}


def documents(store: Store, asked: Asked) -> Row:
    """Reports, the newest first; their texts at their own addresses."""
    ids = store.catalogue.document_ids(asked.limit, asked.offset)
    found = [document_row(d) | {"text": None} for d in map(store.document, ids) if d is not None]
    return _page(found, store.catalogue.count_documents(), asked)


def document(store: Store, asked: Asked, document_id: str) -> Row | None:
    """One report with its text and the ids of what it tells."""
    found = store.document(document_id)
    return document_row(found) | {"claim_ids": [c.id for c in store.claims_of(document_id)]} if found else None


def agreements(store: Store, asked: Asked) -> Row:
    """Agreements, the latest first."""
    found = [agreement_row(a) for a in store.catalogue.agreements(asked.limit, asked.offset)]
    return _page(found, store.catalogue.count_agreements(), asked)


def agreement(store: Store, asked: Asked, agreement_id: str) -> Row | None:
    """One agreement with a quote of every claim."""
    found = store.catalogue.agreement(agreement_id)
    quotes = Reports(store).quotes(found.claim_ids) if found else ()
    return agreement_row(found) | {"quotes": [to_plain(q) for q in quotes]} if found else None


def conflicts(store: Store, asked: Asked) -> Row:
    """Open conflicts, contradictions first."""
    counts = count_open(store)
    found = [
        parts.conflict_row(conflict) | {"event_id": conflict.event_id, "agreement_id": agreement_id}
        for conflict, agreement_id in open_conflicts(store, counts, asked.limit, asked.offset)
    ]
    return _page(found, sum(counts.values()), asked)


def search(store: Store, asked: Asked) -> Row:
    """Reports that hold the words, best first: one page."""
    found = [to_plain(row) for row in find_reports(store, asked.words, None, asked.limit)]
    return _page(found, len(found), replace(asked, offset=0))


def _page(items: list[Row], total: int, asked: Asked, more: bool | None = None) -> dict[str, Any]:
    """A page and where the next one begins; ``next`` is null on the last."""
    end = asked.offset + len(items)
    goes_on = bool(items) and (end < total if more is None else more)
    return {"items": items, "total": total, "next": end if goes_on else None}
