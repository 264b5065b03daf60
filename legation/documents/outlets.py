"""What is known of an outlet by the address or the name of its reports: its name, its clock, how it writes days.

Tables: ``data/outlets/outlets.tsv``; ``habits.tsv`` beside it, by domain or by the state of the head office.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from legation.knowledge.tables import read_table, split_names


@dataclass(frozen=True, slots=True)
class Habits:
    """The time zone by whose clock an outlet dates its reports; whether it writes 8/5 for August 5, None: unknown."""

    zone: ZoneInfo | None = None
    month_first: bool | None = None


@cache
def load_domains() -> Mapping[str, str]:
    """Outlet names by domain."""
    return {domain: name for domain, name, *_ in read_table("outlets", "outlets.tsv", columns=5)}


def outlet_of(url: str | None) -> str | None:
    """The outlet whose domain the address is below; None for an address that the table does not know.

    Example:
        >>> outlet_of("https://www.bbc.co.uk/news/world-1")
        'BBC News'
    """
    return next((load_domains()[d] for d in _domains(url) if d in load_domains()), None)


def habits_of(url: str | None, outlet: str | None = None) -> Habits:
    """The habits of the outlet whose page the address is, else of the one of that name; none known of others.

    Example:
        >>> str(habits_of("https://www.dawn.com/news/1").zone)
        'Asia/Karachi'
    """
    known = load_habits()
    named = (outlet or "").casefold()
    return next((known[key] for key in (*_domains(url), named) if key in known), Habits())


@cache
def load_habits() -> Mapping[str, Habits]:
    """Habits by domain, and by name in small letters."""
    table = {
        key: Habits(ZoneInfo(zone), order == "month" if order else None)
        for key, zone, order in read_table("outlets", "habits.tsv", columns=3)
    }
    found: dict[str, Habits] = {}
    for domain, name, names, state, _ in read_table("outlets", "outlets.tsv", columns=5):
        habits = table.get(domain) or table.get(state)
        for key in (domain, name.casefold(), *map(str.casefold, split_names(names))):
            if habits is not None:
                found.setdefault(key, habits)
    return found


def _domains(url: str | None) -> Iterator[str]:
    """The host of an address and the domains above it, the narrowest first."""
    host = _host(url)
    while "." in host:
        yield host
        host = host.partition(".")[2]


def _host(url: str | None) -> str:
    try:
        return (urlsplit(url or "").hostname or "").lower()
    except ValueError:
        return ""
