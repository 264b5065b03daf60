"""Drafts and quotations joined: which quoted words belong to which speaker, and what is nested in what."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from legation.attributions.drafts import Draft, tidy
from legation.attributions.quotations import Quotation
from legation.languages.en import attributions as tables
from legation.records import Span
from legation.text import overlaps

SHORTEST_SPEECH = 4  # words; shorter quotations are single terms set apart
LONGEST_JOIN = 40  # characters between content and quotation: ", and of a "
LONGEST_GAP = 60  # characters between cue and quotation: "told reporters in Geneva on Friday, ..."
_BEFORE = " ,\t\u00a0-–—?!"
_CLOSING = "\"”'»"
_ANNOUNCES = re.compile(r"[^\n.!?]{0,40}:[ \t]*\n+[ \t]*(\S[^\n]*\S)")
_STOPS = ".!?;"


@dataclass(frozen=True, slots=True)
class Joined:
    """A draft with all its content, the quotations among it, and the index of the draft that it is nested in."""

    draft: Draft
    quoted: tuple[Span, ...] = ()
    outer: int | None = None


def join_quotations(drafts: Sequence[Draft], quotations: Sequence[Quotation], text: str) -> list[Joined]:
    """Every draft that has content once quotations are given to those who speak them, in text order."""
    ordered = sorted(drafts, key=lambda d: (d.anchor, d.cue))
    spoken = [q for q in quotations if q.words >= SHORTEST_SPEECH]
    joined = [_lean(d, quotations, spoken, text) for d in ordered]
    joined = _run_on(joined, spoken, text)
    kept = [j for j in joined if j.draft.content]
    return [replace(j, outer=_outer(j, i, kept)) for i, j in enumerate(kept)]


# -- one draft and the quotations beside it ------------------------------------------------------------------


def _lean(draft: Draft, quotations: Sequence[Quotation], spoken: Sequence[Quotation], text: str) -> Joined:
    around = next((q for q in spoken if q.start < draft.anchor[0] < q.end), None)
    content = list(draft.content) or _next_paragraph(draft, text)
    if around is not None:
        return Joined(draft.with_content(_clipped(content, around, text)))
    beside = [q for q in spoken if draft.kind == "speech" and _stands_beside(draft, q, text)]
    content = _merge(content) if quotations else content
    for quotation in quotations:
        if any(_is_near(span, quotation) for span in content):
            content = _stretch(content, quotation, draft, text)
    for quotation in beside:
        span = (quotation.start, quotation.end)
        content = _merge([*(c for c in content if not _is_stub(c, draft)), span])
    quoted = tuple((q.start, q.end) for q in quotations if any(overlaps(c, (q.start, q.end)) for c in content))
    return Joined(draft.with_content(content), quoted)


def _clipped(content: Sequence[Span], around: Quotation, text: str) -> list[Span]:
    """Content of a cue within a quotation stays within it."""
    clipped = [(max(s, around.start), min(e, around.end)) for s, e in content]
    tidied = [tidy(text, (s, e)) for s, e in clipped if s < e]
    return [t for t in tidied if t is not None]


def _next_paragraph(draft: Draft, text: str) -> list[Span]:
    """ "The ministry said:" at the end of its paragraph announces the next one."""
    after = draft.core[1] - (text[draft.core[1] - 1] == ":")
    match = _ANNOUNCES.match(text, after) if draft.kind == "speech" else None
    return [(match.start(1), match.end(1))] if match else []


def _is_finished(text: str, quotation: Quotation) -> bool:
    """Whether a quotation ends its sentence, so that what follows belongs to another."""
    return text[quotation.start : quotation.end].rstrip("\"”'’» ").endswith(".")


def _is_stub(span: Span, draft: Draft) -> bool:
    """Whether a piece of content is a leftover of a parse that lost its way around quotation marks."""
    return span[1] - span[0] <= 3


def _stands_beside(draft: Draft, quotation: Quotation, text: str) -> bool:
    low, high = draft.core
    if quotation.end <= low:
        return not text[quotation.end : low].strip(_BEFORE) and not _is_finished(text, quotation)
    if quotation.start >= high and quotation.start - high <= LONGEST_GAP:
        gap = text[high - 1 : quotation.start].rstrip()
        return gap[-1:] in (",", ":") and not any(c in _STOPS for c in gap) and "\n\n" not in gap
    return False


def _is_near(span: Span, quotation: Quotation) -> bool:
    """Whether a quotation may touch a piece of content, or follow it after a few joining words."""
    return span[0] < quotation.end and quotation.start - span[1] <= LONGEST_JOIN


def _stretch(content: list[Span], quotation: Quotation, draft: Draft, text: str) -> list[Span]:
    """Content that cuts a quotation takes all of it, unless the cue stands between them."""
    low, high = draft.core
    stretched: list[Span] = []
    for start, end in content:
        gap = text[end : quotation.start]
        follows = end <= quotation.start and _leads_on(gap) and "\n" not in gap and text[end - 1] not in _CLOSING
        touches = overlaps((start, end), (quotation.start, quotation.end)) or follows
        holds_core = quotation.start < high and low < quotation.end
        if touches and not holds_core:
            start, end = min(start, quotation.start), max(end, quotation.end)
        stretched.append((start, end))
    return _merge(stretched)


def _leads_on(gap: str) -> bool:
    """Whether words between content and quotation only join them: " and of "."""
    words = gap.replace(",", " ").split()
    return len(words) <= 3 and all(w in tables.JOINERS for w in words)


def _merge(spans: list[Span]) -> list[Span]:
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span[0] < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], span[1]))
        else:
            merged.append(span)
    return merged


# -- quotations without a cue of their own -------------------------------------------------------------------


def _run_on(joined: list[Joined], spoken: Sequence[Quotation], text: str) -> list[Joined]:
    """Give a quotation that follows speech, with no other speaker between, to the same speaker."""
    taken = [span for j in joined for span in j.quoted]
    result = list(joined)
    for place, quotation in enumerate(spoken):
        span = (quotation.start, quotation.end)
        if any(overlaps(span, t) for t in taken):
            continue
        index = _speaker_before(result, quotation, spoken[place - 1] if place else None, text)
        if index is not None:
            owner = result[index]
            content = [*owner.draft.content, span]
            result[index] = Joined(owner.draft.with_content(content), (*owner.quoted, span))
            taken.append(span)
    return result


def _speaker_before(joined: list[Joined], quotation: Quotation, previous: Quotation | None, text: str) -> int | None:
    candidates = [
        i
        for i, j in enumerate(joined)
        if j.draft.kind == "speech" and j.draft.content and j.draft.anchor[1] <= quotation.start
    ]
    if not candidates:
        return None
    index = candidates[-1]
    owner = joined[index]
    last = max((owner.draft.core[1], *(e for _, e in owner.draft.content)))
    between = text[min(last, quotation.start) : quotation.start]
    same_paragraph = "\n" not in between and owner.quoted
    goes_on = previous is not None and previous.open and (previous.start, previous.end) in owner.quoted
    starts = not between.strip() or between.strip()[-1] in ".!?:,\"”'"
    if goes_on or (same_paragraph and starts and between.count(".") <= 2):
        return index
    return None


# -- nesting -------------------------------------------------------------------------------------------------


def _outer(joined: Joined, index: int, all_joined: Sequence[Joined]) -> int | None:
    """The innermost other draft whose content holds this one's cue."""
    anchor = joined.draft.anchor
    holders = [
        (end - start, i)
        for i, other in enumerate(all_joined)
        if i != index and other.draft.anchor != anchor
        for start, end in other.draft.content
        if start <= anchor[0] and anchor[1] <= end
    ]
    return min(holders)[1] if holders else None


def is_whole_quotation(content: Sequence[Span], quoted: Sequence[Span], text: str) -> bool:
    """Whether all content stands inside quotation marks."""
    return all(any(q[0] <= c[0] and c[1] <= q[1] for q in quoted) for c in content)
