"""``python -m bench.mentions [DATA]``: how fast the knowledge loads, and how fast mentions are found beyond the parse.

``DATA`` is a JSON-lines file of reports (``id``, ``text``, ``published``); the development part ``record`` by default.
Seconds are of processor time; memory is the growth of the process.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from datetime import date
from pathlib import Path

from legation.documents import make_document
from legation.knowledge import load_knowledge
from legation.mentions import find_mentions
from legation.records import RawDocument
from legation.sentences import parse_document

LOAD_BAR_S, MEMORY_BAR_MB, SPEED_BAR = 0.3, 50, 20_000  # words a second
_DATA = Path(__file__).resolve().parents[2] / "shared" / "eval" / "dev" / "record" / "input.jsonl"


def measure_load() -> tuple[float, float]:
    """Seconds and MB of the first look-ups of every kind, in a fresh process."""
    before, start = _memory_mb(), time.process_time()
    knowledge = load_knowledge()
    knowledge.has_name("x")
    knowledge.name_starts.get("x")
    day = date(2020, 1, 1)
    for actor in knowledge.holders("USA:president", day):
        knowledge.party(actor.id, day)
    knowledge.people_surnamed("x"), knowledge.organisations_named("x"), knowledge.place("x"), knowledge.outlet("x")
    return time.process_time() - start, _memory_mb() - before


def measure_speed(path: Path) -> float:
    """Words a second of processor time, the parse not counted."""
    words, seconds = 0, 0.0
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        raw = RawDocument(name=row["id"], text=row["text"], id=row["id"], published=row.get("published"))
        document = make_document(raw)
        sentences = parse_document(document)
        start = time.process_time()
        find_mentions(document, sentences, load_knowledge())
        seconds += time.process_time() - start
        words += len(document.text.split())
    return words / seconds


def main(path: Path = _DATA) -> int:
    """Print the figures and the bars; 1 below a bar."""
    seconds, memory = measure_load()
    print(f"load: {seconds:.3f} s (bar {LOAD_BAR_S}), {memory:.0f} MB (bar {MEMORY_BAR_MB})")
    speed = measure_speed(path)
    print(f"mentions: {speed:,.0f} words a second (bar {SPEED_BAR:,})")
    return int(seconds > LOAD_BAR_S or memory > MEMORY_BAR_MB or speed < SPEED_BAR)


def _memory_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    sys.exit(main(*map(Path, sys.argv[1:2])))
