"""How names are compared: case, accents, hyphens and dots do not count."""

from __future__ import annotations

from difflib import SequenceMatcher
from functools import lru_cache

from legation.text import fold

_PARTICLES = frozenset(
    {"al", "el", "bin", "ibn", "de", "da", "di", "du", "van", "von", "der", "den", "la", "le", "dos", "ter"}
)
_RESPELT, _RESPELT_FAMILY = 0.8, 0.75  # likeness of two spellings of a given and of a family name
FAMILY_FIRST = frozenset({"CHN", "TWN", "KOR", "PRK", "SGP", "HKG", "MAC", "KHM", "VNM"})


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
    whole = [p for p in parts if p and p not in ("jr", "sr", "ii", "iii")]
    if not whole:
        return ()
    if state in FAMILY_FIRST and len(whole) > 1:
        return (whole[0],) if state != "VNM" else (whole[0], whole[-1])
    found = [whole[-1]]
    start = len(whole) - 1
    while start > 1 and whole[start - 1] in _PARTICLES:
        start -= 1
    if start < len(whole) - 1:
        found.append(" ".join(whole[start:]))
    return tuple(found)


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
