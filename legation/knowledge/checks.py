"""Where the tables are doubtful: two holders on one day, gaps between holders, names of several people, rows of
organisations that nothing but our own word tells.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Literal

from legation.knowledge.base import KINDS, Knowledge
from legation.knowledge.index import FIELD
from legation.knowledge.tables import first_day, last_day, read_table

LOOKED_AT = ("president", "prime_minister", "foreign_minister", "defence_minister")
HANDOVER_DAYS = 31  # an overlap or gap of a month is a handover, not a finding
SINCE = date(1990, 1, 1)
NO_START = frozenset({"of", "the", "and", "to", "from", "for", "in", "with"})  # where a reader cut a name wrongly
UNSOURCED = "unsourced"  # how a table says that no reference list and no dated report was found for a row
Row = tuple[str, str, str | None, str]  # id, name, state and source of an organisation


@dataclass(frozen=True, slots=True)
class Finding:
    """One doubtful place: an ``overlap`` or ``gap`` of an office between two days, a ``name`` of several people, an
    organisation without a ``source``.

    ``why`` explains it where that is known: two governments at one time, a holder whom only reports name.
    """

    kind: Literal["overlap", "gap", "name", "source"]
    id: str
    first: date | None
    last: date | None
    who: tuple[str, ...]
    why: str = ""


@dataclass(frozen=True, slots=True)
class _Span:
    """A term with the days of which its source is sure: one told by years is sure of what lies between them only."""

    actor_id: str
    first: date
    last: date | None
    sure_first: date
    sure_last: date | None


def check_knowledge(knowledge: Knowledge, state: str | None = None) -> tuple[Finding, ...]:
    """Overlaps and gaps of the chief offices (of one state), then ambiguous names, names that are none, organisations
    without a source, each in alphabetical order.

    Days of which a source is not sure make no finding, nor do terms that only reports attest.
    """
    offices = [o for o in knowledge.offices.values() if o.role in LOOKED_AT and state in (None, o.state)]
    shared = dict(read_table("offices", "shared.tsv", columns=2))
    found: list[Finding] = []
    for office in offices:
        spans = _spans(knowledge, office.id)
        found.extend(_overlaps(knowledge, office.id, spans, shared.get(office.id, "")))
        found.extend(_gaps(knowledge, office.id, spans))
    return (
        *sorted(found, key=lambda f: (f.id, f.kind, str(f.first))),
        *_names(knowledge, state),
        *find_cut_names((p.id, p.name) for p in knowledge.people.values() if state in (None, p.state)),
        *find_unsourced(organisation_rows(), state),
    )


def _spans(knowledge: Knowledge, office: str) -> list[_Span]:
    """The terms of known dates, earliest first."""
    found = []
    for row in knowledge.index.terms.get(office):
        person, first, last, _, source = row.split(FIELD)
        begun, sure = first_day(first), last_day(first)
        if begun and sure and not source.startswith("attested"):
            found.append(_Span(person, begun, last_day(last), sure, first_day(last)))
    return sorted(found, key=lambda t: (t.first, t.actor_id))


def _overlaps(knowledge: Knowledge, office: str, spans: list[_Span], why: str) -> list[Finding]:
    """Two people surely in one office for more than a month; an open term ends where the next begins."""
    found = []
    for left, right in pairwise(spans):
        start = max(left.sure_first, right.sure_first)
        end = min(left.sure_last or start, right.sure_last or date.max)
        if left.actor_id != right.actor_id and end >= SINCE and end - start > timedelta(days=HANDOVER_DAYS):
            found.append(Finding("overlap", office, start, end, _who(knowledge, left, right), why))
    return found


def _gaps(knowledge: Knowledge, office: str, spans: list[_Span]) -> list[Finding]:
    """More than a month without a holder between two known terms, with whom reports name in it, if they do."""
    found: list[Finding] = []
    reached: _Span | None = None
    for span in spans:
        since = reached.last if reached is not None and span.first >= SINCE else None
        if reached is not None and since and span.first - since > timedelta(days=HANDOVER_DAYS):
            why = _attested(knowledge, office, since, span.first)
            found.append(Finding("gap", office, since, span.first, _who(knowledge, reached, span), why))
        if reached is None or (span.last or date.max) >= (reached.last or date.max):
            reached = span
    return found


def _attested(knowledge: Knowledge, office: str, first: date, last: date) -> str:
    """Whom dated reports name in a gap."""
    terms = [t for t in knowledge.terms_in(office) if t.attested and t.first and first <= t.first <= last]
    names = dict.fromkeys(a.name for t in terms if (a := knowledge.actor(t.actor_id)) is not None)
    return f"reports name {', '.join(names)}" if names else ""


def _names(knowledge: Knowledge, state: str | None) -> list[Finding]:
    """Full names that several people bear who hold or held a ranked office of the same state; once for the same
    people, however their names are turned about.
    """
    found: dict[tuple[str, ...], Finding] = {}
    for form, ids in knowledge.index.named.items():
        people = [p for i in ids.split() if " " in ids and (p := knowledge.person(i)) is not None]
        states = {p.state for p in people}
        if len(people) > 1 and len(states) == 1 and state in (None, *states):
            who = tuple(f"{p.name} ({p.id})" for p in people)
            found.setdefault(tuple(sorted(who)), Finding("name", form, None, None, who))
    return list(found.values())


def find_cut_names(people: Iterable[tuple[str, str]]) -> tuple[Finding, ...]:
    """People, by id and name, whose names begin in the middle of a phrase.

    Example:
        >>> find_cut_names([("a", "of Peru"), ("b", "de la Rúa")])[0].why
        "begins with 'of'"
    """
    cut = ((key, name, name.partition(" ")[0]) for key, name in people if not begins_as_name(name))
    return tuple(Finding("name", key, None, None, (name,), f"begins with {word!r}") for key, name, word in sorted(cut))


def begins_as_name(name: str) -> bool:
    """Whether a name of a person begins as one: a small word of names may ("de Charette"), a preposition may not."""
    return name.partition(" ")[0] not in NO_START


def organisation_rows() -> Iterator[Row]:
    """Every organisation, firm and group of the tables with the source that its row names."""
    for folder in KINDS:
        for key, _, name, _, state, _, _, source in read_table(folder, f"{folder}.tsv", columns=8):
            yield key, name, state or None, source


def find_unsourced(rows: Iterable[Row], state: str | None = None) -> tuple[Finding, ...]:
    """The rows (of one state) that name no source, by id.

    Example:
        >>> find_unsourced([("PER:acme", "Acme", "PER", "unsourced")])[0].why
        'unsourced'
    """
    found = (r for r in rows if r[3].strip() in ("", UNSOURCED) and state in (None, r[2]))
    return tuple(Finding("source", key, None, None, (name,), UNSOURCED) for key, name, _, _ in sorted(found))


def _who(knowledge: Knowledge, *terms: _Span) -> tuple[str, ...]:
    return tuple(p.name if (p := knowledge.person(t.actor_id)) else t.actor_id for t in terms)
