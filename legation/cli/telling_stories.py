"""story."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

import typer
from rich.console import Group, RenderableType
from rich.text import Text

from legation.cli.options import DEFAULT_STORE, Json, Store
from legation.cli.output import Indented, emit, print_page
from legation.cli.pages import disputed, quote_line, settled
from legation.store import Store as Record
from legation.text import counted
from legation.views.story import Chapter, StoryView
from legation.views.story import story as tell


def story(
    wanted: Annotated[
        str, typer.Argument(help="The id of a storyline, its beginning, or an event's id.", metavar="STORYLINE")
    ],
    store: Store = DEFAULT_STORE,
    json: Json = False,
) -> None:
    """A storyline in the order of its days: each event with its words, whom they go back to, and what is disputed.

    Example:

        legation story storyline-4d2a
    """
    with Record.open(store) as record:
        found = tell(record, wanted)
    emit([found]) if json else print_page(page(found))


def page(view: StoryView) -> RenderableType:
    """The storyline's title, then its events with a quote a report."""
    about = " · ".join((counted(len(view.chapters), "event"), ", ".join(view.topics).replace("_", " "), view.id))
    head = Group(Text(view.label, "bold"), Text(about, "dim"))
    return Group(head, *(part for chapter in view.chapters for part in (Text(""), *_chapter(chapter))))


def _chapter(chapter: Chapter) -> Iterator[RenderableType]:
    row = chapter.event
    yield Text.assemble((row.day, "cyan"), "  ", (row.label, "bold"))
    yield Indented(Text(f"{row.status.replace('_', ' ')} · {row.corroboration} · {row.id}", "dim"), 2)
    for quote in chapter.quotes:
        yield Indented(quote_line(quote), 2)
    for conflict in chapter.conflicts:
        yield Indented(disputed(f"{conflict.note}{settled(conflict)}"), 2)


COMMANDS = (story,)
