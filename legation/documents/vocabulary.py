"""The English words of page furniture, from ``languages/en/boilerplate.toml``, compiled once."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from legation.languages.en.calendar import MONTH_NUMBERS

_FIRST = re.compile(r"\w+")
_LEADING = re.compile(r"\W*(\w+)")


@dataclass(frozen=True, slots=True)
class Phrases:
    """A pattern of phrases that is tried only where a first word of one of them stands: most lines hold none.

    ``firsts`` None: some phrase begins with no word, so that it is always tried.
    """

    pattern: re.Pattern[str]
    firsts: frozenset[str] | None

    def match(self, text: str) -> re.Match[str] | None:
        """The phrase that ``text`` begins with."""
        if self.firsts is None or first_word(text) in self.firsts:
            return self.pattern.match(text)
        return None

    def search(self, text: str) -> re.Match[str] | None:
        """The first phrase in ``text``."""
        return self.pattern.search(text) if self.may_stand_in(words_of(text)) else None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """All phrases in ``text``."""
        return self.pattern.finditer(text) if self.may_stand_in(words_of(text)) else iter(())

    def may_stand_in(self, words: frozenset[str]) -> bool:
        """Whether a text of these words can hold one."""
        return self.firsts is None or not self.firsts.isdisjoint(words)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Patterns by kind of furniture: ``starts`` begin a line, ``whole`` are a whole line, ``holds`` stand anywhere."""

    starts: Mapping[str, Phrases]
    whole: Mapping[str, Phrases]
    holds: Mapping[str, Phrases]
    function_words: frozenset[str]
    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    agencies: re.Pattern[str]
    not_places: frozenset[str]
    tense: Mapping[str, frozenset[str]]


@cache
def load_vocabulary() -> Vocabulary:
    """The tables of the package, read once per process."""
    path = files("legation") / "languages" / "en" / "boilerplate.toml"
    tables = tomllib.loads(path.read_text(encoding="utf-8"))
    return Vocabulary(
        starts={kind: _phrases(words, r"(?:{})", end=r"(?!\w)") for kind, words in tables["starts"].items()},
        whole={kind: _phrases(words, r"\W*(?:{})\W*$") for kind, words in tables["whole"].items()},
        holds={
            kind: _phrases(words, r"(?:{})", begin=r"(?<!\w)", end=r"(?!\w)") for kind, words in tables["holds"].items()
        },
        function_words=frozenset(tables["function_words"]["en"]),
        months=MONTH_NUMBERS,
        weekdays={name: number for number, name in enumerate(tables["weekdays"]["names"])},
        not_places=frozenset(tables["not_places"]["names"]),
        tense={kind: frozenset(words) for kind, words in tables["tense"].items()},
        agencies=_pattern(tables["agencies"]["names"], r"(?:{})", begin=r"(?<!\w)", end=r"(?!\w)"),
    )


@lru_cache(maxsize=64)  # every kind of phrase asks for the words of one line in turn
def first_word(text: str) -> str:
    """The first run of letters and figures in ``text``, in lower case; empty where there is none."""
    first = _LEADING.match(text)
    return "" if first is None else first[1].lower()


@lru_cache(maxsize=64)
def words_of(text: str) -> frozenset[str]:
    """The runs of letters and figures in ``text``, in lower case."""
    return frozenset(tokens_of(text))


def tokens_of(text: str) -> list[str]:
    """The runs of letters and figures in ``text`` in order, in lower case."""
    return _FIRST.findall(text.lower())


def _phrases(words: Sequence[str], form: str, begin: str = "", end: str = "") -> Phrases:
    firsts = [_LEADING.match(w) for w in words]
    known = not any(w.startswith("#") or "(c) #" in w for w in words) and None not in firsts
    found = frozenset(m[1].lower() for m in firsts if m is not None) if known else None
    return Phrases(_pattern(words, form, begin, end), found)


def _pattern(words: Sequence[str], form: str, begin: str = "", end: str = "") -> re.Pattern[str]:
    """One pattern of all phrases, longest first; ``#`` stands for a number, a blank for any white space."""
    phrases = sorted(words, key=lambda w: (-len(w), w))
    escaped = (re.escape(w).replace(r"\#", r"[\d,.]+").replace(r"\ ", r"\s+").replace("'", "['’]") for w in phrases)
    return re.compile(begin + form.format("|".join(escaped)) + end, re.IGNORECASE)
