"""export."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import Annotated

import typer

from legation.cli.options import DEFAULT_STORE, Store
from legation.cli.output import say
from legation.errors import StoreError
from legation.exporters import FIELDS, FORMATS, KINDS, rows, write_rows
from legation.store import Store as Record


def export(
    kind: Annotated[str, typer.Argument(help=f"One of: {', '.join(KINDS)}.", metavar="KIND")],
    store: Store = DEFAULT_STORE,
    form: Annotated[str, typer.Option("--format", "-f", help=f"One of: {', '.join(FORMATS)}.")] = "jsonl",
    output: Annotated[Path | None, typer.Option("--output", "-o", help="A file instead of standard output.")] = None,
) -> None:
    """Write one kind of record as rows; docs/fields.md explains every field.

    Examples:

        legation export claims --store record.db -o claims.jsonl

        legation export events --format csv > events.csv
    """
    with Record.open(store) as record:
        found = rows(kind, record)
        if output is None:
            write_rows(found, FIELDS.get(kind, ()), sys.stdout, form)
            return
        text = io.StringIO()
        count = write_rows(found, FIELDS.get(kind, ()), text, form)
    try:
        output.write_text(text.getvalue(), encoding="utf-8")
    except OSError as error:
        raise StoreError(f"{output}: {error.strerror}", "name another file with -o") from None
    say(f"{count} {kind} written to {output}")


COMMANDS = (export,)
