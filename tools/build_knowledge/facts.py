"""What a source says of one holder, and how its files are read and ours are written."""

from __future__ import annotations

import csv
import gzip
import re
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

DATA = Path(__file__).resolve().parents[2] / "legation" / "data"
FIRST_YEAR = "1990"


@dataclass(frozen=True)
class Row:
    """One fact of a source: who held which office of which state from when to when."""

    state: str
    role: str | None
    title: str
    person: str
    qid: str
    first: str
    last: str
    checked: str
    source: str
    surname: str = ""
    attested: bool = False


@dataclass
class Book:
    """What has been collected: people by id, offices by id, tenures."""

    names: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    surnames: dict[str, str] = field(default_factory=dict)
    states: dict[str, str] = field(default_factory=dict)
    offices: dict[str, tuple[str, str, str, int | None, str | None]] = field(default_factory=dict)
    tenures: dict[tuple[str, str], list[Row]] = field(default_factory=lambda: defaultdict(list))


def read(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV file."""
    with path.open(encoding="utf-8") as lines:
        return list(csv.DictReader(lines))


def read_table(path: Path) -> list[dict[str, str]]:
    """The rows of one of our own TSV files, comment lines left out."""
    lines = (
        [line for line in path.read_text("utf-8").splitlines() if line and not line.startswith("#")]
        if path.exists()
        else []
    )
    return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def day(words: str) -> str:
    """The year, month or day that ``words`` begin with; empty when they are none."""
    match = re.match(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?(?!\w)", words)
    return match.group() if match else ""


def unique(words: list[str]) -> list[str]:
    """The words once each, in order, stripped of articles and blanks."""
    plain = (re.sub(r"^the ", "", w.strip()) for w in words if w)
    return list(dict.fromkeys(w for w in plain if len(w) > 1 and w != "none"))


def write(path: Path, head: str, columns: str, rows: list[list[str]]) -> None:
    """A TSV with a comment on origin, gzip'd without a time stamp where the name says so."""
    text = f"# {head}\n{columns}\n" + "".join("\t".join(r) + "\n" for r in rows)
    path.parent.mkdir(parents=True, exist_ok=True)
    data = text.encode("utf-8")
    path.write_bytes(gzip.compress(data, mtime=0) if path.suffix == ".gz" else data)
