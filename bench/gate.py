"""``python -m bench.gate REPORTS``: what the gate before the parse saves and what it loses, on the same reports.

Each report is analysed twice, with the gate and without, turn by turn in one process, so that a busy machine slows
both alike. A claim is lost if the gated analysis has none with its id.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from bench.sampling import make_documents, sample_raws
from legation.analysis import analyse
from legation.gate import find_worthy
from legation.knowledge import load_knowledge
from legation.pipeline import LIMIT_SECONDS
from legation.pipeline.safely import analyse_safely
from legation.records import Claim, Document, Failure

BAR = 0.99  # of the claims of all parsed


@dataclass
class Tally:
    """What both ways gave of the reports so far."""

    reports: int = 0
    words: int = 0
    parsed: int = 0
    whole: list[Claim] = field(default_factory=list)
    gated: list[Claim] = field(default_factory=list)
    seconds: dict[str, float] = field(default_factory=lambda: {"whole": 0.0, "gated": 0.0})
    failures: list[Failure] = field(default_factory=list)

    def add(self, document: Document) -> None:
        """Analyse one report both ways."""
        self.reports += 1
        self.words += len(document.text.split())
        worthy = find_worthy(document, load_knowledge())
        self.parsed += sum(len(document.text[start:end].split()) for start, end in worthy)
        for name, gate, found in (("whole", False, self.whole), ("gated", True, self.gated)):
            start = time.process_time()
            made = analyse_safely(document, partial(analyse, gate=gate), LIMIT_SECONDS)
            self.seconds[name] += time.process_time() - start
            if isinstance(made, Failure):
                self.failures.append(made)
            else:
                found.extend(made.claims)

    def figures(self) -> dict[str, Any]:
        """The figures; a share is of the claims without gate."""
        kept = {claim.id for claim in self.gated}
        lost = [claim for claim in self.whole if claim.id not in kept]
        return {
            "reports": self.reports,
            "words": self.words,
            "words_parsed_share": round(self.parsed / max(self.words, 1), 3),
            "claims_without_gate": len(self.whole),
            "claims_with_gate": len(self.gated),
            "claims_lost": len(lost),
            "claims_kept_share": round(1 - len(lost) / max(len(self.whole), 1), 4),
            "claims_of_two_sides_lost": sum(1 for claim in lost if claim.actors and claim.recipients),
            "claims_changed": _count_changed(self.whole, self.gated),
            "cpu_seconds_without_gate": round(self.seconds["whole"], 1),
            "cpu_seconds_with_gate": round(self.seconds["gated"], 1),
            "failures": [f"{f.name}: {f.reason}" for f in self.failures],
            "bar": BAR,
        }


def _count_changed(whole: Sequence[Claim], gated: Sequence[Claim]) -> int:
    """Claims of both whose type, mode, parties or day differ."""
    before = {claim.id: claim for claim in whole}
    return sum(1 for claim in gated if claim.id in before and _core(claim) != _core(before[claim.id]))


def _core(claim: Claim) -> tuple[Any, ...]:
    sides = tuple(tuple((p.state, p.actor_id) for p in side) for side in (claim.actors, claim.recipients))
    days = (claim.when.first, claim.when.last) if claim.when else None
    return claim.event_type, claim.mode, sides, days


def tell_lost(tally: Tally) -> Iterator[str]:
    """Each lost claim in a line: type, quote, report."""
    kept = {claim.id for claim in tally.gated}
    for claim in tally.whole:
        if claim.id not in kept:
            quote = next((e.quote for e in claim.evidence if e.field == "event"), "")
            yield f"{claim.event_type} {quote!r} in {claim.document_id}"


def list_labelled(labels: Path) -> set[str]:
    """The ids of the reports from which the weights of the gate were learnt."""
    return {json.loads(line)[1] for line in labels.read_text("utf-8").splitlines()}


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures as JSON; 1 if too many claims are lost."""
    parser = argparse.ArgumentParser(prog="bench.gate", description=__doc__)
    parser.add_argument("reports", type=Path, help="a JSONL file of reports")
    parser.add_argument("--number", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--without", type=Path, help="labels of eval.training.worth, whose reports are left out")
    parser.add_argument("--lost", action="store_true", help="list the claims lost")
    given = parser.parse_args(arguments)
    tally = Tally()
    learnt = list_labelled(given.without) if given.without else set()
    drawn = sample_raws(given.reports, given.number, given.seed, lambda raw: raw.id not in learnt)
    for document in make_documents(drawn):
        tally.add(document)
        if tally.reports % 50 == 0:
            print(json.dumps(tally.figures()), file=sys.stderr, flush=True)
    figures = tally.figures()
    print(json.dumps(figures, indent=1))
    if given.lost:
        print(*tell_lost(tally), sep="\n")
    return int(figures["claims_kept_share"] < BAR)


if __name__ == "__main__":
    raise SystemExit(main())
