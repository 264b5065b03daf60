"""The trigger gate: which words of a sentence tell an event, and of which type.

A verb and its noun are one hit ("held talks"); the most specific trigger of a word wins.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from legation.event_types import Trigger, load_event_types
from legation.languages.en import links
from legation.records import Sentence, Span, Token
from legation.triggers.clauses import ends_of, is_passive, is_verb, objects_of, surface_subjects, with_conjuncts
from legation.triggers.roles import following, light_governor
from legation.triggers.words import load_words

ANY = "*"  # among the objects that a pattern refuses: any object at all
_TIMES = ("-DATE", "-TIME")


@dataclass(frozen=True, slots=True)
class Hit:
    """One trigger in one sentence: its head token, the noun that belongs to it, and the words it spans."""

    trigger: Trigger
    token: Token
    noun: Token | None
    span: Span
    definite: bool = False
    plural: bool = False
    words: frozenset[str] = frozenset()


def find_hits(sentence: Sentence) -> list[Hit]:
    """All trigger words of a sentence in text order, nouns that belong to a verb's hit left out."""
    verbs = [hit for token in sentence.tokens if (hit := match_verb(sentence, token)) is not None]
    taken = {i for hit in verbs for i in _nouns_taken(sentence, hit)}
    nouns = [
        hit
        for token in sentence.tokens
        if token.index not in taken and (hit := _match_noun(sentence, token)) is not None
    ]
    fallen = {hit.noun.index for hit in nouns if hit.noun is not None}
    nouns = [hit for hit in nouns if hit.token.index not in fallen]
    verbs = [h for h in verbs if h.token.index not in taken and not any(_is_means(sentence, h, o) for o in verbs)]
    verbs = [h for h in verbs if not (is_bare_answer(h) and any(_tells_answer(sentence, h, o) for o in verbs + nouns))]
    return sorted(verbs + nouns, key=lambda hit: hit.token.start)


def _nouns_taken(sentence: Sentence, hit: Hit) -> set[int]:
    """The noun of a verb's hit, and those that "and" joins to it: "reach a ceasefire and hostage deal" is one event."""
    if hit.noun is None:
        return set()
    twins = [t for t in sentence.child_tokens(hit.noun, "conj") if hit.trigger.objects & word_forms(sentence, t)]
    return {hit.noun.index, *(t.index for t in twins if not sentence.child_tokens(t, "det", "prep", "poss"))}


def _is_means(sentence: Sentence, outer: Hit, inner: Hit) -> bool:
    """ "retaliated by imposing duties" is one event, told by its means."""
    same = outer.trigger.event_type == inner.trigger.event_type
    return same and outer.token.index == done_by(sentence, inner.token)


def done_by(sentence: Sentence, verb: Token) -> int | None:
    """Above the means of an act the act: of "answered by shelling Lima" the answering."""
    mark = sentence.head(verb)
    return sentence.head(mark).index if verb.dep == "pcomp" and mark.text.lower() == "by" else None


def is_bare_answer(hit: Hit) -> bool:
    """ "retaliated", which says that harm was done in return and not which."""
    return hit.trigger.ahead is not None


def _tells_answer(sentence: Sentence, answer: Hit, other: Hit) -> bool:
    """ "retaliated by shelling Lima", "retaliated, shelling Lima" are the shelling; "vows to retaliate" is the vow."""
    beside = other.token.dep == "advcl" and other.token.tag == "VBG" and not sentence.child_tokens(other.token, "mark")
    if answer.token.index in (done_by(sentence, other.token), sentence.head(other.token).index if beside else None):
        return True
    promises = other.trigger.event_type == "THREATEN" or other.token.lemma.lower() in load_words()["threats"]["vows"]
    below = answer.token.dep in ("xcomp", "ccomp", "acl", "pcomp")
    return promises and below and other.token.index in [t.index for t in sentence.ancestors(answer.token)[:2]]


