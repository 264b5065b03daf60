"""English words of agreements: umbrellas, binding force, steps, labels; read from ``quantities_agreements.toml``."""

from __future__ import annotations

import tomllib
from importlib.resources import files

_TABLE = tomllib.loads(
    (files("legation") / "languages" / "en" / "quantities_agreements.toml").read_text(encoding="utf-8")
)
PLURALS = frozenset(_TABLE["plurals"].split())
NOUNS = frozenset(_TABLE["nouns"].split()) | PLURALS
GENERIC = frozenset(_TABLE["generic"].split())
BINDING: tuple[str, ...] = tuple(_TABLE["binding"].split("|"))
NOT_BINDING: tuple[str, ...] = tuple(_TABLE["not_binding"].split("|"))
PROMISE: tuple[str, ...] = tuple(_TABLE["promise"].split())
PROMISE_GAPS: tuple[str, ...] = tuple(_TABLE["promise_gaps"])
PROMISE_ENDS: tuple[str, ...] = tuple(_TABLE["promise_ends"])
EMPTY = frozenset(_TABLE["empty"].split())
FAMILIES: dict[str, str] = {word: row.split()[0] for row in _TABLE["families"] for word in row.split()}
"""A word of the matter -> the first word of its family."""
CONTACT = frozenset(_TABLE["contact"].split())
LABELS: dict[str, str] = _TABLE["labels"]
STATUS_WORDS: dict[str, tuple[str, ...]] = {k: tuple(v.split("|")) for k, v in _TABLE["status"].items()}
