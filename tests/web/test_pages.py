"""Every page answers, and every value leads to its words."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote, urldefrag, urlsplit

import pytest
from lxml import html
from starlette.testclient import TestClient

from legation.records import Event
from legation.store import Store
from legation.web.links import PATHS

LISTS = [path for path in PATHS.values() if "{" not in path and path != "/judgements"]


def tree(client: TestClient, path: str) -> html.HtmlElement:
    answer = client.get(path)
    assert answer.status_code == 200, path
    return html.fromstring(answer.text)


def events_of(path: Path) -> list[Event]:
    with Store.open(path) as store:
        return list(store.events())


@pytest.mark.parametrize("path", LISTS)
def test_lists_answer_with_one_heading(client: TestClient, path: str) -> None:
    assert len(tree(client, path).xpath("//h1")) == 1


def test_every_link_of_every_page_is_answered(client: TestClient) -> None:
    waiting, seen = ["/"], {"/"}
    while waiting:
        found = tree(client, waiting.pop()).xpath("//a/@href | //*[local-name()='a']/@href")
        for path in {urldefrag(href).url for href in found} - seen - {""}:
            assert not urlsplit(path).netloc
            seen.add(path)
            waiting.append(path)
    assert len(seen) > 80


def test_every_value_of_an_event_leads_to_its_words(client: TestClient, built: Path) -> None:
    checked = 0
    for event in events_of(built):
        page = tree(client, f"/events/{event.id}")
        bodies = page.xpath("//table[@class='values']/tbody")
        assert bodies
        assert all(body.xpath(".//a[@class='cite']") for body in bodies)
        for cite in page.xpath("//table[@class='values']//a[@class='cite']"):
            address, anchor = urldefrag(cite.get("href"))
            marked = tree(client, address).xpath(f"//mark[@id='{anchor}']")
            assert marked[0].text_content() == cite.text_content().strip("“”")
            checked += 1
    assert checked > 100


def test_an_event_tells_its_twins_and_why(client: TestClient, built: Path) -> None:
    calls = [e for e in events_of(built) if e.mode == "phone"]
    words = tree(client, f"/events/{calls[0].id}").xpath("//section[@aria-labelledby='twins']")[0].text_content()
    assert "Not to be confused with" in words
    assert "cannot be the same" in words or "days" in words


def test_a_report_shows_its_whole_text_and_greys_noise(client: TestClient, built: Path) -> None:
    with Store.open(built) as store:
        document = next(d for d in store.documents() if d.noise)
    page = tree(client, f"/documents/{document.id}")
    assert page.xpath("//article[@class='text']")[0].text_content() == document.text.replace("\r\n", "\n")
    assert page.xpath("//article//span[@class='noise']")


def test_search_finds_by_words_and_by_fields(client: TestClient) -> None:
    both = tree(client, "/search?a=Pakistan&b=USA&type=phone")
    labels = both.xpath("//li[@class='event']//h3/a/text()")
    assert len(labels) == 2
    assert all(label.startswith("Phone call") for label in labels)
    assert tree(client, "/search?q=tariff").xpath("//section[@aria-labelledby='reports']//mark")


def test_a_word_that_was_searched_for_is_marked_in_its_report(client: TestClient) -> None:
    hit = tree(client, "/search?q=tariff").xpath("//a[@class='hit']")[0]
    address, anchor = urldefrag(hit.get("href"))
    assert tree(client, address).xpath(f"//mark[@id='{anchor}']")[0].text_content() == hit.text_content()


def test_nobody_of_that_name_is_told_and_not_ignored(client: TestClient) -> None:
    page = tree(client, "/search?a=Zubrowka")
    assert "nobody called “Zubrowka”" in page.xpath("//p[@role='alert']")[0].text
    assert not page.xpath("//li[@class='event']")


def test_what_is_not_there_is_404(client: TestClient) -> None:
    for path in ("/events/no", "/documents/no", "/ledger/no", "/actors/no", "/offices/no", "/dyads/no/nobody", "/no"):
        assert client.get(path).status_code == 404


def test_an_unchanged_page_is_not_sent_twice(client: TestClient) -> None:
    tag = client.get("/").headers["etag"]
    assert client.get("/", headers={"if-none-match": tag}).status_code == 304


def test_ids_with_any_sign_keep_their_addresses() -> None:
    from legation.web.links import Links, file_of

    address = Links().url("actor", "name:A/B & C")
    assert unquote(address) == "/actors/name:A/B & C"
    assert "/" not in file_of("actor", "name:A/B & C").removeprefix("actors/")
    assert Links().url("search", q="a b", page=2) == "/search?q=a+b&page=2"
