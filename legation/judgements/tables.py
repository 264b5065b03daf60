"""The hand-set tables of the room: families, forms, tolerances, weights and thresholds.

Example:
    >>> family_of("CONSULT", "phone"), family_of("SUPPORT", "sign")
    ('contact', 'agreement')
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from legation.text import read_toml

_FILE = Path(__file__).with_name("tables.toml")


@cache
def load_tables() -> dict[str, Any]:
    """The tables as plain dictionaries.

    Raises:
        KnowledgeError: the file is missing or no TOML.
    """
    return read_toml(_FILE)


@cache
def family_of(event_type: str, mode: str | None) -> str:
    """The family in which claims of this type are compared; a type that the table lacks is its own family."""
    families: dict[str, str] = load_tables()["families"]
    return families.get(f"{event_type}/{mode}", families.get(event_type, event_type.lower()))


@cache
def form_of(mode: str | None) -> str | None:
    """``remote``, ``in_person`` or None where the mode does not say."""
    forms: dict[str, str] = load_tables()["forms"]
    return forms.get(mode or "")


@cache
def level_of(family: str) -> str:
    """Which parties must agree: ``people``, ``sides`` or ``roles``."""
    levels: dict[str, str] = load_tables()["levels"]
    return levels.get(family, levels["default"])


@cache
def tolerance_of(family: str) -> int:
    """Days by which two reports of one event of this family may differ."""
    days: dict[str, int] = load_tables()["tolerance_days"]
    return days.get(family, days["default"])


@cache
def weight(feature: str) -> float:
    """The weight of one feature of a pair."""
    return float(load_tables()["weights"][feature])


@cache
def threshold(verdict: str) -> float:
    """The score from which a pair counts as ``same`` or ``unsure``."""
    return float(load_tables()["thresholds"][verdict])
