"""From the rows of one person in one office to terms; open terms are closed by their successors."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from legation.text import fold
from tools.build_knowledge.facts import Book, Row, read
from tools.build_knowledge.roles import SINGLE, find_role

_FIRM = frozenset({"wikidata", "ifg", "pocom", "congress-legislators"})


@dataclass
class Term:
    """One term of office; days as in the sources: a year, a month or a day, empty for unknown or open."""

    office: str
    person: str
    first: str
    last: str
    checked: str
    source: str

    def row(self) -> list[str]:
        """The term as a row of ``tenures.tsv.gz``."""
        return [self.office, self.person, self.first, self.last, self.checked, self.source]


def make_terms(book: Book) -> list[Term]:
    """All terms, those of one person in one office that overlap made one."""
    return [
        term for (office, person), rows in book.tenures.items() for term in _spans(office, person, _told_by_lists(rows))
    ]


def _spans(office: str, person: str, rows: Iterable[Row]) -> list[Term]:
    """The terms that the rows tell, those of lists with both days first."""
    terms: list[Term] = []
    for row in sorted(rows, key=lambda r: (r.source not in _FIRM, r.first or "9999", r.last or "9999")):
        same = (t for t in terms if near(row.first, t.first) or within(row.first, t.first, t.last or t.checked))
        term = next(same, None)
        if term is None:
            terms.append(Term(office, person, row.first, row.last, row.checked, row.source))
        else:
            _join(term, row)
    return terms


def _join(term: Term, row: Row) -> None:
    """Lay a row over a term that it overlaps: the earlier start, the later end."""
    starts = (x for x in (term.first, row.first) if x)
    ended = term.last or row.last
    if term.last and row.last and within(term.last, row.first, row.last):
        ended = max(term.last, row.last)
    if not row.last and row.checked > (term.last or "9999") and row.first <= term.last:
        ended = ""
    term.first = min(starts, key=lambda x: x + "~" * (10 - len(x)), default="")
    term.last, term.checked = ended, max(term.checked, row.checked)
    term.source = term.source if row.source in term.source else f"{term.source}+{row.source}"


def _told_by_lists(rows: list[Row]) -> list[Row]:
    """The rows without attestations of a term that a list of holders already tells; an open newest term is checked
    until the last of them.
    """
    firm = [r for r in rows if not r.attested]
    if not firm:
        return rows
    newest = [r for r in firm if near(r.first, max(r.first for r in firm))]
    is_open = not any(r.last for r in newest)
    seen = max([r.last for r in rows if r.attested and is_open], default="")
    found = [replace(r, checked=max(r.checked, seen)) if r in newest else r for r in firm]
    ends = [r.last or "9999" for r in firm]
    return found + [r for r in rows if r.attested and r.first[:4] > max(ends)[:4]]


def near(a: str, b: str) -> bool:
    """Whether two starts mean one: equal to the shorter one's precision, or within the same two months."""
    if not a or not b:
        return True
    if a[: min(len(a), len(b))] == b[: min(len(a), len(b))]:
        return True
    if len(a) < 7 or len(b) < 7:
        return False
    return abs((int(a[:4]) * 12 + int(a[5:7])) - (int(b[:4]) * 12 + int(b[5:7]))) <= 2


def within(day: str, first: str, last: str) -> bool:
    """Whether a day falls into a term."""
    return bool(day and first) and first <= day <= (last or "9999")


def close_open(terms: list[Term], book: Book) -> None:
    """Give an open term of a one-person office the start of its successor as its end, if that is within a year of the
    day until which the term is known: others may have come between.
    """
    by_office: dict[str, list[Term]] = defaultdict(list)
    for term in terms:
        by_office[term.office].append(term)
    for office, found in by_office.items():
        if book.offices[office][4] not in SINGLE and ":ambassador_to_" not in office:
            continue
        found.sort(key=lambda t: t.first or "0")
        for i, term in enumerate(found):
            later = [t for t in found[i + 1 :] if t.person != term.person and t.first > term.first]
            later = [t for t in later if not t.source.startswith("attested")]
            if later and term.first and not term.last and _is_within_a_year(term.checked, later[0].first):
                term.last, term.source = later[0].first, f"{term.source}+successor"


def _is_within_a_year(checked: str, begins: str) -> bool:
    return (
        int(begins[:4]) <= int(checked[:4]) + 1
        if len(begins) < 10
        else begins <= f"{int(checked[:4]) + 1}{checked[4:]}"
    )


def extend_open(folder: Path, terms: list[Term], book: Book, states: Mapping[str, str]) -> None:
    """Move the checked day of an open term to the last dated trip at which the person was called so."""
    open_terms: dict[tuple[str, str], Term] = {}
    for term in terms:
        role = book.offices[term.office][4]
        for name in book.names[term.person] if role and not term.last else ():
            open_terms[role or "", fold(name)] = term
            open_terms[role or "", fold(name).split()[-1] + "@" + book.offices[term.office][1]] = term
    codes = {fold(name): code for code, name in states.items()}
    for r in read(folder / "office_attestations.csv"):
        if not r["name"]:
            continue
        role, surname = find_role(r["role"]) or "", fold(r["name"]).split()[-1]
        told = open_terms.get((role, fold(r["name"])))
        told = told or open_terms.get((role, f"{surname}@{codes.get(fold(r['country']), '?')}"))
        if told and r["date_end"] > told.checked:
            told.checked = r["date_end"]
            told.source = told.source if "attested" in told.source else f"{told.source}+attested"
