"""Saved web pages: one report a file. What is body and what is not, ``documents`` decides."""

from __future__ import annotations

from collections.abc import Iterator

from legation.readers.encodings import decode_page
from legation.readers.sources import Source
from legation.records import Failure, RawDocument


def read_html(source: Source) -> Iterator[RawDocument | Failure]:
    """The one page of an HTML file, decoded."""
    yield RawDocument(source.name, html=decode_page(source.read()))
