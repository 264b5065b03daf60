"""The lines of a text with what rules about furniture look at: length, punctuation, letters, place.

Example:
    >>> [x.is_prose for x in find_lines("Share\\n\\nThe ministers met in the capital and agreed to go on talking.")]
    [False, True]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

SHORTEST_PROSE = 60  # characters: shorter lines are headings, captions and menu entries as often as sentences
_LINE = re.compile(r"[^\n\r]+")
_WORD = re.compile(r"\w+(?:['’-]\w+)*")
_CLOSERS = "\"'”’»)]"
_STOPS, _PAUSES = frozenset(".!?…"), frozenset(":;,")


@dataclass(frozen=True, slots=True)
class Line:
    """A line without the blanks at its ends. ``block`` counts the groups of lines between empty lines."""

    index: int
    block: int
    start: int
    end: int
    text: str
    words: tuple[str, ...]

    @property
    def ends_sentence(self) -> bool:
        """Whether it ends as a sentence does (quotes and brackets after the stop allowed)."""
        text = self.text
        if text.rstrip(_CLOSERS)[-1:] in _STOPS or text[-1:] in _PAUSES:
            return True
        return text[-1:] in ('"', "”") and text[-2:-1] in _PAUSES

    @property
    def is_prose(self) -> bool:
        """Whether it is long and ends as a sentence does."""
        return len(self.text) >= SHORTEST_PROSE and self.ends_sentence


@lru_cache(maxsize=2)  # the parts of this room ask for the lines of one text in turn
def find_lines(text: str) -> tuple[Line, ...]:
    """All lines with something on them, in text order."""
    return tuple(_lines(text))


def _lines(text: str) -> Iterator[Line]:
    block, last, index = 0, 0, 0
    for match in _LINE.finditer(text):
        words = match.group().strip()
        if not words:
            continue
        start = match.start() + len(match.group()) - len(match.group().lstrip())
        if index and text.count("\n", last, start) > 1:
            block += 1
        yield Line(index, block, start, start + len(words), words, tuple(_WORD.findall(words)))
        last, index = start + len(words), index + 1
