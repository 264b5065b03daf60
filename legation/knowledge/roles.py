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

MANY_HOLDERS = frozenset({"spokesperson"})
"""Roles that many people hold at a time, so that the words alone do not make somebody the office's one known holder."""


@cache
def _table() -> dict[str, tuple[tuple[tuple[str, ...], frozenset[str]], ...]]:
    """Roles and the states where the words mean them, by folded words."""
    text = resources.files("legation").joinpath("languages", "en", "mentions_roles.tsv").read_text("utf-8")
    found: dict[str, tuple[tuple[tuple[str, ...], frozenset[str]], ...]] = {}
    for line in [line for line in text.split("\n") if line and not line.startswith("#")][1:]:
        words, roles, _, _, states, *_ = [*line.split("\t"), "", "", ""]
        if roles:
            row = (tuple(roles.split(",")), frozenset(filter(None, states.split(","))))
            found[name_form(words)] = (*found.get(name_form(words), ()), row)
    return found


def roles_named(title: str, state: str) -> tuple[str, ...]:
    """The roles that a title without its state can name, the likeliest first.

    Example:
        >>> roles_named("head of state", "NOR")
        ('president', 'monarch', 'supreme_leader')
    """
    form = re.sub(r"^(federal|acting|interim|caretaker) ", "", name_form(title))
    form = form.replace("secretary of state for foreign affairs", "foreign secretary")
    rows = _table().get(form, ())
    return next((roles for roles, states in rows if not states or state in states), ())


def role_named(title: str, state: str) -> str | None:
    """The role of a title without its state; None for an office that has no role.

    Example:
        >>> role_named("Minister of Foreign Affairs", "NOR")
        'foreign_minister'
    """
    return next(iter(roles_named(title, state)), None)


def owners_of(title: str) -> tuple[str, ...]:
    """The only state or organisation where a title means an office: ``("USA",)`` for "Treasury Secretary"."""
    owners = {state for _, states in _table().get(name_form(title), ()) for state in states or ("",)}
    return tuple(owners) if len(owners) == 1 and "" not in owners else ()
