"""What readers find, and the document made of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from legation.records.evidence import Evidence

Basis = Literal["metadata", "url", "text", "inferred", "unknown"]


@dataclass(frozen=True, slots=True)
class Noise:
    """A stretch of a document that is not the report's body (menu, ticker, promo), and the rule that says so."""

    start: int
    end: int
    kind: str
    rule: str


@dataclass(frozen=True, slots=True)
class Published:
    """The day or range of days on which a document was published, and what that rests on."""

    first: date | None = None
    last: date | None = None
    basis: Basis = "unknown"
    evidence: tuple[Evidence, ...] = ()

    @property
    def day(self) -> date | None:
        """The single day, if it is known to be one."""
        return self.first if self.first is not None and self.first == self.last else None


@dataclass(frozen=True, slots=True)
class RawDocument:
    """What a reader found in a file, before anything is judged: the bytes' text or HTML and the fields beside it.

    ``name`` is the file name or ``file#line`` and takes part in the id where no id or URL is given.
    Exactly one of ``text`` and ``html`` is set.
    """

    name: str
    text: str | None = None
    html: str | None = None
    id: str | None = None
    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    author: str | None = None
    language: str | None = None
    published: str | None = None
    retrieved: str | None = None


@dataclass(frozen=True, slots=True)
class Failure:
    """An input that could not become a document, and why. The run goes on."""

    name: str
    stage: str
    reason: str
    remedy: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """One report as one outlet printed it. ``text`` never changes once read; noise is marked, never cut."""

    id: str
    name: str
    text: str
    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    author: str | None = None
    language: str | None = None
    published: Published = Published()
    retrieved: str | None = None
    noise: tuple[Noise, ...] = ()
    copy_of: str | None = None
    copy_kind: str | None = None
    sha256: str = ""
    dateline: Evidence | None = None
    published_otherwise: tuple[Published, ...] = ()  # other days that the report gives, which contradict ``published``

    @property
    def printed_by(self) -> str:
        """The outlet, else the name of the file."""
        return self.outlet or self.name
