"""Check who is meant by the labelled mentions.

Usage: ``python -m eval.mentions SHARED_FOLDER [--show]``. The folder holds ``eval/dev/record/input.jsonl`` and
``corpora/news.jsonl.gz``; only spans, a few words each and labels are kept here. Precision: of the mentions that are
given parties, how many are given exactly the labelled ones. Recall: of those labelled with somebody, how many are
right. The spans were drawn from those that the package finds, so recall is of the answer, not of the finding.
"""

from __future__ import annotations

import csv
import gzip
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from legation.documents import make_document
from legation.knowledge import load_knowledge
from legation.mentions import find_mentions
from legation.records import Mention, RawDocument
from legation.sentences import parse_document

LABELLED = Path(__file__).parent / "labelled.tsv"
FILES = {"record": Path("eval/dev/record/input.jsonl"), "news": Path("corpora/news.jsonl.gz")}
Row = dict[str, str]


def read_labels() -> dict[tuple[str, str], list[Row]]:
    """The labelled mentions by corpus and document."""
    found: dict[tuple[str, str], list[Row]] = defaultdict(list)
    lines = LABELLED.read_text("utf-8").splitlines()[1:]
    for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
        found[row["corpus"], row["document"]].append(row)
    return found


def read_reports(folder: Path, corpus: str) -> Iterator[dict[str, Any]]:
    """The reports of a corpus."""
    path = folder / FILES[corpus]
    raw = path.read_bytes()
    text = (gzip.decompress(raw) if path.suffix == ".gz" else raw).decode("utf-8")
    yield from map(json.loads, filter(None, text.split("\n")))


def mentions_of(report: dict[str, Any]) -> dict[tuple[int, int], Mention]:
    """The mentions of a report by their place."""
    keys = ("id", "url", "outlet", "title", "published")
    document = make_document(RawDocument(name=report["id"], text=report["text"], **{k: report.get(k) for k in keys}))
    found = find_mentions(document, parse_document(document), load_knowledge())
    return {(m.start, m.end): m for m in found}


def judge(row: Row, mention: Mention | None) -> tuple[str, str]:
    """``right``, ``wrong``, ``missed`` or ``none``, and who was found."""
    who = "; ".join(sorted(p.name for p in mention.parties)) if mention else ""
    if who:
        return ("right" if who == row["who"] else "wrong"), who
    return ("missed" if row["who"] else "none"), who


def main(folder: Path, show: bool) -> int:
    """Print precision and recall; 1 below .92 or .7."""
    labels, counts = read_labels(), Counter[str]()
    for corpus in FILES:
        for report in read_reports(folder, corpus):
            rows = labels.get((corpus, report["id"]), [])
            mentions = mentions_of(report) if rows else {}
            for row in rows:
                verdict, who = judge(row, mentions.get((int(row["start"]), int(row["end"]))))
                counts[verdict] += 1
                if show and verdict in ("wrong", "missed"):
                    print(verdict, corpus, report["id"], row["start"], row["quote"], "|", row["who"], "|", who)
    given = counts["right"] + counts["wrong"]
    sought = sum(bool(row["who"]) for rows in labels.values() for row in rows)
    precision, recall = counts["right"] / max(1, given), counts["right"] / max(1, sought)
    print(f"{sum(counts.values())} mentions: precision {precision:.3f}, recall {recall:.3f}", dict(counts))
    return int(precision < 0.92 or recall < 0.7)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), "--show" in sys.argv))
