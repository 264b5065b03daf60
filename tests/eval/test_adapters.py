"""Adapters hold no model, rule or word list of their own."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from eval.gate import find_breaches
from eval.tasks import Result, adapter_names

ADAPTERS = Path(__file__).resolve().parents[2] / "eval" / "adapters"
ALLOWED = {
    "__future__",
    "collections",
    "dataclasses",
    "datetime",
    "decimal",
    "gzip",
    "itertools",
    "json",
    "legation",
    "pathlib",
    "tempfile",
    "typing",
}


@pytest.mark.parametrize("task", adapter_names())
def test_an_adapter_imports_only_public_functions_of_the_package(task: str) -> None:
    tree = ast.parse((ADAPTERS / f"{task}.py").read_text(encoding="utf-8"))
    modules = [n.module or "" for n in ast.walk(tree) if isinstance(n, ast.ImportFrom)]
    modules += [a.name for n in ast.walk(tree) if isinstance(n, ast.Import) for a in n.names]
    assert not {m.split(".")[0] for m in modules} - ALLOWED
    private = [a.name for n in ast.walk(tree) if isinstance(n, ast.ImportFrom) for a in n.names if a.name[0] == "_"]
    assert not private or private == ["annotations"]


@pytest.mark.parametrize("task", adapter_names())
def test_an_adapter_has_no_word_list(task: str) -> None:
    tree = ast.parse((ADAPTERS / f"{task}.py").read_text(encoding="utf-8"))
    lists = [n for n in ast.walk(tree) if isinstance(n, ast.List | ast.Set | ast.Tuple | ast.Dict)]
    words = [n for n in lists if sum(isinstance(e, ast.Constant) for e in ast.iter_child_nodes(n)) > 12]
    assert not words


def test_a_figure_below_its_floor_is_a_breach() -> None:
    result = Result("times", 1, 0.0, {"value_f1": 0.5, "errors": 3})
    floors = {"times": {"floors": {"value_f1": 0.6}, "ceilings": {"errors": 2}}}
    assert len(find_breaches([result], floors)) == 2
    assert not find_breaches([result], {"times": {"floors": {"value_f1": 0.5}}})
