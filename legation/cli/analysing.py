"""analyse: one report, nothing stored."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Group, RenderableType
from rich.text import Text

import legation
from legation.analysis import explain as explain_claims
from legation.cli.options import Gate, Json
from legation.cli.output import complain, emit, print_page
from legation.cli.pages import DAY, FAINT, STRONG, blocks, indented
from legation.cli.showing import section
from legation.errors import InputError
from legation.exporters.rows import claim_row
from legation.records import Analysis, Claim, Document, Failure
from legation.text import shorten
from legation.views.words import amount_words, claim_notes, party_words, published_words, when_words


def analyse(
    file: Annotated[str, typer.Argument(help="A file with one report or more, or - for standard input.")],
    explain: Annotated[
        bool, typer.Option("--explain", help="Also why: each candidate's pattern and fate, names, days, noise.")
    ] = False,
    meta: Annotated[Path | None, typer.Option("--meta", help="A CSV with outlet, published … by file name.")] = None,
    gate: Gate = True,
    json: Json = False,
) -> None:
    """Print what a report says; nothing is stored. --json gives its claims as export does.

    Examples:

        legation analyse report.txt --explain

        legation analyse - < report.txt
    """
    done = failed = 0
    for raw in legation.read_inputs([file], meta):
        if isinstance(raw, Failure):
            failed += 1
            complain(InputError(f"{raw.name}: {raw.reason}", raw.remedy))
            continue
        analysis = legation.analyse(legation.make_document(raw), gate=gate)
        done += 1
        emit(map(claim_row, analysis.claims)) if json else print_page(analysis_page(analysis, explain, gate))
    if failed and not done:
        raise typer.Exit(1)
    if not done:
        raise InputError(f"{file}: no report in it", "legation analyse takes .txt .md .html .json .jsonl .csv files")


def analysis_page(a: Analysis, explain: bool = False, gate: bool = True) -> RenderableType:
    """The claims of a report, and with ``explain`` all that they were made of."""
    d = a.document
    head = Text.assemble((published_words(d.published), DAY), "  ", (d.title or d.name, STRONG))
    foreign = f": it was taken for {d.language!r}, and only English is analysed" if not is_analysed(d) else ""
    claims = blocks([claim_block(c, a) for c in a.claims], f"no event found{foreign}")
    parts: list[RenderableType] = [head, Text(""), claims]
    if explain:
        parts += section("sentence by sentence", trace_lines(a, gate))
        parts += section("names", mention_lines(a))
        parts += section("days", [found(t.text, when_words(t.when)) for t in a.times])
        parts += section("amounts", [found(q.quote, f"{amount_words(q)}  {q.measure or ''}") for q in a.quantities])
        parts += section("who says so", said_lines(a))
        parts += section("left out as noise", [found(d.text[n.start : n.end], f"{n.kind}, {n.rule}") for n in d.noise])
    return Group(*parts)


def is_analysed(document: Document) -> bool:
    """Whether the report is in English, or in no language that could be told."""
    return (document.language or "en").startswith("en")


def claim_block(c: Claim, a: Analysis) -> RenderableType:
    """Type, sides, day, status, and the words of each field."""
    mode = f"/{c.mode}" if c.mode else ""
    who = " → ".join(", ".join(map(party_words, side)) for side in (c.actors, c.recipients) if side)
    head = Text.assemble((when_words(c.when), DAY), f"  {c.event_type}{mode}  ", (who or "nobody named", STRONG))
    notes = [c.status, *claim_notes(c)]
    notes += [f"topics: {', '.join(c.topics)}"] if c.topics else []
    words = [
        Text.assemble((f"{e.field:<12}", FAINT), (f"“{shorten(e.quote, 120)}”", "italic"))
        for e in sorted(c.evidence, key=lambda e: (e.field != "event", e.start))
    ]
    return Group(head, *indented([Text(" · ".join(notes), FAINT), *words, Text(c.id, FAINT)]))


def trace_lines(a: Analysis, gate: bool = True) -> list[RenderableType]:
    """Each sentence with a candidate: its words, the pattern that met them, and the claim made of it or the reason."""
    lines: list[RenderableType] = []
    last = None
    for trace in explain_claims(a, gate=gate):
        if trace.sentence != last:
            last = trace.sentence
            lines.append(Text(shorten(a.document.text[slice(*last)], 200)))
        mode = f"/{trace.mode}" if trace.mode else ""
        sides = ", ".join(trace.sides) or "nobody named"
        sure = "" if trace.factuality is None else f", factuality {trace.factuality:+.1f}"
        kind = f"{trace.event_type}{mode} ({trace.pattern})  {sides}  {trace.status}{sure}"
        fate = trace.claim_id or f"dropped: {trace.reason}"
        lines.append(Text("  ") + found(a.document.text[slice(*trace.trigger)], f"{kind}  →  {fate}"))
    return lines


def mention_lines(a: Analysis) -> list[RenderableType]:
    """Each name once, with whom it means."""
    lines: dict[tuple[str, str], RenderableType] = {}
    for m in a.mentions:
        who = ", ".join(party_words(p, office=True) for p in m.parties) or "not resolved"
        lines.setdefault((m.quote, who), found(m.quote, f"{who}  ({m.kind})"))
    return list(lines.values())


def said_lines(a: Analysis) -> list[RenderableType]:
    """Cue, speaker and the beginning of what is said."""
    lines: list[RenderableType] = []
    for said in a.attributions:
        speaker = said.speaker.name if said.speaker else said.organ
        words = speaker or " ".join(a.document.text[s:e] for s, e in said.source) or "nobody named"
        content = " ".join(a.document.text[s:e] for s, e in said.content)
        lines.append(found(f"{words}, {said.cue_text}", shorten(content, 120)))
    return lines


def found(words: str, meaning: str) -> Text:
    """Words of the report and what they were taken for."""
    return Text.assemble((f"“{shorten(words, 60)}”", "italic"), "  ", (meaning, FAINT))


COMMANDS = (analyse,)
