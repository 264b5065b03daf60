"""Names of months and days, the one home of both; ``calendar`` of the standard library follows the user's locale."""

from __future__ import annotations

from typing import Final

MONTHS: Final = (
    ("January", "Jan"),
    ("February", "Feb"),
    ("March", "Mar"),
    ("April", "Apr"),
    ("May",),
    ("June", "Jun"),
    ("July", "Jul"),
    ("August", "Aug"),
    ("September", "Sep", "Sept"),
    ("October", "Oct"),
    ("November", "Nov"),
    ("December", "Dec"),
)
"""Each month's name, then its short forms."""

WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

MONTH_NUMBERS: Final = {name.lower(): number for number, names in enumerate(MONTHS, 1) for name in names}
"""Name or short form in lower case -> 1 to 12."""
