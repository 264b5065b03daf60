"""Rows as Arrow record batches and as Parquet, with nested values as they are: parties are structs, days are dates.

The rows go through Arrow's own JSON reader, a batch at a time, so that a large export needs little memory. Exact
amounts become 64-bit floats.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, BinaryIO

from legation.exporters.dictionary import Field, members_of
from legation.exporters.parts import Row
from legation.extras import load_extra
from legation.plain import to_bytes, to_json

BATCH_ROWS = 4_096
PACKED = "zstd(3)"


def write_parquet(rows: Iterable[Row], fields: Sequence[Field], out: BinaryIO) -> int:
    """Write a Parquet file, compressed with zstd; how many rows."""
    counted = _Counted(rows)
    load_extra("arro3.io", "exports").write_parquet(read_batches(counted, fields), out, compression=PACKED)
    return counted.count


def read_batches(rows: Iterable[Row], fields: Sequence[Field]) -> Any:
    """The rows as an ``arro3.core.RecordBatchReader``, which speaks ``__arrow_c_stream__``; read as it is asked for.

    Raises:
        UsageError: the packages for Arrow are not installed.
    """
    reader = load_extra("arro3.io", "exports")
    nested = [f for f in fields if _has_json(f.type)]
    lines = (to_bytes({**row, **{f.name: _with_words(row[f.name], f.type) for f in nested}}) + b"\n" for row in rows)
    return reader.read_json(io.BufferedReader(_Lines(lines)), make_schema(fields), batch_size=BATCH_ROWS)


def make_schema(fields: Sequence[Field]) -> Any:
    """The fields as an Arrow schema; every one may be null, and its meaning is in its metadata."""
    arrow = load_extra("arro3.core", "exports")
    return arrow.Schema([_field(arrow, f) for f in fields])


def _field(arrow: Any, f: Field) -> Any:
    return arrow.Field(f.name, _type(arrow, f.type), nullable=True, metadata={"meaning": f.meaning})


def _type(arrow: Any, type_: str) -> Any:
    of = arrow.DataType
    single = {"text": of.utf8, "json": of.utf8, "whole": of.int64, "number": of.float64, "truth": of.bool,
              "day": of.date32}  # fmt: skip
    if type_ in single:
        return single[type_]()
    if type_.startswith("["):
        return of.list(arrow.Field("item", _type(arrow, type_[1:-1]), nullable=True))
    return of.struct([_field(arrow, f) for f in members_of(type_)])


def _has_json(type_: str) -> bool:
    return type_ == "json" or any(_has_json(f.type) for f in members_of(type_))


def _with_words(value: Any, type_: str) -> Any:
    """The value with what is of type json written out, since a column's type cannot hold itself."""
    if value is None:
        return None
    if type_ == "json":
        return to_json(value)
    inner = {f.name: _with_words(value[f.name], f.type) for f in members_of(type_) if _has_json(f.type)}
    return {**value, **inner}


class _Counted:
    """Counts rows as they pass."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self._rows, self.count = rows, 0

    def __iter__(self) -> Iterator[Row]:
        for row in self._rows:
            self.count += 1
            yield row


class _Lines(io.RawIOBase):
    """Pieces of bytes as a file that is read once, from its beginning."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces, self._left = pieces, b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        """Fill the buffer with what comes next; 0 at the end."""
        self._left = self._left or next(self._pieces, b"")
        size = min(len(buffer), len(self._left))
        buffer[:size], self._left = self._left[:size], self._left[size:]
        return size
