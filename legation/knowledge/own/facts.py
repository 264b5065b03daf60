"""What a file of the user says: who held which office from when to when, with the line that says so."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from legation.errors import KnowledgeError
from legation.knowledge.tables import first_day
from legation.records import Actor

DAY_REMEDY = "write a day as 2026-03-01, a month as 2026-03, a year as 2026, or leave it empty"


@dataclass(frozen=True, slots=True)
class Line:
    """Where something stands in a file of the user."""

    path: Path
    number: int

    def error(self, message: str, remedy: str) -> KnowledgeError:
        """The error to raise for this line: file, line, what was found, what to do."""
        return KnowledgeError(f"{self.path} line {self.number}: {message}", remedy)


@dataclass(frozen=True, slots=True)
class Fact:
    """One person, and one term of office if there is an ``office``.

    ``state`` and ``office`` stand as the file has them: a code, a name, an id, a title. ``first``, ``last`` and
    ``checked`` are a year, a month or a day; an empty ``last`` is open.
    """

    line: Line
    person: str
    id: str = ""
    names: tuple[str, ...] = ()
    gender: str = ""
    state: str = ""
    office: str = ""
    first: str = ""
    last: str = ""
    checked: str = ""
    source: str = ""
    attested: bool = False


@dataclass(frozen=True, slots=True)
class Own:
    """All that a folder of the user says, in the order of its files and lines."""

    facts: tuple[Fact, ...] = ()
    organisations: tuple[Actor, ...] = ()


def check_day(words: object, line: Line, field: str) -> str:
    """``words`` as a year, a month or a day; of a time only the day counts.

    Raises:
        KnowledgeError: they are none.
    """
    text = "" if words is None else str(words).strip().lstrip("+").split("T")[0].replace("-00", "")
    if not text:
        return ""
    try:
        if re.fullmatch(r"\d{4}(-\d\d){0,2}", text):
            first_day(text)
            return text
    except ValueError:
        pass
    raise line.error(f"{field} {text!r} is no day", DAY_REMEDY)


def check_order(first: str, last: str, line: Line) -> None:
    """Refuse a term that ends before it begins."""
    begun, ended = first_day(first), first_day(last)
    size = min(len(first), len(last))
    if begun and ended and ended < begun and first[:size] != last[:size]:
        raise line.error(f"the term ends on {last}, before it begins on {first}", "swap the two days")
