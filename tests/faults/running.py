"""Starts the programs of ``victim``, and says whether a store is sound."""

from __future__ import annotations

import contextlib
import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
TRIALS = int(os.environ.get("LEGATION_TRIALS", "5"))  # ``make torture``: 50


def start(*words: object) -> subprocess.Popen[str]:
    """A program of ``victim`` in a process group of its own."""
    command = [sys.executable, "-m", "tests.faults.victim", *map(str, words)]
    return subprocess.Popen(
        command,
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        start_new_session=True,
    )


def run(*words: object) -> tuple[int, str]:
    """Its exit code and what it said on standard error."""
    process = start(*words)
    _, errors = process.communicate(timeout=300)
    return process.returncode, errors


def kill(process: subprocess.Popen[str]) -> str:
    """``kill -9`` the program with its workers; what it had printed."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    return process.communicate()[0]


def is_sound(path: Path) -> bool:
    """Whether SQLite finds nothing wrong in the file, foreign keys included."""
    with sqlite3.connect(path) as db:
        fine = db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        return fine and not db.execute("PRAGMA foreign_key_check").fetchall()