def word_forms(sentence: Sentence, token: Token) -> set[str]:
    """How a token may be named by a trigger: lemma, lower case, and its hyphened compound ("cease-fire")."""
    forms = {token.lemma.lower(), token.text.lower()}
    i, tokens = token.index, sentence.tokens
    if i >= 2 and tokens[i - 1].text == "-" and tokens[i - 1].start == tokens[i - 2].end:
        forms |= {f"{tokens[i - 2].text.lower()}-{token.lemma.lower()}"}
    if i + 2 < len(tokens) and tokens[i + 1].text == "-" and tokens[i + 1].end == tokens[i + 2].start:
        forms |= {f"{token.text.lower()}-{tokens[i + 2].text.lower()}"}
    return forms


def match_verb(sentence: Sentence, token: Token) -> Hit | None:
    """The hit of a verb with its noun; None if no trigger's words stand beside it."""
    if not (is_verb(token) and token.tag.startswith("VB")) or token.dep in (
        "aux",
        "auxpass",
        "amod",
        "compound",
        "prep",
    ):
        return None
    for trigger in load_event_types().verbs.get(token.lemma.lower(), ()):
        noun = _object_noun(sentence, token, trigger)
        if _verb_fits(sentence, token, trigger, noun):
            definite = noun is not None and _is_definite(sentence, noun)
            return Hit(trigger, token, noun, _span(sentence, token, noun), definite, words=_words_near(sentence, token))
    return None


def _verb_fits(sentence: Sentence, token: Token, trigger: Trigger, noun: Token | None) -> bool:
    beside = _after_words(sentence, token)
    if (trigger.after and not trigger.after & beside) or trigger.not_after & beside:
        return False
    if trigger.not_ends and trigger.not_ends & _ends(sentence, token, trigger):
        return False
    if trigger.frame.hosts and not trigger.objects and not _is_journey(sentence, token, trigger):
        return False
    if trigger.particle_needed and not sentence.child_tokens(token, "prt", "advmod"):
        return False
    if trigger.objects and (noun is None or _is_goal(sentence, token, noun)):
        return False
    above = surface_subjects(sentence, token)
    subjects = {f for t in [*above, *_counted(sentence, above)] for f in word_forms(sentence, t)}
    if token.dep == "acl" and token.tag in ("VBD", "VBN"):
        subjects |= {f for t in _fragment(sentence, token) for f in word_forms(sentence, t)}
    if trigger.subjects and not trigger.subjects & subjects:
        return False
    objects = {f for t in objects_of(sentence, token) for f in word_forms(sentence, t)}
    if trigger.lemma in load_words()["callers"]["verbs"] and _names_a_thing(sentence, token, trigger):
        return False
    if trigger.frame.name == "conversation" and (_is_naming(sentence, token) or _is_courtesy(sentence, token)):
        return False
    if trigger.party_objects and (objects & set(load_event_types().nouns) or _takes_a_thing(sentence, token)):
        return False
    return not (trigger.not_objects & objects or (ANY in trigger.not_objects and objects))


def _is_goal(sentence: Sentence, verb: Token, noun: Token) -> bool:
    """ "hits its 2030 target" is a figure of speech; several targets, or one in a place, are struck."""
    if noun.tag != "NN" or noun.lemma.lower() not in load_words()["goals"].get(verb.lemma.lower(), ()):
        return False
    marks = [p for t in (verb, noun) for p in sentence.child_tokens(t, "prep") if p.text.lower() in links.WHERE]
    return not any(_is_named(t) for p in marks for o in sentence.child_tokens(p, "pobj") for t in sentence.subtree(o))


def _takes_a_thing(sentence: Sentence, verb: Token) -> bool:
    """ "welcomed Peru's openness": what is somebody's and can be no guest, as Peru's envoy or queen can."""
    things = [t for t in objects_of(sentence, verb) if t.pos == "NOUN" and _is_abstract(t)]
    return any(o.pos == "PROPN" for t in things for o in sentence.child_tokens(t, "poss") if not t.ent)


