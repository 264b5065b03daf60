"""A second language is a folder of tables: no English word stands in the code."""

from __future__ import annotations

import ast
import re
import tomllib
from datetime import date
from importlib.resources import files
from pathlib import Path

import pytest

import legation.times
from legation.times import find_times

GERMAN = Path(__file__).parent / "german"
FRIDAY = date(2025, 9, 12)


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("Die Minister trafen sich am 4. August 2025 in Genf.", "4. August 2025", "2025-08-04"),
        ("Sie sprachen am Montag miteinander.", "Montag", "2025-09-08"),
        ("Sie werden am Montag sprechen.", "Montag", "2025-09-15"),
        ("Der Vertrag von März 1918 hielt nicht.", "März 1918", "1918-03"),
        ("Gestern trafen sie ein.", "Gestern", "2025-09-11"),
        ("Sie trafen sich letzte Woche.", "letzte Woche", "2025-W36"),
        ("Die Gespräche endeten vor zwei Wochen.", "vor zwei Wochen", "2025-W35"),
        ("Sie dauerten drei Tage lang.", "drei Tage", "P3D"),
        ("Die Feier am Heiligabend 2024 fiel aus.", "Heiligabend 2024", "2024-12-24"),
    ],
)
def test_german_is_read_with_german_tables(text: str, words: str, value: str) -> None:
    assert [(t.text, t.value) for t in find_times(text, FRIDAY, language=GERMAN)] == [(words, value)]


def test_german_history_goes_on_from_the_day_it_has_reached() -> None:
    text = "Am 19. August 1870 trafen sie sich. Zwei Tage später sprachen sie. Am 3. Dezember war 1870 fast vorbei."
    values = [t.value for t in find_times(text, FRIDAY, language=GERMAN)]
    assert values == ["1870-08-19", "1870-08-21", "1870-12-03", "1870"]


def test_no_time_word_of_english_stands_in_the_code() -> None:
    tables = tomllib.loads(files("legation.languages").joinpath("en", "times.toml").read_text("utf-8"))
    names = ("months", "weekdays", "deictics", "ways", "holidays", "seasons")
    words = {word for name in names for word in tables[name] if len(word) > 3} - {"time"}
    for module in sorted(Path(legation.times.__file__).parent.glob("*.py")):
        for node in ast.walk(ast.parse(module.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and " " not in node.value:
                found = words & set(re.split(r"\W+", node.value))
                assert not found, (module.name, found, node.value)
