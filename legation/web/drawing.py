"""Geometry of lanes: where bars and marks stand, in per cent of the width, so that text keeps its size."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from legation.languages.en.calendar import MONTHS
from legation.views.dyads import Bar, Lane

ROW = 14
MOST_ROWS = 8
NARROWEST = 1.1  # per cent of the width that a mark takes


@dataclass(frozen=True, slots=True)
class Mark:
    """An event on a lane: ``x`` and ``width`` in per cent, ``y`` in pixels."""

    bar: Bar
    x: float
    width: float
    y: int


@dataclass(frozen=True, slots=True)
class DrawnLane:
    """A lane with its marks and its height in pixels; ``hidden`` did not fit."""

    lane: Lane
    marks: tuple[Mark, ...]
    height: int
    hidden: int


@dataclass(frozen=True, slots=True)
class Drawing:
    """All lanes over one axis of days."""

    lanes: tuple[DrawnLane, ...]
    ticks: tuple[tuple[float, str], ...]


def draw_lanes(lanes: Sequence[Lane]) -> Drawing | None:
    """The lanes over the days of all their bars; None where nothing has a day."""
    days = [d for lane in lanes for bar in lane.bars for d in (bar.first, bar.last)]
    if not days:
        return None
    first, last = min(days), max(days)
    margin = max((last - first) // 30, timedelta(2))
    first, last = _moved(first, -margin), _moved(last, margin)
    return Drawing(tuple(_draw(lane, first, last) for lane in lanes), tuple(_ticks(first, last)))


def _draw(lane: Lane, first: date, last: date) -> DrawnLane:
    ends: list[float] = []
    marks, hidden = [], 0
    for bar in sorted(lane.bars, key=lambda b: (b.first, b.last, b.event_id)):
        x, end = _place(bar.first, first, last), _place(_moved(bar.last, timedelta(1)), first, last)
        width = max(end - x, NARROWEST)
        row = next((n for n, taken in enumerate(ends) if taken <= x), len(ends))
        if row >= MOST_ROWS:
            hidden += 1
            continue
        ends[row : row + 1] = [x + width + 0.2]
        marks.append(Mark(bar, round(x, 2), round(width, 2), 5 + row * ROW))
    return DrawnLane(lane, tuple(marks), 10 + ROW * max(len(ends), 1), hidden)


def _ticks(first: date, last: date) -> Iterable[tuple[float, str]]:
    """Beginnings of months or years, seven at most."""
    months = (last.year - first.year) * 12 + last.month - first.month
    step = next(s for s in (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 12000) if months / s <= 6)
    at = first.year * 12 + first.month
    at += -at % step
    while at <= last.year * 12 + last.month - 1 and at // 12 <= 9998:
        day = date(at // 12, at % 12 + 1, 1)
        x = round(_place(day, first, last), 2)
        yield x, str(day.year) if step >= 12 else f"{MONTHS[day.month - 1][0][:3]} {day.year}"
        at += step


def _place(day: date, first: date, last: date) -> float:
    return 100 * (day - first).days / max((last - first).days, 1)


def _moved(day: date, by: timedelta) -> date:
    """The day so much later, within the calendar."""
    return date.fromordinal(min(max(day.toordinal() + by.days, 1), date.max.toordinal()))
