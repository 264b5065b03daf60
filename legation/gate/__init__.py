"""The gate before the parse: which parts of a report could tell an event between states, by words alone.

Parsing is half of the work, and most of a mixed archive is sport, trade and home affairs. A report that names fewer
than two states or bodies of states is not parsed at all; of others, only the parts whose words promise a claim by
weights learnt from what the package itself claims (``worth``); without weights, those in which a word that can tell an
event, or a quotation, stands near a name or an office. The gate reads plain words, so it lets through far more than
becomes a claim; what it keeps out told next to nothing (docs/performance.md has the figures).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from legation.gate.parts import Part, read_part
from legation.gate.worth import is_promising
from legation.knowledge import Knowledge
from legation.records import Document, Span
from legation.sentences import find_blocks

__all__ = ["SHORT", "count_sides", "find_worthy", "weigh_parts"]

SHORT = 1_500  # characters; a report as short is parsed whole: it costs little, and every word of it may count
FEWEST_SIDES = 2
REACH = 2  # parts before one without a name, in which somebody named may be whom its pronoun means
_NAME = re.compile(r"\b[A-Z][\w'’-]+")
_FULL_NAME = re.compile(r"(?<![\w'’-])([A-Z][\w'’-]+(?: [A-Z]\.)?) ([A-Z][\w-]+)")


def find_worthy(document: Document, knowledge: Knowledge) -> tuple[Span, ...]:
    """The blocks of a report that are worth a parse, in text order; empty if none is, all of a short report.

    Example:
        Of a page on the Dax, the weather and "France's minister met his German colleague.", the last is kept.
    """
    parts, kept = weigh_parts(document, knowledge)
    return tuple(part for part, is_kept in zip(parts, kept, strict=True) if is_kept)


def weigh_parts(document: Document, knowledge: Knowledge, learnt: bool = True) -> tuple[tuple[Span, ...], list[bool]]:
    """The blocks of a report, and which of them are worth a parse.

    Args:
        learnt: ask the learnt weights, not the rules; the rules speak where there are no weights.
    """
    noise = tuple((n.start, n.end) for n in document.noise)
    blocks = tuple(find_blocks(document.text, noise))
    if sum(end - start for start, end in blocks) < SHORT:
        return blocks, [True] * len(blocks)
    texts = [document.text[start:end] for start, end in blocks]
    parts = [read_part(text, knowledge) for text in texts]
    sides = count_sides(parts)
    if sides < FEWEST_SIDES:
        return blocks, [False] * len(blocks)
    promising = [is_promising(part, i, sides) for i, part in enumerate(parts)] if learnt else []
    kept = [found for found in promising if found is not None] or _by_rules(parts)
    _keep_introductions(texts, kept)
    return blocks, kept


def count_sides(parts: Sequence[Part]) -> int:
    """How many sides the parts of a report name."""
    return len({side for part in parts for side in part.sides})


def _keep_introductions(texts: Sequence[str], kept: list[bool]) -> None:
    """Keep, too, the first part that gives in full a name of which the kept parts have the surname only."""
    full = {name for text, is_kept in zip(texts, kept, strict=True) if is_kept for name in _FULL_NAME.findall(text)}
    alone = {word for text, is_kept in zip(texts, kept, strict=True) if is_kept for word in _NAME.findall(text)}
    for i, text in enumerate(texts):
        if kept[i]:
            continue
        fresh = [name for name in _FULL_NAME.findall(text) if name[1] in alone and name not in full]
        if fresh:
            kept[i] = True
            full |= set(_FULL_NAME.findall(text))


def _by_rules(parts: Sequence[Part]) -> list[bool]:
    surnames = frozenset().union(*(part.surnames for part in parts))
    return [is_worthy(parts, i, surnames) for i in range(len(parts))]


def is_worthy(parts: Sequence[Part], i: int, surnames: frozenset[str] = frozenset()) -> bool:
    """Whether part ``i`` tells something of somebody named in it, if by ``surnames`` alone, or in a part before."""
    part = parts[i]
    if part.named:
        return part.tells_named
    if not surnames.isdisjoint(part.told):
        return True
    return part.tells_meant and any(p.named for p in parts[max(0, i - REACH) : i])
