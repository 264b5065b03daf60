"""Draft -> AgreementMention: the kind by its noun, how far it has come by the verb over it, and what it is about.

Example: "The fisheries treaty with Peru entered into force" is a treaty, in force, of the matter "fisheries".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from legation.drafts.drafting import Draft, governing_verb
from legation.drafts.scene import Scene, states_of
from legation.languages.en import links
from legation.languages.en.agreements import PLURALS
from legation.records import AgreementMention, Mention, Sentence, Span, Token
from legation.triggers.clauses import is_verb, objects_of
from legation.triggers.matching import word_forms
from legation.triggers.roles import prepositional
from legation.triggers.words import find_topics, load_words

_TYPES = ("AGREE", "SUPPORT", "CONCEDE", "RETREAT", "REJECT", "CONSULT")
_UNFINISHED = {"planned": "negotiating", "called_for": None, "hypothetical": None, "negated": None}
_NAMED = ("organisation", "person")
_MATTER_TAGS = ("NN", "NNS", "JJ", "NNP", "NNPS", "VBG")
_SUBJECTS = ("nsubj", "nsubjpass")
_LIST_TAGS = ("NN", "NNS", "NNP", "NNPS", "DT", "CC", "JJ", "POS", "PRP$", "HYPH", ",")
_FARTHEST_BETWEEN = 6
_TWO = 2


def agreement_of(scene: Scene, draft: Draft) -> AgreementMention | None:
    """What the draft says of an agreement; None where its noun names none."""
    if draft.event_type not in _TYPES:
        return None
    sentence = scene.sentence
    noun = _noun(sentence, draft)
    kind = _kind(sentence, noun) if noun is not None else None
    if noun is None or kind is None or _is_order(sentence, draft, noun):
        return None
    if _is_of_others(sentence, draft, noun) or _is_elsewhere(scene, draft, noun, kind) or _is_helped(sentence, noun):
        return None
    topics = find_topics(_phrase(sentence, noun), [m.quote for m in scene.mentions if m.kind in _NAMED])
    matter = _matter(sentence, noun, scene.mentions)
    between = _between(sentence, noun, scene.mentions)
    return AgreementMention(kind, _title(sentence, noun), _step(sentence, draft, noun), topics, matter, between)


def _is_of_others(sentence: Sentence, draft: Draft, noun: Token) -> bool:
    """ "an agreement to send money of Peru to Chad": who stands only in what is agreed on, agrees on nothing.

    Nor do those agree with each other who all stand behind "with": "the signing of deals with: Peru, Chad and Kenya".
    """
    below = [t for acl in sentence.child_tokens(noun, "acl") if acl.tag == "VB" for t in sentence.subtree(acl)]
    partners = _list_behind(sentence, noun, "with")
    spans = [(e.start, e.end) for p in draft.parties for e in p.evidence if sentence.start <= e.start < sentence.end]
    if bool(spans) and all(_stands_in(span, below) for span in spans):
        return True
    told = [[(e.start, e.end) for e in p.evidence] for p in draft.parties]
    if len(told) > 1 and all(any(_stands_in(span, partners) for span in spans) for spans in told):
        return True
    matter = _matter_tokens(sentence, noun)
    outside = {
        p.state or p.name for p in draft.parties if not any(_stands_in((e.start, e.end), matter) for e in p.evidence)
    }
    return len(outside) < 2 <= len({p.state or p.name for p in draft.parties})


def _matter_tokens(sentence: Sentence, noun: Token) -> list[Token]:
    """What stands behind "on" and the like: in "the deal on the assets of Peru" Peru is none that agrees.

    Nor are Acme and Berg in "an agreement in the Acme-Berg dispute".
    """
    quarrels = set(load_words()["agreement_matter"]["quarrels"])
    marks = [
        p
        for p in sentence.child_tokens(noun, "prep")
        if p.text.lower() in links.ABOUT or any(t.lemma.lower() in quarrels for t in sentence.child_tokens(p, "pobj"))
    ]
    found = [takewhile(lambda t: t.text.lower() not in links.PARTNERS, sentence.subtree(link)) for link in marks]
    return [t for tokens in found for t in tokens]


def _is_elsewhere(scene: Scene, draft: Draft, noun: Token, kind: str) -> bool:
    """ "discussed a ceasefire in Chad": a ceasefire in a state that is none of the sides is the sides' no more."""
    sentence = scene.sentence
    words = {t.lemma.lower() for t in [noun, *sentence.child_tokens(noun, "compound", "amod", "nmod")]}
    if kind != "ceasefire" and not words & set(load_words()["agreement_matter"]["of_war"]):
        return False
    marks = [*sentence.child_tokens(noun, "prep"), *(t for t in sentence.tokens if t.index == noun.index + 1)]
    below = [t for p in marks if p.text.lower() == "in" for t in sentence.subtree(p)]
    places = {c for m in scene.mentions if any(m.start == t.start for t in below) for c in _states_of(m)}
    return bool(places) and not places & {p.state for p in draft.parties}


