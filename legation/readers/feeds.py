"""RSS and Atom files: one report an entry. Entities are not expanded and nothing is fetched."""

from __future__ import annotations

from collections.abc import Iterator
from html import unescape
from urllib.parse import urljoin

from lxml import etree  # type: ignore[import-untyped]

from legation.errors import InputError
from legation.readers.fields import document_from, failure
from legation.readers.sources import LONGEST_DOCUMENT, Source
from legation.records import Failure, RawDocument

_ENTRIES = ("item", "entry")
_CONTENT = ("encoded", "content", "description", "summary")  # the fullest first
_FIELDS = {
    "title": "title",
    "pubDate": "published",
    "published": "published",
    "date": "published",
    "creator": "author",
    "author": "author",
}


def read_feed(source: Source) -> Iterator[RawDocument | Failure]:
    """The entries of a feed in its order; an entry without words is one failure.

    Raises:
        InputError: the file is no XML, or no feed.
    """
    tree, entries = _parse(source.read(LONGEST_DOCUMENT))
    outlet = next((_words(e) for e in tree.iter() if _tag(e) == "title"), "")
    for number, entry in enumerate(entries, 1):
        name = f"{source.name}#{number}"
        try:
            yield document_from(name, {"outlet": outlet, **_row(entry)})
        except InputError as error:
            yield failure(name, InputError(f"entry {number}: {error}", error.remedy))


def feed_links(data: bytes, base: str) -> Iterator[str]:
    """The addresses that a feed's entries point at, in its order; ``base`` is the feed's own.

    Raises:
        InputError: it is no feed.
    """
    for entry in _parse(data)[1]:
        link = _row(entry).get("url")
        if link:
            yield urljoin(base, link)


def _parse(data: bytes) -> tuple[etree._Element, list[etree._Element]]:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=False, huge_tree=False)
    try:
        tree = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise InputError(f"no XML: {error}", "fetch the feed again") from error
    entries = [e for e in tree.iter() if _tag(e) in _ENTRIES]
    if not entries:
        raise InputError(f"no feed: <{_tag(tree)}> holds no item or entry", "give RSS or Atom, or the pages themselves")
    return tree, entries


def _row(entry: etree._Element) -> dict[str, str]:
    row: dict[str, str] = {}
    for child in entry:
        field = _FIELDS.get(_tag(child))
        if field is not None and _words(child):
            row.setdefault(field, _words(child))
        if _tag(child) == "link" and child.get("rel", "alternate") == "alternate":
            row.setdefault("url", child.get("href") or _words(child))
    found = {_tag(child): _words(child) for child in reversed(entry) if _words(child)}
    content = next((found[tag] for tag in _CONTENT if tag in found), None)
    return row if content is None else {**row, "html" if "<" in content else "text": content}


def _tag(element: etree._Element) -> str:
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def _words(element: etree._Element) -> str:
    return "".join(_pieces(element)).strip()


def _pieces(element: etree._Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if isinstance(child, etree._Entity):
            yield _character(str(child.text))
        else:
            yield from _pieces(child)
        yield child.tail or ""


def _character(entity: str) -> str:
    """The character that HTML knows by this name; what a feed declares itself may grow without end.

    Raises:
        InputError: HTML does not know it.
    """
    found = unescape(entity)
    if found == entity:
        raise InputError(f"the feed's own entity {entity} is not expanded", "fetch the feed again, or give the pages")
    return found
