"""Every row of SEEDS.md has a check that fails once its fact is taken out of the record."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from eval.seeds.checks import CHECKS
from eval.seeds.exported import KINDS, Row, Seeds, build_seeds
from eval.seeds.run import judge
from eval.tasks import DEFAULT_DATA
from legation.exporters import rows
from legation.pipeline import build
from legation.store import Store

SHARED = DEFAULT_DATA.parents[1]
GOLD = SHARED / "gold" / "seeds.json"
MUST_HOLD = (1, 2, 4, 5, 11, 14, 17)


@pytest.fixture(scope="module", params=[False, True], ids=["bare", "dated"])
def seeds(request: pytest.FixtureRequest) -> Seeds:
    if not GOLD.is_file():
        pytest.skip("the seed reports are not beside this checkout")
    return build_seeds(SHARED / "seeds", json.loads(GOLD.read_text(encoding="utf-8")), dated=request.param)


@pytest.mark.parametrize("number", CHECKS)
def test_a_row_is_broken_in_an_empty_record(number: int) -> None:
    gold = {"events": [], "noise": []}
    assert not judge(number, Seeds({kind: [] for kind in KINDS}, gold, dated=False)).ok


@pytest.mark.parametrize("number", MUST_HOLD)
def test_a_row_that_must_hold_holds(seeds: Seeds, number: int) -> None:
    verdict = judge(number, seeds)
    assert verdict.ok, verdict.note


@pytest.mark.parametrize("number", CHECKS)
def test_a_row_that_holds_is_broken_without_what_it_rests_on(seeds: Seeds, number: int) -> None:
    verdict = judge(number, seeds)
    if verdict.ok:
        assert verdict.rests_on
        assert not judge(number, seeds.without(verdict.rests_on)).ok


def test_the_order_of_the_reports_and_a_second_build_change_nothing(tmp_path: Path) -> None:
    if not GOLD.is_file():
        pytest.skip("the seed reports are not beside this checkout")
    reports = sorted((SHARED / "seeds").glob("*.txt"))
    forward, backward = tmp_path / "forward.db", tmp_path / "backward.db"
    build(reports, forward, workers=1)
    build(reports[::-1], backward, workers=1)
    told = exported(forward)
    assert told == exported(backward)
    build(reports[::-1], forward, workers=1)
    assert exported(forward) == told


def exported(path: Path) -> dict[str, list[Row]]:
    with Store(path) as store:
        return {kind: list(rows(kind, store)) for kind in KINDS}
