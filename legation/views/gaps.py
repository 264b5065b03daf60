"""What the record does not say: missing sides, texts, amounts, baselines."""

from __future__ import annotations

from dataclasses import dataclass

from legation.agreements import find_gaps
from legation.records import shown
from legation.store import Store
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
    weight: int = 0


def gaps(store: Store) -> list[GapRow]:
    """What to ask next, the heaviest first; all gaps of one event or agreement stand together."""
    with store.snapshot():
        record = store.record_of_gaps()
    labels = {e.id: e.label for e in record.events} | {a.id: a.title for a in record.agreements}
    found = find_gaps(record)
    place: dict[str, int] = {}
    for gap in found:
        place.setdefault(gap.about_id, len(place))
    days = {e.id: when_words(shown(e.when)) for e in record.events}
    return [
        GapRow(
            g.id, labels.get(g.about_id, g.about_id), g.about_id, days.get(g.about_id, ""), g.kind, g.missing, g.weight
        )
        for g in sorted(found, key=lambda g: place[g.about_id])
    ]
