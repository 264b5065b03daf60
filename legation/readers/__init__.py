"""Files -> raw documents: one module a format, each ``Source -> Iterator[RawDocument | Failure]``.

Kinds by suffix, else by content: .txt .md .html .htm .jsonl .ndjson .json .csv .tsv .xml .rss .atom .eml
.pdf .parquet .warc, each also .gz and inside .zip .tar .tgz; folders; ``-``.
Each input that cannot be read is one ``Failure`` with its reason and remedy; the others go on.
"""

from __future__ import annotations

import sys
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TextIO

from legation.errors import InputError
from legation.readers.archives import ARCHIVES, find_members
from legation.readers.feeds import read_feed
from legation.readers.fields import failure, make_names
from legation.readers.html import read_html
from legation.readers.jsonl import read_json, read_jsonl
from legation.readers.mail import read_mail
from legation.readers.meta import load_meta
from legation.readers.parquet import read_parquet
from legation.readers.pdf import read_pdf
from legation.readers.sources import Source, find_sources, from_bytes, suffix_of
from legation.readers.tables import read_csv
from legation.readers.text import read_text
from legation.readers.warc import read_warc
from legation.records import Failure, RawDocument

Reader = Callable[[Source], Iterator[RawDocument | Failure]]

READERS: dict[str, Reader] = {
    ".txt": read_text,
    ".text": read_text,
    ".md": read_text,
    ".markdown": read_text,
    ".html": read_html,
    ".htm": read_html,
    ".xhtml": read_html,
    ".json": read_json,
    ".jsonl": read_jsonl,
    ".ndjson": read_jsonl,
    ".csv": read_csv,
    ".tsv": read_csv,
    ".xml": read_feed,
    ".rss": read_feed,
    ".atom": read_feed,
    ".eml": read_mail,
    ".pdf": read_pdf,
    ".parquet": read_parquet,
    ".warc": read_warc,
}


def read_inputs(
    paths: Sequence[Path | str],
    meta: Path | None = None,
    stdin: TextIO | None = None,
    fields: Mapping[str, str] | None = None,
) -> Iterator[RawDocument | Failure]:
    """All reports of ``paths`` in the order given (folders sorted, recursive), each joined with its row of ``meta``.

    Args:
        paths: files, folders, or ``-`` for standard input.
        meta: a CSV with a column ``file`` and any of url, outlet, title, published, …
        stdin: where ``-`` reads, default the program's own.
        fields: our field -> the name it has in JSON, CSV and Parquet inputs, such as ``{"text": "body"}``.

    Raises:
        UsageError: the table of ``meta`` is not usable, or ``fields`` names one that reports do not have.
    """
    names = make_names(fields or {})
    table = load_meta(Path(meta)) if meta is not None else None
    skip = frozenset({Path(meta).resolve()} if meta is not None else ())
    for path in paths:
        for source in _sources(path, skip, stdin):
            for found in read_source(replace(source, fields=names)):
                yield table.join(found) if table is not None and isinstance(found, RawDocument) else found
    if table is not None:
        yield from table.unused()


def _sources(path: Path | str, skip: frozenset[Path], stdin: TextIO | None) -> Iterator[Source]:
    if str(path) != "-":
        yield from find_sources(Path(path), skip)
        return
    stream = stdin if stdin is not None else sys.stdin
    data: bytes = stream.buffer.read() if hasattr(stream, "buffer") else stream.read().encode("utf-8")
    yield from_bytes("stdin", data)


def read_source(source: Source, inside: bool = False) -> Iterator[RawDocument | Failure]:
    """The reports of one file or archive; what cannot be read is a failure. ``inside``: of an archive already."""
    try:
        kind = suffix_of(source.name)
        if kind in ARCHIVES and inside:
            raise InputError("archives inside archives are not opened", "unpack the outer one and give the folder")
        if kind in ARCHIVES:
            for member in find_members(source, kind):
                yield from read_source(member, inside=True)
        else:
            yield from _reader_of(source)(source)
    except (OSError, EOFError, zlib.error, zipfile.BadZipFile, tarfile.TarError, InputError) as error:
        yield failure(source.name, error)


def _reader_of(source: Source) -> Reader:
    """The reader by suffix, else by the first bytes.

    Raises:
        InputError: neither tells a kind that is read.
    """
    suffix = suffix_of(source.name)
    if suffix in READERS:
        return READERS[suffix]
    with source.open() as stream:
        head = stream.read(1024).lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith((b"<!doctype html", b"<html")):
        return read_html
    if head.startswith((b"<?xml", b"<rss", b"<feed")):
        return read_feed
    if head.startswith(b"%pdf-"):
        return read_pdf
    if head.startswith(b"warc/"):
        return read_warc
    if head.startswith(b"par1"):
        return read_parquet
    if head.startswith((b'{"', b"[{")):
        return read_json
    if suffix == "" and b"\x00" not in head:
        return read_text
    raise InputError(
        f"files of kind {suffix or 'unknown'} are not read", f"give one of {' '.join([*READERS, *ARCHIVES])}, also .gz"
    )
