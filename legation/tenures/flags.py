"""Claims whose party a report calls by an office that the knowledge gives to somebody else on that day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from legation.knowledge import Knowledge
from legation.records import Claim, Tenure
from legation.tenures.attesting import Attestation
from legation.tenures.learning import compare

MARGIN = timedelta(days=31)  # near a change of holders either may be meant


def flag_offices(
    claims: Sequence[Claim], attestations: Iterable[Attestation], knowledge: Knowledge
) -> tuple[Claim, ...]:
    """The claims, with ``office: …`` on those whose parties are called by an office that another one surely holds.

    Only terms with both days known count, well within them, only news (what is told as history may be of its time),
    and only people who never held that office: a former one keeps the title by courtesy.
    The claim keeps the report's words; the flag says what the knowledge has.
    """
    wrong = {(a.evidence.start, a.evidence.end): flag for a in attestations if (flag := _contradiction(a, knowledge))}
    if not wrong:
        return tuple(claims)
    return tuple(_flagged(claim, wrong) for claim in claims)


def _flagged(claim: Claim, wrong: dict[tuple[int, int], str]) -> Claim:
    if claim.background:
        return claim
    spans = [(e.start, e.end) for p in (*claim.actors, *claim.recipients, *claim.others) for e in p.evidence]
    told = (flag for (start, end), flag in wrong.items() if any(s < end and start < e for s, e in spans))
    return replace(claim, flags=tuple(dict.fromkeys((*claim.flags, *told))))


def _contradiction(told: Attestation, knowledge: Knowledge) -> str | None:
    """The words of a flag, where the knowledge surely has somebody else."""
    sure = [t for t in knowledge.terms_in(told.office_id) if _is_surely_in_office(t, told.day)]
    verdict, names = compare(told, knowledge)
    if verdict != "contradicts" or not sure or not told.is_explicit:
        return None
    return (
        f"office: the report calls {told.person} {told.title}, {told.state}; on {told.day} that was {', '.join(names)}"
    )


def _is_surely_in_office(tenure: Tenure, day: date) -> bool:
    if tenure.attested or tenure.first is None or tenure.last is None:
        return False
    return tenure.first + MARGIN <= day <= tenure.last - MARGIN
