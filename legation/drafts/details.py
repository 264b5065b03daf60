"""What stands beside a draft's sides: mode, ordinal, agreement, place, attribution, topics, amounts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from legation.drafts.agreements import agreement_of
from legation.drafts.drafting import Draft, governing_verb
from legation.drafts.scene import Scene, party_key, states_of
from legation.languages.en import links
from legation.languages.en.attributions import TELLING
from legation.records import (
    Attribution,
    Evidence,
    Mention,
    Party,
    Place,
    Quantity,
    Sentence,
    Span,
    TimeExpression,
    Token,
)
from legation.triggers.clauses import ends_of, is_verb, objects_of, surface_subjects
from legation.triggers.matching import Hit
from legation.triggers.roles import following
from legation.triggers.words import find_contexts, find_topics, load_words

_SUBJECTS = ("nsubj", "nsubjpass")
_FEWEST_SIDES = 2
_NAMED = ("organisation", "person")


def with_details(scene: Scene, draft: Draft) -> Draft:
    """The draft with mode, ordinal, agreement, place and topics read from its clause."""
    sentence, hit = scene.sentence, draft.hit
    words = clause_words(sentence, hit)
    return replace(
        draft,
        mode=_mode(draft),
        ordinal=_ordinal(sentence, hit),
        agreement=agreement_of(scene, draft),
        place=_place(scene, draft),
        topics=find_topics(words, names_of(scene.mentions)),
        contexts=find_contexts(words),
        actors=_with_directions(draft),
    )


def clause_words(sentence: Sentence, hit: Hit) -> str:
    """The words of the clause that tells a hit, without the clauses beside it.

    Example: of "Peru bought grain, and Chile froze the arms talks" the purchase has "Peru bought grain , and".
    """
    top = governing_verb(sentence, hit)
    top = top if is_verb(top) else next((t for t in sentence.ancestors(top) if is_verb(t)), top)
    while top.dep == "xcomp" and is_verb(sentence.head(top)):  # "met to discuss trade": one clause
        top = sentence.head(top)
    beside = [t for t in sentence.child_tokens(top, "conj", "advcl", "parataxis") if is_verb(t)]
    own = {t.index for t in (hit.token, hit.noun) if t is not None}
    apart: set[int] = set()
    for clause in beside:
        below = {t.index for t in sentence.subtree(clause)}
        if not own & below and (clause.dep == "conj" or sentence.child_tokens(clause, *_SUBJECTS)):
            apart |= below
    return " ".join(t.text for t in sentence.subtree(top) if t.index not in apart)


def names_of(mentions: Iterable[Mention]) -> list[str]:
    """The names of organisations, companies and people, whose words say nothing of the matter at hand."""
    return [m.quote for m in mentions if m.kind in _NAMED]


def _mode(draft: Draft) -> str | None:
    """The mode that words beside a conversation tell, else the trigger's own."""
    if draft.event_type == "CONSULT" and draft.mode not in ("visit", "third-party"):
        for mode, words in load_words()["mode_words"].items():
            if draft.hit.words & set(words):
                return str(mode)
    return draft.mode


def _ordinal(sentence: Sentence, hit: Hit) -> int | None:
    """2 for "a second call"; None for "the first summit in a decade", which counts years."""
    noun = hit.noun if hit.noun is not None else hit.token
    if is_verb(noun):
        return None
    stop = set(load_words()["not_ordinal_before"]["words"])
    for token in sentence.child_tokens(noun, "amod", "nummod", "advmod"):
        number = load_words()["ordinals"].get(token.text.lower())
        if number is not None:
            after = {t.text.lower() for t in [*sentence.child_tokens(noun, "prep"), *following(sentence, noun)]}
            return None if number == 1 and after & stop else int(number)
    return None


def _kinds_of_places(sentence: Sentence, token: Token) -> tuple[str, ...]:
    """ "on the island", but not "called on Peru", "sanctions on Peru"."""
    return ("place",) if sentence.head(token).text.lower() == "on" else ("place", "state")


def _wheres_of_crowds(sentence: Sentence, verb: Token) -> list[Token]:
    beside = ends_of(sentence, verb)
    holders = [*surface_subjects(sentence, verb), *beside] if is_verb(verb) else beside
    preps = [p for h in holders for p in sentence.child_tokens(h, "prep") if p.text.lower() in links.WHERE]
    return [o for p in preps for o in sentence.child_tokens(p, "pobj")]


