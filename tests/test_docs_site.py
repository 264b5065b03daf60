"""The documentation has every page in its contents, and no page leads to one that is not there."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"
PAGES = sorted(DOCS.rglob("*.md"))


def pages_of(contents: Any) -> list[str]:
    """All files that a table of contents names."""
    if isinstance(contents, str):
        return [contents]
    parts = list(contents.values()) if isinstance(contents, dict) else contents
    return [page for part in parts for page in pages_of(part)]


def test_the_contents_name_every_page_once() -> None:
    named = pages_of(yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))["nav"])
    assert sorted(named) == [str(p.relative_to(DOCS)) for p in PAGES]


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(DOCS)))
def test_every_link_inside_the_documentation_leads_to_a_file(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#\s]+)", page.read_text(encoding="utf-8")):
        assert target.startswith("http") or (page.parent / target).is_file(), target


def test_the_reference_names_what_is_there() -> None:
    for name in re.findall(r"^::: ([\w.]+)$", (DOCS / "reference.md").read_text(encoding="utf-8"), re.M):
        module, _, last = name.rpartition(".")
        source = ROOT.joinpath(*module.split("."))
        file = source.with_suffix(".py") if source.with_suffix(".py").is_file() else source / "__init__.py"
        assert re.search(rf"^(?:def|class) {last}\b", file.read_text(encoding="utf-8"), re.M), name
