"""No pair scores higher than its ceiling, and pairs that the ceiling rules out are below every threshold."""

from __future__ import annotations

from itertools import combinations, product
from math import log

from legation.judgements.ceilings import find_ceiling, find_floor
from legation.judgements.facts import Facts, make_facts
from legation.judgements.pairs import find_rarity
from legation.judgements.scores import Setting, weigh_pair
from legation.judgements.tables import threshold
from legation.records import AgreementMention, Claim, Place
from tests.judgements.builders import ANN, BO, CY, body, claim, on, report, state, weekday

DAYS = (None, on("2031-08-04"), on("2031-08-01", "2031-08-31"), weekday(6))
PARTIES = ((ANN, BO), (ANN, BO, CY), (state("AAA"), state("BBB")), (state("AAA"), body("Alpha Works", "BBB")))
KINDS = (
    {"mode": "meeting", "topics": ("trade",), "place": Place("Alphaville", "BBB")},
    {"mode": "visit", "background": True, "ordinal": 2},
    {"event_type": "AGREE", "mode": "sign", "agreement": AgreementMention("deal", matter=("nuclear",))},
    {"event_type": "REJECT", "mode": None, "status": "planned"},
    {"event_type": "ACCUSE", "mode": None, "quote": "blamed them for the long and costly siege of the harbour"},
)
PUBLISHED = {"a": None, "b": "2031-08-05", "c": "2031-08-06"}


def every_claim() -> list[Claim]:
    return [
        claim(key, when=when, actors=actors, at=" " * number, **kind)  # type: ignore[arg-type]
        for key in PUBLISHED
        for number, (when, actors, kind) in enumerate(product(DAYS, PARTIES, KINDS))
    ]


def every_pair() -> tuple[list[tuple[Facts, Facts]], Setting]:
    facts = make_facts(every_claim(), [report(key, published=day) for key, day in PUBLISHED.items()])
    pairs = [(a, b) for a, b in combinations(facts.values(), 2) if a.family == b.family]
    return pairs, Setting(find_rarity(facts.values()), None)


def test_no_pair_scores_higher_than_its_ceiling() -> None:
    pairs, setting = every_pair()
    for a, b in pairs:
        score = weigh_pair(a, b, setting)[0]
        assert log(score / (1 - score)) <= find_ceiling(a, b) + 1e-9, (a.claim, b.claim)


def test_ceilings_rule_pairs_out_and_let_pairs_through() -> None:
    pairs, setting = every_pair()
    ruled_out = [weigh_pair(a, b, setting)[0] for a, b in pairs if find_ceiling(a, b) < find_floor()]
    assert len(pairs) / 10 < len(ruled_out) < len(pairs)
    assert max(ruled_out) < threshold("unsure")
