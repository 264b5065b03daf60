"""watch add, drop, list and news: what a desk follows."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated

import typer
from rich.console import Group, RenderableType
from rich.text import Text

from legation.cli.comparing import line
from legation.cli.options import DEFAULT_STORE, Dyad, Json, Statuses, Store, Topics, Types, make_filters
from legation.cli.output import Indented, emit, print_each, print_page, say
from legation.cli.pages import event_block
from legation.errors import UsageError
from legation.store import Store as Record
from legation.store import Watch
from legation.text import counted
from legation.views.diff import ChangeRow, diff
from legation.views.questions import find_query
from legation.views.watching import WatchNews, watch_news, words_of

SHOWN = 12
app = typer.Typer(help="Dyads and searches to follow: what became new or changed in each.", no_args_is_help=True)
Name = Annotated[str, typer.Argument(help="What the watch is called.", metavar="NAME")]
Names = Annotated[list[str] | None, typer.Argument(help="Only these watches.", metavar="NAME", show_default=False)]


@app.command()
def add(
    name: Annotated[str | None, typer.Argument(help="Its name; else what it asks for.", metavar="NAME")] = None,
    dyad: Dyad = None,
    words: Annotated[
        str | None,
        typer.Option("--words", help="Words in an event's label, its parties' names or the words that tell it."),
    ] = None,
    types: Types = None,
    statuses: Statuses = None,
    topics: Topics = None,
    store: Store = DEFAULT_STORE,
) -> None:
    """Follow a dyad or a search; one of the same name is replaced. It outlives every rebuild.

    Examples:

        legation watch add --dyad PAK USA

        legation watch add minerals --words "critical minerals" --type AGREE
    """
    filters = make_filters(None, None, types, statuses, topics)
    at = datetime.now(UTC).isoformat(timespec="seconds")
    kinds = tuple(filters.types), tuple(filters.statuses), tuple(filters.topics)
    watch = Watch(name or "", tuple(dyad or ()), (words or "").strip(), *kinds, at)
    if watch == Watch(watch.name, at=at):
        raise UsageError("nothing to follow", "name two sides with --dyad A B, or give --words, --type or --topic")
    watch = Watch(name or words_of(watch), watch.sides, watch.words, *kinds, at)
    with Record.open(store, write=True) as record:
        found = record.catalogue.count_events(find_query(record, filters, watch.sides, watch.words))
        record.add_watch(watch)
    say(f"watching {watch.name}: {counted(found, 'event')} so far")


@app.command()
def drop(name: Name, store: Store = DEFAULT_STORE) -> None:
    """Follow it no longer.

    Example:

        legation watch drop minerals
    """
    with Record.open(store, write=True) as record:
        if not record.drop_watch(name):
            raise UsageError(f"no watch called {name!r}", "legation watch list names them")
    say(f"{name} is watched no longer")


@app.command("list")
def list_(store: Store = DEFAULT_STORE, json: Json = False) -> None:
    """What is watched.

    Example:

        legation watch list
    """
    with Record.open(store) as record:
        found = record.watches()
    print_each(found, _line, as_json=json)


def _line(watch: Watch) -> str:
    asks = f"  {words_of(watch)}" if words_of(watch) != watch.name else ""
    return f"{watch.name}{asks}, since {watch.at[:10]}"


@app.command()
def news(
    names: Names = None,
    since: Annotated[int | None, typer.Option("--since", metavar="RUN", help="A run; the last but one.")] = None,
    store: Store = DEFAULT_STORE,
    json: Json = False,
) -> None:
    """What became new or changed in each watch after a run; `legation diff` tells what was withdrawn.

    Examples:

        legation watch news

        legation watch news minerals --since 3
    """
    with Record.open(store) as record, record.snapshot():
        chosen = [w for w in record.watches() if not names or w.name in names]
        missing = set(names or ()) - {w.name for w in chosen}
        if missing:
            raise UsageError(f"no watch called {', '.join(sorted(missing))}", "legation watch list names them")
        found = [watch_news(record, w, since) for w in chosen]
        changes = _changes(record, found)
    if json:
        emit(found)
    else:
        print_page(page(found, changes))


def _changes(record: Record, found: list[WatchNews]) -> dict[str, list[ChangeRow]]:
    """Event id -> what changed in it, where both runs are kept."""
    changes: dict[str, list[ChangeRow]] = {}
    kept = record.catalogue.kept_runs()
    if found and found[0].since in kept[:-1]:
        for row in diff(record, found[0].since):
            changes.setdefault(row.event_id, []).append(row)
    return changes


def page(found: list[WatchNews], changes: dict[str, list[ChangeRow]]) -> RenderableType:
    """Each watch with the latest of its events, and what changed in them."""
    parts: list[RenderableType] = []
    for told in found:
        head = f"{told.watch.name}: " + ("nothing new" if not told.total else f"{told.total:,} new or changed")
        since = f" since run {told.since}" if told.since else " since the first run"
        head += " (the record tells of one of its sides no longer)" if told.unknown else since
        parts.append(Text(head, "bold"))
        for row in told.rows[:SHOWN]:
            told_of = [Indented(Text.assemble((f"{c.kind}  ", "dim"), line(c)), 2) for c in changes.get(row.id, ())]
            parts += told_of or [Indented(event_block(row), 2)]
        hidden = len(told.rows) - SHOWN
        parts += [Indented(Text(f"… and {hidden:,} more: --json", "dim"), 2)] if hidden > 0 else []
    return Group(*parts) if parts else Text("nothing is watched: legation watch add --dyad A B")
