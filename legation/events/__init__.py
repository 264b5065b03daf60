"""Judged claims -> Events with readings, conflicts, corroboration and relations; days that flow back to claims."""

from __future__ import annotations

from legation.events.bounds import bound_weekdays
from legation.events.dating import date_claims, infer_published
from legation.events.fusion import event_id, fuse

__all__ = ["bound_weekdays", "date_claims", "event_id", "fuse", "infer_published"]
