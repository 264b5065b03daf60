"""Lower bounds for the weekdays of undated reports, from what they tell as past.

A report that tells an event of "July" was published when July was over; where another report of that event gives its
year, a "Saturday" of the first report's news lies not before August of that year.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from legation.events.dating import share_days
from legation.judgements.facts import Facts
from legation.records import HAPPENED

_BARE_MONTH = re.compile(r"XXXX-(\d\d)")
LONGEST = timedelta(days=31)  # a year that a report recalls says nothing of the days of its news
NEWS_REACH = timedelta(days=7)  # an event of the news lies at most so long before its report


def bound_weekdays(facts: Mapping[str, Facts], clusters: Sequence[Sequence[str]]) -> dict[str, Facts]:
    """The facts, with ``not_before`` set where a weekday of the news is all that an undated report gives."""
    floors = find_floors(facts, clusters)
    bound = dict(facts)
    for key, fact in facts.items():
        floor = floors.get(fact.claim.document_id)
        if floor is None or fact.when is None or fact.when.first is not None or fact.claim.background:
            continue
        if fact.when.weekday is not None and (fact.when.not_before is None or fact.when.not_before < floor):
            bound[key] = replace(fact, when=replace(fact.when, not_before=floor, inferred=True, chain=(key,)))
    return bound


def find_floors(facts: Mapping[str, Facts], clusters: Sequence[Sequence[str]]) -> dict[str, date]:
    """Undated document id -> the first day on which its news can lie."""
    floors: dict[str, date] = {}
    for part in clusters:
        members = [facts[k] for k in sorted(part)]
        for fact in members:
            others = [f for f in members if f.claim.document_id != fact.claim.document_id]
            floor = _floor(fact, others)
            key = fact.claim.document_id
            if floor is not None and (key not in floors or floors[key] < floor):
                floors[key] = floor
    return floors


def _floor(fact: Facts, others: Sequence[Facts]) -> date | None:
    if fact.published.first is not None or fact.when is None or fact.claim.status not in HAPPENED:
        return None
    if fact.days is not None and fact.when.anchor == "absolute":
        if fact.claim.background or fact.days[1] - fact.days[0] > LONGEST:
            return None
        return fact.days[0] - NEWS_REACH
    month = _BARE_MONTH.fullmatch(fact.when.edtf or "")
    shared = share_days(others)[0] if month and others else None
    if month is None or shared is None or shared.last is None or shared.last.month != int(month[1]):
        return None
    return (shared.last.replace(day=1) + timedelta(days=32)).replace(day=1)
