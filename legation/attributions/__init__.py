"""Who says so: a parsed text -> attributions with source, cue and content, each verbatim.

Direct, indirect and mixed speech, "according to", statements and readouts, unnamed sources, thoughts and intentions.
The method: cue words and dependency paths in each sentence (what counts: Newell, Margolin and Ruths, LREC 2018),
then quotation marks over the whole text, then the mentions for the speakers.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from legation.attributions.drafts import Draft
from legation.attributions.phrases import colon_draft, dash_draft, phrase_drafts
from legation.attributions.quotations import find_quotations
from legation.attributions.speakers import Speaker, find_speaker
from legation.attributions.speech import Joined, is_whole_quotation, join_quotations
from legation.attributions.verbs import verb_drafts
from legation.records import Attribution, Evidence, Mention, Sentence, Span

__all__ = ["attribution_at", "find_attributions"]


def find_attributions(
    text: str, sentences: Sequence[Sentence], mentions: Sequence[Mention] = ()
) -> tuple[Attribution, ...]:
    """All attributions of a text, in the order of their cues.

    Example:
        >>> from legation.sentences import parse_text
        >>> words = "The ministry said talks had failed."
        >>> [(words[s:e]) for a in find_attributions(words, parse_text(words)) for s, e in a.content]
        ['talks had failed']

    Args:
        text: the document's text; all offsets count in it.
        sentences: its parse.
        mentions: who is meant where; without them no speaker is resolved.

    Returns:
        Attributions in text order; ``via`` is set on one that stands inside what another says. Empty: nobody is cited.
    """
    joined = join_quotations([d for s in sentences for d in _drafts(s, text)], find_quotations(text), text)
    speakers = _speakers(joined, text, sentences, mentions)
    made: dict[int, Attribution] = {}
    for index in range(len(joined)):
        _make(index, joined, speakers, text, made)
    return tuple(made[i] for i in range(len(joined)))


def attribution_at(span: Span, attributions: Sequence[Attribution]) -> Attribution | None:
    """Whose word the words at ``span`` are: the innermost reported speech around them, None where the outlet speaks.

    Thoughts and stances ("wants a truce", "the call underscored") report no statement and are left out; ``via`` leads
    on to whoever passed the speech on.
    """
    holders = [
        (end - start, index)
        for index, found in enumerate(attributions)
        if found.kind == "speech"
        for start, end in found.content
        if start <= span[0] and span[1] <= end
    ]
    return attributions[min(holders)[1]] if holders else None


def _drafts(sentence: Sentence, text: str) -> list[Draft]:
    found = [*verb_drafts(sentence, text), *phrase_drafts(sentence, text)]
    if not any(d.kind == "speech" for d in found):
        found += [d for d in (colon_draft(sentence, text), dash_draft(sentence, text)) if d is not None]
    return found


def _speakers(
    joined: Sequence[Joined], text: str, sentences: Sequence[Sentence], mentions: Sequence[Mention]
) -> list[Speaker]:
    by_index = {s.index: s for s in sentences}
    found: list[Speaker] = []
    last: Speaker | None = None
    for item in joined:
        draft = item.draft
        speaker = find_speaker(text, by_index[draft.sentence], draft.source, draft.head, mentions, last)
        found.append(speaker)
        if speaker.organ is not None and draft.kind == "speech":
            last = speaker
    return found


def _make(
    index: int,
    joined: Sequence[Joined],
    speakers: Sequence[Speaker],
    text: str,
    made: dict[int, Attribution],
    depth: int = 0,
) -> Attribution:
    """The attribution at ``index``, its outer one first."""
    if index in made:
        return made[index]
    item, who = joined[index], speakers[index]
    outer = item.outer if depth < 5 else None
    via = _make(outer, joined, speakers, text, made, depth + 1) if outer is not None else None
    draft = item.draft
    made[index] = Attribution(
        source=draft.source,
        cue=draft.cue,
        content=draft.content,
        cue_text=_cue_text(text, draft.cue),
        directness=_directness(item, text),
        speaker=who.party,
        organ=who.organ,
        state=who.state or (who.party.state if who.party else None),
        anonymous=who.anonymous,
        opinion=who.opinion,
        via=via,
        kind=draft.kind,
        evidence=_evidence(text, (*draft.source, *draft.cue)),
    )
    return made[index]


def _cue_text(text: str, cue: Sequence[Span]) -> str:
    """The words of the cue without the colon after them; the colon itself where it is all there is."""
    words = " ".join(text[s:e] for s, e in cue)
    return words.rstrip(" :") or words


def _directness(item: Joined, text: str) -> Literal["direct", "indirect", "mixed"]:
    if not item.quoted:
        return "indirect"
    return "direct" if is_whole_quotation(item.draft.content, item.quoted, text) else "mixed"


def _evidence(text: str, spans: Sequence[Span]) -> tuple[Evidence, ...]:
    return tuple(Evidence.of(text, s, e, "attribution") for s, e in sorted(set(spans)))
