"""Events and amounts -> the ledger of agreements, what was promised, and what the record does not say.

Example:
    >>> make_agreements((), (), ())
    ()
"""

from __future__ import annotations

from legation.agreements.commitments import make_commitments
from legation.agreements.gaps import Gap, find_gaps
from legation.agreements.ledger import make_agreements

__all__ = ["Gap", "find_gaps", "make_agreements", "make_commitments"]
