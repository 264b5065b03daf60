"""ledger, conflicts, search, show, gaps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

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
from legation.cli.output import emit, print_page
from legation.store import Store as Record
from legation.views import conflicts as disputes
from legation.views import figures as measured
from legation.views import gaps as open_questions
from legation.views import ledger as agreements
from legation.views import search as reports
from legation.views import show as whole
from legation.views.filters import Filters

Figures = Annotated[bool, typer.Option("--figures", help="Figures in place of agreements: trade, tariffs, aid …")]


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
        rows = agreements.ledger(record, filters, dyad or ())
    emit(rows) if json else print_page(pages.ledger_page(rows))


def figure_ledger(store: Path, filters: Filters, measures: Sequence[str], dyad: Sequence[str], *, json: bool) -> None:
    """Print the figures of some measures, or of all."""
    with Record.open(store) as record:
        rows = measured.figures(record, replace(filters, types=measures), dyad)
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
        rows = disputes.conflicts(record, filters)
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
        rows = reports.search(record, " ".join(words), filters)
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
        found = whole.show(record, wanted)
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
        rows = open_questions.gaps(record)
    emit(rows) if json else print_page(pages.gaps_page(rows, everything=everything))


COMMANDS = (ledger, conflicts, search, show, gaps)