def _states_of(mention: Mention) -> set[str]:
    """The states that a mention names, as parties or as a place."""
    return {p.state for p in mention.parties if p.state} | set(mention.candidates if mention.kind == "place" else ())


def _is_helped(sentence: Sentence, noun: Token) -> bool:
    """ "thanked Chad for its role in reaching the deal": who helps it along is no side of it."""
    verb = sentence.head(noun)
    link = sentence.head(verb)
    before = next((t for t in sentence.tokens if t.index == link.index - 1), link)
    return verb.dep == "pcomp" and bool(word_forms(sentence, before) & set(load_words()["helping"]["words"]))


def _stands_in(span: Span, tokens: list[Token]) -> bool:
    return any(t.start < span[1] and span[0] < t.end for t in tokens)


def _between(sentence: Sentence, noun: Token, mentions: list[Mention]) -> tuple[str, ...]:
    """The states that "between" names behind the noun, else those before it ("the Peru-Chile fisheries treaty").

    A mediator who "secured a truce between A and B" is none of them.
    """
    for tokens in (_list_behind(sentence, noun, "between"), _list_before(sentence, noun)):
        starts = {t.start for t in tokens}
        states = dict.fromkeys(p.state for m in mentions if m.start in starts for p in m.parties if p.state)
        if len(states) > 1:
            return tuple(states)
    return ()


def _is_order(sentence: Sentence, draft: Draft, noun: Token) -> bool:
    """ "signed a memorandum directing the agencies": one side alone signs it, with nobody and of no understanding."""
    words = load_words()["one_sided"]
    if not word_forms(sentence, noun) & set(words["words"]) or len({p.state for p in draft.actors}) > 1:
        return False
    return not {t.text.lower() for t in sentence.subtree(noun)} & set(words["shared"])


def _list_behind(sentence: Sentence, noun: Token, link: str) -> list[Token]:
    """The names behind "between" or "with" as they follow each other: the parse loses the later ones of a long list."""
    behind = [t for t in sentence.tokens if noun.index < t.index <= noun.index + _FARTHEST_BETWEEN]
    clause = takewhile(lambda t: not t.tag.startswith("VB"), behind)
    start = next((t.index for t in clause if t.text.lower() == link), None)
    following = [t for t in sentence.tokens if start is not None and t.index > start and t.text != ":"]
    names = list(takewhile(lambda t: t.tag in _LIST_TAGS or t.text.lower() == "of", following))
    last = next((t.index for t in names if t.tag == "CC"), None)  # "between A and B, the treaty of C": C is none
    return list(takewhile(lambda t: t.tag != "," or last is None or t.index < last, names))


def _list_before(sentence: Sentence, noun: Token) -> list[Token]:
    """The names before the noun: "the Peru-Chile treaty", and those that own it, "Peru's and Chile's agreement"."""
    ahead = [t for t in reversed(sentence.tokens) if t.index < noun.index]
    owners = list(takewhile(lambda t: t.tag in _LIST_TAGS, ahead))
    if any(t.tag == "POS" for t in owners):
        return owners
    parts = sentence.child_tokens(noun, "compound", "amod", "nmod")
    return [t for part in parts for t in sentence.subtree(part) if t.index < noun.index]


