"""What a page says of itself: title, outlet, author, language, address, and its day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from htmldate import find_date
from lxml.html import HtmlElement  # type: ignore[import-untyped]

from legation.documents.outlets import Habits, habits_of
from legation.documents.published import (
    days_in,
    instants_in,
    is_stamp,
    local_day,
    parse_published,
    published_in_url,
)
from legation.records import Basis, Published
from legation.text import shorten


@dataclass(frozen=True, slots=True)
class PageFields:
    """Fields found on a page; None where it does not say."""

    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    language: str | None = None
    url: str | None = None


def page_fields(tree: HtmlElement, url: str | None = None) -> PageFields:
    """The fields of a page from its head."""
    meta = _metas(tree)
    heading = next((h.text_content() for h in tree.iter("h1") if h.text_content().strip()), None)
    head_title = next((t.text_content() for t in tree.iter("title")), None)
    canonical = next((str(link.get("href")) for link in tree.iter("link") if link.get("rel") == "canonical"), None)
    address = url or (canonical if canonical and canonical.startswith("http") else None) or meta.get("og:url")
    return PageFields(
        title=_short(meta.get("og:title") or heading or head_title),
        outlet=_short(meta.get("og:site_name")),
        author=_short(_name(meta.get("author"))),
        language=_short((tree.get("lang") or meta.get("og:locale") or "")[:2].lower()),
        url=address,
    )


def page_published(tree: HtmlElement, html: str, shown: Sequence[str] = (), url: str | None = None) -> Published | None:
    """The day a page was first published: structured data, address and words by htmldate, then the shown day.

    Structured data often give an instant in UTC, one day off the day that the page prints beside its headline;
    ``shown``, the short lines about the beginning of the body, then decide.
    """
    words = find_date(tree, extensive_search=True, original_date=True, url=url)
    address = published_in_url(url)
    if words is None:
        return address
    day, _ = parse_published(words)
    day = _by_clock(html, day, habits_of(url))
    days = [found for line in shown for found in days_in(line)]
    labelled = [found for line in shown for found in days_in(line) if is_stamp(line)]
    if days and day not in days:
        near = [found for found in labelled or days if abs((found - day).days) == 1]
        day = near[0] if near else day
    basis: Basis = "url" if address is not None and address.day == day and words not in html else "metadata"
    return Published(day, day, basis)


def _by_clock(html: str, day: date, habits: Habits) -> date:
    """The day by the outlet's clock, if all that the page says of it are instants in UTC on another day there."""
    if habits.zone is None:
        return day
    told = {local_day(words, habits) for words in instants_in(html) if words.startswith(day.isoformat())}
    found = next(iter(told), None)
    return found if len(told) == 1 and found is not None else day


def _metas(tree: HtmlElement) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        if name and element.get("content"):
            found.setdefault(name.strip().lower(), str(element.get("content")).strip())
    return found


def _name(words: str | None) -> str | None:
    return None if words is None or words.startswith("http") else words


def _short(words: str | None) -> str | None:
    return shorten(words, 300) if words and words.strip() else None
