from __future__ import annotations

import gzip
import io
import json
import zlib
from pathlib import Path

import brotli
import pytest

from legation.errors import InputError, UsageError
from legation.readers import read_inputs
from legation.readers.http import decode_body
from legation.readers.pdf import join_lines
from legation.records import Failure, RawDocument
from tests.readers.makers import locked_pdf, make_pdf, make_warc_record, write

WORDS = "The two ministers met on Saturday and agreed to go on talking."
PAGE = f"<html><p>{WORDS}</p></html>".encode()
FIRST, SECOND, THIRD = (make_warc_record(f"https://example.org/{n}", PAGE) for n in "abc")


def kinds(found: list[RawDocument | Failure]) -> list[str]:
    return [f"{f.name} {type(f).__name__}" for f in found]


@pytest.mark.parametrize("packed", [False, True])
def test_pages_of_a_web_archive_keep_their_address_and_day(tmp_path: Path, packed: bool) -> None:
    records = [FIRST, make_warc_record("https://example.org/t", WORDS.encode(), kind="text/plain; charset=utf-8")]
    data = b"".join(gzip.compress(r, mtime=0) for r in records) if packed else b"".join(records)
    page, text = list(read_inputs([write(tmp_path, "a.warc.gz" if packed else "a.warc", data)]))
    assert isinstance(page, RawDocument)
    assert (page.url, page.retrieved, page.html) == ("https://example.org/a", "2025-08-05T10:00:00Z", PAGE.decode())
    assert isinstance(text, RawDocument)
    assert (text.name.endswith("#2"), text.text) == (True, WORDS)


def test_pictures_errors_and_rules_for_robots_are_no_reports(tmp_path: Path) -> None:
    others = [
        make_warc_record("https://example.org/p.png", b"\x89PNG", kind="image/png"),
        make_warc_record("https://example.org/gone", PAGE, status="404 Not Found"),
        make_warc_record("https://example.org/robots.txt", b"User-agent: *", kind="text/plain"),
    ]
    found = list(read_inputs([write(tmp_path, "a.warc", b"".join([*others, FIRST]))]))
    assert kinds(found) == ["a.warc#4 RawDocument"]


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize("wrong_by", [5, -30])
def test_a_record_of_a_wrong_length_fails_alone(tmp_path: Path, wrong_by: int, packed: bool) -> None:
    wrong = make_warc_record("https://example.org/w", PAGE, wrong_by=wrong_by)
    press = gzip.compress if packed else bytes
    data = b"".join(press(r) for r in (FIRST, wrong, SECOND, THIRD))
    found = list(read_inputs([write(tmp_path, "a.warc.gz" if packed else "a.warc", data)]))
    assert isinstance(found[0], RawDocument)
    assert [type(f) for f in found].count(Failure) == 1
    assert isinstance(found[-1], RawDocument)
    assert found[-1].url == "https://example.org/c"
    assert not any(isinstance(f, RawDocument) and f.url == "https://example.org/w" for f in found)


@pytest.mark.parametrize("packed", [False, True])
def test_a_web_archive_that_is_cut_off_gives_what_is_whole(tmp_path: Path, packed: bool) -> None:
    data = gzip.compress(FIRST, mtime=0) + gzip.compress(SECOND, mtime=0)[:-40] if packed else (FIRST + SECOND)[:-60]
    found = list(read_inputs([write(tmp_path, "a.warc.gz" if packed else "a.warc", data)]))
    assert isinstance(found[0], RawDocument)
    assert [f.reason for f in found[1:] if isinstance(f, Failure)]


def test_a_file_that_is_no_web_archive_says_so(tmp_path: Path) -> None:
    (found,) = read_inputs([write(tmp_path, "a.warc", WORDS.encode())])
    assert isinstance(found, Failure)
    assert "no web archive" in found.reason


def test_the_body_of_a_message_is_decoded_as_its_headers_say() -> None:
    chunked = b"5\r\nhello\r\n6;x=1\r\n world\r\n0\r\n\r\n"
    assert decode_body(chunked, "chunked", "", 100) == b"hello world"
    assert decode_body(gzip.compress(b"hello", mtime=0), "", "gzip", 100) == b"hello"
    assert decode_body(zlib.compress(b"hello"), "", "deflate", 100) == b"hello"
    assert decode_body(brotli.compress(b"hello"), "", "br", 100) == b"hello"
    assert decode_body(b"<p>decoded already", "chunked", "gzip, br", 100) == b"<p>decoded already"


