"""The reports that tell the events as a bibliography: CSL-JSON for Zotero and pandoc, BibTeX for LaTeX."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from typing import Any, TextIO

from legation.exporters.parts import Row
from legation.exporters.safe import web_address
from legation.exporters.selection import Selection
from legation.records import Document
from legation.text import fold

LOSES = "only reports that tell a chosen event; days that were inferred are left out"
_SPECIAL = {"\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "%": r"\%", "&": r"\&", "$": r"\$", "#": r"\#",
            "_": r"\_", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}  # fmt: skip


def write_csl(selection: Selection, out: TextIO) -> int:
    """A list of CSL items (CSL-JSON 1.0.2); how many."""
    count = 0
    for count, d in enumerate(cited(selection), 1):
        out.write(("[\n" if count == 1 else ",\n") + json.dumps(csl_item(d), ensure_ascii=False))
    out.write("\n]\n" if count else "[]\n")
    return count


def write_bibtex(selection: Selection, out: TextIO) -> int:
    """One @article a report; how many."""
    count = 0
    for d in cited(selection):
        out.write(bibtex_entry(d) + "\n")
        count += 1
    return count


def cited(selection: Selection) -> Iterator[Document]:
    """The reports that tell the events, in the order in which they are first cited."""
    return (d for d in map(selection.store.document, selection.document_ids()) if d is not None)


def csl_item(d: Document) -> Row:
    """One report; what is not known is left out."""
    day, url = _day(d), web_address(d.url)
    item: dict[str, Any] = {"id": d.id, "type": "article-newspaper", "title": d.title or d.name}
    item |= {"container-title": d.outlet} if d.outlet else {}
    item |= {"author": [{"literal": d.author}]} if d.author else {}
    item |= {"issued": {"date-parts": [[day.year, day.month, day.day]]}} if day else {}
    item |= {"URL": url} if url else {}
    return item | ({"language": d.language} if d.language else {})


def bibtex_entry(d: Document) -> str:
    """One report, keyed by outlet, day and the end of its id.

    Example:
        >>> print(bibtex_entry(Document("doc-1f0c", "a.txt", "", outlet="Daily Sun", title="A call")))
        @article{daily_sun_nd_1f0c,
          title = {A call},
          journal = {Daily Sun},
        }
        <BLANKLINE>
    """
    day, url = _day(d), web_address(d.url)
    fields = [("title", _escaped(d.title or d.name)), ("journal", _escaped(d.outlet or ""))]
    fields += [("author", f"{{{_escaped(d.author)}}}" if d.author else "")]
    fields += [("date", str(day)), ("year", str(day.year))] if day else []
    fields += [("url", url.replace("{", "%7B").replace("}", "%7D"))] if url else []
    lines = [f"  {name} = {{{words}}}," for name, words in fields if words]
    return "\n".join([f"@article{{{_key(d, day)},", *lines, "}", ""])


def _key(d: Document, day: date | None) -> str:
    outlet = "".join(c if c.isascii() and c.isalnum() else "_" for c in fold(d.outlet or "report"))
    tail = "".join(c for c in d.id if c.isascii() and c.isalnum())[-8:]
    ending = d.id.rpartition("-")[2] if len(d.id.rpartition("-")[2]) <= 8 else tail
    return f"{outlet}_{day.isoformat().replace('-', '') if day else 'nd'}_{ending}"


def _day(d: Document) -> date | None:
    """The day of publication, unless it was only inferred."""
    return None if d.published.basis == "inferred" else d.published.day


def _escaped(words: str) -> str:
    return "".join(_SPECIAL.get(c, c) for c in " ".join(words.split()))
