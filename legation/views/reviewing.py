"""Pairs of claims on which a person's word would help most, and what people decided before."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from legation.records import Claim, Judgement
from legation.store import Store
from legation.views.quotes import Quote, Reports
from legation.views.words import party_words


@dataclass(frozen=True, slots=True)
class ClaimSide:
    """One side of a pair: its words, what it says, and the event that it stands in now."""

    claim_id: str
    event_id: str | None
    label: str
    quote: Quote
    kind: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PairRow:
    """Two claims and how a rule or a person judged them."""

    id: str
    verdict: str
    score: float
    by: str
    reasons: tuple[str, ...]
    at: str | None
    undone_by: str | None
    left: ClaimSide
    right: ClaimSide


def review_queue(store: Store, limit: int = 10, offset: int = 0) -> list[PairRow]:
    """The rules' judgements that nobody has decided, those first on which most hangs."""
    with store.snapshot():
        return _rows(store, store.catalogue.doubts(limit, offset))


def decided(store: Store, limit: int = 20) -> list[PairRow]:
    """What people judged, the latest first, undone ones too."""
    with store.snapshot():
        return _rows(store, store.catalogue.decisions(limit))


def _rows(store: Store, judgements: Iterable[Judgement]) -> list[PairRow]:
    judgements, reports = list(judgements), Reports(store)
    ids = [i for j in judgements for i in (j.left, j.right)]
    reports.load(ids)
    homes = store.catalogue.homes(ids)
    reports.labels.load(homes.values())
    rows = []
    for j in judgements:
        left, right = reports.claim(j.left), reports.claim(j.right)
        if left is not None and right is not None:
            sides = (_side(c, homes.get(c.id), reports) for c in (left, right))
            rows.append(PairRow(j.id, j.verdict, j.score, j.by, j.reasons, j.at, j.undone_by, *sides))
    return rows


def _side(claim: Claim, event_id: str | None, reports: Reports) -> ClaimSide:
    label = reports.labels.get(event_id, event_id) if event_id else ""
    kind = f"{claim.event_type}/{claim.mode}" if claim.mode else claim.event_type
    return ClaimSide(claim.id, event_id, label, reports.quote(claim), kind, tuple(map(party_words, claim.actors)),
                     tuple(map(party_words, claim.recipients)))  # fmt: skip
