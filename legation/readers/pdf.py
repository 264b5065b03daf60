"""PDF files: one report a file, its lines joined to paragraphs. Text only: a scanned page has none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing

import pypdfium2

from legation.errors import InputError
from legation.readers.sources import LONGEST_DOCUMENT, Source
from legation.records import Failure, RawDocument

_PASSWORD = 4  # FPDF_ERR_PASSWORD
_BROKEN_WORD = re.compile(r"(?<=\w)[\ufffe\u00ad\x02](?:\r?\n)?")
_STRAY = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f\ufffe\uffff]|[\ud800-\udfff]")
_ENDS = (".", "!", "?", ":", ".”", '."', "…", ".’", "?”", "!”")
_FULL = 0.75  # share of the page's widest line from which a line is full, so that its sentence may go on below


def read_pdf(source: Source) -> Iterator[RawDocument | Failure]:
    """The text of a PDF, page after page; the title that the file gives itself.

    Raises:
        InputError: it needs a password, is broken, or has no text.
    """
    data = source.read()
    try:
        with closing(pypdfium2.PdfDocument(data)) as document:
            pages = list(_pages(document))
            title = document.get_metadata_dict().get("Title") or None
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == _PASSWORD or "password" in str(error).lower():
            raise InputError("the PDF needs a password", "save it without one") from error
        raise InputError(f"the PDF cannot be read: {error}", "fetch it again, or give its text") from error
    text = "\n\n".join(page for page in map(join_lines, pages) if page)
    if not text.strip():
        raise InputError("the PDF has no text: its pages are pictures", "run text recognition over it first")
    yield RawDocument(source.name, text=text, title=title)


def _pages(document: pypdfium2.PdfDocument) -> Iterator[str]:
    length = 0
    for page in document:
        with closing(page), closing(page.get_textpage()) as words:
            text = str(words.get_text_range())
        length += len(text)
        if length > LONGEST_DOCUMENT:
            raise InputError("the PDF has more than 20 million characters", "split it into one report a file")
        yield text


def join_lines(page: str) -> str:
    """The page's lines as paragraphs, a line break between them.

    Example:
        >>> join_lines("The two ministers met on Saturday in the capital\\r\\nand agreed.\\r\\nThey will meet again.")
        'The two ministers met on Saturday in the capital and agreed.\\nThey will meet again.'
    """
    page = _STRAY.sub("", _BROKEN_WORD.sub("", page))
    lines = [" ".join(line.split()) for line in page.splitlines()]
    widest = max(map(len, lines), default=0)
    joined: list[str] = []
    goes_on = False
    for line in lines:
        if not line:
            goes_on = False
            continue
        if joined and goes_on:
            joined[-1] = f"{joined[-1]} {line}"
        else:
            joined.append(line)
        full = len(line) >= _FULL * widest
        goes_on = full and not (line.endswith(_ENDS) and len(line) < 0.9 * widest)
    return "\n".join(joined)
