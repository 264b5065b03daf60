"""Text -> pieces: digits, words and signs, each knowing whether it stands right against the one before.

Example:
    >>> [p.text for p in cut_pieces("US$1.2bn, up 4%")]
    ['US', '$', '1.2', 'bn', ',', 'up', '4', '%']
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

_PIECE = re.compile(  # words first, of which there are most
    r"(?P<word>[^\W\d_](?:(?<=[A-Za-z])\.(?:[A-Za-z]\.)+|[^\W\d_]*(?:['’][^\W\d_]+)*))"
    r"|(?P<digits>\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?|\d+(?:\.\d+)?)"
    r"|(?P<sign>[^\s])"
)
HYPHENS = frozenset("-–—‑−")


class Piece(NamedTuple):  # of which a report has thousands: a tuple is made in a third of a dataclass's time
    """A run of digits, a word or one sign. ``low`` is the text in lower case; ``glued``: nothing stands before it."""

    start: int
    end: int
    text: str
    low: str
    kind: str
    glued: bool


Pieces = Sequence[Piece]


def cut_pieces(text: str) -> list[Piece]:
    """All pieces of ``text`` in order; white space is dropped."""
    found: list[Piece] = []
    last = -1
    for match in _PIECE.finditer(text):
        words = match.group()
        start, end = match.span()
        found.append(Piece(start, end, words, words.lower(), match.lastgroup or "sign", start == last))
        last = end
    return found


def cut_low(text: str) -> list[str]:
    """The pieces of ``text`` in lower case alone, for look-ups that ask nothing else of them."""
    return [words.lower() for words in map(re.Match.group, _PIECE.finditer(text))]


def low_at(pieces: Pieces, index: int) -> str:
    """The lower-case piece at ``index``, empty outside the text."""
    return pieces[index].low if 0 <= index < len(pieces) else ""


def is_kind(pieces: Pieces, index: int, kind: str) -> bool:
    """Whether a piece of that kind stands at ``index``."""
    return 0 <= index < len(pieces) and pieces[index].kind == kind


def is_glued(pieces: Pieces, index: int) -> bool:
    """Whether the piece at ``index`` stands right against the one before it."""
    return 0 <= index < len(pieces) and pieces[index].glued


def skip_hyphen(pieces: Pieces, index: int) -> int:
    """``index`` behind a hyphen that joins two words ("two-month"), else ``index`` itself."""
    if low_at(pieces, index) in HYPHENS and index + 1 < len(pieces):
        joined = pieces[index].glued == pieces[index + 1].glued
        if joined and pieces[index + 1].kind == "word":
            return index + 1
    return index
