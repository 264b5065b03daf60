"""What the knowledge says of states, offices and people."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from legation.knowledge import load_knowledge, name_form


def holders(office: str, day: date) -> list[str]:
    return [a.name for a in load_knowledge().holders(office, day)]


def test_an_office_has_another_holder_after_the_change_of_government() -> None:
    assert holders("USA:foreign_minister", date(2016, 5, 1)) == ["John Kerry"]
    assert holders("USA:foreign_minister", date(2019, 5, 1)) == ["Mike Pompeo"]


def test_a_second_term_after_a_gap_is_kept_apart() -> None:
    assert holders("USA:president", date(2018, 1, 1)) == ["Donald Trump"]
    assert holders("USA:president", date(2023, 1, 1)) == ["Joe Biden"]
    assert holders("USA:president", date(2025, 6, 1)) == ["Donald Trump"]


def test_nobody_is_known_where_the_sources_have_ended() -> None:
    assert holders("KOR:army_chief", date(2026, 6, 1)) == []


def test_two_spellings_of_a_name_are_one_person() -> None:
    knowledge = load_knowledge()
    assert knowledge.people_named("Kim Jong-Un") == knowledge.people_named("Kim Jong Un")
    assert name_form("Kim Jong‑un") == "kim jong un"


def test_a_party_has_the_office_of_the_day() -> None:
    knowledge = load_knowledge()
    (putin,) = knowledge.people_named("Vladimir Putin")
    assert knowledge.party(putin.id, date(2010, 1, 1)).office == "Prime Minister of Russia"
    assert knowledge.party(putin.id, date(2015, 1, 1)).office_id == "RUS:president"


def test_a_party_out_of_office_is_a_former_one() -> None:
    knowledge = load_knowledge()
    (merkel,) = knowledge.people_named("Angela Merkel")
    party = knowledge.party(merkel.id, date(2022, 3, 1))
    assert (party.office, party.sector) == (None, "ELI")


def test_a_seat_speaks_for_its_state() -> None:
    knowledge = load_knowledge()
    assert knowledge.find_state("Foggy Bottom") == "USA"
    assert knowledge.find_state("Kiev") == knowledge.find_state("Kyiv") == "UKR"
    assert knowledge.find_state("Gaza") is None


def test_an_adjective_of_two_states_names_none_unless_usage_settles_it() -> None:
    knowledge = load_knowledge()
    assert knowledge.find_state("Korean", "adjective") is None
    assert knowledge.find_state("South Korean", "adjective") == "KOR"


def test_every_tenure_is_of_a_known_person_and_office() -> None:
    knowledge = load_knowledge()
    assert all(t.actor_id in knowledge.people and t.office_id in knowledge.offices for t in knowledge.tenures)


def test_no_tenure_ends_before_it_begins_by_more_than_a_slip_of_the_source() -> None:
    wrong = [t for t in load_knowledge().tenures if t.first and t.last and t.first > t.last]
    assert len(wrong) < 100


@pytest.mark.parametrize(
    ("office", "day", "name"),
    [
        ("NATO:secretary_general", date(2018, 7, 11), "Jens Stoltenberg"),
        ("NATO:secretary_general", date(2025, 6, 25), "Mark Rutte"),
        ("EUR:commission_president", date(2023, 5, 1), "Ursula von der Leyen"),
        ("EUR:foreign_policy_chief", date(2016, 1, 1), "Federica Mogherini"),
        ("WB:president", date(2024, 1, 1), "Ajay Banga"),
    ],
)
def test_who_heads_an_organisation_is_known_from_dated_reports(office: str, day: date, name: str) -> None:
    knowledge = load_knowledge()
    assert [a.name for a in knowledge.holders(office, day)] == [name]
    assert all(
        t.attested for a in knowledge.holders(office, day) for t in knowledge.terms_in(office) if t.actor_id == a.id
    )


def test_earlier_heads_of_organisations_are_known_from_public_pages() -> None:
    knowledge = load_knowledge()
    assert [a.name for a in knowledge.holders("UNO:secretary_general", date(1994, 5, 1))] == ["Boutros Boutros-Ghali"]
    assert [a.name for a in knowledge.holders("NATO:secretary_general", date(2001, 9, 12))] == ["George Robertson"]


def test_who_heads_an_organisation_stands_for_it_and_not_for_his_state() -> None:
    knowledge = load_knowledge()
    (person,) = knowledge.people_named("Jens Stoltenberg")
    assert knowledge.party(person.id, date(2018, 7, 11)).state == "IGO"
    assert knowledge.party(person.id, date(2012, 7, 11)).state == "NOR"


def test_two_spellings_of_one_holder_are_one_person() -> None:
    knowledge = load_knowledge()
    ids = {a.id for n in ("Mohammed bin Salman", "Mohammad bin Salman") for a in knowledge.people_named(n)}
    assert len(ids) == 1
    assert [a.name for a in knowledge.people_surnamed("Zelensky")] == ["Volodymyr Zelenskyy"]


@pytest.mark.parametrize(
    ("office", "day"),
    [
        ("JOR:monarch", date(2023, 10, 7)),
        ("KWT:monarch", date(2019, 6, 1)),
        ("BHR:monarch", date(2019, 6, 1)),
        ("AUS:monarch", date(2015, 6, 1)),
        ("GRC:president", date(2022, 6, 1)),
        ("MNG:prime_minister", date(2023, 6, 1)),
        ("KAZ:prime_minister", date(2022, 6, 1)),
    ],
)
def test_a_throne_or_chair_has_one_holder(office: str, day: date) -> None:
    assert len(holders(office, day)) == 1


def test_a_short_name_and_the_name_in_full_are_one_person() -> None:
    knowledge = load_knowledge()
    ids = {a.id for n in ("Jen Psaki", "Jennifer Psaki") for a in knowledge.people_named(n)}
    assert len(ids) == 1


def test_a_middle_name_in_another_office_may_be_a_namesake() -> None:
    knowledge = load_knowledge()
    assert knowledge.people_named("Bob Riley") != knowledge.people_named("Robert J. Riley")


def test_a_misprint_of_a_source_is_put_right() -> None:
    assert [a.name for a in load_knowledge().holders("SVK:president", date(2016, 5, 1))] == ["Andrej Kiska"]


def test_the_leader_is_of_the_government_from_the_day_of_the_change() -> None:
    knowledge = load_knowledge()
    assert knowledge.leading_role("ITA", date(2019, 4, 5)) == "prime_minister"
    assert knowledge.leading_role("TUR", date(2019, 4, 5)) is None
    assert knowledge.leading_role("FRA", date(2019, 4, 5)) is None


def test_the_head_of_the_british_general_staff_leads_the_army() -> None:
    assert len(holders("GBR:army_chief", date(2015, 6, 1))) == 1
    assert holders("GBR:defence_chief", date(2015, 6, 1)) == []


def test_the_page_tells_of_whom_the_tables_know() -> None:
    top = Path(__file__).parents[2]
    command = [sys.executable, "-m", "tools.write_coverage", "--check"]
    assert subprocess.run(command, cwd=top, check=False).returncode == 0, "python -m tools.write_coverage"
