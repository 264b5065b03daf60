"""Adapters hold no model, rule or word list of their own."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from eval.__main__ import main
from eval.gate import find_breaches, moved_floors, raised_floors, read_floors
from eval.tasks import Result, adapter_names, run_tasks

ADAPTERS = Path(__file__).resolve().parents[2] / "eval" / "adapters"
ALLOWED = {
    "__future__",
    "collections",
    "contextlib",
    "dataclasses",
    "datetime",
    "decimal",
    "gzip",
    "itertools",
    "json",
    "legation",
    "operator",
    "pathlib",
    "tempfile",
    "typing",
}


@pytest.mark.parametrize("task", adapter_names())
def test_an_adapter_imports_only_public_functions_of_the_package(task: str) -> None:
    tree = ast.parse((ADAPTERS / f"{task}.py").read_text(encoding="utf-8"))
    modules = [n.module or "" for n in ast.walk(tree) if isinstance(n, ast.ImportFrom)]
    modules += [a.name for n in ast.walk(tree) if isinstance(n, ast.Import) for a in n.names]
    of_our_own = {"eval.folds", *(f"eval.adapters.{name}" for name in adapter_names())}
    assert not {m.split(".")[0] for m in modules if m not in of_our_own} - ALLOWED
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


def test_raised_floors_are_the_figures_reached_and_never_lower() -> None:
    result = Result("times", 1, 0.0, {"strict_f1": 0.9191, "relaxed_f1": 0.9489, "value_f1": 0.8319, "missing": 0})
    assert raised_floors([result], {})["times"] == {"floors": {"strict_f1": 0.91, "relaxed_f1": 0.94, "value_f1": 0.83}}
    assert raised_floors([result], {"times": {"floors": {"value_f1": 0.9}}})["times"]["floors"]["value_f1"] == 0.9


def test_ceilings_only_come_down() -> None:
    result = Result("record", 1, 0.0, {"twin_wrong_merges": 1, "own_date_wrong": 0.021})
    reached = raised_floors([result], {"record": {"ceilings": {"twin_wrong_merges": 0.0}}})["record"]["ceilings"]
    assert reached == {"twin_wrong_merges": 0.0, "own_date_wrong": 0.03}


def test_floors_move_down_only_when_asked_to() -> None:
    result = Result("plaintext", 1, 0.0, {"f1": 0.8})
    assert moved_floors([result], {"plaintext": {"floors": {"f1": 0.9}}})["plaintext"]["floors"]["f1"] == 0.8


def test_a_task_that_fails_is_a_breach_and_stops_no_other(tmp_path: Path) -> None:
    (tmp_path / "actors").mkdir()
    (tmp_path / "actors" / "input.jsonl").write_text("{}\n", encoding="utf-8")
    (result,) = run_tasks(["actors"], tmp_path, tmp_path, jobs=1)
    assert str(result.error).startswith("KeyError")
    assert find_breaches([result], {})


def test_without_data_nothing_is_scored_and_nothing_fails(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--gate", "--data", str(tmp_path)]) == 0
    assert "nothing was scored" in capsys.readouterr().out


def test_every_pinned_task_has_an_adapter() -> None:
    assert set(read_floors()) <= set(adapter_names())
