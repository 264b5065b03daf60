from __future__ import annotations

import io
import re
from html.parser import HTMLParser

import docx
import pytest
from lxml import etree

from legation.errors import UsageError
from legation.exporters.brief import Brief, Line, Note, Section, make_brief, write_brief
from legation.store import Store
from legation.views.filters import Filters

HOSTILE = "<script>alert(1)</script> *bold* [link](javascript:x)"


def written(brief: Brief, form: str) -> bytes:
    out = io.BytesIO()
    write_brief(brief, out, form)
    return out.getvalue()


def lines_of(brief: Brief) -> list[Line]:
    found = [line for section in brief.sections for line in section.lines]
    return found + [part for line in found for part in line.parts]


def test_every_note_quotes_a_report_verbatim(example: Store) -> None:
    brief = make_brief(example, "PAK", "United States")
    texts = {d.id: " ".join(d.text.split()) for d in example.documents()}
    assert brief.notes
    assert all(n.words in texts[n.document_id] for n in brief.notes)
    assert [n.number for n in brief.notes] == list(range(1, len(brief.notes) + 1))
    cited = {n for line in lines_of(brief) for n in line.notes}
    assert cited == {n.number for n in brief.notes}


def test_what_is_planned_stands_under_what_is_planned(example: Store) -> None:
    by_title = {s.title: s for s in make_brief(example, "NOR", "POL").sections}
    coming = [line.text for line in by_title["Planned and called for"].lines]
    assert any("2025-10-14" in words and "Eide" in words for words in coming)
    assert not any("2025-10-14" in line.day for line in by_title["What happened"].lines)


def test_markdown_has_a_footnote_for_each_mark(example: Store) -> None:
    words = written(make_brief(example, "PAK", "USA", Filters()), "md").decode("utf-8")
    marks, notes = set(re.findall(r"\[\^(\d+)\](?!:)", words)), set(re.findall(r"^\[\^(\d+)\]:", words, re.M))
    assert marks == notes != set()


def test_python_docx_reads_the_brief_and_its_footnotes(example: Store) -> None:
    brief = make_brief(example, "PAK", "USA")
    read = docx.Document(io.BytesIO(written(brief, "docx")))
    titles = [p.text for p in read.paragraphs if p.style is not None and p.style.name == "Heading 1"]
    assert titles == [s.title for s in brief.sections]
    part = next(r.target_part for r in read.part.rels.values() if r.reltype.endswith("/footnotes"))
    notes = etree.fromstring(part.blob)
    words = ["".join(note.itertext()) for note in notes][2:]
    assert len(words) == len(brief.notes)
    assert all(n.words in w and n.outlet in w for n, w in zip(brief.notes, words, strict=True))


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.seen: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)


def test_words_of_reports_are_never_markup() -> None:
    note = Note(1, HOSTILE, HOSTILE, HOSTILE, HOSTILE, "2025", HOSTILE, "javascript:alert(1)", "doc-1\x00")
    section = Section("What happened", (Line(HOSTILE, (1,), HOSTILE, HOSTILE),), "")
    brief = Brief(HOSTILE, HOSTILE, (section,), (note,), "")
    tags = Tags()
    page = written(brief, "html").decode("utf-8")
    tags.feed(page)
    assert "script" not in tags.seen
    assert 'href="javascript' not in page
    assert not re.search(r"(?<!\\)\]\(", written(brief, "md").decode("utf-8"))
    assert docx.Document(io.BytesIO(written(brief, "docx"))).paragraphs


def test_an_unknown_side_or_format_is_refused(example: Store) -> None:
    with pytest.raises(UsageError, match="nobody called"):
        make_brief(example, "PAK", "Nobody Known")
    with pytest.raises(UsageError, match="no format 'pdf'"):
        write_brief(make_brief(example, "PAK", "USA"), io.BytesIO(), "pdf")
