"""Events as a table with the 61 columns of GDELT 2.0 (codebook of 2015-02-19), for programs that read GDELT.

What GDELT has and the record has not (tone, religion, ethnicity, FIPS codes, Goldstein scores) stays empty.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from legation.exporters.coding import Coded, code_event
from legation.exporters.parts import Row
from legation.exporters.selection import Selection
from legation.records import Party, Place, Status

_ACTOR = ("Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code", "Religion2Code", "Type1Code",
          "Type2Code", "Type3Code")  # fmt: skip
_GEO = ("Geo_Type", "Geo_FullName", "Geo_CountryCode", "Geo_ADM1Code", "Geo_ADM2Code", "Geo_Lat", "Geo_Long",
        "Geo_FeatureID")  # fmt: skip
COLUMNS = (
    "GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate",
    *(f"Actor1{name}" for name in _ACTOR), *(f"Actor2{name}" for name in _ACTOR),
    "IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale", "NumMentions",
    "NumSources", "NumArticles", "AvgTone",
    *(f"Actor1{name}" for name in _GEO), *(f"Actor2{name}" for name in _GEO), *(f"Action{name}" for name in _GEO),
    "DATEADDED", "SOURCEURL",
)  # fmt: skip
LOSES = (
    "as plover, and: only acts that have a CAMEO code and a first possible day; Goldstein scores, tone and FIPS codes "
    "stay empty; countries are ISO 3166 alpha-3"
)
CITY = 4


def gdelt_rows(selection: Selection) -> Iterator[Row]:
    """The rows with ``COLUMNS``; GDELT itself has no header. ``SOURCEURL`` is the first report's address, else name."""
    from legation.claims.conversion import cameo_code  # it brings the stages with it: other exports begin without

    run = selection.store.catalogue.last_run()
    added = "".join(c for c in run.at if c.isdigit())[:14] if run else None
    for event in selection.events():
        coded = list(code_event(event))
        url = _address(selection, event.document_ids) if coded else None
        for c in coded:
            code = cameo_code(event.event_type, event.mode, event.contexts, _status(c.status))
            if code is not None and c.day is not None:
                yield dict(zip(COLUMNS, _row(c, c.day, code, added, url), strict=True))


def _row(c: Coded, day: date, code: str, added: str | None, url: str | None) -> tuple[Any, ...]:
    e, number = c.event, int(hashlib.sha256(c.id.encode()).hexdigest()[:12], 16)
    days = (date(day.year, 12, 31) - date(day.year, 1, 1)).days + 1
    fraction = round(day.year + (day.timetuple().tm_yday - 1) / days, 4)
    nowhere = (0, *(None,) * 7)
    return (
        number, f"{day:%Y%m%d}", f"{day:%Y%m}", day.year, fraction, *_actor(c.actors), *_actor(c.recipients), 1, code,
        code[:3], code[:2], c.quad, None, len(e.claim_ids), e.n_outlets, e.n_documents, None, *nowhere, *nowhere,
        *(_place(c.place) if c.place else nowhere), added, url,
    )  # fmt: skip


def _actor(parties: Sequence[Party]) -> tuple[Any, ...]:
    """Ten columns of the first party on a side; GDELT has one."""
    if not parties:
        return (None,) * 10
    p = parties[0]
    code = f"{p.state or ''}{p.sector or ''}" or None
    return code, p.name, p.state, None, None, None, None, p.sector, None, None


def _place(place: Place) -> tuple[Any, ...]:
    return CITY, place.name, None, None, None, place.lat, place.lon, place.geonames


def _status(words: str) -> Status:
    return "planned" if words == "planned" else "occurred"


def _address(selection: Selection, document_ids: Sequence[str]) -> str | None:
    document = selection.store.document(document_ids[0]) if document_ids else None
    return (document.url or document.name) if document else None
