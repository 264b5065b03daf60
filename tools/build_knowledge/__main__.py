"""Read the reference, merge, write ``legation/data``."""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from legation.text import fold
from tools.build_knowledge.american import american_rows
from tools.build_knowledge.book import collect
from tools.build_knowledge.factbook import factbook_rows
from tools.build_knowledge.facts import DATA, Book, Row, read_table, unique, write
from tools.build_knowledge.lists import (
    attested_rows,
    british_rows,
    found_rows,
    head_rows,
    mended,
    report_rows,
)
from tools.build_knowledge.phoenix import phoenix_rows
from tools.build_knowledge.spans import Term, close_open, extend_open, make_terms
from tools.build_knowledge.states import make_codes, make_states
from tools.build_knowledge.wikidata import wikidata_rows

STATES_HEAD = "facts: CIA World Factbook (public domain), datasets/country-codes (PDDL); checked 2026-11-21"
HEAD = (
    "facts: Wikidata (CC0), CIA World Factbook (public domain), HistoryAtState (CC0), congress-legislators (CC0),"
    " Institute for Government (CC BY 4.0), Open Event Data Alliance (MIT, see NOTICE.md), dated reports;"
    " checked 2026-11-22"
)


def main(folder: Path) -> None:
    """Make all tables from the reference facts in ``folder``."""
    states = make_states(folder)
    columns = "code\tkind\tname\tnames\tadjectives\tcapital\twikidata"
    write(DATA / "states" / "states.tsv", STATES_HEAD, columns, states)
    write(DATA / "states" / "alpha2.tsv", STATES_HEAD, "alpha2\talpha3", make_codes(folder))
    named = {s[0]: s[2] for s in states}
    book = collect(gather(folder, states, named), named)
    terms = make_terms(book)
    extend_open(folder, terms, book, named)
    close_open(terms, book)
    write_offices(book, terms)
    print(len(states), "states", len(book.names), "people", len(book.offices), "offices", len(terms), "tenures")


def gather(folder: Path, states: list[list[str]], named: dict[str, str]) -> list[Row]:
    """The rows of all sources; those with a Wikidata id first, so that others find them."""
    territories = {s[0] for s in states if s[1] == "territory"} - {"TWN", "PSE", "XKX"}
    sources = (
        american_rows(folder),
        british_rows(folder),
        wikidata_rows(folder, named),
        factbook_rows(folder, territories),
        attested_rows(),
    )
    rows = [row for source in sources for row in mended(source)]
    presidents, monarchs = ({r.state for r in rows if r.role == role} for role in ("president", "monarch"))
    rows += found_rows(monarchs - presidents)
    rows += mended(phoenix_rows(folder, rows))
    ids = only_ids(rows)
    rows += [*report_rows(ids), *head_rows(ids)]
    return sorted(rows, key=lambda r: (r.source != "wikidata", not r.qid))


def only_ids(rows: Iterable[Row]) -> dict[str, str]:
    """Wikidata ids by folded name, of names that one person bears."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        if row.qid:
            found[fold(row.person)].add(row.qid)
    return {name: ids.pop() for name, ids in found.items() if len(ids) == 1}


def write_offices(book: Book, terms: list[Term]) -> None:
    """The tables of people, offices and tenures."""
    titles = {r["office"]: r["title"] for t in ("posts", "titles") for r in read_table(DATA / "offices" / f"{t}.tsv")}
    people = [
        [p, names[0], "|".join(unique(names[1:])), book.states[p], book.surnames.get(p, "")]
        for p, names in sorted(book.names.items())
    ]
    offices = [
        [o, titles.get(o, title), state, sector, str(rank or ""), role or ""]
        for o, (title, state, sector, rank, role) in sorted(book.offices.items())
    ]
    tenures = sorted(t.row() for t in terms)
    write(DATA / "people" / "people.tsv.gz", HEAD, "id\tname\tnames\tstate\tsurname", people)
    write(DATA / "offices" / "offices.tsv.gz", HEAD, "id\ttitle\tstate\tsector\tseniority\trole", offices)
    write(DATA / "offices" / "tenures.tsv.gz", HEAD, "office\tperson\tfirst\tlast\tchecked\tsource", tenures)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
