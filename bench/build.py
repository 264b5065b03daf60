"""``python -m bench.build REPORTS``: words a CPU second of a whole build, next to bare ``nlp.pipe`` on the same texts.

Both run in one process with the same model and components: while the build goes on, every batch of reports that it
has just analysed is parsed once more by the bare model, so that a busy machine slows both alike. The build's time is
all but that: reading, documents, gate, parse, claims, reconciliation, store.
"""

from __future__ import annotations

import argparse
import json
import platform
import resource
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from spacy.language import Language

from bench.sampling import sample_raws
from legation.analysis import analyse
from legation.pipeline import Stages, build
from legation.records import Analysis, Document, RawDocument
from legation.sentences import load_parser
from legation.store import to_json

BATCH = 32  # reports given to the bare model at once
BARS = {"news": 1.5, "calls": 0.6}


@dataclass
class Race:
    """CPU seconds of the bare model so far, and what waits for it."""

    gate: bool
    waiting: list[str] = field(default_factory=list)
    words: int = 0
    bare: float = 0.0
    analysed: float = 0.0
    model: Language = field(default_factory=load_parser.__wrapped__)  # its own: the build's has quicker word lists

    def analyse(self, document: Document) -> Analysis:
        """The build's own analysis; now and then the bare model's turn."""
        start = time.process_time()
        made = analyse(document, gate=self.gate)
        self.analysed += time.process_time() - start
        self.waiting.append(document.text)
        if len(self.waiting) >= BATCH:
            self.parse()
        return made

    def parse(self) -> None:
        """The bare model over the texts that wait."""
        self.words += sum(len(text.split()) for text in self.waiting)
        start = time.process_time()
        for _ in self.model.pipe(self.waiting):
            pass
        self.bare += time.process_time() - start
        self.waiting.clear()


def race(raws: Sequence[RawDocument], gate: bool = True) -> dict[str, Any]:
    """The figures of one build."""
    runner = Race(gate)
    analyse(Document("warm", "warm", "France met Germany in Geneva on Monday."))
    for _ in runner.model.pipe(["France met Germany in Geneva on Monday."]):
        pass
    with tempfile.TemporaryDirectory() as folder:
        lines = "\n".join(to_json(raw) for raw in raws)
        (Path(folder) / "in.jsonl").write_text(lines, encoding="utf-8")
        start = time.process_time()
        store = Path(folder) / "record.db"
        summary = build([Path(folder) / "in.jsonl"], store, workers=1, stages=Stages(analyse=partial(_run, runner)))
        runner.parse()
        ours = time.process_time() - start - runner.bare
    return {
        "reports": summary.reports,
        "claims": summary.claims,
        "words": runner.words,
        "words_a_cpu_second_build": round(runner.words / ours),
        "words_a_cpu_second_analysis": round(runner.words / runner.analysed),
        "words_a_cpu_second_bare_model": round(runner.words / runner.bare),
        "ratio": round(runner.bare / ours, 2),
        "peak_memory_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    }


def _run(runner: Race, document: Document) -> Analysis:
    return runner.analyse(document)


def describe_machine() -> dict[str, str]:
    """Processor and versions, for the head of a table of figures."""
    lines = Path("/proc/cpuinfo").read_text("utf-8").splitlines() if Path("/proc/cpuinfo").exists() else []
    models = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return {
        "processor": models[0] if models else platform.processor(),
        "cores": str(len(models) or ""),
        "python": platform.python_version(),
        "system": platform.platform(),
    }


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures as JSON, the ratio as a line of a table."""
    parser = argparse.ArgumentParser(prog="bench.build", description=__doc__)
    parser.add_argument("reports", type=Path, help="a JSONL file of reports")
    parser.add_argument("--number", type=int, default=300)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument(
        "--title", default="", help="only reports with this word in the title: dense readouts by 'call'"
    )
    parser.add_argument("--no-gate", dest="gate", action="store_false")
    given = parser.parse_args(arguments)
    word = given.title.lower()
    raws = sample_raws(given.reports, given.number, given.seed, lambda raw: word in (raw.title or "").lower())
    figures = race(raws, given.gate)
    bar = BARS["calls" if word else "news"]
    print(json.dumps({"machine": describe_machine(), **figures, "bar": bar}, indent=1))
    print(f"| {given.reports.name} {given.title} | {figures['words']} words | {figures['ratio']} | {bar} |")
    return int(figures["ratio"] < bar)


if __name__ == "__main__":
    raise SystemExit(main())
