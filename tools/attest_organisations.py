"""Find dated reports that name an organisation, firm or group beside its state: the source of what no list has.

Usage: ``python -m tools.attest_organisations CORPORA REFERENCE SEEDS`` after ``tools/source_organisations.py``. Looks
up each row of the three tables that no reference tells and writes into it the report that tells its state, with outlet,
day and the few words that say so: a state's name or adjective right before the name ("Russian energy giant Gazprom"),
or right behind it ("Likud, the Israeli party"); failing these, the only state of a sentence with the name, if most such
sentences tell it. A row that none tells stays ``unsourced``.
"""

from __future__ import annotations

import csv
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from legation.knowledge import Knowledge
from tools.attest_reports.reports import Report, read_reports
from tools.source_organisations import CHECKED, DATA, TABLES, UNSOURCED, own_names, words_of_state

_JOINS = (
    "and|or|that|with|against|from|to|by|over|for|if|as|on|at|in|but|when|because|after|before|than|while|between|via"
)
_OWNED = r"-(?:based|backed|led|owned|run|registered|made)"
_WORD = rf"(?!(?:{_JOINS}|of|the|a|an|any|new|it|is|was|[a-z]+ed)\b)(?!(?!including)[a-z]+ing\b)[A-Za-z][a-z][\w-]*"
_BEFORE = rf"(?:’s|'s)?(?:{_OWNED})? (?:{_WORD} ){{0,4}}[“\"]?$"
_KIND = rf"(?:,| is) (?:an?|the|one of) (?:{_WORD} ){{0,3}}(?:of (?:the )?)?"
_PLACE = r",? (?:of|based in|headquartered in|from) (?:the )?"
_OF_IT = r"(?:[’']s(?: [a-z][\w-]*){1,3})?"  # the words that say what it is to the state: "Britain's upper house"
_AFTER = rf"^(?: \([A-Z]{{2,8}}\))?[”\"]?(?:{_PLACE}|{_KIND}|, (?=[\w. ]+[’']s ))"
_WIDE = 140  # characters on either side of a name that can hold its state
_ENDS = re.compile(r"[.!?;:](?=\s+[A-Z“\"])|\n")
_LONGEST_QUOTE = 8
_LEAST, _MOST = 2, 0.67  # reports, and share of them, that name no other state in the sentence
Row = tuple[str, tuple[str, ...]]  # the state and the names of an organisation
Told = tuple[Report, str, str]  # with the words that tell its state, and the state told


class Finder:
    """Finds the names of rows in texts and the words beside them that tell their states."""

    def __init__(self, rows: dict[str, Row]) -> None:
        self.owner = {id: state for id, (state, _) in rows.items()}
        self.row_of = {name: id for id, (_, names) in rows.items() for name in names}
        self.names = re.compile(rf"(?<![\w-])(?:{_any(self.row_of)})(?![\w-])")
        words = {state: _any(words_of_state(state)) for state in sorted(set(self.owner.values()))}
        self.before = {s: re.compile(rf"(?<![\w-])(?:{w}){_BEFORE}") for s, w in words.items()}
        self.after = {s: re.compile(rf"{_AFTER}(?:{w})(?![\w-]){_OF_IT}") for s, w in words.items()}
        self.code_of = {w: code for code in Knowledge().states for w in words_of_state(code) if len(w) > 1}
        self.states = re.compile(rf"(?<![\w-])(?:{_any(self.code_of)})(?![\w-])")

    def find(self, text: str) -> Iterator[tuple[str, str, str]]:
        """Each row that a text names, with the words that tell its state, else with the only state of the sentence."""
        for match in self.names.finditer(text):
            id = self.row_of[match[0]]
            left = _ENDS.split(text[max(0, match.start() - _WIDE) : match.start()])[-1]
            right = _ENDS.split(text[match.end() : match.end() + _WIDE])[0]
            words = " ".join(self._beside(self.owner[id], left, match[0], right).split())
            if words and len(words.split()) <= _LONGEST_QUOTE:
                yield id, words, self.owner[id]
                continue
            others = {self.code_of[w] for w in self.states.findall(f"{left} {right}")}
            if len(others) == 1:
                yield id, "", others.pop()

    def _beside(self, state: str, left: str, name: str, right: str) -> str:
        before, after = self.before[state].search(left), self.after[state].match(right)
        return before[0] + name if before else name + after[0] if after else ""


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(w) for w in sorted(words, key=lambda w: (-len(w), w)))


def read_seeds(folder: Path) -> Iterator[Report]:
    """The reports of a folder with a table of their days."""
    with (folder / "metadata.csv").open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            yield Report(
                row["file"].removesuffix(".txt"),
                row["outlet"],
                row["published"],
                (folder / row["file"]).read_text("utf-8"),
            )


def read_rows() -> dict[str, Row]:
    """State and names of each row that still wants a source."""
    cells = [line.split("\t") for t in TABLES for line in (DATA / t).read_text("utf-8").split("\n")]
    return {c[0]: (c[4], own_names(c[2], c[3])) for c in cells if c[-1].startswith(UNSOURCED)}


def source_of(state: str, told: list[Told]) -> str:
    """The report whose words are told most often, the shortest of them, the earliest of those; without such words, a
    report of those that name no other state beside it, if they are most of all.
    """
    beside = [t for t in told if t[1]]
    times = Counter(words for _, words, _ in beside)
    if beside:
        report, words, _ = min(beside, key=lambda t: (-times[t[1]], len(t[1]), t[0].day, t[0].id))
        return f"report of {report.outlet}, {report.day} ({report.id}): “{words}”; {CHECKED}"
    own = sorted({(r.day, r.id, r.outlet) for r, _, code in told if code == state})
    if len(own) < _LEAST or len(own) < _MOST * len({r.id for r, _, _ in told}):
        return UNSOURCED
    day, id, outlet = own[0]
    return f"report of {outlet}, {day} ({id}), in one sentence with its state, as in {len(own)} reports; {CHECKED}"


def main(corpora: Path, reference: Path, seeds: Path) -> None:
    """Find, choose, write."""
    finder, told = Finder(read_rows()), defaultdict[str, list[Told]](list)
    for report in (*read_seeds(seeds), *read_reports(corpora, reference)):
        for id, words, code in finder.find(report.text):
            told[id].append((report, words, code))
    for table in TABLES:
        path = DATA / table
        rows = [line.split("\t") for line in path.read_text("utf-8").split("\n")]
        for cells in rows:
            if cells[0] in told:
                cells[-1] = source_of(cells[4], told[cells[0]])
        path.write_text("\n".join("\t".join(cells) for cells in rows), "utf-8")
    print(len(read_rows()), UNSOURCED)


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:4]))
