"""judge same, judge different, judge undo, judge list."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.text import Text

import legation
from legation.cli.options import DEFAULT_STORE, Json, Store
from legation.cli.output import emit, print_page, say
from legation.records import Judgement, Verdict
from legation.store import Store as Record
from legation.text import shorten

app = typer.Typer(
    help="Say whether two claims or events are the same; your word outlives every rebuild.", no_args_is_help=True
)
Left = Annotated[str, typer.Argument(help="The id of a claim or event.", metavar="LEFT")]
Right = Annotated[str, typer.Argument(help="The id of another.", metavar="RIGHT")]
Reason = Annotated[str, typer.Option("--reason", "-r", help="Why; kept with the judgement.")]
By = Annotated[str, typer.Option("--by", help="Who judges.", envvar="LEGATION_BY")]


@app.command()
def same(left: Left, right: Right, reason: Reason, store: Store = DEFAULT_STORE, by: By = "person") -> None:
    """These two tell one event.

    Example:

        legation judge same claim-3b1d claim-9f20 --reason "both name the July visit"
    """
    _judge("same", left, right, reason, store, by)


@app.command()
def different(left: Left, right: Right, reason: Reason, store: Store = DEFAULT_STORE, by: By = "person") -> None:
    """These two tell two events.

    Example:

        legation judge different claim-3b1d claim-9f20 --reason "two calls, a month apart"
    """
    _judge("different", left, right, reason, store, by)


@app.command()
def undo(
    judgement: Annotated[str, typer.Argument(help="The id of a person's judgement.")],
    store: Store = DEFAULT_STORE,
    by: By = "person",
) -> None:
    """Take a judgement back; it stays on record as undone.

    Example:

        legation judge undo judgement-77aa01b2c3d4e5f6
    """
    pairs = legation.undo(store, judgement, by)
    say(f"undone: {pairs} pair{'s' * (pairs != 1)} of claims; rules decide again")


@app.command("list")
def list_(store: Store = DEFAULT_STORE, json: Json = False) -> None:
    """People's judgements, undone ones too.

    Example:

        legation judge list
    """
    with Record.open(store) as record:
        found = record.decisions()
    if json:
        emit(found)
    for judgement in () if json else found:
        print_page(Text(f"{judgement.id}  {_words(judgement)}"))


def _judge(verdict: Verdict, left: str, right: str, reason: str, store: Store, by: str) -> None:
    made = legation.judge(store, verdict, left, right, reason, by)
    for judgement in made:
        say(f"{judgement.id}  {_words(judgement)}")


def _words(j: Judgement) -> str:
    quotes = f"“{shorten(j.left_quote, 50)}” and “{shorten(j.right_quote, 50)}”"
    undone = f" (undone by {j.undone_by})" if j.undone_by else ""
    return f"{j.verdict}: {quotes}, because {'; '.join(j.reasons)} [{j.by}]{undone}"
