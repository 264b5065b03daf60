from __future__ import annotations

import re
from pathlib import Path

from legation.exporters import FORMATS
from legation.rest.app import READING

DOCS = Path(__file__).parents[2] / "docs"


def test_every_format_is_explained() -> None:
    named = set(re.findall(r"`([\w-]+)`", (DOCS / "exports.md").read_text(encoding="utf-8")))
    assert set(FORMATS) <= named


def test_every_address_is_explained() -> None:
    page = (DOCS / "rest.md").read_text(encoding="utf-8")
    addresses = [re.sub(r"\{\w+(:path)?\}", "{id}", row[0]) for row in READING if row[0] != "/"]
    assert [a for a in addresses if f"/api{a}" not in page] == []
