"""Somebody in one document, with what the text says of him."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class Member:
    """Somebody in this document. ``said`` are (role, state) pairs that the text gives; ``actor_id`` None: not in the
    knowledge; ``title``: an office of an organ in the text's own words ("Energy Board Director"); ``is_sent``: speaks
    for his state at an organisation ("UN ambassador"); ``speaks``: has a label in a transcript.
    """

    key: str
    name: str
    actor_id: str | None = None
    state: str | None = None
    gender: str | None = None
    sector: str | None = None
    office_words: str | None = None
    rank: int | None = None
    said: list[tuple[str, str]] = field(default_factory=list)
    body: str = ""
    said_past: list[tuple[str, str]] = field(default_factory=list)
    former: bool = False
    forms: set[str] = field(default_factory=set)
    count: int = 0
    title: str = ""
    is_sent: bool = False
    speaks: bool = False
