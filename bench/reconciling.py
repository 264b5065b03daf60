"""``python -m bench.reconciling STORE [--claims N …]``: CPU seconds, on one core, to make events of many claims.

The claims are those of the store, repeated: every copy is moved by so many days, its states are exchanged one for
another, its people are others and each of its long words stands for another, so that the copies are other events
between other parties, told by as many reports as the real ones, in texts that are no copies of each other. What two
reports of one copy share they go on to share. Four columns say how the time grows beside n log n (1.00 is as fast),
and how large the blocks are in which claims are compared.
"""

from __future__ import annotations

import argparse
import random
import re
import resource
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import count
from math import log
from pathlib import Path

from legation.judgements.blocking import find_blocks
from legation.judgements.facts import make_facts
from legation.knowledge import load_knowledge
from legation.reconciliation import reconcile
from legation.records import Analysis, Claim, Document, Party, When
from legation.store import Store
from legation.text import stable_id

SIZES = (10_000, 30_000, 100_000)
DAYS_APART = 30  # by how much each copy is later than the one before
COPIES_BEFORE = 120  # the first copies are moved back, so that the last ones stay in this century
_LONG_WORD = re.compile(r"[A-Za-z]{6,}")


def main(arguments: Sequence[str] | None = None) -> int:
    """Print a line a size."""
    parser = argparse.ArgumentParser(prog="bench.reconciling", description=__doc__)
    parser.add_argument("store", type=Path)
    parser.add_argument("--claims", type=int, nargs="+", default=SIZES)
    given = parser.parse_args(arguments)
    with Store(given.store) as store:
        base = [a for a in store.analyses() if a.claims]
    print("| claims | reports | CPU s | of n log n | events | blocks | largest | median | MiB |")
    first: tuple[int, float] | None = None
    for size in given.claims:
        made = repeat(base, size)
        start = time.process_time()
        events = len(reconcile(made).events)
        taken = time.process_time() - start
        first = first or (size, taken)
        share = taken / first[1] / (size * log(size) / (first[0] * log(first[0])))
        blocks = sorted(map(len, _blocks(made)))
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        row = (size, len(made), f"{taken:.1f}", f"{share:.2f}", events, len(blocks), blocks[-1])
        print(f"| {' | '.join(map(str, (*row, blocks[len(blocks) // 2], peak)))} |", flush=True)
    return 0


def _blocks(made: Sequence[Analysis]) -> list[tuple[str, ...]]:
    facts = make_facts([c for a in made for c in a.claims], [a.document for a in made])
    return list(find_blocks(facts).values())


def repeat(base: Sequence[Analysis], size: int) -> list[Analysis]:
    """At least ``size`` claims in copies of the analyses, each copy moved as a whole."""
    states = sorted(load_knowledge().states)
    words = _long_words(base)
    found: list[Analysis] = []
    held = 0
    for number in count():
        for analysis in _copy(base, number, states, words):
            if held >= size:
                return found
            found.append(analysis)
            held += len(analysis.claims)
    return found


def _long_words(base: Iterable[Analysis]) -> list[list[str]]:
    """All long words of the reports, those of one length together."""
    found: dict[int, set[str]] = {}
    for analysis in base:
        for word in _LONG_WORD.findall(analysis.document.text):
            found.setdefault(len(word), set()).add(word)
    return [sorted(found[length]) for length in sorted(found)]


def _copy(
    base: Sequence[Analysis], number: int, states: Sequence[str], words: Iterable[Sequence[str]]
) -> Iterator[Analysis]:
    draw = random.Random(number)
    others = dict(zip(states, draw.sample(states, len(states)), strict=True))
    spoken = {a: b for group in words for a, b in zip(group, draw.sample(group, len(group)), strict=True)}
    move = Move(number, timedelta(days=DAYS_APART * (number - COPIES_BEFORE)), others, spoken)
    yield from map(move.analysis, base)


@dataclass(frozen=True)
class Move:
    """One copy: its number, by how much it is later, and which state and word stands for which."""

    number: int
    by: timedelta
    states: Mapping[str, str]
    words: Mapping[str, str]
    days: dict[date, date] = field(default_factory=dict)

    def analysis(self, told: Analysis) -> Analysis:
        """The analysis under other ids, on other days, between other parties."""
        document = self._document(told.document)
        quantities = tuple(replace(q, id=self._id(q.id)) for q in told.quantities)
        return replace(
            told, document=document, claims=tuple(self._claim(c) for c in told.claims), quantities=quantities
        )

    def _id(self, key: str) -> str:
        return stable_id(key.split("-")[0], key, str(self.number))

    def _day(self, day: date | None) -> date | None:
        if day is None or not date.min + abs(self.by) < day < date.max - abs(self.by):
            return day
        return self.days.setdefault(day, day + self.by)

    def _document(self, document: Document) -> Document:
        told = document.published
        published = replace(told, first=self._day(told.first), last=self._day(told.last))
        text = _LONG_WORD.sub(lambda word: self.words[word.group()], document.text)
        moved = replace(document, id=self._id(document.id), text=text, published=published)
        return replace(moved, url=None, copy_of=None, copy_kind=None)

    def _claim(self, claim: Claim) -> Claim:
        return replace(
            claim,
            id=self._id(claim.id),
            document_id=self._id(claim.document_id),
            actors=tuple(map(self._party, claim.actors)),
            recipients=tuple(map(self._party, claim.recipients)),
            others=tuple(map(self._party, claim.others)),
            when=self._when(claim.when),
            quantities=tuple(map(self._id, claim.quantities)),
        )

    def _party(self, party: Party) -> Party:
        state = self.states.get(party.state, party.state) if party.state else None
        actor = self.states.get(party.actor_id, f"{party.actor_id}-{self.number}") if party.actor_id else None
        return replace(party, state=state, actor_id=actor)

    def _when(self, when: When | None) -> When | None:
        if when is None:
            return None
        ends = self._day(when.first), self._day(when.last)
        bounds = self._day(when.not_before), self._day(when.not_after)
        return replace(when, first=ends[0], last=ends[1], not_before=bounds[0], not_after=bounds[1], edtf=None)


if __name__ == "__main__":
    raise SystemExit(main())
