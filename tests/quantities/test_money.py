from __future__ import annotations

import pytest

from legation.quantities import find_quantities, shared_money


def shared_name(text: str) -> str | None:
    shared = shared_money(find_quantities(text)[0])
    return shared.name if shared is not None else None


@pytest.mark.parametrize("words", ["Rs 3 crore", "3 million rupees", "Rs. 40,000"])
def test_a_bare_rupee_is_of_several_states(words: str) -> None:
    assert shared_name(f"It gave {words} to schools.") == "rupee"


@pytest.mark.parametrize("words", ["PKR 3 crore", "3 million Pakistani rupees", "3 million Nepalese rupees", "₹40,000"])
def test_a_rupee_with_its_state_is_of_one(words: str) -> None:
    assert shared_name(f"It gave {words} to schools.") is None


def test_dinars_are_money_of_nobody_yet() -> None:
    (found,) = find_quantities("It lent 3 million dinars.")
    shared = shared_money(found)
    assert shared is not None
    assert {"KWD", "IQD"} <= {code for code, _ in shared.codes}


@pytest.mark.parametrize(
    ("words", "code"),
    [("C$3 million", "CAD"), ("A$3 million", "AUD"), ("3 million Canadian dollars", "CAD"), ("US$3 million", "USD")],
)
def test_a_dollar_is_of_the_state_that_its_words_tell(words: str, code: str) -> None:
    assert [q.unit for q in find_quantities(f"It lent {words}.")] == [code]
