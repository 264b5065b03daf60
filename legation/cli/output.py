"""The terminal: one console for results, one for words about the run."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from typing import Any, TypeVar

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.text import Text

from legation.errors import LegationError
from legation.plain import to_json

R = TypeVar("R")
WIDEST = 120
PLAIN_WIDTH = 100
NARROWEST = 20
_WORD = re.compile(r"\S+")
_NARROW = re.compile(r"[ -~\u00a0-\u02ff\u2010-\u2027\u2030-\u205e\u20a0-\u20c0]*")
"""Latin letters, quotation marks, dashes and currencies: each is one cell wide, and need not be asked one by one."""


class Indented:
    """A part of a page set in from the left: words are never broken, so that addresses can be copied, and no line
    ends in blanks.
    """

    def __init__(self, part: RenderableType, left: int = 0) -> None:
        self.part, self.left = part, left

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        for line in find_lines(self.part, options.max_width - self.left):
            yield Text.assemble(" " * self.left, line, no_wrap=True, overflow="ignore") if line.plain else Text("")


def find_lines(part: RenderableType, width: int) -> Iterator[Text]:
    """The lines of a text, of a group or of a part set in."""
    for left, text in _find_texts(part):
        for line in text.split("\n", allow_blank=True):
            for piece in wrap(line, max(width - left, NARROWEST)):
                yield Text.assemble(" " * left, piece) if left and piece.plain else piece


def wrap(line: Text, width: int) -> Iterator[Text]:
    """The line cut between words so that each piece has at most ``width`` cells, or one longer word."""
    for piece in line.divide(_find_cuts(line.plain, width)):
        piece.rstrip()
        yield piece


def plain_lines(part: RenderableType, width: int) -> Iterator[str]:
    """The lines of ``find_lines`` without their colours."""
    for left, text in _find_texts(part):
        for line in text.plain.split("\n"):
            cuts = [0, *_find_cuts(line, max(width - left, NARROWEST)), len(line)]
            pieces = (line[start:end].rstrip() for start, end in pairwise(cuts))
            yield from (" " * left + piece if piece else piece for piece in pieces)


def _find_texts(part: RenderableType, left: int = 0) -> Iterator[tuple[int, Text]]:
    """The texts of a page in order, each with how far it is set in."""
    if isinstance(part, Group):
        for child in part.renderables:
            yield from _find_texts(child, left)
    elif isinstance(part, Indented):
        yield from _find_texts(part.part, left + part.left)
    else:
        assert isinstance(part, (Text, str)), f"a page holds no {type(part).__name__}"
        yield left, part if isinstance(part, Text) else Text(part)


def _find_cuts(plain: str, width: int) -> list[int]:
    """Where a line is cut: before each word that would stand beyond ``width`` cells."""
    cells = len if _NARROW.fullmatch(plain) else cell_len
    cuts = list[int]()
    if cells(plain) <= width:
        return cuts
    start, used, at = 0, 0, 0
    for word in _WORD.finditer(plain):
        used += cells(plain[at : word.end()])
        if word.start() > start and used > width:
            start, used = word.start(), cells(word.group())
            cuts.append(start)
        at = word.end()
    return cuts


def print_page(page: RenderableType) -> None:
    """A page for people, on standard output; without colours each line is written as it is."""
    console = make_console()
    if console.color_system is not None:
        console.print(Indented(page), crop=False, end="")
        return
    for line in plain_lines(page, console.width):
        console.file.write(f"{line}\n")


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


def print_each(rows: Iterable[R], line: Callable[[R], str], *, as_json: bool) -> None:
    """Rows as JSON lines, or each as the line that people read."""
    if as_json:
        emit(rows)
        return
    for row in rows:
        print_page(Text(line(row)))


def say(words: str) -> None:
    """A line about the run, on standard error, so that results can be piped."""
    make_console(stderr=True).print(Text(words), soft_wrap=True)


def complain(error: LegationError) -> None:
    """What went wrong in one line, and what to do in another."""
    words = Text.assemble(("legation: ", "bold red"), " ".join(str(error).split()))
    if error.remedy:
        words.append_text(Text.assemble("\n", ("what to do: ", "bold"), error.remedy))
    make_console(stderr=True).print(words, soft_wrap=True)
