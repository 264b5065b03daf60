"""The day of a report's lead, for what the one told of there did next: "On Saturday Lula backed down. He met ..."."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from legation.coreference.grouping import Group, is_perfect
from legation.drafts.dating import hangs_on
from legation.drafts.drafting import Draft, governing_verb
from legation.drafts.scene import party_key
from legation.records import Attribution, Document, Evidence, Mention, Sentence, TimeExpression, Token

LEAD_SENTENCES = 5  # a headline, a caption and a byline may stand before it
NEXT_SENTENCES = 2
_ASIDE = ("advcl", "relcl", "acl")  # "the boy was 15 when he met him": told beside what goes on
NEWS_DAYS = 6  # a lead's day lies in the week before publication


@dataclass(frozen=True, slots=True)
class Lead:
    """A sentence at the head of a report that tells on which day somebody did something."""

    sentence: Sentence
    time: TimeExpression
    actors: frozenset[str]


def find_lead(
    document: Document,
    sentences: Sequence[Sentence],
    mentions: Iterable[Mention],
    times: Sequence[TimeExpression],
    attributions: Iterable[Attribution],
) -> Lead | None:
    """The first sentence whose main verb has a subject and a day of the news, unless the verb only reports speech."""
    cues = {s for a in attributions for s in a.cue}
    told = list(mentions)
    for sentence in islice(sentences, LEAD_SENTENCES):
        root = next((t for t in sentence.tokens if t.head == t.index or t.dep == "ROOT"), None)
        if root is None or root.tag != "VBD" or (root.start, root.end) in cues:
            continue
        days = [t for t in _inside(sentence, times) if _is_news(document, t) and hangs_on(sentence, root, t)]
        heads = {t.index for t in sentence.child_tokens(root, "nsubj")}
        here = [m for m in told if m.sentence == sentence.index and m.head in heads]
        actors = frozenset(party_key(p) for m in here for p in m.parties)
        if len(days) == 1 and actors:
            return Lead(sentence, days[0], actors)
    return None


def with_lead(groups: Sequence[Group], lead: Lead | None, times: Sequence[TimeExpression]) -> None:
    """Contacts of the lead's actor told right after it without a time of their own have its day, inferred."""
    for group in groups:
        fit = [d for d in group.drafts if lead is not None and _goes_on(d, lead) and not _inside(d.sentence, times)]
        if lead is None or group.whens or not fit or group.lead.background:
            continue
        words = Evidence("when", lead.time.start, lead.time.end, lead.time.text)
        when = replace(lead.time.when, anchor="narrative", inferred=True)
        group.drafts[0] = replace(group.lead, when=when, evidence=(*group.lead.evidence, words))


def _goes_on(draft: Draft, lead: Lead) -> bool:
    after = draft.sentence.index - lead.sentence.index
    if draft.event_type != "CONSULT" or draft.status != "occurred" or draft.background or is_perfect(draft):
        return False
    return (
        0 < after <= NEXT_SENTENCES
        and _main(draft).tag == "VBD"
        and _main(draft).dep not in _ASIDE
        and bool(lead.actors & set(map(party_key, draft.actors)))
    )


def _main(draft: Draft) -> Token:
    """The verb that carries the draft: "agreed" of "during a meeting with Boric, Lula agreed"."""
    verb = governing_verb(draft.sentence, draft.hit)
    return next((t for t in [verb, *draft.sentence.ancestors(verb)] if t.pos in ("VERB", "AUX")), verb)


def _is_news(document: Document, time: TimeExpression) -> bool:
    day, published = time.when.first, document.published.day
    one = day is not None and day == time.when.last
    return one and day is not None and published is not None and 0 <= (published - day).days <= NEWS_DAYS


def _inside(sentence: Sentence, times: Iterable[TimeExpression]) -> list[TimeExpression]:
    """The dates and times of day that a sentence tells."""
    dated = [t for t in times if t.type in ("DATE", "TIME")]
    return [t for t in dated if sentence.start <= t.start and t.end <= sentence.end]
