"""What a page says of itself: title, outlet, author, language, address, and its day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from htmldate import find_date
from lxml.html import HtmlElement  # type: ignore[import-untyped]

from legation.documents.outlets import Habits, habits_of
from legation.documents.pages import Page
from legation.documents.published import (
    LATEST_YEAR,
    LONGEST_STAMP,
    days_in,
    find_days,
    instants_in,
    is_stamp,
    local_day,
    parse_published,
    published_in_url,
)
from legation.records import Evidence, Published
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


def page_published(
    page: Page, html: str, shown: Sequence[str] = (), url: str | None = None, latest: date | None = None
) -> Published | None:
    """The day a page was first published: structured data, address and words by htmldate, then the shown day.

    Structured data often give an instant in UTC, one day off the day that the page prints beside its headline;
    ``shown``, the short lines about the beginning of the body, then decide. A day that stands in sentences or in a
    quoted post alone is no day of publication.

    Args:
        latest: the last day on which it can have been published; None: htmldate does not ask the clock for one.
    """
    last = (latest or date(LATEST_YEAR, 12, 31)).isoformat()
    words = find_date(page.tree, extensive_search=True, original_date=True, url=url, max_date=last)
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
    if words in html or _in_attributes(page.tree, day):
        return Published(day, day, "metadata")
    return address if address is not None and address.day == day else _of_lines(page, day)


def _in_attributes(tree: HtmlElement, day: date) -> bool:
    """Whether an element that may bear a day bears this one."""
    values = (str(value) for element in tree.iter("meta", "time") for value in element.values())
    return any(day in days_in(value) for value in values)


def _of_lines(page: Page, day: date) -> Published | None:
    """The day as the page's words give it: of a line that is no sentence and no quoted post.

    None where only such lines give it; where none does, htmldate has read a form that is not read here.
    """
    telling = [(line, mark) for line, mark in zip(page.lines, page.marks, strict=True) if day in days_in(line.text)]
    if not telling:
        return Published(day, day, "metadata")
    for line, mark in telling:
        if not line.is_prose and len(line.text) <= LONGEST_STAMP and "blockquote" not in mark.tags:
            words = [e for found, e in find_days(page.text, line.start, line.end) if found == day]
            evidence = words[0] if words else Evidence.of(page.text, line.start, line.end, "published")
            return Published(day, day, "text", (evidence,))
    return None


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
