"""All one-document stages in order: a report in, what it says out. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from legation.attributions import find_attributions
from legation.claims import Trace, make_claims, trace_claims
from legation.documents import is_analysed
from legation.documents.outlets import habits_of
from legation.gate import find_worthy
from legation.knowledge import Knowledge, load_knowledge
from legation.mentions import find_mentions
from legation.quantities import find_quantities
from legation.records import Analysis, Document, Sentence
from legation.sentences import parse_document
from legation.tenures import find_attestations, flag_offices
from legation.times import find_times


def analyse(document: Document, knowledge: Knowledge | None = None, gate: bool = True) -> Analysis:
    """Everything that one document says: mentions, times, attributions, claims and their amounts.

    A report in a language that is not read says nothing, nor does one that names fewer than two states or bodies of
    states; both are kept.

    Args:
        knowledge: states, people and offices; the package's own by default.
        gate: parse only what could tell an event (see ``legation.gate``); False parses all.
    """
    if not is_analysed(document):
        return Analysis(document)
    knowledge = knowledge if knowledge is not None else load_knowledge()
    return analyse_parsed(document, _parse(document, knowledge, gate), knowledge)


def analyse_parsed(document: Document, sentences: Sequence[Sentence], knowledge: Knowledge) -> Analysis:
    """What a document says in those of its sentences that are parsed."""
    if not sentences:
        return Analysis(document)
    mentions = find_mentions(document, sentences, knowledge)
    dateline = document.dateline.quote if document.dateline is not None else None
    day_first = habits_of(document.url, document.outlet).month_first is False
    times = find_times(document.text, document.published, sentences=sentences, dateline=dateline, day_first=day_first)
    attributions = find_attributions(document.text, sentences, mentions)
    amounts = find_quantities(document.text)
    claims, quantities = make_claims(document, sentences, mentions, times, amounts, attributions, knowledge)
    claims = flag_offices(claims, find_attestations(document, mentions, knowledge), knowledge)
    return Analysis(document, claims, quantities, mentions, times, attributions)


def explain(analysis: Analysis, knowledge: Knowledge | None = None, gate: bool = True) -> tuple[Trace, ...]:
    """Every candidate for a claim in the report of ``analysis``, with its pattern and what became of it."""
    if not is_analysed(analysis.document):
        return ()
    knowledge = knowledge if knowledge is not None else load_knowledge()
    return trace_claims(analysis, _parse(analysis.document, knowledge, gate), knowledge)


def _parse(document: Document, knowledge: Knowledge, gate: bool) -> tuple[Sentence, ...]:
    only = frozenset(find_worthy(document, knowledge)) if gate else None
    return parse_document(document, only) if only or not gate else ()
