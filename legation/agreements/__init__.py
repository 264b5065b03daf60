"""Events and amounts -> the ledger of agreements and figures, what was promised, and what the record does not say.

Example:
    >>> make_agreements((), (), ())
    ()
"""

from __future__ import annotations

from legation.agreements.commitments import make_commitments
from legation.agreements.figures import Figure, make_figures
from legation.agreements.gaps import Gap, find_gaps
from legation.agreements.ledger import make_agreements

__all__ = ["Figure", "Gap", "find_gaps", "make_agreements", "make_commitments", "make_figures"]
