"""The house's own rules: who may import whom, how long a function may be, what no file may hold."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "legation"

LEVELS: dict[str, int] = {
    name: level
    for level, names in enumerate(
        [
            ["errors", "plain"],
            ["records", "extras"],
            ["text", "languages"],
            ["knowledge", "event_types", "weights"],
            ["readers", "documents", "sentences"],
            ["times", "quantities"],
            ["mentions"],
            ["attributions", "statuses", "scoring", "gate", "tenures"],
            ["triggers"],
            ["drafts"],
            ["coreference"],
            ["claims"],
            ["analysis"],
            ["origins"],
            ["judgements"],
            ["events"],
            ["agreements", "storylines"],
            ["reconciliation"],
            ["store", "engines"],
            ["views", "fetching"],
            ["exporters"],
            ["pipeline"],
            ["archive"],
            ["api"],
            ["rest", "assistants"],
            ["web"],
            ["cli"],
            ["__main__", "__init__"],
        ]
    )
    for name in names
}
"""Every module of the package, lowest first: a module imports from lower levels, or from its own folder."""

LONGEST_FUNCTION = 60
LONGEST_MODULE = 400
MODULES = sorted(PACKAGE.rglob("*.py"))


def room_of(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported_rooms(tree: ast.AST) -> set[str]:
    names = [n.module for n in ast.walk(tree) if isinstance(n, ast.ImportFrom) and n.module and not n.level]
    names += [a.name for n in ast.walk(tree) if isinstance(n, ast.Import) for a in n.names]
    return {n.split(".")[1] for n in names if n.startswith("legation.")}


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_imports_point_down(path: Path) -> None:
    room = room_of(path)
    assert room in LEVELS, f"{room} has no place in the house: add it to LEVELS where it belongs"
    above = [
        other
        for other in imported_rooms(ast.parse(path.read_text(encoding="utf-8")))
        if other != room and LEVELS[other] >= LEVELS[room]
    ]
    assert not above


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_functions_and_modules_are_short(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    long = [
        f"{node.name} has {node.end_lineno - node.lineno + 1} lines"
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and node.end_lineno is not None
        and node.end_lineno - node.lineno + 1 >= LONGEST_FUNCTION
    ]
    assert not long
    assert text.count("\n") <= LONGEST_MODULE, "a long module becomes a folder of the same name"


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_public_functions_say_what_they_mean(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert ast.get_docstring(tree) or not tree.body, "the module says nothing of itself"
    silent = [
        n.name
        for n in tree.body
        if isinstance(n, ast.FunctionDef | ast.ClassDef) and not n.name.startswith("_") and not ast.get_docstring(n)
    ]
    assert not silent


def test_no_name_of_a_state_or_person_is_in_code() -> None:
    """Names are knowledge, so they are data. Docstrings and language tables may show examples."""
    from legation.knowledge import load_knowledge

    knowledge = load_knowledge()
    names = {a.name for a in knowledge.states.values()} | {p.name for p in knowledge.people.values()}
    names = {n for n in names if len(n) > 5}
    found = []
    for path in MODULES:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        docs = {id(n.value) for n in ast.walk(tree) if isinstance(n, ast.Expr) and isinstance(n.value, ast.Constant)}
        found += [
            f"{path.name}: {node.value}"
            for node in ast.walk(tree)
            if isinstance(node, ast.Constant) and id(node) not in docs and node.value in names
        ]
    assert not found


def test_no_module_is_called_after_nothing() -> None:
    assert not {p.stem for p in MODULES} & {"utils", "helpers", "core", "manager", "common", "misc"}
