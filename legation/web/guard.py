"""What keeps pages to this machine and its user: known host names, a strict policy for content, a token to write."""

from __future__ import annotations

import hmac
from collections.abc import Awaitable, Callable, Collection
from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response

COOKIE = "legation_token"
LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
    "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
HEADERS = {  # under "no-referrer" browsers send our own forms with the origin "null"
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}

Next = Callable[[Request], Awaitable[Response]]


class Guard:
    """Refuses requests under a foreign host name, and sends every answer with ``HEADERS``."""

    def __init__(self, hosts: Collection[str], token: str) -> None:
        self.hosts, self.token = frozenset(hosts) | LOOPBACK, token

    async def __call__(self, request: Request, call_next: Next) -> Response:
        if host_of(request) not in self.hosts:
            answer: Response = PlainTextResponse("this host name is not served here\n", status_code=400)
        elif request.method == "GET" and self._is_key(request.query_params.get("token")):
            answer = RedirectResponse(str(request.url.path), status_code=303)
            answer.set_cookie(COOKIE, self.token, httponly=True, samesite="strict")
        else:
            answer = await call_next(request)
        for name, value in HEADERS.items():
            answer.headers.setdefault(name, value)
        return answer

    def may_judge(self, request: Request) -> bool:
        """Whether the request comes from whoever opened the link with the token."""
        return self._is_key(request.cookies.get(COOKIE))

    def is_own_form(self, request: Request, token: str) -> bool:
        """Whether a form was sent from a page of ours, by somebody with the token."""
        origin = request.headers.get("origin")
        own = origin is None or urlsplit(origin).netloc == request.headers.get("host")
        site = request.headers.get("sec-fetch-site", "same-origin")
        return own and site in ("same-origin", "none") and self.may_judge(request) and self._is_key(token)

    def _is_key(self, given: str | None) -> bool:
        return given is not None and hmac.compare_digest(given.encode(), self.token.encode())


def host_of(request: Request) -> str:
    """The host name that was asked for, without its port."""
    return urlsplit(f"//{request.headers.get('host', '')}").hostname or ""
