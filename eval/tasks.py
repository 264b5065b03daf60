"""Where the tasks lie and how one is run: input rows -> adapter -> prediction file -> figures."""

from __future__ import annotations

import importlib
import json
import os
import pkgutil
import time
import traceback
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import eval.adapters as adapters
from eval.score import load_metric, read_jsonl

Row = dict[str, Any]
Predict = Callable[[list[Row], Path], Iterator[Row]]

DEFAULT_DATA = Path(__file__).resolve().parents[2] / "shared" / "eval" / "dev"

SAMPLES = {"attributions": 100, "coreference": 250}
"""The first N rows of the large development parts that the gate scores; ``--all`` scores every row."""


@dataclass(frozen=True)
class Result:
    """What one task gave: figures where gold is there, else None; ``error`` names what stopped it."""

    task: str
    n: int
    seconds: float
    figures: dict[str, float] | None
    error: str | None = None


def data_folder(given: Path | None = None) -> Path:
    """``--data``, else LEGATION_DATA, else the development parts beside the checkout."""
    return given or Path(os.environ.get("LEGATION_DATA") or DEFAULT_DATA)


def adapter_names() -> list[str]:
    """All tasks that have an adapter."""
    return sorted(m.name for m in pkgutil.iter_modules(adapters.__path__))


def present_tasks(data: Path) -> list[str]:
    """Tasks with an adapter and an input under ``data``."""
    return [name for name in adapter_names() if (data / name / "input.jsonl").is_file()]


def tasks_without_adapter(data: Path) -> list[str]:
    """Tasks with an input under ``data`` that nothing here answers yet."""
    return sorted({path.parent.name for path in data.glob("*/input.jsonl")} - set(adapter_names()))


def load_predict(task: str) -> Predict:
    """The adapter's ``predict``."""
    predict: Predict = importlib.import_module(f"eval.adapters.{task}").predict
    return predict


def run_task(task: str, data: Path, out: Path, *, whole: bool = False) -> Result:
    """Predict ``data/<task>/input.jsonl`` into ``out/<task>.jsonl`` and score it where gold lies beside."""
    folder = data / task
    items = read_jsonl(str(folder / "input.jsonl"))
    limit = None if whole else SAMPLES.get(task)
    items = items[:limit]
    started = time.perf_counter()
    predictions = list(load_predict(task)(items, folder))
    seconds = time.perf_counter() - started
    write_rows(out / f"{task}.jsonl", predictions)
    return Result(task, len(items), seconds, score_rows(task, folder, items, predictions))


def run_tasks(tasks: Sequence[str], data: Path, out: Path, *, whole: bool = False, jobs: int = 2) -> Iterator[Result]:
    """The results of ``tasks`` in their order, ``jobs`` of them at a time; a task that fails stops no other."""
    run = partial(try_task, data=data, out=out, whole=whole)
    if jobs == 1 or len(tasks) == 1:
        yield from map(run, tasks)
        return
    os.environ.setdefault("OMP_NUM_THREADS", "1")  # one thread a task: more of them only wait for each other
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        yield from pool.map(run, tasks)


def try_task(task: str, data: Path, out: Path, *, whole: bool = False) -> Result:
    """``run_task``; whatever stops it is told in the result, and in full on standard error."""
    try:
        return run_task(task, data, out, whole=whole)
    except Exception as error:
        traceback.print_exc()
        return Result(task, 0, 0.0, None, f"{type(error).__name__}: {error}")


def score_rows(task: str, folder: Path, items: list[Row], predictions: list[Row]) -> dict[str, float] | None:
    """The metric's figures on the gold of ``items``; None without gold."""
    gold_file = folder / "gold.jsonl"
    if not gold_file.is_file():
        return None
    ids = {item["id"] for item in items}
    gold = [row for row in read_jsonl(str(gold_file)) if row.get("kind") or row["id"] in ids]
    figures: dict[str, float] = load_metric(task).score(gold, predictions)
    return figures


def write_rows(path: Path, rows: list[Row]) -> None:
    """One JSON object a line."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
