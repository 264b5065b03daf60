"""Who is who on a day: states, people, offices and who held them, organisations, places; read from ``legation/data``.

Example:
    >>> [a.name for a in load_knowledge().holders("USA:foreign_minister", date(2019, 5, 1))]
    ['Mike Pompeo']
"""

from __future__ import annotations

from datetime import date
from functools import cache

from legation.knowledge.base import Knowledge
from legation.knowledge.names import name_form

__all__ = ["Knowledge", "date", "load_knowledge", "name_form"]


@cache
def load_knowledge() -> Knowledge:
    """The knowledge of the package, one per process; tables are read when first asked for."""
    return Knowledge()
