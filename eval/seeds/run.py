"""Print the nineteen rows of SEEDS.md, bare and with metadata, ok or broken, with the ids that each rests on."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from eval.seeds.amounts import judge_amounts
from eval.seeds.checks import CHECKS, Verdict
from eval.seeds.disagreements import tally
from eval.seeds.exported import Seeds, build_seeds


def check_seeds(data: Path) -> int:
    """Build both records and print every row; exit status 0 when the seeds are there, else 2."""
    shared = data.parents[1]
    folder, gold_file = shared / "seeds", shared / "gold" / "seeds.json"
    if not gold_file.is_file():
        print(f"no gold/seeds.json beside {data}: name the data with LEGATION_DATA", file=sys.stderr)
        return 2
    gold = json.loads(gold_file.read_text(encoding="utf-8"))
    for dated in (False, True):
        seeds = build_seeds(folder, gold, dated=dated)
        print(f"\n== seeds, {'with metadata' if dated else 'bare'} ==")
        held = [print_row(number, judge(number, seeds)) for number in CHECKS]
        print(f"{sum(held)} of {len(held)} rows hold")
        print(tally(seeds).line())
        print_amounts(judge_amounts(seeds))
    return 0


def print_amounts(found: dict[str, str]) -> None:
    """How many amounts of the gold are read right, and what is wrong with the others."""
    wrong = {name: words for name, words in found.items() if words}
    print(f"{len(found) - len(wrong)} of {len(found)} amounts right")
    for name, words in wrong.items():
        print(f"   {name}: {words}")


def judge(number: int, seeds: Seeds) -> Verdict:
    """One row's verdict; a check that trips over missing rows is broken, not an error."""
    try:
        return CHECKS[number](seeds)
    except (KeyError, IndexError, StopIteration, TypeError) as error:
        return Verdict(False, f"nothing to look at ({type(error).__name__}: {error})")


def print_row(number: int, verdict: Verdict) -> bool:
    """One line: number, ok or broken, what was found, the first ids."""
    ids = ", ".join(sorted(verdict.rests_on)[:6])
    print(f"{number:>2} {'ok    ' if verdict.ok else 'BROKEN'} {verdict.note}{f'  [{ids}]' if ids else ''}")
    return verdict.ok
