"""HTML -> all text of the page, one line a block, with what the mark-up says of each line.

Script, style and head are no text, nor are hidden words inside a line (a name's hover card). Blanks and line breaks
inside a block become one blank; ``<br>`` ends a line.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree  # type: ignore[import-untyped]
from lxml import html as lxml_html

from legation.errors import InputError

_SKIPPED_TAGS = "script style noscript template head svg canvas iframe object select datalist math audio video"
_INLINE_TAGS = """a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark nobr picture q s
    samp small source span strike strong sub sup time tt u var wbr"""
_HIDDEN_CLASSES = "hidden tooltiptext visually-hidden visuallyhidden sr-only screen-reader-text"
_SKIPPED, _INLINE = frozenset(_SKIPPED_TAGS.split()), frozenset(_INLINE_TAGS.split())
_HIDDEN = frozenset(_HIDDEN_CLASSES.split())
_Context = tuple[tuple[str, ...], tuple[str, ...]]
_LINK_DEPTH = 5  # elements: a link around more than these holds blocks, not words
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
    """What is read so far; ``around`` are the elements open at this place, ``tags`` theirs."""

    pieces: list[str] = field(default_factory=list)
    lines: list[PageLine] = field(default_factory=list)
    length: int = 0
    words: list[tuple[str, bool]] = field(default_factory=list)
    contexts: dict[etree._Element, _Context] = field(default_factory=dict)
    around: list[etree._Element] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)

    def add(self, words: str | None) -> None:
        """Words that stand directly in the innermost element; whether blanks are linked is never asked."""
        if words:
            self.words.append((words, "a" in self.tags[-_LINK_DEPTH:] and not words.isspace()))

    def end_line(self, element: etree._Element) -> None:
        text = " ".join("".join([w for w, _ in self.words]).split())
        if text:
            linked = sum([len(w.strip()) for w, is_link in self.words if is_link])
            total = sum([len(w.strip()) for w, _ in self.words]) if linked else 1
            tags, names = self.context(element)
            line = PageLine(self.length, self.length + len(text), tags, " ".join(names).lower(), linked / max(total, 1))
            self.lines.append(line)
            self.pieces.append(text)
            self.length += len(text) + 1
        self.words.clear()

    def context(self, element: etree._Element) -> _Context:
        """Tags of the element and of those around it, and the names that the nearest of them bear; kept, as lines
        share most of it. No recursion: pages nest thousands deep."""
        chain = []
        here: etree._Element | None = element
        while here is not None and here not in self.contexts:
            chain.append(here)
            here = here.getparent()
        tags, names = self.contexts[here] if here is not None else ((), ())
        for one in reversed(chain):
            own = f"{one.get('class') or ''} {one.get('id') or ''} {one.get('role') or ''}"
            tags, names = (str(one.tag), *tags[:11]), (own, *names[:5])
            self.contexts[one] = tags, names
        return tags, names


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


def _is_hidden(element: etree._Element) -> bool:
    """Whether an element's words are not shown until a reader points at it: a hover card, words for screen readers.

    Asked of what stands inside a line alone: pages hide whole reports until a script shows them.
    """
    if element.get("hidden") is not None or not _HIDDEN.isdisjoint((element.get("class") or "").split()):
        return True
    return "display:none" in (element.get("style") or "").replace(" ", "").lower()


def dump_page(tree: lxml_html.HtmlElement) -> tuple[str, tuple[PageLine, ...]]:
    """All text of the page, lines joined by one line break, and the lines in text order."""
    dump = _Dump()
    walker = etree.iterwalk(tree, events=("start", "end"))  # no recursion: pages nest thousands deep
    for event, element in walker:
        tag = element.tag
        if event == "start":
            if dump.words and tag not in _INLINE:
                dump.end_line(dump.around[-1] if dump.around else element)
            dump.around.append(element)
            dump.tags.append(tag)
            if tag in _SKIPPED or (tag in _INLINE and _is_hidden(element)):
                walker.skip_subtree()
            else:
                dump.add(element.text)
            continue
        if dump.words and tag not in _INLINE:
            dump.end_line(element)
        dump.around.pop()
        dump.tags.pop()
        if dump.around:
            dump.add(element.tail)
    if dump.words:
        dump.end_line(tree)
    return "\n".join(dump.pieces), tuple(dump.lines)
