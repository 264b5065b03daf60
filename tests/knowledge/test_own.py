"""What users add: YAML, Wikidata tables, FollowTheMoney; and what is said of a wrong line."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from legation.errors import KnowledgeError, UsageError
from legation.knowledge import FOLDER_VARIABLE, Knowledge, add_own, digest_own, load_knowledge, read_own

DESK = """
source: our desk
checked: 2026-11-01
people:
  - {name: Erik Dahl, state: Norway, names: [Eric Dahl]}
tenures:
  - person: Erik Dahl
    office: Norwegian Minister of Foreign Affairs
    first: 2023-01-10
  - person: Ola Berg
    office: Foreign Minister
    state: NOR
    first: 2022-10-01
    last: 2022-12-01
    attested: true
organisations:
  - {id: "NOR:fjordworks", kind: company, name: Fjordworks, state: NOR, sector: BUS}
"""
TABLE = """item,itemLabel,positionLabel,country,startTime,endTime
http://www.wikidata.org/entity/Q77,Aino Testinen,Minister of Defence of Finland,http://www.wikidata.org/entity/Q33,2026-02-01T00:00:00Z,
"""
ENTITIES = (
    {"id": "p", "schema": "Person", "properties": {"name": ["Mario Prova"], "nationality": ["it"]}},
    {"id": "o", "schema": "Position", "properties": {"name": ["Minister of Finance"], "country": ["it"]}},
    {"id": "x", "schema": "Occupancy", "properties": {"holder": ["p"], "post": ["o"], "startDate": ["2026-03-01"]}},
)


def knowledge_of(folder: Path, **files: str) -> Knowledge:
    for name, text in files.items():
        (folder / name.replace("_", ".")).write_text(text, "utf-8")
    return add_own(read_own(folder))


def names(knowledge: Knowledge, office: str, day: date) -> list[str]:
    return [a.name for a in knowledge.holders(office, day)]


def test_a_holder_of_the_users_file_is_found_by_title_and_by_name(tmp_path: Path) -> None:
    knowledge = knowledge_of(tmp_path, desk_yaml=DESK)
    assert names(knowledge, "NOR:foreign_minister", date(2026, 3, 1)) == ["Erik Dahl"]
    (dahl,) = knowledge.people_named("Eric Dahl")
    assert knowledge.party(dahl.id, date(2026, 3, 1)).office == "Foreign Minister of Norway"
    assert knowledge.name_starts["eric"] >= 2


def test_a_new_term_ends_the_open_one_of_the_package(tmp_path: Path) -> None:
    before = {t.actor_id for t in load_knowledge().terms_in("NOR:foreign_minister") if t.last is None}
    terms = knowledge_of(tmp_path, desk_yaml=DESK).terms_in("NOR:foreign_minister")
    ended = [t for t in terms if t.actor_id in before and not t.attested]
    assert [t.last for t in ended] == [date(2023, 1, 9)]


def test_an_attested_term_of_the_user_never_hides_a_known_one(tmp_path: Path) -> None:
    knowledge = knowledge_of(tmp_path, desk_yaml=DESK)
    known = names(load_knowledge(), "NOR:foreign_minister", date(2022, 11, 1))
    assert names(knowledge, "NOR:foreign_minister", date(2022, 11, 1)) == known != []


def test_the_basis_names_file_and_line(tmp_path: Path) -> None:
    terms = knowledge_of(tmp_path, desk_yaml=DESK).terms_in("NOR:foreign_minister")
    assert "our desk (desk.yaml line 7); checked 2026-11-01" in {t.basis for t in terms}


def test_a_firm_of_the_user_has_its_state(tmp_path: Path) -> None:
    (firm,) = knowledge_of(tmp_path, desk_yaml=DESK).organisations_named("Fjordworks")
    assert (firm.state, firm.sector, firm.kind) == ("NOR", "BUS", "company")


def test_a_wikidata_table_gives_ids_and_terms(tmp_path: Path) -> None:
    knowledge = knowledge_of(tmp_path, a_csv=TABLE)
    (holder,) = knowledge.holders("FIN:defence_minister", date(2026, 3, 1))
    assert (holder.name, holder.wikidata) == ("Aino Testinen", "Q77")


def test_an_occupancy_gives_a_term(tmp_path: Path) -> None:
    lines = "\n".join(map(json.dumps, ENTITIES))
    assert names(knowledge_of(tmp_path, a_jsonl=lines), "ITA:finance_minister", date(2026, 4, 1)) == ["Mario Prova"]


@pytest.mark.parametrize(
    ("name", "text", "line", "words"),
    [
        ("a.yaml", "tenures:\n  - person: A B\n    office: NOR:x\n    first: 2026-13\n", 2, "no day"),
        ("a.yaml", "tenures:\n  - person: A B\n    ofice: NOR:x\n", 2, "ofice"),
        ("a.yaml", "people:\n  - name: A B\n", 2, "state is missing"),
        ("a.yaml", "people: [\n", 2, "no YAML"),
        ("a.csv", "itemLabel,positionLabel,start,end\nA B,King of Norway,2020,2019\n", 2, "before it begins"),
        ("a.csv", "itemLabel,start\nA B,2020\n", 1, "no column of the position"),
        ("a.jsonl", '{"id": 1}\n', 1, "no FollowTheMoney entity"),
        ("a.jsonl", json.dumps(ENTITIES[2]) + "\n", 1, "not in the file"),
    ],
)
def test_a_wrong_line_is_named_with_a_remedy(tmp_path: Path, name: str, text: str, line: int, words: str) -> None:
    (tmp_path / name).write_text(text, "utf-8")
    with pytest.raises(KnowledgeError, match=f"{name} line {line}: .*{words}") as caught:
        read_own(tmp_path)
    assert caught.value.remedy


def test_an_unknown_state_is_named_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("tenures:\n  - {person: A B, office: Minister of Magic}\n", "utf-8")
    with pytest.raises(KnowledgeError, match=r"a.yaml line 2: no state"):
        add_own(read_own(tmp_path)).holders("GBR:prime_minister", date(2020, 1, 1))


def test_an_empty_folder_is_wrong_usage(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no knowledge in"):
        read_own(tmp_path)


def test_the_environment_names_the_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "desk.yaml").write_text(DESK, "utf-8")
    monkeypatch.setenv(FOLDER_VARIABLE, str(tmp_path))
    load_knowledge.cache_clear()
    try:
        assert names(load_knowledge(), "NOR:foreign_minister", date(2026, 3, 1)) == ["Erik Dahl"]
    finally:
        load_knowledge.cache_clear()


def test_a_change_of_the_folder_changes_its_digest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(FOLDER_VARIABLE, raising=False)
    assert digest_own() == ""
    monkeypatch.setenv(FOLDER_VARIABLE, str(tmp_path))
    (tmp_path / "desk.yaml").write_text("people: []\n", "utf-8")
    before = digest_own()
    assert digest_own() == before
    (tmp_path / "desk.yaml").write_text("tenures: []\n", "utf-8")
    assert digest_own() != before
