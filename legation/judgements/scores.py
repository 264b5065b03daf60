"""The transparent score of a pair: named features times hand-set weights, through a logistic curve.

Method: a weighted sum of evidence as in Fellegi and Sunter 1969 (record linkage), with weights set by hand.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from math import exp

from legation.judgements.days import days_clash
from legation.judgements.facts import SOON_DAYS, Facts, share_amount, share_place
from legation.judgements.repeats import Feature, find_doubts
from legation.judgements.tables import level_of, weight
from legation.judgements.vetoes import (
    COARSE,
    PLANS,
    are_own_news,
    are_words_of_an_occasion,
    is_month_slip,
    is_speech,
    say_days,
)
from legation.records import HAPPENED
from legation.times import intersect

SAME_WORDING = 0.8  # share of the shorter quote's words from which two quotes are one text
FEWEST_WORDS = 5
PRINT_DAYS = 3
SAID_ANEW = timedelta(days=4)  # from here on the same words may be said anew rather than told again
OLD_NEWS = timedelta(days=45)
NEAR_BUT_TOLD_LATE = 0.7  # news of the same days, but told far down in both reports
HISTORY_UNPLACED = 0.4  # a report's day would only bound its history from above, so less is lost without it
CEASEFIRE, UNKNOWN = "ceasefire", "unspecified"


@dataclass(frozen=True, slots=True)
class Setting:
    """What a pair is seen against: how rare a party set is (0 to 1), and how much news two reports share (0 to 1).

    ``shared_news`` is None as long as nobody has asked.
    """

    rarity: Mapping[tuple[str, frozenset[str]], float]
    shared_news: Mapping[tuple[str, str], float] | None


def score_pair(a: Facts, b: Facts, setting: Setting) -> tuple[float, tuple[str, ...]]:
    """Score between 0 and 1 and the reasons, strongest first."""
    score, found = weigh_pair(a, b, setting)
    return score, order_reasons(found)


def weigh_pair(a: Facts, b: Facts, setting: Setting) -> tuple[float, list[Feature]]:
    """Score between 0 and 1 and the features it rests on. Most pairs are far below any threshold: nobody asks why."""
    found = list(find_features(a, b, setting))
    total = weight("bias") + sum([weight(name) * strength for name, strength, _ in found])
    return 1 / (1 + exp(-total)), found


def order_reasons(found: Iterable[Feature]) -> tuple[str, ...]:
    """The words of features, strongest first."""
    ordered = sorted(found, key=lambda f: (-abs(weight(f[0]) * f[1]), f[0]))
    return tuple(words for _, _, words in ordered)


def find_features(a: Facts, b: Facts, setting: Setting) -> Iterator[Feature]:
    """All features that hold for the pair."""
    yield from _time_features(a, b)
    yield from _party_features(a, b)
    yield from _content_features(a, b)
    key = (a.family, a.people & b.people if level_of(a.family) == "people" else a.sides & b.sides)
    if setting.rarity.get(key, 0.0) > 0:
        yield "rare_parties", setting.rarity[key], "few events of this kind join these parties"
    known = setting.shared_news
    shared = 0.0 if known is None else known.get(_pair(a.claim.document_id, b.claim.document_id), 0.0)
    yield from find_doubts(a, b, 1.0 if known is None else shared)
    if shared and not (is_speech(a) and not (a.dated and b.dated)):
        yield "shared_news", shared, "the two reports share other news"
    if a.origin is not None and a.origin == b.origin:
        yield "same_origin", 1.0, "both go back to one statement"


def may_be_said_anew(a: Facts, b: Facts) -> bool:
    """Whether two acts of words, one of them undated, are the news of days so far apart that they may be two."""
    if a.when is not None and b.when is not None and days_clash(a.when, b.when, 0):
        return are_words_of_an_occasion(a, b)
    if not is_speech(a) or (a.dated and b.dated):
        return False
    one, two = (f.days[0] if f.days else None if f.claim.background else f.published.last for f in (a, b))
    return one is not None and two is not None and abs(one - two) >= SAID_ANEW


def may_be_one_saying(a: Facts, b: Facts) -> bool:
    """Whether a report without any day tells words of the same person, in the same way, on the same matter."""
    if not a.claim.mode or a.claim.mode != b.claim.mode:
        return False
    lost = a.published.first is None or b.published.first is None
    if not (lost and is_speech(a)) or (a.dated and b.dated):
        return False
    same = bool(a.people) and a.people == b.people and a.actor_sides == b.actor_sides
    return same and a.recipient_sides == b.recipient_sides and bool(set(a.claim.topics) & set(b.claim.topics))


def _pair(one: str, two: str) -> tuple[str, str]:
    return (one, two) if one <= two else (two, one)


def _time_features(a: Facts, b: Facts) -> Iterator[Feature]:
    if a.days and b.days and a.when and b.when:
        yield _dated(a, b)
    elif a.days or b.days:
        yield from _half_dated(a, b)
    else:
        yield from _undated(a, b)
    if a.when and b.when and a.when.weekday and a.when.weekday == b.when.weekday:
        yield "same_weekday", 1.0, "both tell the same weekday"
    if is_speech(a) and not (a.dated and a.firm and b.dated and b.firm):
        yield "speech_undated", 1.0, "words that may have been said twice, and a day wanting"
    yield from _status_features(a, b)
    if are_own_news(a, b):
        yield "other_news", 1.0, "one outlet tells each as the news of another day"
    if a.claim.background != b.claim.background:
        yield "background_gap", 1.0, "news in one report, history in the other"


def _dated(a: Facts, b: Facts) -> Feature:
    assert a.when is not None
    assert b.when is not None
    assert a.days is not None
    assert b.days is not None
    shared = intersect(a.when, b.when)
    words = f"{say_days(a.when)}; {say_days(b.when)}"
    if shared is None or shared.first is None or shared.last is None:
        return (
            ("month_apart", 1.0, f"neighbouring months: {words}") if is_month_slip(a, b) else ("near_days", 1.0, words)
        )
    width = max((d[1] - d[0]).days for d in (a.days, b.days))
    soft = 1.0 if a.firm and b.firm else 0.5 if level_of(a.family) == "roles" else 0.8
    if width <= 1:
        return "same_day", soft, f"same day: {words}"
    if width <= 7:
        return "same_week", soft, f"same week: {words}"
    if width <= 31:
        return "same_month", soft, f"same month: {words}"
    return "wide_overlap", soft, f"the days overlap: {words}"


def _half_dated(a: Facts, b: Facts) -> Iterator[Feature]:
    undated, dated = (b, a) if a.days else (a, b)
    low, high = undated.window
    assert dated.days is not None
    if is_month_slip(a, b):
        yield "month_apart", 1.0, "neighbouring months"
    elif high is None and not (undated.when and (undated.when.weekday or undated.when.edtf)):
        strength = HISTORY_UNPLACED if undated.claim.background else 1.0
        yield "unplaced", strength, "neither the event nor its report has a day"
    if low is None and high is not None and not undated.claim.background and dated.days[0] <= high:
        yield "standing_dated", 1.0, "an act that stands, told without its day"
    if low is not None and high is not None:
        kept = undated.claim.status in PLANS and dated.claim.status not in PLANS
        if kept:
            high = low + SOON_DAYS
        if low <= dated.days[1] and dated.days[0] <= high:
            yield "news_window", _nearness(undated, dated), "the day lies in the news of the other report"
        else:
            yield "outside_window", 1.0, "the day lies outside the news of the other report"
            if dated.days[1] < low - OLD_NEWS:
                yield "old_for_news", 1.0, "months before the report that tells it as no history"
            if kept and dated.days[0] > high:
                yield "late_for_plan", 1.0, "held long after a plan that gives no day"


def _nearness(undated: Facts, dated: Facts) -> float:
    """1 for a day of the undated event's report, falling to a third; half of it where the other day is only coarse."""
    if dated.days is None or undated.published.last is None:
        return 0.5
    published = undated.published.last
    gap = max((dated.days[0] - published).days, (published - dated.days[1]).days, 0)
    narrow = dated.when is not None and dated.when.precision not in COARSE
    return max(0.33, 1 - gap / 30) * (1.0 if narrow else 0.5)


