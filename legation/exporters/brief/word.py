"""A brief as DOCX by python-docx, with true footnotes, for which it has no call of its own."""

from __future__ import annotations

from typing import Any, BinaryIO
from xml.sax.saxutils import escape

from legation.exporters.brief.content import Brief, Line, Note
from legation.exporters.safe import xml_words
from legation.extras import load_extra

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
_RAISED = '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
_SEPARATORS = (
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'
)


def write_docx(brief: Brief, out: BinaryIO) -> None:
    """Write the brief.

    Raises:
        UsageError: python-docx is not installed.
    """
    document = load_extra("docx", "exports").Document()
    document.core_properties.title = brief.title
    document.add_heading(_clean(brief.title), 0)
    document.add_paragraph(_clean(brief.summary))
    for section in brief.sections:
        document.add_heading(section.title, 1)
        if not section.lines:
            document.add_paragraph().add_run(section.empty).italic = True
        for line in section.lines:
            _add_line(document, line, "List Bullet")
    _add_notes(document, brief.notes)
    document.save(out)


def _add_line(document: Any, line: Line, style: str) -> None:
    if line.day:
        document.add_heading(_clean(line.day), 2)
    paragraph = document.add_paragraph(_clean(line.text), style=style)
    for number in line.notes:
        _add_mark(paragraph, number)
    if line.aside:
        paragraph.add_run(f" — {_clean(line.aside)}").italic = True
    for part in line.parts:
        _add_line(document, part, "List Bullet 2")


def _add_mark(paragraph: Any, number: int) -> None:
    """The raised number that leads to a footnote."""
    run = paragraph.add_run()
    run.font.superscript = True
    mark = load_extra("docx.oxml", "exports").OxmlElement("w:footnoteReference")
    mark.set(f"{{{_W}}}id", str(number))
    run._r.append(mark)


def _add_notes(document: Any, notes: tuple[Note, ...]) -> None:
    """The part that holds the footnotes, and the document's relation to it. A note cited twice stays one."""
    opc = load_extra("docx.opc.part", "exports"), load_extra("docx.opc.packuri", "exports")
    body = "".join(map(_note, notes))
    xml = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:footnotes xmlns:w="{_W}">{_SEPARATORS}{body}'
    blob = f"{xml}</w:footnotes>".encode()
    part = opc[0].Part(opc[1].PackURI("/word/footnotes.xml"), _TYPE, blob, document.part.package)
    document.part.relate_to(part, _RELATION)


def _note(n: Note) -> str:
    title = f" “{n.title}”," if n.title else ""
    head, tail = f" {n.outlet},{title} {n.published}: “{n.before} ", f" {n.after}” ({n.document_id})"
    runs = _run(head) + _run(n.words, "<w:rPr><w:b/></w:rPr>") + _run(tail)
    return f'<w:footnote w:id="{n.number}"><w:p><w:r>{_RAISED}<w:footnoteRef/></w:r>{runs}</w:p></w:footnote>'


def _run(words: str, properties: str = "") -> str:
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(_clean(words))}</w:t></w:r>'


def _clean(words: str) -> str:
    """On one line, without the characters that XML has no place for."""
    return xml_words(words).replace("\t", " ").replace("\n", " ")
