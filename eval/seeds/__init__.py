"""``python -m eval seeds``: whether the record of the five seed reports says what SEEDS.md expects, row by row."""

from __future__ import annotations

from eval.seeds.run import check_seeds

__all__ = ["check_seeds"]
