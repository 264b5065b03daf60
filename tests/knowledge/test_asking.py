"""Which office a person's words ask for."""

from __future__ import annotations

import pytest
from typer.testing import CliRunner

from legation.cli.knowing import app
from legation.errors import UsageError
from legation.knowledge import load_knowledge
from legation.knowledge.asking import find_offices, split_state

run = CliRunner().invoke


@pytest.mark.parametrize(
    ("words", "office"),
    [
        ("president of Ukraine", "UKR:president"),
        ("Ukraine's president", "UKR:president"),
        ("UN secretary-general", "UNO:secretary_general"),
        ("Secretary of State of the United States", "USA:foreign_minister"),
        ("USA:secretary_of_state", "USA:foreign_minister"),
        ("USA:ambassador_to_pakistan", "USA:ambassador_to_pakistan"),
        ("Treasury Secretary", "USA:finance_minister"),
        ("Pope", "VAT:monarch"),
        ("NATO chief", "NATO:secretary_general"),
        ("president of the European Commission", "EUR:commission_president"),
        ("EU foreign policy chief", "EUR:foreign_policy_chief"),
        ("king of Saudi Arabia", "SAU:monarch"),
        ("defence minister, Israel", "ISR:defence_minister"),
    ],
)
def test_words_in_any_order_name_the_office_first(words: str, office: str) -> None:
    assert find_offices(load_knowledge(), words)[0].id == office


def test_words_of_a_role_give_one_office_and_a_state_alone_gives_all() -> None:
    assert len(find_offices(load_knowledge(), "French foreign minister")) == 1
    assert len(find_offices(load_knowledge(), "France")) > 10


def test_an_office_that_many_states_have_wants_a_state() -> None:
    with pytest.raises(UsageError, match="no state"):
        find_offices(load_knowledge(), "foreign minister")
    with pytest.raises(UsageError, match="no office 'archduke' of FRA"):
        find_offices(load_knowledge(), "archduke of France")


def test_the_state_may_stand_last() -> None:
    assert split_state(load_knowledge(), "finance minister of South Korea") == ("KOR", "finance minister")


def test_an_open_term_says_when_it_was_last_checked() -> None:
    result = run(app, ["who", "king of Saudi Arabia", "--on", "2020"])
    assert "open when last checked 20" in result.output


def test_a_year_gives_all_who_held_the_office_in_it() -> None:
    lines = run(app, ["who", "UK prime minister", "--on", "2022"]).output.splitlines()
    assert [line.split("  ")[1] for line in lines[1:]] == ["Boris Johnson", "Liz Truss", "Rishi Sunak"]


def test_a_wrong_day_is_told_of_its_own_option() -> None:
    result = run(app, ["who", "UK prime minister", "--on", "soon"])
    assert isinstance(result.exception, UsageError)
    assert "--on soon" in str(result.exception)


def test_who_was_there_last_is_told_where_nobody_is_known() -> None:
    result = run(app, ["who", "Pakistan army chief", "--on", "2031-01-01"])
    assert "not known" in result.output
    assert "before it:" in result.output