def _noun(sentence: Sentence, draft: Draft) -> Token | None:
    """The trigger's noun, else the object of a verb that needs none to be told ("ratified the treaty")."""
    noun = draft.hit.noun if draft.hit.noun is not None else draft.hit.token
    if not is_verb(noun):
        return noun
    if draft.event_type == "REJECT" or draft.mode in ("sign", "ratify"):
        objects = objects_of(sentence, noun)
    elif noun.lemma.lower() == "agree":
        objects = [o for p in sorted(links.AGREED_ON) for o in prepositional(sentence, noun, p)]
    else:
        return None
    return next((o for o in objects if not is_verb(o) and _kind(sentence, o) is not None), None)


def _kind(sentence: Sentence, noun: Token) -> str | None:
    forms = word_forms(sentence, noun)
    kinds = load_words()["agreement_kinds"]
    return next((str(k) for k, words in kinds.items() if forms & set(words)), None)


def _step(sentence: Sentence, draft: Draft, noun: Token) -> str | None:
    """How far the agreement has come: by the verb of which it is the subject, the verb over it, or a participle."""
    own = [sentence.head(noun)] if noun.dep in _SUBJECTS else []
    for verb in own:
        step = _step_of_subject(sentence, verb)
        if step is not None:
            return step
    verbs = [draft.hit.token, governing_verb(sentence, draft.hit), sentence.head(noun)]
    verbs += [*_act_over(sentence, noun), *sentence.child_tokens(noun, "acl", "amod", "relcl")]
    lemmas = [v.lemma.lower() for v in verbs if v.index != noun.index]
    if "enter" in lemmas and noun.dep == "pobj":
        return "concluded"  # "entered into an agreement"
    for lemma in lemmas:
        for status, words in load_words()["agreement_status"].items():
            if lemma in words:
                return str(status)
    return None


def _act_over(sentence: Sentence, noun: Token) -> list[Token]:
    """The noun of what is done with the agreement: "the signing of the expanded treaty"."""
    link = sentence.head(noun)
    return [sentence.head(link)] if noun.dep == "pobj" and link.text.lower() == "of" else []


def _step_of_subject(sentence: Sentence, verb: Token) -> str | None:
    """ "The treaty entered into force", "the deal took effect", "the truce expired": what the agreement itself does."""
    below = {t.text.lower() for t in sentence.subtree(verb) if t.index > verb.index}
    for status, rows in load_words()["agreement_course"].items():
        for row in rows:
            lemma, _, needed = row.partition(" > ")
            if verb.lemma.lower() == lemma and (not needed or below & set(needed.split("|"))):
                return str(status)
    return None


def _matter(sentence: Sentence, noun: Token, mentions: list[Mention]) -> tuple[str, ...]:
    """What the agreement is about, in single words: its modifiers and what stands behind "on", "of" or "for"."""
    named = [(m.start, m.end) for m in mentions if m.parties or m.kind in ("person", "state", "place")]
    empty = set(load_words()["agreement_matter"]["empty"])
    words = [t for t in sentence.child_tokens(noun, "compound", "amod", "nmod") if t.index < noun.index]
    words += [t for w in words for t in sentence.child_tokens(w, "compound", "amod", "conj")]
    for prep in sentence.child_tokens(noun, "prep"):
        if prep.text.lower() in links.MATTER_LINKS:
            words += _of_link(sentence, prep, empty)
    words += [
        t
        for aim in sentence.child_tokens(noun, "acl")
        if aim.tag == "VB" and aim.index > noun.index
        for obj in sentence.child_tokens(aim, "dobj")
        for t in (obj, *sentence.child_tokens(obj, "compound", "amod"))
    ]
    kept = {t.index: t for t in words if t.tag in _MATTER_TAGS and not any(a <= t.start < b for a, b in named)}
    told = (kept[i] for i in sorted(kept) if kept[i].lemma.lower() not in empty and kept[i].text.lower() not in empty)
    return tuple(dict.fromkeys(t.text.lower() for t in told if len(t.text) > 1 and t.text.replace("-", "").isalpha()))


