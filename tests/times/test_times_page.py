"""Every example of the guide and of the docstrings is true."""

from __future__ import annotations

import doctest
import importlib
import pkgutil
from pathlib import Path

import legation.times

GUIDE = Path(__file__).parents[2] / "docs" / "times.md"


def test_every_example_of_the_guide_is_true() -> None:
    result = doctest.testfile(str(GUIDE), module_relative=False)
    assert result.attempted > 20
    assert result.failed == 0


def test_every_example_of_the_docstrings_is_true() -> None:
    names = ["legation.times", *(f"legation.times.{m.name}" for m in pkgutil.iter_modules(legation.times.__path__))]
    for name in names:
        assert doctest.testmod(importlib.import_module(name)).failed == 0, name
