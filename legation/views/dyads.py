"""Two states' affairs over time: lanes by kind of event, and scores in both directions."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from legation.knowledge import load_knowledge
from legation.records import HAPPENED, Event, When, shown
from legation.store import EventQuery, Store
from legation.text import read_toml
from legation.views.filters import day_key
from legation.views.words import when_words

MOST_DRAWN = 200
MOST_MONTHS = 240
_FILE = Path(__file__).with_name("scales.toml")


@dataclass(frozen=True, slots=True)
class Bar:
    """An event on a lane: ``first`` to ``last`` are the days on which it can have been."""

    event_id: str
    label: str
    words: str
    first: date
    last: date
    certain: bool
    status: str
    origins: int
    in_conflict: bool


@dataclass(frozen=True, slots=True)
class Lane:
    """One kind of affairs, its bars by day; ``undated`` counts those without any day."""

    name: str
    meaning: str
    bars: tuple[Bar, ...]
    undated: int


@dataclass(frozen=True, slots=True)
class ScoreRow:
    """A month's sum of scores from ``a`` to ``b`` and back, each event once, and each by its known origins."""

    month: str
    to_b: float
    to_a: float
    to_b_by_origins: float
    to_a_by_origins: float
    events: int


@dataclass(frozen=True, slots=True)
class DyadView:
    """What two parties did together or to each other. ``drawn`` of ``total`` events are in lanes and scores.

    ``latest`` are their ids, the newest first.
    """

    a: str
    b: str
    a_name: str
    b_name: str
    lanes: tuple[Lane, ...]
    scores: tuple[ScoreRow, ...]
    drawn: int
    total: int
    latest: tuple[str, ...] = ()


def dyad_view(store: Store, a: str, b: str, since: date | None = None, until: date | None = None) -> DyadView:
    """The latest events of both, in lanes and as monthly scores."""
    query = dyad_query(a, b, since, until)
    with store.snapshot():
        ids = store.catalogue.event_ids(query, MOST_DRAWN)
        events = sorted(store.catalogue.events(ids), key=day_key)
        total = len(ids) if len(ids) < MOST_DRAWN else store.catalogue.count_events(query)
        names = party_name(store, a), party_name(store, b)
    return DyadView(a, b, *names, lanes_of(events), scores_of(events, a, b), len(events), total, tuple(ids))


def dyad_query(a: str, b: str, since: date | None = None, until: date | None = None) -> EventQuery:
    """The events of both, the newest first."""
    return EventQuery(since=since, until=until, parties=(a, b))


def party_name(store: Store, key: str) -> str:
    """What a key of the record is called: a state by its common name."""
    state = load_knowledge().state(key)
    if state:
        return state.name
    found = store.catalogue.actor(key)
    return found.name if found and found.name else key.removeprefix("name:")


def lanes_of(events: Iterable[Event]) -> tuple[Lane, ...]:
    """Every event in one lane; empty lanes stay, since nothing told is a finding too."""
    bars: dict[str, list[Bar]] = {lane["name"]: [] for lane in _scales()["lane"]}
    undated = dict.fromkeys(bars, 0)
    for event in events:
        lane, bar = lane_of(event), _bar(event)
        undated[lane] += bar is None
        bars[lane] += [bar] if bar else []
    return tuple(Lane(lane["name"], lane["meaning"], tuple(bars[lane["name"]]), undated[lane["name"]])
                 for lane in _scales()["lane"])  # fmt: skip


def lane_of(event: Event) -> str:
    """The lane of the event's type and mode, else of its type, else of a context, else the last."""
    kinds, contexts = _lanes_by_word()
    found = kinds.get(f"{event.event_type}/{event.mode}") or kinds.get(event.event_type)
    found = found or next((contexts[c] for c in event.contexts if c in contexts), None)
    return found or str(_scales()["lane"][-1]["name"])


def scores_of(events: Iterable[Event], a: str, b: str) -> tuple[ScoreRow, ...]:
    """Sums by month of what happened; what was planned, asked for or denied, and what has no day, does not count.

    What sides do together counts in both directions. The sum by origins takes each event as often as known origins
    tell it.
    """
    sums: dict[str, list[float]] = {}
    for event in events:
        when = shown(event.when) or When()
        first, last = when.earliest, when.latest
        if first is None or shown(event.status) not in HAPPENED or (last and last - first > timedelta(92)):
            continue
        row = sums.setdefault(f"{first.year:04}-{first.month:02}", [0.0] * 5)
        score, origins = score_of(event), event.corroboration.origins
        for at, (one, other) in enumerate(((a, b), (b, a))):
            if _acts_on(event, one, other):
                row[at] += score
                row[at + 2] += score * origins
        row[4] += 1
    rows = ((month, [round(n, 1) for n in sums.get(month, [0.0] * 5)]) for month in _months(sums))
    return tuple(ScoreRow(month, row[0], row[1], row[2], row[3], int(row[4])) for month, row in rows)


def _months(told: Collection[str]) -> Iterator[str]:
    """All months from the first to the last, those without events too; of a long time only those with events."""
    if told:
        first, last = (int(m[:4]) * 12 + int(m[5:]) - 1 for m in (min(told), max(told)))
        between = (f"{n // 12:04}-{n % 12 + 1:02}" for n in range(first, last + 1))
        yield from between if last - first < MOST_MONTHS else sorted(told)


def score_of(event: Event) -> float:
    """The score of the event's PLOVER type, -10 to 10."""
    return float(_scales()["scores"].get(event.event_type, 0.0))


def _acts_on(event: Event, one: str, other: str) -> bool:
    actors = {k for r in event.actors for k in (r.value.actor_id, r.value.state, f"name:{r.value.name}")}
    recipients = {k for r in event.recipients for k in (r.value.actor_id, r.value.state, f"name:{r.value.name}")}
    return one in actors and (other in recipients or other in actors)


def _bar(event: Event) -> Bar | None:
    when = shown(event.when) or When()
    first, last = when.earliest or when.latest, when.latest or when.earliest
    if first is None or last is None:
        return None
    certain = when.first is not None and when.first == when.last and not when.inferred
    status = str(shown(event.status) or "not stated")
    return Bar(event.id, event.label, when_words(when), first, max(first, last), certain, status,
               event.corroboration.origins, bool(event.conflicts))  # fmt: skip


@cache
def _scales() -> dict[str, Any]:
    return read_toml(_FILE)


@cache
def _lanes_by_word() -> tuple[dict[str, str], dict[str, str]]:
    lanes = _scales()["lane"]
    kinds = {kind: lane["name"] for lane in lanes for kind in lane["kinds"]}
    contexts = {word: lane["name"] for lane in lanes for word in lane.get("contexts", ())}
    return kinds, contexts
