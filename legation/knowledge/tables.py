"""Reads the tab-separated tables of ``legation/data``: lines after ``#`` comments, the first has the columns."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from datetime import date, timedelta
from importlib import resources
from importlib.resources.abc import Traversable

from legation.errors import KnowledgeError


def read_table(*parts: str, columns: int) -> Iterator[list[str]]:
    """Rows of ``data/<parts>``, each exactly ``columns`` fields.

    Raises:
        KnowledgeError: a row has another number of fields.
    """
    name = "/".join(parts)
    lines = (line for line in _read(name).split("\n") if line and not line.startswith("#"))
    next(lines, None)
    for line in lines:
        fields = line.split("\t")
        if len(fields) != columns:
            raise KnowledgeError(
                f"data/{name}: {columns} fields expected, {len(fields)} found in {line!r}", "mend the row"
            )
        yield fields


def has_table(*parts: str) -> bool:
    """Whether ``data/<parts>`` exists."""
    return _path("/".join(parts)).is_file()


def split_names(words: str) -> tuple[str, ...]:
    """The names of a ``a|b|c`` field."""
    return tuple(w for w in words.split("|") if w)


def first_day(words: str) -> date | None:
    """The first day of ``2016``, ``2016-08`` or ``2016-08-26``; None for an empty field."""
    if not words:
        return None
    parts = [int(p) for p in words.split("-")] + [1, 1]
    return date(parts[0], parts[1], parts[2])


def last_day(words: str) -> date | None:
    """The last day that ``2016``, ``2016-08`` or ``2016-08-26`` can mean; None for an empty field."""
    first = first_day(words)
    if first is None or len(words) == 10:
        return first
    if len(words) == 4:
        return date(first.year, 12, 31)
    return (first.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def _path(name: str) -> Traversable:
    return resources.files("legation").joinpath("data", *name.split("/"))


def read_bytes(*parts: str) -> bytes:
    """The content of ``data/<parts>``, unpacked."""
    name = "/".join(parts)
    raw = _path(name).read_bytes()
    return gzip.decompress(raw) if name.endswith(".gz") else raw


def _read(name: str) -> str:
    return read_bytes(name).decode("utf-8")
