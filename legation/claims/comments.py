"""COMMENT claims: what office-holders of a state are quoted as saying, where the words tell no event of their own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from legation.claims.certainty import comment_score
from legation.drafts.details import evidence_of_source
from legation.drafts.scene import party_key
from legation.drafts.surroundings import Surroundings
from legation.records import Attribution, Claim, Document, Evidence, Party, Span, TimeExpression
from legation.text import stable_id
from legation.triggers.words import find_contexts, find_topics

LEAST_WORDS = 12  # shorter quotations colour a sentence, they make no statement
LOWEST = 9
HIGHEST_RANK = 4  # seniority: head of state or government, minister, other official, envoy


def make_comments(
    document: Document,
    attributions: Sequence[Attribution],
    claims: Sequence[Claim],
    around: Surroundings,
    names: Iterable[str] = (),
    days: Mapping[Span, TimeExpression] = MappingProxyType({}),
) -> list[Claim]:
    """One COMMENT for each speaker of whom the report quotes a statement, with the cue of every quotation as evidence.

    Only those who speak on foreign affairs for a state that the report's events concern; what a quotation itself tells
    stays a claim of its own type. ``names`` are those of organisations and people, which tell no topic; ``days`` the
    times that hang on cues: the COMMENT's day is the one on which all of its dated quotations were said.
    """
    states = {p.state for c in claims for p in (*c.actors, *c.recipients) if p.state}
    by_speaker: dict[str, list[Attribution]] = {}
    for attribution in attributions:
        if _is_statement(document.text, attribution, states, around):
            assert attribution.speaker is not None
            by_speaker.setdefault(party_key(attribution.speaker), []).append(attribution)
    return [_make_comment(document, quoted, list(names), days) for quoted in by_speaker.values()]


def _is_statement(text: str, attribution: Attribution, states: set[str], around: Surroundings) -> bool:
    speaker = attribution.speaker
    if speaker is None or attribution.directness != "direct" or attribution.opinion or not attribution.cue:
        return False
    if speaker.state is None or speaker.state not in states or (speaker.seniority or LOWEST) > HIGHEST_RANK:
        return False
    if sum(len(text[a:b].split()) for a, b in attribution.content) < LEAST_WORDS:
        return False
    return around.speaks_abroad(speaker.state, [*attribution.content, *attribution.cue])


def _make_comment(
    document: Document, quoted: Sequence[Attribution], names: Sequence[str], days: Mapping[Span, TimeExpression]
) -> Claim:
    first = quoted[0]
    speaker: Party = first.speaker if first.speaker is not None else Party("")
    words = " ".join(document.text[a:b] for q in quoted for a, b in q.content)
    cues = [Evidence.of(document.text, *q.cue[0], "event") for q in quoted]
    said = [days[c] for q in quoted for c in q.cue if c in days]
    one_day = len({(t.when.first, t.when.last) for t in said}) == 1
    told = [Evidence.of(document.text, t.start, t.end, "when") for t in said if one_day]
    sources = [e for q in quoted for e in evidence_of_source(document.text, q)]
    return Claim(
        id=stable_id("claim", document.id, cues[0].start, cues[0].end, "comment"),
        document_id=document.id,
        event_type="COMMENT",
        contexts=find_contexts(words),
        topics=find_topics(words, names),
        score=comment_score(),
        actors=(speaker,),
        when=said[0].when if one_day else None,
        attribution=first,
        evidence=tuple(dict.fromkeys([*cues, *told, *sources])),
    )
