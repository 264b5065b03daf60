"""Who does what in a clause, and to whom: subjects, agents, objects, owners, what "and" joins.

Handles passives, relative and participle clauses, coordination and control ("asked Peru to meet").
"""

from __future__ import annotations

from legation.languages.en import links
from legation.records import Sentence, Token
from legation.triggers.words import load_words

_SUBJECTS = ("nsubj", "csubj", "nsubjpass")
_DEEPEST = 6
_LEAST_PAIR = 2  # words before the second name of "China, Peru hold talks"
_PLACES = ("-GPE", "-NORP", "-LOC")
_FINITE = ("VBD", "VBZ", "VBP")
_QUOTES = {'"', "“", "``", "‘", "'"}


def is_verb(token: Token) -> bool:
    """Whether a token acts as a verb here."""
    return token.pos in ("VERB", "AUX")


def is_passive(sentence: Sentence, verb: Token) -> bool:
    """Whether a verb is passive: its subject or auxiliary says so, or it is a bare past participle after a noun."""
    if sentence.child_tokens(verb, "nsubjpass", "auxpass") or _joins_passive(sentence, verb):
        return True
    if _is_suffered(sentence, verb):
        return True
    if verb.tag == "VBN" and sentence.child_tokens(verb, "agent") and not sentence.child_tokens(verb, "aux", "dobj"):
        return True
    return (
        verb.tag == "VBN" and verb.dep in ("acl", "amod", "relcl") and not sentence.child_tokens(verb, "aux", "nsubj")
    )


def _is_suffered(sentence: Sentence, verb: Token) -> bool:
    """ "Two Peruvians killed in raid", "holds citizens detained": without object or auxiliary these are passives."""
    if verb.tag not in ("VBD", "VBN") or verb.lemma.lower() not in load_words()["suffered"]["verbs"]:
        return False
    subjects = sentence.child_tokens(verb, "nsubj")
    bare = not sentence.child_tokens(verb, "aux", "auxpass", "dobj", "prt", "ccomp", "xcomp", "dative")
    return bare and bool(subjects) and subjects[0].text.lower() not in links.RELATIVES


def _joins_passive(sentence: Sentence, verb: Token) -> bool:
    """ "was detained and held for a year": the second participle shares subject and auxiliary of the first."""
    head = sentence.head(verb)
    if verb.dep != "conj" or verb.tag != "VBN" or not is_verb(head) or head.index == verb.index:
        return False
    return is_passive(sentence, head) and not sentence.child_tokens(verb, "aux", "nsubj", "nsubjpass")


def with_conjuncts(sentence: Sentence, tokens: list[Token]) -> list[Token]:
    """The tokens with their appositions and all that is coordinated with them, in order, each once.

    The parser makes a name the apposition of its title and hangs the next name on it ("Minister A and Secretary B").
    """
    found: dict[int, Token] = {}
    waiting = list(tokens)
    strays = _stray_conjuncts(sentence)
    while waiting:
        token = waiting.pop(0)
        if token.index not in found:
            found[token.index] = token
            waiting += [c for c in sentence.child_tokens(token, "conj", "appos") if not is_verb(c)]
            waiting += [c for c in strays if _goes_on(sentence, token, c)]
    return list(found.values())


def _stray_conjuncts(sentence: Sentence) -> list[Token]:
    """Names that the parser joins to a verb: the last of a list, since no name goes on from "held"."""
    names = [t for t in sentence.tokens if t.dep == "conj" and t.pos == "PROPN"]
    return [t for t in names if is_verb(sentence.head(t)) and not sentence.child_tokens(t, *_SUBJECTS)]


def _goes_on(sentence: Sentence, token: Token, stray: Token) -> bool:
    """Whether a stray name stands right behind the phrase of a token, with nothing but ", and" between."""
    if token.pos != "PROPN" or stray.index < token.index:
        return False
    end, start = sentence.subtree(token)[-1].index, sentence.subtree(stray)[0].index
    between = sentence.tokens[end + 1 : start]
    return end < start and all(t.dep in ("cc", "punct") and t.text in links.LIST_JOINTS for t in between)


def subjects_of(sentence: Sentence, verb: Token, depth: int = 0) -> list[Token]:
    """Who does what ``verb`` says: its subject, the by-phrase of a passive, else that of the clause it hangs on."""
    if depth > _DEEPEST:
        return []
    if is_passive(sentence, verb):
        return agents(sentence, verb)
    own = [] if _is_stray(sentence, verb) else sentence.child_tokens(verb, *_SUBJECTS) or _after_a_day(sentence, verb)
    if own:
        own = [*_headline_twins(sentence, verb, own[0]), *own]
        return [_antecedent(sentence, verb, token) for token in own]
    return _inherited(sentence, verb, depth)


