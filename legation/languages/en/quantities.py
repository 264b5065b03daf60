"""English words of amounts: numbers, scales, hedges, directions, and the words that tell a number is no amount."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from importlib.resources import files

_TABLE = tomllib.loads((files("legation") / "languages" / "en" / "quantities.toml").read_text(encoding="utf-8"))


def _words(name: str) -> frozenset[str]:
    return frozenset(_TABLE[name].split())


ONES = {word: Decimal(value) for value, word in enumerate(_TABLE["ones"].split())}
TENS = {word: Decimal(10 * value) for value, word in enumerate(_TABLE["tens"].split(), start=2)}
SCALES = {
    "dozen": Decimal(12),
    "hundred": Decimal(100),
    "thousand": Decimal(1_000),
    "lakh": Decimal(100_000),
    "lakhs": Decimal(100_000),
    "lac": Decimal(100_000),
    "million": Decimal(10**6),
    "millions": Decimal(10**6),
    "mil": Decimal(10**6),
    "mln": Decimal(10**6),
    "mn": Decimal(10**6),
    "crore": Decimal(10**7),
    "crores": Decimal(10**7),
    "billion": Decimal(10**9),
    "billions": Decimal(10**9),
    "bln": Decimal(10**9),
    "bn": Decimal(10**9),
    "arab": Decimal(10**9),
    "trillion": Decimal(10**12),
    "tn": Decimal(10**12),
    "trn": Decimal(10**12),
}
"""Scale words; ``lakh crore`` and ``thousand billion`` multiply. "arab" counts only behind ``ARAB_MONEY``."""

SHORT_SCALES = {"k": Decimal(1_000), "m": Decimal(10**6), "b": Decimal(10**9), "t": Decimal(10**12)}
"""One-letter scales: after money at once, else only before what is counted ("35m of its devices")."""

VAGUE = {
    "dozens": (Decimal(12), Decimal(120)),
    "scores": (Decimal(20), Decimal(100)),
    "hundreds": (Decimal(100), Decimal(1_000)),
    "thousands": (Decimal(1_000), Decimal(10_000)),
    "millions": (Decimal(10**6), Decimal(10**7)),
    "billions": (Decimal(10**9), Decimal(10**10)),
}
"""Plural scales without a number name an order of magnitude: its lower and upper end."""

PARTS = {
    "half": Decimal(2),
    "third": Decimal(3),
    "thirds": Decimal(3),
    "quarter": Decimal(4),
    "quarters": Decimal(4),
    "fourth": Decimal(4),
    "fourths": Decimal(4),
    "fifth": Decimal(5),
    "fifths": Decimal(5),
    "sixth": Decimal(6),
    "eighth": Decimal(8),
    "tenth": Decimal(10),
    "tenths": Decimal(10),
}
GROUPS = {"dozen": Decimal(12)}

HEDGES: dict[tuple[str, ...], str] = {
    tuple(phrase.split()): sign for sign, phrases in _TABLE["hedges"].items() for phrase in phrases
}
"""Words right before an amount that make it rounded (~), a lower bound (>) or an upper bound (<)."""

LONGEST_HEDGE = max(len(words) for words in HEDGES)
IRREGULAR: dict[str, str] = _TABLE["irregular"]
PER_NAMES: dict[str, str] = _TABLE["per_names"]
RISES = _words("rises")
FALLS = _words("falls")
YEAR_CUES = _words("year_cues")
AGO = _words("ago")
PER_WORDS = _words("per_words")
BREAKS = _words("breaks")
NOT_COUNTED = _words("not_counted")
NAME_NO_SIGN = _words("name_no_sign")
BARE_CUES = _words("bare_cues")
ARAB_MONEY = frozenset(_TABLE["arab_money"].split())
HALF_OF_TIME = _words("half_of_time")
NAME_HEADS = _words("name_heads")
FILLERS = _words("fillers")
CODES_LIKE_WORDS = _words("codes_like_words")
