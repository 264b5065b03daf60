"""Lines of a terminal page."""

from __future__ import annotations

from rich.cells import cell_len

from legation.cli.output import _NARROW


def test_letters_whose_width_is_not_asked_are_one_cell_wide() -> None:
    narrow = [chr(code) for code in range(0x3000) if _NARROW.fullmatch(chr(code))]
    assert {"a", "é", "”", "—", "€"} <= set(narrow)
    assert {character for character in narrow if cell_len(character) != 1} == set()
