from __future__ import annotations

import gzip
import io
import json
import os
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from legation.errors import UsageError
from legation.readers import read_inputs
from legation.readers.fields import failure
from legation.readers.sources import LONGEST_DOCUMENT
from legation.records import Failure, RawDocument

WORDS = "The two ministers met on Saturday and agreed to go on talking."


def write(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
    return path


def documents(*paths: Path | str, **options: object) -> list[RawDocument]:
    found = list(read_inputs(paths, **options))  # type: ignore[arg-type]
    assert all(isinstance(d, RawDocument) for d in found), found
    return [d for d in found if isinstance(d, RawDocument)]


def only_failure(*paths: Path | str) -> Failure:
    found = list(read_inputs(paths))
    assert len(found) == 1
    assert isinstance(found[0], Failure), found
    return found[0]


def test_text_is_kept_code_point_by_code_point(tmp_path: Path) -> None:
    text = "A\r\nline\rand e\u0301 \u00a0 “quoted”\n\n"
    assert documents(write(tmp_path, "a.txt", text))[0].text == text


def test_byte_order_mark_is_dropped_and_utf16_is_found(tmp_path: Path) -> None:
    marked = documents(write(tmp_path, "a.txt", b"\xef\xbb\xbf" + WORDS.encode()))[0]
    wide = documents(write(tmp_path, "b.txt", WORDS.encode("utf-16")))[0]
    assert marked.text == wide.text == WORDS


def test_windows_text_is_read_when_it_is_plausible(tmp_path: Path) -> None:
    words = "“We’ll go on,” the minister said in Málaga – twice."
    assert documents(write(tmp_path, "a.txt", words.encode("cp1252")))[0].text == words


def test_front_block_gives_fields_and_leaves_the_text(tmp_path: Path) -> None:
    path = write(tmp_path, "a.md", f'---\noutlet: Example Times\npublished: "2025-08-05"\n---\n{WORDS}\n')
    found = documents(path)[0]
    assert (found.outlet, found.published, found.text) == ("Example Times", "2025-08-05", WORDS + "\n")


def test_dashes_without_fields_are_no_front_block(tmp_path: Path) -> None:
    text = f"---\nNote: not a field\n---\n{WORDS}"
    assert documents(write(tmp_path, "a.md", text))[0].text == text


@pytest.mark.parametrize("head", ["---\noutlet: Example Times\n", "---\r\nPublished: 2025-08-05\r\nurl: x\r\n\r\n"])
def test_a_front_block_that_is_not_closed_is_told(tmp_path: Path, head: str) -> None:
    (found,) = read_inputs([write(tmp_path, "a.md", f"{head}The two ministers met on Saturday.\n")])
    assert isinstance(found, Failure)
    assert "not closed" in found.reason
    assert found.remedy


def test_a_bad_line_of_json_is_told_by_one_number(tmp_path: Path) -> None:
    *_, found = read_inputs([write(tmp_path, "a.jsonl", '{"text": "The two ministers met."}\n{"text": oops}\n')])
    assert isinstance(found, Failure)
    assert found.reason == "line 2, column 10: no JSON: Expecting value"


def test_json_lines_keep_their_fields_and_a_bad_line_fails_alone(tmp_path: Path) -> None:
    rows = [
        json.dumps({"text": WORDS, "id": 7, "url": "https://example.org/a"}),
        '{"title": "no words"}',
        "{broken",
        "",
    ]
    found = list(read_inputs([write(tmp_path, "a.jsonl", "\n".join(rows))]))
    assert isinstance(found[0], RawDocument)
    assert (found[0].id, found[0].url, found[0].name) == ("7", "https://example.org/a", "a.jsonl#1")
    assert [f.name for f in found[1:]] == ["a.jsonl#2", "a.jsonl#3"]
    assert isinstance(found[1], Failure)
    assert "line 2" in found[1].reason
    assert "title" in found[1].reason


def test_json_holds_one_report_or_an_array(tmp_path: Path) -> None:
    one = documents(write(tmp_path, "one.json", json.dumps({"text": WORDS})))
    two = documents(write(tmp_path, "two.json", json.dumps([{"text": WORDS}, {"html": "<p>x</p>"}])))
    assert [d.name for d in one + two] == ["one.json", "two.json#1", "two.json#2"]


def test_json_file_of_lines_is_read_as_lines(tmp_path: Path) -> None:
    line = json.dumps({"text": WORDS})
    assert len(documents(write(tmp_path, "a.json", f"{line}\n{line}\n"))) == 2


def test_csv_text_keeps_its_line_breaks(tmp_path: Path) -> None:
    path = write(tmp_path, "a.csv", 'title,text\r\nOne,"First line\r\nsecond “line”"\r\n')
    assert documents(path)[0].text == "First line\r\nsecond “line”"


def test_csv_without_text_lists_its_columns(tmp_path: Path) -> None:
    failure = only_failure(write(tmp_path, "a.csv", "title,body\nOne,Two\n"))
    assert "title, body" in failure.reason


def test_folder_is_read_sorted_and_below(tmp_path: Path) -> None:
    for name in ("b.txt", "sub/a.txt", "a.html", ".hidden.txt"):
        write(tmp_path, name, f"<html><p>{WORDS}</p></html>")
    assert [d.name for d in documents(tmp_path)] == ["a.html", "b.txt", "sub/a.txt"]


def test_gzipped_files_are_read_by_their_inner_suffix(tmp_path: Path) -> None:
    path = write(tmp_path, "a.jsonl.gz", gzip.compress(json.dumps({"text": WORDS}).encode()))
    assert documents(path)[0].text == WORDS


def test_standard_input_is_read_by_its_content() -> None:
    assert documents("-", stdin=io.StringIO(WORDS))[0].text == WORDS
    assert documents("-", stdin=io.StringIO(json.dumps({"text": WORDS})))[0].text == WORDS
    assert documents("-", stdin=io.StringIO(f"<!doctype html><p>{WORDS}"))[0].html is not None


FEED = f"""<?xml version="1.0"?><rss version="2.0"><channel><title>Example Times</title>
<item><title>Ministers meet</title><link>https://example.org/a</link><pubDate>Tue, 05 Aug 2025 10:00:00 +0500</pubDate>
<description>{WORDS}</description></item><item><title>No words</title></item></channel></rss>"""


def zipped(**files: bytes) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), data)
    return held.getvalue()


