"""export."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from legation.cli.options import DEFAULT_STORE, Since, Statuses, Store, Topics, Types, Until, make_filters
from legation.cli.output import say
from legation.errors import StoreError, UsageError
from legation.exporters import FORMATS, KINDS, Selection, select, write_export
from legation.exporters.formats import DICTIONARY, form_of, has_form
from legation.store import Store as Record

BINARY = ("parquet", "xlsx")
Dyad = Annotated[
    tuple[str, str] | None,
    typer.Option("--dyad", help="Only events that have both of these sides.", metavar="A B", show_default=False),
]


def export(
    kind: Annotated[str, typer.Argument(help=f"One of: {', '.join((*KINDS, DICTIONARY))}.", metavar="KIND")],
    store: Store = DEFAULT_STORE,
    form: Annotated[
        str | None,
        typer.Option("--format", "-f", help=f"One of: {', '.join(FORMATS)}. Default: by the file's name, else jsonl."),
    ] = None,
    output: Annotated[Path | None, typer.Option("--output", "-o", help="A file instead of standard output.")] = None,
    dyad: Dyad = None,
    since: Since = None,
    until: Until = None,
    types: Types = None,
    statuses: Statuses = None,
    topics: Topics = None,
) -> None:
    """Write one kind of record for another program: a table, a calendar, a graph, a feed.

    docs/fields.md explains every field, docs/exports.md every format and what it loses. Filters choose events, and the
    reports that tell them.

    Examples:

        legation export claims --store record.db -o claims.jsonl

        legation export events -o events.parquet

        legation export events --format csv > events.csv

        legation export events --format plover --dyad PAK USA --since 2025-08-01 > pak-usa.csv

        legation export events --format ics --status planned -o planned.ics

        legation export documents --format bibtex --dyad Pakistan "United States" -o cited.bib

        legation export dictionary --format csv -o dictionary.csv
    """
    filters = make_filters(since, until, types, statuses, topics)
    chosen = form or _form_of(output)
    with Record.open(store) as record:
        selection = select(record, filters, dyad or ())
        if output is None:
            _print(kind, selection, chosen)
            return
        count = _write(kind, selection, output, chosen)
    say(f"{count} {FORMATS[chosen].counts or kind} written to {output}")
    if FORMATS[chosen].loses:
        say(f"{chosen} loses: {FORMATS[chosen].loses}")


def _form_of(output: Path | None) -> str:
    """The format that the file's name asks for; JSON Lines where it has no ending."""
    if output is not None and output.suffix and not has_form(output.name):
        raise UsageError(f"no format is known by {output.suffix}", f"give --format: one of {', '.join(FORMATS)}")
    return form_of(output.name if output else "")


def _print(kind: str, selection: Selection, form: str) -> None:
    if form in BINARY and sys.stdout.isatty():
        raise UsageError(f"{form} is not for a terminal", f"name a file: -o {kind}.{form}")
    sys.stdout.flush()
    write_export(kind, selection, sys.stdout.buffer, form)
    sys.stdout.buffer.flush()


def _write(kind: str, selection: Selection, output: Path, form: str) -> int:
    """Write beside the file and put it in its place when it is whole."""
    part = output.with_name(f".{output.name}.part")
    try:
        with open(part, "wb") as out:
            count = write_export(kind, selection, out, form)
        os.replace(part, output)
    except OSError as error:
        raise StoreError(f"{output}: {error.strerror}", "name another file with -o") from None
    finally:
        part.unlink(missing_ok=True)
    return count


COMMANDS = (export,)
