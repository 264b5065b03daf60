"""Task ``articles_2023``: as ``articles``, other pages."""

from __future__ import annotations

from eval.adapters.articles import predict

__all__ = ["predict"]
