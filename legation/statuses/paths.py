"""The way up from an event word: which governors bear on it, and how far."""

from __future__ import annotations

from collections.abc import Iterator

from legation.languages.en import statuses as words
from legation.records import Sentence, Token
from legation.statuses.effects import Effect, any_of, effect, is_definite, is_past, is_ranked, mood, noun_effects
from legation.statuses.subjects import above_subject
from legation.statuses.told import is_told, leaves_open

_VERBS = ("VERB", "AUX")
_FINITE = ("VBD", "VBZ", "VBP")
_OPEN = ("negated", "planned", "called_for", "hypothetical")
LONGEST_PATH = 12  # words


def path_effects(sentence: Sentence, token: Token) -> Iterator[Effect]:
    """All effects on an event word, nearest first: its own, then those of each governor on the way up."""
    current = token
    yield from _own(sentence, current)
    if is_past(sentence, token):
        return
    for _ in range(LONGEST_PATH):
        above, found = _step(sentence, current)
        yield from found
        if above is None:
            return
        current = above


def _own(sentence: Sentence, token: Token) -> Iterator[Effect]:
    if token.pos in _VERBS or token.tag.startswith("VB"):
        yield from mood(sentence, token)
    else:
        yield from noun_effects(sentence, token)


def _step(sentence: Sentence, current: Token) -> tuple[Token | None, list[Effect]]:
    """The next word that bears on the event (None: nothing above does) and what it does."""
    head = sentence.head(current)
    if head.index == current.index:
        return None, []
    if current.dep == "conj":
        return _joined(sentence, current, head)
    if current.pos in _VERBS or current.tag.startswith("VB"):
        return _above_verb(sentence, current, head)
    return _above_noun(sentence, current, head)


def _joined(sentence: Sentence, current: Token, head: Token) -> tuple[Token | None, list[Effect]]:
    """A second verb without subject and auxiliary of its own shares those of the first; a noun always does."""
    if current.pos in _VERBS:
        own = sentence.child_tokens(current, "nsubj", "nsubjpass", "aux")
        if any(t.dep != "aux" or t.tag == "MD" for t in own):
            return None, []
        if current.tag in _FINITE:
            shared = [e for e in mood(sentence, head) if e.reason.startswith("condition")]  # "if it returns and ends"
            return (head, shared) if head.tag in _FINITE else (None, [])
        return head, list(mood(sentence, head))
    return head, list(noun_effects(sentence, head)) if head.pos == "NOUN" else []


# -- above a verb -------------------------------------------------------------------------------------------------


def _above_verb(sentence: Sentence, verb: Token, head: Token) -> tuple[Token | None, list[Effect]]:
    if verb.dep in ("xcomp", "ccomp", "csubj", "csubjpass", "acomp", "oprd"):
        return _complement(sentence, verb, head)
    if verb.dep == "pcomp":
        return _below_preposition(sentence, verb, head)
    if verb.dep in ("acl", "relcl") and (claimed := _claimed_by(sentence, verb)) is not None:
        return claimed, [effect(words.NOUNS[claimed.lemma.lower()], claimed, "governor"), *_denials(sentence, claimed)]
    if verb.dep == "advcl" and head.pos == "NOUN" and sentence.child_tokens(verb, "mark"):
        return _noun_complement(sentence, verb, head)  # "their call for the rebels to free him"
    if verb.dep == "advcl":
        return _adverbial(sentence, verb, head)
    if verb.dep == "acl":
        return _noun_complement(sentence, verb, head)
    if verb.dep == "amod" and head.pos == "NOUN":
        return head, []
    if verb.dep == "relcl" and head.dep == "attr" and is_ranked(sentence, head):
        copula = sentence.head(head)  # "will be the first president to visit"
        return copula, list(mood(sentence, copula))
    if verb.dep == "relcl":
        return None, any_of(sentence, head)
    if verb.dep in ("dobj", "pobj", "nsubj", "nsubjpass", "attr", "compound"):
        return _above_noun(sentence, verb, head)
    return None, []


