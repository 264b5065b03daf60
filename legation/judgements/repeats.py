"""What the same parties do again and again: reasons for doubt where a day is wanting.

Example:
    "the meeting of the two" in a report of unknown day, and their meeting of last spring: leaders who meet every year
    may have met again, and nothing in the words says which time is meant.
"""

from __future__ import annotations

from collections.abc import Iterator

from legation.judgements.facts import Facts, share_amount, share_place
from legation.judgements.tables import level_of, load_tables

Feature = tuple[str, float, str]
"""Name, strength between 0 and 1, and the words for ``reasons``."""

NARROW_DAYS = 7  # days so near say by themselves that it is one occasion
FAR_DAYS = 60  # reports so far apart may speak of two rounds of an act that stands
SERIAL_DAYS = 3  # within which an attack is most likely the one told of
NEWS_DAYS = 4  # reports so near each other tell the same news
PAIR = 2


def find_doubts(a: Facts, b: Facts, shared: float) -> Iterator[Feature]:
    """Every reason why the two may be two occasions, though their parties and kind are the same.

    Args:
        shared: how much other news both reports tell, 0 to 1; with much of it they are of the same days.
    """
    if a.lasting != b.lasting:
        yield "deed_or_conflict", 1.0, "one report tells what goes on, the other a deed"
    if _on_near_days(a, b):
        return
    if _is_serial(a) and not share_amount(a, b) and not _are_near(a, b, SERIAL_DAYS):
        yield "struck_again", 1.0, "the same is done again every few days, and a day is wanting"
    if shared < 1 and is_one_lost(a, b) and not (_are_counted_alike(a, b) or share_amount(a, b)):
        yield "lost_report", 1 - shared, "one report may be of any year"
    if _is_lone(a) and _is_lone(b) and _wants_day(a, b) and not share_place(a, b):
        yield "lone_undated", 1.0, "one party does this again and again, and a day is wanting"
    if (a.several or b.several) and not share_amount(a, b):
        yield "several_told", 1.0, "one report speaks of several"
    if _is_promise(a) and _is_promise(b) and not _reported_within(a, b, NEWS_DAYS):
        yield "promise_undated", 1.0, "a promise that may have been made twice, and a day wanting"
    if _are_rounds_of_other_size(a, b):
        yield "other_round", 1.0, "two take part in one report, more in the other, and a day is wanting"
    stands = a.family in load_tables()["standing"]["always"]
    if not (a.dated or b.dated or stands or _reported_within(a, b, FAR_DAYS)):
        yield "told_far_apart", 1.0, "told in reports of other seasons, a day wanting in both"


def _on_near_days(a: Facts, b: Facts) -> bool:
    """Whether both give days, and narrow ones."""
    return all(f.days is not None and (f.days[1] - f.days[0]).days <= NARROW_DAYS for f in (a, b))


def _are_counted_alike(a: Facts, b: Facts) -> bool:
    return a.claim.ordinal is not None and a.claim.ordinal == b.claim.ordinal


def _are_rounds_of_other_size(a: Facts, b: Facts) -> bool:
    """Whether people of two sides meet in one report, people of more sides in the other."""
    one, two = sorted((frozenset(a.people_of), frozenset(b.people_of)), key=len)
    return level_of(a.family) == "people" and len(one) >= PAIR and one < two


def _is_serial(fact: Facts) -> bool:
    """Whether it is done anew every few days while it goes on, and the claim is no look back."""
    return fact.family in load_tables()["repeats"]["serial"]


def _are_near(a: Facts, b: Facts, days: int) -> bool:
    """Whether the days of both, or of their reports where an event has none, lie within so many days of each other.

    Both of history or of a plain day each are left to their days; a report of no day counts as near.
    """
    if a.dated and b.dated:
        return True
    one, two = (f.days or (f.published.first, f.published.last) for f in (a, b))
    if one[0] is None or one[1] is None or two[0] is None or two[1] is None:
        return True
    return (max(one[0], two[0]) - min(one[1], two[1])).days <= days


def _is_lone(fact: Facts) -> bool:
    """Whether one party alone does what it does again and again."""
    return fact.family in load_tables()["repeats"]["families"] and len(fact.sides) < PAIR


def _wants_day(a: Facts, b: Facts) -> bool:
    """Whether neither gives a day, or one does and the other's report is of other days."""
    return not (a.dated or b.dated) or (a.dated != b.dated and not _reported_within(a, b, NEWS_DAYS))


def _is_promise(fact: Facts) -> bool:
    """Whether an agreement is told by a verb alone, as no instrument: "pledged to go on"."""
    return fact.family == "agreement" and fact.claim.agreement is None


def is_one_lost(a: Facts, b: Facts) -> bool:
    """Whether one is told without any day, in a report without one, while the year of the other is known.

    A weekday, or a month without its year ("in August"), tells no year, but may be held against the other's days: what
    gives one is not lost.
    """
    return (_is_lost(a) and _is_placed(b)) or (_is_lost(b) and _is_placed(a))


def _is_lost(fact: Facts) -> bool:
    """Whether neither its words nor its report give anything of a calendar: no day, weekday, month or year."""
    told = fact.when is not None and bool(fact.dated or fact.when.weekday or fact.when.edtf)
    return fact.published.first is None and not told


def _is_placed(fact: Facts) -> bool:
    """Whether its own words or its report's stated day give the year; a day inferred from neighbours does not."""
    stated = fact.published.first is not None and fact.published.basis != "inferred"
    return stated or (fact.dated and fact.when is not None and fact.when.anchor == "absolute")


def _reported_within(a: Facts, b: Facts, days: int) -> bool:
    """Whether both reports came out within so many days; a report of no day counts as near."""
    one, two = a.published.last, b.published.last
    return one is None or two is None or abs((one - two).days) <= days
