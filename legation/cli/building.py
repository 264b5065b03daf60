"""build, rebuild, forget, failures, demo."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import RenderableType

import legation
from legation.cli import pages
from legation.cli.options import DEFAULT_STORE, EngineName, Gate, Json, Store, Today, Workers, day_of_reading
from legation.cli.output import emit, make_console, print_page, say
from legation.cli.progress import Bar
from legation.cli.serving import serve
from legation.errors import LegationError, UsageError
from legation.store import Store as Record
from legation.views.conflicts import conflicts
from legation.views.ledger import ledger
from legation.views.timeline import fold_timeline

if TYPE_CHECKING:
    from legation.pipeline.summary import Summary

EXAMPLE = "pakistan-us-2025"
Inputs = Annotated[list[str], typer.Argument(help="Files, folders, or - for standard input.", metavar="INPUT...")]
Meta = Annotated[
    Path | None,
    typer.Option("--meta", metavar="FILE", help="A CSV that joins outlet, url, title, published … to files by name."),
]
TextField = Annotated[
    str | None, typer.Option("--text-field", metavar="NAME", help="What JSON, CSV and Parquet inputs call the words.")
]
Fields = Annotated[
    list[str] | None,
    typer.Option("--field", metavar="OURS=NAME", help="The same for another field, such as published=date."),
]


def build(
    inputs: Inputs,
    store: Store = DEFAULT_STORE,
    meta: Meta = None,
    workers: Workers = None,
    engine: EngineName = "local",
    text_field: TextField = None,
    field: Fields = None,
    gate: Gate = True,
    today: Today = None,
) -> None:
    """Read reports into the record. Safe to run again: unchanged reports are not analysed again.

    Examples:

        legation build reports/ --store record.db

        legation build reports/ extra.jsonl --meta meta.csv --store record.db

        cat report.txt | legation build - --store record.db

        legation build articles.parquet --text-field body --field published=date --store record.db
    """
    missing = [name for name in inputs if name != "-" and not Path(name).exists()]
    if missing:
        raise UsageError(f"there is no file or folder {missing[0]}", "check the path; nothing was read")
    names, day = named_fields(text_field, field or []), day_of_reading(today)
    with Bar() as bar:
        summary = legation.build(inputs, store, meta, workers, engine, bar, fields=names, gate=gate, today=day)
    report(summary, store)
    if summary.reports:
        return
    if summary.failed:
        raise LegationError("no report could be read", f"legation failures --store {store} says why")
    raise LegationError("no report was found in the inputs", "docs/reading.md says what is read")


def named_fields(text_field: str | None, pairs: list[str]) -> dict[str, str]:
    """Our fields and the names they have in the input; ``UsageError`` for a pair that is none."""
    named = {"text": text_field} if text_field else {}
    for pair in pairs:
        ours, equals, theirs = (part.strip() for part in pair.partition("="))
        if not (ours and equals and theirs):
            raise UsageError(f"--field {pair}: not OURS=NAME", "write it as published=date")
        named[ours.lower()] = theirs
    return named


def rebuild(
    store: Store = DEFAULT_STORE,
    workers: Workers = None,
    engine: EngineName = "local",
    gate: Gate = True,
    today: Today = None,
) -> None:
    """Analyse the stored reports anew, after an upgrade or better knowledge. People's judgements stay.

    Example:

        legation rebuild --store record.db
    """
    with Bar() as bar:
        report(legation.rebuild(store, workers, engine, bar, gate=gate, today=day_of_reading(today)), store)


def forget(document: Annotated[str, typer.Argument(help="The id of a report.")], store: Store = DEFAULT_STORE) -> None:
    """Take a report out again, with all that rests on it alone.

    Example:

        legation forget document-5f0e5fd66f6f3c1b --store record.db
    """
    report(legation.forget(store, document), store)


def failures(store: Store = DEFAULT_STORE, json: Json = False) -> None:
    """Inputs that could not be read or analysed, and why.

    Example:

        legation failures --store record.db
    """
    with Record.open(store) as record:
        found = list(record.failures())
    if json:
        emit(found)
    else:
        print_page(pages.failures_page(found))


def demo(
    store: Annotated[Path | None, typer.Option("--store", "-s", help="Keep the record here.")] = None,
    workers: Workers = None,
    browser: Annotated[
        bool | None,
        typer.Option("--open/--no-open", help="End with the pages in a browser; so it does in a terminal."),
    ] = None,
) -> None:
    """Build the example dossier, show its timeline, agreements and disagreements, and open the pages on it.

    Example:

        legation demo --store demo.db
    """
    folder = find_example()
    with tempfile.TemporaryDirectory() as scratch:
        place = store or Path(scratch) / "demo.db"
        with Bar() as bar:
            summary = legation.build([folder], place, workers=workers, progress=bar)
        show_all(place)
        report(summary, store)
        if sys.stdout.isatty() if browser is None else browser:
            say("the pages follow; Ctrl-C ends them")
            serve(place, port=0, browser=True)


def show_all(place: Path) -> None:
    """Timeline, ledger and conflicts, one below the other."""
    console = make_console()
    with Record.open(place) as record:
        sections: tuple[tuple[str, Callable[[], RenderableType]], ...] = (
            ("Timeline", lambda: pages.timeline_page(fold_timeline(record, fold=pages.FOLDED))),
            ("Agreements", lambda: pages.ledger_page(ledger(record))),
            ("Where the reports disagree", lambda: pages.conflicts_page(conflicts(record))),
        )
        for title, page in sections:
            console.rule(f"[bold]{title}", align="left", style="dim")
            print_page(page())


def find_example() -> Path:
    """The folder of the example's reports: in the package's data, else beside the package in its source tree."""
    package = Path(__file__).resolve().parents[1]
    for folder in (package / "data" / "demo" / EXAMPLE, package.parent / "examples" / EXAMPLE):
        if folder.is_dir():
            return folder / "reports" if (folder / "reports").is_dir() else folder
    raise LegationError("the example dossier is not installed", "get it with the source: examples/" + EXAMPLE)


def report(summary: Summary, store: Path | None) -> None:
    """The summary line, on standard error."""
    say(summary.line(store))
    if store is not None and summary.unchanged and not summary.added:
        say("nothing new: these reports are in the record already")


COMMANDS = (build, rebuild, forget, failures, demo)
