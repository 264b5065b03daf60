from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from typer.main import get_command

from legation.cli import app

ROOT = Path(__file__).resolve().parents[2]


def load_writer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("write_command_docs", ROOT / "tools" / "write_command_docs.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def all_commands(command: Any, name: str) -> list[tuple[str, Any]]:
    children = getattr(command, "commands", {})
    return [x for key, c in children.items() for x in all_commands(c, f"{name} {key}")] or [(name, command)]


def test_the_page_of_commands_is_up_to_date() -> None:
    page = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    assert page == load_writer().write_page(), "run: python tools/write_command_docs.py"


@pytest.mark.parametrize(("name", "command"), all_commands(get_command(app), "legation"))
def test_every_command_has_an_example(name: str, command: Any) -> None:
    assert (
        f"    {name} " in f"{command.help} " or f"    {name}\n" in f"{command.help}\n" or f"| {name} " in command.help
    )
