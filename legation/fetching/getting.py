"""One address -> the answer: only allowed hosts, as the site's rules for robots say, slowly, and never without end."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from types import TracebackType
from urllib.parse import SplitResult, urljoin, urlsplit, urlunsplit
from urllib.robotparser import RobotFileParser

import httpx

from legation import __version__
from legation.errors import InputError
from legation.fetching.hosts import allowed_address

AGENT = f"legation/{__version__}"
MOST_REDIRECTS = 5
LONGEST_DELAY = 60.0  # seconds: no site's rules make us wait longer between two pages
_RULES_BYTES = 512_000
_ACCEPT = "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/xml, text/plain"


@dataclass(frozen=True, slots=True)
class Settings:
    """How to ask: seconds between two requests to one host, seconds for one page, its most bytes."""

    delay_seconds: float = 2.0
    timeout_seconds: float = 30.0
    most_bytes: int = 20_000_000
    allow_private: bool = False
    follow_feeds: bool = True
    user_agent: str = AGENT


@dataclass(frozen=True, slots=True)
class Answer:
    """What a host answered, as it came (compression not undone). ``url`` is what was asked for."""

    url: str
    final_url: str
    status: int
    reason: str
    headers: tuple[tuple[str, str], ...]
    body: bytes
    address: str
    at: datetime


class Getter:
    """Asks hosts for pages; a context manager. Remembers each host's rules and when it was last asked."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._rules: dict[str, RobotFileParser] = {}
        self._asked: dict[str, float] = {}
        # no proxy from the environment: it would reach hosts that we may not
        self._client = httpx.Client(timeout=settings.timeout_seconds, follow_redirects=False, trust_env=False)

    def __enter__(self) -> Getter:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._client.close()

    def get(self, url: str, validators: Mapping[str, str] | None = None) -> Answer:
        """The page at ``url`` after at most MOST_REDIRECTS redirects, or a 304 when ``validators`` still hold.

        Raises:
            InputError: the address is not allowed, forbidden by the site's rules, too long, or answers with an error.
            httpx.HTTPError: the host does not answer.
        """
        here = url
        for _ in range(MOST_REDIRECTS + 1):
            rules = self._rules_of(_parts(here))
            if not rules.can_fetch(self.settings.user_agent, here):
                raise InputError("the site's robots.txt forbids it", "ask the site, or save the page by hand")
            delay = min(float(rules.crawl_delay(self.settings.user_agent) or 0), LONGEST_DELAY)
            answer = self._ask(url, here, dict(validators or {}), delay, self.settings.most_bytes)
            target = next((v for k, v in answer.headers if k.lower() == "location"), None)
            if answer.status not in (301, 302, 303, 307, 308) or target is None:
                return _checked(answer)
            here = urljoin(here, target)
        raise InputError(f"more than {MOST_REDIRECTS} redirects", "give the address that they lead to")

    def _ask(self, url: str, here: str, headers: dict[str, str], delay: float, most_bytes: int) -> Answer:
        """One request, to the very address that was checked, so that no name can change its mind in between."""
        parts = _parts(here)
        address = allowed_address(str(parts.hostname), _port(parts), self.settings.allow_private)
        self._wait(str(parts.hostname), delay)
        request = self._client.build_request(
            "GET",
            _at_address(parts, address),
            headers={
                "Host": parts.netloc,
                "User-Agent": self.settings.user_agent,
                "Accept": _ACCEPT,
                "Accept-Encoding": "gzip, deflate",
                **headers,
            },
            extensions={"sni_hostname": str(parts.hostname)},
        )
        at = datetime.now(UTC).replace(microsecond=0)
        response = self._client.send(request, stream=True)
        try:
            body = self._body(response, most_bytes)
        finally:
            response.close()
        kept = tuple((k.decode("latin-1"), v.decode("latin-1")) for k, v in response.headers.raw)
        return Answer(url, here, response.status_code, response.reason_phrase, kept, body, address, at)

    def _body(self, response: httpx.Response, most_bytes: int) -> bytes:
        """The body within its limits of bytes and of time: a host may send one byte a minute."""
        end = time.monotonic() + self.settings.timeout_seconds
        pieces: list[bytes] = []
        length = 0
        for piece in response.iter_raw():
            pieces.append(piece)
            length += len(piece)
            if length > most_bytes:
                raise InputError(f"the page has more than {most_bytes / 1e6:.0f} MB", "raise the limit: --most")
            if time.monotonic() > end:
                raise InputError(f"the page took more than {self.settings.timeout_seconds:.0f} s", "try again later")
        return b"".join(pieces)

    def _wait(self, host: str, delay: float) -> None:
        pause = max(delay, self.settings.delay_seconds)
        waited = time.monotonic() - self._asked.get(host, -pause)
        if waited < pause:
            time.sleep(pause - waited)
        self._asked[host] = time.monotonic()

    def _rules_of(self, parts: SplitResult) -> RobotFileParser:
        """The site's rules (RFC 9309): none where there is no such file, all forbidden where the site fails."""
        site = f"{parts.scheme}://{parts.netloc}"
        if site not in self._rules:
            rules = RobotFileParser()
            rules.parse(self._rules_text(f"{site}/robots.txt").splitlines())
            self._rules[site] = rules
        return self._rules[site]

    def _rules_text(self, url: str) -> str:
        here = url
        for _ in range(MOST_REDIRECTS):
            answer = self._ask(url, here, {"Accept-Encoding": "identity"}, 0.0, _RULES_BYTES)
            target = next((v for k, v in answer.headers if k.lower() == "location"), None)
            if answer.status in (301, 302, 303, 307, 308) and target is not None:
                here = urljoin(here, target)
                continue
            if answer.status >= 500:
                return "User-agent: *\nDisallow: /"
            return answer.body.decode("utf-8", "replace") if answer.status == 200 else ""
        return ""


def _parts(url: str) -> SplitResult:
    try:
        parts = urlsplit(url)
        is_good = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        is_good = False
    if not is_good:
        raise InputError(f"{url} is no address of a page", "give one that begins with https:// or http://")
    if parts.username or parts.password:
        raise InputError("the address holds a user name or password", "take it out")
    return parts


def _port(parts: SplitResult) -> int:
    return parts.port or (443 if parts.scheme == "https" else 80)


def _at_address(parts: SplitResult, address: str) -> str:
    host = f"[{address}]" if ":" in address else address
    return urlunsplit((parts.scheme, f"{host}:{_port(parts)}", parts.path or "/", parts.query, ""))


def _checked(answer: Answer) -> Answer:
    if answer.status == 304 or 200 <= answer.status < 300:
        return answer
    raise InputError(f"the site answers {answer.status} {answer.reason}".rstrip(), "check the address, or try later")
