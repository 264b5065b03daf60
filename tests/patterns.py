"""``python -m tests.patterns``: every regular expression that the package compiles, on long runs that may trap it.

Expressions are caught as they are compiled: while all modules are imported, and while a report is analysed, which
loads the tables. Each then looks through runs of a thousand characters. One that takes a second (a straight one takes
a millisecond, one that grows with the square some hundredths) is printed with what trapped it; 1 if there is one.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
import sys
from re import _compiler  # type: ignore[attr-defined]
from types import FrameType
from typing import Any

LENGTH, LONGEST_SECONDS = 1000, 1.0
RUNS = ("a", "Aa ", " ", "\n", "1", "1,", "A.", "'", "“", "a, ", "a-", "the ")
TEXT = "Norway's envoy met Chile's minister in Lima on Monday. \"Yes,\" he said, of the $5 million due by May 2030."


def catch_patterns() -> dict[tuple[str, int], tuple[re.Pattern[str], str]]:
    """Expression and flags -> the compiled one and the module that compiled it."""
    found: dict[tuple[str, int], tuple[re.Pattern[str], str]] = {}
    compile_one = _compiler.compile

    def catch(pattern: Any, flags: int = 0) -> Any:
        made = compile_one(pattern, flags)
        asker = _asker(sys._getframe(1))
        if asker.startswith("legation") and isinstance(pattern, str):
            found[pattern, made.flags] = made, asker
        return made

    _compiler.compile = catch
    import legation

    for module in pkgutil.walk_packages(legation.__path__, "legation."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    from legation.analysis import analyse
    from legation.records import Document

    analyse(Document("report", "report.txt", TEXT), gate=False)
    _compiler.compile = compile_one
    return found


def _asker(frame: FrameType | None) -> str:
    """The module that asked ``re`` for an expression."""
    while frame is not None and frame.f_globals.get("__name__", "") in ("re", "functools"):
        frame = frame.f_back
    return str(frame.f_globals.get("__name__", "")) if frame else ""


def find_trap(pattern: re.Pattern[str], runs: tuple[str, ...] = RUNS) -> str | None:
    """The run on which the expression takes too long, if there is one; its own first words make runs too."""
    from legation.engines.limits import time_limit
    from legation.errors import InputError

    own = re.findall(r"[A-Za-z]{3,}", re.sub(r"\\.|\(\?P?<\w+>|\(\?\w+", " ", pattern.pattern))[:2]
    for run in (*runs, *(f"{word} " for word in own)):
        try:
            with time_limit(LONGEST_SECONDS):
                list(pattern.finditer((run * LENGTH)[:LENGTH] + "!"))
        except InputError:
            return run
    return None


def main() -> int:
    """Print the expressions that are trapped, and how many there are in all."""
    found = catch_patterns()
    trapped = [(where, pattern, run) for (pattern, _), (made, where) in found.items() if (run := find_trap(made))]
    for where, pattern, run in trapped:
        print(f"{where}: {pattern[:200]!r} on a run of {run!r}")
    print(f"{len(found)} expressions, {len(trapped)} trapped")
    return int(bool(trapped))


if __name__ == "__main__":
    raise SystemExit(main())