def _complement(sentence: Sentence, verb: Token, head: Token) -> tuple[Token | None, list[Effect]]:
    lemma = head.lemma.lower()
    infinitive = any(t.tag == "TO" for t in sentence.child_tokens(verb, "aux"))
    if head.pos == "ADJ" or (lemma in words.ADJECTIVES and head.tag in ("VBN", "JJ")):
        status = words.ADJECTIVES.get(lemma) or words.ADJECTIVES.get(head.text.lower())
        copula = sentence.head(head)
        status = None if lemma == "able" and copula.tag in ("VBD", "VBN") else status  # "was able to meet": he met
        above = mood(sentence, copula) if copula.pos in _VERBS and head.dep != "ROOT" else mood(sentence, head)
        return copula, [*([effect(status, head, "governor")] if status else []), *above]
    if verb.dep == "ccomp" and lemma in words.REPORTING and not infinitive:
        return _reported(sentence, head)
    status = _verb_status(sentence, head)
    if verb.dep == "ccomp" and lemma in words.CAUTIONING and _is_past_told(sentence, verb):
        return None, []  # "warned that Peru spied": so it did
    if verb.dep == "ccomp" and (lemma in words.POINTED or _stands_before(sentence, verb, head)):
        return None, []
    if status is not None:
        return head, [effect(status, head, "governor"), *mood(sentence, head)]
    if lemma in words.CEASING and verb.tag == "VBG" and head.tag == "VB":
        return head, [effect("negated", head, "governor"), *mood(sentence, head)]  # "promised to stop shelling"
    if lemma == "go" and head.tag == "VBG" and infinitive:
        return None, [effect("planned", head, "future", "go"), *_without_progress(sentence, head)]
    if lemma == "have" and infinitive and head.tag == "VBD":
        return head, list(mood(sentence, head))  # "had to cancel": he did
    if lemma in words.SEEMING and verb.dep == "ccomp" and (doubted := _unlikely(sentence, head)):
        return head, doubted
    if lemma in ("be", "have") and infinitive:
        return head, [effect("planned", head, "infinitive below", "will"), *mood(sentence, head)]
    seen = lemma in words.PERCEIVING and not sentence.child_tokens(verb, "mark") and verb.tag in ("VB", "VBP", "VBG")
    if lemma in words.ASPECT or verb.dep == "xcomp" or seen:
        return head, list(mood(sentence, head))
    return None, []


def _unlikely(sentence: Sentence, copula: Token) -> list[Effect]:
    """ "It is unlikely that they will meet"."""
    told = sentence.child_tokens(copula, "acomp", "oprd")
    return [effect("negated", t, "governor") for t in told if words.ADJECTIVES.get(t.lemma.lower()) == "negated"]


def _is_past_told(sentence: Sentence, verb: Token) -> bool:
    """Whether a clause tells what was done or was going on: "was hacking", "spied", "had met"."""
    tenses = {t.tag for t in sentence.child_tokens(verb, "aux", "auxpass")}
    return "MD" not in tenses and (verb.tag == "VBD" or "VBD" in tenses)


def _stands_before(sentence: Sentence, verb: Token, head: Token) -> bool:
    """ "He will see Diouf - the ministry will be seeking help": a full clause in front is no complement."""
    full = verb.index < head.index and bool(sentence.child_tokens(verb, "nsubj", "nsubjpass"))
    return full and not sentence.child_tokens(verb, "mark")


def _reported(sentence: Sentence, head: Token) -> tuple[Token | None, list[Effect]]:
    """Below "said that" an event keeps its own status; "did not say that" leaves it open."""
    open_ones = [e for e in mood(sentence, head) if e.status in ("negated", "hypothetical")]
    return None, [effect("hypothetical", e.word, "report open", "if") for e in open_ones[:1]]


def _without_progress(sentence: Sentence, head: Token) -> list[Effect]:
    return [e for e in mood(sentence, head) if e.status not in ("ongoing", "planned")]


def _verb_status(sentence: Sentence, verb: Token) -> str | None:
    """What a verb makes of an event below it; a particle decides first ("call off", "rule out")."""
    lemma = verb.lemma.lower()
    for child in sentence.child_tokens(verb, "prt", "advmod", "prep"):
        if (child.dep != "prep" or lemma == "call") and (lemma, child.lemma.lower()) in words.PARTICLES:
            return words.PARTICLES[lemma, child.lemma.lower()]
    return words.VERBS.get(lemma)


