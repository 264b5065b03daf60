"""Who reports say held which office: attested, learnt, compared with the knowledge, and flagged."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import pytest
import yaml

from legation.analysis import analyse
from legation.documents import make_document
from legation.knowledge import add_own, load_knowledge, read_own
from legation.records import Analysis, RawDocument
from legation.tenures import Attestation, Learnt, find_attestations, learn_tenures, write_learnt


def read(name: str, text: str, published: str | None = "2026-03-03") -> Analysis:
    return analyse(make_document(RawDocument(name=name, id=name, text=text, published=published)))


def told(*analyses: Analysis) -> list[Attestation]:
    return [a for n in analyses for a in find_attestations(n.document, n.mentions, load_knowledge())]


def learnt(*analyses: Analysis) -> dict[str, Learnt]:
    return {t.person: t for t in learn_tenures(told(*analyses), load_knowledge())}


NORWAY = read("a", "Norway's Finance Minister Erik Dahl met his Danish counterpart in Oslo on Tuesday.")
AGAIN = read("b", "Norwegian Finance Minister Erik Dahl signed a loan with Kenya.", "2026-05-09")


def test_a_dated_report_that_names_office_state_and_person_attests_a_tenure() -> None:
    (found,) = told(NORWAY)
    assert (found.office_id, found.person, found.day) == ("NOR:finance_minister", "Erik Dahl", date(2026, 3, 3))
    assert found.evidence.quote in NORWAY.document.text


def test_two_reports_make_a_learnt_tenure_between_their_days() -> None:
    found = learnt(NORWAY, AGAIN)["Erik Dahl"]
    assert (found.first, found.last, found.documents) == (date(2026, 3, 3), date(2026, 5, 9), 2)
    assert found.verdict == "silent"


def test_the_order_of_the_reports_has_no_part() -> None:
    assert learnt(NORWAY, AGAIN) == learnt(AGAIN, NORWAY)


def test_one_report_is_not_enough() -> None:
    assert not learnt(NORWAY)


@pytest.mark.parametrize(
    "text",
    [
        "Norway's former Finance Minister Erik Dahl spoke in Oslo.",
        "Norway's Deputy Finance Minister Erik Dahl spoke in Oslo.",
        "Norwegian spokesman Erik Dahl spoke in Oslo.",
        "Erik Dahl spoke in Oslo.",
    ],
)
def test_former_and_deputy_holders_and_offices_of_many_attest_nothing(text: str) -> None:
    assert not told(read("a", text))


def test_an_undated_report_attests_nothing() -> None:
    assert not told(read("a", "Norway's Finance Minister Erik Dahl spoke in Oslo.", None))


def test_a_former_holder_who_keeps_the_title_is_no_contradiction() -> None:
    text = "US Secretary of State John Kerry gave a lecture in Boston."
    found = learnt(read("a", text, "2019-05-03"), read("b", text + " He left.", "2019-06-03"))["John Kerry"]
    assert (found.verdict, found.known) == ("earlier", ("Mike Pompeo",))


def test_somebody_elses_office_is_a_flag_on_the_claim() -> None:
    text = "Norway's Foreign Minister Erik Dahl met US Secretary of State Mike Pompeo in Oslo on Tuesday."
    flags = {f for c in read("a", text, "2019-05-08").claims for f in c.flags}
    assert any(f.startswith("office: the report calls Erik Dahl foreign minister, NOR") for f in flags)
    assert not any("Pompeo" in f for f in flags)


def test_no_flag_where_the_knowledge_has_ended() -> None:
    text = "Norway's Foreign Minister Erik Dahl met Kenyan officials in Oslo on Tuesday."
    assert not [f for c in read("a", text, "2026-05-08").claims for f in c.flags]


def test_what_is_learnt_is_read_back_as_attested(tmp_path: Path) -> None:
    out = io.StringIO()
    assert write_learnt(learnt(NORWAY, AGAIN).values(), out) == 1
    assert yaml.safe_load(out.getvalue())["tenures"][0]["quotes"]
    (tmp_path / "learnt.yaml").write_text(out.getvalue(), "utf-8")
    knowledge = add_own(read_own(tmp_path))
    (term,) = [t for t in knowledge.terms_in("NOR:finance_minister") if t.last == date(2026, 5, 9)]
    assert term.attested
    assert [a.name for a in knowledge.holders("NOR:finance_minister", date(2026, 4, 1))] == ["Erik Dahl"]
