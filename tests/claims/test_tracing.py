"""Why a candidate became a claim, or did not."""

from __future__ import annotations

from legation.analysis import explain
from legation.claims.tracing import NO_ANTECEDENT
from tests.claims.builders import read

AT_HOME = "Peru held a vote. The parties of Peru argued for weeks. The army of Peru was quiet. "


def test_a_candidate_names_its_pattern_and_its_claim() -> None:
    analysis = read("Peru and Chile held a phone call on Monday.")
    (trace,) = explain(analysis)
    assert (trace.pattern, trace.event_type, trace.mode) == ("consult.toml:0", "CONSULT", "phone")
    assert trace.claim_id == analysis.claims[0].id
    assert trace.sides == ("Peru", "Chile")


def test_what_is_dropped_says_why() -> None:
    (trace,) = explain(read(AT_HOME + "Peru vowed to lower taxes."))
    assert trace.claim_id is None
    assert trace.reason == "one state only, and no other near"


def test_a_retelling_is_traced_to_the_claim_that_it_joined() -> None:
    analysis = read("Peru and Chile held a phone call on Monday. The call lasted an hour.")
    assert {t.claim_id for t in explain(analysis)} == {analysis.claims[0].id}


def test_every_reason_is_in_words() -> None:
    text = "Talks were long. Peru signed. The ministers of Peru met. Peru accused nobody. The agreement holds."
    assert all(t.claim_id or t.reason for t in explain(read(text)))
    assert NO_ANTECEDENT
