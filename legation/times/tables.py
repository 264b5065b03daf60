"""The words and phrase patterns of one language, read from ``languages/<code>/times.toml`` and compiled once."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

_BLANK = r"(?:[^\S\n]+\n?[^\S\n]*|\n[^\S\n]*)"  # at most one line break: never across paragraphs
_NAME = re.compile(r"<([A-Z]+)>")
_PLAIN = re.compile(r"[^\W\d_]{2,}|(?<![^\W\d_\\])(?<!\\)[^\W\d_](?![^\W\d_])")
_LETTERS = re.compile(r"[^\W\d_]+")
_TABLES = {
    "MONTH": "months",
    "WEEKDAY": "weekdays",
    "SEASON": "seasons",
    "DAYPART": "dayparts",
    "UNIT": "units",
    "NUMBER": "numbers",
    "ORDINAL": "ordinals",
    "DECADE": "decades",
    "HOLIDAY": "holidays",
    "REF": "refs",
    "SETWORD": "sets",
    "MODWORD": "mods",
    "YREL": "year_words",
    "WREL": "week_words",
    "DEICTIC": "deictics",
    "ZONE": "zones",
    "CLOCKNAME": "clock_names",
}
_EMPTY: dict[str, Any] = {
    name: {}
    for name in (
        "bounds",
        "doubts",
        "gate",
        "guards",
        "tense",
        "parts",
        "ways",
        "relative",
        "number_words",
        "glue",
        "weekday_sets",
        "daypart_sets",
        "season_sets",
        "dayparts",
        "sets",
        "refs",
        "decades",
    )
}


@dataclass(frozen=True, slots=True)
class Rule:
    """A phrase pattern and the kind of time expression that it finds."""

    kind: str
    pattern: re.Pattern[str]
    needs: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Tables:
    """Word tables by name, compiled rules in their order, and the words that can stand in or must stand in a phrase."""

    words: dict[str, dict[str, Any]]
    rules: tuple[Rule, ...]
    lexicon: frozenset[str]
    triggers: frozenset[str]


@cache
def load_tables(language: str | Path = "en") -> Tables:
    """The tables of a language: a folder under ``legation/languages``, or any folder with a ``times.toml``.

    A table that a language has no words for may be missing.
    """
    folder = language if isinstance(language, Path) else files("legation.languages").joinpath(language)
    data = tomllib.loads(folder.joinpath("times.toml").read_text("utf-8"))
    rules = data.pop("rule")
    data = {name: {} for name in _TABLES.values()} | _EMPTY | data
    blocks = {name: _alternation(data[table]) for name, table in _TABLES.items()} | data.pop("blocks", {})
    needs = {kind: _needed(names, data) for kind, names in data.pop("needs", {}).items()}
    texts = [_expand(rule["pattern"], blocks) for rule in rules]
    compiled = tuple(
        Rule(rule["kind"], re.compile(text.replace(" ", _BLANK), re.IGNORECASE), needs.get(rule["kind"], frozenset()))
        for rule, text in zip(rules, texts, strict=True)
    )
    lexicon = frozenset(word for text in texts for word in _PLAIN.findall(text.lower()))
    return Tables(data, compiled, lexicon, frozenset(_triggers(data)))


def _alternation(table: dict[str, Any]) -> str:
    """The words of a table as one pattern, longest first, either apostrophe."""
    words = sorted(table, key=lambda w: (-len(w), w))
    if not words:
        return "(?!)"
    return "(?:" + "|".join(_word_pattern(w, table) for w in words) + ")"


def _word_pattern(word: str, table: dict[str, Any]) -> str:
    """A word as a pattern; an abbreviation of another word of the same meaning may end in a dot."""
    short = any(w != word and w.startswith(word) and table[w] == table[word] and w != word + "s" for w in table)
    dotted = short and len(word) <= 5 and isinstance(table[word], int)
    return re.escape(word).replace("\\ ", " ").replace("'", "['’]") + r"\b" + (r"\.?" if dotted else "")


def _expand(pattern: str, blocks: dict[str, str]) -> str:
    """``pattern`` with every <NAME> replaced by its block, blocks within blocks included."""
    while _NAME.search(pattern):
        pattern = _NAME.sub(lambda m: blocks[m.group(1)], pattern)
    return pattern


def _needed(names: list[str], data: dict[str, Any]) -> frozenset[str]:
    """The words behind the names of tables; other names are words themselves."""
    return frozenset(word for name in names for word in data.get(name, [name]))


def _triggers(data: dict[str, Any]) -> set[str]:
    names = ("months", "weekdays", "seasons", "dayparts", "units", "decades", "holidays", "refs", "sets")
    words = {part for name in names for key in data[name] for part in _LETTERS.findall(key)}
    words |= {word for word in data["deictics"] if " " not in word}
    return (words | set(data["gate"].get("words", ()))) - set(data["gate"].get("weak", ()))
