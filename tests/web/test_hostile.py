"""A report that tries to act is shown as text, on every page."""

from __future__ import annotations

import pytest
from lxml import html
from starlette.testclient import TestClient

from legation.pipeline import build
from legation.store import Store
from legation.web import create_app

SCRIPT = '<script>alert(1)</script><img src=x onerror=alert(2)>"><svg onload=alert(3)>'
QUOTED = SCRIPT.replace('"', "'")
REPORT = (
    f'---\noutlet: "{QUOTED}"\nurl: "javascript:alert(4)"\ntitle: "Talks {QUOTED}"\npublished: 2025-08-05\n---\n'
    "Foreign Minister Ishaq Dar called Secretary of State Marco Rubio on 4 August 2025, a statement said. "
    "They agreed on the need for more work between the two countries, and on visits of officials later this year. "
    "The foreign ministry of Pakistan said that the talks had been useful and that both sides would meet again.\n\n"
    f"The two ministers \u202ediscussed trade\u202c and security. {SCRIPT}\n\n"
    "{{ 7 * 7 }} javascript:alert(5)\n"
)
LONG = "A" * 1_000_000


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> tuple[TestClient, list[str]]:
    folder = tmp_path_factory.mktemp("hostile")
    (folder / "bad.txt").write_text(REPORT, encoding="utf-8")
    (folder / "long.txt").write_text(f"The ministers met. {LONG}", encoding="utf-8")
    build([folder / "bad.txt", folder / "long.txt"], folder / "record.db", workers=1)
    with Store.open(folder / "record.db") as store:
        events, documents = [e.id for e in store.events()], [d.id for d in store.documents()]
        actors = [a.key for a in (*store.catalogue.actors(True, 9), *store.catalogue.actors(False, 9))]
    paths = ["/", "/search", "/search?q=alert", f"/search?q={SCRIPT}&a={SCRIPT}", "/documents", "/conflicts", "/ledger",
             "/actors", "/map", "/review", "/dyads", *(f"/documents/{i}" for i in documents)]  # fmt: skip
    paths += [path for i in events for path in (f"/events/{i}", f"/events/{i}/reports")]
    paths += [f"/actors/{key}" for key in actors]
    assert events
    return TestClient(create_app(folder / "record.db"), base_url="http://127.0.0.1"), paths


def test_nothing_of_a_report_becomes_a_tag_a_handler_or_an_address(hostile: tuple[TestClient, list[str]]) -> None:
    client, paths = hostile
    for path in paths:
        page = html.fromstring(client.get(path).text, parser=html.HTMLParser(huge_tree=True))
        assert all(s.get("src", "").startswith("/static/") for s in page.xpath("//script")), path
        assert not page.xpath("//img | //iframe | //object | //style"), path
        assert not page.xpath("//@*[starts-with(name(), 'on')]"), path
        assert not page.xpath("//@*[starts-with(normalize-space(.), 'javascript:')]"), path


def test_its_words_are_shown_as_they_are(hostile: tuple[TestClient, list[str]]) -> None:
    client, paths = hostile
    reports = [client.get(path).text for path in paths if path.startswith("/documents/")]
    text = "".join(html.fromstring(report, parser=html.HTMLParser(huge_tree=True)).text_content() for report in reports)
    assert "<script>alert(1)</script>" in text
    assert "{{ 7 * 7 }}" in text
    assert LONG in text


def test_marks_that_turn_text_around_are_told(hostile: tuple[TestClient, list[str]]) -> None:
    client, paths = hostile
    pages = [client.get(path).text for path in paths]
    assert not any("\u202e" in page or "\u202c" in page for page in pages)
    assert any("⟦U+202E⟧" in page for page in pages)
