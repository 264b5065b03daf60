"""What ``knowledge check`` finds, and what the commands print."""

from __future__ import annotations

import json

from typer.testing import CliRunner

from legation.cli.knowing import app
from legation.knowledge import load_knowledge
from legation.knowledge.checks import check_knowledge

run = CliRunner().invoke


def test_findings_are_of_the_state_asked_for_and_never_a_handover() -> None:
    findings = check_knowledge(load_knowledge(), "ITA")
    assert all(f.id.startswith("ITA:") for f in findings if f.kind != "name")
    assert all(f.first and f.last and (f.last - f.first).days > 31 for f in findings if f.kind != "name")


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
