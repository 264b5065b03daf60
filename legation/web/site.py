"""The pages as files that open from disk: the same templates, with addresses relative to each file."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from importlib.resources import as_file, files
from pathlib import Path

from legation.errors import StoreError
from legation.store import EventQuery, Store
from legation.web.app import show_page
from legation.web.links import Links, file_of
from legation.web.pages import PAGES, Page

LISTS = ("home", "search", "documents", "conflicts", "dyads", "ledger", "actors", "map", "reading")
PIECE = 500

Wanted = tuple[str, tuple[str, ...]]


def write_site(store: Store, folder: Path) -> int:
    """Write every page but the review below ``folder``; the number of pages.

    Raises:
        StoreError: the folder cannot be written.
    """
    try:
        _copy_assets(folder / "static")
        written = sum(_write(store, folder, name, ids) for name, ids in pages_of(store))
        for former, heir in store.catalogue.heirs():
            _write_page(folder, file_of("event", former), Page("moved.html", former, {"heir": heir}))
        return written
    except OSError as error:
        raise StoreError(f"{folder}: {error.strerror}", "name another folder with -o") from None


def pages_of(store: Store) -> Iterator[Wanted]:
    """Every page's name and ids."""
    yield from ((name, ()) for name in LISTS)
    seen_offices: set[str] = set()
    for event_id in _all_events(store):
        yield "event", (event_id,)
        yield "reports", (event_id,)
    yield from (("document", (i,)) for i in store.catalogue.document_ids(-1))
    yield from (("agreement", (a.id,)) for a in store.catalogue.agreements(-1))
    dyads = {(d.a, d.b) for d in store.catalogue.dyads(-1)}
    for person in (True, False):
        for actor in store.catalogue.actors(person, -1):
            yield "actor", (actor.key,)
            partners = () if actor.key == actor.state else store.catalogue.partners(actor.key, 12)
            dyads |= {(actor.key, key) for key, _ in partners}
            seen_offices |= {office for office, _, _ in store.catalogue.offices_of(actor.key)}
            seen_offices |= set(_offices_held(store, actor.key))
    yield from (("dyad", pair) for pair in sorted(dyads))
    yield from (("office", (i,)) for i in sorted(seen_offices))


def _offices_held(store: Store, key: str) -> Iterator[str]:
    page = PAGES["actor"](store, {}, key)
    if page is not None:
        yield from (t.office_id for t in page.context["view"].tenures)


def _all_events(store: Store) -> Iterator[str]:
    offset = 0
    while found := store.catalogue.event_ids(EventQuery(oldest_first=True), PIECE, offset):
        yield from found
        offset += PIECE


def _write(store: Store, folder: Path, name: str, ids: tuple[str, ...]) -> int:
    """The page, and the pages that follow it where its list is long."""
    number = pages = 1
    while number <= pages:
        page = PAGES[name](store, {"page": str(number)}, *ids)
        if page is None:
            return number - 1
        pages = page.context.get("pages", 1)
        _write_page(folder, file_of(name, *ids, number=number), page)
        number += 1
    return pages


def _write_page(folder: Path, file: str, page: Page) -> None:
    path = folder / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(show_page(page, f"/{file}", Links(static=True, here=file)), encoding="utf-8")


def _copy_assets(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    with as_file(files("legation.web") / "static") as static:
        for source in sorted(static.iterdir()):
            shutil.copyfile(source, folder / source.name)
