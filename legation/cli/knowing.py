"""knowledge who, when, check and learn: who held which office on a day, and where tables and reports are doubtful."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from legation.cli.options import DEFAULT_STORE, Json, Store, read_days
from legation.cli.output import emit, print_page, say
from legation.errors import UsageError
from legation.knowledge import Knowledge, load_knowledge
from legation.knowledge.asking import find_offices, split_state
from legation.knowledge.checks import check_knowledge
from legation.records import Actor, Office, Tenure
from legation.store import Store as Record
from legation.tenures import Learnt, find_attestations, learn_tenures, write_learnt

MOST_OFFICES, MOST_HOLDERS = 20, 5
app = typer.Typer(help="What the package knows of offices and people, on which day.", no_args_is_help=True)
Span = tuple[date, date]
Day = Annotated[
    str | None, typer.Option("--on", metavar="DAY", help="On which day, month or year; the whole list without it.")
]


@app.command()
def who(
    words: Annotated[list[str], typer.Argument(help="A state and an office in any order, or an office's id.")],
    day: Day = None,
    as_json: Json = False,
) -> None:
    """Who held an office of a state or an organisation.

    Examples:

        legation knowledge who United States Secretary of State --on 2025-08-04

        legation knowledge who president of Ukraine --on 2014

        legation knowledge who UN secretary-general

        legation knowledge who PAK:foreign_minister --on 2025-08-04 --json
    """
    knowledge = load_knowledge()
    on = read_days("--on", day)
    offices = find_offices(knowledge, " ".join(words))
    if as_json:
        for office in offices:
            emit(_row(knowledge, t) for t in _terms_on(knowledge, office, on))
        return
    for office in offices[:MOST_OFFICES]:
        _print_office(knowledge, office, on, MOST_HOLDERS if len(offices) > 1 else None)
    if len(offices) > MOST_OFFICES:
        hint = f"name the office too: legation knowledge who {offices[0].state} foreign minister"
        say(f"… and {len(offices) - MOST_OFFICES:,} more offices: {hint}")


@app.command()
def when(
    name: Annotated[list[str], typer.Argument(help="A person's name or surname, or an id.")], as_json: Json = False
) -> None:
    """Which offices a person held, from when to when.

    Examples:

        legation knowledge when Rubio

        legation knowledge when Sergey Lavrov --json
    """
    knowledge = load_knowledge()
    words = " ".join(name)
    actor = knowledge.person(words)
    found = (actor.actor(),) if actor else knowledge.people_named(words) or knowledge.people_surnamed(words)
    if not found:
        raise UsageError(f"nobody called {words!r} in the knowledge", "give the full name or the surname alone")
    for person in found:
        if as_json:
            emit(_row(knowledge, tenure) for tenure in knowledge.terms_of(person.id))
        else:
            _print_person(knowledge, person)


@app.command()
def check(
    state: Annotated[str | None, typer.Argument(help="A state; all without it.")] = None,
    as_json: Json = False,
) -> None:
    """Where the tables are doubtful: two holders on one day, gaps between holders, names of several people,
    organisations whose state no list and no report tells.

    Looked at are heads of state and government, and ministers of foreign affairs and defence, since 1990. A finding
    is no error of the build: sources differ, and an acting holder overlaps by nature.

    Examples:

        legation knowledge check Pakistan

        legation knowledge check --json
    """
    knowledge = load_knowledge()
    code = split_state(knowledge, state)[0] if state else None
    findings = check_knowledge(knowledge, code)
    if as_json:
        emit(
            {"kind": f.kind, "id": f.id, "first": f.first, "last": f.last, "who": list(f.who), "why": f.why or None}
            for f in findings
        )
        return
    for finding in findings:
        days = f"{finding.first} to {finding.last}  " if finding.first else ""
        why = f"  ({finding.why})" if finding.why else ""
        print_page(Text.assemble((f"{finding.kind:<8}", "bold"), f"{finding.id}  {days}{', '.join(finding.who)}", why))
    words = {"overlap": "overlap", "gap": "gap", "name": "name", "source": "missing source"}
    counts = {words[k]: sum(f.kind == k for f in findings) for k in words}
    print_page(Text(", ".join(f"{n} {k}{'s' * (n != 1)}" for k, n in counts.items()), style="dim"))


@app.command()
def learn(
    store: Store = DEFAULT_STORE,
    state: Annotated[str | None, typer.Option("--state", help="A state; all without it.")] = None,
    least: Annotated[int, typer.Option("--least", min=1, help="How many reports must say so, copies left out.")] = 2,
    out: Annotated[
        Path | None, typer.Option("-o", "--output", help="Write what is new as a file of knowledge.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Who the stored reports say held which office, from when to when, with their words.

    "silent": the knowledge has nobody on those days, and the file of `-o` gets the holder, marked as attested.
    "agrees" and "contradicts" are shown, never written. Used by `legation --knowledge FOLDER rebuild`.

    Examples:

        legation knowledge learn --store record.db

        legation knowledge learn --state Pakistan -o desk/learnt.yaml
    """
    knowledge = load_knowledge()
    code = split_state(knowledge, state)[0] if state else None
    with Record.open(store) as record:
        told = (a for n in record.analyses() for a in find_attestations(n.document, n.mentions, knowledge))
        learnt = [t for t in learn_tenures(told, knowledge, least) if code in (None, t.state)]
    if as_json:
        emit(_learnt_row(t) for t in learnt)
    for tenure in learnt if not as_json else ():
        _print_learnt(tenure)
    if not learnt:
        say(f"no holder of an office is named with office and state by {least} stored reports; try --least 1")
    if out is not None:
        with out.open("w", encoding="utf-8") as lines:
            say(f"{write_learnt(learnt, lines)} new holders in {out}")


