"""Web archives (.warc, also .gz): one report a response record that holds HTML or plain text; streamed, one at a time.

Method: ISO 28500:2017. Kept of a record: its target URI as ``url``, its date as ``retrieved``.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from legation.errors import InputError
from legation.readers.encodings import decode, decode_page
from legation.readers.fields import failure
from legation.readers.http import decode_body
from legation.readers.sources import LONGEST_DOCUMENT, Source, too_long
from legation.records import Failure, RawDocument

_PAGES = ("text/html", "application/xhtml+xml")
_KINDS = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion
_REMEDY = "fetch or copy the archive again: the record is not whole"


@dataclass(frozen=True, slots=True)
class _Record:
    """What is kept of a record; ``whole`` is false where the file ends before the record does."""

    url: str
    day: str
    kind: str
    charset: str | None
    status: int
    encodings: tuple[str, str]
    data: bytes
    whole: bool


def read_warc(source: Source) -> Iterator[RawDocument | Failure]:
    """The pages of a web archive in its order; redirects, errors, pictures and the like are passed over.

    A record of a wrong length is one failure; the records behind it are looked for and read.
    """
    done, broken = 0, False
    records = _records(source, lenient=False)
    waiting: _Record | None = None
    for number in itertools.count(1):
        try:
            following = next(records, None)
        except OSError as error:
            if broken:
                raise InputError(f"record {number}: {error}", _REMEDY) from error
            if number == 1:
                raise InputError(f"no web archive: {error}", "give a .warc or .warc.gz file") from error
            broken, waiting = True, None
            yield Failure(f"{source.name}#{done + 1}", "read", f"record {done + 1} has a wrong length", _REMEDY)
            records = itertools.islice(_records(source, lenient=True), done + 1, None)
            following = next(records, None)
            done += 1
        if waiting is not None:
            done += 1
            yield from _report(f"{source.name}#{done}", done, waiting)
        waiting = following
        if following is None:
            break
    if not done:
        raise InputError("the archive holds no record", "take it out of the input, or fetch it again")


def _records(source: Source, lenient: bool) -> Iterator[_Record]:
    """The records as they stand; ``lenient``: what is no record is skipped to the next that is."""
    with source.open_raw() as stream:
        for record in ArchiveIterator(stream, record_types=_KINDS, parse_http=True, quirks_mode=lenient):
            yield _taken(record)


def _taken(record: WarcRecord) -> _Record:
    headers: Any = record.http_headers
    data = record.reader.read(LONGEST_DOCUMENT + 1) if _is_wanted(record) else b""
    whole = not _is_wanted(record) or len(data) in (record.content_length, LONGEST_DOCUMENT + 1)
    get = headers.get if headers is not None else record.headers.get
    return _Record(
        url=(record.headers.get("WARC-Target-URI") or "").strip("<>"),
        day=record.headers.get("WARC-Date") or "",
        kind=_kind(record),
        charset=record.http_charset if headers is not None else None,
        status=_status(record),
        encodings=(get("Transfer-Encoding") or "", get("Content-Encoding") or ""),
        data=data,
        whole=whole,
    )


def _is_wanted(record: WarcRecord) -> bool:
    return _kind(record) in (*_PAGES, "text/plain", "") and 200 <= _status(record) < 300


def _kind(record: WarcRecord) -> str:
    kind = record.http_content_type if record.http_headers is not None else record.headers.get("Content-Type")
    return str(kind or "").partition(";")[0].strip().lower()


def _status(record: WarcRecord) -> int:
    """The HTTP status; 200 for records that hold a file without HTTP."""
    if record.http_headers is None:
        return 200
    code = record.http_headers.status_code
    return code if isinstance(code, int) else 0


def _report(name: str, number: int, record: _Record) -> Iterator[RawDocument | Failure]:
    try:
        if not record.whole:
            raise InputError("the file ends before the record does", _REMEDY)
        if not 200 <= record.status < 300 or not record.data.strip() or _is_rules(record.url):
            return
        if len(record.data) > LONGEST_DOCUMENT:
            raise too_long(None, LONGEST_DOCUMENT)
        data = decode_body(record.data, *record.encodings, limit=LONGEST_DOCUMENT)
        fields = {"url": record.url or None, "retrieved": record.day or None}
        if record.kind in _PAGES or (record.kind == "" and data.lstrip()[:1] == b"<"):
            yield RawDocument(name, html=decode_page(data, record.charset), **fields)
        elif record.kind == "text/plain":
            yield RawDocument(name, text=decode(data, record.charset), **fields)
    except InputError as error:
        yield failure(name, InputError(f"record {number}, {record.url or 'no address'}: {error}", error.remedy))


def _is_rules(url: str) -> bool:
    """Whether it is a site's rules for robots, which are no report."""
    try:
        return urlsplit(url).path == "/robots.txt"
    except ValueError:
        return False
