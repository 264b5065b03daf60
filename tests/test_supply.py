"""What the program rests on: every package pinned by hash, with a licence that allows its use."""

from __future__ import annotations

import json
import re
import tomllib
from itertools import chain
from pathlib import Path

import pytest

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
