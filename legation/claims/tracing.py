"""Why a report's sentences became the claims that they did: each candidate with its pattern, and what became of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from legation.claims.inserts import find_inserts
from legation.claims.making import sentence_drafts
from legation.drafts.drafting import Draft
from legation.drafts.surroundings import Surroundings
from legation.drafts.telling import why_dropped
from legation.knowledge import Knowledge
from legation.records import Analysis, Claim, Sentence, Span, Status

NO_ANTECEDENT = "no event told before that it could point at"


@dataclass(frozen=True, slots=True)
class Trace:
    """One candidate of one sentence: the words, the pattern that met them, and the claim made of them or the reason.

    ``pattern``: file and number in ``data/event_types`` ("consult.toml:0"). ``claim_id`` None: dropped, for ``reason``.
    """

    sentence: Span
    trigger: Span
    pattern: str
    event_type: str
    mode: str | None
    status: Status
    factuality: float | None
    sides: tuple[str, ...]
    claim_id: str | None
    reason: str | None


def trace_claims(analysis: Analysis, sentences: Sequence[Sentence], knowledge: Knowledge) -> tuple[Trace, ...]:
    """All candidates of a report in text order.

    Args:
        analysis: what ``analyse`` made of the report; its mentions, times and attributions are used again.
        sentences: the parsed sentences of the same report.
    """
    around = Surroundings(sentences, analysis.mentions, find_inserts(analysis.document.text))
    found: list[Trace] = []
    for sentence in sentences:
        here = [m for m in analysis.mentions if m.sentence == sentence.index]
        told = sentence_drafts(
            analysis.document, sentence, here, analysis.times, (), analysis.attributions, knowledge, around
        )
        found += [_trace(d, analysis.claims) for d in told if not d.implied]
    return tuple(found)


def _trace(draft: Draft, claims: Sequence[Claim]) -> Trace:
    claim = next((c for c in claims if _tells(c, draft)), None)
    reason = None if claim is not None else (why_dropped(draft) or NO_ANTECEDENT)
    sentence, trigger = draft.sentence, draft.hit.trigger
    return Trace(
        (sentence.start, sentence.end), draft.hit.span, trigger.pattern, draft.event_type, draft.mode, draft.status,
        draft.factuality, tuple(p.name for p in draft.parties), claim.id if claim is not None else None, reason,
    )  # fmt: skip


def _tells(claim: Claim, draft: Draft) -> bool:
    """Whether a claim has the draft's trigger among its event words."""
    return any((e.start, e.end) == draft.hit.span for e in claim.evidence if e.field == "event")
