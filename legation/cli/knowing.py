"""knowledge who, knowledge when: offices and the people who held them on a day."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import typer
from rich.text import Text

from legation.cli.options import make_filters
from legation.cli.output import make_console
from legation.errors import UsageError
from legation.knowledge import Knowledge, load_knowledge
from legation.records import Actor, Office, Tenure
from legation.text import fold

app = typer.Typer(help="What the package knows of offices and people, on which day.", no_args_is_help=True)
Day = Annotated[str | None, typer.Option("--on", metavar="DAY", help="On which day; the whole list without it.")]


@app.command()
def who(
    words: Annotated[list[str], typer.Argument(help="A state and an office: Pakistan foreign minister.")],
    day: Day = None,
) -> None:
    """Who held an office of a state.

    Examples:

        legation knowledge who United States Secretary of State --on 2025-08-04

        legation knowledge who PAK foreign
    """
    knowledge = load_knowledge()
    state, rest = split_state(knowledge, words)
    found = [
        o for o in knowledge.offices.values() if o.state == state and fold(rest) in fold(f"{o.title} {o.role or ''}")
    ]
    if not found:
        raise UsageError(f"no office {rest!r} of {state}", f"known: {_titles(knowledge, state)}")
    on = make_filters(since=day).since
    for office in found:
        _print_office(knowledge, office, on)


@app.command()
def when(name: Annotated[list[str], typer.Argument(help="A person's name or surname.")]) -> None:
    """Which offices a person held, from when to when.

    Example:

        legation knowledge when Rubio
    """
    knowledge = load_knowledge()
    words = " ".join(name)
    found = knowledge.people_named(words) or knowledge.people_surnamed(words)
    if not found:
        raise UsageError(f"nobody called {words!r} in the knowledge", "give the full name or the surname alone")
    console = make_console()
    for actor in found:
        console.print(Text.assemble((actor.name, "bold"), f"  {actor.state or ''}  ", (actor.id, "dim")))
        for tenure in knowledge.terms_of(actor.id):
            office = knowledge.office(tenure.office_id)
            post = f"{office.title}, {office.state}" if office else tenure.office_id
            console.print(Text(f"  {term(tenure)}  {post}"))


def split_state(knowledge: Knowledge, words: list[str]) -> tuple[str, str]:
    """The state that the longest beginning of ``words`` names, and the words after it.

    Raises:
        UsageError: no beginning names a state.
    """
    for cut in range(len(words), 0, -1):
        beginning = " ".join(words[:cut])
        state = knowledge.state(beginning.upper())
        code = beginning.upper() if state else knowledge.find_state(beginning)
        if code:
            return code, " ".join(words[cut:])
    raise UsageError(
        f"no state at the beginning of {' '.join(words)!r}", "begin with a state: Pakistan foreign minister"
    )


def term(tenure: Tenure) -> str:
    """``2021-01-20 to 2025-01-20``; an open term ends with dots."""
    return f"{tenure.first or '?'} to {tenure.last or '…'}"


def _print_office(knowledge: Knowledge, office: Office, day: date | None) -> None:
    console = make_console()
    console.print(Text.assemble((f"{office.title}, {office.state}", "bold"), (f"  {office.id}", "dim")))
    if day is not None:
        holders = ", ".join(a.name for a in knowledge.holders(office.id, day)) or "not known"
        console.print(Text(f"  {day}  {holders}"))
        return
    for tenure in sorted((t for t in knowledge.tenures if t.office_id == office.id), key=lambda t: str(t.first or "")):
        console.print(Text(f"  {term(tenure)}  {_name(knowledge.actor(tenure.actor_id), tenure)}"))


def _name(actor: Actor | None, tenure: Tenure) -> str:
    return actor.name if actor else tenure.actor_id


def _titles(knowledge: Knowledge, state: str) -> str:
    return ", ".join(o.title for o in knowledge.offices.values() if o.state == state) or f"none of {state}"
