from __future__ import annotations

import pytest

from legation.cli.building import named_fields
from legation.errors import UsageError


def test_fields_are_named_one_by_one() -> None:
    assert named_fields("body", ["published = date", "Title=post.head"]) == {
        "text": "body",
        "published": "date",
        "title": "post.head",
    }
    assert named_fields(None, []) == {}


@pytest.mark.parametrize("pair", ["date", "=date", "published="])
def test_a_pair_without_both_names_is_refused(pair: str) -> None:
    with pytest.raises(UsageError, match="OURS=NAME"):
        named_fields(None, [pair])
