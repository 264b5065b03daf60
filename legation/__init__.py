"""Legation: a sourced record of affairs between states, read from news reports.

The names below are loaded when first used, so that ``import legation`` costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from legation.analysis import analyse
    from legation.api import open
    from legation.documents import make_document
    from legation.errors import LegationError
    from legation.exporters import rows
    from legation.knowledge import load_knowledge
    from legation.pipeline import build, forget, judge, rebuild, undo
    from legation.readers import read_inputs
    from legation.reconciliation import reconcile
    from legation.records import RawDocument
    from legation.store import Store

__version__ = "0.1.0"

__all__ = [
    "LegationError",
    "RawDocument",
    "Store",
    "analyse",
    "build",
    "forget",
    "judge",
    "load_knowledge",
    "make_document",
    "open",
    "read_inputs",
    "rebuild",
    "reconcile",
    "rows",
    "undo",
]

_HOMES = {
    "LegationError": "errors",
    "RawDocument": "records",
    "Store": "store",
    "analyse": "analysis",
    "build": "pipeline",
    "forget": "pipeline",
    "judge": "pipeline",
    "load_knowledge": "knowledge",
    "make_document": "documents",
    "open": "api",
    "read_inputs": "readers",
    "rebuild": "pipeline",
    "reconcile": "reconciliation",
    "rows": "exporters",
    "undo": "pipeline",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'legation' has no attribute {name!r}")
    return getattr(import_module(f"legation.{_HOMES[name]}"), name)
