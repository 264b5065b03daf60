"""Where the tables of offices are doubtful: two holders on one day, gaps between holders, names of several people."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Literal

from legation.knowledge.base import Knowledge
from legation.records import Tenure

LOOKED_AT = ("president", "prime_minister", "foreign_minister", "defence_minister")
HANDOVER_DAYS = 31  # an overlap or gap of a month is a handover, not a finding
SINCE = date(1990, 1, 1)


@dataclass(frozen=True, slots=True)
class Finding:
    """One doubtful place: an ``overlap`` or ``gap`` of an office between two days, or a ``name`` of several people."""

    kind: Literal["overlap", "gap", "name"]
    id: str
    first: date | None
    last: date | None
    who: tuple[str, ...]


def check_knowledge(knowledge: Knowledge, state: str | None = None) -> tuple[Finding, ...]:
    """Overlaps and gaps of the chief offices (of one state), then ambiguous names, each in alphabetical order."""
    offices = [o for o in knowledge.offices.values() if o.role in LOOKED_AT and state in (None, o.state)]
    found: list[Finding] = []
    for office in offices:
        terms = [t for t in knowledge.terms_in(office.id) if t.first and not t.attested]
        found.extend(_overlaps(knowledge, office.id, terms))
        found.extend(_gaps(knowledge, office.id, terms))
    return (*sorted(found, key=lambda f: (f.id, f.kind, str(f.first))), *_names(knowledge, state))


def _overlaps(knowledge: Knowledge, office: str, terms: list[Tenure]) -> list[Finding]:
    """Two people in one office for more than a month; an open term ends where the next begins."""
    found = []
    for left, right in pairwise(terms):
        start = right.first or SINCE
        end = min(left.last or start, right.last or date.max)
        if left.actor_id != right.actor_id and end >= SINCE and end - start > timedelta(days=HANDOVER_DAYS):
            found.append(Finding("overlap", office, start, end, _who(knowledge, left, right)))
    return found


def _gaps(knowledge: Knowledge, office: str, terms: list[Tenure]) -> list[Finding]:
    """More than a month without a holder between two known terms."""
    found: list[Finding] = []
    reached: Tenure | None = None
    for term in terms:
        if reached is not None and reached.last and term.first and term.first >= SINCE:
            gap = term.first - reached.last
            if gap > timedelta(days=HANDOVER_DAYS):
                found.append(Finding("gap", office, reached.last, term.first, _who(knowledge, reached, term)))
        if reached is None or (term.last or date.max) >= (reached.last or date.max):
            reached = term
    return found


def _names(knowledge: Knowledge, state: str | None) -> list[Finding]:
    """Full names that several people bear who hold or held a ranked office of the same state."""
    found = []
    for form, ids in knowledge.index.named.items():
        people = [p for i in ids.split() if " " in ids and (p := knowledge.person(i)) is not None]
        states = {p.state for p in people}
        if len(people) > 1 and len(states) == 1 and state in (None, *states):
            found.append(Finding("name", form, None, None, tuple(f"{p.name} ({p.id})" for p in people)))
    return found


def _who(knowledge: Knowledge, *terms: Tenure) -> tuple[str, ...]:
    return tuple(p.name if (p := knowledge.person(t.actor_id)) else t.actor_id for t in terms)