def _adverbial(sentence: Sentence, verb: Token, head: Token) -> tuple[Token | None, list[Effect]]:
    """ "flew to Geneva to meet": meant, not told as done; "saying ..." is as sure as its head."""
    if any(t.tag == "TO" for t in sentence.child_tokens(verb, "aux")):
        to = next(t for t in sentence.child_tokens(verb, "aux") if t.tag == "TO")
        marks = {t.lemma.lower() for t in sentence.child_tokens(verb, "mark")}
        called = next((words.PARTICLES[k] for m in marks if (k := (head.lemma.lower(), m)) in words.PARTICLES), None)
        status = called or _verb_status(sentence, head)  # "called for Peru to release him"
        if called is None and head.tag in ("VBD", "VBN") and head.lemma.lower() in words.MOTION:
            return head, list(mood(sentence, head))
        found = effect(status, head, "governor") if status else effect("planned", to, "purpose", "purpose")
        return head, [found, *mood(sentence, head)]
    if verb.tag == "VBG" and any(t.index == verb.index - 1 for t in sentence.child_tokens(head, "prt")):
        status = _verb_status(sentence, head)  # "ruled out sending troops"
        return head, [*([effect(status, head, "governor")] if status else []), *mood(sentence, head)]
    if verb.tag == "VBG" and not sentence.child_tokens(verb, "mark", "nsubj") and not _speaks(verb):
        return head, [e for e in mood(sentence, head) if e.status not in ("ongoing", "negated")]
    return None, []


def _speaks(verb: Token) -> bool:
    return verb.lemma.lower() in words.REPORTING


def _noun_complement(sentence: Sentence, verb: Token, head: Token) -> tuple[Token | None, list[Effect]]:
    if verb.tag in ("VBN", "VBD") and not sentence.child_tokens(verb, "mark"):
        being = any(t.text.lower() == "being" for t in sentence.child_tokens(verb, "auxpass"))
        return (head, []) if being else (None, [])
    infinitive = any(t.tag == "TO" for t in sentence.child_tokens(verb, "aux"))
    denier = sentence.head(head)
    if infinitive and head.lemma.lower() == "order" and denier.text.lower() == "in":  # "in order to": nobody orders it
        return head, [effect("planned", head, "purpose", "purpose")]
    if not infinitive and head.dep in ("dobj", "nsubjpass") and denier.lemma.lower() in words.DENYING:
        return None, [effect("denied", denier, "governor", "deny")]
    status = words.NOUNS.get(head.lemma.lower())
    if infinitive and is_ranked(sentence, head):
        return None, []
    if infinitive and _is_taken(head, denier):
        return denier, list(mood(sentence, denier))
    if infinitive and _is_known_decision(sentence, head):
        return None, []
    if status is None:
        to = next((t for t in sentence.child_tokens(verb, "aux") if t.tag == "TO"), None)
        return (head, [effect("planned", to, "infinitive", "purpose")]) if to else (None, [])
    if not infinitive and head.lemma.lower() not in words.CLAUSE_NOUNS and not _is_gerund_of(sentence, verb, head):
        return None, []
    return head, [effect(status, head, "governor"), *_denials(sentence, head)]


def _claimed_by(sentence: Sentence, verb: Token) -> Token | None:
    """The noun right before "that": of "her passion for chess and her denial that Peru spied" the denial."""
    mark = next((t for t in sentence.child_tokens(verb, "mark", "dobj") if t.text.lower() == "that"), None)
    before = sentence.tokens[mark.index - 1] if mark is not None and mark.index else None
    return before if before is not None and before.lemma.lower() in words.CLAUSE_NOUNS else None


def _is_taken(noun: Token, verb: Token) -> bool:
    """ "had the opportunity to meet": told as done."""
    had = verb.lemma.lower() in words.HAVING and verb.tag in ("VBD", "VBN")
    return had and noun.dep == "dobj" and noun.lemma.lower() in words.CHANCES


def _is_known_decision(sentence: Sentence, noun: Token) -> bool:
    """ "Peru's decision to ban it was a blow" speaks of a ban; one that is announced, awaited or undone is to come."""
    owned = any(t.tag != "PRP$" for t in sentence.child_tokens(noun, "poss"))
    if noun.lemma.lower() not in words.DECISIONS or not owned or noun.dep not in ("nsubj", "pobj"):
        return False
    verb = next((t for t in sentence.ancestors(noun) if t.pos in _VERBS), None)
    return verb is not None and is_told(sentence, verb) and not leaves_open(sentence, noun, verb)


