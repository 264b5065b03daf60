"""What ``legation export`` can write: each format, the kinds it takes, what it is for and what it loses."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import BinaryIO, TextIO

from legation.errors import UsageError
from legation.exporters import (
    calendar,
    citations,
    columnar,
    feed,
    ftm,
    gdelt,
    geojson,
    jsonld,
    lines,
    plover,
    workbook,
)
from legation.exporters.dictionary import Field, dictionary_rows, load_fields
from legation.exporters.parts import Row
from legation.exporters.rows import KINDS, document_row, event_row, rows
from legation.exporters.selection import Selection

DICTIONARY = "dictionary"
_DICTIONARY_FIELDS = tuple(
    Field(DICTIONARY, name, "text", meaning)
    for name, meaning in (("kind", "kind of record, or part of one"), ("field", "name"), ("type", "type"),
                          ("meaning", "in words"))
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Export:
    """What is to be written: a kind of record, of all events or of those selected."""

    kind: str
    selection: Selection

    @property
    def fields(self) -> tuple[Field, ...]:
        """The columns."""
        return _DICTIONARY_FIELDS if self.kind == DICTIONARY else load_fields()[self.kind]

    def rows(self) -> Iterator[Row]:
        """The rows, read as they are asked for.

        Raises:
            UsageError: no such kind, or one that cannot be told by its events.
        """
        if self.kind == DICTIONARY:
            return dictionary_rows()
        if self.kind in CHOSEN and not self.selection.is_all:
            return CHOSEN[self.kind](self.selection)
        if not self.selection.is_all:
            raise UsageError(f"{self.kind} cannot be chosen by dyad, day, type, status or topic",
                             f"leave the filters out, or export one of: {', '.join(CHOSEN)}")  # fmt: skip
        return rows(self.kind, self.selection.store)


def _chosen_events(selection: Selection) -> Iterator[Row]:
    return map(event_row, selection.events())


def _chosen_documents(selection: Selection) -> Iterator[Row]:
    found = map(selection.store.document, selection.document_ids())
    return (document_row(d) for d in found if d is not None)


CHOSEN: dict[str, Callable[[Selection], Iterator[Row]]] = {"events": _chosen_events, "documents": _chosen_documents}
"""Kinds that filters of events apply to; documents are those that tell the events."""

Write = Callable[[Export, BinaryIO], int]


@dataclass(frozen=True, slots=True)
class Format:
    """One format. ``kinds``: what it can hold, the first one by default; ``loses``: what of the record it cannot.

    ``counts``: what ``write`` counts, where that is not the records of the kind.
    """

    name: str
    write: Write
    kinds: tuple[str, ...]
    meaning: str
    loses: str = ""
    counts: str = ""


def _as_text(write: Callable[[Iterable[Row], Sequence[str], TextIO], int]) -> Write:
    def write_bytes(export: Export, out: BinaryIO) -> int:
        with _text(out) as text:
            return write(export.rows(), [f.name for f in export.fields], text)

    return write_bytes


def _table(make: Callable[[Selection], Iterator[Row]], columns: Sequence[str], delimiter: str) -> Write:
    """A table of events with columns of its own."""
    write = lines.write_tsv if delimiter == "\t" else lines.write_csv

    def write_bytes(export: Export, out: BinaryIO) -> int:
        with _text(out) as text:
            return write(make(export.selection), columns, text)

    return write_bytes


def _of(write: Callable[[Selection, TextIO], int]) -> Write:
    """A writer of what the selection holds."""

    def write_bytes(export: Export, out: BinaryIO) -> int:
        with _text(out) as text:
            return write(export.selection, text)

    return write_bytes


@contextmanager
def _text(out: BinaryIO) -> Iterator[TextIO]:
    text = io.TextIOWrapper(out, encoding="utf-8", newline="", write_through=True)
    try:
        yield text
    finally:
        text.detach()


def _write_parquet(export: Export, out: BinaryIO) -> int:
    return columnar.write_parquet(export.rows(), export.fields, out)


def _write_workbook(export: Export, out: BinaryIO) -> int:
    return workbook.write_workbook(export.kind, export.rows(), export.fields, out)


_ANY = (*KINDS, DICTIONARY)
_EVENTS = ("events",)
FORMATS: dict[str, Format] = {
    f.name: f
    for f in (
        Format("jsonl", _as_text(lines.write_jsonl), _ANY, "one JSON object a line; loses nothing"),
        Format("json", _as_text(lines.write_json), _ANY, "the same as one JSON list"),
        Format("csv", _as_text(lines.write_csv), _ANY, "for R, pandas, Stata", "nested values are JSON in their cells"),
        Format("tsv", _as_text(lines.write_tsv), _ANY, "the same with tabs", "nested values are JSON in their cells"),
        Format("xlsx", _write_workbook, _ANY, "a workbook, with a sheet that says what the columns mean",
               "nested values are JSON in their cells; a cell ends after 32,767 characters, and says so"),
        Format("parquet", _write_parquet, _ANY, "nested columns for DuckDB, Polars, Arrow, Spark",
               "exact amounts become 64-bit floats; an attribution through another is JSON"),
        Format("plover", _table(plover.plover_rows, plover.COLUMNS, ","), _EVENTS,
               "CSV in the manner of POLECAT: PLOVER types, scores, quads, one row a direction", plover.LOSES, "rows"),
        Format("gdelt", _table(gdelt.gdelt_rows, gdelt.COLUMNS, "\t"), _EVENTS,
               "the columns of GDELT 2.0, tab-separated, with a header", gdelt.LOSES, "rows"),
        Format("ftm", _of(ftm.write_entities), _EVENTS, "FollowTheMoney entities: Event, Person, PublicBody, Article",
               ftm.LOSES, "entities"),
        Format("ftm-statements", _of(ftm.write_statements), _EVENTS,
               "the same as statements: dataset is the outlet, origin the report, original_value its words", ftm.LOSES,
               "statements"),
        Format("jsonld", _of(jsonld.write_graph), _EVENTS,
               "a graph for RDF: PROV-O, and every quote as a Web Annotation", jsonld.LOSES, "nodes"),
        Format("geojson", _of(geojson.write_features), _EVENTS, "for QGIS, Leaflet", geojson.LOSES, "points"),
        Format("ics", _of(calendar.write_calendar), _EVENTS, "planned events, for a calendar", calendar.LOSES,
               "entries"),
        Format("atom", _of(feed.write_feed), _EVENTS, "a feed, of a dyad with --dyad A B", feed.LOSES, "entries"),
        Format("csl", _of(citations.write_csl), ("documents",), "cited reports as CSL-JSON for Zotero, pandoc",
               citations.LOSES),
        Format("bibtex", _of(citations.write_bibtex), ("documents",), "cited reports for LaTeX", citations.LOSES),
    )
}  # fmt: skip


ENDINGS = {"xml": "atom", "bib": "bibtex"}


def has_form(name: str) -> bool:
    """Whether a file's ending names a format."""
    return _ending(name) in ENDINGS or _ending(name) in FORMATS


