"""How names are compared: case, accents, hyphens and dots do not count."""

from __future__ import annotations

from difflib import SequenceMatcher
from functools import cache, lru_cache

from legation.knowledge.tables import read_table
from legation.text import fold

_PARTICLES = frozenset(
    {"al", "el", "bin", "ibn", "de", "da", "di", "du", "van", "von", "der", "den", "la", "le", "dos", "ter"}
)
_RESPELT, _RESPELT_FAMILY = 0.8, 0.75  # likeness of two spellings of a given and of a family name
SUFFIXES = frozenset({"jr", "sr"})  # of a child or parent of the same name
_MOST_WORDS = 4  # of a name that is told in two orders


@cache
def name_orders() -> dict[str, str]:
    """For states whose names are given family name first: ``family``, or ``either`` where reports turn them about; and
    ``given`` for those where people are called by their given name.
    """
    return {row[0]: row[1] for row in read_table("people", "name_orders.tsv", columns=2)}


@lru_cache(maxsize=200_000)
def name_form(words: str) -> str:
    """``words`` in the form in which names are looked up.

    Example:
        >>> name_form("Kim Jong-Un") == name_form("KIM Jong Un")
        True
        >>> name_form("U.S.")
        'us'
    """
    form = (
        (words.lower() if words.isascii() else fold(words))
        .replace("-", " ")
        .replace(".", "")
        .replace("'s ", " ")
        .replace("'", "")
    )
    return " ".join(form.split())


def surnames(name: str, state: str | None, given: str = "") -> tuple[str, ...]:
    """The forms under which a person is called by surname alone; the family name first where the state does so.

    Example:
        >>> surnames("Xi Jinping", "CHN")
        ('xi',)
        >>> surnames("Ursula von der Leyen", "DEU")
        ('leyen', 'von der leyen')
    """
    if given:
        last = name_form(name).rpartition(" ")[2]
        alike = SequenceMatcher(None, last, name_form(given)).ratio() >= _RESPELT_FAMILY
        return tuple(dict.fromkeys((name_form(given), last))) if alike else (name_form(given),)
    parts = [name_form(p) for p in name.split()]
    whole = [p for p in parts if p and p not in SUFFIXES | {"ii", "iii"}]
    if not whole:
        return ()
    if len(whole) > 1 and name_orders().get(state or "") == "given":
        return whole[0], whole[-1]
    if len(whole) > 1 and name_orders().get(state or "") == "family":
        return (whole[0],) if state != "VNM" else (whole[0], whole[-1])
    found = [whole[-1]]
    start = len(whole) - 1
    while start > 1 and whole[start - 1] in _PARTICLES:
        start -= 1
    if start < len(whole) - 1:
        found.append(" ".join(whole[start:]))
    return tuple(found)


def other_forms(name: str, state: str | None) -> tuple[str, ...]:
    """Further folded forms of a full name: without initials, and for states whose names are given family name first,
    in the other order and with the given name in one word.

    Example:
        >>> other_forms("Cho Tae-yong", "KOR")
        ('cho taeyong', 'tae yong cho', 'taeyong cho')
        >>> other_forms("John R. Bolton", "USA")
        ('john bolton',)
    """
    words = [name_form(w) for w in name.split()]
    whole = name_form(name)
    plain = words[:1] + [w for w in words[1:] if len(w) > 1]
    found = [" ".join(plain)] if len(plain) > 1 and len(words[0]) > 1 else []
    order = name_orders().get(state or "")
    if order in ("family", "either") and 1 < len(words) <= _MOST_WORDS:
        cuts = [(words[0], words[1:])] + ([(words[-1], words[:-1])] if order == "either" else [])
        for family, rest in cuts:
            given = " ".join(rest)
            joined = given.replace(" ", "")
            found += [f"{family} {given}", f"{family} {joined}", f"{given} {family}", f"{joined} {family}"]
    return tuple(f for f in dict.fromkeys(found) if f != whole)


def is_respelt(name: str, other: str) -> bool:
    """Whether two full names end alike and share a given name in nearly the same letters.

    Example:
        >>> is_respelt("Abdu Mansour Hadi", "Abd Mansur Hadi"), is_respelt("Nawaz Sharif", "Shehbaz Sharif")
        (True, False)
    """
    one, two = name_form(name).split(), name_form(other).split()
    if len(one) < 2 or len(two) < 2 or one[-1] != two[-1]:
        return False
    return any(SequenceMatcher(None, a, b).ratio() >= _RESPELT for a in one[:-1] for b in two[:-1])
