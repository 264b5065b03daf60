from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from legation.engines import make_engine
from legation.engines.limits import time_limit
from legation.errors import InputError, UsageError


def halve(number: int) -> float:
    if number == 13:
        os._exit(1)
    return number / 2


def tell(number: int) -> float:
    return -1.0


@pytest.mark.parametrize("workers", [1, 2])
def test_results_come_in_the_order_of_the_items(workers: int) -> None:
    items = [n for n in range(40) if n != 13]
    assert list(make_engine("local", workers).map(halve, items)) == [n / 2 for n in items]


def test_an_item_that_kills_its_worker_takes_no_other_with_it() -> None:
    found = list(make_engine("local", 2).map(halve, range(20), tell))
    assert found == [-1.0 if n == 13 else n / 2 for n in range(20)]


def run_script(folder: Path, *lines: str) -> str:
    script = folder / "script.py"
    script.write_text("\n".join(("from legation.engines import make_engine", *lines)))
    done = subprocess.run([sys.executable, script], capture_output=True, text=True, timeout=60, check=True)
    assert done.stderr == ""
    return done.stdout


def test_a_script_that_does_not_ask_for_its_own_name_runs_once(tmp_path: Path) -> None:
    told = run_script(
        tmp_path,
        "from legation.text import shorten",
        "print(len(list(make_engine('local', 2).map(shorten, ['a word'] * 20))))",
    )
    assert told == "20\n"


def test_a_function_of_the_script_itself_reaches_the_workers_even_as_an_argument(tmp_path: Path) -> None:
    told = run_script(
        tmp_path,
        "from functools import partial",
        "from operator import call",
        "def measure(text): return len(text)",
        "if __name__ == '__main__':",
        "    print(sum(make_engine('local', 2).map(partial(call, measure), ['word'] * 20)))",
    )
    assert told == "80\n"


def test_items_of_a_class_of_the_script_reach_the_workers(tmp_path: Path) -> None:
    told = run_script(
        tmp_path,
        "from dataclasses import dataclass",
        "from operator import attrgetter",
        "@dataclass",
        "class Item:",
        "    number: int",
        "if __name__ == '__main__':",
        "    print(sum(make_engine('local', 2).map(attrgetter('number'), [Item(n) for n in range(20)])))",
    )
    assert told == "190\n"


@pytest.mark.parametrize("workers", [1, 2])
def test_groups_come_in_the_order_of_their_keys(workers: int) -> None:
    assert list(make_engine("local", workers).group_map(sum, [5, 2, 3, 4, 1], abs)) == [1, 2, 3, 4, 5]
    assert list(make_engine("local", 1).group_map(list, [5, 2, 3], lambda n: n % 2)) == [[2], [5, 3]]


def test_wrong_engines_and_worker_counts_are_refused() -> None:
    with pytest.raises(UsageError, match="no engine 'cloud'"):
        make_engine("cloud")
    with pytest.raises(UsageError, match="--workers 0"):
        make_engine("local", 0)


def test_a_long_item_is_stopped() -> None:
    with pytest.raises(InputError, match=r"longer than 0\.05 seconds"), time_limit(0.05):
        sum(range(10**9))


def test_waiting_for_a_busy_machine_counts_for_nothing() -> None:
    with time_limit(0.05):
        time.sleep(0.2)
