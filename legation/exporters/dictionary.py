"""The data dictionary: what every exported field is called, what type it has and what it means.

``fields.tsv`` is its only home: rows, Arrow schemas, the OpenAPI description and docs/fields.md are made from it.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

Row = dict[str, Any]
READING = "reading:"
_FILE = Path(__file__).with_name("fields.tsv")
_SCALARS: dict[str, Row] = {
    "text": {"type": ["string", "null"]},
    "whole": {"type": ["integer", "null"]},
    "number": {"type": ["number", "null"]},
    "truth": {"type": ["boolean", "null"]},
    "day": {"type": ["string", "null"], "format": "date"},
    "json": {"type": ["object", "null"]},
}


@dataclass(frozen=True, slots=True)
class Field:
    """One field. ``type``: text, whole, number, truth, day, json, a part's name, ``[type]`` or ``reading:type``.

    A reading holds one value of that type with the claims and origins that give it.
    """

    kind: str
    name: str
    type: str
    meaning: str


@cache
def load_fields() -> dict[str, tuple[Field, ...]]:
    """Kind of record, or name of a part such as ``party`` -> its fields in order."""
    lines = (line for line in _FILE.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    found: dict[str, list[Field]] = {}
    for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
        found.setdefault(row["kind"], []).append(Field(row["kind"], row["field"], row["type"], row["meaning"]))
    return {kind: tuple(fields) for kind, fields in found.items()}


def names_of(kind: str) -> tuple[str, ...]:
    """The fields of one kind of record, in order; empty where there is no such kind."""
    return tuple(f.name for f in load_fields().get(kind, ()))


def dictionary_rows() -> Iterator[Row]:
    """One row a field, for ``legation export dictionary``."""
    for fields in load_fields().values():
        for f in fields:
            yield {"kind": f.kind, "field": f.name, "type": f.type, "meaning": f.meaning}


def reading_fields(type_: str) -> tuple[Field, ...]:
    """The fields of a reading whose value is of ``type_``."""
    rows = (("value", type_, "the value"), ("claim_ids", "[text]", "claims that give it"),
            ("origin_ids", "[text]", "origins that they go back to"), ("display", "truth", "shown first"))  # fmt: skip
    return tuple(Field("reading", *row) for row in rows)


def members_of(type_: str) -> tuple[Field, ...]:
    """The fields inside a type; none for a single value."""
    if type_.startswith(READING):
        return reading_fields(type_.removeprefix(READING))
    return load_fields().get(type_, ())


def json_schema(type_: str) -> Row:
    """The type as JSON Schema (draft 2020-12), as OpenAPI 3.1 takes it.

    Example:
        >>> json_schema("[text]")
        {'type': 'array', 'items': {'type': ['string', 'null']}}
    """
    if type_.startswith("["):
        return {"type": "array", "items": json_schema(type_[1:-1])}
    if type_ in _SCALARS:
        return dict(_SCALARS[type_])
    members = {f.name: {**json_schema(f.type), "description": f.meaning} for f in members_of(type_)}
    return {"type": ["object", "null"], "properties": members}
