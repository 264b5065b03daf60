"""``python -m bench [NAME …] [-o FILE]``: every figure of speed in turn, each beside its reference in the same run.

Each bench is a process of its own and can be run alone, with more reports, as the table at the end says. Prints what
each says as it ends; writes all of it as JSON. 1 if a bench could not run or a bar was missed.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from bench.build import describe_machine

SHARED = Path(__file__).resolve().parents[2] / "shared"
NEWS, STATEMENTS = (str(SHARED / "corpora" / name) for name in ("news.jsonl.gz", "whitehouse.jsonl.gz"))
BENCHES: dict[str, tuple[str, ...]] = {
    "pages": ("bench.pages",),
    "times": ("bench.times", "--documents", "20", "--slow", "0"),
    "mentions": ("bench.mentions",),
    "news": ("bench.build", NEWS, "--number", "60", "--seed", "5"),
    "readouts": ("bench.build", STATEMENTS, "--title", "call", "--number", "40", "--seed", "5"),
    "gate": ("bench.gate", NEWS, "--number", "100"),
    "record": ("bench.events",),
}


@dataclass(frozen=True)
class Outcome:
    """What one bench printed, its exit status (1: a bar missed, or no data) and the seconds that it took."""

    name: str
    command: str
    status: int
    seconds: float
    printed: str


def run(name: str) -> Outcome:
    """One bench in a process of its own."""
    start = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-m", *BENCHES[name]],
        capture_output=True,
        text=True,
        cwd=Path(__file__).parents[1],
        check=False,
    )
    printed = done.stdout.strip() or done.stderr.strip()[-2000:]
    command = " ".join(("python -m", *(Path(word).name if "/" in word else word for word in BENCHES[name])))
    return Outcome(name, command, done.returncode, round(time.monotonic() - start, 1), printed)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the benches that are named, all by default."""
    parser = argparse.ArgumentParser(prog="bench", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"of {', '.join(BENCHES)}; all by default")
    parser.add_argument("-o", "--out", type=Path, default=Path("out/bench.json"), help="where the JSON goes")
    given = parser.parse_args(arguments)
    unknown = [name for name in given.names if name not in BENCHES]
    if unknown:
        parser.error(f"no bench {', '.join(unknown)}; there are {', '.join(BENCHES)}")
    outcomes: list[Outcome] = []
    for name in given.names or BENCHES:
        print(f"== {name}", flush=True)
        outcomes.append(run(name))
        print(outcomes[-1].printed, flush=True)
    given.out.parent.mkdir(parents=True, exist_ok=True)
    told = {"machine": describe_machine(), "benches": [asdict(outcome) for outcome in outcomes]}
    given.out.write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")
    print("\n| bench | command | seconds | |\n| --- | --- | --- | --- |")
    for o in outcomes:
        print(f"| {o.name} | `{o.command}` | {o.seconds:.0f} | {'reached' if o.status == 0 else 'missed'} |")
    print(f"{given.out} has all figures and the machine.")
    return int(any(o.status for o in outcomes))


if __name__ == "__main__":
    raise SystemExit(main())
