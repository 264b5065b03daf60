"""The fields that a report may carry beside its text, however it comes.

Example:
    >>> document_from("a.jsonl#3", {"text": "Dar called Rubio.", "outlet": "Example Times"}).outlet
    'Example Times'
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import replace
from typing import Any

from legation.errors import InputError, UsageError
from legation.records import Failure, RawDocument

CONTENT = ("text", "html")
FIELDS = ("id", "url", "outlet", "title", "author", "language", "published", "retrieved")
Names = tuple[tuple[str, str], ...]  # (our field, the name that it has in this input)
_NAME_IT = 'name the field with the words: --text-field NAME, or call it "text" or "html"'


def document_from(name: str, row: Mapping[str, Any], given: Names = ()) -> RawDocument:
    """The report of one JSON object, or of one row of a table; ``text`` goes before ``html``.

    Example:
        >>> document_from("a.json", {"post": {"body": "Dar called Rubio."}}, (("text", "post.body"),)).text
        'Dar called Rubio.'

    Args:
        given: (our field, its name in this input), where that is another; a dot leads into an object within.

    Raises:
        InputError: no field has words in it; the message lists the fields found.
    """
    fields = {str(key).strip().lower(): value for key, value in row.items() if key is not None}
    named = {ours: value_at(row, theirs) for ours, theirs in given}
    fields.update({ours: value for ours, value in named.items() if value is not None})
    contents = {kind: named[kind] for kind in CONTENT if kind in named} or {kind: fields.get(kind) for kind in CONTENT}
    for kind, content in contents.items():
        if content is not None and not isinstance(content, str):
            raise InputError(f'"{kind}" holds a {type(content).__name__}, not a string', f'write the words as "{kind}"')
        if content and content.strip():
            _check_whole(kind, content)
            return with_fields(RawDocument(name, **{kind: content}), fields)
    wanted = [dict(given).get(kind, kind) for kind in contents]
    present = [theirs for theirs, kind in zip(wanted, contents, strict=True) if contents[kind] is not None]
    if present:
        raise InputError(f'"{present[0]}" is empty', "leave the report out, or fetch it again")
    said = " or ".join(f'"{theirs}"' for theirs in wanted)
    raise InputError(f"no field {said}; found: {listed(paths_of(row))}", _NAME_IT)


def check_seen(given: Names, seen: Set[str], found: Iterable[str]) -> None:
    """See that every named field stood in some report of a file.

    Args:
        seen: our fields that a report had under their names; ``found``: the names of the fields of a report.

    Raises:
        InputError: one stood in none; the message lists those of one report.
    """
    missing = [theirs for ours, theirs in given if ours not in seen]
    if missing:
        raise InputError(f'no report has a field "{missing[0]}"; found: {listed(found)}', "name a field that is there")


def check_columns(columns: Sequence[str], given: Names = ()) -> None:
    """See that a table has a column for the words, and those that were named.

    Raises:
        InputError: one is missing; the message lists the columns found.
    """
    lower = [c.strip().lower() for c in columns]
    missing = [theirs for _, theirs in given if theirs.lower() not in lower]
    if missing:
        raise InputError(f'no column "{missing[0]}"; found: {listed(columns)}', "name a column that is there")
    if not any(kind in (*lower, *dict(given)) for kind in CONTENT):
        hint = "give this table with --meta" if "file" in lower else _NAME_IT
        raise InputError(f'no column "text" or "html"; found: {listed(columns)}', hint)


def make_names(named: Mapping[str, str]) -> Names:
    """Pairs for ``given`` from a mapping of our fields to theirs.

    Raises:
        UsageError: a key is none of our fields.
    """
    for ours in named:
        if ours not in (*CONTENT, *FIELDS):
            raise UsageError(f"{ours} is no field of a report", f"name one of {listed((*CONTENT, *FIELDS))}")
    return tuple(sorted(named.items()))


def paths_of(row: Mapping[str, Any]) -> list[str]:
    """The names of a row's fields, those of objects within it with a dot."""
    found: list[str] = []
    for key, value in row.items():
        inner = [f"{key}.{k}" for k in value] if isinstance(value, Mapping) else []
        found += inner or [str(key)]
    return found


def value_at(row: Mapping[str, Any], path: str) -> Any:
    """The value under a name, as it stands or in any case, else under the first part of a dotted name, and so on."""
    lower = {str(key).strip().lower(): value for key, value in row.items() if key is not None}
    if path.lower() in lower:
        return lower[path.lower()]
    first, dot, rest = path.partition(".")
    inner = lower.get(first.lower())
    return value_at(inner, rest) if dot and isinstance(inner, Mapping) else None


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
        case zlib.error():
            return f"the gzip'd file is broken: {error}"
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
        case EOFError() | zlib.error():
            return "fetch it again: the copy is not whole"
        case OSError():
            return "check that the file is what its name says, and fetch it again"
        case _:
            return getattr(error, "remedy", None)
