"""RSS and Atom files: one report an entry. Entities are not expanded and nothing is fetched."""

from __future__ import annotations

from collections.abc import Iterator

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
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=False, huge_tree=False)
    try:
        tree = etree.fromstring(source.read(LONGEST_DOCUMENT), parser)
    except etree.XMLSyntaxError as error:
        raise InputError(f"no XML: {error}", "fetch the feed again") from error
    entries = [e for e in tree.iter() if _tag(e) in _ENTRIES]
    if not entries:
        raise InputError(f"no feed: <{_tag(tree)}> holds no item or entry", "give RSS or Atom, or the pages themselves")
    outlet = next((_words(e) for e in tree.iter() if _tag(e) == "title"), "")
    for number, entry in enumerate(entries, 1):
        name = f"{source.name}#{number}"
        try:
            yield document_from(name, {"outlet": outlet, **_row(entry)})
        except InputError as error:
            yield failure(name, InputError(f"entry {number}: {error}", error.remedy))


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
    return "".join(str(words) for words in element.itertext()).strip()
