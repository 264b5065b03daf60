"""The server: one route a page, answers made by ``pages``, judgements taken by ``judging``."""

from __future__ import annotations

from collections.abc import Callable, Collection
from importlib.resources import files
from pathlib import Path
from secrets import token_urlsafe
from typing import Any

from fastapi import FastAPI, Request
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware.base import BaseHTTPMiddleware
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.staticfiles import StaticFiles

from legation import __version__
from legation.errors import LegationError, UsageError
from legation.rest import create_api
from legation.rest.tags import has_answer, tag_headers
from legation.store import Store
from legation.web.guard import Guard
from legation.web.judging import Desk, add_judging
from legation.web.links import PATHS, Links
from legation.web.pages import PAGES, Make, Page
from legation.web.rendering import render

NAMES = {"event": ("event_id",), "reports": ("event_id",), "document": ("document_id:path",), "dyad": ("a", "b"),
         "agreement": ("agreement_id",), "actor": ("key:path",), "office": ("office_id:path",)}  # fmt: skip
ORDER = ("reports", *(name for name in PAGES if name != "reports"))  # /events/{id}/reports before /events/{id}


def create_app(store_path: Path | str, token: str | None = None, hosts: Collection[str] = ()) -> FastAPI:
    """The pages of one record as an application; ``token`` is what a judgement needs, a new one by default.

    Raises:
        StoreError: the record cannot be opened.
    """
    path = Path(store_path)
    with Store.open(path) as store:
        writable = not store.read_only
    app = FastAPI(title="Legation", version=__version__, docs_url=None, redoc_url=None, openapi_url=None)
    guard = Guard(hosts, token or token_urlsafe(24))
    desk = Desk(path, writable)
    app.state.token, app.state.desk = guard.token, desk
    app.add_middleware(BaseHTTPMiddleware, dispatch=guard)
    for name in ORDER:
        app.add_api_route(_route(name), _endpoint(PAGES[name], path, guard, desk), methods=["GET"], name=name)
    add_judging(app, guard, desk)
    app.add_api_route("/go", _go, methods=["GET"])
    app.mount("/api", create_api(path, guard.token, desk))
    app.mount("/static", StaticFiles(packages=[("legation.web", "static")]))
    app.add_exception_handler(HTTPException, _show_error)
    app.add_exception_handler(LegationError, _show_refusal)
    return app


def _route(name: str) -> str:
    return PATHS[name].format(*(f"{{{i}}}" for i in NAMES.get(name, ())))


def _endpoint(make: Make, path: Path, guard: Guard, desk: Desk) -> Callable[[Request], Any]:
    async def show(request: Request) -> Response:
        may_judge = guard.may_judge(request) and desk.writable
        return await run_in_threadpool(_answer, make, path, request, may_judge, guard.token, desk)

    return show


def _answer(make: Make, path: Path, request: Request, may_judge: bool, token: str, desk: Desk) -> Response:
    with Store.open(path) as store:
        headers = tag_headers(store, request, _version_of_assets(), may_judge, desk.state)
        if has_answer(request, headers):
            return Response(status_code=304, headers=headers)
        page = make(store, request.query_params, **request.path_params)
        heir = store.catalogue.heir(request.path_params.get("event_id", "")) if page is None else None
        if heir:
            return RedirectResponse(request.url.path.replace(request.path_params["event_id"], heir), 307)
        html = show_page(page, request.url.path, may_judge=may_judge, token=token if may_judge else "", desk=desk)
    return HTMLResponse(html, 200 if page else 404, headers)


def show_page(page: Page | None, here: str, links: Links | None = None, **context: Any) -> str:
    """A page as HTML; the page of what is not there for None."""
    page = page or Page("missing.html", "Not in the record", {"what": here})
    links = links or Links()
    return render(page.template, links, title=page.title, here=here, **{**EMPTY, **context}, **page.context)


EMPTY = {"may_judge": False, "token": "", "desk": None}


def _version_of_assets() -> str:
    return str((files("legation.web") / "static" / "legation.css").stat().st_size)  # type: ignore[attr-defined]


def _go(request: Request) -> Response:
    """The form that names a dyad leads to its page, which has an address of its own."""
    a, b = (request.query_params.get(name, "").strip() for name in "ab")
    target = Links().url("dyad", a, b) if a and b else Links().url("dyads")
    return RedirectResponse(target, status_code=303)


def _show_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    refused = Page("refused.html", "Not done", {"problem": error.detail, "remedy": ""})
    page = None if error.status_code == 404 else refused
    return HTMLResponse(show_page(page, request.url.path), error.status_code)


def _show_refusal(request: Request, error: Exception) -> Response:
    assert isinstance(error, LegationError)
    page = Page("refused.html", "Not done", {"problem": str(error), "remedy": error.remedy or ""})
    return HTMLResponse(show_page(page, request.url.path), 400 if isinstance(error, UsageError) else 503)
