"""Addresses of pages: on a server, and as files of a site that opens from disk."""

from __future__ import annotations

import re
from urllib.parse import quote, urlencode

from legation.views.highlights import anchor_of

PATHS = {
    "home": "/",
    "search": "/search",
    "event": "/events/{0}",
    "reports": "/events/{0}/reports",
    "documents": "/documents",
    "document": "/documents/{0}",
    "dyads": "/dyads",
    "dyad": "/dyads/{0}/{1}",
    "ledger": "/ledger",
    "agreement": "/ledger/{0}",
    "conflicts": "/conflicts",
    "actors": "/actors",
    "actor": "/actors/{0}",
    "office": "/offices/{0}",
    "map": "/map",
    "review": "/review",
    "judgements": "/judgements",
    "reading": "/reading",
}
"""The page's name -> its path; each ``{n}`` is one id."""


class Links:
    """Makes addresses. ``static`` ones are relative to the page at ``here``, a file of the site."""

    def __init__(self, static: bool = False, here: str = "") -> None:
        self.static = static
        self._up = "../" * here.count("/")

    def url(self, name: str, /, *ids: str, at: tuple[int, int] | None = None, **query: object) -> str:
        """The address of a page; ``at`` are the offsets of the words to stand at.

        Example:
            >>> Links().url("document", "doc-1", at=(12, 20))
            '/documents/doc-1#w12-20'
        """
        anchor = f"#{anchor_of(*at)}" if at and at[1] else ""
        if self.static:
            return self._up + file_of(name, *ids, number=query.get("page")) + anchor
        wanted = [(k, v) for k, v in query.items() if v not in (None, "", (), 0) and (k, v) != ("page", 1)]
        asked = f"?{urlencode(wanted, doseq=True)}" if wanted else ""
        return PATHS[name].format(*(quote(i, safe="") for i in ids)) + asked + anchor

    def asset(self, name: str) -> str:
        """The address of a style sheet, script or picture of the package."""
        return f"{self._up}static/{name}" if self.static else f"/static/{name}"


def file_of(page: str, *ids: str, number: object = None) -> str:
    """The file of a page in a site.

    Example:
        >>> file_of("office", "PAK:foreign_minister")
        'offices/PAK_3aforeign_minister.html'
    """
    if page == "home":
        return "index.html"
    path = PATHS[page].format(*map(_plain, ids)).strip("/")
    return f"{path}-{number}.html" if number not in (None, 1) else f"{path}.html"


def _plain(segment: str) -> str:
    return re.sub(r"[^A-Za-z0-9.-]", lambda m: "_" if m[0] == "_" else f"_{ord(m[0]):x}", segment)[:150]
