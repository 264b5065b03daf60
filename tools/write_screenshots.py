"""Write pictures of the pages: ``python tools/write_screenshots.py RECORD.db FOLDER``.

Every page at 1280 and 390 pixels, light and dark, from a server of its own; needs Debian's Chromium and Playwright.
"""

from __future__ import annotations

import shutil
import sys
import threading
import time
from pathlib import Path

import uvicorn
from playwright.sync_api import sync_playwright

from legation.store import Store
from legation.web import create_app

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
TALLEST = 2200


def main() -> int:
    """Serve the record, open each page, keep its picture."""
    path, folder = Path(sys.argv[1]), Path(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    app = create_app(path)
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="warning"))
    threading.Thread(target=server.run, daemon=True).start()
    while not server.started:
        time.sleep(0.05)
    address = f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        for width in (1280, 390):
            for scheme in ("light", "dark"):
                page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
                page.goto(f"{address}/?token={app.state.token}")
                for name, where in addresses(path).items():
                    page.goto(address + where)
                    page.wait_for_timeout(200)
                    height = min(int(page.evaluate("document.documentElement.scrollHeight")), TALLEST)
                    part = {"x": 0, "y": 0, "width": width, "height": height}
                    page.screenshot(path=folder / f"{name}-{width}-{scheme}.png", clip=part, full_page=True)
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