def _headline_twins(sentence: Sentence, verb: Token, subject: Token) -> list[Token]:
    """China in the headline "China, Peru hold talks", where a comma stands for "and"."""
    start = sentence.subtree(subject)[0].index
    if start < _LEAST_PAIR or sentence.tokens[start - 1].text != ",":
        return []
    before = sentence.tokens[start - 2]
    named = before.pos == "PROPN" and before.ent.endswith(_PLACES)
    return [before] if named and before.dep in ("npadvmod", "dep", "nmod") and sentence.head(before) is verb else []


def _is_stray(sentence: Sentence, verb: Token) -> bool:
    """ "flew to Arica, Chile, to meet": a place that the parser takes for the subject of a purpose."""
    if verb.dep != "advcl" or not any(t.tag == "TO" for t in sentence.child_tokens(verb, "aux")):
        return False
    return bool(sentence.child_tokens(verb, "nsubj")) and not sentence.child_tokens(verb, "mark")


def _after_a_day(sentence: Sentence, verb: Token) -> list[Token]:
    """The subject of "On Friday Mr Ndiaye met", which the parser takes into the phrase of the day."""
    if verb.tag not in _FINITE:
        return []
    if verb.dep == "conj" and (taken := _taken_by_conjunction(sentence, verb)):
        return taken
    before = [t for t in sentence.child_tokens(verb, "prep") if t.index < verb.index and t.text.lower() == "on"]
    names = [o for p in before for o in sentence.child_tokens(p, "pobj") if o.pos == "PROPN"]
    return [o for o in names if any(_is_day(c) and c.index < o.index for c in sentence.child_tokens(o, "compound"))]


def _taken_by_conjunction(sentence: Sentence, verb: Token) -> list[Token]:
    """The subject of "since Peru and Chile closed it", which the parser takes for the object of "since"."""
    last = verb.index - 1
    while last >= 0 and sentence.tokens[last].pos == "ADV":
        last -= 1
    for token in sentence.tokens[:last]:
        if token.dep == "prep" and token.text.lower() in links.CLAUSE_OPENERS:
            objects = with_conjuncts(sentence, sentence.child_tokens(token, "pobj"))
            if objects and max(t.index for o in objects for t in sentence.subtree(o)) == last:
                return objects[:1]
    return []


def _is_day(token: Token) -> bool:
    return token.pos == "PROPN" and token.text.lower().endswith("day") and token.text[:1].isupper()


def _antecedent(sentence: Sentence, verb: Token, token: Token) -> Token:
    """The noun that a relative pronoun stands for, else the token itself."""
    if token.text.lower() in links.RELATIVES:
        clause = next((t for t in [verb, *sentence.ancestors(verb)] if t.dep == "relcl"), None)
        if clause is not None:
            return sentence.head(clause)
    return token


def _inherited(sentence: Sentence, verb: Token, depth: int) -> list[Token]:
    head = sentence.head(verb)
    if head.index == verb.index:
        return []
    if verb.dep in ("ccomp", "xcomp") and _is_order(sentence, verb):
        return []
    if verb.dep == "xcomp" and head.pos == "ADJ" and is_verb(sentence.head(head)):
        return surface_subjects(sentence, sentence.head(head), depth)
    if verb.dep == "xcomp" and is_verb(head):
        asked = sentence.child_tokens(head, "dobj") or _called_on(sentence, head)
        return asked or surface_subjects(sentence, head, depth)
    if verb.dep == "conj" and verb.tag == "VBG" and head.tag == "VB":  # "praising plans to build and suggesting sales"
        head = next((t for t in sentence.ancestors(head) if t.tag in ("VBG", *_FINITE)), head)
    if verb.dep == "conj" and verb.tag in ("VBD", "VBN") and head.tag == "VB":  # "said it should pay and slammed it"
        head = next((t for t in sentence.ancestors(head) if t.tag in _FINITE), head)
    if verb.dep in ("conj", "advcl", "ccomp", "dep", "prep", "parataxis") and is_verb(head):
        return surface_subjects(sentence, head, depth)
    if verb.dep in ("acl", "relcl") and not is_verb(head):
        if _is_headline_plan(sentence, verb, head):
            return [head]
        return [head] if verb.tag == "VBG" else owners(sentence, head, depth)
    if verb.dep in ("pcomp", "pobj"):
        above = sentence.head(head)
        if is_verb(above) and above.lemma.lower() in load_words()["blaming"]["verbs"]:  # "accused Peru of spying"
            return objects_of(sentence, above) or surface_subjects(sentence, above, depth)
        if is_verb(above):
            return surface_subjects(sentence, above, depth)
        if above.dep == "dobj" and sentence.head(above).lemma.lower() in load_words()["blaming"]["verbs"]:
            return [above]  # "accused the forces of Peru of spying", where "of spying" hangs on the forces
        return _between(sentence, above) or owners(sentence, above, depth)
    return []


def _between(sentence: Sentence, noun: Token) -> list[Token]:
    """Who works together: of "encouraged by cooperation between Peru and Chile in fighting it" Peru and Chile."""
    marks = [p for p in sentence.child_tokens(noun, "prep") if p.text.lower() == "between"]
    return with_conjuncts(sentence, [o for p in marks for o in sentence.child_tokens(p, "pobj")])


