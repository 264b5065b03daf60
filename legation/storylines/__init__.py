"""Chains of events, and what reports alone tell of them: which reports are of one story, which days matter in it.

Example:
    >>> group_documents(["Ann Alpha met Bo Beta.", "Bo Beta met Ann Alpha on Monday.", "Floods in the delta."])
    (0, 0, 1)
"""

from __future__ import annotations

from legation.storylines.chains import find_states, make_storylines
from legation.storylines.days import find_tellings, select_days, tell_days
from legation.storylines.stories import group_documents

__all__ = ["find_states", "find_tellings", "group_documents", "make_storylines", "select_days", "tell_days"]
