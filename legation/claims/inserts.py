"""Headlines of other reports that a page's link boxes glue into a sentence: they tell nothing of this report."""

from __future__ import annotations

import re

from legation.records import Span

LAST_WORD = "MORE"  # what such a box ends with
LONGEST = 600  # code points of one box
_NAME_BEFORE = 80  # code points in which the name stands a first time
_GLUED = re.compile(r"\b[A-Z][a-z]{2,}(?=[A-Z][A-Za-z]|[0-9])")


def find_inserts(text: str) -> tuple[Span, ...]:
    """Where a name is told twice, the second time with a headline grown onto it, up to the "MORE" that ends the box.

    Example:
        >>> text = "Senator Ann Boyle Ann Mary BoyleTogo attacks Chad Talks fail MORE said so."
        >>> [text[a:b] for a, b in find_inserts(text)]
        ['Togo attacks Chad Talks fail MORE']
    """
    found: list[Span] = []
    end = text.find(LAST_WORD)
    while end >= 0:
        floor = max(found[-1][1] if found else 0, end - LONGEST, text.rfind("\n", 0, end) + 1)
        glued = (m.span() for m in _GLUED.finditer(text, floor, end))
        starts = [b for a, b in glued if text[a:b] in text[max(0, a - _NAME_BEFORE) : a]]
        if starts:
            found.append((starts[0], end + len(LAST_WORD)))
        end = text.find(LAST_WORD, end + 1)
    return tuple(found)
