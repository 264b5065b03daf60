"""The English words of page furniture, from ``languages/en/boilerplate.toml``, compiled once."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Patterns by kind of furniture: ``starts`` begin a line, ``whole`` are a whole line, ``holds`` stand anywhere."""

    starts: Mapping[str, re.Pattern[str]]
    whole: Mapping[str, re.Pattern[str]]
    holds: Mapping[str, re.Pattern[str]]
    function_words: frozenset[str]
    months: Mapping[str, int]
    agencies: re.Pattern[str]
    not_places: frozenset[str]


@cache
def load_vocabulary() -> Vocabulary:
    """The tables of the package, read once per process."""
    path = files("legation") / "languages" / "en" / "boilerplate.toml"
    tables = tomllib.loads(path.read_text(encoding="utf-8"))
    return Vocabulary(
        starts={kind: _pattern(words, r"(?:{})", end=r"(?!\w)") for kind, words in tables["starts"].items()},
        whole={kind: _pattern(words, r"\W*(?:{})\W*$") for kind, words in tables["whole"].items()},
        holds={
            kind: _pattern(words, r"(?:{})", begin=r"(?<!\w)", end=r"(?!\w)") for kind, words in tables["holds"].items()
        },
        function_words=frozenset(tables["function_words"]["en"]),
        months={name: number for number, names in enumerate(tables["months"]["names"], 1) for name in names},
        not_places=frozenset(tables["not_places"]["names"]),
        agencies=_pattern(tables["agencies"]["names"], r"(?:{})", begin=r"(?<!\w)", end=r"(?!\w)"),
    )


def _pattern(words: Sequence[str], form: str, begin: str = "", end: str = "") -> re.Pattern[str]:
    """One pattern of all phrases, longest first; ``#`` stands for a number, a blank for any white space."""
    phrases = sorted(words, key=lambda w: (-len(w), w))
    escaped = (re.escape(w).replace(r"\#", r"[\d,.]+").replace(r"\ ", r"\s+").replace("'", "['’]") for w in phrases)
    return re.compile(begin + form.format("|".join(escaped)) + end, re.IGNORECASE)
