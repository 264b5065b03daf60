"""A report of a sentence or two, read as the package reads it, for the tests of what it tells."""

from __future__ import annotations

from datetime import date

from legation.analysis import analyse
from legation.records import Analysis, Claim, Document, Published

DAY = date(2021, 6, 10)  # a Thursday


def read(text: str, published: date | None = DAY) -> Analysis:
    """What a report of these words says; it came out on ``published``."""
    when = Published(published, published, "metadata") if published else Published()
    return analyse(Document("d1", "d1.txt", text, published=when))


def claims_of(text: str, event_type: str | None = None) -> list[Claim]:
    """The claims of a report of these words, those of one type if it is named."""
    return [c for c in read(text).claims if event_type in (None, c.event_type)]


def states(claim: Claim) -> set[str | None]:
    """The states of both sides."""
    return {p.state for p in (*claim.actors, *claim.recipients)}
