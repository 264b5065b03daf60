"""CAMEO codes by type, mode, context and status."""

from __future__ import annotations

import pytest

from legation.claims.conversion import cameo_code, load_codes
from legation.event_types import load_event_types
from tests.claims.builders import claims_of


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Peru and Chile held a phone call on Monday.", "041"),
        ("Peru and Chile will hold a phone call next week.", "036"),
        ("Peru praised Chile on Monday.", "051"),
    ],
)
def test_what_is_done_or_planned_has_a_code(text: str, code: str) -> None:
    (claim,) = claims_of(text)
    assert claim.cameo == code


def test_a_context_makes_the_code_narrower() -> None:
    assert cameo_code("AID", None, ("military",), "occurred") == "072"
    assert cameo_code("AID", None, (), "occurred") == "070"


@pytest.mark.parametrize("status", ["negated", "denied", "hypothetical", "called_for"])
def test_what_did_not_happen_has_no_code(status: str) -> None:
    assert cameo_code("CONSULT", "phone", (), status) is None  # type: ignore[arg-type]


def test_the_table_names_only_types_and_modes_that_patterns_tell() -> None:
    types = load_event_types()
    told = {(t.event_type, t.mode or "") for rows in (types.verbs, types.nouns) for ts in rows.values() for t in ts}
    assert {(k[0], k[1]) for k in load_codes() if k[1]} <= told
    assert {k[0] for k in load_codes()} <= set(types.names)
