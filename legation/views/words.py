"""Values of the record in words that promise no more than is known."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from legation.languages.en.calendar import MONTHS, WEEKDAYS
from legation.records import Claim, Conflict, Corroboration, Party, Place, Published, Quantity, When
from legation.text import counted

NOT_STATED = "day not stated"
SCALES = ((Decimal(10) ** 12, "trillion"), (Decimal(10) ** 9, "billion"), (Decimal(10) ** 6, "million"))


def when_words(when: When | None) -> str:
    """A day as it is known.

    Example:
        >>> when_words(When(weekday=6, not_before=date(2025, 8, 1)))
        'Saturday, not before 2025-08-01'
    """
    if when is None:
        return NOT_STATED
    days = _days(when)
    bounds = [f"not before {when.not_before}"] if when.not_before and when.first is None else []
    bounds += [f"not after {when.not_after}"] if when.not_after and when.last is None else []
    words = ", ".join([days, *bounds] if days else bounds)
    if not words:
        return f"{NOT_STATED} (“{when.text}”)" if when.text else NOT_STATED
    return f"{words} (inferred)" if when.inferred else words


def told_day(when: When | None) -> str:
    """A day as it is known, with the words that tell it.

    Example:
        >>> told_day(When(date(2025, 8, 4), date(2025, 8, 4), text="on Monday"))
        '2025-08-04 (“on Monday”)'
    """
    words = when_words(when)
    return f"{words} (“{when.text}”)" if when is not None and when.text and when.text not in words else words


def _days(when: When) -> str:
    first, last = when.first, when.last
    if first is None and last is None:
        return WEEKDAYS[when.weekday - 1] if when.weekday else ""
    if first is None or last is None:
        return f"since {first}" if last is None else f"until {last}"
    if first == last:
        return first.isoformat()
    return _period(first, last)


def _period(first: date, last: date) -> str:
    if (first.day, last) == (1, date(first.year, first.month, monthrange(first.year, first.month)[1])):
        return f"{MONTHS[first.month - 1][0]} {first.year}"
    if (first.month, first.day, last.month, last.day, last.year) == (1, 1, 12, 31, first.year):
        return str(first.year)
    if last - first == timedelta(6) and first.weekday() == 0:
        return f"week of {first}"
    return f"{first} to {last}"


def published_words(published: Published) -> str:
    """A publication day and what it rests on, where that is not the metadata."""
    if published.first is None and published.last is None:
        return "publication day unknown"
    words = _days(When(published.first, published.last))
    return words if published.basis == "metadata" else f"{words} ({published.basis})"


def party_words(party: Party, office: bool = False) -> str:
    """``Anna Berg (NOR)`` for a person, ``Norland`` for a state."""
    words = party.name
    if office and party.office:
        words += f", {party.office}"
    return f"{words} ({party.state})" if party.person and party.state else words


def corroboration_words(c: Corroboration) -> str:
    """How many origins an event rests on; what is not attributed is never counted as one.

    Example:
        >>> corroboration_words(Corroboration(1, 1, 0, ("PAK",)))
        '1 origin (PAK) + 1 unattributed'
    """
    sides = f" ({', '.join(c.sides)})" if c.sides else ""
    parts = [f"{counted(c.origins, 'origin')}{sides}"] if c.origins else []
    parts += [f"{c.unattributed} unattributed"] if c.unattributed else []
    parts += [f"{c.background} as background"] if c.background else []
    return " + ".join(parts) or "no origin known"


def amount_words(q: Quantity) -> str:
    """An amount and its unit as normalised: ``around USD 500 million``, ``19 percent``."""
    numbers = [n for n in (q.value, q.low, q.high) if n is not None]
    words = " to ".join(_number(n) for n in numbers) or q.quote
    if q.unit and numbers:
        words = f"{q.unit} {words}" if len(q.unit) == 3 and q.unit.isupper() else f"{words} {q.unit}"
    sign = {"~": "around ", ">": "more than ", "<": "less than ", "up": "up by ", "down": "down by "}.get(q.change, "")
    return ("around " if q.approx and not sign else sign) + words


def is_telling(quantity: Quantity) -> bool:
    """Whether an amount says something in a line of its own: money, a share, or something measured."""
    unit = quantity.unit or ""
    return unit == "percent" or (len(unit) == 3 and unit.isupper()) or quantity.measure is not None


def _number(value: Decimal) -> str:
    for scale, name in SCALES:
        if abs(value) >= scale:
            return f"{(value / scale).normalize():f} {name}"
    return f"{value.normalize():,f}"


def conflict_words(conflict: Conflict, labels: Mapping[str, str] | None = None) -> str:
    """A conflict in one line: its note, and the values where the note does not name them.

    Example:
        >>> conflict_words(Conflict("k", "e", "when", "date", "tension", (Reading("June", ()), Reading("July", ()))))
        'reports differ on the when: June | July'
    """
    note = conflict.note or f"reports differ on the {conflict.field.replace('_', ' ')}"
    values = [(labels or {}).get(r.value, value_words(r.value)) for r in conflict.readings]
    if not values or all(value in note.replace("_", " ") for value in values):
        return note
    return f"{note}: {' | '.join(dict.fromkeys(values))}"


def claim_notes(claim: Claim) -> tuple[str, ...]:
    """What to know of a claim before it is counted: told as background, an opinion, and the slips in its words."""
    notes = [name for name, holds in (("background", claim.background), ("opinion", claim.opinion)) if holds]
    return (*notes, *claim.flags)


def value_words(value: Any) -> str:
    """A reading's value in words."""
    match value:
        case When():
            return when_words(value)
        case Party():
            return party_words(value)
        case Quantity():
            return amount_words(value)
        case Place():
            return value.name
    return str(value).replace("_", " ")
