"""Judged claims -> Events with readings, conflicts, corroboration and relations; days that flow back to claims."""

from __future__ import annotations

from legation.events.acceptance import ACCEPT, accept_readings, accepted, find_choices
from legation.events.bounds import bound_weekdays
from legation.events.dating import date_claims, infer_published
from legation.events.fusion import event_id, fuse

__all__ = [
    "ACCEPT",
    "accept_readings",
    "accepted",
    "bound_weekdays",
    "date_claims",
    "event_id",
    "find_choices",
    "fuse",
    "infer_published",
]