def _is_gerund_of(sentence: Sentence, verb: Token, noun: Token) -> bool:
    """Whether a noun governs what one does: "the threat of Ghana launching a strike"."""
    return verb.tag == "VBG" and any(
        prep.lemma.lower() == "of" and prep.index < verb.index for prep in sentence.child_tokens(noun, "prep")
    )


def _denials(sentence: Sentence, noun: Token) -> list[Effect]:
    """ "no plans to": the negation of a governing noun."""
    return [e for e in noun_effects(sentence, noun) if e.status == "negated"]


# -- above a noun -------------------------------------------------------------------------------------------------


def _above_noun(sentence: Sentence, noun: Token, head: Token) -> tuple[Token | None, list[Effect]]:
    if noun.dep in ("dobj", "nsubjpass", "dative", "oprd", "attr"):
        return _object(sentence, noun, head)
    if noun.dep in ("nsubj", "csubj"):
        return above_subject(sentence, noun, head)
    if noun.dep in ("pobj", "pcomp"):
        return _below_preposition(sentence, noun, head)
    if noun.dep in ("compound", "nmod", "appos"):
        status = words.NOUNS.get(head.lemma.lower()) if noun.dep != "appos" else None
        bears = status in ("planned", "hypothetical") and head.lemma.lower() not in words.INFINITIVE_ONLY
        found = [effect(status, head, "governor")] if status and bears else []
        return head, [*found, *(noun_effects(sentence, head) if head.pos == "NOUN" else [])]
    return None, []


def _object(sentence: Sentence, noun: Token, verb: Token) -> tuple[Token | None, list[Effect]]:
    lemma = verb.lemma.lower()
    said = noun.lemma.lower() in words.SPEECH_NOUNS and bool(sentence.child_tokens(noun, "poss"))
    if lemma in words.APPROVING and not is_definite(sentence, noun):
        return None, [e for e in mood(sentence, verb) if e.status == "hypothetical"]
    if lemma in words.GOING_ON_BELOW and verb.tag == "VB":
        return verb, list(mood(sentence, verb))
    if lemma in words.STANDING or (said and lemma not in words.UTTERING):
        return None, []
    status = _verb_status(sentence, verb)
    definite = is_definite(sentence, noun) or _goes_on(sentence, noun)
    if status is not None and not (lemma in words.POINTED and definite):
        return verb, [effect(status, verb, "governor"), *mood(sentence, verb)]
    if lemma in words.LIGHT or lemma == "be":
        return verb, list(mood(sentence, verb))
    return None, [] if definite else [e for e in mood(sentence, verb) if e.status != "negated"]


def _goes_on(sentence: Sentence, noun: Token) -> bool:
    """ "discussed ongoing attacks": talked about because it happens."""
    return any(t.text.lower() in words.GOING_ON for t in sentence.child_tokens(noun, "amod"))


def _below_preposition(sentence: Sentence, current: Token, prep: Token) -> tuple[Token | None, list[Effect]]:
    low = prep.lemma.lower()
    head = sentence.head(prep)
    if prep.dep not in ("prep", "agent", "dative", "prt", "advmod") or head.index == prep.index:
        return None, []
    if low == "with" and sentence.child_tokens(current, "nsubj", "nsubjpass"):
        return None, []
    if low in words.PREPOSITIONS:
        status = words.PREPOSITIONS[low]
        return None, [effect(status, prep, "preposition")] if status != "occurred" else []
    if head.lemma.lower() in words.SHORT_OF and head.pos in ("ADV", "SCONJ", "ADP"):
        return None, [effect(words.PREPOSITIONS.get(head.lemma.lower(), "negated"), head, "preposition")]
    if low == "by" and current.tag == "VBG" and head.pos in _VERBS:  # "intend to build on it by signing another"
        return head, list(mood(sentence, head))
    if low in words.AFTER:
        return None, []
    if low == "before" and current.tag == "VBG" and head.pos in _VERBS:  # "would not demand it before signing"
        open_ones = [e for e in mood(sentence, head) if e.status in _OPEN]
        return None, [effect("hypothetical", e.word, "open", "if") for e in open_ones[:1]]
    if head.dep in ("advmod", "prt") and (sentence.head(head).lemma.lower(), head.lemma.lower()) in words.PARTICLES:
        head = sentence.head(head)  # "backed away from talks"
    if head.pos in _VERBS:
        return _verb_with_preposition(sentence, current, prep, head)
    return _noun_with_preposition(sentence, current, prep, head)