def test_entries_of_a_feed_are_reports(tmp_path: Path) -> None:
    report, failed = list(read_inputs([write(tmp_path, "a.xml", FEED)]))
    assert isinstance(report, RawDocument)
    assert (report.text, report.title, report.url, report.outlet) == (
        WORDS,
        "Ministers meet",
        "https://example.org/a",
        "Example Times",
    )
    assert isinstance(failed, Failure)
    assert "entry 2" in failed.reason


def test_entities_of_a_feed_are_not_expanded(tmp_path: Path) -> None:
    bomb = '<!DOCTYPE r [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'
    path = write(tmp_path, "a.xml", f"{bomb}<rss><item><title>t</title><description>&b; x</description></item></rss>")
    assert all("haha" not in str(found) for found in read_inputs([path]))


def test_mail_gives_its_plain_text(tmp_path: Path) -> None:
    head = "Subject: Ministers meet\nFrom: Press Office <p@example.org>\nDate: Tue, 05 Aug 2025 10:00:00 +0500\n"
    found = documents(write(tmp_path, "a.eml", f"{head}Content-Type: text/plain; charset=utf-8\n\n{WORDS}\n"))[0]
    assert (found.text, found.title) == (WORDS + "\n", "Ministers meet")
    assert found.published is not None


def test_members_of_an_archive_are_read_in_order_and_stay_inside(tmp_path: Path) -> None:
    data = zipped(b_txt=WORDS.encode(), sub__a_jsonl=json.dumps({"text": WORDS}).encode(), inner_zip=b"PK")
    found = list(read_inputs([write(tmp_path, "a.zip", data)]))
    assert [f.name for f in found] == ["a.zip/b.txt", "a.zip/inner.zip", "a.zip/sub/a.jsonl#1"]
    assert isinstance(found[1], Failure)
    assert [p.name for p in tmp_path.iterdir()] == ["a.zip"]


