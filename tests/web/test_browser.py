"""What an analyst does, in Chromium; every page under axe; no request to another host.

Needs Debian's package ``chromium`` (or ``CHROMIUM`` naming another). Without it these tests are skipped with that line,
and fail where ``CI`` is set.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect, sync_playwright

from legation.pipeline import rebuild
from legation.store import Store
from legation.web import write_site
from tests.web.conftest import TOKEN, Served

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync"]  # fmt: skip
MISSING = "no Chromium: install Debian's package chromium, or name another with CHROMIUM"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.fail(MISSING) if os.environ.get("CI") else pytest.skip(MISSING)
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield found
        found.close()


@pytest.fixture
def page(browser: Browser, served: Served) -> Iterator[Page]:
    """A page that has opened the printed link, and that fails on any message, error or request elsewhere."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, base_url=served.address)
    page = context.new_page()
    page.set_default_timeout(30_000)
    wrong: list[str] = []
    page.on("console", lambda m: wrong.append(m.text) if m.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    here = urlsplit(served.address).netloc
    page.on("request", lambda r: wrong.append(r.url) if urlsplit(r.url).netloc != here else None)
    page.goto(f"/?token={TOKEN}")
    yield page
    context.close()
    assert not wrong


def test_one_sees_on_opening_what_changed_and_what_is_disputed(page: Page) -> None:
    expect(page.get_by_role("heading", name="What changed")).to_be_visible()
    page.locator("section[aria-labelledby=open] h3 a").first.click()
    expect(page.get_by_role("heading", name="Where the reports disagree")).to_be_in_viewport()


def test_two_a_value_leads_to_its_highlighted_words_in_one_click(page: Page) -> None:
    page.goto("/search?type=phone")
    page.locator(".event h3 a").first.click()
    cite = page.locator("table.values a.cite").nth(3)
    words = cite.inner_text().strip("“”")
    cite.click()
    expect(page.locator("mark:target")).to_have_text(words)
    expect(page.locator("mark:target")).to_be_in_viewport()


def test_three_the_origins_say_how_many_speak_and_for_whom(page: Page) -> None:
    page.goto("/search?type=phone")
    page.locator(".event h3 a").last.click()
    tree = page.locator(".tree > li")
    expect(tree.first).to_contain_text("official statement")
    assert tree.first.locator("ul li").count() >= 2


def test_four_twins_are_told_apart_with_the_reason(page: Page) -> None:
    page.goto("/search?type=phone")
    page.locator(".event h3 a").first.click()
    twins = page.locator("section[aria-labelledby=twins]")
    expect(twins).to_contain_text("Phone call")
    twins.get_by_role("link").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Phone call")


def test_five_reports_stand_side_by_side(page: Page) -> None:
    page.goto("/search?type=phone")
    page.locator(".event h3 a").first.click()
    page.get_by_role("link", name="Reports side by side").click()
    expect(page.locator("article.report")).to_have_count(2)
    assert page.locator("article.report mark.f-event").count() >= 2


def test_six_a_dyad_shows_lanes_and_scores_and_weighs_them(page: Page) -> None:
    page.get_by_role("link", name="PAK – USA").click()
    expect(page.locator(".lane h3")).to_have_count(6)
    assert page.locator("rect.bar").count() >= 8
    expect(page.locator(".chart canvas")).to_be_visible()
    before = page.locator(".chart canvas").screenshot()
    page.get_by_label("by its known origins").check()
    assert page.locator(".chart canvas").screenshot() != before


def test_seven_filters_narrow_the_events_without_a_new_page(page: Page) -> None:
    page.goto("/search")
    page.get_by_label("Kind").select_option("phone")
    expect(page.locator("#events")).to_have_text("2 events")
    assert "type=phone" in page.url
    page.get_by_label("Words").fill("tariff")
    page.keyboard.press("Enter")
    expect(page.locator("#events")).to_have_text("0 events")


def test_eight_the_ledger_tells_how_far_an_agreement_came(page: Page) -> None:
    page.get_by_role("link", name="Ledger", exact=True).click()
    page.locator(".entry", has_text="Strategic Metals").locator("h2 a").click()
    expect(page.locator(".steps .reached").last).to_contain_text("signed")
    expect(page.get_by_role("heading", name="Pledged against paid")).to_be_visible()


def test_nine_a_person_is_found_with_the_offices_held(page: Page) -> None:
    page.get_by_label("Search the record").fill("Munir")
    page.keyboard.press("Enter")
    page.locator(".event h3 a").first.click()
    page.locator("table.values th a", has_text="Munir").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Munir")
    expect(page.get_by_role("heading", name="Acts in the record as")).to_be_visible()


def test_ten_a_merge_corrected_by_keyboard_survives_a_rebuild_and_can_be_undone(page: Page, served: Served) -> None:
    page.goto("/review")
    left, right = (page.locator(f"input[name={side}]").get_attribute("value") or "" for side in ("left", "right"))
    assert homes(served, left, right) == 1
    page.keyboard.press("d")
    expect(page.get_by_role("heading", name="What people said")).to_be_visible()
    served.app.state.desk.wait()
    assert homes(served, left, right) == 2
    rebuild(served.store, workers=1)
    assert homes(served, left, right) == 2
    page.reload()
    page.keyboard.press("z")
    expect(page.locator("section[aria-labelledby=decided]")).to_contain_text("undone")
    served.app.state.desk.wait()
    assert homes(served, left, right) == 1


def homes(served: Served, *claims: str) -> int:
    with Store.open(served.store) as store:
        return len(set(store.catalogue.homes(claims).values()))


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_no_violation_and_no_page_is_too_wide(
    browser: Browser, served: Served, scheme: str, width: int
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900}, base_url=served.address,
                                  color_scheme=scheme)  # type: ignore[arg-type]  # fmt: skip
    page, axe = context.new_page(), Axe()
    page.goto(f"/?token={TOKEN}")
    wrong = []
    for path in pages_to_check(served):
        page.goto(path)
        wrong += [f"{path}: {v['id']} {v['nodes'][0]['html'][:200]}" for v in axe.run(page).response["violations"]]
        wide = page.evaluate("document.documentElement.scrollWidth")
        wrong += [f"{path}: {wide} px wide"] if wide > width else []
    context.close()
    assert not wrong, "\n".join(wrong)


