"""Judgements from pages: kept at once, and the record rewritten soon after, once for many."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Annotated, get_args

from fastapi import FastAPI, Form, HTTPException, Request
from starlette.responses import RedirectResponse, Response

from legation.errors import LegationError
from legation.pipeline import accept, judge, refresh, undo
from legation.records import Verdict
from legation.web.guard import Guard
from legation.web.links import Links

BY = "person, on the pages"


class Desk:
    """Takes judgements one after the other. ``state`` is ``ready``, ``rewriting``, or what went wrong."""

    def __init__(self, path: Path, writable: bool) -> None:
        self.path, self.writable, self.state = path, writable, "ready"
        self._writing = threading.Lock()
        self._waiting = threading.Event()
        self._thread: threading.Thread | None = None
        self._starting = threading.Lock()

    def judge(self, verdict: Verdict, left: str, right: str, reason: str) -> None:
        """Keep a person's word on two claims or events."""
        with self._writing:
            judge(self.path, verdict, left, right, reason, BY, rewrite=False)
        self._rewrite_soon()

    def accept(self, reading: str, reason: str) -> None:
        """Keep a person's word on which reading of a field is to be shown."""
        with self._writing:
            accept(self.path, reading, reason, BY, rewrite=False)
        self._rewrite_soon()

    def undo(self, judgement_id: str) -> None:
        """Take a person's word back."""
        with self._writing:
            undo(self.path, judgement_id, BY, rewrite=False)
        self._rewrite_soon()

    def wait(self, seconds: float = 60.0) -> None:
        """Until the record follows all that was judged."""
        if self._thread is not None:
            self._thread.join(seconds)

    def _rewrite_soon(self) -> None:
        self._waiting.set()
        self.state = "rewriting"
        with self._starting:
            if self._thread is None or not self._thread.is_alive():
                self._thread = threading.Thread(target=self._rewrite, name="rewriting the record", daemon=True)
                self._thread.start()

    def _rewrite(self) -> None:
        while self._waiting.is_set():
            self._waiting.clear()
            try:
                with self._writing:
                    refresh(self.path)
                self.state = "rewriting" if self._waiting.is_set() else "ready"
            except LegationError as error:
                self.state = str(error)


def add_judging(app: FastAPI, guard: Guard, desk: Desk) -> None:
    """The routes that write: forms of our own pages, with the token."""

    def check(request: Request, token: str) -> None:
        if not guard.is_own_form(request, token):
            raise HTTPException(403, "to judge, open the link that `legation serve` printed, in this browser")
        if not desk.writable:
            raise HTTPException(403, "the record can only be read: its file or folder is write-protected")

    def take(
        request: Request,
        verdict: Annotated[str, Form()],
        left: Annotated[str, Form()],
        right: Annotated[str, Form()],
        token: Annotated[str, Form()] = "",
        reason: Annotated[str, Form()] = "",
        then: Annotated[str, Form()] = "",
    ) -> Response:
        check(request, token)
        chosen = next((v for v in get_args(Verdict) if v == verdict), None)
        if chosen is None:
            raise HTTPException(400, f"no such verdict: {verdict}")
        desk.judge(chosen, left, right, reason.strip()[:1000] or "judged side by side")
        return RedirectResponse(_inside(then), status_code=303)

    def take_reading(
        request: Request,
        reading: Annotated[str, Form()],
        token: Annotated[str, Form()] = "",
        reason: Annotated[str, Form()] = "",
        then: Annotated[str, Form()] = "",
    ) -> Response:
        check(request, token)
        desk.accept(reading, reason.strip()[:1000] or "chosen on the page")
        return RedirectResponse(_inside(then), status_code=303)

    def take_back(
        request: Request,
        judgement: Annotated[str, Form()],
        token: Annotated[str, Form()] = "",
        then: Annotated[str, Form()] = "",
    ) -> Response:
        check(request, token)
        desk.undo(judgement)
        return RedirectResponse(_inside(then), status_code=303)

    app.add_api_route("/judgements", take, methods=["POST"])
    app.add_api_route("/judgements/accept", take_reading, methods=["POST"])
    app.add_api_route("/judgements/undo", take_back, methods=["POST"])


def _inside(path: str) -> str:
    """A path of ours, else the review page."""
    return path if path.startswith("/") and not path.startswith(("//", "/\\")) else Links().url("review")
