"""Events -> Storylines: chains of events among the same states, broken by long silence.

Example:
    a visit in July, a call in August and a signing in September of two states: one storyline of three events.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date, timedelta

from legation.records import Event, Storyline
from legation.text import stable_id

LONGEST_SILENCE = timedelta(days=120)
FEWEST_EVENTS = 2
MOST_STATES = 2  # an event of more states belongs to the storyline of its first acting and first receiving one


def make_storylines(events: Sequence[Event]) -> tuple[Storyline, ...]:
    """Chains of at least two events by (states, first event); events in order of day, undated last."""
    chains: dict[tuple[str, ...], list[Event]] = defaultdict(list)
    for event in events:
        states = find_states(event)
        if len(states) == MOST_STATES and event.event_type != "COMMENT":
            chains[states].append(event)
    found = []
    for states in sorted(chains):
        for part in _split(sorted(chains[states], key=_order)):
            if len(part) >= FEWEST_EVENTS:
                found.append(_storyline(states, part))
    return tuple(found)


def find_states(event: Event) -> tuple[str, ...]:
    """The two states that the event is between, in order; fewer if it names fewer."""
    told: Counter[str] = Counter()
    for reading in event.actors + event.recipients:
        if reading.value.state:
            told[reading.value.state] += len(reading.claim_ids)
    return tuple(sorted(sorted(told, key=lambda s: (-told[s], s))[:MOST_STATES]))


def _first_day(event: Event) -> date:
    shown = next((r.value for r in event.when if r.display and r.value.first), None)
    return shown.first if shown is not None and shown.first is not None else date.max


def _order(event: Event) -> tuple[date, str]:
    return _first_day(event), event.id


def _split(events: Sequence[Event]) -> list[list[Event]]:
    parts: list[list[Event]] = []
    last: date | None = None
    for event in events:
        day = _first_day(event)
        silent = last is not None and day != date.max and day - last > LONGEST_SILENCE
        if not parts or silent:
            parts.append([])
        parts[-1].append(event)
        last = day if day != date.max else last
    return parts


def _storyline(states: tuple[str, ...], events: Sequence[Event]) -> Storyline:
    counts = Counter(t for e in events for t in e.topics)
    topics = tuple(sorted(counts, key=lambda t: (-counts[t], t))[:5])
    days = [d for e in events if (d := _first_day(e)) != date.max]
    span = f", {days[0]:%Y-%m} to {days[-1]:%Y-%m}" if days else ""
    label = f"{' – '.join(states)}{span}"
    return Storyline(stable_id("storyline", *states, events[0].id), label, states, topics, tuple(e.id for e in events))
