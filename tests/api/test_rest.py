from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from legation.errors import StoreError
from legation.exporters.rows import FIELDS
from legation.rest.streaming import stream
from legation.store import Store
from legation.web import create_app

TOKEN = "a-token-for-tests"


@pytest.fixture
def client(example_path: Path) -> TestClient:
    return TestClient(create_app(example_path, token=TOKEN), base_url="http://127.0.0.1")


def test_events_come_a_page_at_a_time(client: TestClient) -> None:
    seen, address = [], "/api/events?limit=4"
    while address:
        answer = client.get(address)
        page = answer.json()
        seen += [event["id"] for event in page["items"]]
        address = answer.links["next"]["url"] if page["next"] is not None else ""
    assert len(seen) == len(set(seen)) == page["total"] > 4


def test_events_are_filtered_as_on_the_command_line(client: TestClient) -> None:
    found = client.get("/api/events", params={"dyad": "Norway,POL", "status": "planned"}).json()["items"]
    assert found
    assert all(any(r["value"] == "planned" for r in event["status"]) for event in found)


def test_an_event_carries_quotes_that_stand_in_the_reports(client: TestClient) -> None:
    event_id = client.get("/api/events").json()["items"][0]["id"]
    event = client.get(f"/api/events/{event_id}").json()
    assert set(FIELDS["events"]) <= set(event)
    assert len(event["quotes"]) == len(event["claim_ids"]) > 0
    for quote in event["quotes"]:
        document = client.get(f"/api/documents/{quote['document_id']}").json()
        assert document["text"][quote["start"] : quote["end"]] == quote["words"]


@pytest.mark.parametrize("address", ["/", "/documents", "/agreements", "/conflicts", "/search?q=tariff"])
def test_each_address_answers_and_says_when_nothing_changed(client: TestClient, address: str) -> None:
    first = client.get(f"/api{address}")
    assert first.status_code == 200
    again = client.get(f"/api{address}", headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_the_description_names_every_address_and_field(client: TestClient) -> None:
    described = client.get("/api/openapi.json").json()
    assert {"/events", "/events/{event_id}", "/search", "/judgements", "/export/{kind}"} <= set(described["paths"])
    shape = described["paths"]["/events"]["get"]["responses"]["200"]["content"]["application/json"]["schema"]
    assert set(shape["properties"]["items"]["items"]["properties"]) == set(FIELDS["events"])
    assert {p["name"] for p in described["paths"]["/events"]["get"]["parameters"]} >= {"dyad", "since", "limit"}


def test_an_export_is_streamed(client: TestClient) -> None:
    lines = client.get("/api/export/claims").text.splitlines()
    assert [tuple(json.loads(line)) for line in lines] == [FIELDS["claims"]] * len(lines) != []
    assert client.get("/api/export/claims?format=csv").text.startswith("id,document_id,")


def test_what_is_wrong_is_told_with_a_remedy(client: TestClient) -> None:
    for address, code in (("/api/events?type=CONSULTS", 400), ("/api/events?dyad=Nobody Known", 400),
                          ("/api/events/none", 404), ("/api/export/calls", 400)):  # fmt: skip
        answer = client.get(address)
        assert answer.status_code == code
        assert answer.json()["remedy"]
    assert client.get("/api/events?limit=9999").status_code == 422
    assert client.get("/api/events", headers={"host": "evil.example"}).status_code == 400


def test_a_judgement_needs_the_token_and_can_be_taken_back(example_path: Path, tmp_path: Path) -> None:
    path = Path(shutil.copyfile(example_path, tmp_path / "record.db"))
    app = create_app(path, token=TOKEN)
    client = TestClient(app, base_url="http://127.0.0.1")
    left, right = (event["claim_ids"][0] for event in client.get("/api/events").json()["items"][:2])
    said = {"verdict": "different", "left": left, "right": right, "reason": "two days"}
    assert client.post("/api/judgements", json=said).status_code == 401
    wrong = {"Authorization": "Bearer guess"}
    assert client.post("/api/judgements", json=said, headers=wrong).status_code == 401
    key = {"Authorization": f"Bearer {TOKEN}"}
    assert client.post("/api/judgements", json=said, headers=key).status_code == 201
    made = [j["id"] for j in map(json.loads, client.get("/api/export/judgements").text.splitlines()) if j["at"]]
    assert len(made) == 1
    assert client.delete(f"/api/judgements/{made[0]}").status_code == 401
    assert client.delete(f"/api/judgements/{made[0]}", headers=key).json() == {"undone": made[0]}
    app.state.desk.wait()
    with Store.open(path) as store:
        assert [j.undone_by is not None for j in store.decisions()] == [True]


def test_a_reading_accepted_over_http_is_the_one_shown(example_path: Path, tmp_path: Path) -> None:
    path = Path(shutil.copyfile(example_path, tmp_path / "record.db"))
    app = create_app(path, token=TOKEN)
    client = TestClient(app, base_url="http://127.0.0.1")
    with Store.open(path) as store:
        event = next(e for e in store.events() if e.when)
    said = {"reading": f"{event.id}:when:{len(event.when)}", "reason": "the later report corrects the first"}
    assert client.post("/api/judgements/accept", json=said).status_code == 401
    key = {"Authorization": f"Bearer {TOKEN}"}
    assert client.post("/api/judgements/accept", json=said, headers=key).status_code == 201
    missing = {**said, "reading": f"{event.id}:when:99"}
    assert client.post("/api/judgements/accept", json=missing, headers=key).status_code == 400
    app.state.desk.wait()
    with Store.open(path) as store:
        made = next(e for e in store.events() if e.id == event.id)
        assert {d.verdict for d in store.decisions()} == {"accept"}
        assert [r.claim_ids for r in made.when if r.display] == [event.when[-1].claim_ids]


def test_whoever_stops_listening_stops_the_reading(example_path: Path) -> None:
    pieces = stream(example_path, "claims", "jsonl")
    assert next(pieces)
    pieces.close()  # type: ignore[attr-defined]
    with pytest.raises(StoreError):
        next(stream(example_path.with_name("nowhere.db"), "claims", "jsonl"))
