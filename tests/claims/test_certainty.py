"""A claim's score: how likely readers would find it right in all."""

from __future__ import annotations

from legation.claims.certainty import LEAST, MOST, comment_score
from tests.claims.builders import claims_of


def test_a_meeting_told_outright_is_surer_than_a_deal_only_hoped_for() -> None:
    (met,) = claims_of("Peru's president met Chile's president in Lima on Friday.", "CONSULT")
    (hoped,) = claims_of("Peru and Chile could reach a deal one day, they said.", "AGREE")
    assert LEAST <= hoped.score < met.score <= MOST


def test_no_claim_is_certain() -> None:
    claims = claims_of("Peru imposed tariffs on Chile. Chile condemned Peru. The two sides held talks in Lima.")
    assert claims
    assert all(0 < c.score < 1 for c in claims)
    assert 0 < comment_score() < 1
