"""The first page tells what is new in what people follow, and addresses of earlier runs lead on."""

from __future__ import annotations

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from legation.store import Store, Watch
from legation.web import create_app, write_site
from tests.store import made
from tests.store.test_watching import joined, write


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with Store.open(tmp_path / "r.db", create=True) as store:
        write(store, made.record(), joined(made.record()))
    return tmp_path / "r.db"


def test_the_first_page_tells_news_of_a_watch_at_once(path: Path) -> None:
    client = TestClient(create_app(path), base_url="http://127.0.0.1")
    before = client.get("/")
    with Store.open(path) as store:
        store.add_watch(Watch("the two ministries", ("NOR", "SUD"), at="2025-01-01"))
    after = client.get("/", headers={"if-none-match": before.headers["etag"]})
    assert "What you follow" not in before.text
    assert "the two ministries" in after.text
    assert "1 new or changed in the last run" in after.text


@pytest.mark.parametrize("address", ["/events/{}", "/events/{}/reports", "/api/events/{}"])
def test_a_former_address_leads_to_the_event_of_now(path: Path, address: str) -> None:
    client = TestClient(create_app(path), base_url="http://127.0.0.1")
    moved = client.get(address.format("e1"), follow_redirects=False)
    assert (moved.status_code, moved.headers["location"]) == (307, address.format("e3"))
    assert client.get(address.format("e1")).status_code == 200
    assert client.get(address.format("e0")).status_code == 404


def test_a_site_has_a_file_for_a_former_id(path: Path, tmp_path: Path) -> None:
    with Store.open(path) as store:
        write_site(store, tmp_path / "site")
    assert 'url=../events/e3.html"' in (tmp_path / "site" / "events" / "e1.html").read_text(encoding="utf-8")
