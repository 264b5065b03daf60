"""The routes: events, claims, reports, agreements, conflicts, search, exports; and judgements with a token."""

from __future__ import annotations

import hmac
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any, Protocol, get_args

from fastapi import Body, Depends, FastAPI, Header, HTTPException, Query, Request
from starlette.responses import JSONResponse, RedirectResponse, Response, StreamingResponse

from legation import __version__
from legation.errors import LegationError, StoreError, UsageError
from legation.exporters.dictionary import json_schema
from legation.exporters.rows import FIELDS
from legation.plain import to_bytes
from legation.records import Verdict
from legation.rest import answers
from legation.rest.answers import MOST, Asked
from legation.rest.streaming import FORMS, stream
from legation.rest.tags import has_answer, tag_headers
from legation.store import Store

DESCRIPTION = "The sourced record of affairs between states. Every value carries the words of a report."
JSON = "application/json"


class Judge(Protocol):
    """What takes judgements: the desk of the pages, which rewrites the record soon after."""

    def judge(self, verdict: Verdict, left: str, right: str, reason: str) -> None:
        """Keep a person's word on two claims or events."""

    def accept(self, reading: str, reason: str) -> None:
        """Keep a person's word on the reading of a field to show."""

    def undo(self, judgement_id: str) -> None:
        """Take it back."""


def create_api(store_path: Path | str, token: str, desk: Judge) -> FastAPI:
    """The application; ``token`` is what a judgement needs, as ``Authorization: Bearer TOKEN``."""
    path = Path(store_path)
    app = FastAPI(title="Legation", version=__version__, description=DESCRIPTION, docs_url=None, redoc_url=None)
    for address, make, kind, is_list, meaning in READING:
        endpoint = _endpoint(make, path)
        shape = _schema(kind, is_list)
        app.add_api_route(address, endpoint, methods=["GET"], summary=meaning, name=make.__name__,
                          responses={200: {"content": {JSON: {"schema": shape}}}, 304: {"description": "unchanged"}},
                          dependencies=[Depends(asked)] if is_list else [], openapi_extra=_names(address))  # fmt: skip
    app.add_api_route("/export/{kind}", _export(path), methods=["GET"], summary="All rows of a kind, as they are read")
    _add_judging(app, token, desk)
    app.add_exception_handler(LegationError, _refuse)
    return app


def asked(
    dyad: Annotated[str, Query(description="one or two sides, with a comma: PAK,USA")] = "",
    since: Annotated[str, Query(description="YYYY-MM-DD")] = "",
    until: Annotated[str, Query(description="YYYY-MM-DD")] = "",
    type: Annotated[list[str], Query(description="CONSULT, phone, CONSULT/phone; may be repeated")] = [],  # noqa: B006
    status: Annotated[list[str], Query(description="occurred, planned …; may be repeated")] = [],  # noqa: B006
    topic: Annotated[list[str], Query(description="trade, tariffs …; may be repeated")] = [],  # noqa: B006
    q: Annotated[str, Query(description="words to search for")] = "",
    limit: Annotated[int, Query(ge=1, le=MOST)] = 50,
    offset: Annotated[int, Query(ge=0)] = 0,
) -> Asked:
    """What a list may be asked for."""
    sides = tuple(name.strip() for name in dyad.split(",") if name.strip())
    return Asked(sides, since, until, tuple(type), tuple(status), tuple(topic), q, limit, offset)


def _endpoint(make: Callable[..., Any], path: Path) -> Callable[..., Response]:
    """A route that answers with an ETag, and with 304 where the record has not changed since."""

    def answer(request: Request) -> Response:
        with Store.open(path) as store, store.snapshot():
            headers = tag_headers(store, request)
            if has_answer(request, headers):
                return Response(status_code=304, headers=headers)
            found = make(store, _read(request), **request.path_params)
            former = request.path_params.get("event_id", "") if found is None else ""
            heir = store.catalogue.heir(former) if former else None
        if heir:
            return RedirectResponse(request.url.path.replace(former, heir), 307)
        if found is None:
            return JSONResponse({"problem": "not in the record", "remedy": "GET /events lists what is"}, 404)
        if isinstance(found, dict) and found.get("next") is not None:
            headers["link"] = f'<{request.url.include_query_params(offset=found["next"])}>; rel="next"'
        return Response(to_bytes(found), media_type=JSON, headers=headers)

    return answer


def _read(request: Request) -> Asked:
    """The question of an address; FastAPI has checked it where the route takes one."""
    q = request.query_params
    return asked(q.get("dyad", ""), q.get("since", ""), q.get("until", ""), q.getlist("type"), q.getlist("status"),
                 q.getlist("topic"), q.get("q", ""), int(q.get("limit", 50)), int(q.get("offset", 0)))  # fmt: skip


