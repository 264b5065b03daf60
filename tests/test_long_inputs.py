"""No run of one thing, however long, makes a stage slower than its length does."""

from __future__ import annotations

import re
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from legation.analysis import analyse
from legation.documents import make_document
from legation.gate import find_worthy
from legation.knowledge import load_knowledge
from legation.quantities import find_quantities
from legation.records import Document, RawDocument
from legation.times import find_times
from tests.patterns import find_trap

RUNS = (
    "a", "A", "1", " ", "\n", "\t", "-", "'", "“", "(", "<", "=", "#", "\u200b", "1,", "1 ", "1-", "1/", "A.", "a-",
    "a, ", "Aa ", "Mr. ", "\n\n", "a\n", "the ", "of the ", "and ", "May ", "20 May ", "2020 ", "last ", "between ",
    "$1, ", "US$ ", "1 million ", "said ",
)  # fmt: skip
STAGES: dict[str, Callable[[str], object]] = {
    "times": lambda text: find_times(text, date(2025, 5, 6)),
    "quantities": find_quantities,
    "gate": lambda text: find_worthy(Document("run", "run.txt", text), load_knowledge()),
    "text": lambda text: make_document(RawDocument("run.txt", text=f"{text} Norway met Chile.")),
    "page": lambda text: make_document(RawDocument("run.html", html=f"<p>Norway met Chile. {text}</p>")),
}
SHORT, LONG = 2_000, 8_000
FREE_SECONDS = 0.5  # of the processor, below which nobody asks how time grows
GROWTH = 8  # four times the length takes four times as long; the square of it would be sixteen


@pytest.mark.parametrize("stage", STAGES)
def test_time_grows_with_the_length_of_a_run_and_not_with_its_square(stage: str) -> None:
    read = STAGES[stage]
    read("Norway met Chile on Monday.")  # tables are loaded
    slow = []
    for run in RUNS:
        taken = seconds(read, run, LONG)
        if taken > FREE_SECONDS and taken > GROWTH * max(seconds(read, run, SHORT), 0.01):
            slow.append((run, taken))
    assert slow == []


def seconds(read: Callable[[str], object], run: str, length: int) -> float:
    """Of the processor, at the better of two tries where the first is slow."""
    text, tries = (run * length)[:length], list[float]()
    while not tries or (len(tries) < 2 and tries[0] > FREE_SECONDS):
        start = time.process_time()
        read(text)
        tries.append(time.process_time() - start)
    return min(tries)


@pytest.mark.parametrize("run", ["a, ", "Norway and ", "said that ", "(", "\n\n", "met "])
def test_a_report_with_a_long_run_is_analysed_in_seconds(run: str) -> None:
    text = f"Norway's envoy met Chile's minister {(run * 2000)[:2000]} in Lima."
    start = time.process_time()
    analyse(Document("run", "run.txt", text), gate=False)
    assert time.process_time() - start < 20


def test_no_regular_expression_of_the_package_is_trapped_by_a_run() -> None:
    root = Path(__file__).parents[1]
    done = subprocess.run([sys.executable, "-m", "tests.patterns"], cwd=root, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    assert int(done.stdout.split()[0]) > 200


def test_an_expression_that_backtracks_without_end_is_found() -> None:
    assert find_trap(re.compile("(a+)+$")) == "a"
