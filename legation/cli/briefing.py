"""brief."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import Annotated

import typer

from legation.cli.options import DEFAULT_STORE, Since, Store, Until, make_filters
from legation.cli.output import say
from legation.errors import StoreError, UsageError
from legation.exporters.brief import RENDERINGS, make_brief, write_brief
from legation.store import Store as Record


def brief(
    dyad: Annotated[
        tuple[str, str],
        typer.Option("--dyad", help="The two sides: states by code or name, bodies or people.", metavar="A B"),
    ],
    store: Store = DEFAULT_STORE,
    since: Since = None,
    until: Until = None,
    form: Annotated[
        str | None,
        typer.Option("--format", "-f", help=f"One of: {', '.join(RENDERINGS)}. Default: by the file's name, else md."),
    ] = None,
    output: Annotated[Path | None, typer.Option("--output", "-o", help="A file instead of standard output.")] = None,
) -> None:
    """A brief on two sides with footnotes that quote: what happened, was agreed, is disputed, planned and open.

    Examples:

        legation brief --dyad PAK USA

        legation brief --dyad Pakistan "United States" --since 2025-08-01 -o brief.docx
    """
    filters = make_filters(since, until)
    ending = output.suffix[1:].lower() if output else ""
    chosen = form or (ending if ending in RENDERINGS else "md")
    if output is None and chosen == "docx":
        raise UsageError("docx is not for a terminal", "name a file: -o brief.docx")
    text = io.BytesIO()
    with Record.open(store) as record:
        made = make_brief(record, *dyad, filters)
    write_brief(made, text, chosen)
    if output is None:
        sys.stdout.buffer.write(text.getvalue())
        return
    try:
        output.write_bytes(text.getvalue())
    except OSError as error:
        raise StoreError(f"{output}: {error.strerror}", "name another file with -o") from None
    say(f"a brief with {len(made.notes)} notes written to {output}")


COMMANDS = (brief,)
