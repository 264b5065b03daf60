"""The site is the same pages as files, whose links lead to files."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote, urldefrag

import pytest
from lxml import html

from legation.store import Store
from legation.web import write_site


@pytest.fixture(scope="module")
def site(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    with Store.open(built) as store:
        assert write_site(store, folder) > 60
    return folder


def test_every_address_of_the_site_is_a_file_of_it(site: Path) -> None:
    for file in site.rglob("*.html"):
        page = html.fromstring(file.read_text(encoding="utf-8"))
        for address in page.xpath("//a/@href | //link/@href | //script/@src"):
            path = unquote(urldefrag(address).url)
            assert not path.startswith(("/", "http"))
            assert not path or (file.parent / path).is_file(), f"{file}: {address}"


def test_words_are_found_by_their_anchor(site: Path) -> None:
    file = next(site.glob("events/event-*.html"))
    cite = html.fromstring(file.read_text(encoding="utf-8")).xpath("//a[@class='cite']")[0]
    path, anchor = urldefrag(cite.get("href"))
    page = html.fromstring((file.parent / unquote(path)).read_text(encoding="utf-8"))
    assert page.xpath(f"//mark[@id='{anchor}']")


def test_the_site_has_nothing_to_write_with(site: Path) -> None:
    assert not (site / "review.html").exists()
    assert not any("<form" in f.read_text(encoding="utf-8") for f in site.rglob("*.html"))


def test_two_runs_write_the_same_bytes(site: Path, built: Path, tmp_path: Path) -> None:
    with Store.open(built) as store:
        write_site(store, tmp_path)
    files = sorted(p.relative_to(site) for p in site.rglob("*") if p.is_file())
    assert all((site / f).read_bytes() == (tmp_path / f).read_bytes() for f in files)
