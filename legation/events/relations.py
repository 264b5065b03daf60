"""How events stand to each other without being one: part of, same occasion, following, presupposed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations, pairwise

from legation.judgements.facts import Facts
from legation.judgements.vetoes import COARSE, PLANS, find_veto
from legation.records import HAPPENED, Judgement, Relation, When
from legation.times import compatible

MOST_PER_KIND = 3  # relations of one kind that an event shows
ONE_SENTENCE = 200  # characters within which an agreement that names one side goes with the meeting of both
TOLD_TOGETHER = 400  # characters within which a report tells a visit and its parts
RECENT_DAYS = timedelta(days=30)  # how far back a report reaches with a recent visit
VISIT_DAYS = 14  # a longer stretch of days is no visit
LOST = ""  # the event that an ordinal presupposes and no report tells


@dataclass(frozen=True, slots=True)
class Outline:
    """What the relations look at of one event."""

    id: str
    members: tuple[Facts, ...]
    when: When | None

    @property
    def family(self) -> str:
        return self.members[0].family

    @property
    def people(self) -> frozenset[str]:
        return frozenset(p for f in self.members for p in f.people)

    @property
    def sides(self) -> frozenset[str]:
        return frozenset(s for f in self.members for s in f.sides)

    @property
    def documents(self) -> frozenset[str]:
        return frozenset(f.claim.document_id for f in self.members)

    @property
    def is_visit(self) -> bool:
        return self.family == "contact" and all(f.is_visit for f in self.members if f.claim.mode)

    @property
    def day(self) -> date | None:
        if self.when is None or self.when.precision in COARSE:
            return None
        return self.when.first if self.when.first == self.when.last else None

    @property
    def claim_ids(self) -> tuple[str, ...]:
        return tuple(f.claim.id for f in self.members)


Found = tuple[str, Relation]


def find_relations(outlines: Sequence[Outline], judgements: Iterable[Judgement]) -> dict[str, tuple[Relation, ...]]:
    """Event id -> its relations, in order, at most ``MOST_PER_KIND`` of a kind."""
    found: dict[str, list[Relation]] = defaultdict(list)
    by_event = {o.id: o for o in outlines}
    for event_id, relation in [
        *find_judged(by_event, judgements),
        *find_parts(outlines),
        *find_occasions(outlines),
        *find_undated_occasions(outlines),
        *find_orders(outlines),
    ]:
        found[event_id].append(relation)
    return {key: tuple(sorted(_limit(_consistent(found[key])), key=lambda r: r.type)) for key in sorted(found)}


def _consistent(relations: Sequence[Relation]) -> list[Relation]:
    """Without "perhaps the same" as what one pair of claims shows to be another: one pair apart keeps both apart."""
    apart = {r.to for r in relations if r.type == "not_same_as"}
    return [r for r in relations if r.type not in ("perhaps_same", "realises") or r.to not in apart]


def _limit(relations: Sequence[Relation]) -> Iterator[Relation]:
    counts: dict[str, int] = defaultdict(int)
    seen: set[tuple[str, str]] = set()
    for relation in relations:
        if (relation.type, relation.to) not in seen and counts[relation.type] < MOST_PER_KIND:
            seen.add((relation.type, relation.to))
            counts[relation.type] += 1
            yield relation


def find_judged(by_event: Mapping[str, Outline], judgements: Iterable[Judgement]) -> Iterator[Found]:
    """``perhaps_same``, ``realises`` and ``not_same_as`` from judgements between claims of two events."""
    home = {c: o.id for o in by_event.values() for c in o.claim_ids}
    status = {f.claim.id: f.claim.status for o in by_event.values() for f in o.members}
    ordered = sorted(judgements, key=lambda j: (-j.score, j.left, j.right))
    for j in ordered:
        one, two = home.get(j.left), home.get(j.right)
        if one is None or two is None or one == two or j.undone_by is not None:
            continue
        reason = j.reasons[0] if j.reasons else j.by
        if j.verdict == "different":
            yield one, Relation(two, "not_same_as", reason, (j.left, j.right))
            yield two, Relation(one, "not_same_as", reason, (j.left, j.right))
            continue
        planned = [c for c in (j.left, j.right) if status[c] in PLANS]
        if len(planned) == 1 and not _is_done(by_event[home[planned[0]]]):
            act, plan = (two, one) if planned[0] == j.left else (one, two)
            yield act, Relation(plan, "realises", f"perhaps the plan carried out: {reason}", (j.left, j.right))
        else:
            yield one, Relation(two, "perhaps_same", reason, (j.left, j.right))
            yield two, Relation(one, "perhaps_same", reason, (j.left, j.right))


def find_parts(outlines: Sequence[Outline]) -> Iterator[Found]:
    """A meeting, talks or a ceremony within a visit: same traveller, days that meet, told as such."""
    visits = [o for o in outlines if o.is_visit and o.people and _narrow(o.when)]
    by_person: dict[str, list[Outline]] = defaultdict(list)
    for outline in outlines:
        if outline.family == "contact" and not outline.is_visit:
            for person in sorted(outline.people):
                by_person[person].append(outline)
    for visit in visits:
        yield from _nearest_part(visit, by_person)
        for person in sorted(visit.people):
            for part in by_person[person]:
                remote = any(f.form == "remote" for f in part.members)
                if not remote and (reason := _joined(visit, part)):
                    yield part.id, Relation(visit.id, "part_of", reason, visit.claim_ids[:1])


def _nearest_part(visit: Outline, by_person: Mapping[str, list[Outline]]) -> Iterator[Found]:
    """The meeting within a visit that a report calls recent: the only one of its people in the weeks before."""
    told = max((f.published.last for f in visit.members if f.leads and f.published.last), default=None)
    if told is None or (visit.when is not None and visit.when.first is not None):
        return
    near = {
        part.id: part
        for person in sorted(visit.people)
        for part in by_person[person]
        if part.day and timedelta(0) <= told - part.day <= RECENT_DAYS
        if len(part.sides & visit.sides) > 1 and all(f.form == "in_person" for f in part.members)
    }
    if len(near) == 1:
        (part,) = near.values()
        reason = f"the only meeting of one who travelled in the weeks before {told}"
        yield part.id, Relation(visit.id, "part_of", reason, visit.claim_ids[:1])


def _narrow(when: When | None) -> bool:
    if when is None or when.first is None or when.last is None:
        return True
    return (when.last - when.first).days <= 45


def _joined(visit: Outline, part: Outline) -> str | None:
    """Days that meet, or, where one has none, one report that tells the part right after the visit."""
    if visit.when is not None and part.when is not None and visit.when.first and part.when.first:
        return "a visit of one who took part, in the same days" if compatible(visit.when, part.when, 0) else None
    for one in visit.members:
        for two in part.members:
            gap = two.claim.start - one.claim.start
            if one.claim.document_id == two.claim.document_id and 0 <= gap <= TOLD_TOGETHER:
                return "one report tells it within the visit"
    return None


def find_occasions(outlines: Sequence[Outline]) -> Iterator[Found]:
    """Events of one day and two common sides that one report tells: a signing and the meeting around it."""
    by_day: dict[date, list[Outline]] = defaultdict(list)
    for outline in outlines:
        if outline.day is not None and outline.family in ("contact", "agreement") and _is_done(outline):
            by_day[outline.day].append(outline)
    for day in sorted(by_day):
        for one, two in combinations(by_day[day], 2):
            if len(one.sides & two.sides) > 1 and one.documents & two.documents:
                if one.family == two.family == "contact":
                    continue
                yield one.id, Relation(two.id, "same_occasion", f"the same parties on {day}, told together", ())
                yield two.id, Relation(one.id, "same_occasion", f"the same parties on {day}, told together", ())


def find_undated_occasions(outlines: Sequence[Outline]) -> Iterator[Found]:
    """A meeting without a day of its own that one report tells right after an agreement of the same sides."""
    told: dict[str, list[tuple[int, Outline, frozenset[str]]]] = defaultdict(list)
    for outline in outlines:
        if outline.family == "agreement" and _is_done(outline):
            for fact in outline.members:
                if fact.claim.agreement is not None and fact.sides:
                    told[fact.claim.document_id] += [(start, outline, fact.sides) for start in _places(fact)]
    for meeting in outlines:
        placed = meeting.when is not None and meeting.when.first is not None
        if meeting.family != "contact" or placed or not meeting.people or not _is_done(meeting):
            continue
        for fact in meeting.members:
            for start, deal, sides in told[fact.claim.document_id]:
                gap = min((at - start for at in _places(fact) if at > start), default=0)
                both = len(deal.sides & meeting.sides) > 1 or (gap <= ONE_SENTENCE and sides <= meeting.sides)
                if 0 < gap <= TOLD_TOGETHER and both:
                    reason = "one report tells the meeting right after what was agreed"
                    yield meeting.id, Relation(deal.id, "same_occasion", reason, (fact.claim.id,))
                    yield deal.id, Relation(meeting.id, "same_occasion", reason, (fact.claim.id,))


def _places(fact: Facts) -> list[int]:
    """Where the claim's event words stand."""
    return sorted(e.start for e in fact.claim.evidence if e.field == "event")