def test_a_tar_is_read_also_when_gzipped(tmp_path: Path) -> None:
    held = io.BytesIO()
    with tarfile.open(fileobj=held, mode="w:gz") as archive:
        info = tarfile.TarInfo("../a.txt")
        info.size = len(WORDS)
        archive.addfile(info, io.BytesIO(WORDS.encode()))
    for name in ("a.tar.gz", "b.tgz"):
        assert documents(write(tmp_path, name, held.getvalue()))[0].text == WORDS


BAD: list[tuple[str, Callable[[Path], Path], str]] = [
    ("missing", lambda folder: folder / "none.txt", "no such file"),
    ("empty", lambda folder: write(folder, "a.txt", " \n"), "empty"),
    ("no text", lambda folder: write(folder, "a.txt", bytes(range(256)) * 20), "no text"),
    ("truncated", lambda folder: write(folder, "a.txt.gz", gzip.compress(os.urandom(5000))[:900]), "too early"),
    ("not gzip", lambda folder: write(folder, "a.txt.gz", WORDS), "cannot be read"),
    ("unknown kind", lambda folder: write(folder, "a.docx", WORDS), ".docx"),
    ("empty lines", lambda folder: write(folder, "a.jsonl", "\n\n"), "empty"),
    ("list of words", lambda folder: write(folder, "a.json", '["one"]'), "object is expected"),
    (
        "half a character",
        lambda folder: write(folder, "a.jsonl", '{"text": "half \\ud800 of it"}'),
        "half of a character",
    ),
    ("broken json", lambda folder: write(folder, "a.json", '{"text": '), "no JSON"),
]


@pytest.mark.parametrize(("make", "reason"), [(m, r) for _, m, r in BAD], ids=[name for name, _, _ in BAD])
def test_a_bad_input_is_one_failure_and_the_next_is_read(
    tmp_path: Path, make: Callable[[Path], Path], reason: str
) -> None:
    good = write(tmp_path, "good/good.txt", WORDS)
    failed, read = list(read_inputs([make(tmp_path), good]))
    assert isinstance(failed, Failure)
    assert reason in failed.reason
    assert failed.remedy
    assert isinstance(read, RawDocument)


def test_a_document_over_the_limit_fails_without_being_read(tmp_path: Path) -> None:
    path = tmp_path / "big.txt"
    with path.open("wb") as stream:
        stream.truncate(50_000_000)
    assert "50 MB" in only_failure(path).reason


def test_a_gzipped_document_is_not_expanded_past_the_limit(tmp_path: Path) -> None:
    bomb = write(tmp_path, "a.txt.gz", gzip.compress(b"a" * (LONGEST_DOCUMENT + 10)))
    assert "more than 20 MB" in only_failure(bomb).reason


def test_missing_rights_are_told_with_what_to_do() -> None:
    found = failure("a.txt", PermissionError(13, "denied"))
    assert "permission" in found.reason
    assert found.remedy


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_says_so(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", WORDS)
    path.chmod(0)
    assert "permission" in only_failure(path).reason


def test_meta_is_joined_by_file_name_and_is_no_report(tmp_path: Path) -> None:
    write(tmp_path, "sub/a.txt", WORDS)
    table = write(tmp_path, "meta.csv", "file,outlet,published\na.txt,Example Times,2025-08-05\n")
    found = documents(tmp_path, meta=table)
    assert [(d.outlet, d.published) for d in found] == [("Example Times", "2025-08-05")]


def test_a_meta_row_without_a_file_is_told(tmp_path: Path) -> None:
    report = write(tmp_path, "a.txt", WORDS)
    table = write(tmp_path, "meta.csv", "file,outlet\nother.txt,Example Times\n")
    _, failure = list(read_inputs([report], meta=table))
    assert isinstance(failure, Failure)
    assert "other.txt" in failure.reason


@pytest.mark.parametrize("table", ["name,outlet\na.txt,X\n", "file,colour\na.txt,red\n"])
def test_a_meta_table_without_its_columns_stops_the_run(tmp_path: Path, table: str) -> None:
    report = write(tmp_path, "a.txt", WORDS)
    with pytest.raises(UsageError, match="found: "):
        list(read_inputs([report], meta=write(tmp_path, "meta.csv", table)))
