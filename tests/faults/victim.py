"""Programs that the tests of faults run in a process of their own, to kill it or to take its room away.

The analysis is that of ``tests.test_pipeline``, which needs no parser, so that many builds fit in a few minutes;
reading, store and reconciliation are the real ones.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from legation.errors import LegationError
from legation.pipeline import Stages, build, judge
from legation.records import Analysis, Document
from legation.store import Store
from tests.test_pipeline import export_all, find_calls

REPORTS = 120
NOBODY = 65534
TOKEN = "a-token-for-tests"
STAGES = Stages(analyse=find_calls)


def write_reports(path: Path, count: int = REPORTS) -> Path:
    """Reports of calls on so many days; every third day is told twice."""
    days = [f"2025-{1 + n // 28 % 12:02}-{1 + n % 28:02}" for n in range(count)]
    texts = [f"Anna Berg called Ivo Kral on {day}. They spoke of trade." for day in days]
    texts += [f"Anna Berg called Ivo Kral on {day}, the ministry said." for day in days[::3]]
    lines = (json.dumps({"id": f"n{n:04}", "text": text}) for n, text in enumerate(texts))
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def analyse_slowly(document: Document) -> Analysis:
    """As a parser would: a few milliseconds a report."""
    time.sleep(0.004)
    return find_calls(document)


def die_once(document: Document, mark: str) -> Analysis:
    """The worker that meets report 40 is killed, the first time."""
    if document.id == "n0040" and not Path(mark).exists():
        Path(mark).touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return find_calls(document)


def judge_on(store: str) -> None:
    """Judge pairs of claims for ever; the id of each judgement is printed once it is kept."""
    with Store.open(store) as opened:
        claims = [claim.id for claim in opened.claims()]
    chance = random.Random(os.getpid())
    while True:
        left, right = chance.sample(claims, 2)
        made = judge(store, "different", left, right, "another day", by="Ann", stages=STAGES, rewrite=False)
        print(made[0].id, flush=True)


def export_on(store: str, output: str) -> None:
    """Export events for ever."""
    from legation.cli import app

    while True:
        app(["export", "events", "--store", store, "-o", output], standalone_mode=False)


def serve_on(store: str) -> None:
    """Serve pages and the API, with a token that the test knows; the address is printed."""
    import socket

    import uvicorn

    from legation.web import create_app

    listening = socket.create_server(("127.0.0.1", 0))
    print(f"http://127.0.0.1:{listening.getsockname()[1]}", flush=True)
    uvicorn.Server(uvicorn.Config(create_app(store, token=TOKEN), log_level="error")).run(sockets=[listening])


def write_tightly(inputs: str, store: str, room: int) -> None:
    """Build while no file may grow beyond ``room`` bytes."""
    import resource

    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))
    build([inputs], store, workers=1, stages=STAGES)


def build_as_nobody(inputs: str, store: str) -> None:
    """Build without the rights of root, whom no protection stops."""
    if os.geteuid() == 0:
        os.setuid(NOBODY)
    build([inputs], store, workers=1, stages=STAGES)


PROGRAMS: dict[str, Callable[..., object]] = {
    "build": lambda inputs, store, workers: build(
        [inputs], store, workers=int(workers), stages=Stages(analyse=analyse_slowly)
    ),
    "die": lambda inputs, store, mark: build(
        [inputs], store, workers=2, stages=Stages(analyse=partial(die_once, mark=mark))
    ),
    "sealed": build_as_nobody,
    "judge": judge_on,
    "export": export_on,
    "serve": serve_on,
    "tight": lambda inputs, store, room: write_tightly(inputs, store, int(room)),
    "plain": lambda inputs, store: build([inputs], store, workers=1, stages=STAGES),
    "read": lambda store: export_all(Path(store)),
}

if __name__ == "__main__":
    try:
        PROGRAMS[sys.argv[1]](*sys.argv[2:])
    except LegationError as error:
        print(f"{error} -> {error.remedy}", file=sys.stderr)
        sys.exit(1)
