"""An attribution in the making: three sets of spans and the word that heads the source."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from legation.records import CueKind, Sentence, Span, Token

_LOOSE = " \t\n\u00a0,;:-–—"
_CLOSING = "\"”’'»"


@dataclass(frozen=True, slots=True)
class Draft:
    """Source, cue and content of one attribution in one sentence, before quotations and speakers are joined.

    ``kind`` as in ``Attribution.kind``. ``head`` is where the source's head stands.
    """

    sentence: int
    anchor: Span
    cue: tuple[Span, ...]
    content: tuple[Span, ...] = ()
    source: tuple[Span, ...] = ()
    head: int | None = None
    kind: CueKind = "thought"

    @property
    def core(self) -> Span:
        """From the first to the last character of source and cue: what a quotation leans on."""
        spans = (*self.source, *self.cue)
        return min(s for s, _ in spans), max(e for _, e in spans)

    def with_content(self, content: Iterable[Span]) -> Draft:
        """This draft with other content."""
        return replace(self, content=tuple(sorted(set(content))))


def tidy(text: str, span: Span) -> Span | None:
    """The span without loose punctuation at its ends; a full stop stays only inside a closing quotation mark.

    Example:
        >>> tidy("Talks failed, he said.", (0, 13))
        (0, 12)
    """
    start, end = span
    while start < end and (text[start] in _LOOSE):
        start += 1
    while end > start and (text[end - 1] in _LOOSE or (text[end - 1] == "." and not _abbreviated(text, start, end))):
        end -= 1
    end = _before_conjunction(text, start, end)
    return (start, end) if any(c.isalnum() for c in text[start:end]) else None


def _before_conjunction(text: str, start: int, end: int) -> int:
    """The end without an "and" that joined a clause left out."""
    for word in (" and", " but", " or"):
        if text.endswith(word, start, end):
            return len(text[:end].removesuffix(word).rstrip(_LOOSE))
    return end


def _abbreviated(text: str, start: int, end: int) -> bool:
    """Whether the full stop at the end belongs to initials such as "U.S."."""
    return end - start >= 2 and text[end - 3 : end - 2] == "." and text[end - 2].isalpha()


def cover(tokens: Iterable[Token]) -> Span | None:
    """The span from the first to the last of the tokens; None without any."""
    found = list(tokens)
    return (min(t.start for t in found), max(t.end for t in found)) if found else None


def without(span: Span, holes: Iterable[Span]) -> list[Span]:
    """The pieces of the span that lie outside all holes."""
    pieces, start = [], span[0]
    for low, high in sorted(holes):
        if high <= start or low >= span[1]:
            continue
        if low > start:
            pieces.append((start, low))
        start = max(start, high)
    if start < span[1]:
        pieces.append((start, span[1]))
    return pieces


def descendants(sentence: Sentence, token: Token, barred: frozenset[int] = frozenset()) -> list[Token]:
    """``token`` and what depends on it, not going below (or into) barred token indices; text order."""
    waiting, found = [token.index], set[int]()
    while waiting:
        index = waiting.pop()
        if index not in found and index not in barred:
            found.add(index)
            waiting.extend(sentence.children[index])
    return [sentence.tokens[i] for i in sorted(found)]