def _export(path: Path) -> Callable[..., Response]:
    def export(kind: str, format: Annotated[str, Query(description="jsonl, csv or tsv")] = "jsonl") -> Response:
        if kind not in FIELDS or format not in FORMS:
            raise UsageError(f"no {kind} as {format}", f"kinds: {', '.join(FIELDS)}; formats: jsonl, csv, tsv")
        with Store.open(path):
            pass
        return StreamingResponse(stream(path, kind, format), media_type=FORMS[format])

    return export


def _add_judging(app: FastAPI, token: str, desk: Judge) -> None:
    def check(authorization: Annotated[str, Header()] = "") -> None:
        if not hmac.compare_digest(authorization.encode(), f"Bearer {token}".encode()):
            raise HTTPException(401, "a judgement needs the header Authorization: Bearer TOKEN, as `serve` prints it")

    def judge(
        verdict: Annotated[str, Body()], left: Annotated[str, Body()], right: Annotated[str, Body()],
        reason: Annotated[str, Body(min_length=1, max_length=1000)],
    ) -> dict[str, str]:  # fmt: skip
        chosen = next((v for v in get_args(Verdict) if v == verdict), None)
        if chosen is None:
            raise UsageError(f"no such verdict: {verdict}", f"use one of: {', '.join(get_args(Verdict))}")
        desk.judge(chosen, left, right, reason)
        return {"kept": chosen, "left": left, "right": right}

    def accept(
        reading: Annotated[str, Body(description="EVENT:FIELD:NUMBER, as `legation judge readings` prints it")],
        reason: Annotated[str, Body(min_length=1, max_length=1000)],
    ) -> dict[str, str]:
        desk.accept(reading, reason)
        return {"kept": "accept", "reading": reading}

    def undo(judgement_id: str) -> dict[str, str]:
        desk.undo(judgement_id)
        return {"undone": judgement_id}

    guard = [Depends(check)]
    app.add_api_route("/judgements", judge, methods=["POST"], dependencies=guard, status_code=201,
                      summary="Say whether two claims or events are the same")  # fmt: skip
    app.add_api_route("/judgements/accept", accept, methods=["POST"], dependencies=guard, status_code=201,
                      summary="Say which reading of a field is to be shown")  # fmt: skip
    app.add_api_route("/judgements/{judgement_id}", undo, methods=["DELETE"], dependencies=guard,
                      summary="Take a person's judgement back")  # fmt: skip


def _refuse(request: Request, error: Exception) -> Response:
    assert isinstance(error, LegationError)
    code = 400 if isinstance(error, UsageError) else 503 if isinstance(error, StoreError) else 500
    return JSONResponse({"problem": str(error), "remedy": error.remedy}, code)


def _schema(kind: str, is_list: bool) -> dict[str, Any]:
    row = json_schema(kind) if kind in FIELDS else {"type": "object"}
    if not is_list:
        return row
    whole = {"type": ["integer", "null"]}
    return {"type": "object", "properties": {"items": {"type": "array", "items": row}, "total": whole, "next": whole}}


def _names(address: str) -> dict[str, Any]:
    """The parameters of a path, which FastAPI does not see in a function that takes the request."""
    names = [part[1:-1].partition(":")[0] for part in address.split("/") if part.startswith("{")]
    given = [{"name": n, "in": "path", "required": True, "schema": {"type": "string"}} for n in names]
    return {"parameters": given} if given else {}


READING: tuple[tuple[str, Callable[..., Any], str, bool, str], ...] = (
    ("/", answers.about, "", False, "What the record holds, and where to go on"),
    ("/events", answers.events, "events", True, "Events by day, filtered"),
    ("/events/{event_id}", answers.event, "events", False, "One event with its quotes and claims"),
    ("/claims/{claim_id}", answers.claim, "claims", False, "One claim with its evidence"),
    ("/documents", answers.documents, "documents", True, "Reports, the newest first, without their texts"),
    ("/documents/{document_id:path}", answers.document, "documents", False, "One report with its text"),
    ("/agreements", answers.agreements, "agreements", True, "The ledger of agreements"),
    ("/agreements/{agreement_id}", answers.agreement, "agreements", False, "One agreement"),
    ("/conflicts", answers.conflicts, "conflicts", True, "Where reports disagree, contradictions first"),
    ("/search", answers.search, "", True, "Reports that hold the words of q"),
)
"""Address, what answers it, the kind of its rows, whether it is a list, and its meaning."""
