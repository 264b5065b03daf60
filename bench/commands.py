"""``python -m bench.commands STORE``: what the command line costs, from its start to its last line.

Each command runs several times in processes of its own, in turn with a Python that does nothing; the least CPU seconds
of each are printed. Bars, for a store of 8,000 reports: ``timeline`` below 1 s, ``--help`` below 0.3 s.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from bench.build import describe_machine

BARE = ("-c", "pass")
BARS = {"--help": 0.3, "timeline": 1.0}


def main(arguments: Sequence[str] | None = None) -> int:
    """Print a line a command; 1 where a bar is missed."""
    parser = argparse.ArgumentParser(prog="bench.commands", description=__doc__)
    parser.add_argument("store", type=Path)
    parser.add_argument("--runs", type=int, default=8)
    given = parser.parse_args(arguments)
    store = ("--store", str(given.store))
    commands = {
        "python": BARE,
        "--help": ("-m", "legation", "--help"),
        "timeline": ("-m", "legation", "timeline", *store),
        "conflicts": ("-m", "legation", "conflicts", *store),
        "ledger": ("-m", "legation", "ledger", *store),
        "search": ("-m", "legation", "search", "tariff", *store),
    }
    least = dict.fromkeys(commands, float("inf"))
    for _ in range(given.runs):
        for name, words in commands.items():
            least[name] = min(least[name], _seconds(words))
    print(json.dumps(describe_machine()))
    print("| command | least CPU s | bar |\n| --- | --- | --- |")
    for name, seconds in least.items():
        print(f"| {name} | {seconds:.2f} | {BARS.get(name, '')} |")
    return int(any(least[name] >= bar for name, bar in BARS.items()))


def _seconds(words: Sequence[str]) -> float:
    """CPU seconds of one Python with these words."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, *words], stdout=subprocess.DEVNULL, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


if __name__ == "__main__":
    raise SystemExit(main())
