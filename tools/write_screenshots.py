"""Write pictures of the pages: ``python tools/write_screenshots.py RECORD.db FOLDER``.

Every page at 1280 and 390 pixels, light and dark, from a server of its own; needs Debian's Chromium and Playwright.
With ``--for-docs``: the first screen of a few pages, light, for the documentation.
"""

from __future__ import annotations

import shutil
import sys
import threading
import time
from pathlib import Path
from typing import Literal

import uvicorn
from playwright.sync_api import sync_playwright

from legation.store import Store
from legation.web import create_app

Look = Literal["light", "dark"]
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
TALLEST, SCREEN = 2200, 900  # pixels
LOOKS: tuple[tuple[int, Look], ...] = ((1280, "light"), (1280, "dark"), (390, "light"), (390, "dark"))
DOCUMENTED = ("home", "event", "dyad")


def main() -> int:
    """Serve the record, open each page, keep its picture."""
    path, folder, for_docs = Path(sys.argv[1]), Path(sys.argv[2]), "--for-docs" in sys.argv
    folder.mkdir(parents=True, exist_ok=True)
    app = create_app(path)
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="warning"))
    threading.Thread(target=server.run, daemon=True).start()
    while not server.started:
        time.sleep(0.05)
    address = f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        for width, scheme in LOOKS[:1] if for_docs else LOOKS:
            page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
            page.goto(f"{address}/?token={app.state.token}")
            for name, where in addresses(path).items():
                if for_docs and name not in DOCUMENTED:
                    continue
                page.goto(address + where)
                page.wait_for_timeout(200)
                height = int(page.evaluate("document.documentElement.scrollHeight"))
                part = {"x": 0, "y": 0, "width": width, "height": min(height, SCREEN if for_docs else TALLEST)}
                file = f"{name}.png" if for_docs else f"{name}-{width}-{scheme}.png"
                page.screenshot(path=folder / file, clip=part, full_page=True)
            page.close()
        browser.close()
    server.should_exit = True
    return 0


def addresses(path: Path) -> dict[str, str]:
    """A page of each kind; the event that most reports tell."""
    with Store.open(path) as store:
        event = max(store.events(), key=lambda e: (e.n_documents, len(e.conflicts), e.id)).id
        dyad, document = store.catalogue.dyads(1)[0], store.catalogue.document_ids(1)[0]
        found = {"event": f"/events/{event}", "reports": f"/events/{event}/reports",
                 "dyad": f"/dyads/{dyad.a}/{dyad.b}", "document": f"/documents/{document}"}  # fmt: skip
    return {"home": "/", "search": "/search", "ledger": "/ledger", "conflicts": "/conflicts", "actors": "/actors",
            "map": "/map", "review": "/review", **found}  # fmt: skip


if __name__ == "__main__":
    sys.exit(main())