def _is_abstract(noun: Token) -> bool:
    words, low = load_words(), noun.lemma.lower()
    if low in words["bodies"]["words"] or low in words["missions"]["words"]:
        return False
    return low in words["abstract"]["words"] or low.endswith(tuple(words["abstract"]["endings"]))


def _fragment(sentence: Sentence, participle: Token) -> list[Token]:
    """What halted, where the parser takes a verb in the past for the participle of a noun before it.

    In a sentence without another verb all nouns above it: of "months of talks with Peru halted in May" the talks too.
    Elsewhere the word right above a verb in the past; no word above a true participle or one with an agent.
    """
    above = sentence.ancestors(participle)
    past = participle.tag == "VBD"
    agentless = not sentence.child_tokens(participle, "agent") and not any(is_verb(t) for t in above)
    if agentless and (past or (above and above[-1].pos == "NOUN")):
        return [t for t in above if t.pos == "NOUN"]
    return above[:1] if past else []


def _after_words(sentence: Sentence, token: Token) -> set[str]:
    """Particles, prepositions and infinitive marks that belong to a verb."""
    near = sentence.child_tokens(token, "prt", "prep", "advmod", "agent", "dative")
    found = {t.text.lower() for t in near if not _before_time(sentence, t)}
    clauses = sentence.child_tokens(token, "xcomp", "ccomp")
    found |= {"to" for c in clauses for t in sentence.child_tokens(c, "aux") if t.text.lower() == "to"}
    found |= {t.text.lower() for c in clauses for t in sentence.child_tokens(c, "mark")}
    found |= {c.lemma.lower() for c in clauses}  # "declined to comment"
    purposes = [t for c in sentence.child_tokens(token, "advcl") for t in sentence.child_tokens(c, "mark")]
    found |= {t.text.lower() for t in purposes if t.text.lower() in links.AIMS}  # "called for Peru to leave"
    for child in sentence.child_tokens(token, "prep"):
        found |= {t.text.lower() for t in sentence.child_tokens(child, "prep")}
    return found


def _is_journey(sentence: Sentence, verb: Token, trigger: Trigger) -> bool:
    """ "went to Lima", not "is going to win" or "return Peru to growth": a visit ends at a named place or people."""
    if trigger.after and sentence.child_tokens(verb, "dobj"):
        return False
    if not trigger.after and not objects_of(sentence, verb):  # "wants him to visit"
        return verb.tag == "VB" and bool(surface_subjects(sentence, verb))
    preps = [t for t in sentence.child_tokens(verb, "prep") if t.text.lower() in trigger.after]
    ends = [o for p in preps for o in sentence.child_tokens(p, "pobj")] if trigger.after else objects_of(sentence, verb)
    ends = [t for t in ends if not trigger.not_objects & word_forms(sentence, t)]  # "went to a vote in Lima"
    return any(_is_named(t) or any(_is_named(c) for c in sentence.subtree(t)) for t in ends)


def _ends(sentence: Sentence, verb: Token, trigger: Trigger) -> set[str]:
    """How what follows a verb's prepositions may be named: of "sent tanks to the border" the border."""
    preps = sentence.child_tokens(verb, "prep", "dative")
    preps = [t for t in preps if t.text.lower() in trigger.after] if trigger.after else preps
    return {f for p in preps for o in sentence.child_tokens(p, "pobj") for f in word_forms(sentence, o)}


def _is_named(token: Token) -> bool:
    """A name of anything but a time: "the Saturday vigil" names no place."""
    return (token.pos == "PROPN" or bool(token.ent)) and not token.ent.endswith(_TIMES)


def _before_time(sentence: Sentence, preposition: Token) -> bool:
    """ "called him on Tuesday" is no "call on"."""
    objects = sentence.child_tokens(preposition, "pobj")
    return bool(objects) and all(t.ent.endswith(_TIMES) for t in objects)


