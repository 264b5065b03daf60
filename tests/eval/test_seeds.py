"""Every row of SEEDS.md has a check that fails once its fact is taken out of the record."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from eval.seeds.amounts import judge_amounts
from eval.seeds.checks import CHECKS, of_document, touches
from eval.seeds.disagreements import MOST_OTHERS, tally
from eval.seeds.exported import KINDS, Row, Seeds, build_seeds
from eval.seeds.run import judge
from eval.tasks import DEFAULT_DATA
from legation.exporters import rows
from legation.pipeline import build
from legation.quantities import find_quantities
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


def test_every_amount_of_the_gold_has_its_value_measure_period_and_sides(seeds: Seeds) -> None:
    assert set(judge_amounts(seeds).values()) == {""}


@pytest.mark.parametrize(
    ("change", "wrong"),
    [
        ({"value": 1}, {"E08", "E11", "S01 2024", "S01 2023"}),
        ({"measure": "aid"}, {"E08", "E11", "S01 2024", "S01 2023"}),
        ({"period": "2019"}, {"S01 2024", "S01 2023"}),
        ({"actors": [], "recipients": []}, {"E08", "S01 2024", "S01 2023"}),
        ({"approx": True}, {"E11"}),
    ],
)
def test_an_amount_read_otherwise_is_wrong(seeds: Seeds, change: Row, wrong: set[str]) -> None:
    changed = [q | change for q in seeds.rows["quantities"]]
    found = judge_amounts(Seeds(seeds.rows | {"quantities": changed}, seeds.gold, seeds.dated))
    assert {name for name, words in found.items() if words} == wrong


def test_the_other_direction_of_a_tariff_is_wrong(seeds: Seeds) -> None:
    turned = [q | {"actors": q["recipients"], "recipients": q["actors"]} for q in seeds.rows["quantities"]]
    found = judge_amounts(Seeds(seeds.rows | {"quantities": turned}, seeds.gold, seeds.dated))
    assert [name for name, words in found.items() if words] == ["E08"]


def test_prices_in_the_margin_are_numbers_to_the_reader_and_no_amounts_of_the_record(seeds: Seeds) -> None:
    ticker = next(n for n in seeds.gold["noise"] if "ticker" in n["kind"])
    document = seeds.document(ticker["doc"])
    assert len(find_quantities(document["text"][ticker["start"] : ticker["end"]])) >= 23
    assert not [q for q in seeds.rows["quantities"] if of_document(q, document) and touches(q["evidence"][0], ticker)]


def test_all_eleven_conflicts_are_found(seeds: Seeds) -> None:
    told = tally(seeds)
    assert (len(told.found), told.shown, told.missing) == (11, (), ())
    assert len(told.others) <= MOST_OTHERS


def test_what_agrees_is_no_conflict(seeds: Seeds) -> None:
    assert tally(seeds).false == ()
    disputed = [c for c in seeds.rows["conflicts"] if c["kind"] == "date"]
    year = {**disputed[0], "kind": "value", "readings": [{"value": "7300000000 USD", "claim_ids": []}]}
    rows_then = {**seeds.rows, "conflicts": [*seeds.rows["conflicts"], year]}
    assert len(tally(Seeds(rows_then, seeds.gold, seeds.dated)).false) == 1


def test_a_conflict_taken_out_of_the_record_is_missing(seeds: Seeds) -> None:
    without = {**seeds.rows, "conflicts": [c for c in seeds.rows["conflicts"] if c["kind"] != "date"]}
    assert tally(Seeds(without, seeds.gold, seeds.dated)).missing == ("C1",)


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
