"""Which office of ours a title names, by the words that reports use for it."""

from __future__ import annotations

import re
from functools import cache
from importlib import resources

from legation.knowledge.names import name_form

ONE_HOLDER = frozenset(
    {"president", "monarch", "prime_minister", "supreme_leader", "foreign_minister", "defence_minister"}
    | {"finance_minister", "interior_minister", "trade_minister", "army_chief", "defence_chief", "foreign_secretary"}
)
"""Roles that one person holds at a time: who comes next ends the open term of who was there."""


@cache
def _table() -> dict[str, tuple[tuple[str, frozenset[str]], ...]]:
    """Role and the states where the words mean it, by folded words."""
    text = resources.files("legation").joinpath("languages", "en", "mentions_roles.tsv").read_text("utf-8")
    found: dict[str, tuple[tuple[str, frozenset[str]], ...]] = {}
    for line in [line for line in text.split("\n") if line and not line.startswith("#")][1:]:
        words, roles, _, _, states, *_ = [*line.split("\t"), "", "", ""]
        if roles:
            row = (roles.split(",")[0], frozenset(filter(None, states.split(","))))
            found[name_form(words)] = (*found.get(name_form(words), ()), row)
    return found


def role_named(title: str, state: str) -> str | None:
    """The role of a title without its state; None for an office that has no role.

    Example:
        >>> role_named("Minister of Foreign Affairs", "NOR")
        'foreign_minister'
    """
    form = re.sub(r"^(federal|acting|interim|caretaker) ", "", name_form(title))
    form = form.replace("secretary of state for foreign affairs", "foreign secretary")
    rows = _table().get(form, ())
    return next((role for role, states in rows if not states or state in states), None)
