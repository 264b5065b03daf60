"""The distributed engine on this machine; left out where the extra ``scale`` is not installed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from legation.engines import Engine, make_engine
from legation.errors import UsageError

CALLS_NOBODY = """
import sys
asked = []
sys.addaudithook(lambda name, args: asked.append(name) if name in ("urllib.Request", "socket.getaddrinfo") else None)
from legation.engines.daft_engine import load_daft
load_daft()
import daft.scarf_telemetry
assert daft.scarf_telemetry.opted_out()
assert not asked, asked
"""


@pytest.fixture(scope="module")
def daft() -> Engine:
    pytest.importorskip("daft", reason='the extra "scale" is not installed')
    return make_engine("daft", 2)


def test_results_come_in_the_order_of_the_items_and_a_killer_takes_no_other_with_it(daft: Engine) -> None:
    def halve(number: int) -> float:
        if number == 3:
            os.kill(os.getpid(), signal.SIGKILL)
        return number / 2

    found = list(daft.map(halve, range(6), lambda number: -1.0))
    assert found == [-1.0 if n == 3 else n / 2 for n in range(6)]


def test_groups_come_in_the_order_of_their_keys(daft: Engine) -> None:
    assert list(daft.group_map(sum, [5, 2, 3, 4, 1], lambda n: n % 2)) == [6, 9]


def test_an_error_of_the_function_is_raised_as_it_is(daft: Engine) -> None:
    with pytest.raises(ZeroDivisionError):
        list(daft.map(lambda n: 1 // n, [1, 0]))


def test_importing_daft_asks_nobody(daft: Engine) -> None:
    loud = {k: v for k, v in os.environ.items() if k not in ("DO_NOT_TRACK", "DAFT_ANALYTICS_ENABLED")}
    done = subprocess.run([sys.executable, "-c", CALLS_NOBODY], env=loud, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_without_daft_the_extra_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "daft", None)
    with pytest.raises(UsageError) as told:
        make_engine("daft", 2)
    assert "legation[scale]" in str(told.value.remedy)
