"""``python -m bench.killed NEWS STATEMENTS``: an archive whose worker is killed makes the store that a build makes.

The first words of reports drawn by chance, with copies, versions of texts and broken lines among them, are added to an
archive by two workers; after a third of the parts the busiest process below that command is killed with signal 9.
Then the record of all is taken, and compared row by row with what ``build`` makes of the same files in one process.
``DAFT_RUNNER=ray`` does it with actors of Ray. 1 if a row differs or nobody was killed.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from legation.archive import take
from legation.pipeline import build

LETTERS = (230, 300)  # of a news report and of a statement: enough for its first sentence
COPIES, VERSIONS, BROKEN = 30, 20, (100, 500)
PART_BYTES = 60_000
Report = dict[str, Any]


def main(arguments: Sequence[str] | None = None) -> int:
    """Add, kill, take, build, compare."""
    parser = argparse.ArgumentParser(prog="bench.killed", description=__doc__)
    parser.add_argument("news", type=Path)
    parser.add_argument("statements", type=Path)
    parser.add_argument("--reports", type=int, default=5450, help="in all, copies and versions among them")
    parser.add_argument("--engine", default="daft")
    parser.add_argument("--seed", type=int, default=4711)
    given = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as scratch:
        home = Path(scratch)
        write_inputs(home / "in", given.news, given.statements, given.reports, random.Random(given.seed))
        killed = add_and_kill(home / "in", home / "archive", given.engine)
        taken = take(home / "archive", home / "taken.db")
        build([home / "in"], home / "built.db", workers=1)
        found, wanted = (list(read_rows(home / name)) for name in ("taken.db", "built.db"))
    told = {"reports": taken, "engine": given.engine, "runner": os.environ.get("DAFT_RUNNER", "native")}
    told |= {"killed": killed, "rows": len(wanted), "same": found == wanted}
    print(json.dumps(told))
    return int(not (killed and told["same"]))


def write_inputs(folder: Path, news: Path, statements: Path, number: int, chance: random.Random) -> None:
    """Five files of reports: a sixth of them statements, then copies, other versions of texts, and broken lines."""
    folder.mkdir()
    drawn = number - COPIES - VERSIONS
    short = [_drawn(path, count, letters, chance) for path, count, letters in (
        (news, drawn - drawn // 6, LETTERS[0]), (statements, drawn // 6, LETTERS[1]))]  # fmt: skip
    files = [*(short[0][n::4] for n in range(4)), short[1]]
    files[2] += files[0][:COPIES]
    again = files[0][COPIES : COPIES + VERSIONS]
    files[3] += [report | {"text": f"{report['text']} Officials gave no more details."} for report in again]
    for place, reports in enumerate(files):
        lines = [json.dumps(report, ensure_ascii=False) for report in reports]
        for line in BROKEN:
            lines.insert(line, '{"text": "half')
        (folder / f"part-{place}.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")


def _drawn(path: Path, number: int, letters: int, chance: random.Random) -> list[Report]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        reports: list[Report] = [json.loads(line) for line in lines]
    return [{**r, "text": r["text"][:letters]} for r in chance.sample(reports, min(number, len(reports)))]


def add_and_kill(inputs: Path, archive: Path, engine: str) -> bool:
    """The archive of the inputs; whether a worker was killed while it was made."""
    command = [sys.executable, "-c", _ADD, str(archive), str(inputs), engine, str(PART_BYTES)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    killed = False
    for line in process.stdout:  # Ray writes there too
        told = line.split()
        if told[:1] == ["finished"] and not killed and 3 * int(told[1]) >= int(told[2]):
            os.kill(find_busiest(process.pid), signal.SIGKILL)
            killed = True
    return process.wait() == 0 and killed


_ADD = """
import sys
from legation.archive import add
tell = lambda stage, done, total: print("finished", done, total, flush=True)
add(sys.argv[1], [sys.argv[2]], 2, sys.argv[3], progress=tell, part_bytes=int(sys.argv[4]))
"""


def find_busiest(parent: int) -> int:
    """The process below ``parent`` that has worked most in the last second."""
    below = list(_below(parent))
    before = {pid: _ticks(pid) for pid in below}
    time.sleep(1)
    return max(below, key=lambda pid: _ticks(pid) - before[pid])


def _below(parent: int) -> Iterator[int]:
    for task in Path(f"/proc/{parent}/task").iterdir():
        for child in map(int, (task / "children").read_text().split()):
            yield child
            yield from _below(child)


def _ticks(pid: int) -> int:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return int(fields[11]) + int(fields[12])


def read_rows(store: Path) -> Iterator[tuple[Any, ...]]:
    """Every row of a store but when it was written."""
    with closing(sqlite3.connect(store)) as db:
        for (table,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").fetchall():
            columns = [c[1] for c in db.execute(f"PRAGMA table_info({table})") if (table, c[1]) != ("runs", "at")]
            names = ", ".join(f'"{c}"' for c in columns)
            yield from ((table, *row) for row in sorted(db.execute(f"SELECT {names} FROM {table}"), key=repr))


if __name__ == "__main__":
    raise SystemExit(main())
