"""Planned events as iCalendar (RFC 5545), for any calendar program."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import TextIO

from legation.exporters.selection import Selection
from legation.records import Event, When, shown
from legation.views.quotes import Quote, Reports
from legation.views.words import corroboration_words, when_words

LOSES = (
    "only events with a day; of a whole record only the planned ones, unless --status asks for others; a range of days "
    "on which something may be is one long entry, and says so"
)
PLANNED = "planned"
MOST_DAYS = 31
MOST_OCTETS = 75
_STATUS = {"occurred": "CONFIRMED", "ongoing": "CONFIRMED", "denied": "CANCELLED", "negated": "CANCELLED"}


def write_calendar(selection: Selection, out: TextIO) -> int:
    """One VCALENDAR; how many entries."""
    run = selection.store.catalogue.last_run()
    stamp = "".join(c for c in (run.at if run else "1970-01-01T00:00:00")[:19] if c not in "-:") + "Z"
    wanted = selection.query.statuses or (PLANNED,)
    _put(out, ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Legation//Legation//EN", "CALSCALE:GREGORIAN"])
    count = 0
    for event in selection.events():
        days = _days(shown(event.when))
        if days and shown(event.status) in wanted:
            _put(out, entry(event, days, stamp, Reports(selection.store)))
            count += 1
    _put(out, ["END:VCALENDAR"])
    return count


def entry(event: Event, days: tuple[date, date], stamp: str, reports: Reports) -> Iterator[str]:
    """The lines of one VEVENT; its end is the day after the last, as the standard has it."""
    when, place, status = shown(event.when), shown(event.place), str(shown(event.status) or "")
    yield from ("BEGIN:VEVENT", f"UID:{event.id}@legation", f"DTSTAMP:{stamp}")
    yield f"DTSTART;VALUE=DATE:{days[0]:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{days[1] + timedelta(1):%Y%m%d}"
    yield f"SUMMARY:{escape(event.label)}"
    yield f"STATUS:{_STATUS.get(status, 'TENTATIVE')}"
    yield "TRANSP:TRANSPARENT"
    yield f"DESCRIPTION:{escape(_description(event, when_words(when), status, reports))}"
    if place:
        yield f"LOCATION:{escape(place.name)}"
        if place.lat is not None and place.lon is not None:
            yield f"GEO:{place.lat};{place.lon}"
    if event.topics:
        yield f"CATEGORIES:{','.join(map(escape, event.topics))}"
    yield "END:VEVENT"


def _description(event: Event, when: str, status: str, reports: Reports) -> str:
    head = f"{status.replace('_', ' ')}; {when}; {corroboration_words(event.corroboration)}"
    return "\n".join([head, *map(_quoted, reports.quotes(event.claim_ids))])


def _quoted(q: Quote) -> str:
    return f"“{q.before}{q.words}{q.after}” — {q.outlet}, {q.published} [{q.document_id}]".replace("\n", " ")


def _days(when: When | None) -> tuple[date, date] | None:
    """First and last day; None for what is undated or as vague as a year."""
    if when is None or when.first is None or when.last is None or (when.last - when.first).days > MOST_DAYS:
        return None
    return when.first, when.last


def escape(words: str) -> str:
    """Text as iCalendar has it: commas, semicolons, backslashes and line ends marked, control characters gone.

    Example:
        >>> escape("Talks; Oslo, Norway")
        'Talks\\\\; Oslo\\\\, Norway'
    """
    words = words.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")
    return "".join(c for c in words if c >= " " and c != "\x7f")


def _put(out: TextIO, lines: Iterator[str] | list[str]) -> None:
    out.writelines(f"{fold_line(line)}\r\n" for line in lines)


def fold_line(line: str) -> str:
    """The line cut so that no piece is longer than 75 octets; further pieces begin with a space."""
    pieces, size = [""], 0
    for c in line:
        octets = len(c.encode("utf-8"))
        if size + octets > MOST_OCTETS:
            pieces.append(" ")
            size = 1
        pieces[-1] += c
        size += octets
    return "\r\n".join(pieces)
