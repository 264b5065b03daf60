"""CSV files: one report a row, the columns named in the first row."""

from __future__ import annotations

import csv
import io
import itertools
from collections.abc import Iterator, Mapping
from typing import Any, TextIO

from legation.errors import InputError
from legation.readers.encodings import find_encoding
from legation.readers.fields import check_columns, document_from, failure
from legation.readers.sources import LONGEST_DOCUMENT, Source, too_long
from legation.records import Failure, RawDocument

_BLOCK = 1 << 20


def read_csv(source: Source) -> Iterator[RawDocument | Failure]:
    """The reports of a CSV file in the order of its rows; a bad row is one failure that names its line.

    Raises:
        InputError: there is no column with a report's words; the message lists the columns found.
    """
    columns, rows = read_rows(source)
    check_columns(columns, source.fields)
    for line, row in rows:
        name = f"{source.name}#{line}"
        try:
            yield document_from(name, row, source.fields)
        except InputError as error:
            yield failure(name, InputError(f"line {line}: {error}", error.remedy))


def read_rows(source: Source) -> tuple[list[str], Iterator[tuple[int, Mapping[str, Any]]]]:
    """The columns (lower case), and (line number of the row's end, row) of every row; the separator is found.

    The file is read twice, in blocks: its encoding can only be told from all of it.
    """
    with source.open() as stream:
        encoding = find_encoding(iter(lambda: stream.read(_BLOCK), b""))
    text = io.TextIOWrapper(source.open(), encoding, newline="")
    head = text.readline(_BLOCK)
    if not head.strip() and not text.readline(_BLOCK).strip():
        raise InputError("the file is empty", "take it out of the input, or write one report a row")
    separator = max(",;\t|", key=head.count)
    csv.field_size_limit(LONGEST_DOCUMENT)
    reader = csv.reader(itertools.chain([head], _lines(text)), delimiter=separator, strict=False)
    columns = [c.strip().lower() for c in next(reader, [])]
    return columns, _rows(reader, columns, text)


def _lines(text: TextIO) -> Iterator[str]:
    while line := text.readline(LONGEST_DOCUMENT + 1):
        if len(line) > LONGEST_DOCUMENT:
            raise too_long(None, LONGEST_DOCUMENT)
        yield line


def _rows(reader: Any, columns: list[str], text: TextIO) -> Iterator[tuple[int, Mapping[str, Any]]]:
    with text:
        try:
            for cells in reader:
                if any(cell.strip() for cell in cells):
                    yield reader.line_num, dict(zip(columns, cells, strict=False))
        except csv.Error as error:
            raise InputError(f"line {reader.line_num}: {error}", "check the quotes of the row before") from error
