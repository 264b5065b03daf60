"""The outlet of an address, from ``data/outlets/outlets.tsv``."""

from __future__ import annotations

from functools import cache
from urllib.parse import urlsplit

from legation.knowledge.tables import read_table


@cache
def load_domains() -> dict[str, str]:
    """Outlet names by domain."""
    return {domain: name for domain, name, _, _, _ in read_table("outlets", "outlets.tsv", columns=5)}


def outlet_of(url: str | None) -> str | None:
    """The outlet whose domain the address is below; None for an address that the table does not know.

    Example:
        >>> outlet_of("https://www.bbc.co.uk/news/world-1")
        'BBC News'
    """
    host = _host(url)
    while "." in host:
        if host in load_domains():
            return load_domains()[host]
        host = host.partition(".")[2]
    return None


def _host(url: str | None) -> str:
    try:
        return (urlsplit(url or "").hostname or "").lower()
    except ValueError:
        return ""
