"""Small hand-built documents and claims about invented states, for the rooms across documents."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from legation.records import Analysis, Attribution, Claim, Document, Evidence, Party, Published, When
from legation.text import stable_id


def person(name: str, state: str) -> Party:
    return Party(name, actor_id=f"p-{name}", person=True, state=state, sector="GOV", seniority=2)


def state(code: str) -> Party:
    return Party(code, actor_id=code, state=code, sector="GOV")


def body(name: str, code: str) -> Party:
    return Party(name, actor_id=f"o-{name}", state=code, sector="BUS")


ANN, BO = person("Ann Alpha", "AAA"), person("Bo Beta", "BBB")
CY = person("Cy Gamma", "CCC")


def on(day: str, last: str | None = None, text: str = "on a day") -> When:
    first = date.fromisoformat(day)
    end = date.fromisoformat(last) if last else first
    precision = "day" if first == end else "month"
    return When(first, end, precision=precision, text=text, anchor="absolute")


def weekday(number: int) -> When:
    return When(weekday=number, precision="weekday", text="on that weekday", anchor="published")


def report(key: str, text: str = "Ann Alpha called Bo Beta.", published: str | None = None) -> Document:
    day = date.fromisoformat(published) if published else None
    known = Published(day, day, "metadata") if day else Published()
    return Document(key, key, text, outlet=f"outlet {key}", published=known)


def claim(
    document: str, event_type: str = "CONSULT", mode: str | None = "phone", quote: str = "called", **more: object
) -> Claim:
    start = len(str(more.pop("at", "")))
    made = Claim(
        id=stable_id("claim", document, event_type, mode, start, quote),
        document_id=document,
        event_type=event_type,
        mode=mode,
        actors=(ANN, BO),
        evidence=(Evidence("event", start, start + len(quote), quote),),
    )
    return replace(made, **more)  # type: ignore[arg-type]


def cites(organ: str, code: str, content: tuple[tuple[int, int], ...] = ()) -> Attribution:
    return Attribution((), (), content, "said", organ=organ, state=code)


def analysis(document: Document, *claims: Claim) -> Analysis:
    return Analysis(document, claims)
