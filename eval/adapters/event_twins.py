"""event_twins: as coreference, on news of other origin."""

from __future__ import annotations

from eval.adapters.coreference import predict

__all__ = ["predict"]
