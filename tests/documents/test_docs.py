from __future__ import annotations

import doctest
from pathlib import Path

from legation.readers import READERS

PAGE = Path(__file__).resolve().parents[2] / "docs" / "reading.md"


def test_the_examples_of_the_page_on_reading_are_true() -> None:
    found = doctest.testfile(str(PAGE), module_relative=False)
    assert (found.failed, found.attempted > 10) == (0, True)


def test_the_page_on_reading_names_every_kind_that_is_read() -> None:
    words = PAGE.read_text(encoding="utf-8")
    assert [suffix for suffix in READERS if f"`{suffix}`" not in words] == []
