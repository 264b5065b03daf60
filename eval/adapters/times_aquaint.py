"""The ``times_aquaint`` task: the same prediction as ``times``."""

from __future__ import annotations

from eval.adapters.times import predict

__all__ = ["predict"]
