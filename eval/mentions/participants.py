"""Check that every participant of a record expected by hand is found with office and state in the reports that tell it.

Usage: ``python -m eval.mentions.participants SHARED_FOLDER``. The folder holds ``gold/seeds.json`` (events with
``participants`` such as "Name | office, CODE" and ``evidence`` that names reports), ``seeds/*.txt`` and
``seeds/metadata.csv``. A participant is found where a mention of one of the event's reports has a party of that name,
with that state, and, where an office is expected, with one that shares a word with it.
"""

from __future__ import annotations

import csv
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from legation.documents import make_document
from legation.knowledge import load_knowledge, name_form
from legation.mentions import find_mentions
from legation.records import Party, RawDocument
from legation.sentences import parse_document

_PARTICIPANT = re.compile(
    r"^(?P<name>[^|(,]+?)(?: \([A-Z]+\))?(?: \| (?P<office>[^(]+?))?(?:, (?P<state>[A-Z]{3}))?(?: \(.*)?$"
)


def read_parties(folder: Path) -> dict[str, list[Party]]:
    """The parties that each report's mentions have, by the number that its file name begins with."""
    with (folder / "seeds" / "metadata.csv").open(encoding="utf-8", newline="") as rows:
        days = {row["file"]: row.get("published") for row in csv.DictReader(rows)}
    found: dict[str, list[Party]] = {}
    for path in sorted((folder / "seeds").glob("*.txt")):
        raw = RawDocument(name=path.name, text=path.read_text("utf-8"), published=days.get(path.name))
        document = make_document(raw)
        mentions = find_mentions(document, parse_document(document), load_knowledge())
        found[path.name[:3]] = [p for m in mentions for p in m.parties]
    return found


def expected(folder: Path) -> Iterator[tuple[str, str, set[str], dict[str, str | None]]]:
    """Event, words, reports and parts of each participant."""
    gold: dict[str, Any] = json.loads((folder / "gold" / "seeds.json").read_text("utf-8"))
    for event in gold["events"]:
        reports = {e["doc"] for e in event["evidence"]}
        for words in event["participants"]:
            match = _PARTICIPANT.match(words)
            if match is not None:
                yield event["id"], words, reports, match.groupdict()


def is_found(parts: dict[str, str | None], parties: list[Party]) -> bool:
    """Whether one of the parties has the name, the state and an office that shares a word."""
    name, office = _words(parts["name"]), _words(parts["office"])
    for party in parties:
        told = _words(party.name)
        state = parts["state"] is None or party.state == parts["state"]
        if (name <= told or told <= name) and state and (not office or office & _words(party.office)):
            return True
    return False


def _words(text: str | None) -> set[str]:
    return set(re.findall(r"[a-z]+", name_form(text or "")))


def _is_name(words: str) -> bool:
    """Whether words begin and end with a capital: people, states and firms, not "several officials"."""
    return words[:1].isupper() and words.split()[-1][:1].isupper()


def main(folder: Path) -> int:
    """Print how many participants with a name are found and which are not; 1 if any is not."""
    parties = read_parties(folder)
    found, missing = 0, []
    for event, words, reports, parts in expected(folder):
        if not _is_name(parts["name"] or ""):
            print("without a name, left out:", event, words)
        elif is_found(parts, [p for r in reports for p in parties.get(r, [])]):
            found += 1
        else:
            missing.append((event, words, sorted(reports)))
    for row in missing:
        print("missing:", *row)
    print(f"{found} of {found + len(missing)} participants with name, office and state")
    return int(bool(missing))


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