def _is_done(outline: Outline) -> bool:
    return any(f.claim.status in HAPPENED for f in outline.members)


def find_orders(outlines: Sequence[Outline]) -> Iterator[Found]:
    """``follows`` along the contacts of the same people, ``presupposes`` where an ordinal counts an earlier one."""
    by_people: dict[frozenset[str], list[Outline]] = defaultdict(list)
    for outline in outlines:
        if outline.family == "contact" and len(outline.people) > 1 and _is_done(outline):
            by_people[outline.people].append(outline)
    for people in sorted(by_people, key=sorted):
        chain = sorted((o for o in by_people[people] if o.day), key=lambda o: (o.day or date.min, o.id))
        for earlier, later in pairwise(chain):
            yield later.id, Relation(earlier.id, "follows", f"the same people after {_days(later, earlier)} days", ())
            veto = _first_veto(earlier, later)
            if veto:
                yield later.id, Relation(earlier.id, "not_same_as", veto, ())
                yield earlier.id, Relation(later.id, "not_same_as", veto, ())
        for outline in by_people[people]:
            yield from _presupposed(outline, by_people[people])


def _first_veto(one: Outline, two: Outline) -> str | None:
    return next((v for a in one.members for b in two.members if (v := find_veto(a, b))), None)


def _days(later: Outline, earlier: Outline) -> int:
    return ((later.day or date.min) - (earlier.day or date.min)).days


def _presupposed(outline: Outline, others: Sequence[Outline]) -> Iterator[Found]:
    counted = [f for f in outline.members if f.claim.ordinal is not None and f.claim.ordinal > 1]
    if not counted:
        return
    fact = min(counted, key=lambda f: f.claim.id)
    ids = tuple(f.claim.id for f in counted)
    form = fact.form
    earlier = [
        o
        for o in others
        if o.id != outline.id
        and o.day
        and outline.day
        and outline.day - timedelta(days=VISIT_DAYS) <= o.day < outline.day
        and (form is None or any(f.form == form for f in o.members))
    ]
    number = fact.claim.ordinal or 2
    if earlier:
        last = max(earlier, key=lambda o: (o.day or date.min, o.id))
        yield outline.id, Relation(last.id, "presupposes", f"told as number {number}; this one came before", ids)
    else:
        reason = f"told as number {number}: number {number - 1} took place and no report tells it"
        yield outline.id, Relation(LOST, "presupposes", reason, ids)
