"""The compact index: the same as the tables, and found again key by key."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from legation.knowledge.columns import make_column
from legation.knowledge.index import make_index, read_index

words = st.text(st.characters(exclude_characters="\t\n\x1d", exclude_categories=["Cs"]), min_size=1, max_size=6)


def test_the_index_is_made_of_the_tables() -> None:
    assert read_index() == make_index(), "run: python tools/build_index.py"


@given(st.dictionaries(words, words, max_size=30), words)
def test_every_key_is_found_and_no_other(pairs: dict[str, str], other: str) -> None:
    column = make_column(pairs.items())
    assert {key: column.get(key) for key in pairs} == {key: (value,) for key, value in pairs.items()}
    assert (other in column) == (other in pairs)
    assert dict(column.items()) == pairs


def test_a_key_may_have_several_rows() -> None:
    column = make_column([("b", "1"), ("a", "2"), ("b", "0")])
    assert column.get("b") == ("1", "0")
