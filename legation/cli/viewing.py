"""timeline, dyad, ledger, conflicts, search, show, gaps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from legation import views
from legation.cli import pages, showing
from legation.cli.figures import figures_page
from legation.cli.options import (
    DEFAULT_STORE,
    Dyad,
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
from legation.views import Filters, Fold

Undated = Annotated[bool, typer.Option("--undated", help="Show all events without a day, not only the first.")]
Figures = Annotated[bool, typer.Option("--figures", help="Figures in place of agreements: trade, tariffs, aid …")]
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
        told = views.fold_timeline(record, filters, fold=Fold() if json else folding(filters, undated, everything))
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
        told = views.fold_timeline(record, filters, (a, b), fold)
        sides = "" if told.rows or told.comments else views.sides_told(record)
    emit(told.rows) if json else print_page(pages.timeline_page(told))
    if sides:
        say(f"the record tells of {sides}")


def ledger(
    store: Store = DEFAULT_STORE,
    since: Since = None,
    until: Until = None,
    types: Types = None,
    statuses: Statuses = None,
    topics: Topics = None,
    dyad: Dyad = None,
    figures: Figures = False,
    json: Json = False,
) -> None:
    """Agreements: parties, subject, amounts, how far they have come, and what is disputed.

    Here --type is the kind of agreement (mou, deal, treaty …) and --status its own (signed, announced …). With
    --figures: trade, tariffs, pledges, payments and troops by dyad and period; --type is then the measure.

    Examples:

        legation ledger --type mou --status signed

        legation ledger --figures --dyad PAK USA --type trade_goods
    """
    if figures:
        figure_ledger(store, make_filters(since, until, None, None, None), types or [], dyad or (), json=json)
        return
    filters = make_filters(since, until, types, statuses, topics, of_agreements=True)
    with Record.open(store) as record:
        rows = views.ledger(record, filters, dyad or ())
    emit(rows) if json else print_page(pages.ledger_page(rows))


def figure_ledger(store: Path, filters: Filters, measures: Sequence[str], dyad: Sequence[str], *, json: bool) -> None:
    """Print the figures of some measures, or of all."""
    with Record.open(store) as record:
        rows = views.figures(record, replace(filters, types=measures), dyad)
    emit(rows) if json else print_page(figures_page(rows))


def conflicts(
    store: Store = DEFAULT_STORE,
    since: Since = None,
    until: Until = None,
    types: Types = None,
    statuses: Statuses = None,
    topics: Topics = None,
    json: Json = False,
) -> None:
    """Where the reports disagree: every value, who gives it, in which words.

    Example:

        legation conflicts --type CONSULT
    """
    filters = make_filters(since, until, types, statuses, topics)
    with Record.open(store) as record:
        rows = views.conflicts(record, filters)
    emit(rows) if json else print_page(pages.conflicts_page(rows))


def search(
    words: Annotated[list[str], typer.Argument(help='Words that all occur; "words in quotes" occur together.')],
    store: Store = DEFAULT_STORE,
    since: Since = None,
    until: Until = None,
    types: Types = None,
    statuses: Statuses = None,
    topics: Topics = None,
    json: Json = False,
) -> None:
    """Reports that hold the words, and the events told in them.

    Examples:

        legation search tariff

        legation search '"critical minerals" refinery'
    """
    filters = make_filters(since, until, types, statuses, topics)
    with Record.open(store) as record:
        rows = views.search(record, " ".join(words), filters)
    emit(rows) if json else print_page(pages.search_page(rows))


def show(
    wanted: Annotated[
        str, typer.Argument(help="The id of an event, claim, report or agreement, or its beginning.", metavar="ID")
    ],
    store: Store = DEFAULT_STORE,
    json: Json = False,
) -> None:
    """One event, claim, report or agreement whole: words, outlets, origins, sides, and twins it was kept apart from.

    Example:

        legation show event-1f0c
    """
    with Record.open(store) as record:
        found = views.show(record, wanted)
    emit([found]) if json else print_page(showing.page(found))


def gaps(
    store: Store = DEFAULT_STORE,
    everything: Annotated[bool, typer.Option("--all", help="Show every gap, not only what to ask first.")] = False,
    json: Json = False,
) -> None:
    """What to ask next: sides that have not spoken, sums not split, rates without the one before, texts, days.

    Example:

        legation gaps
    """
    with Record.open(store) as record:
        rows = views.gaps(record)
    emit(rows) if json else print_page(pages.gaps_page(rows, everything=everything))


COMMANDS = (timeline, dyad, ledger, conflicts, search, show, gaps)