def _undated(a: Facts, b: Facts) -> Iterator[Feature]:
    one, two = a.published.last, b.published.last
    if (
        one is not None
        and two is not None
        and abs((one - two).days) <= 4
        and not (a.claim.background or b.claim.background)
    ):
        strength = 1.0 if a.leads or b.leads else NEAR_BUT_TOLD_LATE
        yield "both_undated_near", strength, "no day in either, both news of the same days"
    elif one is None or two is None:
        yield "both_undated", 1.0, "no day in either, and a report without a day"
    elif a.window[0] is None and b.window[0] is None and not (a.claim.background or b.claim.background):
        yield "standing_undated", 1.0, "no day in either of an act that stands"


def _status_features(a: Facts, b: Facts) -> Iterator[Feature]:
    one, two = sorted((a.claim.status, b.claim.status), key=_done)
    if one in HAPPENED and two in ("hypothetical", "negated", "denied", "called_for"):
        disputed = two == "denied" and a.dated and b.dated  # one side denies what the other tells of that day
        yield "status_gap", 0.5 if disputed else 1.0, f"told as {one} and as {two}"
    elif {one, two} == {"occurred", "ongoing"} and a.family == "agreement":
        yield "status_gap", 1.0, "agreed in one report, still sought in the other"
    elif one != two and not (a.dated and b.dated):
        yield "status_step", 1.0, f"told as {one} and as {two}, a day wanting"


