"""Write docs/commands.md from the command line itself.

python tools/write_command_docs.py            write the page
python tools/write_command_docs.py --check    exit 1 if it is not up to date
"""

from __future__ import annotations

import inspect
import sys
from pathlib import Path
from typing import Any

from typer.main import get_command

from legation.cli import app

PAGE = Path(__file__).resolve().parents[1] / "docs" / "commands.md"
HEAD = """# Commands

Written by `python tools/write_command_docs.py` from the command line itself; a test fails when it lags.
Exit code 0: done (failed reports are counted on standard error). 1: nothing could be done. 2: wrong usage.
"""


def write_page() -> str:
    """The whole page: every command in the order of ``legation --help``, groups after their parent."""
    return "\n".join([HEAD, *_sections(get_command(app), "legation")]).rstrip() + "\n"


def _sections(command: Any, name: str) -> list[str]:
    children = getattr(command, "commands", {})
    if children:
        return [part for key, child in children.items() for part in _sections(child, f"{name} {key}")]
    arguments = [p for p in command.params if p.param_type_name == "argument"]
    options = [p for p in command.params if p.param_type_name == "option"]
    usage = " ".join([name, *(_argument(p) for p in arguments), "[OPTIONS]"])
    rows = [f"| `{_argument(p)}` | {p.help or ''} |" for p in arguments]
    rows += [f"| `{_option(p)}` | {_meaning(p)} |" for p in options]
    table = ["| argument or option | meaning |", "| --- | --- |", *rows, ""] if rows else []
    return [f"## {name}", "", f"    {usage}", "", *_help(command.help or ""), "", *table]


def _help(words: str) -> list[str]:
    """The help with its examples as code."""
    lines: list[str] = []
    for line in inspect.cleandoc(words).splitlines():
        lines.append(f"    {line.strip()}" if line.startswith("    ") else line)
    return lines


def _argument(param: Any) -> str:
    return str(param.metavar or param.name.upper())


def _option(param: Any) -> str:
    return ", ".join(param.opts)


def _meaning(param: Any) -> str:
    default = param.default
    shown = default is not None and not callable(default) and not isinstance(default, bool | list | tuple)
    needed = " Required." if param.required else ""
    return f"{param.help or ''}{f' Default: {default}.' if shown else ''}{needed}"


def main() -> int:
    """Write, or check."""
    page = write_page()
    if "--check" in sys.argv:
        return 0 if PAGE.exists() and PAGE.read_text(encoding="utf-8") == page else 1
    PAGE.write_text(page, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
