"""Put a true excerpt of ``legation demo`` into README.md, between its two marks.

python tools/write_readme_demo.py            write the excerpt
python tools/write_readme_demo.py --check    exit 1 if it is not what the program prints today
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

README = Path(__file__).resolve().parents[1] / "README.md"
START, END = "<!-- demo -->\n", "<!-- /demo -->\n"
SHOWN = ("Phone call", "Where the reports disagree")
"""An excerpt is the timeline's blocks that hold these words, and the first lines under the last heading."""


def run_demo() -> str:
    """What the program prints, 100 columns wide, without colour."""
    environment = {**os.environ, "COLUMNS": "100", "NO_COLOR": "1", "TERM": "dumb"}
    command = [sys.executable, "-m", "legation", "demo", "--workers", "1"]
    return subprocess.run(command, capture_output=True, text=True, check=True, env=environment).stdout


def make_excerpt(printed: str) -> str:
    """The two calls, then the first disagreement."""
    blocks = [b for b in printed.split("\n\n") if SHOWN[0] in b]
    disagreement = printed[printed.index(SHOWN[1]) :].split("\n\n")[0]
    text = "\n\n".join([*blocks, disagreement])
    lines = [line.rstrip() for line in text.splitlines()]
    return "```\n$ legation demo\n" + "\n".join(lines) + "\n```\n"


def write_readme(readme: str, excerpt: str) -> str:
    """The page with the excerpt between its marks."""
    before, rest = readme.split(START)
    return before + START + excerpt + END + rest.split(END)[1]


def main() -> int:
    """Write, or check."""
    page = README.read_text(encoding="utf-8")
    new = write_readme(page, make_excerpt(run_demo()))
    if "--check" in sys.argv:
        return 0 if page == new else 1
    README.write_text(new, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
