"""CSV files: one report a row, the columns named in the first row."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from typing import Any

from legation.errors import InputError
from legation.readers.encodings import decode
from legation.readers.fields import CONTENT, document_from, failure, listed
from legation.readers.sources import LONGEST_DOCUMENT, Source
from legation.records import Failure, RawDocument

LONGEST_TABLE = 500_000_000  # bytes; its encoding can only be told from all of it


def read_csv(source: Source) -> Iterator[RawDocument | Failure]:
    """The reports of a CSV file in the order of its rows; a bad row is one failure that names its line.

    Raises:
        InputError: there is no column ``text`` or ``html``; the message lists the columns found.
    """
    columns, rows = read_rows(source)
    if not any(kind in columns for kind in CONTENT):
        hint = "give this table with --meta" if "file" in columns else 'name the column with the words "text"'
        raise InputError(f'no column "text" or "html"; found: {listed(columns)}', hint)
    for line, row in rows:
        name = f"{source.name}#{line}"
        try:
            yield document_from(name, row)
        except InputError as error:
            yield failure(name, InputError(f"line {line}: {error}", error.remedy))


def read_rows(source: Source) -> tuple[list[str], Iterator[tuple[int, Mapping[str, Any]]]]:
    """The columns (lower case), and (line number of the row's end, row) of every row; the separator is found."""
    text = decode(source.read(LONGEST_TABLE))
    head = text[: text.find("\n") + 1] or text
    separator = max(",;\t|", key=head.count)
    csv.field_size_limit(LONGEST_DOCUMENT)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=False)
    columns = [c.strip().lower() for c in next(reader, [])]
    return columns, _rows(reader, columns)


def _rows(reader: Any, columns: list[str]) -> Iterator[tuple[int, Mapping[str, Any]]]:
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield reader.line_num, dict(zip(columns, cells, strict=False))
    except csv.Error as error:
        raise InputError(f"line {reader.line_num}: {error}", "check the quotes of the row before") from error
