"""A brief as Markdown (with footnotes as Pandoc and GitHub read them), HTML that stands alone, or DOCX."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from html import escape
from typing import BinaryIO

from legation.errors import UsageError
from legation.exporters.brief.content import Brief, Line, Note
from legation.exporters.brief.word import write_docx
from legation.exporters.safe import web_address

_MARKS = re.compile(r"([\\`*_{}\[\]<>#~])")
STYLE = """
body { font: 17px/1.55 Georgia, serif; color: #1d1d1b; background: #fff; max-width: 42rem; margin: 3rem auto; padding: 0 1rem }
h1 { font-size: 1.7rem; margin-bottom: .2rem } h2 { font-size: 1.15rem; margin-top: 2rem; border-bottom: 1px solid #ccc }
h3 { font-size: 1rem; margin: 1rem 0 .2rem } ul { padding-left: 1.1rem; margin: .2rem 0 } li { margin: .25rem 0 }
.aside { color: #5a5a55; font-size: .88em } .notes { font-size: .88em } sup a { text-decoration: none }
@media (prefers-color-scheme: dark) { body { color: #e6e4de; background: #1b1b19 } .aside { color: #a9a79f } a { color: #9ec5ff } }
@media print { body { margin: 0; max-width: none } a { color: inherit } }
"""  # noqa: E501


def write_brief(brief: Brief, out: BinaryIO, form: str = "md") -> None:
    """Write the brief as ``md``, ``html`` or ``docx``.

    Raises:
        UsageError: no such format, or the package for DOCX is missing.
    """
    if form not in RENDERINGS:
        raise UsageError(f"no format {form!r} for a brief", f"use one of: {', '.join(RENDERINGS)}")
    RENDERINGS[form](brief, out)


def _write_markdown(brief: Brief, out: BinaryIO) -> None:
    words = re.sub(r"\n{3,}", "\n\n", "\n".join(_markdown(brief)))
    out.write(f"{words}\n".encode())


def _markdown(brief: Brief) -> Iterator[str]:
    yield from (f"# {_md(brief.title)}", "", _md(brief.summary), "")
    for section in brief.sections:
        yield f"## {section.title}\n"
        yield from [line for entry in section.lines for line in _md_line(entry)] or [f"*{section.empty}*"]
        yield ""
    yield from (f"[^{n.number}]: {_md_note(n)}" for n in brief.notes)


def _md_line(line: Line, depth: int = 0) -> Iterator[str]:
    if line.day:
        yield f"\n**{_md(line.day)}**\n"
    marks = "".join(f"[^{n}]" for n in line.notes)
    aside = f" — *{_md(line.aside)}*" if line.aside else ""
    yield f"{'  ' * depth}- {_md(line.text)}{marks}{aside}"
    for part in line.parts:
        yield from _md_line(part, depth + 1)


def _md_note(n: Note) -> str:
    title = f" “{_md(n.title)}”," if n.title else ""
    words = f"“{_spaced(_md(n.before), f'**{_md(n.words)}**', _md(n.after))}”"
    url = f" <{url}>" if (url := web_address(n.url)) else ""
    return f"{_md(n.outlet)},{title} {_md(n.published)}: {words} ({n.document_id}){url}"


def _md(words: str) -> str:
    """Words that Markdown takes for nothing else."""
    return _MARKS.sub(r"\\\1", " ".join(words.split()))


def _spaced(before: str, words: str, after: str) -> str:
    """The sentence in one piece; punctuation joins what stands before it."""
    left = f"{before} " if before and before[-1] not in "“\"'(‘-–" else before
    right = f" {after}" if after and after[0] not in ",.;:!?)”’'\"-–" else after
    return f"{left}{words}{right}"


def _write_html(brief: Brief, out: BinaryIO) -> None:
    out.write("\n".join(_html(brief)).encode("utf-8"))


def _html(brief: Brief) -> Iterator[str]:
    title = escape(brief.title)
    yield f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>'
    yield f'<meta name="viewport" content="width=device-width"><style>{STYLE}</style></head><body>'
    yield f"<h1>{title}</h1><p>{escape(brief.summary)}</p>"
    for section in brief.sections:
        yield f"<h2>{section.title}</h2>"
        yield from _html_lines(section.lines) if section.lines else [f'<p class="aside">{section.empty}</p>']
    yield '<h2>Notes</h2><ol class="notes">'
    yield from (f'<li id="n{n.number}">{_html_note(n)}</li>' for n in brief.notes)
    yield "</ol></body></html>\n"


def _html_lines(lines: tuple[Line, ...]) -> Iterator[str]:
    is_open = False
    for line in lines:
        if line.day or not is_open:
            head = f"<h3>{escape(line.day)}</h3>" if line.day else ""
            yield f"{'</ul>' if is_open else ''}{head}<ul>"
            is_open = True
        marks = "".join(f'<sup><a href="#n{n}">{n}</a></sup>' for n in line.notes)
        aside = f' <span class="aside">{escape(line.aside)}</span>' if line.aside else ""
        yield f"<li>{escape(line.text)}{marks}{aside}"
        yield from _html_lines(line.parts)
        yield "</li>"
    if is_open:
        yield "</ul>"


def _html_note(n: Note) -> str:
    title = f" “{escape(n.title)}”," if n.title else ""
    words = _spaced(escape(n.before), f"<strong>{escape(n.words)}</strong>", escape(n.after))
    url = escape(web_address(n.url))
    link = f' <a href="{url}" rel="noreferrer">{url}</a>' if url else ""
    where = f'<span class="aside">{escape(n.document_id)}</span>{link}'
    return f"{escape(n.outlet)},{title} {escape(n.published)}: “{words}” {where}"


RENDERINGS: dict[str, Callable[[Brief, BinaryIO], None]] = {
    "md": _write_markdown,
    "html": _write_html,
    "docx": write_docx,
}
"""Format -> what writes it."""
