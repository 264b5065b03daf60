"""The terminal: one console for results, one for words about the run."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from typing import Any

from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.segment import Segment
from rich.text import Text

from legation.errors import LegationError
from legation.exporters.formats import to_json

WIDEST = 120
PLAIN_WIDTH = 100
NARROWEST = 20


class Indented:
    """A part of a page set in from the left: words are never broken, so that addresses can be copied, and no line
    ends in blanks.
    """

    def __init__(self, part: RenderableType, left: int = 0) -> None:
        self.part, self.left = part, left

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        inner = options.update(width=max(options.max_width - self.left, NARROWEST), overflow="ignore")
        for line in Segment.split_lines(console.render(self.part, inner)):
            words = _without_end_blanks(line)
            yield from (Segment(" " * self.left), *words) if words else ()
            yield Segment.line()


def _without_end_blanks(line: list[Segment]) -> list[Segment]:
    found = list(line)
    while found and not found[-1].text.strip():
        found.pop()
    if found:
        last = found.pop()
        found.append(Segment(last.text.rstrip(), last.style, last.control))
    return found


def print_page(page: RenderableType) -> None:
    """A page for people, on standard output."""
    make_console().print(Indented(page), crop=False, end="")


def make_console(stderr: bool = False) -> Console:
    """A console that keeps lines short enough to read; fixed width where the output is no terminal."""
    console = Console(stderr=stderr, highlight=False, soft_wrap=False)
    if not console.is_terminal and "COLUMNS" not in os.environ:
        return Console(stderr=stderr, highlight=False, width=PLAIN_WIDTH)
    return Console(stderr=stderr, highlight=False, width=min(console.width, WIDEST))


def emit(rows: Iterable[Any]) -> None:
    """Rows as JSON lines on standard output."""
    for row in rows:
        sys.stdout.write(to_json(row) + "\n")


def say(words: str) -> None:
    """A line about the run, on standard error, so that results can be piped."""
    make_console(stderr=True).print(Text(words), soft_wrap=True)


def complain(error: LegationError) -> None:
    """What went wrong in one line, and what to do in another."""
    words = Text.assemble(("legation: ", "bold red"), " ".join(str(error).split()))
    if error.remedy:
        words.append_text(Text.assemble("\n", ("what to do: ", "bold"), error.remedy))
    make_console(stderr=True).print(words, soft_wrap=True)
