"""What the program rests on: every package pinned by hash, with a licence that allows its use."""

from __future__ import annotations

import json
import re
import tomllib
import zipfile
from itertools import chain
from pathlib import Path

import pytest

from tools.audit_lock import find_weaknesses, is_affected, main, read_advisories
from tools.write_supply import BILL, LOCK, TABLE, is_allowed, licence_of, read_lock, read_table

ROOT = Path(__file__).parents[1]


def test_every_package_is_pinned_by_hash() -> None:
    packages = list(read_lock(LOCK.read_text("utf-8")))
    assert len(packages) > 40
    assert [p.name for p in packages if not p.hashes] == []


def test_every_dependency_is_in_the_lock() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = {name: needs for name, needs in project["optional-dependencies"].items() if name not in ("dev", "docs")}
    wanted = [d for d in (*project["dependencies"], *chain(*extras.values())) if not d.startswith("legation[")]
    pinned = {p.name for p in read_lock(LOCK.read_text("utf-8"))}
    names = {re.split(r"[^\w.-]", d)[0].lower().replace("_", "-") for d in wanted}
    assert names - pinned == set()


def test_every_licence_is_listed_and_allowed() -> None:
    stated = read_table(TABLE.read_text("utf-8"))
    packages = list(read_lock(LOCK.read_text("utf-8")))
    assert [p.name for p in packages if p.name not in stated] == []
    assert [name for name, licence in stated.items() if not is_allowed(licence)] == []
    assert [p.name for p in packages if p.licence and not is_allowed(p.licence)] == []


def test_the_bill_of_materials_names_what_is_pinned() -> None:
    bill = json.loads(BILL.read_text("utf-8"))
    assert [(c["name"], c["version"]) for c in bill["components"]] == [
        (p.name, p.version) for p in read_lock(LOCK.read_text("utf-8"))
    ]


@pytest.mark.parametrize(
    ("licence", "allowed"),
    [("MIT", True), ("MPL-1.1 OR GPL-2.0-only", True), ("GPL-3.0", False), ("MIT AND AGPL-3.0", False), ("", False)],
)
def test_the_gpl_is_allowed_only_where_another_may_be_chosen(licence: str, allowed: bool) -> None:
    assert is_allowed(licence) is allowed


def test_an_installed_package_says_its_licence() -> None:
    assert "MIT" in licence_of("spacy")
    assert licence_of("no-such-package-anywhere") == ""


def advisory(name: str, *events: dict[str, str], **more: object) -> dict[str, object]:
    """An advisory of our own about a package of PyPI."""
    ranges = [{"type": "ECOSYSTEM", "events": [{"introduced": "0"}, *events]}]
    affected = [{"package": {"ecosystem": "PyPI", "name": name}, "ranges": ranges}]
    return {"id": f"TEST-{name}", "summary": "Made for this test.", "affected": affected, **more}


@pytest.mark.parametrize(
    ("version", "event", "affected"),
    [
        ("3.1.2", {"fixed": "3.1.4"}, True),
        ("3.1.4", {"fixed": "3.1.4"}, False),
        ("3.10", {"fixed": "3.9"}, False),
        ("3.1", {"last_affected": "3.1"}, True),
        ("3.2", {"last_affected": "3.1"}, False),
    ],
)
def test_a_version_is_affected_up_to_the_one_that_mends_it(version: str, event: dict[str, str], affected: bool) -> None:
    events = [{"introduced": "2.0"}, event]
    assert is_affected(version, {"ranges": [{"type": "ECOSYSTEM", "events": events}]}) is affected


def test_a_weakness_that_came_back_is_found_again() -> None:
    events = [{"introduced": "0"}, {"fixed": "1.2"}, {"introduced": "2.0"}]
    found = [v for v in ("1.0", "1.5", "2.1") if is_affected(v, {"ranges": [{"type": "ECOSYSTEM", "events": events}]})]
    assert found == ["1.0", "2.1"]


def test_only_pinned_versions_and_standing_advisories_count() -> None:
    told = [
        advisory("Jinja2", {"fixed": "9"}),
        advisory("flask", {"fixed": "9"}),
        advisory("jinja2", id="TEST-2", withdrawn="2025-01-01T00:00:00Z"),
    ]
    assert [(w.name, w.fixed) for w in find_weaknesses([("jinja2", "3.1"), ("rich", "1")], told)] == [
        ("jinja2", ("9",))
    ]


def test_the_lock_is_audited_with_a_zip_of_advisories(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as held:
        held.writestr("a.json", json.dumps(advisory("jinja2", {"fixed": "99"})))
        held.writestr("b.json", json.dumps(advisory("lxml", {"fixed": "0.1"})))
    assert len(list(read_advisories(tmp_path / "all.zip"))) == 2
    assert main([str(tmp_path / "all.zip")]) == 1
    assert capsys.readouterr().out.startswith("jinja2 ")
    assert main([str(tmp_path / "all.zip"), "--ignore", "TEST-jinja2"]) == 0
    (tmp_path / "none").mkdir()
    assert main([str(tmp_path / "none")]) == 2
