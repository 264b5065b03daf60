"""The word tables of triggers, drafts and claims, read once from ``languages/en`` and ``data/topics``."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any

from legation.text import fold


@cache
def load_words() -> dict[str, dict[str, Any]]:
    """The tables of ``languages/en/claims.toml`` by name."""
    path = files("legation") / "languages" / "en" / "claims.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


@cache
def _subjects(name: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    path = files("legation") / "data" / "topics" / f"{name}.toml"
    table: dict[str, list[str]] = tomllib.loads(path.read_text(encoding="utf-8"))
    return tuple((k, re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, v)) + r")(?!\w)")) for k, v in table.items())


def find_topics(words: str, names: Iterable[str] = ()) -> tuple[str, ...]:
    """The topics whose keywords stand in ``words`` outside the ``names`` of parties, in the table's order.

    A name that is itself a keyword ("IAEA") tells its topic.

    Example:
        >>> find_topics("a 19 percent tariff on cotton exports")
        ('trade', 'tariffs')
        >>> find_topics("Border Mills sold cotton", ["Border Mills"])
        ()
    """
    folded = fold(words)
    patterns = [pattern for _, pattern in _subjects("topics")]
    for name in sorted({fold(n) for n in names}, key=lambda n: (-len(n), n)):
        if name and not any(pattern.fullmatch(name) for pattern in patterns):
            folded = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", " ", folded)
    return tuple(name for name, pattern in _subjects("topics") if pattern.search(folded))


def find_contexts(words: str) -> tuple[str, ...]:
    """The PLOVER contexts whose keywords stand in ``words``, in the table's order."""
    folded = fold(words)
    return tuple(name for name, pattern in _subjects("contexts") if pattern.search(folded))
