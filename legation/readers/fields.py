"""The fields that a report may carry beside its text, however it comes.

Example:
    >>> document_from("a.jsonl#3", {"text": "Dar called Rubio.", "outlet": "Example Times"}).outlet
    'Example Times'
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from legation.errors import InputError
from legation.records import Failure, RawDocument

CONTENT = ("text", "html")
FIELDS = ("id", "url", "outlet", "title", "author", "language", "published", "retrieved")


def document_from(name: str, row: Mapping[str, Any]) -> RawDocument:
    """The report of one JSON object or CSV row; ``text`` goes before ``html``.

    Raises:
        InputError: neither has words in it; the message lists the fields found.
    """
    fields = {str(key).strip().lower(): value for key, value in row.items() if key is not None}
    for kind in CONTENT:
        content = fields.get(kind)
        if content is not None and not isinstance(content, str):
            raise InputError(f'"{kind}" holds a {type(content).__name__}, not a string', f'write the words as "{kind}"')
        if content and content.strip():
            _check_whole(kind, content)
            return with_fields(RawDocument(name, **{kind: content}), fields)
    present = [kind for kind in CONTENT if kind in fields]
    if present:
        raise InputError(f'"{present[0]}" is empty', "leave the report out, or fetch it again")
    raise InputError(
        f'no field "text" or "html"; found: {listed(fields)}', 'name the field with the words "text" or "html"'
    )


def _check_whole(kind: str, content: str) -> None:
    """JSON can spell half of a character; no file, database or parser can hold it."""
    try:
        content.encode("utf-8")
    except UnicodeEncodeError as error:
        reason = f'"{kind}" holds half of a character (a lone surrogate) at {error.start}'
        raise InputError(reason, "write the report anew from its own page") from error


def with_fields(document: RawDocument, fields: Mapping[str, Any]) -> RawDocument:
    """``document`` with those of FIELDS that ``fields`` has a value for."""
    found = {key: str(fields[key]).strip() for key in FIELDS if fields.get(key) not in (None, "")}
    return replace(document, **{key: value for key, value in found.items() if value})


def listed(names: Iterable[object], limit: int = 12) -> str:
    """Names for a message, at most ``limit`` of them."""
    found = [str(n) for n in names]
    return (", ".join(found[:limit]) + (", …" if len(found) > limit else "")) or "none"


def failure(name: str, error: Exception) -> Failure:
    """The row in ``failures`` for an input that could not be read."""
    return Failure(name, "read", _reason(error), _remedy(error))


def _reason(error: Exception) -> str:
    match error:
        case FileNotFoundError():
            return "there is no such file"
        case PermissionError():
            return "the file may not be read (permission denied)"
        case EOFError():
            return "the gzip'd file ends too early"
        case OSError():
            return f"the file cannot be read: {error.strerror or error}"
        case _:
            return str(error)


def _remedy(error: Exception) -> str | None:
    match error:
        case FileNotFoundError():
            return "check the path"
        case PermissionError():
            return "give yourself the right to read it (chmod u+r)"
        case EOFError():
            return "fetch it again: the copy is not whole"
        case OSError():
            return "check that the file is what its name says, and fetch it again"
        case _:
            return getattr(error, "remedy", None)
