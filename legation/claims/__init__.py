"""Sentence + Mentions -> Claims: event type, mode, actors, recipients, status, day, as each report tells them.

Triggers and role frames are data (``data/event_types``); roles are read from dependencies; a bare noun ("the call")
joins the event that the report told before.
"""

from __future__ import annotations

from legation.claims.making import make_claims
from legation.claims.pairs import classify_pair, classify_sentence, quad_of
from legation.claims.tracing import Trace, trace_claims

__all__ = ["Trace", "classify_pair", "classify_sentence", "make_claims", "quad_of", "trace_claims"]
