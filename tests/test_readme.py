"""The README shows what the program prints."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def test_the_terminal_excerpt_is_what_demo_prints_today() -> None:
    command = [sys.executable, str(ROOT / "tools" / "write_readme_demo.py"), "--check"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"run `make docs`\n{done.stderr}"