def _is_naming(sentence: Sentence, verb: Token) -> bool:
    """ "called him a liar", "called him 'Rocket Man'", "called Keita my friend": giving a name, not a call."""
    objects = [t for t in sentence.child_tokens(verb, "dobj", "oprd", "ccomp") if t.tag != "RB"]  # "called her late"
    if len(objects) > 1 or any(t.dep in ("oprd", "ccomp") for t in objects):
        return True
    beside = [(o, c) for o in objects for c in sentence.child_tokens(o, "appos") if c.tag in ("NN", "NNS")]
    if any(sentence.subtree(c)[0].index == o.index + 1 for o, c in beside):  # no comma between: no apposition
        return True
    things = [o for o in objects if o.pos == "NOUN"]
    if any(c.tag == "JJ" and o.index < c.index for o in things for c in sentence.child_tokens(o, "amod", "acomp")):
        return True  # "called the answer unfair"
    last = sentence.subtree(objects[0])[-1].index if objects else len(sentence.tokens)
    return any(sentence.tokens[i].text in ('"', "“", "‘", "'") for i in (last, last + 1) if i < len(sentence.tokens))


def _names_a_thing(sentence: Sentence, verb: Token, trigger: Trigger) -> bool:
    """ "called the agency's assertion that Peru did it slander": nobody phones an assertion."""
    if trigger.frame.name != "conversation" or trigger.objects:
        return False
    people = load_words()["bodies"]["words"]
    things = [t for t in sentence.child_tokens(verb, "dobj") if t.pos == "NOUN" and t.lemma.lower() not in people]
    return any(sentence.child_tokens(t, "acl") for t in things)


def _is_courtesy(sentence: Sentence, verb: Token) -> bool:
    """ "do not hesitate to call me", "feel free to call": an invitation that letters end with, no call."""
    head = sentence.head(verb)
    return verb.dep in ("xcomp", "ccomp") and head.lemma.lower() in load_words()["courtesies"]["words"]


def _object_noun(sentence: Sentence, verb: Token, trigger: Trigger) -> Token | None:
    """The noun of a verb-and-noun trigger: among the objects, or after the trigger's preposition."""
    if not trigger.objects:
        return None
    chances = with_conjuncts(sentence, objects_of(sentence, verb))
    if is_passive(sentence, verb):  # "Peru was given a loan"
        chances += with_conjuncts(sentence, sentence.child_tokens(verb, "dobj"))
    chances += [t for t in sentence.child_tokens(verb, "xcomp") if t.tag == "VBG"]  # "stop shelling"
    for child in sentence.child_tokens(verb, "prep"):
        if child.text.lower() in links.SEQUELS:
            continue  # "a balance to strike after the deal"
        inner = ends_of(sentence, child)
        chances += with_conjuncts(sentence, sentence.child_tokens(child, "pobj") + inner)
    chances += _counted(sentence, chances[:2])
    return next((t for t in chances if trigger.objects & word_forms(sentence, t)), None)


def _counted(sentence: Sentence, tokens: Iterable[Token]) -> list[Token]:
    """What is counted by measures among the tokens: the talks of "months of talks"."""
    measures = load_words()["measure_nouns"]["words"]
    ofs = [p for t in tokens if t.lemma.lower() in measures for p in sentence.child_tokens(t, "prep")]
    return [o for p in ofs if p.text.lower() in links.COUNTED_OF for o in sentence.child_tokens(p, "pobj")]


def _match_noun(sentence: Sentence, token: Token) -> Hit | None:
    if token.pos not in ("NOUN", "PROPN") or token.dep in ("compound", "nmod") or _is_name(sentence, token):
        return None
    nouns = load_event_types().nouns
    chances = [t for form in sorted(word_forms(sentence, token)) for t in nouns.get(form, ())]
    for trigger in sorted(chances, key=lambda t: -t.specificity):
        if _noun_fits(sentence, token, trigger):
            words = _words_near(sentence, token)
            definite = _is_definite(sentence, token)
            noun = _fallen_noun(sentence, token, trigger)
            return Hit(trigger, token, noun, _span(sentence, token, None), definite, token.tag == "NNS", words)
    return None


