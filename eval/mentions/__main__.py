"""Check who is meant by the labelled mentions.

Usage: ``python -m eval.mentions SHARED_FOLDER [--show] [--set NAME]``. The folder holds ``eval/dev/record/input.jsonl``
and the corpora; only spans, a few words each and labels are kept here. Precision: of the mentions that are given
parties, how many are given exactly the labelled ones. Recall: of those labelled with somebody, how many are right. The
first line of ``labelled.tsv`` says how each set was drawn; a span is answered by the shortest mention around it.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from eval.mentions import name_in_tables
from legation.documents import make_document
from legation.knowledge import load_knowledge, name_form
from legation.mentions import find_mentions
from legation.records import Mention, Party, RawDocument
from legation.sentences import parse_document

LABELLED = Path(__file__).parent / "labelled.tsv"
FILES = {
    "record": Path("eval/dev/record/input.jsonl"),
    "news": Path("corpora/news.jsonl.gz"),
    "whitehouse": Path("corpora/whitehouse.jsonl.gz"),
}
PRECISION_BAR, RECALL_BAR = 0.92, 0.7
Row = dict[str, str]


def read_labels(only: str | None = None) -> dict[tuple[str, str], list[Row]]:
    """The labelled mentions by corpus and document, of one set or of all."""
    found: dict[tuple[str, str], list[Row]] = defaultdict(list)
    lines = LABELLED.read_text("utf-8").splitlines()[1:]
    for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
        if only in (None, row["set"]):
            found[row["corpus"], row["document"]].append(row)
    return found


def read_reports(folder: Path, corpus: str) -> Iterator[dict[str, Any]]:
    """The reports of a corpus."""
    path = folder / FILES[corpus]
    raw = path.read_bytes()
    text = (gzip.decompress(raw) if path.suffix == ".gz" else raw).decode("utf-8")
    yield from map(json.loads, filter(None, text.split("\n")))


def mentions_of(report: dict[str, Any]) -> list[Mention]:
    """The mentions of a report."""
    keys = ("id", "url", "outlet", "title", "published")
    document = make_document(RawDocument(name=report["id"], text=report["text"], **{k: report.get(k) for k in keys}))
    return list(find_mentions(document, parse_document(document), load_knowledge()))


def around(mentions: list[Mention], start: int, end: int) -> Mention | None:
    """The shortest mention that holds a span; None where nothing was found there."""
    holding = [m for m in mentions if m.start <= start and end <= m.end]
    return min(holding, key=lambda m: m.end - m.start, default=None)


def judge(row: Row, mention: Mention | None) -> tuple[str, str]:
    """``right``, ``wrong``, ``missed`` or ``none``, and who was found."""
    labels = {_folded(label) for label in row["who"].split("|")}
    parties = mention.parties if mention else ()
    who = "; ".join(sorted(p.name for p in parties))
    if not who:
        return ("none" if "" in labels else "missed"), who
    bodies = {f"={p.state}" for p in parties if not p.person or _is_unnamed(p)} if len(parties) == 1 else set()
    return ("right" if {_folded(who), *bodies} & labels else "wrong"), who


def _is_unnamed(party: Party) -> bool:
    """Whether a party is somebody of a state without a name: "a Russian official"."""
    return (party.actor_id or "").startswith(f"{party.state}:")


def _folded(names: str) -> str:
    """Names in one spelling, in order; ``=CODE`` as it stands."""
    return names if names.startswith("=") else "; ".join(sorted(name_form(n) for n in names.split("; ")))


def count_verdicts(folder: Path, only: str | None, show: bool) -> dict[str, Counter[str]]:
    """How many of each verdict by set."""
    labels, counts = read_labels(only), defaultdict[str, Counter[str]](Counter)
    for corpus in FILES:
        for report in read_reports(folder, corpus):
            rows = labels.pop((corpus, name_in_tables(report["id"])), [])
            mentions = mentions_of(report) if rows else []
            for row in rows:
                verdict, who = judge(row, around(mentions, int(row["start"]), int(row["end"])))
                counts[row["set"]][verdict] += 1
                counts[row["set"]]["sought"] += "" not in row["who"].split("|")
                if show and verdict in ("wrong", "missed"):
                    print(
                        row["set"], verdict, corpus, report["id"], row["start"], row["quote"], row["who"], who, sep="\t"
                    )
    return counts


def main(folder: Path, only: str | None, show: bool) -> int:
    """Print precision and recall of each set and of all; 1 below a bar on all."""
    counts = count_verdicts(folder, only, show)
    counts["all"] = sum(counts.values(), Counter[str]())
    for name, found in counts.items():
        right, given = found["right"], found["right"] + found["wrong"]
        precision, recall = right / max(1, given), right / max(1, found["sought"])
        total = given + found["missed"] + found["none"]
        print(f"{name}: {total} mentions, precision {precision:.3f}, recall {recall:.3f}", dict(found))
    return int(precision < PRECISION_BAR or recall < RECALL_BAR)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Check who is meant by the labelled mentions.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--set", dest="only")
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    sys.exit(main(options.folder, options.only, options.show))
