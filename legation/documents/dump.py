"""HTML -> all text of the page, one line a block, with what the mark-up says of each line.

Script, style and head are no text. Blanks and line breaks inside a block become one blank; ``<br>`` ends a line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree  # type: ignore[import-untyped]
from lxml import html as lxml_html

from legation.errors import InputError

_SKIPPED_TAGS = "script style noscript template head svg canvas iframe object select datalist math audio video"
_INLINE_TAGS = """a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark nobr picture q s
    samp small source span strike strong sub sup time tt u var wbr"""
_SKIPPED, _INLINE = frozenset(_SKIPPED_TAGS.split()), frozenset(_INLINE_TAGS.split())
_SPACE = re.compile(r"\s+")
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PageLine:
    """One line of the dump: its offsets, the tags around it (innermost first), class and id words, share of links."""

    start: int
    end: int
    tags: tuple[str, ...]
    names: str
    link_share: float


@dataclass(slots=True)
class _Dump:
    pieces: list[str] = field(default_factory=list)
    lines: list[PageLine] = field(default_factory=list)
    length: int = 0
    words: list[tuple[str, bool]] = field(default_factory=list)

    def add(self, words: str | None, linked: bool) -> None:
        if words:
            self.words.append((words, linked))

    def end_line(self, element: etree._Element) -> None:
        text = _SPACE.sub(" ", "".join(w for w, _ in self.words)).strip()
        if text:
            linked = sum(len(w.strip()) for w, is_link in self.words if is_link)
            total = sum(len(w.strip()) for w, _ in self.words)
            tags, names = _context(element)
            self.lines.append(PageLine(self.length, self.length + len(text), tags, names, linked / max(total, 1)))
            self.pieces.append(text)
            self.length += len(text) + 1
        self.words.clear()


def parse_page(html: str) -> lxml_html.HtmlElement:
    """The tree of a page.

    Raises:
        InputError: there is no element in it.
    """
    try:
        # as bytes: lxml refuses a str with an encoding declaration
        parser = lxml_html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
        tree = lxml_html.document_fromstring(_DECLARATION.sub("", html).encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise InputError("the page has no HTML in it", "fetch it again, or give its text") from error
    return tree


def dump_page(tree: lxml_html.HtmlElement) -> tuple[str, tuple[PageLine, ...]]:
    """All text of the page, lines joined by one line break, and the lines in text order."""
    dump = _Dump()
    for event, element in _walk(tree):
        _take(dump, event, element)
    dump.end_line(tree)
    return "\n".join(dump.pieces), tuple(dump.lines)


def _walk(tree: lxml_html.HtmlElement) -> Iterator[tuple[str, etree._Element]]:
    """start and end of every element outside the skipped ones, without recursion: pages nest thousands deep."""
    walker = etree.iterwalk(tree, events=("start", "end"))
    for event, element in walker:
        if event == "start" and element.tag in _SKIPPED:
            walker.skip_subtree()
        yield event, element


def _take(dump: _Dump, event: str, element: etree._Element) -> None:
    block = element.tag not in _INLINE
    if event == "start":
        if block:
            parent = element.getparent()
            dump.end_line(element if parent is None else parent)
        if element.tag not in _SKIPPED:
            dump.add(element.text, _in_link(element))
        return
    if block:
        dump.end_line(element)
    parent = element.getparent()
    if parent is not None:
        dump.add(element.tail, _in_link(parent))


def _in_link(element: etree._Element) -> bool:
    here: etree._Element | None = element
    for _ in range(5):
        if here is None:
            return False
        if here.tag == "a":
            return True
        here = here.getparent()
    return False


def _context(element: etree._Element) -> tuple[tuple[str, ...], str]:
    chain = [element, *element.iterancestors()][:12]
    names = " ".join(f"{e.get('class') or ''} {e.get('id') or ''} {e.get('role') or ''}" for e in chain[:6])
    return tuple(str(e.tag) for e in chain), names.lower()
