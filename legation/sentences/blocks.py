"""What is parsed alone: lines, or paragraphs where the text is hard-wrapped; noise is left out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from legation.records import Span
from legation.text import trim

LONGEST_BLOCK = 20_000  # characters; the parser's memory grows with the block
_PARAGRAPH = re.compile(r"\n[ \t]*\n+")
_LINE = re.compile(r"\n")
_TERMINAL = re.compile(r"[.!?:;…\"'”’)\]]\s*$")


def find_blocks(text: str, noise: Iterable[Span] = ()) -> Iterator[Span]:
    """Spans that are parsed alone: lines, or paragraphs where the text is hard-wrapped; without noise."""
    marked = sorted(noise)
    for start, end in _split(text, 0, len(text), _PARAGRAPH):
        breaks = _LINE if not is_wrapped(text[start:end]) else _PARAGRAPH
        for low, high in _split(text, start, end, breaks):
            for piece in _without(low, high, marked):
                yield from _chop(text, *piece)


def is_wrapped(paragraph: str) -> bool:
    """Whether line breaks fall inside sentences: most lines end without punctuation and the next goes on."""
    lines = [line for line in paragraph.split("\n") if line.strip()]
    if len(lines) < 2:
        return False
    going_on = sum(
        not _TERMINAL.search(line) and (after.lstrip()[:1].islower() or 50 <= len(line) <= 90)
        for line, after in pairwise(lines)
    )
    return 2 * going_on > len(lines) - 1


def _split(text: str, start: int, end: int, breaks: re.Pattern[str]) -> Iterator[Span]:
    low = start
    for match in breaks.finditer(text, start, end):
        yield low, match.start()
        low = match.end()
    yield low, end


def _without(start: int, end: int, noise: list[Span]) -> Iterator[Span]:
    for low, high in noise:
        if high <= start or low >= end:
            continue
        if low > start:
            yield start, low
        start = max(start, high)
    if start < end:
        yield start, end


def _chop(text: str, start: int, end: int) -> Iterator[Span]:
    start, end = trim(text, start, end)
    while end - start > LONGEST_BLOCK:
        cut = text.rfind(" ", start, start + LONGEST_BLOCK)
        cut = cut if cut > start else start + LONGEST_BLOCK
        yield start, cut
        start, end = trim(text, cut, end)
    if start < end:
        yield start, end
