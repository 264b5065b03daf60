"""Tags of answers: the same while neither record nor question changes, so that nobody is sent twice what he has."""

from __future__ import annotations

import hashlib

from starlette.requests import Request

from legation import __version__
from legation.store import Store


def tag_headers(store: Store, request: Request, *more: object) -> dict[str, str]:
    """The headers of an answer: its ETag, and that who keeps it asks again; ``more``: what else the answer hangs on."""
    run = store.catalogue.last_run()
    parts = (store.fingerprint(), run.at if run else "", store.catalogue.last_decision(), store.watches(),
             __version__, *more, request.url.path, request.url.query)  # fmt: skip
    tag = hashlib.sha256(repr(parts).encode()).hexdigest()[:24]
    return {"etag": f'"{tag}"', "cache-control": "no-cache"}


def has_answer(request: Request, headers: dict[str, str]) -> bool:
    """Whether who asks has the answer with these headers: then 304 is enough."""
    return request.headers.get("if-none-match") == headers["etag"]