def _place(scene: Scene, draft: Draft) -> Place | None:
    """Where: a place after "in" or "at" of the trigger, its noun or its verb; for a visit, what is visited."""
    sentence, hit = scene.sentence, draft.hit
    holders = [hit.token, governing_verb(sentence, hit)] + ([hit.noun] if hit.noun is not None else [])
    targets = [o for h in holders for p in sentence.child_tokens(h, "prep") if p.text.lower() in links.WHERE
               for o in sentence.child_tokens(p, "pobj")]  # fmt: skip
    if draft.event_type == "PROTEST":  # "crowds in Lima", "outside the embassy in Lima"
        targets += _wheres_of_crowds(sentence, governing_verb(sentence, hit))
    if draft.mode == "visit":
        targets += sentence.child_tokens(hit.token, "dobj")
        targets += [o for p in sentence.child_tokens(hit.token, "prep") if p.text.lower() in links.WHITHER
                    for o in sentence.child_tokens(p, "pobj")]  # fmt: skip
    for token in targets:
        mention = scene.covering(token)
        if mention is not None and mention.kind in _kinds_of_places(sentence, token):
            state = mention.parties[0].state if mention.parties else None
            return Place(
                mention.quote, country=state, evidence=(Evidence.of(scene.text, mention.start, mention.end, "place"),)
            )
    return None


def _with_directions(draft: Draft) -> tuple[Party, ...]:
    """Who dialled or received, where the verb says so."""
    lemma, tables = draft.hit.token.lemma.lower(), load_words()
    if not is_verb(draft.hit.token) or draft.event_type != "CONSULT" or not draft.actors:
        return draft.actors
    first = draft.actors[0]
    if lemma in tables["callers"]["verbs"]:
        return (replace(first, initiator=True), *draft.actors[1:])
    if lemma in tables["receivers"]["verbs"]:
        return (replace(first, host=True), *draft.actors[1:])
    return draft.actors


def attribution_of(draft: Draft, attributions: Sequence[Attribution]) -> Attribution | None:
    """The narrowest attribution whose content covers the trigger: speech, or what somebody thinks or wants."""
    start, end = draft.hit.span
    chances = [(max(b - a for a, b in x.content), k) for k, x in enumerate(attributions)
               if any(a <= start and end <= b for a, b in x.content)]  # fmt: skip
    return attributions[min(chances)[1]] if chances else None


def with_teller(draft: Draft, attributions: Sequence[Attribution]) -> Draft:
    """The draft with who tells of it in place of who wants, decides or applauds it.

    Of "Diouf said that Keita wants talks" Diouf is who says so; of "Keita wants talks" nobody but the outlet.
    """
    if draft.attribution is None:
        return draft
    teller = attribution_of(draft, [a for a in attributions if _tells(draft.sentence, a)])
    return replace(draft, attribution=teller, opinion=draft.opinion or (teller is not None and teller.opinion))


def _tells(sentence: Sentence, attribution: Attribution) -> bool:
    """Whether an attribution gives a version of events: "said", "believes", "allegations of", "reportedly"."""
    lemmas = {t.lemma.lower() for cue in attribution.cue for t in sentence.tokens_in(*cue)}
    return attribution.kind == "speech" or bool(lemmas & TELLING)


def evidence_of_source(text: str, attribution: Attribution) -> list[Evidence]:
    """The words that say who says so: the source and the cue ("the ministry", "said")."""
    spans = [*attribution.source, *attribution.cue]
    return [Evidence.of(text, start, end, "attribution") for start, end in spans if start < end]


def with_speaker(draft: Draft, attribution: Attribution | None) -> Draft:
    """The draft with who says so; the ministry that tells of a call was no part of it."""
    if attribution is None:
        return draft
    actors = _without_source(draft.actors, attribution)
    return replace(draft, attribution=attribution, opinion=attribution.opinion, actors=actors)


def with_unsaid_subject(draft: Draft) -> Draft:
    """ "Just spoke with the president of Peru," she wrote: who is quoted without a subject did it herself."""
    said, verb = draft.attribution, governing_verb(draft.sentence, draft.hit)
    if said is None or said.speaker is None or said.directness != "direct" or not draft.hit.trigger.frame.mutual:
        return draft
    alone = verb.dep == "ROOT" and verb.tag in ("VBD", "VBN") and not surface_subjects(draft.sentence, verb)
    before = [t for t in draft.sentence.tokens[: verb.index] if t.pos not in ("ADV", "PUNCT", "SPACE")]
    if not alone or before or party_key(said.speaker) in {party_key(p) for p in draft.parties}:
        return draft
    return replace(draft, actors=(said.speaker, *draft.actors))


