"""What a question to the record gives: rows that Python, pandas, Polars and Arrow read, and that notebooks show."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields, is_dataclass
from html import escape
from typing import Any, Generic, TypeVar, get_args, get_origin, get_type_hints, overload

from legation.exporters.columnar import read_batches
from legation.exporters.dictionary import Field
from legation.exporters.parts import Row
from legation.extras import load_extra
from legation.plain import to_json

R = TypeVar("R")
MOST_SHOWN = 20
_SCALARS = {str: "text", int: "whole", float: "number", bool: "truth"}


class Table(Generic[R]):
    """Rows in a fixed order. ``names`` are the columns; ``make_row`` gives a row as a dictionary of plain values.

    It is no ``Sequence`` by name: Polars would then read it row by row and lose the types.
    """

    def __init__(
        self, rows: Sequence[R], columns: Sequence[Field], make_row: Callable[[R], Row], show: Callable[[R], str]
    ) -> None:
        self._rows, self._columns, self._make_row, self._show = tuple(rows), tuple(columns), make_row, show

    @overload
    def __getitem__(self, at: int) -> R: ...
    @overload
    def __getitem__(self, at: slice) -> Table[R]: ...
    def __getitem__(self, at: int | slice) -> R | Table[R]:
        if isinstance(at, slice):
            return Table(self._rows[at], self._columns, self._make_row, self._show)
        return self._rows[at]

    def __len__(self) -> int:
        return len(self._rows)

    def __iter__(self) -> Iterator[R]:
        return iter(self._rows)

    def __repr__(self) -> str:
        return f"<Table of {len(self)} rows: {', '.join(self.names)}>"

    @property
    def names(self) -> tuple[str, ...]:
        """The columns, in order."""
        return tuple(c.name for c in self._columns)

    def to_dicts(self) -> list[Row]:
        """The rows as dictionaries of plain values, nested ones too."""
        return [self._make_row(row) for row in self._rows]

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        """The Arrow PyCapsule stream that Polars, DuckDB, pyarrow and others take; needs ``legation[exports]``."""
        stream: object = read_batches(self.to_dicts(), self._columns).__arrow_c_stream__(requested_schema)
        return stream

    def to_pandas(self) -> Any:
        """A pandas DataFrame; days become timestamps, nested values stay lists and dictionaries.

        Raises:
            UsageError: pandas is not installed.
        """
        pandas = load_extra("pandas", "notebooks")
        frame = pandas.DataFrame(self.to_dicts(), columns=list(self.names))
        for column in self._columns:
            if column.type == "day":
                frame[column.name] = pandas.to_datetime(frame[column.name], errors="coerce")
        return frame

    def to_polars(self) -> Any:
        """A Polars DataFrame with typed, nested columns.

        Raises:
            UsageError: Polars or the packages for Arrow are not installed.
        """
        return load_extra("polars", "notebooks").DataFrame(self)

    def _repr_html_(self) -> str:
        """What a notebook shows: the first rows with the words that they rest on."""
        shown = map(self._show, self._rows[:MOST_SHOWN])
        body = "".join(f"<tr><td style='text-align:left'>{words}</td></tr>" for words in shown)
        left = len(self) - MOST_SHOWN
        more = f"<tr><td>… and {left} more</td></tr>" if left > 0 else ""
        return f"<table><tbody>{body or '<tr><td>nothing on record</td></tr>'}{more}</tbody></table>"


def view_table(rows: Sequence[R], kind: type[R], show: Callable[[R], str]) -> Table[R]:
    """A table of rows of a view; their columns follow from the dataclass."""
    return Table(rows, columns_of(kind), to_plain, show)


def columns_of(kind: Any) -> tuple[Field, ...]:
    """The fields of a row of a view, nested rows as JSON."""
    hints = get_type_hints(kind)
    return tuple(Field(kind.__name__, f.name, _type(f.name, hints[f.name]), f.name) for f in fields(kind))


def to_plain(row: Any) -> Row:
    """A row of a view as plain values."""
    return {f.name: _plain(getattr(row, f.name)) for f in fields(row)}


def _plain(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        return to_plain(value)
    return [_plain(v) for v in value] if isinstance(value, tuple) else value


def _type(name: str, hint: Any) -> str:
    """The dictionary's type of a Python annotation."""
    arguments = [a for a in get_args(hint) if a is not type(None)]
    if hint in _SCALARS:
        return "day" if name == "first" else _SCALARS[hint]
    if get_origin(hint) is tuple:
        inner = _type("", arguments[0])
        return f"[{inner}]" if inner in _SCALARS.values() and Ellipsis in arguments else "json"
    if len(arguments) == 1:
        return _type(name, arguments[0])
    return "json"


def show_quote(before: str, words: str, after: str, outlet: str, published: str) -> str:
    """A quote as HTML: the sentence, the words that carry the row in bold, and who printed it when."""
    sentence = f"{escape(before)} <b>{escape(words)}</b> {escape(after)}".strip()
    return f"<blockquote style='margin:.2em 1em'>“{sentence}” — {escape(outlet)}, {escape(published)}</blockquote>"


def show_row(row: Row) -> str:
    """A row of the record as HTML: its label or id, and the rest to fold out."""
    name = next((str(row[k]) for k in ("label", "title", "note", "missing", "text", "id") if row.get(k)), "")
    return f"<details><summary>{escape(name)}</summary><pre>{escape(to_json(row))}</pre></details>"
