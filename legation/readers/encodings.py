"""Bytes -> text: the encoding is found, never guessed silently; bytes that are no text are refused.

Example:
    >>> decode("Orbán said „no”".encode("utf-8"))
    'Orbán said „no”'
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable

from legation.errors import InputError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark begins with that of UTF-16-LE
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f\x7f]")
_FOREIGN = re.compile(r"[^\x00-\x7f]")
_PLAUSIBLE = re.compile(r"[A-Za-zÀ-ÖØ-öø-ÿŠšŽžŒœŸ‘’“”„‚«»‹›–—…•€£§°©®™·\u00a0´¿¡½¼¾²³]")
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
_REMEDY = "save the report as UTF-8 text"


def decode(data: bytes, declared: str | None = None) -> str:
    """The text of ``data`` without its byte order mark: by mark, UTF-8, what is declared, Windows-1252 if plausible.

    Raises:
        InputError: the bytes are no text, or in an encoding that cannot be told.
    """
    text = _as_told(data, declared)
    if text is None:
        text = _as_windows(data)
    if text is None:
        raise InputError("the bytes are no text: neither UTF-8 nor plausible Windows-1252", _REMEDY)
    return _checked(text)


def decode_page(data: bytes, declared: str | None = None) -> str:
    """The text of an HTML page: by mark, UTF-8, the charset that its header or the page declares, Windows-1252.

    Single bad bytes become U+FFFD.

    Raises:
        InputError: the bytes are no text.
    """
    text = _as_told(data, declared)
    if text is None:
        text = _as_declared(data)
    if text is None:
        text = _as_windows(data)
    if text is None:
        text = data.decode("utf-8", errors="replace")
        if 100 * text.count("\ufffd") > len(text):
            raise InputError("the bytes are in no encoding that the page declares or that can be told", _REMEDY)
    return _checked(text)


def find_encoding(blocks: Iterable[bytes]) -> str:
    """The encoding of a long text, told from all its blocks without holding them.

    Raises:
        InputError: the bytes are no text, or in an encoding that cannot be told.
    """
    utf8, letters, plausible, total, first = codecs.getincrementaldecoder("utf-8")(), 0, 0, 0, True
    is_utf8 = True
    for block in blocks:
        if first:
            marked = next((encoding for mark, encoding in _MARKS if block.startswith(mark)), None)
            if marked is not None:
                return {"utf-8": "utf-8-sig", "utf-16-le": "utf-16", "utf-16-be": "utf-16"}.get(marked, "utf-32")
            first = False
        if b"\x00" in block:
            raise InputError("the bytes are no text (they hold zeros)", "give reports as text, HTML, JSON or CSV")
        is_utf8 = is_utf8 and _continues(utf8, block)
        foreign = _FOREIGN.findall(block.decode("cp1252", errors="replace"))
        letters, plausible = letters + len(foreign), plausible + sum(1 for c in foreign if _PLAUSIBLE.match(c))
        total += len(block)
    if is_utf8 and _continues(utf8, b"", final=True):
        return "utf-8"
    if 5 * letters <= total and 10 * plausible >= 9 * letters:
        return "cp1252"
    raise InputError("the bytes are no text: neither UTF-8 nor plausible Windows-1252", _REMEDY)


def _continues(decoder: codecs.IncrementalDecoder, block: bytes, final: bool = False) -> bool:
    try:
        decoder.decode(block, final)
    except UnicodeDecodeError:
        return False
    return True


def _as_told(data: bytes, declared: str | None) -> str | None:
    """By mark, as UTF-8, or as what is declared beside the data; None if none of them fits."""
    text = _by_mark(data)
    if text is None:
        text = _strict(data, "utf-8")
    if text is None and declared:
        text = _strict(data, declared)
    return text


def _by_mark(data: bytes) -> str | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return data[len(mark) :].decode(encoding)
            except UnicodeDecodeError as error:
                raise InputError(f"the byte order mark says {encoding}, byte {error.start} is not", _REMEDY) from error
    return None


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeError, LookupError):
        return None


def _as_declared(data: bytes) -> str | None:
    found = _CHARSET.search(data[:4096])
    return _strict(data, found.group(1).decode("ascii")) if found else None


def _as_windows(data: bytes) -> str | None:
    text = _strict(data, "cp1252")
    if text is None:
        return None
    foreign = _FOREIGN.findall(text)
    plausible = sum(1 for c in foreign if _PLAUSIBLE.match(c))
    return text if 5 * len(foreign) <= len(text) and 10 * plausible >= 9 * len(foreign) else None


def _checked(text: str) -> str:
    controls = len(_CONTROLS.findall(text))
    if "\x00" in text or 200 * controls > len(text):
        raise InputError(
            "the bytes are no text (they hold control characters)", "give reports as text, HTML, JSON or CSV"
        )
    return text