@pytest.mark.parametrize(
    ("data", "transfer", "content"),
    [
        (b"ff\r\nhello", "chunked", ""),
        (gzip.compress(b"a" * 1000, mtime=0), "", "gzip"),
        (brotli.compress(b"a" * 1000), "", "br"),
        (gzip.compress(b"hello", mtime=0)[:-9], "", "gzip"),
    ],
)
def test_a_broken_or_swollen_message_is_refused(data: bytes, transfer: str, content: str) -> None:
    with pytest.raises(InputError):
        decode_body(data, transfer, content, 100)


def test_a_pdf_gives_its_words(tmp_path: Path) -> None:
    (found,) = read_inputs([write(tmp_path, "a.pdf", make_pdf([WORDS, "They will meet again."]))])
    assert isinstance(found, RawDocument)
    assert found.text.split() == f"{WORDS} They will meet again.".split()


@pytest.mark.parametrize(
    ("data", "reason"),
    [(locked_pdf(), "password"), (b"%PDF-1.4\nbroken", "cannot be read"), (make_pdf([]), "pictures")],
)
def test_a_pdf_without_words_to_read_is_a_failure(tmp_path: Path, data: bytes, reason: str) -> None:
    (found,) = read_inputs([write(tmp_path, "a.pdf", data)])
    assert isinstance(found, Failure)
    assert reason in found.reason


def test_lines_of_a_pdf_are_joined_to_paragraphs() -> None:
    page = (
        "The two ministers met in the capital on Satur\ufffe\r\nday and agreed to continue\r\nthe talks.\r\n\r\nTrade"
    )
    assert join_lines(page).splitlines()[-1] == "Trade"
    assert "Saturday and agreed" in join_lines(page)


def test_rows_of_a_parquet_file_are_reports(tmp_path: Path) -> None:
    duckdb = pytest.importorskip("duckdb")
    path = tmp_path / "a.parquet"
    rows = f"SELECT i AS id, '{WORDS}' AS body, DATE '2025-08-05' AS day FROM range(200) t(i)"
    duckdb.sql(f"COPY ({rows}) TO '{path}' (FORMAT parquet)")
    found = list(read_inputs([path], fields={"text": "body", "published": "day"}))
    assert len(found) == 200
    assert isinstance(found[7], RawDocument)
    assert (found[7].id, found[7].text, found[7].published) == ("7", WORDS, "2025-08-05")
    (failed,) = read_inputs([path])
    assert isinstance(failed, Failure)
    assert "id, body, day" in failed.reason


def test_a_broken_parquet_file_is_a_failure(tmp_path: Path) -> None:
    pytest.importorskip("duckdb")
    (found,) = read_inputs([write(tmp_path, "a.parquet", b"PAR1 broken")])
    assert isinstance(found, Failure)


def test_fields_can_be_named_and_lie_within_others(tmp_path: Path) -> None:
    row = json.dumps({"post": {"body": WORDS, "by": "A. Writer"}, "when": "2025-08-05"})
    names = {"text": "post.body", "author": "post.by", "published": "when"}
    (found,) = read_inputs([write(tmp_path, "a.jsonl", row)], fields=names)
    assert isinstance(found, RawDocument)
    assert (found.text, found.author, found.published) == (WORDS, "A. Writer", "2025-08-05")


def test_a_wrong_name_of_a_field_lists_those_found(tmp_path: Path) -> None:
    path = write(tmp_path, "a.jsonl", json.dumps({"post": {"body": WORDS}, "when": "2025-08-05"}))
    (found,) = read_inputs([path], fields={"text": "content"})
    assert isinstance(found, Failure)
    assert '"content"' in found.reason
    assert "post.body, when" in found.reason
    with pytest.raises(UsageError, match="colour"):
        list(read_inputs([path], fields={"colour": "when"}))


def test_columns_of_a_csv_can_be_named(tmp_path: Path) -> None:
    path = write(tmp_path, "a.csv", f"Day;Body\n2025-08-05;{WORDS}\n")
    (found,) = read_inputs([path], fields={"text": "Body", "published": "Day"})
    assert isinstance(found, RawDocument)
    assert (found.text, found.published) == (WORDS, "2025-08-05")


def test_kinds_are_told_by_content_where_no_suffix_tells() -> None:
    for data in (make_pdf([WORDS]), FIRST):
        (found,) = read_inputs(["-"], stdin=io.TextIOWrapper(io.BytesIO(data)))
        assert isinstance(found, RawDocument)
