"""All one-document stages in order: a report in, what it says out. Pure."""

from __future__ import annotations

from legation.attributions import find_attributions
from legation.claims import Trace, make_claims, trace_claims
from legation.documents import is_analysed
from legation.knowledge import Knowledge, load_knowledge
from legation.mentions import find_mentions
from legation.quantities import find_quantities
from legation.records import Analysis, Document
from legation.sentences import parse_document
from legation.tenures import find_attestations, flag_offices
from legation.times import find_times


def analyse(document: Document, knowledge: Knowledge | None = None) -> Analysis:
    """Everything that one document says: mentions, times, attributions, claims and their amounts.

    A report in a language that is not read says nothing; it is kept and marked.

    Args:
        knowledge: states, people and offices; the package's own by default.
    """
    if not is_analysed(document):
        return Analysis(document)
    knowledge = knowledge if knowledge is not None else load_knowledge()
    sentences = parse_document(document)
    mentions = find_mentions(document, sentences, knowledge)
    dateline = document.dateline.quote if document.dateline is not None else None
    times = find_times(document.text, document.published, sentences=sentences, dateline=dateline)
    attributions = find_attributions(document.text, sentences, mentions)
    amounts = find_quantities(document.text)
    claims, quantities = make_claims(document, sentences, mentions, times, amounts, attributions, knowledge)
    claims = flag_offices(claims, find_attestations(document, mentions, knowledge), knowledge)
    return Analysis(document, claims, quantities, mentions, times, attributions)


def explain(analysis: Analysis, knowledge: Knowledge | None = None) -> tuple[Trace, ...]:
    """Every candidate for a claim in the report of ``analysis``, with its pattern and what became of it."""
    if not is_analysed(analysis.document):
        return ()
    knowledge = knowledge if knowledge is not None else load_knowledge()
    return trace_claims(analysis, parse_document(analysis.document), knowledge)
