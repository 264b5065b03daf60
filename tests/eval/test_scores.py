"""What the changelog says of scores is what the gate holds."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from eval.gate import SLACK, read_floors

CHANGELOG = (Path(__file__).resolve().parents[2] / "CHANGELOG.md").read_text(encoding="utf-8")
FIGURE = re.compile(r"(\w+) (\d*\.\d+|\d+)")


def told_figures(task: str) -> dict[str, float]:
    row = next(line for line in CHANGELOG.splitlines() if line.startswith(f"| `{task}` |"))
    return {name: float(value) for name, value in FIGURE.findall(row.split("|")[3])}


@pytest.mark.parametrize("task", sorted(read_floors()))
def test_every_floor_stands_behind_a_figure_in_the_changelog(task: str) -> None:
    told, pinned = told_figures(task), read_floors()[task]
    assert all(told[name] + SLACK >= value for name, value in pinned.get("floors", {}).items())
    assert all(told[name] - SLACK <= value for name, value in pinned.get("ceilings", {}).items())