def _is_headline_plan(sentence: Sentence, verb: Token, head: Token) -> bool:
    """ "Peruvian president to visit Chile": a headline's infinitive, told of its one who can act."""
    if head.dep != "ROOT" or not any(t.tag == "TO" for t in sentence.child_tokens(verb, "aux")):
        return False
    return head.pos == "PROPN" or head.lemma.lower() in load_words()["bodies"]["words"]


def _called_on(sentence: Sentence, verb: Token) -> list[Token]:
    """Who is called on: "called on Peru to leave", "appealed to Peru to leave"."""
    marks = load_words()["calling_on"].get(verb.lemma.lower(), ())
    preps = [t for t in sentence.child_tokens(verb, "prep") if t.text.lower() in marks]
    return [o for p in preps for o in sentence.child_tokens(p, "pobj")]


def _is_order(sentence: Sentence, verb: Token) -> bool:
    """ "He wrote, 'Do not shoot'": an order is not what its speaker does."""
    bare = verb.tag == "VB" and all(t.lemma.lower() in links.ORDERING for t in sentence.child_tokens(verb, "aux"))
    opening = next((t for t in sentence.subtree(verb) if not t.text.isspace()), verb)
    before = sentence.tokens[opening.index - 1] if opening.index else opening
    return bare and bool({before.text, opening.text} & _QUOTES)


def surface_subjects(sentence: Sentence, verb: Token, depth: int = 0) -> list[Token]:
    """The grammatical subject, of a passive too: what an infinitive or participle beside it is understood of."""
    own = [] if _is_stray(sentence, verb) else sentence.child_tokens(verb, *_SUBJECTS)
    if own:
        return [_antecedent(sentence, verb, token) for token in own]
    return _inherited(sentence, verb, depth + 1) if depth < _DEEPEST else []


def ends_of(sentence: Sentence, token: Token) -> list[Token]:
    """The nouns that the prepositions of a word lead to: of "talks with Chad in Lima" Chad and Lima."""
    return [o for p in sentence.child_tokens(token, "prep") for o in sentence.child_tokens(p, "pobj")]


def owners(sentence: Sentence, noun: Token, depth: int) -> list[Token]:
    """Whose plan, decision or visit a noun is: its possessor, else the subject of the verb it belongs to."""
    first = sentence.head(noun) if noun.dep == "conj" and not is_verb(sentence.head(noun)) else noun
    own = sentence.child_tokens(noun, "poss") or sentence.child_tokens(first, "poss")
    if own:
        return own
    governor = next((t for t in sentence.ancestors(noun) if is_verb(t)), None)
    return surface_subjects(sentence, governor, depth + 1) if governor is not None and depth < _DEEPEST else []


def agents(sentence: Sentence, verb: Token) -> list[Token]:
    """The by-phrase of a passive verb, if need be the one that the parser hangs on its object.

    "Peru was given a loan by Chile", "threatened with sanctions by Chile": the giver is Chile.
    """
    found = [o for a in sentence.child_tokens(verb, "agent") for o in sentence.child_tokens(a, "pobj")]
    if found:
        return found
    things = [*sentence.child_tokens(verb, "dobj")]
    things += ends_of(sentence, verb)
    marks = [p for t in things for p in sentence.child_tokens(t, "prep") if p.text.lower() == "by"]
    return [o for p in marks for o in sentence.child_tokens(p, "pobj") if o.pos == "PROPN"]


def objects_of(sentence: Sentence, verb: Token) -> list[Token]:
    """What the verb is done to: its objects, the subject of a passive, the noun that a participle follows."""
    if is_passive(sentence, verb):
        subjects = sentence.child_tokens(verb, "nsubjpass", *(["nsubj"] if _is_suffered(sentence, verb) else []))
        if subjects:
            return [_antecedent(sentence, verb, t) for t in subjects]
        if verb.dep in ("acl", "relcl"):
            return [sentence.head(verb)]
        if _joins_passive(sentence, verb):
            return objects_of(sentence, sentence.head(verb))
        return surface_subjects(sentence, sentence.head(verb)) if verb.dep in ("conj", "advcl") else []
    found = sentence.child_tokens(verb, "dobj", "dative", "oprd")
    found = [o for t in found for o in (sentence.child_tokens(t, "pobj") if t.pos == "ADP" else [t])]
    if found:
        return [_antecedent(sentence, verb, t) for t in found]
    return [sentence.head(verb)] if _gap_is_object(sentence, verb) else []


def _gap_is_object(sentence: Sentence, verb: Token) -> bool:
    """ "the tariffs that Peru imposed": a relative clause with a subject of its own and no object."""
    own = sentence.child_tokens(verb, "nsubj")
    return verb.dep == "relcl" and bool(own) and own[0].text.lower() not in links.RELATIVES
