"""Views as pages for a terminal: the day at the left, the event at the right, its words below."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from rich.console import Group, RenderableType
from rich.text import Text

from legation.cli.output import Indented
from legation.records import Failure
from legation.text import counted, shorten
from legation.views.quotes import Quote
from legation.views.timeline import EventRow, Fold, Timeline

if TYPE_CHECKING:  # a timeline waits for none of these
    from legation.views.conflicts import ConflictRow, DisagreementRow
    from legation.views.gaps import GapRow
    from legation.views.ledger import LedgerRow
    from legation.views.search import SearchRow

DAY, QUOTE, FAINT, DISPUTED, STRONG = "cyan", "italic", "dim", "yellow", "bold"
INDENT = 2
GAPS_SHOWN = 12
LONGEST = 240


FOLDED = Fold(comments=False, undated=10)


def timeline_page(told: Timeline) -> RenderableType:
    """Dated events between sides, those with one side, those without a day; what is not shown is counted."""
    dated = [row for row in told.rows if row.dated]
    between = [row for row in dated if len(row.actors) + len(row.recipients) > 1]
    lone = [row for row in dated if len(row.actors) + len(row.recipients) <= 1]
    undated = [row for row in told.rows if not row.dated]
    parts = [*map(event_block, between)]
    parts += headed(f"{counted(len(lone), 'event')} with one side named", lone)
    parts += headed(f"{counted(len(undated) + told.undated, 'event')} of which the day is not stated", undated)
    if told.undated:
        parts.append(Text(f"… and {told.undated:,} more without a day: --undated", FAINT))
    if told.comments:
        comments = counted(told.comments, "comment")
        parts.append(Text(f"… and {comments} (who merely said something): --type COMMENT, or --all", FAINT))
    return blocks(parts, "no event: widen the filters, or build more reports")


def headed(title: str, rows: Sequence[EventRow]) -> list[RenderableType]:
    """A heading and its events, nothing where there are none."""
    return [Text(title, STRONG), *map(event_block, rows)] if rows else []


def event_block(row: EventRow) -> RenderableType:
    """Day and label; status, corroboration and id; one quote; what is disputed."""
    mode = f"/{row.mode}" if row.mode else ""
    head = Text.assemble((row.day, DAY), "  ", (row.label or sides(row), STRONG))
    grounds = "told as background only" if row.background else row.corroboration
    facts = [f"{row.event_type}{mode}", row.status.replace("_", " "), counted(row.reports, "report"), grounds]
    facts += [row.place] if row.place else []
    facts += ["; ".join(row.amounts)] if row.amounts else []
    lines = [Text.assemble((" · ".join(facts), FAINT)), *([quote_line(row.quote)] if row.quote else [])]
    lines += [disputed(note) for note in dict.fromkeys(row.conflicts)]
    return Group(head, *indented([*lines, Text(row.id, FAINT)]))


def sides(row: EventRow) -> str:
    """``A, B`` or ``A → B``."""
    return " → ".join(", ".join(side) for side in (row.actors, row.recipients) if side) or "nobody named"


def ledger_page(rows: Sequence[LedgerRow]) -> RenderableType:
    """One block an agreement."""
    return blocks([ledger_block(row) for row in rows], "no agreement in the record")


def ledger_block(row: LedgerRow, quotes: int = 2) -> RenderableType:
    """Title and kind; parties, amounts, how far it has come, what is disputed, ``quotes`` of its quotes."""
    head = Text.assemble((row.title, STRONG), (f"  {row.kind}", FAINT))
    lines = [fact("parties", ", ".join(row.parties)), fact("signed by", ", ".join(row.signatories))]
    lines += [
        fact("subject", ", ".join(t.replace("_", " ") for t in row.topics)),
        fact("binding", row.binding.replace("unknown", "not stated")),
    ]
    lines += [
        fact("before" if a.revised else "amount", f"{a.amount}{measured(a.measure)}, {outlets(a.outlets)}")
        for a in row.amounts
    ]
    lines += [
        Text.assemble((f"{s.status.replace('_', ' ')}: ", ""), (s.day, DAY), f", {outlets(s.outlets)}")
        for s in row.status
    ]
    lines += [] if row.status else [fact("status", "not stated")]
    lines += [fact("part of", f"{title}; its sum is not added") for title in row.part_of]
    lines += [disputed(note) for note in dict.fromkeys(row.conflicts)]
    lines += [quote_line(q) for q in row.quotes[:quotes]]
    return Group(head, *indented([line for line in lines if line is not None]), *indented([Text(row.id, FAINT)]))


def measured(measure: str | None) -> str:
    """`` (trade goods)``, or nothing."""
    return f" ({measure.replace('_', ' ')})" if measure else ""


def conflicts_page(rows: Sequence[ConflictRow]) -> RenderableType:
    """One block an event or agreement, worst first."""
    groups: dict[str, list[ConflictRow]] = {}
    for row in rows:
        groups.setdefault(row.about_id, []).append(row)
    return blocks([disputed_block(group) for group in groups.values()], "the reports disagree on nothing")


def disputed_block(rows: Sequence[ConflictRow]) -> RenderableType:
    """What the reports disagree about, and each disagreement on it."""
    first = rows[0]
    day = f"{first.event.day}  " if first.event else ""
    head = Text.assemble((day, DAY), (first.about, STRONG), (f"  {first.about_id}", FAINT))
    return Group(head, *(block for row in rows for block in indented(conflict_lines(row))))


def conflict_lines(row: ConflictRow) -> list[RenderableType]:
    """What is disputed, how badly, and each value with its words."""
    field = row.field.replace("_", " ")
    note = f": {row.note}" if row.note else ""
    lines: list[RenderableType] = [
        Text.assemble(("≠ ", DISPUTED), (field, STRONG), (f" ({row.severity})", FAINT), note)
    ]
    for reading in row.readings:
        lines += indented([Text.assemble("– ", (reading.value, STRONG))])
        lines += [Indented(quote_line(q), 2 * INDENT) for q in reading.quotes]
    lines += [Text(f"settled: {row.resolution}")] if row.resolution else []
    return lines


def search_page(rows: Sequence[SearchRow]) -> RenderableType:
    """One block a report, the words marked."""
    nothing = "no report holds all of these words: give fewer, or as reports spell them"
    return blocks([search_block(row) for row in rows], nothing)


def search_block(row: SearchRow) -> RenderableType:
    """The report, the words in their passage, and the events told in them."""
    head = Text.assemble((row.published, DAY), "  ", (row.outlet, STRONG), f"  {row.title}" if row.title else "")
    passage = Text.assemble("… ", one_line(row.before), (row.hit, "bold reverse"), one_line(row.after), " …")
    told = [Text.assemble((f"{i}  ", FAINT), label) for i, label in row.events]
    return Group(head, *indented([passage, *told, Text(row.document_id, FAINT)]))


def gaps_page(rows: Sequence[GapRow], *, everything: bool = True) -> RenderableType:
    """One line a gap, under what it is a gap of; unless ``everything`` is asked for, only the first subjects."""
    groups: dict[str, list[GapRow]] = {}
    for row in rows:
        groups.setdefault(row.about_id, []).append(row)
    shown = list(groups.values()) if everything else list(groups.values())[:GAPS_SHOWN]
    parts = [gap_block(group) for group in shown]
    if len(shown) < len(groups):
        hidden = counted(sum(map(len, list(groups.values())[GAPS_SHOWN:])), "lighter gap")
        parts.append(Text(f"… and {hidden}: --all", FAINT))
    return blocks(parts, "no gap found")


def gap_block(rows: Sequence[GapRow]) -> RenderableType:
    """What the gaps are about, and each of them."""
    first = rows[0]
    day = f"{first.day}  " if first.day else ""
    head = Text.assemble((day, DAY), (first.about, STRONG), (f"  {first.about_id}", FAINT))
    return Group(head, *indented(Text(f"? {row.missing}") for row in rows))


def failures_page(rows: Sequence[Failure]) -> RenderableType:
    """One block a failed input."""
    return blocks([failure_block(row) for row in rows], "no input failed in a build that came to its end")


def failure_block(row: Failure) -> RenderableType:
    """The input, why it failed, and what to do."""
    lines = [Text(f"{row.stage}: {row.reason}"), *([Text(f"what to do: {row.remedy}", FAINT)] if row.remedy else [])]
    return Group(Text(row.name, STRONG), *indented(lines))


def quote_line(quote: Quote) -> Text:
    """“words” outlet, day · origin, side · notes; a passage that opens with a quotation mark gets no second one."""
    by = " · ".join(part for part in (quote.outlet, quote.origin or "", *quote.notes) if part)
    before, after = ("… " if quote.cut[0] else "") + quote.before.lstrip(), quote.after + (" …" if quote.cut[1] else "")
    opening, closing = ("", "") if (before + quote.words).startswith(("“", '"')) else ("“", "”")
    words = ((opening, FAINT), (one_line(before), QUOTE), (shorten(quote.words, LONGEST), "italic underline"))
    return Text.assemble(*words, (one_line(after), QUOTE), (closing, FAINT), (f"  {by}", FAINT))


def disputed(note: str) -> Text:
    """A line on something that reports disagree on."""
    return Text.assemble(("≠ ", DISPUTED), note)


def settled(row: DisagreementRow) -> str:
    """How a person settled it, behind its note; nothing where it is open."""
    return f" (settled: {row.resolution})" if row.resolution else ""


def fact(name: str, words: str) -> Text | None:
    """``name: words``, or nothing where nothing is said."""
    return Text.assemble((f"{name}: ", FAINT), words) if words else None


def outlets(names: Iterable[str]) -> str:
    """Names of outlets in one line."""
    return ", ".join(names) or "no outlet"


def one_line(words: str) -> str:
    """Words without line breaks."""
    return words.replace("\n", " ")


def indented(lines: Iterable[RenderableType]) -> list[RenderableType]:
    """Each line set in from the left."""
    return [Indented(line, INDENT) for line in lines]


def blocks(found: Sequence[RenderableType], empty: str) -> RenderableType:
    """Blocks with a blank line between them, or what to say where there is none."""
    if not found:
        return Text(empty, FAINT)
    return Group(*(part for block in found for part in (block, Text(""))))
