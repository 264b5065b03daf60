"""What the knowledge may cost: time to the first answer, and memory (VmHWM: ru_maxrss counts the parent's)."""

from __future__ import annotations

import subprocess
import sys

import pytest

MEASURE = """
import re, time
from datetime import date
from pathlib import Path
from legation.knowledge import Knowledge
def peak(): return int(re.findall(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[0])
before, start = peak(), time.process_time()
k = Knowledge()
k.holders("PAK:foreign_minister", date(2019, 5, 1)); k.people_named("Angela Merkel")
k.find_state("Seoul"); k.place("Lahore")
k.organisations_named("NATO"); k.name_starts
print(time.process_time() - start, (peak() - before) / 1024)
"""


@pytest.fixture(scope="module")
def cost() -> tuple[float, float]:
    """Processor seconds and MiB of a first answer of each kind, in a process of its own."""
    done = subprocess.run([sys.executable, "-c", MEASURE], capture_output=True, text=True, check=True)
    seconds, megabytes = map(float, done.stdout.split())
    return seconds, megabytes


def test_the_first_answers_take_little_time(cost: tuple[float, float]) -> None:
    assert cost[0] < 0.6, "twice the promised 0.3 s, for slow machines"


def test_the_knowledge_takes_little_memory(cost: tuple[float, float]) -> None:
    assert cost[1] < 50
