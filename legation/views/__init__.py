"""What people read: timeline, dyad, ledger, conflicts, search, show, gaps. Each is a function from a store to rows.

Rows are frozen dataclasses of plain words and ids, the same for a terminal, a page or JSON.
"""

from __future__ import annotations

from legation.views.conflicts import ConflictRow, conflicts
from legation.views.figures import FigureRow, figures
from legation.views.filters import Filters
from legation.views.gaps import GapRow, gaps
from legation.views.ledger import LedgerRow, ledger
from legation.views.search import SearchRow, search
from legation.views.show import ClaimView, DocumentView, EventView, show
from legation.views.sides import sides_told
from legation.views.timeline import EventRow, Fold, Timeline, dyad, fold_timeline, timeline

__all__ = [
    "ClaimView",
    "ConflictRow",
    "DocumentView",
    "EventRow",
    "EventView",
    "FigureRow",
    "Filters",
    "Fold",
    "GapRow",
    "LedgerRow",
    "SearchRow",
    "Timeline",
    "conflicts",
    "dyad",
    "figures",
    "fold_timeline",
    "gaps",
    "ledger",
    "search",
    "show",
    "sides_told",
    "timeline",
]
