"""Which events a view shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from legation.records import Event, When, shown
from legation.store import EventHead


@dataclass(frozen=True, slots=True)
class Filters:
    """Conditions that all have to hold; an empty one holds always.

    An event stays if its days meet those asked for. One without a day, or whose days are open on one side ("a Saturday
    not before August"), does not pass ``since`` or ``until``.
    """

    since: date | None = None
    until: date | None = None
    types: Sequence[str] = ()
    statuses: Sequence[str] = ()
    topics: Sequence[str] = ()

    def keeps(self, event: Event) -> bool:
        """Whether the event is shown."""
        statuses = {str(r.value) for r in event.status}
        return (
            self.keeps_kind(event.event_type, event.mode)
            and (not self.statuses or not statuses.isdisjoint(self.statuses))
            and self.keeps_topics(event.topics)
            and self.keeps_days([r.value for r in event.when])
        )

    def keeps_kind(self, event_type: str, mode: str | None) -> bool:
        """``--type`` takes a type, a mode, or both as ``CONSULT/phone``; case does not matter."""
        names = {name.lower() for name in (event_type, mode or "", f"{event_type}/{mode}")}
        return not self.types or any(wanted.lower() in names for wanted in self.types)

    def keeps_topics(self, topics: Sequence[str]) -> bool:
        return not self.topics or not set(self.topics).isdisjoint(topics)

    def keeps_days(self, whens: Sequence[When]) -> bool:
        if self.since is None and self.until is None:
            return True
        return any(_meets(when, self.since, self.until) for when in whens)


def _meets(when: When, since: date | None, until: date | None) -> bool:
    first, last = when.earliest, when.latest
    if first is None or last is None:
        return False
    return (since is None or last >= since) and (until is None or first <= until)


def day_key(event: Event | EventHead) -> tuple[date, int, date, str]:
    """Order on a timeline: by first possible day, single days before ranges, last those open on a side or undated."""
    when = shown(event.when) or When()
    first = when.earliest if when.is_bounded else None
    return first or date.max, when.first is None, when.last or when.earliest or date.max, event.id
