"""Events on a map as GeoJSON (RFC 7946): a point where the place is known to one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TextIO

from legation.exporters import parts
from legation.exporters.lines import write_listed
from legation.exporters.parts import Row
from legation.exporters.selection import Selection
from legation.records import Event, shown

LOSES = "events without a place, or with a whole state as their place, have no point and are left out; no quotes"


def write_features(selection: Selection, out: TextIO) -> int:
    """One FeatureCollection; how many features."""
    out.write('{"type": "FeatureCollection", "features": [')
    count = write_listed(features(selection), out)
    out.write("\n]}\n")
    return count


def features(selection: Selection) -> Iterator[Row]:
    """An event at each of the places that reports give it; ``shown`` marks the one that the record shows first."""
    for event in selection.events():
        for reading in event.place:
            place = reading.value
            if place.lat is not None and place.lon is not None:
                point = {"type": "Point", "coordinates": [place.lon, place.lat]}
                properties = {**_properties(event), "place": place.name, "country": place.country,
                              "shown": reading.display, "reports_of_place": len(reading.claim_ids)}  # fmt: skip
                yield {"type": "Feature", "id": event.id, "geometry": point, "properties": properties}


def _properties(e: Event) -> Row:
    when = shown(e.when)
    parties = sorted({r.value.state for r in (*e.actors, *e.recipients) if r.value.state})
    return {"label": e.label, "event_type": e.event_type, "mode": e.mode, "status": shown(e.status),
            "first": parts.day(when.first) if when else None, "last": parts.day(when.last) if when else None,
            "states": parties, "topics": list(e.topics), "reports": e.n_documents, "origins": e.corroboration.origins,
            "conflicts": len(e.conflicts)}  # fmt: skip
