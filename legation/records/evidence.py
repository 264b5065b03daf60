"""Verbatim words of a document, the ground of every field."""

from __future__ import annotations

from dataclasses import dataclass

from legation.errors import EvidenceError


@dataclass(frozen=True, slots=True)
class Evidence:
    """Verbatim words of one document that carry one field of a record: ``text[start:end] == quote``."""

    field: str
    start: int
    end: int
    quote: str

    def __post_init__(self) -> None:
        if self.start < 0 or self.end <= self.start or self.end - self.start != len(self.quote):
            raise EvidenceError(
                f"evidence {self.start}:{self.end} cannot hold {self.quote!r}: a quote is as long as its span"
            )

    @classmethod
    def of(cls, text: str, start: int, end: int, field: str) -> Evidence:
        """The words at ``text[start:end]`` as evidence for ``field``."""
        return cls(field, start, end, text[start:end])

    def check(self, text: str) -> Evidence:
        """This evidence, or ``EvidenceError`` when ``text`` has other words at its span."""
        if text[self.start : self.end] != self.quote:
            found = text[self.start : self.end]
            raise EvidenceError(f"evidence {self.start}:{self.end} says {self.quote!r}, the text there reads {found!r}")
        return self
