"""Where the readings of one event differ: typed, graded, never resolved by averaging.

Compatible is no conflict: a month and a day in it, "around 500" and 500, two years' figures, a plan and its act.
What reports say differently of an agreement (step, kind, signatories, scope) is told once, in the ledger.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from legation.judgements.days import days_clash
from legation.judgements.facts import Facts
from legation.judgements.vetoes import say_days
from legation.languages.en.roles import PART_WORDS
from legation.records import HAPPENED, Conflict, ConflictKind, Quantity, Reading, Severity, When
from legation.text import find_words, stable_id

TOLERATED = 0.05  # share by which two amounts may differ and count as one told roundly
ROUGH = 0.15  # the same where one is told as approximate


@dataclass(frozen=True, slots=True)
class Draft:
    """A conflict before its event has an id: readings as value -> claim ids."""

    field: str
    kind: ConflictKind
    severity: Severity
    readings: Mapping[str, frozenset[str]]
    note: str


def find_conflicts(
    event_id: str, members: Sequence[Facts], quantities: Mapping[str, Quantity], origins: Mapping[str, str]
) -> tuple[Conflict, ...]:
    """All conflicts within one event, by field and kind."""
    drafts = [d for find in FINDERS for d in find(members)]
    drafts += find_value_conflicts(members, quantities)
    return tuple(make_conflict(event_id, d, origins) for d in sorted(drafts, key=lambda d: (d.field, d.kind, d.note)))


def make_conflict(event_id: str, draft: Draft, origins: Mapping[str, str]) -> Conflict:
    """The draft with its id and readings in order."""
    readings = []
    for value in sorted(draft.readings):
        ids = tuple(sorted(draft.readings[value]))
        readings.append(Reading(value, ids, tuple(sorted({origins[i] for i in ids if i in origins}))))
    key = stable_id("conflict", event_id, draft.field, draft.kind, *(r.value for r in readings))
    return Conflict(key, event_id, draft.field, draft.kind, draft.severity, tuple(readings), draft.note)


def _by_value(pairs: Iterable[tuple[str, str]]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for value, claim_id in pairs:
        found[value].add(claim_id)
    return {value: frozenset(ids) for value, ids in sorted(found.items())}


def find_date_conflicts(members: Sequence[Facts]) -> Iterator[Draft]:
    """Firm days that cannot be the same: "in June" and "last month" of a report of August."""
    told: dict[str, tuple[When, set[str]]] = {}
    for fact in members:
        if fact.when is not None and fact.firm and (fact.dated or fact.when.weekday or fact.when.edtf):
            told.setdefault(say_days(fact.when), (fact.when, set()))[1].add(fact.claim.id)
    clashing = {
        words
        for one, two in combinations(sorted(told), 2)
        if days_clash(told[one][0], told[two][0])
        for words in (one, two)
    }
    if clashing:
        readings = {words: frozenset(told[words][1]) for words in sorted(clashing)}
        yield Draft("when", "date", "contradiction", readings, "the days told exclude each other")


def find_form_conflicts(members: Sequence[Facts]) -> Iterator[Draft]:
    """How it took place, in different words. What kind of instrument it is belongs to the ledger."""
    modes = _by_value((f.claim.mode, f.claim.id) for f in members if f.claim.mode)
    if len(modes) > 1:
        yield Draft("mode", "form", "granularity", modes, f"told as {', '.join(modes)}")


def find_status_conflicts(members: Sequence[Facts]) -> Iterator[Draft]:
    """Done and denied. A plan then done is none; how far an agreement has come belongs to the ledger."""
    told = _by_value((f.claim.status, f.claim.id) for f in members)
    if set(HAPPENED) & set(told) and {"denied", "negated"} & set(told):
        yield Draft("status", "status", "contradiction", told, "told as done and as not done")


def find_role_conflicts(members: Sequence[Facts]) -> Iterator[Draft]:
    """A party that acts in one report and is present, hosts or mediates in another."""
    told: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for fact in members:
        for party in fact.claim.actors:
            told[party.name]["actor"].add(fact.claim.id)
        for party in fact.claim.others:
            if party.role:
                told[party.name][party.role].add(fact.claim.id)
    for name in sorted(told):
        claims = [c for ids in told[name].values() for c in ids]
        if len(told[name]) > 1 and len(set(claims)) > 1:
            readings = {role: frozenset(ids) for role, ids in sorted(told[name].items())}
            yield Draft("actors", "role", "granularity", readings, f"{name} as {', '.join(readings)}")


def find_mediator_conflicts(members: Sequence[Facts]) -> Iterator[Draft]:
    """One who brokered it in one report and had a role in it in another."""
    told = _by_value((_mediator_role(f), f.claim.id) for f in members if f.form == "mediated")
    if len(told) > 1:
        names = sorted({p.name for f in members for p in f.claim.actors if f.form == "mediated"})
        yield Draft("actors", "role", "granularity", told, f"{', '.join(names)}: {' or '.join(told)}")


def _mediator_role(fact: Facts) -> str:
    quotes = [e.quote for e in fact.claim.evidence if e.field == "event"]
    words = {word.lower() for quote in quotes for _, _, word in find_words(quote)}
    return "had a part" if words & PART_WORDS else "mediator"


def find_flagged(members: Sequence[Facts]) -> Iterator[Draft]:
    """Slips that the reading of one report found: an office not held on that day, a home that knowledge contradicts."""
    kinds: dict[str, tuple[ConflictKind, Severity]] = {"office": ("office", "contradiction")}
    flagged = sorted({(flag, f.claim.id) for f in members for flag in f.claim.flags})
    for words in sorted({flag for flag, _ in flagged}):
        kind, severity = kinds.get(words.split(":")[0], ("identity", "tension"))
        readings = {words: frozenset(i for flag, i in flagged if flag == words)}
        yield Draft("office" if kind == "office" else "actors", kind, severity, readings, words)


def find_value_conflicts(members: Sequence[Facts], quantities: Mapping[str, Quantity]) -> Iterator[Draft]:
    """Different amounts of one unit, measure and period, beyond rounding, told by different reports."""
    groups: dict[tuple[str, str, str, str], list[tuple[Quantity, Facts]]] = defaultdict(list)
    for fact in members:
        for key in fact.claim.quantities:
            q = quantities.get(key)
            if q is not None and q.value is not None and q.unit and q.measure:
                groups[(q.unit, q.measure, q.period or "", q.baseline or "")].append((q, fact))
    for (unit, measure, *_), told in sorted(groups.items()):
        clash = [(a, b) for a, b in combinations(told, 2) if _differ(a, b)]
        if clash:
            found = _by_value(
                (f"{q.value.normalize():f} {unit}", f.claim.id) for p in clash for q, f in p if q.value is not None
            )
            yield Draft("amount", "value", "contradiction", found, f"{measure} differs")


def _differ(one: tuple[Quantity, Facts], two: tuple[Quantity, Facts]) -> bool:
    a, b = one[0].value, two[0].value
    if a is None or b is None or one[1].claim.document_id == two[1].claim.document_id:
        return False
    slack = ROUGH if one[0].approx or two[0].approx else TOLERATED
    return float(abs(a - b)) > slack * float(max(abs(a), abs(b)))


FINDERS: tuple[Callable[[Sequence[Facts]], Iterator[Draft]], ...] = (
    find_date_conflicts,
    find_form_conflicts,
    find_status_conflicts,
    find_role_conflicts,
    find_mediator_conflicts,
    find_flagged,
)
