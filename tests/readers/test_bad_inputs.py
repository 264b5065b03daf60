"""Each bad input fails alone with its reason, nothing leaves the folder, and memory stays bounded."""

from __future__ import annotations

import gzip
import io
import json
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from legation.documents import make_document, unread_published
from legation.errors import InputError
from legation.readers import read_inputs
from legation.records import Failure, RawDocument
from tests.readers.makers import write

WORDS = "The two ministers met on Saturday and agreed to go on talking."
BILLION = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 9))
FEED = f'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY e0 "ha">{BILLION}]><rss><item><description>&e8;</description>'


def zip_of(*members: tuple[str, bytes]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return held.getvalue()


def tar_of(*members: tuple[str, bytes], mode: str = "w") -> bytes:
    held = io.BytesIO()
    with tarfile.open(fileobj=held, mode=mode) as archive:  # type: ignore[call-overload]
        for name, data in members:
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return held.getvalue()


GOOD = ("good.txt", WORDS.encode())
BAD: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "truncated gzip": ("a.jsonl.gz", lambda: gzip.compress(WORDS.encode() * 9)[:-20], "too early"),
    "broken gzip": ("a.txt.gz", lambda: gzip.compress(WORDS.encode())[:12] + b"x" * 50, "broken"),
    "truncated zip": ("a.zip", lambda: zip_of(GOOD)[:-30], "cannot be read"),
    "truncated tar": ("a.tgz", lambda: tar_of(GOOD, mode="w:gz")[:-30], "early"),
    "no tar": ("a.tar", lambda: WORDS.encode() * 50, "cannot be read"),
    "long line": ("a.jsonl", lambda: b'{"text": "' + b"a" * 100_000_000 + b'"}', "20 MB"),
    "long line of a table": ("a.csv", lambda: b"text\n" + b"a" * 100_000_000, "20 MB"),
    "long object": ("a.json", lambda: b'{"text": "' + b"a" * 100_000_000 + b'"}', "100 MB"),
    "deep object": ("a.json", lambda: b'{"a":' * 100_000, "deep"),
    "entities that expand": ("a.xml", lambda: f"{FEED}</item></rss>".encode(), "entity"),
    "entity of a file": (
        "a.rss",
        lambda: (
            b'<!DOCTYPE r [<!ENTITY f SYSTEM "file:///etc/hostname">]><rss><item><description>&f;</description>'
            b"</item></rss>"
        ),
        "",
    ),
}


@pytest.mark.parametrize("case", list(BAD))
def test_a_bad_file_fails_alone_with_its_reason(tmp_path: Path, case: str) -> None:
    name, make, reason = BAD[case]
    bad, good = write(tmp_path, name, make()), write(tmp_path, "good/good.txt", WORDS)
    *failed, read = list(read_inputs([bad, good]))
    assert len(failed) == 1
    assert isinstance(failed[0], Failure), failed
    assert reason in failed[0].reason
    assert failed[0].remedy
    assert isinstance(read, RawDocument)


def test_a_bomb_in_a_zip_goes_not_off_and_its_neighbours_are_read(tmp_path: Path) -> None:
    data = zip_of(("bomb.txt", b"a" * 60_000_000), ("bomb.jsonl", b" " * 60_000_000), GOOD)
    assert len(data) < 200_000
    text, lines, read = sorted(read_inputs([write(tmp_path, "a.zip", data)]), key=lambda f: isinstance(f, RawDocument))
    assert isinstance(text, Failure)
    assert isinstance(lines, Failure)
    assert isinstance(read, RawDocument)


def test_a_gzip_bomb_goes_not_off(tmp_path: Path) -> None:
    (found,) = read_inputs([write(tmp_path, "a.jsonl.gz", gzip.compress(b" " * 60_000_000))])
    assert isinstance(found, Failure)
    assert "expands" in found.reason


@pytest.mark.parametrize("name", ["../../out.txt", "/tmp/out.txt", "a/../../out.txt", "C:\\out.txt"])
@pytest.mark.parametrize("pack", [zip_of, tar_of])
def test_no_member_of_an_archive_leaves_its_folder(tmp_path: Path, name: str, pack: Callable[..., bytes]) -> None:
    folder = tmp_path / "one" / "two"
    suffix = "zip" if pack is zip_of else "tar"
    (found,) = read_inputs([write(folder, f"a.{suffix}", pack((name, WORDS.encode())))])
    assert isinstance(found, RawDocument)
    assert [p.name for p in tmp_path.rglob("*") if p.is_file()] == [f"a.{suffix}"]


def test_links_in_a_tar_are_not_followed(tmp_path: Path) -> None:
    held = io.BytesIO()
    with tarfile.open(fileobj=held, mode="w") as archive:
        link = tarfile.TarInfo("hosts.txt")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/hosts"
        archive.addfile(link)
    assert list(read_inputs([write(tmp_path, "a.tar", held.getvalue())])) == []


