"""knowledge who, when, check and learn: who held which office on a day, and where tables and reports are doubtful."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from legation.cli.options import DEFAULT_STORE, Json, Store, make_filters
from legation.cli.output import emit, print_page, say
from legation.errors import UsageError
from legation.knowledge import Knowledge, load_knowledge
from legation.knowledge.checks import check_knowledge
from legation.records import Actor, Office, Tenure
from legation.store import Store as Record
from legation.tenures import Learnt, find_attestations, learn_tenures, write_learnt
from legation.text import fold

MOST_OFFICES, MOST_HOLDERS = 20, 5
ROLES = ("head_of_state", "head_of_government", "president", "prime_minister", "foreign_minister", "defence_minister")
app = typer.Typer(help="What the package knows of offices and people, on which day.", no_args_is_help=True)
Day = Annotated[str | None, typer.Option("--on", metavar="DAY", help="On which day; the whole list without it.")]


@app.command()
def who(
    words: Annotated[list[str], typer.Argument(help="A state and an office, or an office's id.")],
    day: Day = None,
    as_json: Json = False,
) -> None:
    """Who held an office of a state.

    Examples:

        legation knowledge who United States Secretary of State --on 2025-08-04

        legation knowledge who PAK foreign

        legation knowledge who PAK:foreign_minister --on 2025-08-04 --json
    """
    knowledge = load_knowledge()
    on = make_filters(since=day).since
    offices = find_offices(knowledge, words)
    if as_json:
        for office in offices:
            emit(_rows_of_office(knowledge, office, on))
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
    """Where the tables are doubtful: two holders on one day, gaps between holders, names of several people.

    Looked at are heads of state and government, and ministers of foreign affairs and defence, since 1990. A finding
    is no error of the build: sources differ, and an acting holder overlaps by nature.

    Examples:

        legation knowledge check Pakistan

        legation knowledge check --json
    """
    knowledge = load_knowledge()
    code = split_state(knowledge, [state])[0] if state else None
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
    counts = {k: sum(f.kind == k for f in findings) for k in ("overlap", "gap", "name")}
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
    code = split_state(knowledge, [state])[0] if state else None
    with Record.open(store) as record:
        told = (a for n in record.analyses() for a in find_attestations(n.document, n.mentions, knowledge))
        learnt = [t for t in learn_tenures(told, knowledge, least) if code in (None, t.state)]
    if as_json:
        emit(_learnt_row(t) for t in learnt)
    for tenure in learnt if not as_json else ():
        _print_learnt(tenure)
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


def find_offices(knowledge: Knowledge, words: list[str]) -> list[Office]:
    """The offices of an id, or of a state and words of their titles.

    Raises:
        UsageError: none fits.
    """
    office = knowledge.office(" ".join(words))
    if office is not None:
        return [office]
    state, rest = split_state(knowledge, words)
    offices = [o for o in knowledge.offices.values() if o.state == state]
    found = [o for o in offices if fold(rest) in fold(f"{o.title} {(o.role or '').replace('_', ' ')}")]
    found.sort(key=lambda o: _office_rank(o, fold(rest)))
    if not found:
        known = ", ".join(o.title for o in offices if o.role and o.role != "ambassador") or "none"
        raise UsageError(f"no office {rest!r} of {state}", f"known: {known}")
    return found


def _office_rank(office: Office, wanted: str) -> tuple[bool, int, bool, str]:
    """Offices of that very name first, then the high ones, ambassadors last."""
    role = (office.role or "").replace("_", " ")
    called = role == wanted or fold(office.title).startswith(wanted)
    level = ROLES.index(office.role) if office.role in ROLES else len(ROLES)
    return not called, level, not role or role == "ambassador", office.id


def split_state(knowledge: Knowledge, words: list[str]) -> tuple[str, str]:
    """The state or organisation of states that the longest beginning of ``words`` names, and the words after it.

    Raises:
        UsageError: no beginning names a state.
    """
    words = " ".join(words).split()
    for cut in range(len(words), 0, -1):
        beginning = " ".join(words[:cut])
        state = knowledge.state(beginning.upper())
        code = beginning.upper() if state else knowledge.find_state(beginning)
        bodies = [a.id for a in knowledge.organisations_named(beginning) if a.kind == "igo"]
        if code or bodies:
            return code or bodies[0], " ".join(words[cut:])
    raise UsageError(
        f"no state at the beginning of {' '.join(words)!r}", "begin with a state: Pakistan foreign minister"
    )


def term(tenure: Tenure) -> str:
    """``2021-01-20 to 2025-01-20``; an open term ends with dots, an attested one says so."""
    days = f"{tenure.first or '?'} to {tenure.last or '…'}"
    return f"{days}  (named so in dated reports)" if tenure.attested else days


def _rows_of_office(knowledge: Knowledge, office: Office, day: date | None) -> list[dict[str, object]]:
    holders = {a.id for a in knowledge.holders(office.id, day)}
    terms = [t for t in knowledge.terms_in(office.id) if t.actor_id in holders]
    return [_row(knowledge, t) for t in terms if day is None or _is_near(t, day)]


def _is_near(tenure: Tenure, day: date) -> bool:
    return tenure.attested or ((tenure.first or day) <= day <= (tenure.last or day))


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


def _print_office(knowledge: Knowledge, office: Office, day: date | None, most: int | None) -> None:
    print_page(Text.assemble((f"{office.title}, {office.state}", "bold"), (f"  {office.id}", "dim")))
    if day is not None:
        holders = ", ".join(a.name for a in knowledge.holders(office.id, day)) or "not known"
        print_page(Text(f"  {day}  {holders}"))
        return
    terms = knowledge.terms_in(office.id)
    shown = terms if most is None else terms[-most:]
    if len(shown) < len(terms):
        print_page(Text(f"  … {len(terms) - len(shown)} more: legation knowledge who {office.id}", style="dim"))
    for tenure in shown:
        print_page(Text(f"  {_name(knowledge.actor(tenure.actor_id), tenure)}  {term(tenure)}"))


def _print_person(knowledge: Knowledge, actor: Actor) -> None:
    print_page(Text.assemble((actor.name, "bold"), f"  {actor.state or ''}  ", (actor.id, "dim")))
    for tenure in knowledge.terms_of(actor.id):
        office = knowledge.office(tenure.office_id)
        post = f"{office.title}, {office.state}" if office else tenure.office_id
        print_page(Text(f"  {term(tenure)}  {post}"))


def _name(actor: Actor | None, tenure: Tenure) -> str:
    return actor.name if actor else tenure.actor_id
