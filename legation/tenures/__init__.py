"""What reports say of who held which office: evidence of a tenure, and where it goes against the knowledge.

Example:
    >>> [(t.person, t.office_id, t.first, t.last) for t in learn_tenures(told, load_knowledge())]  # doctest: +SKIP
    [('Erik Dahl', 'NOR:foreign_minister', date(2026, 1, 14), date(2026, 3, 2))]
"""

from __future__ import annotations

from legation.tenures.attesting import Attestation, find_attestations
from legation.tenures.flags import flag_offices
from legation.tenures.learning import Learnt, learn_tenures
from legation.tenures.writing import write_learnt

__all__ = ["Attestation", "Learnt", "find_attestations", "flag_offices", "learn_tenures", "write_learnt"]