def _fallen_noun(sentence: Sentence, token: Token, trigger: Trigger) -> Token | None:
    """The talks of "the breakdown of talks with Peru": what fell apart, no event beside its end."""
    if trigger.frame.name != "broken" or not trigger.objects:
        return None
    marks = [t for t in sentence.child_tokens(token, "prep") if t.text.lower() in trigger.after]
    objects = [o for p in marks for o in sentence.child_tokens(p, "pobj")]
    return next((o for o in objects if trigger.objects & word_forms(sentence, o)), None)


def _is_name(sentence: Sentence, token: Token) -> bool:
    """A capital inside the sentence makes an event noun part of a name ("Friendship Treaty Organisation")."""
    return token.ent.endswith(("-PERSON", "-ORG")) and token.text[:1].isupper() and not token.text.isupper()


def _noun_fits(sentence: Sentence, token: Token, trigger: Trigger) -> bool:
    before = {f for t in sentence.child_tokens(token, "compound", "amod", "nmod") for f in word_forms(sentence, t)}
    if (trigger.before and not trigger.before & before) or trigger.not_before & before:
        return False
    marks = [*sentence.child_tokens(token, "prep", "agent"), *following(sentence, token)]
    preps = {t.text.lower() for t in marks if not _before_time(sentence, t)}
    if trigger.after and not trigger.after & preps:
        return False
    if trigger.event_type == "CONSULT" and (_is_standing(sentence, token) or _is_named_after(sentence, token)):
        return False
    objects = {
        f
        for p in marks
        for o in sentence.child_tokens(p, "pobj", "pcomp")
        for t in [o, *sentence.child_tokens(o, "amod")]
        for f in word_forms(sentence, t)
    }
    if trigger.not_objects & objects:
        return False
    return not trigger.objects or bool(trigger.objects & objects)


def _is_standing(sentence: Sentence, noun: Token) -> bool:
    """ "to remain in regular consultation": being in touch, no talks of their own."""
    head = sentence.head(noun)
    above = sentence.head(head)
    return noun.dep == "pobj" and head.text.lower() == "in" and above.lemma.lower() in load_words()["standing"]["verbs"]


def _is_named_after(sentence: Sentence, noun: Token) -> bool:
    """ "commitments made at the Summit of the Americas": a name of an occasion, which tells of nobody's meeting."""
    ofs = [p for p in sentence.child_tokens(noun, "prep") if p.text == "of"]
    whose = [o for p in ofs for o in sentence.child_tokens(p, "pobj")]
    return noun.dep == "pobj" and noun.tag == "NNP" and bool(whose) and all(o.pos == "PROPN" for o in whose)


def _is_definite(sentence: Sentence, noun: Token) -> bool:
    """ "the call", "their summit", "that visit": words that point at an event already told."""
    marks = sentence.child_tokens(noun, "det", "poss")
    return any(t.text.lower() in links.POINTING for t in marks)


def _span(sentence: Sentence, token: Token, noun: Token | None) -> Span:
    """From the first to the last of verb, particle, noun and the noun's modifiers; a light verb is taken in."""
    parts = [token, *sentence.child_tokens(token, "prt")]
    target = noun if noun is not None else token
    if is_verb(target):
        parts.append(target)
    else:
        parts += [target, *sentence.child_tokens(target, "compound", "amod", "nummod")]
        governor = light_governor(sentence, target)
        if governor is not None and target.dep in ("dobj", "nsubjpass"):
            parts.append(governor)
    return min(t.start for t in parts), max(t.end for t in parts)


def _words_near(sentence: Sentence, token: Token) -> frozenset[str]:
    """Lemmas in the trigger's phrase: what tells the mode ("by phone", "video", "first")."""
    near = [token, *(sentence.tokens[i] for i in sentence.children[token.index])]
    near += [
        sentence.tokens[i] for t in near[1:] if t.dep in ("prep", "agent", "dobj") for i in sentence.children[t.index]
    ]
    near += [sentence.tokens[i] for t in near[1:] if t.dep == "pobj" for i in sentence.children[t.index]]
    return frozenset(t.lemma.lower() for t in near) | frozenset(t.text.lower() for t in near)
