"""diff."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Annotated

import typer
from rich.console import Group, RenderableType
from rich.text import Text

from legation.cli.options import DEFAULT_STORE, Json, Store
from legation.cli.output import Indented, emit, print_page
from legation.store import Store as Record
from legation.text import shorten
from legation.views.diff import ChangeRow
from legation.views.diff import diff as find_changes
from legation.views.words import NOT_STATED

TITLES = {
    "new": "New events",
    "reports": "New reports of events",
    "status": "Changed status",
    "conflict": "New conflicts",
    "settled": "Conflicts gone",
    "merged": "Events that are one now",
    "split": "Events told apart now",
    "withdrawn": "Withdrawn",
}
BETWEEN = {"status": " → ", "merged": " + ", "split": " | "}
SHOWN = 30
LONGEST = 100


def diff(
    earlier: Annotated[int | None, typer.Argument(help="A run's number; the last but one.", metavar="RUN")] = None,
    later: Annotated[int | None, typer.Argument(help="A later run's number; the last.", metavar="RUN")] = None,
    store: Store = DEFAULT_STORE,
    json: Json = False,
) -> None:
    """What changed in the record between two of its last 20 runs; --json gives all, unfolded.

    Examples:

        legation diff

        legation diff 3 7 --json
    """
    with Record.open(store) as record:
        rows = find_changes(record, earlier, later)
    emit(rows) if json else print_page(page(rows))


def page(rows: Sequence[ChangeRow]) -> RenderableType:
    """The changes under a heading a kind, the first of each."""
    parts: list[RenderableType] = []
    for kind, group in groupby(rows, key=lambda row: row.kind):
        found = list(group)
        parts.append(Text(f"{TITLES[kind]}: {len(found):,}", "bold"))
        parts += [Indented(line(row), 2) for row in found[:SHOWN]]
        parts += [Indented(Text(f"… and {len(found) - SHOWN:,} more: --json", "dim"), 2)] if len(found) > SHOWN else []
    return Group(*parts) if parts else Text("nothing changed between these runs")


def line(row: ChangeRow) -> Text:
    """Day, label and what changed."""
    words = BETWEEN.get(row.kind, ", ").join(shorten(d.replace("_", " "), LONGEST) for d in row.details)
    told = f": {words}" if words else ""
    return Text.assemble((row.day or NOT_STATED, "cyan"), "  ", row.label, (told, "dim"), (f"  {row.event_id}", "dim"))


COMMANDS = (diff,)