def _learnt_row(learnt: Learnt) -> dict[str, object]:
    row = {f: getattr(learnt, f) for f in ("office_id", "person", "actor_id", "first", "last", "verdict", "known")}
    quotes = [
        {"document_id": a.document_id, "day": a.day, "start": a.evidence.start, "end": a.evidence.end,
         "quote": a.evidence.quote} for a in learnt.attestations
    ]  # fmt: skip
    return {**row, "documents": learnt.documents, "quotes": quotes}


def _print_learnt(learnt: Learnt) -> None:
    known = f" (the knowledge: {', '.join(learnt.known)})" if learnt.known else ""
    days = f"{learnt.first} to {learnt.last}, {learnt.documents} reports"
    print_page(Text.assemble((f"{learnt.verdict:<12}", "bold"), f"{learnt.office_id}  {learnt.person}  {days}{known}"))
    first = learnt.attestations[0]
    print_page(Text(f"            {first.document_id}: {first.evidence.quote}", style="dim"))


def term(tenure: Tenure) -> str:
    """``2021-01-20 to 2025-01-20``; of an open term, the day when it was last checked; an attested one says so."""
    checked = tenure.basis.rpartition("checked ")[2]
    last = tenure.last or ("…  (open when last checked " + checked + ")" if checked else "…")
    days = f"{tenure.first or '?'} to {last}"
    return f"{days}  (named so in dated reports)" if tenure.attested else days


def _terms_on(knowledge: Knowledge, office: Office, on: Span | None) -> list[Tenure]:
    """The terms of an office; of those that hold it on a day of ``on``, the terms near it."""
    terms = knowledge.terms_in(office.id)
    if on is None:
        return list(terms)
    first, last = on
    if first == last:
        holders = {a.id for a in knowledge.holders(office.id, first)}
        return [t for t in terms if t.actor_id in holders and (t.attested or _touches(t, on))]
    return [
        t for t in terms if (t.first or t.last) and _touches(t, on) and (t.last or _is_believed(knowledge, t, first))
    ]


def _touches(tenure: Tenure, on: Span) -> bool:
    return (tenure.first or on[0]) <= on[1] and (tenure.last or on[1]) >= on[0]


def _is_believed(knowledge: Knowledge, tenure: Tenure, day: date) -> bool:
    """Whether an open term still counts on a day."""
    day = max(day, tenure.first or day)
    return tenure.actor_id in {a.id for a in knowledge.holders(tenure.office_id, day)}


def _row(knowledge: Knowledge, tenure: Tenure) -> dict[str, object]:
    office = knowledge.office(tenure.office_id)
    return {
        "office_id": tenure.office_id,
        "office": office.title if office else None,
        "state": office.state if office else None,
        "actor_id": tenure.actor_id,
        "name": _name(knowledge.actor(tenure.actor_id), tenure),
        "first": tenure.first,
        "last": tenure.last,
        "attested": tenure.attested,
        "basis": tenure.basis,
    }


def _print_office(knowledge: Knowledge, office: Office, on: Span | None, most: int | None) -> None:
    print_page(Text.assemble((f"{office.title}, {office.state}", "bold"), (f"  {office.id}", "dim")))
    terms = _terms_on(knowledge, office, on)
    shown = terms if most is None else terms[-most:]
    if len(shown) < len(terms):
        print_page(Text(f"  … {len(terms) - len(shown)} more: legation knowledge who {office.id}", style="dim"))
    for tenure in shown:
        print_page(Text(f"  {_name(knowledge.actor(tenure.actor_id), tenure)}  {term(tenure)}"))
    if on is not None and not terms:
        print_page(Text(f"  not known on that day{_last_before(knowledge, office, on[0])}"))


def _last_before(knowledge: Knowledge, office: Office, day: date) -> str:
    """Who is known to have held an office last before a day."""
    terms = [t for t in knowledge.terms_in(office.id) if t.first and t.first <= day]
    last = max(terms, key=lambda t: t.first or day, default=None)
    return f"; before it: {_name(knowledge.actor(last.actor_id), last)}  {term(last)}" if last else ""


def _print_person(knowledge: Knowledge, actor: Actor) -> None:
    print_page(Text.assemble((actor.name, "bold"), f"  {actor.state or ''}  ", (actor.id, "dim")))
    for tenure in knowledge.terms_of(actor.id):
        office = knowledge.office(tenure.office_id)
        post = f"{office.title}, {office.state}" if office else tenure.office_id
        print_page(Text(f"  {term(tenure)}  {post}"))


def _name(actor: Actor | None, tenure: Tenure) -> str:
    return actor.name if actor else tenure.actor_id
