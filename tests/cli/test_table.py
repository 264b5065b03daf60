from __future__ import annotations

import subprocess
import sys
from importlib import import_module
from pathlib import Path

import legation.cli
from legation.cli.table import TABLE, load_command

FOLDER = Path(legation.cli.__file__).parent


def test_every_command_that_is_written_is_in_the_table() -> None:
    modules = {p.stem: import_module(f"legation.cli.{p.stem}") for p in FOLDER.glob("*.py") if p.stem != "__init__"}
    written = {(c.__name__.rstrip("_"), stem) for stem, m in modules.items() for c in getattr(m, "COMMANDS", ())}
    assert written == {(name, row[0]) for name, row in TABLE.items() if hasattr(modules[row[0]], "COMMANDS")}
    assert all(load_command(name).help for name in TABLE)


def test_the_help_loads_none_of_the_stages() -> None:
    words = "import sys; from legation.cli import app; app(['-h'], standalone_mode=False); print(sorted(sys.modules))"
    done = subprocess.run([sys.executable, "-c", words], capture_output=True, text=True, check=True)
    assert "'typer'" in done.stdout
    assert not [n for n in ("spacy", "numpy", "legation.analysis", "legation.views") if f"'{n}'" in done.stdout]
