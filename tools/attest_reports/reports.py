"""The dated reports of a folder: articles and statements as JSON lines, pages of a presidency as WARC."""

from __future__ import annotations

import csv
import gzip
import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from fastwarc.warc import ArchiveIterator

from eval.mentions import name_in_tables

_TAG = re.compile(r"<(?:script|style)\b.*?</(?:script|style)>|<[^>]*>", re.S)
_DAY = re.compile(r'datetime="(\d{4}-\d\d-\d\d)"')
_ISO = re.compile(r"\d{4}-\d\d-\d\d")
_FORMER = re.compile(r"[\w’'-]*MORE\b")  # the end of a box of links that ran into the text
_GLUED = re.compile(r"(?<=[a-z]{4})(?=[A-Z][a-z])")


@dataclass(frozen=True, slots=True)
class Report:
    """One dated report; ``home`` is the state whose organ prints it, empty for the press."""

    id: str
    outlet: str
    day: str
    text: str
    home: str = ""


def read_reports(folder: Path, reference: Path) -> Iterator[Report]:
    """All reports that have a day, and the remarks on the trips of American leaders."""
    with (reference / "us_travels.csv").open(encoding="utf-8") as lines:
        for trip in csv.DictReader(lines):
            yield Report(f"trip {trip['id']}", "HistoryAtState (CC0)", trip["start"], trip["remarks"], "USA")
    yield from _read_lines(folder / "news.jsonl.gz", "")
    yield from _read_lines(folder / "whitehouse.jsonl.gz", "USA")
    for path in sorted(folder.glob("kremlin-*.warc.gz")):
        yield from _read_pages(path, "Kremlin", "RUS")


def _read_lines(path: Path, home: str) -> Iterator[Report]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            day = (record.get("published") or "")[:10]
            if _ISO.fullmatch(day):
                text = _GLUED.sub(". ", _FORMER.sub(".", record["text"]))
                yield Report(name_in_tables(record["id"]), record["outlet"] or "The White House", day, text, home)


def _read_pages(path: Path, outlet: str, home: str) -> Iterator[Report]:
    with path.open("rb") as stream:
        for record in ArchiveIterator(stream):
            page = record.reader.read().decode("utf-8", "replace")
            day = _DAY.search(page)
            if day:
                text = html.unescape(_TAG.sub(" ", page))
                url = record.headers["WARC-Target-URI"].split("//")[-1].removesuffix("/print")
                yield Report(url, outlet, day[1], re.sub(r"\s+", " ", text), home)