def test_archives_inside_archives_are_told_and_not_opened(tmp_path: Path) -> None:
    data = zip_of(("inner.zip", zip_of(GOOD)), ("more.tar.gz", tar_of(GOOD, mode="w:gz")), GOOD)
    found = list(read_inputs([write(tmp_path, "a.zip", data)]))
    assert [f.reason for f in found if isinstance(f, Failure)] == ["archives inside archives are not opened"] * 2
    assert sum(isinstance(f, RawDocument) for f in found) == 1


def test_a_member_with_a_password_fails_alone(tmp_path: Path) -> None:
    data = bytearray(zip_of(GOOD, ("z.txt", WORDS.encode())))
    entry = data.index(b"PK\x01\x02")
    data[entry + 8] |= 1
    data[6] |= 1
    failed, read = list(read_inputs([write(tmp_path, "a.zip", bytes(data))]))
    assert isinstance(failed, Failure)
    assert "password" in failed.reason
    assert isinstance(read, RawDocument)


def test_large_members_of_a_tar_are_read_as_they_come(tmp_path: Path) -> None:
    lines = (json.dumps({"text": WORDS * 300}) + "\n").encode() * 1_100
    path = write(tmp_path, "a.tar.gz", tar_of(("a.jsonl", lines), GOOD, mode="w:gz"))
    assert sum(isinstance(f, RawDocument) for f in read_inputs([path])) == 1_101


@pytest.mark.parametrize("html", ["<html><head><title>x</title></head></html>", "<html></html>", "<p>", "\ufeff<!-- x"])
def test_a_page_without_a_body_is_refused_with_its_reason(html: str) -> None:
    with pytest.raises(InputError) as error:
        make_document(RawDocument("a.html", html=html))
    assert error.value.remedy


def test_a_page_that_would_take_a_gigabyte_is_refused() -> None:
    with pytest.raises(InputError, match="9 million characters"):
        make_document(RawDocument("a.html", html=f"<html><p>{WORDS}</p></html>".ljust(9_000_000)))


@pytest.mark.parametrize("words", ["2025-02-30", "31/31/2025", "soon", "0000-00-00", "2025-13-01", "99999-01-01"])
def test_a_day_that_is_none_leaves_the_report_undated_with_its_reason(words: str) -> None:
    raw = RawDocument("a.txt", text=WORDS, published=words)
    assert make_document(raw).published.first is None
    told = unread_published(raw)
    assert told is not None
    assert "is no day" in told.reason


def test_a_day_that_may_be_two_says_so() -> None:
    told = unread_published(RawDocument("a.txt", text=WORDS, published="05/01/2020"))
    assert told is not None
    assert "is one of two days" in told.reason
    assert make_document(RawDocument("a.txt", text=WORDS, published="05/05/2020")).published.first == date(2020, 5, 5)


def test_a_day_that_is_to_come_is_not_believed() -> None:
    raw = RawDocument("a.txt", text=WORDS, published="2031-01-01", retrieved="2026-11-21T10:00:00Z")
    assert make_document(raw).published.first is None
    assert [p.day for p in make_document(raw).published_otherwise] == [date(2031, 1, 1)]


@pytest.mark.parametrize("retrieved", [None, "2026-11-21T10:00:00Z"])
def test_a_day_after_the_day_of_reading_fails_alone_with_its_reason(retrieved: str | None) -> None:
    raw, today = RawDocument("a.txt", text=WORDS, published="2026-11-24", retrieved=retrieved), date(2026, 11, 22)
    assert make_document(raw, today=today).published.first is None
    told = unread_published(raw, today)
    assert told is not None
    assert "is to come" in told.reason
    assert unread_published(replace(raw, published="2026-11-22"), today) is None


def test_without_a_day_of_reading_the_clock_is_not_asked() -> None:
    raw = RawDocument("a.txt", text=WORDS, published="2199-01-01")
    assert unread_published(raw) is None
    assert make_document(raw).published.first == date(2199, 1, 1)


def test_a_day_on_which_it_is_tomorrow_elsewhere_is_believed() -> None:
    raw = RawDocument("a.txt", text=WORDS, published="2026-11-23")
    assert make_document(raw, today=date(2026, 11, 22)).published.first == date(2026, 11, 23)


# VmHWM, not ru_maxrss: the latter starts from what the process that runs the tests had taken.
MEASURE = """
import re, sys
from pathlib import Path
from legation.readers import read_inputs
n = sum(1 for _ in read_inputs([sys.argv[1]]))
print(n, int(re.findall(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[0]) // 1024)
"""


@pytest.mark.parametrize("case", ["long line", "long line of a table", "long object"])
def test_memory_stays_under_one_gigabyte(tmp_path: Path, case: str) -> None:
    name, make, _ = BAD[case]
    path = write(tmp_path, name, make())
    run = subprocess.run([sys.executable, "-c", MEASURE, str(path)], capture_output=True, text=True, check=True)
    assert int(run.stdout.split()[1]) < 1000
