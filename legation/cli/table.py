"""The commands by name: where each is written, and its line in ``legation --help``.

A command's module is loaded when the command is run, so that the help answers at once.
"""

from __future__ import annotations

from collections.abc import Iterator, MutableMapping
from importlib import import_module
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command

TABLE: dict[str, tuple[str, str]] = {
    "build": ("building", "Read reports into the record."),
    "rebuild": ("building", "Analyse the stored reports anew, after an upgrade or better knowledge."),
    "forget": ("building", "Take a report out again, with all that rests on it alone."),
    "failures": ("building", "Inputs that could not be read or analysed: why, and what to do."),
    "demo": ("building", "Build the example dossier in a folder of its own, and show what the record says."),
    "timeline": ("timelines", "Events in the order of their days, each with its words and what it rests on."),
    "dyad": ("timelines", "Events between two sides: states by code or name, or people."),
    "ledger": ("viewing", "Agreements: parties, subject, amounts, how far they have come, and what is disputed."),
    "conflicts": ("viewing", "Where the reports disagree: every value, who gives it, in which words."),
    "search": ("viewing", "Reports that hold the words, and the events told in them."),
    "show": ("viewing", "One event, claim, report or agreement whole."),
    "gaps": ("viewing", "What to ask next: sides that have not spoken, sums not split, rates, texts, days."),
    "diff": ("comparing", "What changed between two runs: events, reports, status, conflicts, withdrawn."),
    "watch": ("watching", "Dyads and searches to follow: what became new or changed in each."),
    "story": ("telling_stories", "A storyline in the order of its days, with quotes, origins and conflicts."),
    "brief": ("briefing", "A brief on two sides with footnotes that quote, as Markdown, HTML or DOCX."),
    "export": ("exporting", "Write one kind of record for another program: a table, a calendar, a graph, a feed."),
    "analyse": ("analysing", "Show what one report says; nothing is stored."),
    "archive": ("archiving", "Archives too big for one file: Parquet shards, of which a record is taken."),
    "fetch": ("fetching", "Fetch pages, and the pages that feeds list, into a web archive for `legation build`."),
    "serve": ("serving", "Show the record as pages on this machine; nothing leaves it."),
    "site": ("serving", "Write the pages as files that open from disk, to hand on or to put on any server."),
    "mcp": ("assisting", "Serve the record to an assistant over the Model Context Protocol; read only."),
    "judge": ("judging", "Say whether two claims or events are the same; your word outlives every rebuild."),
    "knowledge": ("knowing", "What the package knows of offices and people, on which day."),
}
"""Command -> (module of this folder, its first line), in the order of the help."""


class Commands(TyperGroup):
    """The commands of ``TABLE``; listing them loads none of them."""

    def __init__(self, **attributes: Any) -> None:
        super().__init__(**{**attributes, "commands": {}})
        self.commands = OnDemand()

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """The help of all commands by their lines in ``TABLE``."""
        loaded, self.commands = self.commands, {name: TyperCommand(name, help=t[1]) for name, t in TABLE.items()}
        super().format_help(ctx, formatter)
        self.commands = loaded


class OnDemand(MutableMapping[str, Any]):
    """Name -> command, made when it is asked for."""

    def __init__(self) -> None:
        self._made: dict[str, Any] = {}

    def __getitem__(self, name: str) -> Any:
        if name not in self._made:
            self._made[name] = load_command(name)
        return self._made[name]

    def __iter__(self) -> Iterator[str]:
        return iter(TABLE)

    def __len__(self) -> int:
        return len(TABLE)

    def __setitem__(self, name: str, command: Any) -> None:
        self._made[name] = command

    def __delitem__(self, name: str) -> None:
        del self._made[name]


def load_command(name: str) -> Any:
    """The command from its module: one of its ``COMMANDS``, or the group that the whole module is.

    Raises:
        KeyError: there is none of that name.
    """
    module = import_module(f"legation.cli.{TABLE[name][0]}")
    found = typer.Typer(add_completion=False, rich_markup_mode="markdown")
    if hasattr(module, "COMMANDS"):
        found.command(name)(next(c for c in module.COMMANDS if c.__name__.rstrip("_") == name))
        return get_command(found)
    found.add_typer(module.app, name=name)
    return get_command(found).commands[name]  # type: ignore[attr-defined]
