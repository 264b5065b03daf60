"""How high a pair can score at most, by what is quick to see: most pairs of a block are far below any threshold.

The ceiling is the sum of all that may speak for a pair and of some of what surely speaks against it. Whatever else the
features say can only lower it, so a pair whose ceiling is below a threshold need not be weighed.
"""

from __future__ import annotations

from functools import cache
from math import log

from legation.judgements.facts import Facts, share_place
from legation.judgements.scores import SAME_WORDING, strength_of_gap
from legation.judgements.tables import level_of, threshold, weight
from legation.judgements.vetoes import is_speech

SLACK = 1e-6  # for sums added in another order


@cache
def find_floor() -> float:
    """The sum of weights from which a pair is kept: that of the score of ``unsure``."""
    score = threshold("unsure")
    return log(score / (1 - score)) - SLACK


def find_ceiling(a: Facts, b: Facts) -> float:
    """A bound from above for the sum of the weights of a pair's features, as long as nobody asked for shared news.

    Example:
        Of "Paris and Rome agreed", told in two reports without any day, and in no like words: -0.9.
    """
    return weight("bias") + _of_time(a, b) + _of_parties(a, b) + _of_content(a, b) + _of_words(a, b)


@cache
def _most(*features: str) -> float:
    """The most that one of these features can add."""
    return max([0.0, *map(weight, features)])


def _of_time(a: Facts, b: Facts) -> float:
    gain = 0.0
    if a.when is not None and b.when is not None and a.when.weekday and a.when.weekday == b.when.weekday:
        gain += _most("same_weekday")
    if a.dated and b.dated:
        return gain + _most("same_day", "same_week", "same_month", "wide_overlap", "near_days", "month_apart")
    if is_speech(a):
        gain += weight("speech_undated")
    if a.dated or b.dated:
        return gain + _of_half_dated(b if a.dated else a)
    if a.published.last is None or b.published.last is None:
        return gain + weight("both_undated")
    return gain + _most("both_undated_near", "standing_undated")


def _of_half_dated(undated: Facts) -> float:
    """What the day of the other may add to a claim without one."""
    if undated.window[1] is not None:
        return _most("standing_dated", "news_window")
    told = undated.when is not None and (undated.when.weekday or undated.when.edtf)
    return 0.0 if told or undated.claim.background else weight("unplaced")


def _of_parties(a: Facts, b: Facts) -> float:
    people, sides = len(a.people & b.people), len(a.sides & b.sides)
    gain = _most("rare_parties")
    if people:
        gain += _most("two_people" if people > 1 else "one_person")
    elif bool(a.people) != bool(b.people) and level_of(a.family) != "roles":
        gain += weight("level_gap") * strength_of_gap(a.family)
    if sides:
        gain += _most("two_sides" if sides > 1 else "one_side")
    if a.sides == b.sides:
        gain += _most("same_roles")
    if a.form == b.form == "mediated":
        gain += _most("same_mediator")
    if a.organisations & b.organisations:
        gain += _most("same_organisation")
    if a.origin is not None and a.origin == b.origin:
        gain += _most("same_origin")
    return gain


def _of_content(a: Facts, b: Facts) -> float:
    one, two = a.claim, b.claim
    gain = _most("same_type") if one.event_type == two.event_type else 0.0
    if one.mode is not None and one.mode == two.mode:
        gain += _most("same_mode")
    elif a.is_visit != b.is_visit and not (one.mode and two.mode):
        gain += weight("visit_or_talk")
    if share_place(a, b):
        gain += _most("same_place")
    if a.amounts and b.amounts:
        gain += _most("same_quantity")
    if one.topics and two.topics:
        gain += _most("shared_topic")
    if one.ordinal is not None and one.ordinal == two.ordinal:
        gain += _most("same_ordinal")
    if one.agreement is not None and two.agreement is not None:
        gain += _most("same_matter") + _most("shared_subject")
    return gain


def _of_words(a: Facts, b: Facts) -> float:
    if not (a.words and b.words):
        return 0.0
    share = len(a.words & b.words) / min(len(a.words), len(b.words))
    near = a.published.last is not None and b.published.last is not None
    return _most("like_words") * share + (_most("same_wording") if near and share >= SAME_WORDING else 0.0)
