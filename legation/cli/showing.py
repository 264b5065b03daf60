"""``legation show``: one event, claim or report as a page."""

from __future__ import annotations

from rich.console import Group, RenderableType
from rich.text import Text

from legation.cli.pages import (
    DAY,
    DISPUTED,
    FAINT,
    STRONG,
    disputed,
    event_block,
    fact,
    indented,
    ledger_block,
    quote_line,
    settled,
)
from legation.text import counted, shorten
from legation.views.conflicts import DisagreementRow
from legation.views.ledger import LedgerRow
from legation.views.quotes import Quote
from legation.views.show import AddedRow, ClaimView, DocumentView, EventView, FieldRow, RelationRow, View


def page(found: View) -> RenderableType:
    """The page of whichever it is."""
    match found:
        case EventView():
            return event_page(found)
        case ClaimView():
            return claim_page(found)
        case LedgerRow():
            return ledger_block(found, quotes=len(found.quotes))
    return document_page(found)


def event_page(view: EventView) -> RenderableType:
    """Head, fields, quotes, disagreements, relations, twins."""
    parts: list[RenderableType] = [event_block(view.row)]
    parts += section("what the reports say", [field_line(f) for f in view.fields])
    parts += section("in their words", [quoted(q) for q in view.quotes])
    parts += section("where they disagree", [disagreement(d) for d in view.conflicts])
    parts += section("beyond the statement, in one report's own words", [added(a) for a in view.added])
    parts += section("how it stands to others", [relation(r) for r in view.relations])
    parts += section("not to be confused with", [relation(r) for r in view.twins])
    return Group(*parts)


def claim_page(view: ClaimView) -> RenderableType:
    """Each field of a claim and the words it rests on."""
    mode = f"/{view.mode}" if view.mode else ""
    head = Text.assemble(
        (view.quote.when, DAY),
        f"  {view.event_type}{mode}, {view.quote.status.replace('_', ' ')}",
        (f"  {view.score:.2f}", FAINT),
    )
    lines = [quote_line(view.quote), fact("event", view.event_id or ""), fact("who", ", ".join(view.actors))]
    lines += [fact("to whom", ", ".join(view.recipients)), fact("others", ", ".join(view.others))]
    lines += [fact("says", view.attribution or ""), fact("day from the event", view.event_when or "")]
    words: list[RenderableType] = [
        Text.assemble((f"{field:<12}{start}–{end}  ", FAINT), (f"“{shorten(quote, 160)}”", "italic"))
        for field, start, end, quote in view.evidence
    ]
    judged: list[RenderableType] = [
        Text.assemble((f"{verdict:<10}", STRONG), f"{other}  ", (f"“{shorten(quote, 60)}”  ", "italic"), (why, FAINT))
        for verdict, other, quote, why in view.judgements
    ]
    parts: list[RenderableType] = [head, *indented(line for line in lines if line is not None)]
    return Group(*parts, *section("words", words), *section("judged", judged), Text(view.quote.claim_id, FAINT))


def document_page(view: DocumentView) -> RenderableType:
    """Metadata, events told, noise taken out."""
    title = view.title or view.name
    head = Text.assemble((view.published, DAY), "  ", (title, STRONG), f"  {view.outlet}" if view.outlet else "")
    lines = [fact("file", view.name), fact("url", view.url or ""), fact("copy", view.copy or "")]
    lines += [
        fact("length", f"{view.characters:,} characters, {counted(len(view.noise), 'stretch', 'stretches')} of noise")
    ]
    told: list[RenderableType] = [
        Text.assemble((f"{day}  ", DAY), label, (f"  {i}", FAINT)) for i, day, label in view.events
    ]
    noise: list[RenderableType] = [
        Text.assemble((f"{kind} ({rule})  ", DISPUTED), (shorten(words, 100), FAINT))
        for kind, rule, words in view.noise
    ]
    parts: list[RenderableType] = [head, *indented(line for line in lines if line is not None)]
    return Group(*parts, *section("events it tells", told), *section("left out as noise", noise), Text(view.id, FAINT))


def field_line(row: FieldRow) -> Text:
    """``when: A (outlet, outlet) | B (outlet)``."""
    line = Text.assemble((f"{row.name}: ", FAINT))
    for number, (value, outlets) in enumerate(row.values):
        line.append(" | " if number else "")
        line.append(value, DISPUTED if len(row.values) > 1 and row.name not in {"who", "to whom"} else "")
        line.append(f" ({', '.join(outlets)})", FAINT)
    return line


def quoted(quote: Quote) -> RenderableType:
    """The quote, and below it where it stands and what it alone supports."""
    printed = f"published {quote.published}".replace("published publication", "publication")
    where = f"{printed} · event {quote.status.replace('_', ' ')} · its day: {quote.when} · {quote.claim_id}"
    return Group(quote_line(quote), *indented([Text(where, FAINT)]))


def added(row: AddedRow) -> RenderableType:
    """The sentence, who printed it, and whose statement does not hold it."""
    line = Text.assemble((f"“{shorten(row.witness.quote, 240)}”  ", "italic"), row.witness.outlet)
    where = f"relays: {row.statement} · gives {', '.join(row.fields)} · {row.witness.claim_id}"
    return Group(line, *indented([Text(where, FAINT)]))


def disagreement(row: DisagreementRow) -> RenderableType:
    """What is disputed and each value with its outlets."""
    values = [Text.assemble("– ", r.value, (f"  {', '.join(q.outlet for q in r.quotes)}", FAINT)) for r in row.readings]
    return Group(disputed(f"{row.field} ({row.severity}): {row.note}{settled(row)}"), *indented(values))


def relation(row: RelationRow) -> RenderableType:
    """The other event, and why it stands so to this one."""
    kind = "" if row.type == "not_same_as" else f"{row.type.replace('_', ' ')}: "
    if not row.to:
        return Text.assemble(kind, row.reason)
    head = Text.assemble(kind, (f"{row.day}  ", DAY), row.label, (f"  {row.to}", FAINT))
    return Group(head, *indented([Text(f"because: {row.reason}", FAINT)] if row.reason else []))


def section(title: str, lines: list[RenderableType]) -> list[RenderableType]:
    """A titled part of a page, nothing where there are no lines."""
    return [Text(""), Text(title, STRONG), *indented(lines)] if lines else []
