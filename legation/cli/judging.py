"""judge same, different, accept, undo; queue, readings and list say what there is to judge and what was judged."""

from __future__ import annotations

from typing import Annotated

import typer

import legation
from legation.cli.options import DEFAULT_STORE, Json, Store
from legation.cli.output import print_each, say
from legation.errors import UsageError
from legation.events import ACCEPT, accepted, find_choices
from legation.pipeline import accept as accept_reading
from legation.records import Judgement, Verdict
from legation.store import Store as Record
from legation.text import counted, shorten
from legation.views.reviewing import PairRow, review_queue
from legation.views.show import find_id

app = typer.Typer(
    help="Say whether two claims or events are the same; your word outlives every rebuild.", no_args_is_help=True
)
Left = Annotated[str, typer.Argument(help="The id of a claim or event, or its beginning.", metavar="LEFT")]
Right = Annotated[str, typer.Argument(help="The id of another, or its beginning.", metavar="RIGHT")]
Reason = Annotated[str, typer.Option("--reason", "-r", help="Why; kept with the judgement.")]
By = Annotated[str, typer.Option("--by", help="Who judges.", envvar="LEGATION_BY")]


@app.command()
def same(left: Left, right: Right, reason: Reason, store: Store = DEFAULT_STORE, by: By = "person") -> None:
    """These two tell one event.

    Example:

        legation judge same claim-3b1d5a0e7c46d912 claim-9f2007be41c8a365 --reason "both name the July visit"
    """
    _judge("same", left, right, reason, store, by)


@app.command()
def different(left: Left, right: Right, reason: Reason, store: Store = DEFAULT_STORE, by: By = "person") -> None:
    """These two tell two events.

    Example:

        legation judge different claim-3b1d5a0e7c46d912 claim-9f2007be41c8a365 --reason "two calls, a month apart"
    """
    _judge("different", left, right, reason, store, by)


@app.command()
def accept(
    reading: Annotated[str, typer.Argument(help="EVENT:FIELD:NUMBER, from `judge readings`.", metavar="READING")],
    reason: Reason,
    store: Store = DEFAULT_STORE,
    by: By = "person",
) -> None:
    """This reading of a field is the one to show; the conflict on it is settled, and the others stay beside it.

    Example:

        legation judge accept event-1f0c7d3e90ab5264:when:2 --reason "the later report corrects the first"
    """
    made = accept_reading(store, reading, reason, by)
    say(f"{made[0].id}  {_words(made[0])}")


@app.command()
def readings(
    about: Annotated[str, typer.Argument(help="The id of an event or agreement, or its beginning.", metavar="EVENT")],
    store: Store = DEFAULT_STORE,
    json: Json = False,
) -> None:
    """What reports say of each field, with the name that `judge accept` takes.

    Example:

        legation judge readings event-1f0c7d3e90ab5264
    """
    with Record.open(store) as record:
        about = find_id(record, about)
        found = record.event(about) or record.catalogue.agreement(about)
    if found is None:
        raise UsageError(f"no event or agreement {about} in {store}", "legation conflicts prints ids")
    rows = [
        {"reading": f"{about}:{field}:{n}", "value": value, "claim_ids": claims}
        for field, values in find_choices(found).items()
        for n, (value, claims) in enumerate(values, 1)
    ]
    print_each(rows, lambda row: f"{row['reading']}  {row['value']}", as_json=json)


@app.command()
def queue(
    store: Store = DEFAULT_STORE,
    limit: Annotated[int, typer.Option("--limit", "-n", min=1, help="How many pairs.")] = 10,
    json: Json = False,
) -> None:
    """Pairs that nobody has decided, those first on which most hangs: unsure, and told by many reports.

    Example:

        legation judge queue --limit 3
    """
    with Record.open(store) as record:
        rows = review_queue(record, limit)
    print_each(rows, _pair, as_json=json)


def _pair(row: PairRow) -> str:
    sides = (f"  {s.claim_id}  {s.quote.outlet}: “{shorten(s.quote.words, 70)}”" for s in (row.left, row.right))
    return "\n".join((f"{row.verdict} ({row.score:.2f}): {'; '.join(row.reasons)}", *sides, ""))


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
    say(f"undone: {counted(pairs, 'pair')} of claims; rules decide again")


@app.command("list")
def list_(store: Store = DEFAULT_STORE, json: Json = False) -> None:
    """People's judgements, undone ones too.

    Example:

        legation judge list
    """
    with Record.open(store) as record:
        found = record.decisions()
    print_each(found, lambda j: f"{j.id}  {_words(j)}", as_json=json)


def _judge(verdict: Verdict, left: str, right: str, reason: str, store: Store, by: str) -> None:
    made = legation.judge(store, verdict, left, right, reason, by)
    for judgement in made:
        say(f"{judgement.id}  {_words(judgement)}")


def _words(j: Judgement) -> str:
    undone = f" (undone by {j.undone_by})" if j.undone_by else ""
    if j.verdict == ACCEPT:
        field, value = accepted(j)
        said = f"accept: {field} is {value}, as in “{shorten(j.left_quote, 50)}”"
        return f"{said}, because {'; '.join(j.reasons)} [{j.by}]{undone}"
    quotes = f"“{shorten(j.left_quote, 50)}” and “{shorten(j.right_quote, 50)}”"
    return f"{j.verdict}: {quotes}, because {'; '.join(j.reasons)} [{j.by}]{undone}"