def _done(status: str) -> tuple[bool, bool, str]:
    return status != "occurred", status != "ongoing", status


def strength_of_gap(family: str) -> float:
    """How much it says that one report names people and the other states: leaders' talks are not those of envoys.

    What ministers agree, their states have agreed.
    """
    return 1.5 if level_of(family) == "people" else 0.5


def _party_features(a: Facts, b: Facts) -> Iterator[Feature]:
    people, sides = a.people & b.people, a.sides & b.sides
    if people:
        yield ("two_people" if len(people) > 1 else "one_person"), 1.0, f"{len(people)} people in common"
    elif bool(a.people) != bool(b.people) and level_of(a.family) != "roles":
        yield "level_gap", strength_of_gap(a.family), "people in one report, only states in the other"
    elif a.people and b.people and not people and level_of(a.family) == "sides":
        yield "other_people", 1.0, "other people act"
    if len(sides) > 1:
        yield "two_sides", 1.0, f"sides in common: {', '.join(sorted(sides))}"
    elif sides:
        yield "one_side", 1.0, f"side in common: {', '.join(sorted(sides))}"
    if level_of(a.family) == "people" and a.sides != b.sides and min(len(a.sides), len(b.sides)) > 1:
        yield "other_sides", 0.5 if a.form == "mediated" else 1.0, "one report names a side more"
    if not a.sides or not b.sides or (a.sides != b.sides and min(len(a.sides), len(b.sides)) < 2):
        yield "missing_side", 1.0, "one report leaves a side unnamed"
    if a.form == b.form == "mediated" and a.people and a.people == b.people:
        yield "same_mediator", 1.0, "the same mediator"
    matter = bool(a.organisations & b.organisations) or are_of_one_matter(a, b)
    matter = matter or share_amount(a, b)
    enough = len(sides) > 1 or len(people) > (1 if level_of(a.family) == "people" else 0)
    if not enough and a.sides != b.sides and not matter:
        yield "thin_parties", 1.0, "too few parties in common"
    if a.sides and a.sides == b.sides and a.actor_sides == b.actor_sides and len(a.sides) < 3:
        yield "same_roles", 1.0, "the same parties in the same roles"
    if level_of(a.family) == "roles" and _are_crossed(a, b):
        yield "roles_crossed", 1.0, "who acts in one report only suffers in the other"
    if a.organisations & b.organisations:
        yield "same_organisation", 1.0, f"same organisation: {', '.join(sorted(a.organisations & b.organisations))}"


