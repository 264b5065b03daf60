"""Packages that only some commands need: loaded when asked for, and missing ones named with what to install."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from legation.errors import UsageError


def load_extra(module: str, extra: str) -> Any:
    """The module, which ``pip install 'legation[extra]'`` brings.

    Raises:
        UsageError: it is not installed.
    """
    try:
        return import_module(module)
    except ImportError:
        package = module.partition(".")[0]
        raise UsageError(f"this needs the package {package}", f"pip install 'legation[{extra}]'") from None