def _ending(name: str) -> str:
    return name.rpartition(".")[2].lower()


def form_of(name: str) -> str:
    """The format that a file's name asks for: ``claims.csv`` is csv; jsonl where it asks for none."""
    ending = _ending(name)
    return ENDINGS.get(ending, ending if ending in FORMATS else "jsonl")


def write_export(kind: str, selection: Selection, out: BinaryIO, form: str = "jsonl") -> int:
    """Write a kind of record in a format; how many rows, events or entries.

    Raises:
        UsageError: no such kind or format, or a format that does not hold that kind.
    """
    if form not in FORMATS:
        raise UsageError(f"no format {form!r}", f"use one of: {', '.join(FORMATS)}")
    if kind not in _ANY:
        raise UsageError(f"nothing called {kind!r} to export", f"use one of: {', '.join(_ANY)}")
    kinds = FORMATS[form].kinds
    if kind not in kinds:
        raise UsageError(f"{form} holds no {kind}", f"legation export {kinds[0]} --format {form}")
    with selection.store.snapshot():
        return FORMATS[form].write(Export(kind, selection), out)


def write_rows(rows: Iterable[Row], fields: Sequence[str], out: TextIO, form: str = "jsonl") -> int:
    """Write rows as jsonl, csv or tsv; how many.

    Raises:
        UsageError: there is no such format.
    """
    writers = {"jsonl": lines.write_jsonl, "csv": lines.write_csv, "tsv": lines.write_tsv}
    if form not in writers:
        raise UsageError(f"no format {form!r}", f"use one of: {', '.join(writers)}")
    return writers[form](rows, fields, out)