def _of_link(sentence: Sentence, prep: Token, empty: set[str]) -> list[Token]:
    """The words behind a preposition; "of understanding on tourism" goes on to tourism."""
    found: list[Token] = []
    for obj in sentence.child_tokens(prep, "pobj", "pcomp"):
        parts = [obj, *sentence.child_tokens(obj, "compound", "amod", "conj", "dobj")]
        found += parts
        if obj.lemma.lower() in empty:
            inner = [p for p in sentence.child_tokens(obj, "prep") if p.text.lower() in links.MATTER_LINKS]
            found += [t for p in inner for t in _of_link(sentence, p, empty)]
    return found


def with_sure_step(draft: Draft) -> Draft:
    """The draft whose agreement has come no further than its own status: a pact to be signed is not signed."""
    if draft.agreement is None or draft.status not in _UNFINISHED:
        return draft
    told = draft.agreement.status
    step = told if told in (None, "announced", "negotiating") else _UNFINISHED[draft.status]
    return replace(draft, agreement=replace(draft.agreement, status=step))


def of_other_matter(a: AgreementMention | None, b: AgreementMention | None) -> bool:
    """Whether both say what they are about and share no word of it: "on water", "on tourism"; several are not one."""
    if a is not None and b is not None and is_several(a) != is_several(b):
        return True
    return a is not None and b is not None and bool(a.matter and b.matter) and not set(a.matter) & set(b.matter)


def of_other_agreement(a: Draft, b: Draft) -> bool:
    """Whether two drafts of one report are of two agreements: of other matter, or one of today and one of the past."""
    one, two = a.agreement, b.agreement
    if of_other_matter(one, two):
        return True
    steps = {m.status for m in (one, two) if m is not None} - {None}
    return a.background != b.background and len(steps) > 1


def is_several(mention: AgreementMention) -> bool:
    """Whether the words are of several agreements ("deals worth $4 billion")."""
    return (mention.title or "").lower().split()[-1:] != [] and (mention.title or "").lower().split()[-1] in PLURALS


def _title(sentence: Sentence, noun: Token) -> str:
    """The noun with its modifiers, as they stand."""
    parts = [noun, *sentence.child_tokens(noun, "compound", "amod", "nmod")]
    words = [t for t in sentence.tokens if min(p.index for p in parts) <= t.index <= noun.index]
    return sentence.text[words[0].start - sentence.start : words[-1].end - sentence.start]


def _phrase(sentence: Sentence, noun: Token) -> str:
    words = sentence.subtree(noun)
    return sentence.text[words[0].start - sentence.start : words[-1].end - sentence.start]


def with_sides_of_talks(drafts: Sequence[Draft]) -> list[Draft]:
    """ "a deal after ten hours of talks between Peru and Chile": an accord without sides is of those who talked.

    Of two nouns for one accord ("a truce begins, in a deal after talks ...") the first has the sides.
    """
    chances = [(d, talks[0]) for d in drafts if len(talks := _talks_before(d, drafts)) == 1]
    return [replace(d, actors=chances[0][1].actors) if chances and d is chances[0][0] else d for d in drafts]


def _talks_before(draft: Draft, drafts: Sequence[Draft]) -> list[Draft]:
    """The talks of two states in the draft's sentence after which, or in which, its accord was reached."""
    if draft.hit.trigger.frame.name != "joint" or draft.parties or is_verb(_accord(draft)):
        return []
    if draft.hit.definite:  # "the deals" were told before, with their sides
        return []
    talks = [d for d in drafts if d.event_type == "CONSULT" and len(states_of(d.actors)) >= _TWO]
    return [d for d in talks if not is_verb(d.hit.token) and _came_of(draft, d)]


def _came_of(accord: Draft, talks: Draft) -> bool:
    sentence, noun = accord.sentence, _accord(accord)
    above = {t.index for t in [noun, *sentence.ancestors(noun)]}
    chain = takewhile(lambda t: not is_verb(t), sentence.ancestors(talks.hit.token))
    marks = [t for t in chain if t.dep == "prep" and t.text.lower() in load_words()["coming_of"]["prepositions"]]
    return any(sentence.head(t).index in above for t in marks)


def _accord(draft: Draft) -> Token:
    return draft.hit.noun if draft.hit.noun is not None else draft.hit.token
