"""The body of an HTTP message as sent -> its own bytes: chunks joined, compression undone, never past a limit."""

from __future__ import annotations

import zlib
from collections.abc import Iterator

import brotli

from legation.errors import InputError
from legation.readers.sources import too_long

_REMEDY = "fetch the page again"


def decode_body(data: bytes, transfer: str, content: str, limit: int) -> bytes:
    """The bytes of a message's body.

    Archives often keep headers of encodings that they have undone already: bytes that do not look so stay as they are.

    Example:
        >>> decode_body(b"5\\r\\nhello\\r\\n0\\r\\n\\r\\n", "chunked", "", 100)
        b'hello'

    Args:
        transfer, content: the headers Transfer-Encoding and Content-Encoding.

    Raises:
        InputError: they are broken, or the body has more than ``limit`` bytes.
    """
    if "chunked" in transfer.lower() and _is_chunked(data):
        data = b"".join(_chunks(data))
    for coding in reversed([c.strip().lower() for c in content.split(",")]):
        data = _expanded(data, coding, limit)
    return data


def _is_chunked(data: bytes) -> bool:
    size = data[:20].partition(b"\r\n")[0].partition(b";")[0].strip()
    return bool(size) and all(c in b"0123456789abcdefABCDEF" for c in size)


def _chunks(data: bytes) -> Iterator[bytes]:
    at = 0
    while at < len(data):
        end = data.find(b"\r\n", at)
        words = data[at : end if end >= 0 else len(data)].partition(b";")[0].strip()
        try:
            size = int(words, 16)
        except ValueError:
            raise InputError("a chunk of the page has no length", _REMEDY) from None
        if end < 0 or size < 0 or end + 2 + size > len(data):
            raise InputError("the page ends within a chunk", _REMEDY)
        if size == 0:
            return
        yield data[end + 2 : end + 2 + size]
        at = end + 2 + size + 2


def _expanded(data: bytes, coding: str, limit: int) -> bytes:
    if coding in {"gzip", "x-gzip"} and data[:2] == b"\x1f\x8b":
        return _inflated(data, 47, limit)
    if coding == "deflate" and data[:1] == b"\x78":
        return _inflated(data, 15, limit)
    if coding == "br" and data.lstrip()[:1] != b"<":
        return _unbrotlied(data, limit)
    return data


def _inflated(data: bytes, window: int, limit: int) -> bytes:
    stream = zlib.decompressobj(window)
    try:
        found = stream.decompress(data, limit + 1)
    except zlib.error as error:
        raise InputError(f"the page's compression is broken: {error}", _REMEDY) from error
    return _whole(found, stream.eof, limit)


def _unbrotlied(data: bytes, limit: int) -> bytes:
    stream = brotli.Decompressor()
    try:
        found = bytes(stream.process(data, output_buffer_limit=limit + 1))
    except brotli.error as error:
        raise InputError(f"the page's compression is broken: {error}", _REMEDY) from error
    return _whole(found, stream.is_finished(), limit)


def _whole(found: bytes, is_whole: bool, limit: int) -> bytes:
    if len(found) > limit:
        raise too_long(None, limit)
    if not is_whole:
        raise InputError("the page ends within its compression", _REMEDY)
    return found
