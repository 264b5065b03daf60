"""Addresses -> a web archive: the only part of Legation that uses the network, politely and within bounds.

Every page is kept as it came, so that evidence is archived; ``build`` reads the archive. A second run into the same
archive asks only for what changed since and appends it.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal
from urllib.parse import urldefrag

import httpx

from legation.errors import InputError, LegationError
from legation.fetching.archive import Archive
from legation.fetching.getting import Answer, Getter, Settings
from legation.readers.feeds import feed_links
from legation.readers.http import decode_body

__all__ = ["Fetched", "Settings", "fetch"]

MOST_LINKS = 500  # of one feed


@dataclass(frozen=True, slots=True)
class Fetched:
    """What became of one address."""

    url: str
    outcome: Literal["saved", "unchanged", "failed"]
    reason: str | None = None
    remedy: str | None = None


def fetch(
    addresses: Iterable[str],
    out: Path,
    settings: Settings | None = None,
    progress: Callable[[Fetched], None] | None = None,
) -> tuple[Fetched, ...]:
    """Save the pages of ``addresses``, and the pages that feeds among them point at, in the web archive ``out``.

    Example:
        >>> fetch(["https://example.org/feed.xml"], Path("saved.warc.gz"))                       # doctest: +SKIP

    Returns:
        One entry an address, in the order of asking; a page that cannot be had is one ``failed``, the others go on.

    Raises:
        LegationError: the archive cannot be written.
    """
    settings = settings or Settings()
    found: list[Fetched] = []
    with Archive.open(out) as archive, Getter(settings) as getter:
        for entry in _fetch_all(addresses, archive, getter, settings):
            found.append(entry)
            if progress is not None:
                progress(entry)
    return tuple(found)


def _fetch_all(addresses: Iterable[str], archive: Archive, getter: Getter, settings: Settings) -> Iterator[Fetched]:
    waiting = deque((urldefrag(a.strip()).url, True) for a in addresses)
    seen: set[str] = set()
    while waiting:
        url, is_asked = waiting.popleft()
        if not url or url in seen:
            continue
        seen.add(url)
        try:
            answer = getter.get(url, archive.validators(url))
        except (httpx.HTTPError, OSError, LegationError) as error:
            yield Fetched(url, "failed", _reason(error), getattr(error, "remedy", None))
            continue
        if answer.status == 304:
            yield Fetched(url, "unchanged")
            continue
        archive.add(answer)
        if is_asked and settings.follow_feeds:
            waiting.extend((link, False) for link in _links(answer, settings))
        yield Fetched(url, "saved")


def _links(answer: Answer, settings: Settings) -> list[str]:
    """The pages that a feed points at; none of what is no feed."""
    headers = {name.lower(): value for name, value in answer.headers}
    try:
        data = decode_body(answer.body, "", headers.get("content-encoding", ""), settings.most_bytes)
        return list(feed_links(data, answer.final_url))[:MOST_LINKS]
    except InputError:
        return []


def _reason(error: Exception) -> str:
    if isinstance(error, httpx.TimeoutException):
        return "no answer in time"
    return str(error) or type(error).__name__
