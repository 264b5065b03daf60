"""Raw document -> Document: text, title, dateline, publication day, and what is not the report.

Example:
    >>> document = make_document(RawDocument("a.txt", text="ROME: The two ministers met.\\nRead More: A new train"))
    >>> [(n.kind, document.text[n.start:n.end]) for n in document.noise]
    [('dateline', 'ROME:'), ('promo', 'Read More: A new train')]
"""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from legation.documents.body import BodyWeights
from legation.documents.dateline import find_dateline
from legation.documents.fields import page_fields, page_published
from legation.documents.language import is_read, language_of
from legation.documents.lines import Line, find_lines
from legation.documents.noise import find_noise, join_noise, lines_outside
from legation.documents.outlets import habits_of, outlet_of
from legation.documents.pages import body_lines, page_noise, read_page, shown_lines
from legation.documents.published import (
    choose_published,
    latest_day,
    parse_published,
    published_in_text,
    published_in_url,
)
from legation.errors import InputError
from legation.records import Document, Evidence, Failure, Noise, Published, RawDocument, Span
from legation.text import shorten, stable_id

__all__ = ["BodyWeights", "body_spans", "body_text", "make_document", "unread_published"]

_LINES_WITH_A_DAY = 12
LONGEST_PAGE = 8_000_000  # characters; a page's tree takes fifty times its size in memory


def make_document(raw: RawDocument, weights: BodyWeights | None = None, today: date | None = None) -> Document:
    """The document of ``raw``; the text as it stands (of HTML: all text of the page), noise marked.

    Args:
        raw: the report as a reader gives it.
        weights: other weights than the package's, for measuring pages that those were trained on.
        today: the day of reading, after which none was published; None: no day is too late. Never the clock's by
            itself, so that the same call makes the same document on any day.

    A ``published`` that is no day, or one to come, counts for nothing: ``unread_published`` says so.

    Raises:
        InputError: there are no words in it.
    """
    if raw.html is not None:
        return _of_page(raw, raw.html, weights, today)
    text = raw.text or ""
    if not text.strip():
        raise InputError(f"{raw.name}: there are no words in it", "leave the report out, or fetch it again")
    return _complete(raw, text, text, find_noise(text, weights), _of_metadata(raw), today)


def unread_published(raw: RawDocument, today: date | None = None) -> Failure | None:
    """Why the day that comes with a report counts for nothing; None where it counts, or none comes.

    A day after the report was got, or after ``today`` on which it is read, counts for nothing.

    Example:
        >>> unread_published(RawDocument("a.txt", text="The two ministers met.", published="soon")).reason
        "published 'soon' is no day: the report is kept without it"
    """
    try:
        first = parse_published(raw.published, habits_of(raw.url, raw.outlet))[0] if raw.published else None
    except InputError as error:
        return Failure(raw.name, "published", f"{error}: the report is kept without it", error.remedy)
    latest = latest_day(raw.retrieved, today)
    if first is None or latest is None or first <= latest:
        return None
    reason = f"published {raw.published!r} is to come: the report was got or read before; it is kept without that day"
    return Failure(raw.name, "published", reason, "correct the day, or the day of retrieval, or give --today")


def is_analysed(document: Document) -> bool:
    """Whether the report is in a language that is read; others are kept and marked only."""
    return is_read(document.language)


def body_spans(document: Document) -> tuple[Span, ...]:
    """The lines, or parts of lines, of the document's body in text order; a dateline counts as body."""
    noise = [n for n in document.noise if n.kind != "dateline"]
    found: list[Span] = []
    for line in find_lines(document.text):
        start = line.start
        for other in noise[bisect_right(noise, line.start, key=lambda n: n.end) :]:
            if other.start >= line.end:
                break
            if other.start > start:
                found.append((start, other.start))
            start = other.end
        if start < line.end:
            found.append((start, line.end))
    return tuple((a, b) for a, b in found if document.text[a:b].strip())


def body_text(document: Document) -> str:
    """The body alone, a line break between its lines. For display and measurement; offsets do not fit the document."""
    return "\n".join(document.text[a:b] for a, b in body_spans(document))


def _of_page(raw: RawDocument, html: str, weights: BodyWeights | None, today: date | None) -> Document:
    if len(html) > LONGEST_PAGE:
        reason = f"{raw.name}: the page has {len(html) / 1e6:.0f} million characters"
        raise InputError(f"{reason}; at most {LONGEST_PAGE / 1e6:.0f} are read", "save the report alone, or its text")
    page = read_page(html, raw.url)
    if not page.text.strip():
        raise InputError(f"{raw.name}: the page has no text", "save the page after its scripts ran, or give its text")
    kept = body_lines(page, weights)
    fields = page_fields(page.tree, raw.url)
    latest = latest_day(raw.retrieved, today)
    published = _of_metadata(raw) or page_published(page, html, shown_lines(page, kept), raw.url, latest)
    filled = replace(
        raw,
        url=raw.url or fields.url,
        title=raw.title or fields.title,
        outlet=raw.outlet or outlet_of(raw.url or fields.url) or fields.outlet,
        author=raw.author or fields.author,
    )
    noise = page_noise(page, kept, weights)
    return _complete(filled, page.text, html, noise, published, today, fields.language)


def _complete(
    raw: RawDocument,
    text: str,
    source: str,
    noise: tuple[Noise, ...],
    given: Published | None,
    today: date | None,
    page_language: str | None = None,
) -> Document:
    body = list(lines_outside(find_lines(text), noise))
    dateline, day = find_dateline(text, body)
    if dateline is not None:
        noise = join_noise(text, [*noise, Noise(dateline.start, dateline.end, "dateline", "find_dateline")])
    published, others = choose_published([given, published_in_url(raw.url), _of_text(text, day)], raw.retrieved, today)
    found = language_of(text, body)
    digest = hashlib.sha256(source.encode("utf-8", "surrogatepass")).hexdigest()
    return Document(
        id=raw.id or stable_id("document", raw.url or raw.name, digest),
        name=raw.name,
        text=text,
        url=raw.url,
        outlet=raw.outlet or outlet_of(raw.url),
        title=raw.title or _headline(text, body),
        author=raw.author,
        language=(None if found == "und" else found) or raw.language or page_language or found,
        published=published,
        retrieved=raw.retrieved,
        noise=noise,
        sha256=digest,
        dateline=dateline,
        published_otherwise=others,
    )


def _of_metadata(raw: RawDocument) -> Published | None:
    try:
        days = parse_published(raw.published, habits_of(raw.url, raw.outlet)) if raw.published else None
    except InputError:
        return None
    return Published(*days, "metadata") if days else None


def _of_text(text: str, day: Evidence | None) -> Published:
    """What the text says: a line that gives the day, else a dateline's day, which lacks its year and stays unknown."""
    for line in find_lines(text)[:_LINES_WITH_A_DAY]:
        found = None if line.is_prose else published_in_text(text, line.start, line.end)
        if line.is_prose or found is not None:
            return found or _of_dateline(text, day)
    return _of_dateline(text, day)


def _of_dateline(text: str, day: Evidence | None) -> Published:
    if day is None:
        return Published()
    return published_in_text(text, day.start, day.end) or Published(evidence=(day,))


def _headline(text: str, body: Sequence[Line]) -> str | None:
    """The first line of the body, if it is no sentence and prose follows."""
    if (
        len(body) < 2
        or body[0].is_prose
        or body[0].text.endswith(".")
        or len(body[0].words) < 3
        or len(body[0].text) > 200
    ):
        return None
    return shorten(body[0].text, 200)
