"""Task ``published_2023``: as ``published``, other pages."""

from __future__ import annotations

from eval.adapters.published import predict

__all__ = ["predict"]