def _are_crossed(a: Facts, b: Facts) -> bool:
    """Whether one report names nobody who acts, and among those who suffer the actor of the other."""
    return any(not one.actor_sides and one.recipient_sides & two.actor_sides for one, two in ((a, b), (b, a)))


def _content_features(a: Facts, b: Facts) -> Iterator[Feature]:
    if a.claim.mode and b.claim.mode:
        if a.claim.mode == b.claim.mode:
            yield "same_mode", 1.0, f"both {a.claim.mode}"
        elif a.form and b.form:
            yield "other_form", 0.5, f"{a.claim.mode} and {b.claim.mode}"
    if a.is_visit != b.is_visit and not (a.claim.mode and b.claim.mode):
        yield "visit_or_talk", 1.0, "a visit in one report, a contact of no told form in the other"
    if a.claim.event_type == b.claim.event_type:
        yield "same_type", 1.0, f"both {a.claim.event_type}"
    if a.claim.place and share_place(a, b):
        yield "same_place", 1.0, f"same place: {a.claim.place.name}"
    if share_amount(a, b):
        yield "same_quantity", 1.0, "the same amount"
    topics = set(a.claim.topics) & set(b.claim.topics)
    if topics:
        yield "shared_topic", 1.0, f"shared topics: {', '.join(sorted(topics))}"
    elif a.claim.topics and b.claim.topics and level_of(a.family) == "sides":
        yield "no_matter", 1.0, "no matter in common"
    if a.claim.ordinal is not None and a.claim.ordinal == b.claim.ordinal:
        yield "same_ordinal", 1.0, f"both count it as number {a.claim.ordinal}"
    elif max(a.claim.ordinal or 1, b.claim.ordinal or 1) > 1:
        yield "ordinal_gap", 1.0, "only one report counts it"
    yield from _agreement_features(a, b)
    if a.words and b.words:
        shared = len(a.words & b.words) / min(len(a.words), len(b.words))
        if shared >= 0.2:
            yield "like_words", min(1.0, shared), "alike in words"
        if shared >= SAME_WORDING and min(len(a.words), len(b.words)) >= FEWEST_WORDS and _printed_near(a, b):
            yield "same_wording", 1.0, "told in the same words in the same days"


def _printed_near(a: Facts, b: Facts) -> bool:
    one, two = a.published.last, b.published.last
    return one is not None and two is not None and abs((one - two).days) <= PRINT_DAYS


def are_of_one_matter(a: Facts, b: Facts) -> bool:
    """Whether two instruments are named by the same matter, most of it: "nuclear deal", "historic nuclear accord"."""
    if a.claim.agreement is None or b.claim.agreement is None or a.family != "agreement":
        return False
    one, two = set(a.claim.agreement.matter), set(b.claim.agreement.matter)
    return bool(one and two) and 2 * len(one & two) > min(len(one), len(two))


def _agreement_features(a: Facts, b: Facts) -> Iterator[Feature]:
    one, two = a.claim.agreement, b.claim.agreement
    if one is None or two is None:
        if (one is None) != (two is None) and a.family == "agreement":
            yield "other_kind", 1.0, "an instrument in one report, a promise in the other"
        return
    if one.kind != two.kind and CEASEFIRE in (one.kind, two.kind) and UNKNOWN not in (one.kind, two.kind):
        yield "other_matter", 1.0, f"{one.kind} and {two.kind}"
    if are_of_one_matter(a, b):
        yield "same_matter", 1.0, f"both are about {', '.join(sorted(set(one.matter) & set(two.matter)))}"
    subjects = set(one.subjects) & set(two.subjects)
    if subjects:
        yield "shared_subject", 1.0, f"both on {', '.join(sorted(subjects))}"
