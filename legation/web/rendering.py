"""Templates to HTML: everything a report says is escaped, and marks that would turn text around are shown as marks."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from legation import __version__
from legation.text import counted
from legation.views.quotes import Quote
from legation.web.links import Links

_TURNING = (*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C)
_HIDDEN = {c: f"⟦U+{c:04X}⟧" for c in _TURNING} | {c: chr(0x2400 + c) for c in range(32) if chr(c) not in "\t\n\r"}
_ANY_HIDDEN = re.compile(f"[{''.join(map(re.escape, map(chr, _HIDDEN)))}]")


def show_marks(value: Any) -> Any:
    """Direction marks and control characters of a text in words, so that nobody reads what is not written.

    Example:
        >>> show_marks("a\u202eb")
        'a⟦U+202E⟧b'
    """
    if not isinstance(value, str) or not _ANY_HIDDEN.search(value):
        return value
    shown = str(value).translate(_HIDDEN)
    return Markup(shown) if isinstance(value, Markup) else shown


@cache
def environment() -> Environment:
    """The templates of the package."""
    found = Environment(
        loader=PackageLoader("legation.web"),
        autoescape=True,
        finalize=show_marks,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        auto_reload=False,
    )
    found.filters.update(spaced=spaced, counted=counted, sentence=sentence, thousands=lambda n: f"{n:,}")
    found.globals["version"] = __version__
    return found


def render(template: str, links: Links, **context: Any) -> str:
    """A page as HTML."""
    return environment().get_template(template).render(links=links, url=links.url, static=links.static, **context)


def spaced(words: str) -> str:
    """``called_for`` as ``called for``."""
    return words.replace("_", " ")


def sentence(quote: Quote) -> Iterable[str]:
    """Before, the words, after: with dots where the sentence goes on."""
    before = f"… {quote.before}" if quote.cut[0] else quote.before
    after = f"{quote.after} …" if quote.cut[1] else quote.after
    return before, quote.words, after
