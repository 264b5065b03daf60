"""How tables of words are written: many words in one line."""

from __future__ import annotations


def words_of(line: str) -> frozenset[str]:
    """The words between the blanks of a line.

    Example:
        >>> sorted(words_of("say tell add"))
        ['add', 'say', 'tell']
    """
    return frozenset(line.split())
