"""Pages stay on this machine, and only whoever has the token writes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from legation.store import Store
from legation.web import create_app
from tests.web.conftest import TOKEN

OWN = {"origin": "http://127.0.0.1", "sec-fetch-site": "same-origin"}


@pytest.fixture
def writer(store_path: Path) -> TestClient:
    found = TestClient(create_app(store_path, token=TOKEN), base_url="http://127.0.0.1")
    found.get(f"/?token={TOKEN}")
    return found


def pair_of(path: Path) -> dict[str, str]:
    with Store.open(path) as store:
        first = store.catalogue.doubts(1)[0]
    return {"left": first.left, "right": first.right, "verdict": "different", "token": TOKEN}


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "localhost.evil.example:80", ""])
def test_a_foreign_host_name_is_refused(client: TestClient, host: str) -> None:
    assert client.get("/", headers={"host": host}).status_code == 400


@pytest.mark.parametrize("host", ["127.0.0.1:8000", "localhost", "[::1]:99"])
def test_names_of_this_machine_are_served(client: TestClient, host: str) -> None:
    assert client.get("/", headers={"host": host}).status_code == 200


def test_the_policy_allows_nothing_inline_and_nothing_foreign(client: TestClient) -> None:
    answer = client.get("/")
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy
    assert not re.search(r"<style|\sstyle=|<script(?![^>]*src=)|\son\w+=", answer.text)


def test_no_cookie_no_judgement(client: TestClient, built: Path) -> None:
    assert TOKEN not in client.get("/review").text
    assert client.post("/judgements", data=pair_of(built), headers=OWN).status_code == 403


@pytest.mark.parametrize("headers", [{"origin": "http://evil.example"}, {"sec-fetch-site": "cross-site"},
                                     {"origin": "http://127.0.0.1:1"}, {"origin": "null"}])  # fmt: skip
def test_another_sites_form_is_refused(writer: TestClient, store_path: Path, headers: dict[str, str]) -> None:
    assert writer.post("/judgements", data=pair_of(store_path), headers=headers).status_code == 403


def test_a_form_without_its_token_is_refused(writer: TestClient, store_path: Path) -> None:
    data = {**pair_of(store_path), "token": "a-guess"}
    assert writer.post("/judgements", data=data, headers=OWN).status_code == 403


def test_the_token_leaves_the_address_and_stays_from_scripts(store_path: Path) -> None:
    fresh = TestClient(create_app(store_path, token=TOKEN), base_url="http://127.0.0.1", follow_redirects=False)
    answer = fresh.get(f"/events/x?token={TOKEN}")
    assert answer.headers["location"] == "/events/x"
    assert {"httponly", "samesite=strict"} <= {p.strip().lower() for p in answer.headers["set-cookie"].split(";")}


def test_a_judgement_is_kept_at_once_and_the_record_follows(writer: TestClient, store_path: Path) -> None:
    pair = pair_of(store_path)
    assert writer.post("/judgements", data=pair, headers=OWN, follow_redirects=False).status_code == 303
    writer.app.state.desk.wait()  # type: ignore[attr-defined]
    with Store.open(store_path) as store:
        made = store.decisions()[0]
        homes = store.catalogue.homes([pair["left"], pair["right"]])
        assert (made.left, made.right, made.verdict) == (pair["left"], pair["right"], "different")
    assert len(set(homes.values())) == 2


def test_a_form_leads_back_to_our_own_pages_only(writer: TestClient, store_path: Path) -> None:
    data = {**pair_of(store_path), "then": "//evil.example/"}
    answer = writer.post("/judgements", data=data, headers=OWN, follow_redirects=False)
    assert answer.headers["location"] == "/review"
    writer.app.state.desk.wait()  # type: ignore[attr-defined]


def test_a_disputed_reading_is_accepted_from_its_events_page(writer: TestClient, store_path: Path) -> None:
    with Store.open(store_path) as store:
        disputed = [e.id for e in store.events() if e.conflicts]
    pages = (writer.get(f"/events/{event_id}").text for event_id in disputed)
    page = next(page for page in pages if "Accept this reading" in page)
    reading = re.findall(r'<option value="([^"]+)"', page)[-1]
    answer = writer.post("/judgements/accept", data={"reading": reading, "token": TOKEN}, headers=OWN)
    assert answer.status_code == 200
    with Store.open(store_path) as store:
        (word, *_) = (j for j in store.decisions() if j.verdict == "accept")
    assert word.right.startswith(f"{reading.split(':')[1]}=")
