"""Write into docs/knowledge.md for how many states and people each kind of office is known, by decade.

python -m tools.write_coverage            write the table between its two marks
python -m tools.write_coverage --check    exit 1 if it is not up to date
"""

from __future__ import annotations

import csv
import gzip
import sys
from collections import defaultdict
from pathlib import Path

from legation.knowledge import load_knowledge
from tools.build_knowledge.facts import DATA

PAGE = Path(__file__).resolve().parents[1] / "docs" / "knowledge.md"
BEGIN, END = "<!-- coverage: python -m tools.write_coverage -->", "<!-- end of coverage -->"
DECADES = (1990, 2000, 2010, 2020)
KINDS = {
    "head of state": ("president", "monarch", "supreme_leader"),
    "head of government": ("prime_minister",),
    "foreign minister": ("foreign_minister",),
    "defence minister": ("defence_minister",),
    "finance minister": ("finance_minister",),
    "trade minister": ("trade_minister",),
    "interior minister": ("interior_minister",),
    "head of all forces": ("defence_chief",),
    "army chief": ("army_chief",),
    "ambassador to Washington": (
        "ambassador_to_the_united_states",
        "ambassador_to_the_united_states_of_america",
    ),
    "spokesperson": ("spokesperson", "foreign_spokesperson"),
}
Held = dict[tuple[str, int], set[tuple[str, str]]]  # (kind, decade) -> state and person


def count_holders() -> Held:
    """Who of which state begins or holds an office of a kind in a decade; an open term reaches to its check."""
    states, kind_of = load_knowledge().states, {role: kind for kind, roles in KINDS.items() for role in roles}
    found: Held = defaultdict(set)
    lines = gzip.decompress((DATA / "offices" / "tenures.tsv.gz").read_bytes()).decode("utf-8").splitlines()[1:]
    for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
        state, _, role = row["office"].partition(":")
        if role not in kind_of or state not in states or not row["first"]:
            continue
        first, last = int(row["first"][:4]), int((row["last"] or row["checked"] or row["first"])[:4])
        for decade in DECADES:
            if first < decade + 10 and last >= decade:
                found[kind_of[role], decade].add((state, row["person"]))
    return found


def write_table() -> str:
    """A row a kind: holders and, in brackets, states in each decade."""
    held = count_holders()
    head = "| office | " + " | ".join(f"{d}s" for d in DECADES) + " |"
    lines = [BEGIN, head, "| --- |" + " --- |" * len(DECADES)]
    for kind in KINDS:
        cells = (f"{len(held[kind, d])} ({len({s for s, _ in held[kind, d]})})" for d in DECADES)
        lines.append(f"| {kind} | {' | '.join(cells)} |")
    return "\n".join([*lines, END])


def main() -> int:
    """Write, or check."""
    page = PAGE.read_text(encoding="utf-8")
    before, rest = page.split(BEGIN)
    written = before + write_table() + rest.split(END)[1]
    if "--check" in sys.argv:
        return int(written != page)
    PAGE.write_text(written, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
