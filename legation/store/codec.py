"""Records to JSON and back, by msgspec: dates as ISO days, amounts as exact decimal strings, tuples as lists."""

from __future__ import annotations

import zlib
from functools import cache
from typing import Any, TypeVar, cast

import msgspec

R = TypeVar("R")


def to_json(record: Any) -> str:
    """A record as one line of JSON, its fields in their order."""
    return msgspec.json.encode(record).decode("utf-8")


def from_json(words: str | bytes, kind: type[R]) -> R:
    """The record of ``kind`` that ``to_json`` wrote; equal to what was written."""
    record: R = _decoder(cast(Any, kind)).decode(words)
    return record


def pack(record: Any) -> bytes:
    """A record as compressed JSON, for what people do not read in the table itself."""
    return zlib.compress(msgspec.json.encode(record), 6)


def unpack(packed: bytes, kind: type[R]) -> R:
    """The record that ``pack`` wrote."""
    return from_json(zlib.decompress(packed), kind)


@cache
def _decoder(kind: Any) -> msgspec.json.Decoder[Any]:
    return msgspec.json.Decoder(kind)