def _verb_with_preposition(
    sentence: Sentence, current: Token, prep: Token, verb: Token
) -> tuple[Token | None, list[Effect]]:
    lemma = verb.lemma.lower()
    if lemma == "be" and prep.lemma.lower() in words.AT and current.pos == "NOUN":
        return verb, list(mood(sentence, verb))
    particles = [t.lemma.lower() for t in sentence.child_tokens(verb, "prt")]
    beside = [*particles, *(t.lemma.lower() for t in sentence.child_tokens(verb, "advmod"))]
    keys = [(lemma, t) for t in beside if prep.lemma.lower() in words.PARTICLE_LINKS]  # "look forward to the visit"
    keys += [] if particles else [(lemma, prep.lemma.lower())]  # "called him out for it" calls for nothing
    status = next((words.PARTICLES[k] for k in keys if k in words.PARTICLES), None)
    if lemma in words.ASPECT and prep.lemma.lower() == "with":  # "will not proceed with plans to impose duties"
        return verb, list(mood(sentence, verb))
    if status is not None:
        return verb, [effect(status, verb, "governor"), *mood(sentence, verb)]
    if current.pos in _VERBS and verb.lemma.lower() in words.VERBS:
        return verb, [effect(words.VERBS[verb.lemma.lower()], verb, "governor"), *mood(sentence, verb)]
    if prep.lemma.lower() == "for" or current.tag == "VBG":  # "puts great importance on sealing a pact"
        for owner in sentence.child_tokens(verb, "nsubjpass", "nsubj", "dobj"):
            status = words.NOUNS.get(owner.lemma.lower())
            if status is not None and owner.lemma.lower() not in words.INFINITIVE_ONLY:
                return verb, [effect(status, owner, "governor"), *_denials(sentence, owner)]
    kept = ("planned", "hypothetical", "called_for") if not is_definite(sentence, current) else ("planned",)
    own = [e for e in mood(sentence, verb) if e.status in kept]
    return None, own or _planned_occasion(sentence, prep, verb)


def _planned_occasion(sentence: Sentence, prep: Token, verb: Token) -> list[Effect]:
    """ "was going to raise it at their meeting": an occasion of something planned is planned too."""
    if prep.lemma.lower() not in words.OCCASIONS or verb.dep != "xcomp":
        return []
    return [e for e in _step(sentence, verb)[1] if e.status == "planned"]


def _noun_with_preposition(
    sentence: Sentence, current: Token, prep: Token, noun: Token
) -> tuple[Token | None, list[Effect]]:
    lemma = noun.lemma.lower()
    if prep.lemma.lower() == "during" and current.lemma.lower() in words.OCCASION_NOUNS:
        verb = next((t for t in sentence.ancestors(noun) if t.pos in _VERBS), None)
        return None, [e for e in mood(sentence, verb) if e.status == "planned"] if verb is not None else []
    status = words.NOUNS.get(lemma) if lemma not in words.INFINITIVE_ONLY else None
    if lemma in words.VIEWS and prep.lemma.lower() == "to" and current.tag == "VBG":
        return None, [effect("hypothetical", noun, "aim")]  # "with a view to reaching a settlement"
    if prep.lemma.lower() == "in" and current.lemma.lower() in words.OCCASION_NOUNS and is_definite(sentence, current):
        return None, []  # "the commitment made in their call"
    if status is not None and prep.lemma.lower() in words.OF_WHAT:
        return noun, [effect(status, noun, "governor"), *_denials(sentence, noun)]
    if lemma in words.DISCUSSIONS and prep.lemma.lower() in words.ABOUT and not is_definite(sentence, current):
        return noun, [effect("hypothetical", noun, "talked about")]
    if noun.dep == "pobj" and sentence.head(noun).lemma.lower() == "within" and prep.lemma.lower() == "of":
        return None, [effect("hypothetical", noun, "nearly")]
    if noun.pos in ("ADJ", "ADV") and lemma in words.ADJECTIVES:
        return sentence.head(noun), [effect(words.ADJECTIVES[lemma], noun, "governor")]
    if prep.lemma.lower() in ("of", "for") and noun.pos == "NOUN" and not is_definite(sentence, current):
        return noun, list(noun_effects(sentence, noun))
    return None, []
