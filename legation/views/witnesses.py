"""Who bears a value out: the words of each report that give it, with outlet, day and origin."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from legation.records import Claim, Evidence
from legation.views.quotes import Reports, origin_words
from legation.views.words import claim_notes, published_words

Words = Callable[[Claim], Evidence | None]
"""Which words of a claim give a value; None where it gives none."""


@dataclass(frozen=True, slots=True)
class Witness:
    """Words of one report that give a value, who printed them, and whom they go back to."""

    quote: str
    document_id: str
    start: int
    end: int
    outlet: str
    published: str
    claim_id: str
    origin: str
    side: str | None
    notes: tuple[str, ...]


def find_witnesses(
    reports: Reports, claims: Iterable[Claim], words: Words, each_report_once: bool = False
) -> tuple[Witness, ...]:
    """The claims that have such words, with them, each once; of each report only the first, if ``each_report_once``."""
    found = [witness_of(reports, c, e) for c in claims if (e := words(c)) is not None]
    if each_report_once:
        return tuple({w.document_id: w for w in reversed(found)}.values())[::-1]
    return tuple(dict.fromkeys(found))


def witness_of(reports: Reports, claim: Claim, words: Evidence | None) -> Witness:
    """The words of a claim with who printed them and whom they go back to."""
    document, origin = reports.document(claim.document_id), reports.origin_of(claim.id)
    published = published_words(document.published) if document else ""
    quote, start, end = (words.quote, words.start, words.end) if words else ("", 0, 0)
    return Witness(quote, claim.document_id, start, end, reports.outlet(claim.document_id), published, claim.id,
                   origin_words(origin) if origin else "not known", origin.state if origin else None,
                   claim_notes(claim))  # fmt: skip


def event_words(claim: Claim) -> Evidence | None:
    """The trigger's words, by which a claim is shown where no others give the value."""
    return claim.evidence_for("event")
