"""What the record does not say: missing sides, texts, amounts, baselines."""

from __future__ import annotations

from dataclasses import dataclass

from legation.agreements import find_gaps
from legation.store import Store
from legation.store.rows import shown
from legation.views.filters import day_key
from legation.views.words import when_words


@dataclass(frozen=True, slots=True)
class GapRow:
    """Something that a desk would ask next. ``about_id`` is an event or agreement, ``about`` its label or title."""

    id: str
    about: str
    about_id: str
    day: str
    kind: str
    missing: str


def gaps(store: Store) -> list[GapRow]:
    """Gaps of events by day, then those of agreements."""
    with store.snapshot():
        record = store.record()
    labels = {e.id: e.label for e in record.events} | {a.id: a.title for a in record.agreements}
    order = [e.id for e in sorted(record.events, key=day_key)] + [a.id for a in record.agreements]
    place = {i: n for n, i in enumerate(order)}
    found = sorted(find_gaps(record), key=lambda g: (place.get(g.about_id, len(place)), g.kind, g.missing))
    days = {e.id: when_words(shown(e.when)) for e in record.events}
    return [
        GapRow(g.id, labels.get(g.about_id, g.about_id), g.about_id, days.get(g.about_id, ""), g.kind, g.missing)
        for g in found
    ]
