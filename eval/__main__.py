"""Run evaluation tasks.

python -m eval TASK... [--data DIR] [--out OUT] [--all]   predict and, where gold is there, score
python -m eval                                           every task present under --data
python -m eval --gate                                    the same, and exit 1 below a floor of eval/floors.json
python -m eval --raise-floors                            pin what was reached, rounded down to hundredths
python -m eval seeds [--show N]                          the rows of SEEDS.md, bare and with metadata
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from eval.gate import find_breaches, moved_floors, raised_floors, read_floors, write_floors
from eval.tasks import SAMPLES, Result, data_folder, present_tasks, run_tasks, tasks_without_adapter


def main(arguments: list[str]) -> int:
    """Command line entry; returns the exit status."""
    options = read_options(arguments)
    if options.tasks == ["seeds"]:
        from eval.seeds import check_seeds

        return check_seeds(data_folder(options.data))
    data = data_folder(options.data)
    tasks = options.tasks or present_tasks(data)
    if not tasks:
        print(f"no task found under {data}: name it with --data or LEGATION_DATA; nothing was scored")
        return 0
    missing = [t for t in tasks if not (data / t / "input.jsonl").is_file()]
    if missing:
        print(f"no input.jsonl for {', '.join(missing)} under {data}", file=sys.stderr)
        return 2
    results = [report(r) for r in run_tasks(tasks, data, options.out, whole=options.all, jobs=options.jobs)]
    if not options.tasks and (unanswered := tasks_without_adapter(data)):
        print(f"no adapter yet: {', '.join(unanswered)}")
    return finish(results, options)


def read_options(arguments: list[str]) -> argparse.Namespace:
    """The parsed command line."""
    parser = argparse.ArgumentParser(
        prog="python -m eval", description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("tasks", nargs="*")
    parser.add_argument("--data", type=Path)
    parser.add_argument("--out", type=Path, default=Path("out"))
    parser.add_argument("--all", action="store_true", help="score every row of the large tasks, not the gate's sample")
    parser.add_argument("--jobs", type=int, default=2, help="tasks at a time (default 2)")
    parser.add_argument("--gate", action="store_true", help="exit 1 when a figure falls below its floor")
    parser.add_argument("--raise-floors", action="store_true", help="pin the figures reached")
    parser.add_argument("--allow-regression", metavar="REASON", help="move floors; say so in CHANGELOG.md")
    return parser.parse_args(arguments)


def report(result: Result) -> Result:
    """Print one task's figures as they come."""
    figures = {k: round(v, 4) if isinstance(v, float) else v for k, v in (result.figures or {}).items()}
    told = json.dumps(figures) if figures else result.error or "no gold here"
    print(f"{result.task} (n={result.n}, {result.seconds:.0f} s): {told}", flush=True)
    return result


def finish(results: list[Result], options: argparse.Namespace) -> int:
    """Compare with the floors, or move them; the floors of sampled tasks say nothing of ``--all``."""
    if options.all:
        results = [r for r in results if r.task not in SAMPLES]
    floors = read_floors()
    breaches = find_breaches(results, floors)
    for line in breaches:
        print(f"BELOW: {line}", file=sys.stderr)
    if options.allow_regression:
        write_floors(moved_floors(results, floors))
        print(f"floors moved: {options.allow_regression}; say so in CHANGELOG.md")
        return 0
    if options.raise_floors:
        write_floors(raised_floors(results, floors))
    below = {b.split(":")[0] for b in breaches}
    unpinned = [r.task for r in results if r.task not in floors and r.task not in below]
    held = len(results) - len(below) - len(unpinned)
    print(f"evaluation: {held} tasks at or above their floors, {len(below)} below, {len(unpinned)} without floors")
    return 1 if breaches and options.gate else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
