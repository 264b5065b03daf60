"""timeline, dyad."""

from __future__ import annotations

from typing import Annotated

import typer

from legation.cli import pages
from legation.cli.options import (
    DEFAULT_STORE,
    Json,
    Since,
    Statuses,
    Store,
    Topics,
    Types,
    Until,
    make_filters,
)
from legation.cli.output import emit, print_page, say
from legation.store import Store as Record
from legation.views.filters import Filters
from legation.views.sides import sides_told
from legation.views.timeline import Fold, fold_timeline

Undated = Annotated[bool, typer.Option("--undated", help="Show all events without a day, not only the first.")]
Everything = Annotated[bool, typer.Option("--all", help="Show every event: without a day, and mere comments too.")]


def folding(filters: Filters, undated: bool, everything: bool) -> Fold:
    """What a timeline shows; types that were asked for are never folded."""
    return Fold(everything or bool(filters.types), None if everything or undated else pages.FOLDED.undated)


def timeline(
    store: Store = DEFAULT_STORE,
    since: Since = None,
    until: Until = None,
    types: Types = None,
    statuses: Statuses = None,
    topics: Topics = None,
    undated: Undated = False,
    everything: Everything = False,
    json: Json = False,
) -> None:
    """Events in the order of their days, each with its words and what it rests on; --json gives all, unfolded.

    Examples:

        legation timeline --since 2025-08-01 --type CONSULT

        legation timeline --topic tariffs --json
    """
    filters = make_filters(since, until, types, statuses, topics)
    with Record.open(store) as record:
        told = fold_timeline(record, filters, fold=Fold() if json else folding(filters, undated, everything))
    emit(told.rows) if json else print_page(pages.timeline_page(told))


def dyad(
    a: Annotated[str, typer.Argument(help="A state's code or name, or a person.", metavar="A")],
    b: Annotated[str, typer.Argument(help="The other side.", metavar="B")],
    store: Store = DEFAULT_STORE,
    since: Since = None,
    until: Until = None,
    types: Types = None,
    statuses: Statuses = None,
    topics: Topics = None,
    undated: Undated = False,
    everything: Everything = False,
    json: Json = False,
) -> None:
    """Events between two sides: states by code or name, or people.

    Examples:

        legation dyad PAK USA

        legation dyad Pakistan Rubio --type phone
    """
    filters = make_filters(since, until, types, statuses, topics)
    with Record.open(store) as record:
        fold = Fold() if json else folding(filters, undated, everything)
        told = fold_timeline(record, filters, (a, b), fold)
        sides = "" if told.rows or told.comments else sides_told(record)
    emit(told.rows) if json else print_page(pages.timeline_page(told))
    if sides:
        say(f"the record tells of {sides}")


COMMANDS = (timeline, dyad)
