"""Claim x Claim -> same, different or unsure, with reasons; and the constrained clustering of what is the same.

Example:
    a call "on August 4, 2025" and one "on Saturday" between the same ministers: ``different``, because
    "the days cannot be the same: 'August 4, 2025' (2025-08-04, a Monday); 'on Saturday' (a Saturday)"
"""

from __future__ import annotations

from legation.judgements.clustering import cluster
from legation.judgements.facts import Facts, make_facts
from legation.judgements.pairs import Rule, judge_facts, judge_pairs
from legation.judgements.vetoes import find_veto

__all__ = ["Facts", "Rule", "cluster", "find_veto", "judge_facts", "judge_pairs", "make_facts"]
