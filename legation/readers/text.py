"""Plain text and Markdown files: one report a file, fields in a front block if there is one.

Example:
    >>> split_front("---\\noutlet: Example Times\\n---\\nDar called Rubio.")
    ({'outlet': 'Example Times'}, 'Dar called Rubio.')
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from legation.errors import InputError
from legation.readers.encodings import decode
from legation.readers.fields import FIELDS, with_fields
from legation.readers.sources import Source
from legation.records import Failure, RawDocument

_FRONT = re.compile(r"---[ \t]*\r?\n((?:[A-Za-z_]{1,30}[ \t]*:[^\n]*\n){1,40})---[ \t]*(?:\r?\n|\Z)")
_OPENED = re.compile(r"---[ \t]*\r?\n([A-Za-z_]{1,30}[ \t]*):[^\n]*(?:\n|\Z)")


def read_text(source: Source) -> Iterator[RawDocument | Failure]:
    """The one report of a text file, as its code points stand; byte order mark and front block are dropped."""
    fields, text = split_front(decode(source.read()))
    if not text.strip():
        raise InputError("there are no words below the front block", "put the report's text below the second ---")
    yield with_fields(RawDocument(source.name, text=text), fields)


def split_front(text: str) -> tuple[dict[str, str], str]:
    """Fields and text. Rules of dashes in Markdown are no front block: one line at least must name a known field.

    Raises:
        InputError: a front block is opened and not closed.
    """
    match = _FRONT.match(text)
    if match is None:
        _check_closed(text)
        return {}, text
    pairs = [line.partition(":") for line in match.group(1).splitlines()]
    fields = {key.strip().lower(): _unquoted(value.strip()) for key, _, value in pairs}
    return (fields, text[match.end() :]) if any(key in FIELDS for key in fields) else ({}, text)


def _check_closed(text: str) -> None:
    match = _OPENED.match(text)
    if match is not None and match[1].strip().lower() in FIELDS:
        key = match[1].strip()
        raise InputError(f"the front block with {key!r} is not closed", "put --- on a line below its fields")


def _unquoted(value: str) -> str:
    return value[1:-1] if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'" else value
