"""Pairs judged block by block on an engine are judged as in one process."""

from __future__ import annotations

import random
from datetime import date, timedelta

import pytest

from legation.archive import judging
from legation.archive.judging import judge_blocks, judge_in_blocks, pack_blocks
from legation.engines import make_engine
from legation.judgements import Facts, judge_facts, make_facts
from legation.judgements.blocking import find_pairs, pairs_within
from legation.judgements.pairs import find_rarity
from legation.records import Party
from tests.judgements.builders import ANN, BO, CY, claim, on, report, state

SIDES = (ANN, BO, CY, state("AAA"), state("BBB"), state("DDD"))


@pytest.fixture(scope="module")
def facts() -> dict[str, Facts]:
    """Of sixty reports of one spring that tell one, two or three events each, some of them without a day."""
    chance = random.Random(20)
    documents, claims = [], []
    for number in range(60):
        day = date(2025, 3, 1) + timedelta(days=chance.randrange(50))
        key = f"r{number:02}"
        documents.append(report(key, published=day.isoformat() if number % 9 else None))
        for told in range(chance.randint(1, 3)):
            when = on((day - timedelta(days=chance.randrange(4))).isoformat()) if chance.random() < 0.7 else None
            sides: tuple[Party, ...] = tuple(chance.sample(SIDES, chance.randint(1, 4)))
            kind = chance.choice([("CONSULT", "phone"), ("CONSULT", "meeting"), ("AGREE", None), ("THREATEN", None)])
            claims.append(claim(key, *kind, when=when, at="." * (told * 20), actors=sides[:2], recipients=sides[2:]))
    return make_facts(claims, documents)


def test_blocks_are_judged_as_one_process_judges_them(facts: dict[str, Facts]) -> None:
    found = judge_in_blocks(facts, make_engine("local", 1))
    assert found == judge_facts(facts)
    assert {j.verdict for j in found} == {"same", "unsure", "different"}


@pytest.mark.parametrize("engine", ["local", "daft"])
def test_two_workers_judge_as_one(engine: str, facts: dict[str, Facts], monkeypatch: pytest.MonkeyPatch) -> None:
    if engine == "daft":
        pytest.importorskip("daft", reason='the extra "scale" is not installed')
    monkeypatch.setattr(judging, "PAIRS_TOGETHER", 100)
    assert judge_in_blocks(facts, make_engine(engine, 2)) == judge_facts(facts)


def test_every_pair_that_is_compared_meets_in_a_block_that_travels(facts: dict[str, Facts]) -> None:
    blocks = pack_blocks(facts, find_rarity(facts.values()))
    met = {pair for b in blocks for pair in pairs_within(b.block, b.keys, facts)}
    assert sorted(met) == list(find_pairs(facts))


def test_the_order_of_blocks_changes_no_judgement(facts: dict[str, Facts]) -> None:
    blocks = list(pack_blocks(facts, find_rarity(facts.values())))
    assert judge_blocks(blocks) == judge_blocks(blocks[::-1])
