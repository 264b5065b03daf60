"""Number words and the TIMEX3 values of lengths."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType

DOZEN = 12
_LETTER = {"D": "D", "W": "W", "WE": "WE", "M": "M", "Q": "Q", "Y": "Y", "E": "E", "C": "C"}


def number_of(
    words: str, numbers: Mapping[str, float], kinds: Mapping[str, Sequence[str]] = MappingProxyType({})
) -> float | None:
    """The number that digits or words say; None for vague words.

    ``kinds`` lists words that ``skip`` nothing is lost without, that are ``vague``, and ``articles`` before a number.

    Example:
        >>> number_of("twenty-four", {"twenty": 20, "four": 4})
        24
        >>> number_of("several", {}) is None
        True
    """
    words = words.strip()
    digits = re.fullmatch(r"(\d[\d,]*(?:\.\d+)?)((?:[ -]1/2|½)?)", words)
    if digits:
        return float(digits[1].replace(",", "")) + (0.5 if digits[2] else 0)
    total, current, seen = 0.0, 0.0, False
    parts = [part for part in re.split(r"[ -]+", words) if part not in kinds.get("skip", ())]
    if not set(parts).isdisjoint(kinds.get("vague", ())):
        return None
    if parts and numbers.get(parts[0]) == 0.5:
        parts = parts[:1]
    if len(parts) > 1 and parts[0] in kinds.get("articles", ()):
        parts = parts[1:] if numbers.get(parts[1], 1) != 1 else parts
    for part in parts:
        if part not in numbers:
            return None
        value, seen = numbers[part], True
        if value in (100, DOZEN) and current:
            current *= value
        elif value == 1000:
            total, current = total + max(current, 1) * 1000, 0
        else:
            current += value
    result = total + current
    return (int(result) if result == int(result) else result) if seen else None


def duration_value(count: float | None, unit: str) -> str:
    """The TIMEX3 value of ``count`` units; X for a number that is not told.

    Example:
        >>> duration_value(2, "W"), duration_value(None, "D"), duration_value(0.5, "TH")
        ('P2W', 'PXD', 'PT30M')
    """
    if unit == "F":
        unit, count = "W", None if count is None else count * 2
    if unit.startswith("T"):
        return _clock_length(count, unit[1])
    if unit == "E" and count is not None and count > 1:
        unit, count = "Y", count * 10
    if count is None:
        return f"PX{_LETTER[unit]}"
    if unit in ("E", "C") and count != int(count):
        unit, count = "Y", count * (10 if unit == "E" else 100)
    whole, rest = int(count), count - int(count)
    if rest and unit == "Y" and rest * 12 == int(rest * 12):
        return "P" + (f"{whole}Y" if whole else "") + f"{int(rest * 12)}M"
    number = str(whole) if not rest else f"{count:g}"
    return f"P{number}{_LETTER[unit]}"


def _clock_length(count: float | None, letter: str) -> str:
    if count is None:
        return f"PTX{letter}"
    whole, rest = int(count), count - int(count)
    finer = {"H": "M", "M": "S"}.get(letter)
    if rest and finer and rest * 60 == int(rest * 60):
        return "PT" + (f"{whole}{letter}" if whole else "") + f"{int(rest * 60)}{finer}"
    return f"PT{whole if not rest else format(count, 'g')}{letter}"
