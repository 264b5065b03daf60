from __future__ import annotations

import gzip
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from legation.errors import LegationError
from legation.fetching import Fetched, Settings, fetch, hosts
from legation.fetching.hosts import is_public
from legation.readers import read_inputs
from legation.records import RawDocument

WORDS = "The two ministers met on Saturday and agreed to go on talking."
PAGE = f"<html><p>{WORDS}</p></html>".encode()
QUICK = Settings(delay_seconds=0.0, timeout_seconds=2.0, most_bytes=100_000, allow_private=True)


@dataclass
class Site:
    """A small site on this machine: pages by path, and what was asked of it."""

    root: str = ""
    pages: dict[str, tuple[int, dict[str, str], bytes]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)


class Handler(BaseHTTPRequestHandler):
    site: Site

    def do_GET(self) -> None:
        site = self.site
        site.asked.append(self.path)
        status, headers, body = site.pages.get(self.path, (404, {}, b"none"))
        if "slow" in self.path:
            time.sleep(3)
        if headers.get("ETag") and self.headers.get("If-None-Match") == headers["ETag"]:
            status, body = 304, b""
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Nothing."""


@pytest.fixture
def site() -> Iterator[Site]:
    found = Site()
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Bound", (Handler,), {"site": found}))
    server.daemon_threads = True
    found.root = f"http://127.0.0.1:{server.server_port}"
    found.pages["/a"] = (200, {"Content-Type": "text/html", "ETag": '"1"'}, PAGE)
    found.pages["/b"] = (200, {"Content-Type": "text/html", "Content-Encoding": "gzip"}, gzip.compress(PAGE))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield found
    server.shutdown()


def outcomes(found: tuple[Fetched, ...]) -> list[str]:
    return [f.outcome for f in found]


def test_what_was_fetched_is_read_again(site: Site, tmp_path: Path) -> None:
    out = tmp_path / "saved.warc.gz"
    assert outcomes(fetch([f"{site.root}/a", f"{site.root}/b#part"], out, QUICK)) == ["saved", "saved"]
    one, two = list(read_inputs([out]))
    assert isinstance(one, RawDocument)
    assert isinstance(two, RawDocument)
    assert (one.url, one.html, two.html) == (f"{site.root}/a", PAGE.decode(), PAGE.decode())
    assert one.retrieved is not None
    assert one.retrieved.endswith("Z")


def test_private_addresses_are_refused_before_they_are_asked(site: Site, tmp_path: Path) -> None:
    guarded = replace(QUICK, allow_private=False)
    found = fetch([f"{site.root}/a", "http://localhost:1/a"], tmp_path / "a.warc", guarded)
    assert outcomes(found) == ["failed", "failed"]
    assert "no public address" in (found[0].reason or "")
    assert site.asked == []


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("8.8.8.8", True),
        ("2606:4700::1111", True),
        ("127.0.0.1", False),
        ("10.1.2.3", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("0.0.0.0", False),
        ("224.0.0.1", False),
        ("::1", False),
        ("fe80::1%eth0", False),
        ("::ffff:10.0.0.1", False),
        ("2002:7f00:1::", False),
    ],
)
def test_public_addresses_are_told_from_others(address: str, public: bool) -> None:
    assert is_public(address) is public


def test_rules_for_robots_are_obeyed(site: Site, tmp_path: Path) -> None:
    site.pages["/robots.txt"] = (200, {}, b"User-agent: *\nDisallow: /a")
    found = fetch([f"{site.root}/a", f"{site.root}/b"], tmp_path / "a.warc", QUICK)
    assert outcomes(found) == ["failed", "saved"]
    assert "robots.txt" in (found[0].reason or "")
    assert site.asked == ["/robots.txt", "/b"]


def test_a_site_that_fails_to_give_its_rules_is_left_alone(site: Site, tmp_path: Path) -> None:
    site.pages["/robots.txt"] = (503, {}, b"")
    assert outcomes(fetch([f"{site.root}/a"], tmp_path / "a.warc", QUICK)) == ["failed"]


def test_one_host_is_asked_slowly(site: Site, tmp_path: Path) -> None:
    start = time.monotonic()
    fetch([f"{site.root}/a", f"{site.root}/b"], tmp_path / "a.warc", replace(QUICK, delay_seconds=0.2))
    assert site.asked == ["/robots.txt", "/a", "/b"]
    assert time.monotonic() - start >= 0.4


@pytest.mark.parametrize(("path", "reason"), [("/slow", "time"), ("/big", "MB"), ("/gone", "404"), ("/round", "more")])
def test_pages_without_end_or_answer_fail_alone(site: Site, tmp_path: Path, path: str, reason: str) -> None:
    site.pages["/big"] = (200, {}, b"a" * 200_000)
    site.pages["/round"] = (302, {"Location": "/round"}, b"")
    failed, saved = fetch([site.root + path, f"{site.root}/a"], tmp_path / "a.warc", replace(QUICK, timeout_seconds=1))
    assert (failed.outcome, saved.outcome) == ("failed", "saved")
    assert reason in (failed.reason or "")


def test_a_redirect_is_followed_under_the_address_asked_for(site: Site, tmp_path: Path) -> None:
    site.pages["/old"] = (301, {"Location": "/a"}, b"")
    out = tmp_path / "a.warc"
    fetch([f"{site.root}/old"], out, QUICK)
    (found,) = read_inputs([out])
    assert isinstance(found, RawDocument)
    assert (found.url, found.html) == (f"{site.root}/old", PAGE.decode())


@pytest.mark.parametrize("path", ["/old", "/robots.txt"])
@pytest.mark.parametrize("target", ["http://10.0.0.1/", "http://[::1]/", "http://169.254.169.254/a", "//2130706434/a"])
def test_a_redirect_to_a_private_address_is_refused(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, path: str, target: str
) -> None:
    # the site of this machine stands for a public one, and for no other address
    monkeypatch.setattr(hosts, "is_public", lambda address: address == "127.0.0.1" or is_public(address))
    site.pages[path] = (301, {"Location": target}, b"")
    (found,) = fetch([f"{site.root}/old"], tmp_path / "a.warc", replace(QUICK, allow_private=False))
    assert found.outcome == "failed"
    assert "no public address" in str(found.reason)
    assert site.asked[-1] == path


def test_a_second_run_asks_only_for_what_changed(site: Site, tmp_path: Path) -> None:
    out = tmp_path / "a.warc.gz"
    fetch([f"{site.root}/a"], out, QUICK)
    size = out.stat().st_size
    assert outcomes(fetch([f"{site.root}/a"], out, QUICK)) == ["unchanged"]
    assert out.stat().st_size == size
    site.pages["/a"] = (200, {"Content-Type": "text/html", "ETag": '"2"'}, PAGE.replace(b"two", b"three"))
    assert outcomes(fetch([f"{site.root}/a"], out, QUICK)) == ["saved"]
    assert len(list(read_inputs([out]))) == 2


def test_entries_of_a_feed_are_fetched(site: Site, tmp_path: Path) -> None:
    items = "".join(f"<item><title>t</title><link>{link}</link></item>" for link in ("/a", f"{site.root}/b", "/a"))
    feed = f'<?xml version="1.0"?><rss><channel><title>Example</title>{items}</channel></rss>'.encode()
    site.pages["/feed"] = (200, {"Content-Type": "application/rss+xml"}, feed)
    out = tmp_path / "a.warc"
    assert outcomes(fetch([f"{site.root}/feed"], out, QUICK)) == ["saved"] * 3
    assert [f.url for f in read_inputs([out]) if isinstance(f, RawDocument)] == [f"{site.root}/a", f"{site.root}/b"]
    alone = fetch([f"{site.root}/feed"], tmp_path / "b.warc", replace(QUICK, follow_feeds=False))
    assert outcomes(alone) == ["saved"]


@pytest.mark.parametrize("address", ["file:///etc/hosts", "ftp://example.org/a", "http://", "http://a:b@127.0.0.1/"])
def test_addresses_of_no_page_are_refused(tmp_path: Path, address: str) -> None:
    assert outcomes(fetch([address], tmp_path / "a.warc", QUICK)) == ["failed"]


def test_the_archive_needs_a_fitting_name_and_place(tmp_path: Path) -> None:
    with pytest.raises(LegationError):
        fetch([], tmp_path / "a.txt", QUICK)
    with pytest.raises(LegationError):
        fetch([], tmp_path / "none" / "a.warc", QUICK)
