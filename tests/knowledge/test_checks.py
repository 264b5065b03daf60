"""What ``knowledge check`` finds, and what the commands print."""

from __future__ import annotations

import json
import re

import pytest
from typer.testing import CliRunner

from legation.cli.knowing import app
from legation.knowledge import load_knowledge
from legation.knowledge.checks import check_knowledge, find_cut_names, find_unsourced, organisation_rows
from tools.attest_offices import clean_name
from tools.build_knowledge.people import is_turned_about

run = CliRunner().invoke


def test_findings_are_of_the_state_asked_for_and_never_a_handover() -> None:
    findings = check_knowledge(load_knowledge(), "ITA")
    assert all(f.id.startswith("ITA:") for f in findings if f.kind in ("overlap", "gap"))
    assert all(f.first and f.last and (f.last - f.first).days > 31 for f in findings if f.kind in ("overlap", "gap"))


def test_who_gives_the_holder_with_days_and_source() -> None:
    result = run(app, ["who", "USA:foreign_minister", "--on", "2019-05-01", "--json"])
    (row,) = map(json.loads, result.output.splitlines())
    assert (row["name"], row["first"], row["attested"]) == ("Mike Pompeo", "2018-04-26", False)
    assert row["basis"]


def test_a_state_and_an_office_may_stand_in_quotation_marks() -> None:
    result = run(app, ["who", "Germany foreign minister", "--on", "2021-12-20", "--json"])
    assert json.loads(result.output)["name"] == "Annalena Baerbock"


def test_when_lists_the_terms_of_a_person() -> None:
    result = run(app, ["when", "Angela", "Merkel", "--json"])
    rows = [json.loads(line) for line in result.output.splitlines()]
    assert ("DEU:prime_minister", "2005-11-22") in {(r["office_id"], r["first"]) for r in rows}


def test_check_counts_what_it_found() -> None:
    result = run(app, ["check", "Pakistan"])
    assert result.exit_code == 0
    assert "gap" in result.output.splitlines()[-1]


@pytest.mark.parametrize("source", ["", " ", "unsourced"])
def test_a_row_without_a_source_does_not_pass_the_check(source: str) -> None:
    rows = [("PER:acme", "Acme Mining", "PER", source), ("PER:inti", "Inti", "PER", "report of Outlet, 2020-01-02")]
    assert [f.id for f in find_unsourced(rows)] == ["PER:acme"]
    assert not find_unsourced(rows, "BOL")


def test_every_row_that_is_shipped_names_its_source_or_is_told_to_have_none() -> None:
    told = re.compile(
        r"CIA World Factbook|Phoenix dict|Wikidata \(CC0\)|Institute for Government|FinanceDatabase|its own name tells"
        r"|state of the head office: |reports? of .*\d{4}-\d\d-\d\d|unsourced$"
    )
    assert [row for row in organisation_rows() if not told.match(row[3])] == []


def test_the_check_tells_rows_without_a_source() -> None:
    rows = [r for r in organisation_rows() if r[3] == "unsourced"]
    found = [f.id for f in check_knowledge(load_knowledge()) if f.kind == "source"]
    assert sorted(found) == sorted(r[0] for r in rows)


def test_namesakes_are_told_once_however_their_names_are_turned_about() -> None:
    names = [tuple(sorted(f.who)) for f in check_knowledge(load_knowledge()) if f.kind == "name"]
    assert len(names) == len(set(names))


def test_no_name_of_a_person_begins_with_a_preposition() -> None:
    assert [f.who for f in find_cut_names([("a", "of Peru"), ("b", "de la Rúa"), ("c", "Ana Quispe")])] == [
        ("of Peru",)
    ]
    assert find_cut_names((p.id, p.name) for p in load_knowledge().people.values()) == ()


def test_a_reader_of_trips_takes_no_end_of_a_phrase_for_a_name() -> None:
    assert clean_name("of Peru") == ""
    assert clean_name("Ana Quispe of Peru") == "Ana Quispe"


@pytest.mark.parametrize(
    ("name", "other", "is_so"),
    [
        ("Salman bin Abdulaziz", "Abdulaziz bin Salman", True),
        ("Salman bin Abdulaziz", "Abdulaziz bin Salman Al Saud", True),
        ("Salman bin Abdulaziz", "Salman bin Abdulaziz Al Saud", False),
        ("Kim Jong Un", "Jong Un Kim", False),
    ],
)
def test_a_son_is_never_his_father(name: str, other: str, is_so: bool) -> None:
    assert is_turned_about(name, other) is is_so


def test_no_person_bears_a_name_turned_about_into_his_fathers() -> None:
    people = [(p.name, n) for p in load_knowledge().people.values() for n in p.actor().names]
    assert [pair for pair in people if is_turned_about(*pair)] == []
