"""Options that several commands share."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from legation.errors import UsageError
from legation.views import vocabulary
from legation.views.filters import Filters

Store = Annotated[Path, typer.Option("--store", "-s", help="The record's file.", envvar="LEGATION_STORE")]
Json = Annotated[bool, typer.Option("--json", help="JSON lines instead of a page for people.")]
Since = Annotated[str | None, typer.Option("--since", metavar="DAY", help="Events that can lie on or after this day.")]
Until = Annotated[str | None, typer.Option("--until", metavar="DAY", help="Events that can lie on or before this day.")]
Types = Annotated[
    list[str] | None, typer.Option("--type", metavar="TYPE", help="CONSULT, phone, CONSULT/phone …; may be repeated.")
]
Statuses = Annotated[
    list[str] | None, typer.Option("--status", metavar="STATUS", help="occurred, planned, denied …; may be repeated.")
]
Topics = Annotated[
    list[str] | None, typer.Option("--topic", metavar="TOPIC", help="trade, tariffs, energy …; may be repeated.")
]
Dyad = Annotated[
    tuple[str, str] | None,
    typer.Option("--dyad", help="Only between these two sides.", metavar="A B", show_default=False),
]
Workers = Annotated[int | None, typer.Option("--workers", "-w", min=1, help="Processes; one a processor by default.")]
Gate = Annotated[bool, typer.Option("--gate/--no-gate", help="Parse only what could tell an event, or all.")]
Today = Annotated[
    str | None,
    typer.Option(metavar="DAY", help="The day of reading: no later day of publication is believed. Default: today."),
]
EngineName = Annotated[str, typer.Option("--engine", help="What runs the analysis: local, or daft (extra scale).")]

DEFAULT_STORE = Path("record.db")


def make_filters(
    since: str | None = None,
    until: str | None = None,
    types: list[str] | None = None,
    statuses: list[str] | None = None,
    topics: list[str] | None = None,
    of_agreements: bool = False,
) -> Filters:
    """The filters of a command line; ``UsageError`` for a day that is none, or a word that no filter knows."""
    begin, end = read_days("--since", since), read_days("--until", until)
    first, last = begin and begin[0], end and end[1]
    if first and last and first > last:
        raise UsageError(f"--since {first} lies after --until {last}", "swap the two days")
    kinds = (vocabulary.check_kinds if of_agreements else vocabulary.check_types)(types or ())
    steps = (vocabulary.check_steps if of_agreements else vocabulary.check_statuses)(statuses or ())
    return Filters(first, last, kinds, steps, vocabulary.check_topics(topics or ()))


def day_of_reading(words: str | None) -> date:
    """The day of ``--today``, else that of the computer's clock, which nothing below the command line looks at."""
    days = read_days("--today", words)
    return days[0] if days else date.today()


def read_days(option: str, words: str | None) -> tuple[date, date] | None:
    """The first and the last day that a day, a month or a year can mean; None where nothing was given.

    Raises:
        UsageError: it is none of them.
    """
    from legation.knowledge.tables import first_day, last_day

    try:
        first, last = (first_day(words), last_day(words)) if words else (None, None)
    except (ValueError, IndexError):
        raise UsageError(f"{option} {words}: not a day", "write it as YYYY-MM-DD, YYYY-MM or YYYY") from None
    return (first, last) if first and last else None
