"""The tables of a shard: their columns, and the rows of one analysis."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from legation.records import Analysis, Claim, Document, Failure, Party, RawDocument
from legation.store.codec import pack, to_json
from legation.store.writing import pack_raw

Row = dict[str, Any]

COLUMNS: dict[str, dict[str, str]] = {
    "documents": {
        "document_id": "string", "name": "string", "outlet": "string", "title": "string", "url": "string",
        "language": "string", "published_first": "date", "published_last": "date", "published_basis": "string",
        "sha256": "string", "characters": "int", "claims": "int", "digest": "string", "raw": "bytes",
        "analysis": "bytes",
    },
    "claims": {
        "id": "string", "document_id": "string", "event_type": "string", "mode": "string", "status": "string",
        "background": "bool", "opinion": "bool", "score": "float", "states": "strings", "actors": "strings",
        "recipients": "strings", "first": "date", "last": "date", "published": "date", "place": "string",
        "speaker": "string", "topics": "strings", "words": "string", "record": "string",
    },
    "failures": {"name": "string", "stage": "string", "reason": "string", "remedy": "string"},
}  # fmt: skip
"""Table -> column -> kind. ``raw`` and ``analysis`` are what a store keeps of a report; the others are to be asked."""


def document_row(raw: RawDocument, analysis: Analysis, digest: str) -> Row:
    """The row of ``documents``."""
    d: Document = analysis.document
    return {
        "document_id": d.id, "name": d.name, "outlet": d.outlet, "title": d.title, "url": d.url,
        "language": d.language, "published_first": d.published.first, "published_last": d.published.last,
        "published_basis": d.published.basis, "sha256": d.sha256, "characters": len(d.text),
        "claims": len(analysis.claims), "digest": digest, "raw": pack_raw(raw, d), "analysis": pack(analysis),
    }  # fmt: skip


def claim_rows(analysis: Analysis) -> Iterator[Row]:
    """Rows of ``claims``, in their order."""
    for c in analysis.claims:
        speaker = c.attribution.speaker if c.attribution else None
        yield {
            "id": c.id, "document_id": c.document_id, "event_type": c.event_type, "mode": c.mode,
            "status": c.status, "background": c.background, "opinion": c.opinion, "score": c.score,
            "states": states_of(c), "actors": _names(c.actors), "recipients": _names(c.recipients),
            "first": c.when.first if c.when else None, "last": c.when.last if c.when else None,
            "published": analysis.document.published.first, "place": c.place.name if c.place else None,
            "speaker": speaker.name if speaker else None, "topics": list(c.topics),
            "words": c.words, "record": to_json(c),
        }  # fmt: skip


def failure_row(failure: Failure) -> Row:
    """The row of ``failures``."""
    return {"name": failure.name, "stage": failure.stage, "reason": failure.reason, "remedy": failure.remedy}


def states_of(claim: Claim) -> list[str]:
    """The states and bodies of states that take part, by code."""
    return sorted({p.state for p in (*claim.actors, *claim.recipients, *claim.others) if p.state})


def _names(parties: tuple[Party, ...]) -> list[str]:
    return [p.name for p in parties]
