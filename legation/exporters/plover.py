"""Events as a table in the manner of POLECAT, the event data that are coded in PLOVER: one row a direction."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from legation.exporters.coding import Coded, code_event
from legation.exporters.parts import Row, day
from legation.exporters.selection import Selection
from legation.records import Party

COLUMNS = (
    "Event ID", "Event Date", "Event Date Last", "Event Date Precision", "Event Type", "Event Mode", "Intensity",
    "Quad Code", "Contexts", "Status", "Actor Name", "Actor Country", "Actor Primary Sector", "Actor Title",
    "Wikipedia Actor ID", "Recipient Name", "Recipient Country", "Recipient Primary Sector", "Recipient Title",
    "Wikipedia Recipient ID", "Placename", "Country", "Latitude", "Longitude", "GeoNames ID", "Documents", "Outlets",
    "Origins", "Conflicts", "Record ID",
)  # fmt: skip
LOSES = (
    "only what happened, and planned talks, support, cooperation and aid as AGREE; one value a field, no quotes; "
    "called-for, hypothetical, negated and denied acts and comments are left out"
)
BETWEEN = ";"


def plover_rows(selection: Selection) -> Iterator[Row]:
    """The rows with ``COLUMNS``; an event that sides had together has a row each way, its ids end in .1 and .2."""
    for event in selection.events():
        yield from map(_row, code_event(event))


def _row(c: Coded) -> Row:
    e, place, when = c.event, c.place, c.when
    return dict(
        zip(
            COLUMNS,
            (
                c.id, day(c.day), day(when.last if when else None), when.precision if when else None, c.event_type,
                c.mode, c.score, c.quad, BETWEEN.join(e.contexts), c.status, *_party(c.actors), *_party(c.recipients),
                place.name if place else None, place.country if place else None, place.lat if place else None,
                place.lon if place else None, place.geonames if place else None, e.n_documents, e.n_outlets,
                e.corroboration.origins, len(e.conflicts), e.id,
            ),
            strict=True,
        )
    )  # fmt: skip


def _party(parties: Sequence[Party]) -> tuple[Any, ...]:
    """Name, country, sector, title and Wikipedia page of those on one side, each list in one order."""
    columns = ((p.name, p.state, p.sector, p.office, p.wikipedia) for p in parties)
    return tuple(_joined(values) for values in zip(*columns, strict=True)) or (None,) * 5


def _joined(values: Iterable[str | None]) -> str | None:
    return BETWEEN.join(dict.fromkeys(v for v in values if v)) or None
