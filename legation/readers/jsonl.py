"""JSON Lines (one report a line) and JSON (one report, or an array of them).

Example:
    ``{"text": "Dar called Rubio.", "outlet": "Example Times", "published": "2025-09-14"}``
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

from legation.errors import InputError
from legation.readers.encodings import decode
from legation.readers.fields import CONTENT, Names, check_seen, document_from, failure, paths_of
from legation.readers.sources import LONGEST_DOCUMENT, Source, too_long
from legation.records import Failure, RawDocument

LONGEST_ARRAY = 100_000_000  # bytes; a JSON array is read whole, JSON Lines are streamed


class _Watch:
    """Which of the named fields the reports of a file have had so far."""

    def __init__(self, given: Names) -> None:
        self.given, self.seen, self.found = given, set[str](), list[str]()

    def see(self, row: Mapping[str, Any]) -> None:
        """Note what a report has."""
        if len(self.seen) < len(self.given):
            paths = paths_of(row)
            named = {path.lower() for path in paths} | {str(key).lower() for key in row}
            self.seen |= {ours for ours, theirs in self.given if theirs.lower() in named}
            self.found = self.found or paths

    def check(self) -> None:
        """Raise ``InputError`` for a named field that no report had; the words' own were told report by report."""
        given = tuple(pair for pair in self.given if pair[0] not in CONTENT)
        if self.found:
            check_seen(given, self.seen, self.found)


def read_jsonl(source: Source) -> Iterator[RawDocument | Failure]:
    """The reports of a JSON Lines file, one at a time; a bad line is one failure that names its number."""
    found, watch = False, _Watch(source.fields)
    with source.open() as stream:
        for number, line in _lines(stream):
            if isinstance(line, bytes) and not line.strip():
                continue
            found = True
            yield _of_line(f"{source.name}#{number}", line, number, watch)
    if not found:
        raise InputError("the file is empty", "take it out of the input, or write one report a line")
    watch.check()


def read_json(source: Source) -> Iterator[RawDocument | Failure]:
    """The reports of a JSON file: one object, or an array of objects; else it is read as JSON Lines."""
    text = decode(source.read(LONGEST_ARRAY))
    try:
        value = json.loads(text)
    except RecursionError as error:
        raise InputError("no report: it nests too deep", "write one object a line") from error
    except json.JSONDecodeError as error:
        if "\n" not in text.strip() or not text.lstrip().startswith("{") or error.lineno == 1 < error.pos < 2:
            raise InputError(f"no JSON: {error}", "check the file with a JSON tool") from error
        yield from read_jsonl(source)
        return
    rows = value if isinstance(value, list) else [value]
    watch = _Watch(source.fields)
    for number, row in enumerate(rows, 1):
        name = f"{source.name}#{number}" if isinstance(value, list) else source.name
        yield _of_row(name, row, f"entry {number}", watch)
    watch.check()


def _lines(stream: BinaryIO) -> Iterator[tuple[int, bytes | InputError]]:
    number = 0
    while line := stream.readline(LONGEST_DOCUMENT + 1):
        number += 1
        if len(line) <= LONGEST_DOCUMENT:
            yield number, line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(LONGEST_DOCUMENT)
        yield number, too_long(None, LONGEST_DOCUMENT)


def _of_line(name: str, line: bytes | InputError, number: int, watch: _Watch) -> RawDocument | Failure:
    if isinstance(line, InputError):
        return Failure(name, "read", f"line {number}: {line}", line.remedy)
    try:
        row = json.loads(decode(line))
    except InputError as error:
        return Failure(name, "read", f"line {number}: {error}", error.remedy)
    except json.JSONDecodeError as error:
        reason = f"line {number}, column {error.colno}: no JSON: {error.msg}"
        return Failure(name, "read", reason, "write one JSON object a line")
    except (ValueError, RecursionError) as error:
        return Failure(name, "read", f"line {number}: no JSON: {error}", "write one JSON object a line")
    return _of_row(name, row, f"line {number}", watch)


def _of_row(name: str, row: Any, where: str, watch: _Watch) -> RawDocument | Failure:
    try:
        if not isinstance(row, dict):
            raise InputError(f"a {type(row).__name__} where an object is expected", 'write {"text": "…"}')
        watch.see(row)
        return document_from(name, row, watch.given)
    except InputError as error:
        return failure(name, InputError(f"{where}: {error}", error.remedy))
