"""Legation: a sourced record of affairs between states, read from news reports."""

from __future__ import annotations

__version__ = "0.1.0"
