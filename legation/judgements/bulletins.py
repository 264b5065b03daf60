"""Who published a report, and which contact is its news: one publisher tells a contact as news once.

Example:
    readouts of 5 March and of 11 March, both "Ann Alpha spoke with Bo Beta": two calls, whether or not the second
    says its day.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from legation.judgements.tables import family_of, load_tables
from legation.origins.issuers import find_host
from legation.records import Claim, Document, Published
from legation.text import find_words, fold

HEADLINE_REACH = 600  # characters of a report within which its news stands
LATE_DAYS = timedelta(days=2)  # how long after a contact an undated report of it may still tell it as news


@dataclass(frozen=True, slots=True)
class Source:
    """What a claim's report is: its publisher, whether that is a party to the news, and the text it is a copy of."""

    publisher: str | None = None
    official: bool = False
    readout: bool = False
    form: str | None = None
    text_id: str = ""
    length: int = 0


NO_SOURCE = Source()


def find_source(document: Document) -> Source:
    """The source of a document; an official site and any readout speak for those who took part."""
    host = find_host(document)
    publisher = host.key if host is not None else fold(document.outlet) if document.outlet else None
    readout = "readout" in fold(document.title or "")
    form = form_of_title(document.title or "") if readout else None
    return Source(
        publisher, host is not None or readout, readout, form, document.copy_of or document.id, len(document.text)
    )


def form_of_title(title: str) -> str | None:
    """The form that a title names: "Readout of a Call" is remote; none where it names no form or two."""
    table: dict[str, str] = load_tables()["title_forms"]
    found = {table[word] for _, _, word in find_words(fold(title)) if word in table}
    return found.pop() if len(found) == 1 else None


def find_headlines(claims: Iterable[Claim]) -> frozenset[str]:
    """Ids of the claims that are the contact which their report tells as its news: the first one, in the lead."""
    first: dict[str, int] = {}
    found: dict[str, set[str]] = {}
    for claim in claims:
        if family_of(claim.event_type, claim.mode) != "contact" or claim.start > HEADLINE_REACH:
            continue
        start = first.get(claim.document_id)
        if start is None or claim.start < start:
            first[claim.document_id] = claim.start
            found[claim.document_id] = set()
        if claim.start == first[claim.document_id] and claim.status == "occurred" and not claim.background:
            found[claim.document_id].add(claim.id)
    return frozenset(key for keys in found.values() for key in keys)


@dataclass(frozen=True, slots=True)
class Bulletin:
    """One report's news, as compared with another report's: when it came out and the days that it gives."""

    published: Published
    days: tuple[date, date] | None


def are_two_news(a: Bulletin, b: Bulletin) -> bool:
    """Whether one publisher's two reports tell two contacts: out on other days, and no words that join them.

    A later report that looks back to the days of the earlier one ("yesterday") may tell the same contact.
    """
    one, two = a.published.last, b.published.last
    if one is None or two is None or one == two or (a.days and b.days):
        return False
    return not (_looks_back(a, b) or _looks_back(b, a))


def _looks_back(dated: Bulletin, undated: Bulletin) -> bool:
    """Whether the dated report came out later and its days reach those that the undated one can mean."""
    last = undated.published.last
    if dated.days is None or undated.days is not None or last is None:
        return False
    later = dated.published.last is not None and dated.published.last > last
    return later and dated.days[0] <= last and dated.days[1] >= last - LATE_DAYS


def find_sources(documents: Iterable[Document]) -> Mapping[str, Source]:
    """Sources by document id."""
    return {d.id: find_source(d) for d in documents}
