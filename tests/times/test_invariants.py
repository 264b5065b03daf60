"""What holds for any text."""

from __future__ import annotations

import time
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from legation.records import Published
from legation.times import find_times
from legation.times.tables import load_tables

WORDS = [
    "on", "in", "the", "last", "next", "this", "Monday", "Saturday", "night", "May", "June", "31", "4", "2025",
    "12:30", "p.m.", "early", "late", "of", "year", "week", "weeks", "ago", "two", "quarter", "third", "will",
    "met", ",", ".", "-", "1990s", "half", "century", "20th", "\n", "\n\n", "Sept.", "and", "to", "from", "winter",
    "day", "following", "a", "0", "99", "/", "Feb.", "30", "decade", "9999", "BC", "since", "before", "every", "'s",
    "months", "later", "GMT", "yesterday", "noon", "1000", "29",
]  # fmt: skip
DAYS = st.dates(date(1, 1, 1), date(9999, 12, 31))
SOUP = st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join)


@settings(max_examples=300, deadline=None)
@given(SOUP | st.text(max_size=200), st.none() | DAYS, st.integers(0, 40))
def test_spans_are_verbatim_and_days_in_order(text: str, day: date | None, width: int) -> None:
    last = None if day is None else date.fromordinal(min(day.toordinal() + width, date.max.toordinal()))
    reached = 0
    for found in find_times(text, Published(day, last)):
        assert text[found.start : found.end] == found.text != ""
        assert found.start >= reached
        reached = found.end
        assert (found.when.first is None) == (found.when.last is None)
        if found.when.first is not None and found.when.last is not None:
            assert found.when.first <= found.when.last


@settings(max_examples=60, deadline=None)
@given(st.dates(date(1990, 1, 1), date(2040, 1, 1)), st.integers(-4000, 4000))
def test_shifting_the_publication_day_shifts_relative_days(day: date, days: int) -> None:
    text = "They spoke yesterday, met the day before yesterday and fly home tomorrow; the deal was done 10 days ago."
    moved = find_times(text, day + timedelta(days))
    for here, there in zip(find_times(text, day), moved, strict=True):
        assert here.when.first is not None
        assert there.when.first is not None
        assert there.when.first - here.when.first == timedelta(days)


def test_a_leap_day_is_read_from_the_end_of_the_range_that_has_it() -> None:
    early, late = date(2024, 11, 1), date(2025, 9, 10)
    text = "It was signed on Feb. 29."
    [found] = find_times(text, Published(early, late))
    assert (found.value, found.when.first, found.when.last) == ("2024-02-29", date(2024, 2, 29), date(2024, 2, 29))
    assert find_times(text, Published(date(2023, 11, 1), early)) == (found,)


def test_a_day_counted_from_an_event_is_not_counted_from_publication() -> None:
    for text, weekday in (
        ("It fell on the Monday after the vote.", 1),
        ("They spoke on the night before the raid.", None),
        ("He rested the Friday night following his return.", 5),
    ):
        [found] = find_times(text, date(2025, 9, 14))
        assert (found.when.first, found.when.weekday, found.when.anchor) == (None, weekday, "event")
    [found] = find_times("They met on Monday after the vote.", date(2025, 9, 14))
    assert found.when.first == date(2025, 9, 8)


WEEKLY = ["last Monday", "next Friday", "on Saturday", "last week", "next week", "two weeks ago", "this weekend",
          "late last night", "last Tuesday evening", "the past two weeks", "on Friday at noon"]  # fmt: skip


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(WEEKLY), st.dates(date(1990, 1, 1), date(2040, 1, 1)), st.integers(-500, 500))
def test_shifting_the_publication_day_by_weeks_shifts_weekdays(words: str, day: date, weeks: int) -> None:
    [here] = find_times(f"They met {words}.", day)
    [there] = find_times(f"They met {words}.", day + timedelta(7 * weeks))
    assert here.when.first is not None
    assert here.when.last is not None
    assert there.when.first == here.when.first + timedelta(7 * weeks)
    assert there.when.last == here.when.last + timedelta(7 * weeks)


NO_TIMES = ["{a} percent", "{a}%", "{a}.{b} per cent", "${a}", "€{a} million", "Rs {a} crore", "£{a}.{b}",
            "{b}-{c} on goals", "+{c} {a} {b}", "version {b}.{c}.{a}", "v{b}.{c}", "${a}bn", "{a},000 people",
            "No. {b}", "{b} to {c} votes", "Resolution {a}", "a {b}-year-old"]  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(NO_TIMES), st.integers(1, 2999), st.integers(1, 99), st.integers(1, 31))
def test_prices_scores_and_other_figures_are_no_times(form: str, a: int, b: int, c: int) -> None:
    text = f"It stood at {form.format(a=a, b=b, c=c)} then."
    assert [t.text for t in find_times(text, date(2025, 9, 14))] == []


def test_every_rule_has_a_reading() -> None:
    from legation.times.resolve import Resolver

    tables = load_tables()
    assert {rule.kind for rule in tables.rules} <= set(Resolver(tables).by_kind)


def test_fifty_thousand_characters_take_less_than_a_second() -> None:
    text = "The two ministers met last Monday, a week after the talks of 3 May 2025; the next round is in June. " * 500
    load_tables()
    began = time.process_time()
    find_times(text, date(2025, 9, 14))
    assert time.process_time() - began < 1.5


def test_long_runs_of_time_words_stay_linear() -> None:
    load_tables()
    for piece in ("the ", "two ", "2025 ", "early late ", "1-", "a hundred and "):
        began = time.process_time()
        find_times(piece * 4000, date(2025, 9, 14))
        assert time.process_time() - began < 4