def pages_to_check(served: Served) -> list[str]:
    """One page of each kind; of events the one with most conflicts."""
    with Store.open(served.store) as store:
        event = max(store.events(), key=lambda e: (len(e.conflicts), e.n_documents)).id
        call = next(e.id for e in store.events() if e.mode == "phone")
        document = store.catalogue.document_ids(1)[0]
        agreement = store.catalogue.agreements(1)[0].id
        person = store.catalogue.actors(True, 1)[0].key
        office = store.catalogue.offices_of(person)[0][0]
    return ["/", "/search", "/search?q=trade", f"/events/{event}", f"/events/{call}", f"/events/{call}/reports",
            f"/documents/{document}", "/documents", "/dyads", "/dyads/PAK/USA", "/ledger", f"/ledger/{agreement}",
            "/conflicts", "/actors", f"/actors/{person}", f"/offices/{office}", "/map", "/review", "/reading",
            "/nothing"]  # fmt: skip


def test_pages_read_without_javascript(browser: Browser, served: Served) -> None:
    context = browser.new_context(java_script_enabled=False, base_url=served.address)
    page = context.new_page()
    page.goto("/search?type=phone")
    page.locator(".event h3 a").first.click()
    page.locator("table.values a.cite").first.click()
    expect(page.locator("mark:target")).to_be_in_viewport()
    page.goto("/dyads/PAK/USA")
    page.get_by_text("The numbers").click()
    expect(page.locator("table.numbers")).to_be_visible()
    context.close()


def test_a_site_opens_from_disk_and_asks_for_nothing_else(browser: Browser, built: Path, tmp_path: Path) -> None:
    with Store.open(built) as store:
        write_site(store, tmp_path)
    page, wrong = browser.new_page(viewport={"width": 390, "height": 900}), list[str]()
    page.on("console", lambda m: wrong.append(m.text) if m.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("request", lambda r: wrong.append(r.url) if not r.url.startswith(tmp_path.as_uri()) else None)
    page.goto((tmp_path / "index.html").as_uri())
    page.locator(".event h3 a").first.click()
    cite = page.locator("table.values a.cite").first
    words = cite.inner_text().strip("“”")
    cite.click()
    expect(page.locator("mark:target")).to_have_text(words)
    expect(page.locator("mark:target")).to_be_in_viewport()
    page.goto((tmp_path / "dyads" / "PAK" / "USA.html").as_uri())
    expect(page.locator(".chart canvas")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.close()
    assert not wrong
