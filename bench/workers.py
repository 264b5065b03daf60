"""``python -m bench.workers REPORTS``: by the clock, how much faster two workers build than one.

The same reports are built by ``legation build`` with one worker and with two, in turn, into stores of their own. Beside
them stands what this machine could gain at best: a loop that does nothing, in one process and in two at once. Meant for
a machine that does nothing else. Bar: 1.7 times in the best pair.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from bench.build import describe_machine
from bench.sampling import sample_raws
from legation.store import to_json

BAR = 1.7
LOOP = "for _ in range(100_000_000): pass"


def main(arguments: Sequence[str] | None = None) -> int:
    """Print a line a pair of builds; 1 where the bar is missed."""
    parser = argparse.ArgumentParser(prog="bench.workers", description=__doc__)
    parser.add_argument("reports", type=Path)
    parser.add_argument("--number", type=int, default=450)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--pairs", type=int, default=2)
    given = parser.parse_args(arguments)
    print(json.dumps(describe_machine() | {"load": round(os.getloadavg()[0], 1)}))
    alone, together = _clock([_loop()]), _clock([_loop(), _loop()])
    print(
        f"a bare loop: {alone:.1f} s in one process, twice as much in two {together:.1f} s: {2 * alone / together:.2f}"
    )
    gains = []
    with tempfile.TemporaryDirectory() as folder:
        inputs = Path(folder) / "in.jsonl"
        raws = sample_raws(given.reports, given.number, given.seed)
        inputs.write_text("".join(to_json(raw) + "\n" for raw in raws), encoding="utf-8")
        print("| reports | one worker, s | two workers, s | times |\n| --- | --- | --- | --- |")
        for pair in range(given.pairs):
            one, two = (_clock([_build(inputs, Path(folder) / f"{pair}-{n}.db", n)]) for n in (1, 2))
            gains.append(one / two)
            print(f"| {len(raws)} | {one:.1f} | {two:.1f} | {gains[-1]:.2f} |", flush=True)
    return int(max(gains) < BAR)


def _loop() -> list[str]:
    return [sys.executable, "-c", LOOP]


def _build(inputs: Path, store: Path, workers: int) -> list[str]:
    return [sys.executable, "-m", "legation", "build", str(inputs), "--store", str(store), "--workers", str(workers)]


def _clock(commands: Sequence[Sequence[str]]) -> float:
    """Seconds by the clock until all have ended that were begun together."""
    start = time.monotonic()
    running = [subprocess.Popen(c, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) for c in commands]
    if any(process.wait() for process in running):
        raise SystemExit(f"a command failed: {commands[0]}")
    return time.monotonic() - start


if __name__ == "__main__":
    raise SystemExit(main())
