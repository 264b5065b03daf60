"""Offset-safe text operations, the only shared toolbox.

Example:
    >>> stable_id("claim", "doc-1", 4, 10)
    'claim-d6656436884e143d'
    >>> fold("Mota-Éngil’s")
    "mota-engil's"
"""

from __future__ import annotations

import hashlib
import re
import tomllib
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from legation.errors import KnowledgeError

_QUOTES = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‑": "-", "\u00a0": " "})
_WORDS = re.compile(r"\w+(?:['’.&-]\w+)*")


def stable_id(kind: str, *parts: object) -> str:
    """A short id that depends on ``parts`` alone: ``kind`` and 16 hex digits of their SHA-256."""
    digest = hashlib.sha256("\x1f".join(str(p) for p in parts).encode("utf-8")).hexdigest()
    return f"{kind}-{digest[:16]}"


def fold(words: str) -> str:
    """``words`` for comparison: lower case, no accents, straight quotes, single blanks. Offsets are not kept."""
    if not words.isascii():
        plain = unicodedata.normalize("NFKD", words.translate(_QUOTES))
        words = "".join([c for c in plain if not unicodedata.combining(c)])
    return " ".join(words.lower().split())


def find_words(text: str) -> Iterator[tuple[int, int, str]]:
    """(start, end, word) of every word of ``text``, with inner hyphens, dots and apostrophes."""
    for match in _WORDS.finditer(text):
        yield match.start(), match.end(), match.group()


def list_words(text: str, start: int = 0, end: int | None = None) -> list[str]:
    """The words alone, as ``find_words`` finds them, of a part of ``text``."""
    return _WORDS.findall(text, start, len(text) if end is None else end)


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without white space at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def overlaps(a: tuple[int, int], b: tuple[int, int]) -> bool:
    """Whether two half-open spans share a character."""
    return a[0] < b[1] and b[0] < a[1]


def shorten(words: str, limit: int = 80) -> str:
    """``words`` on one line, at most ``limit`` characters, the cut shown by an ellipsis. For display only."""
    line = " ".join(words.split())
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "…"


def counted(number: int, one: str, several: str | None = None) -> str:
    """``1 report``, ``2,000 reports``; ``several`` for nouns that do not merely take an s."""
    return f"{number:,} {one if number == 1 else several or f'{one}s'}"


def read_toml(path: Path) -> dict[str, Any]:
    """A table of the package as plain dictionaries.

    Raises:
        KnowledgeError: the file is missing or no TOML.
    """
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise KnowledgeError(f"{path.name} cannot be read: {error}", "reinstall the package") from error
