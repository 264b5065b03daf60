"""``python -m bench.growth REPORTS …``: CPU seconds a report, and memory, of whole builds of more and more reports.

Each size is built by one process of its own into a store of its own: start, reading, analysis, reconciling, writing.
The reports are the first ``--letters`` of those in the files, in one order drawn by chance, so that every size has the
same mix; where the real ones run out they are told again a year or more later, each state's name standing for
another's. A loop that does nothing is timed again and again meanwhile: a machine shared with others is now fast, now
slow, so growth is that of the time in such loops.

Bars: from the first size to the last the time a report takes grows by less than 15 %; memory while reports are
analysed, before any is reconciled, is flat and below 1 GB.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import partial
from itertools import count, islice
from pathlib import Path
from typing import Any

from bench.build import describe_machine
from legation.analysis import analyse
from legation.knowledge import load_knowledge
from legation.pipeline import Stages, build
from legation.readers import read_inputs
from legation.records import Analysis, Document, RawDocument
from legation.store import to_json

SIZES = (2_000, 32_000)
LETTERS = 300  # of a report, enough for its first sentences; 0 for all
LATER = 400  # days between a report and its telling again
EVERY = 1_000  # reports between two looks at memory
LOOP_EVERY, LOOP = 100, range(500_000)  # reports between two loops, and how long one is
BAR_GROWTH, BAR_MB = 0.15, 1024
_CAPITALS = re.compile(r"\b[A-Z]\w+(?: [A-Z]\w+)*\b")


def main(arguments: Sequence[str] | None = None) -> int:
    """Print a line a size; 1 where a bar is missed."""
    parser = argparse.ArgumentParser(prog="bench.growth", description=__doc__)
    parser.add_argument("reports", type=Path, nargs="+", help="files of reports that build can read")
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    parser.add_argument("--letters", type=int, default=LETTERS)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    given = parser.parse_args(arguments)
    if given.one:
        print(json.dumps(measure(islice(list_reports(given.reports, given.letters, given.seed), given.one))))
        return 0
    print(json.dumps(describe_machine()))
    heads = ("reports", "real", "CPU s", "per 1,000", "analysis", "loops a report", "MiB analysing", "at the end")
    print(f"| {' | '.join(heads)} |", flush=True)
    rows = []
    for size in given.sizes:
        rows.append(_measure_apart(size, sys.argv[1:] if arguments is None else arguments))
        row = rows[-1]
        told = (f"{row[k]:.1f}" for k in ("seconds", "per_1000", "analysis_per_1000", "loops"))
        cells = (row["reports"], row["real"], *told)
        print("|", *(f"{c} |" for c in (*cells, row["mb_analysing"], row["mb_at_end"])), flush=True)
    growth = rows[-1]["loops"] / rows[0]["loops"] - 1
    print(f"time a report: {growth:+.0%} from {rows[0]['reports']} to {rows[-1]['reports']} reports (bar +15 %)")
    print(f"memory each {EVERY} reports of the last: {rows[-1]['memory']}")
    return int(growth >= BAR_GROWTH or max(rows[-1]["memory"]) >= BAR_MB)


def _measure_apart(size: int, arguments: Sequence[str]) -> dict[str, Any]:
    command = [sys.executable, "-m", "bench.growth", *arguments, "--one", str(size)]
    told = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout
    found: dict[str, Any] = json.loads(told)
    return found


@dataclass
class Watch:
    """CPU seconds spent in the analysis, and the process's memory as reports went by."""

    seconds: float = 0.0
    reports: int = 0
    loops: list[float] = field(default_factory=list)
    memory: list[int] = field(default_factory=list)


def watched(watch: Watch, document: Document) -> Analysis:
    """The build's own analysis, its time and memory noted."""
    start = time.process_time()
    made = analyse(document)
    watch.seconds += time.process_time() - start
    watch.reports += 1
    if watch.reports % EVERY == 0:
        watch.memory.append(_memory())
    if watch.reports % LOOP_EVERY == 0:
        start = time.process_time()
        for _ in LOOP:
            pass
        watch.loops.append(time.process_time() - start)
    return made


def measure(reports: Iterator[RawDocument]) -> dict[str, Any]:
    """The figures of one build in this process."""
    real = 0
    with tempfile.TemporaryDirectory() as folder:
        with (Path(folder) / "in.jsonl").open("w", encoding="utf-8") as lines:
            for raw in reports:
                lines.write(to_json(raw) + "\n")
                real += "~" not in raw.name
        watch = Watch()
        start = time.process_time()
        stages = Stages(analyse=partial(watched, watch))
        summary = build([Path(folder) / "in.jsonl"], Path(folder) / "record.db", workers=1, stages=stages)
        seconds = time.process_time() - start - sum(watch.loops)
    return {
        "reports": summary.reports,
        "real": real,
        "seconds": seconds,
        "per_1000": 1000 * seconds / summary.reports,
        "analysis_per_1000": 1000 * watch.seconds / summary.reports,
        "loops": seconds / summary.reports / (sum(watch.loops) / len(watch.loops)),
        "mb_analysing": max(watch.memory, default=0),
        "mb_at_end": _memory(),
        "memory": watch.memory,
    }


def _memory() -> int:
    """The most that this process has held so far, in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def list_reports(paths: Sequence[Path], letters: int, seed: int) -> Iterator[RawDocument]:
    """The reports of the files in an order drawn by chance, then told again, later and of other states, without end."""
    found = [raw for raw in read_inputs(paths) if isinstance(raw, RawDocument) and raw.text]
    random.Random(seed).shuffle(found)
    short = [replace(raw, text=(raw.text or "")[: letters or None]) for raw in found]
    yield from short
    names = sorted(actor.name for actor in load_knowledge().states.values())
    for again in count(1):
        others = dict(zip(names, random.Random(seed + again).sample(names, len(names)), strict=True))
        yield from (_told_again(raw, again, others) for raw in short)


def _told_again(raw: RawDocument, again: int, others: dict[str, str]) -> RawDocument:
    def other(found: re.Match[str]) -> str:
        return others.get(found.group(), found.group())

    title, text = (_CAPITALS.sub(other, words or "") for words in (raw.title, raw.text))
    text = f"{text}\nTelling {again + 1}."  # or one that names no state would be the same text again
    day = _later(raw.published, LATER * again)
    return replace(raw, name=f"{raw.name}~{again}", url=None, title=title or None, published=day, text=text)


def _later(day: str | None, days: int) -> str | None:
    """The day so many days on; None for one that is not written as YYYY-MM-DD."""
    try:
        return (date.fromisoformat((day or "")[:10]) + timedelta(days)).isoformat()
    except ValueError:
        return None


if __name__ == "__main__":
    raise SystemExit(main())