def with_day_of_speech(draft: Draft, days: Mapping[Span, TimeExpression]) -> Draft:
    """ "Just had a good call with the king," she wrote on Monday: who tells so had it on that day, inferred."""
    said = draft.attribution
    told = draft.event_type == "CONSULT" and draft.status == "occurred" and draft.when is None and not draft.background
    if said is None or said.speaker is None or not told or not _is_without_subject(draft):
        return draft
    found = next((days[c] for c in said.cue if c in days), None)
    if found is None or party_key(said.speaker) not in {party_key(p) for p in draft.parties}:
        return draft
    words = Evidence("when", found.start, found.end, found.text)
    when = replace(found.when, anchor="narrative", inferred=True)
    return replace(draft, when=when, evidence=(*draft.evidence, words))


def _is_without_subject(draft: Draft) -> bool:
    """Whether a draft's clause is the whole of what is told and leaves out its subject: "Had a call with her"."""
    verb = governing_verb(draft.sentence, draft.hit)
    alone = verb.dep in ("ROOT", "ccomp") and verb.tag in ("VBD", "VBN")
    return alone and not draft.sentence.child_tokens(verb, "nsubj", "nsubjpass", "aux", "auxpass")


def with_own_forces(draft: Draft) -> Draft:
    """ "The army of Chad said its forces had been withdrawn": whose they are says who speaks of them."""
    said, trigger = draft.attribution, draft.hit.trigger
    if said is None or said.speaker is None or draft.actors or trigger.frame.name not in ("departure", "force"):
        return draft
    tokens = objects_of(draft.sentence, draft.hit.token) if is_verb(draft.hit.token) else [draft.hit.token]
    below = {t.text.lower() for token in tokens for t in draft.sentence.subtree(token) if t.dep == "poss"}
    own = load_words()["own"]["direct" if said.directness == "direct" else "indirect"]
    return replace(draft, actors=(said.speaker,)) if below & set(own) else draft


def with_threat_told(draft: Draft) -> Draft:
    """ "Peru said it will retaliate" threatens: harm to come of which its own side says no more than that it comes."""
    said, ahead = draft.attribution, draft.hit.trigger.ahead
    if said is None or said.speaker is None or ahead is None or draft.status not in ("planned", "hypothetical"):
        return draft
    if not states_of([said.speaker]) & states_of(draft.actors):
        return draft
    return replace(draft, event_type=ahead, status="occurred", factuality=None, cue=None)


def _without_source(parties: tuple[Party, ...], attribution: Attribution) -> tuple[Party, ...]:
    """The parties but those whose words stand in the source of the attribution ("a spokesman of Peru").

    One who says alone what he and another did ("Diouf said after talks with Keita") stays: two are left, or all.
    """
    sources = attribution.source
    kept = [p for p in parties if not any(a <= e.start and e.end <= b for e in p.evidence[:1] for a, b in sources)]
    return tuple(kept) if len(kept) >= _FEWEST_SIDES else parties


def with_flags(draft: Draft, mentions: Sequence[Mention]) -> Draft:
    """The draft with the slips in the words that name its sides or hang on its trigger ("then-president")."""
    spans = {(e.start, e.end) for p in draft.parties for e in p.evidence}
    below = {t.index for t in draft.sentence.subtree(draft.hit.token)}
    flags = [f for m in mentions for f in m.flags
             if (m.start, m.end) in spans or (m.sentence == draft.sentence.index and m.head in below)]  # fmt: skip
    return replace(draft, flags=tuple(dict.fromkeys([*draft.flags, *flags])))


def quantities_of(draft: Draft, rivals: Sequence[Draft], quantities: Sequence[Quantity]) -> tuple[Quantity, ...]:
    """The amounts that hang on this draft's trigger rather than on a rival's in the same sentence."""
    if draft.event_type not in load_words()["units"]["money_types"]:
        return ()
    sentence = draft.sentence
    inside = [q for q in quantities if sentence.start <= q.start and q.end <= sentence.end and q.unit is not None]
    return tuple(q for q in inside if _owner(sentence, q, rivals) is draft)


def _owner(sentence: Sentence, quantity: Quantity, drafts: Sequence[Draft]) -> Draft | None:
    """The draft whose trigger, noun or verb is met first going up from the amount; else the nearest before it."""
    head = sentence.span_head(quantity.start, quantity.end)
    chain = [] if head is None else [head, *sentence.ancestors(head)]
    for token in chain:
        for draft in drafts:
            noun = draft.hit.noun.index if draft.hit.noun is not None else -1
            if token.index in (draft.hit.token.index, noun, governing_verb(sentence, draft.hit).index):
                return draft
    before = [d for d in drafts if d.hit.token.start <= quantity.start]
    return before[-1] if before else (drafts[0] if drafts else None)
