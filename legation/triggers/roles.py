"""Which words of a sentence fill a role of a trigger, by dependency.

What a verb's clause gives is found in ``clauses``; here are prepositions, owners and the light verbs of nouns.
"""

from __future__ import annotations

from legation.event_types import load_event_types
from legation.languages.en import links
from legation.records import Sentence, Token
from legation.triggers.clauses import (
    agents,
    ends_of,
    is_passive,
    is_verb,
    objects_of,
    subjects_of,
    surface_subjects,
    with_conjuncts,
)
from legation.triggers.words import load_words


def find_fillers(sentence: Sentence, trigger: Token, slot: str) -> list[Token]:
    """The head tokens in a slot of a trigger: "subject", "object", "possessor", "topic_object" or a preposition."""
    if slot == "subject":
        found = subjects_of(sentence, trigger) if is_verb(trigger) else light_subjects(sentence, trigger)
    elif slot == "object":
        found = objects_of(sentence, trigger) if is_verb(trigger) else light_objects(sentence, trigger)
    elif slot == "possessor":
        found = modifiers(sentence, trigger) if not is_verb(trigger) else []
    elif slot == "topic_object":
        found = objects_of(sentence, trigger) if is_verb(trigger) else []
    else:
        found = prepositional(sentence, trigger, slot)
    return with_conjuncts(sentence, found)


def modifiers(sentence: Sentence, noun: Token) -> list[Token]:
    """Owners and compounds before a noun, those of a hyphened pair each ("the Ghana-Togo summit")."""
    near = sentence.child_tokens(noun, "poss", "compound", "amod", "nmod", "punct")
    deeper = [
        d for t in near if t.dep in ("compound", "amod", "nmod") and t.tag != "VBN" for d in modifiers(sentence, t)
    ]
    near += [d for t in near if t.text.lower() in links.LEADING for d in sentence.child_tokens(t, "npadvmod", "nsubj")]
    return [t for t in near + deeper if t.dep != "punct"]


def prepositional(sentence: Sentence, trigger: Token, preposition: str) -> list[Token]:
    """What follows ``preposition`` at the trigger, at the object of a verb, or at the light verb of a noun."""
    found = _agents_behind(sentence, trigger) if preposition == "by" and not is_verb(trigger) else []
    for holder in holders(sentence, trigger):
        if holder is not trigger and trigger.dep == "pobj" and preposition in links.BESIDE_OCCASION:
            continue  # "at the ceremony Diouf likened it to Peru"
        children = sentence.child_tokens(holder, "prep", "dative", "agent")
        children += [
            c for t in children for c in sentence.child_tokens(t, "conj") if c.pos == "ADP"
        ]  # "as well as with"
        if holder is trigger and not is_verb(trigger):
            children += [t for t in following(sentence, trigger) if t not in children]
        for child in children:
            found += _objects_after(sentence, child, preposition)
    if preposition == "by" and not is_verb(trigger):
        return [t for t in found if t.ent or t.pos == "PROPN" or t.pos == "NOUN"]
    return found


def _agents_behind(sentence: Sentence, noun: Token) -> list[Token]:
    """Who made "the arrest of two Danes by Peru", where the parser hangs Peru on those arrested."""
    behind = [o for p in sentence.child_tokens(noun, "prep") if p.text.lower() == "of"
              for o in sentence.child_tokens(p, "pobj")]  # fmt: skip
    marks = [p for t in behind for p in sentence.child_tokens(t, "prep") if p.text.lower() == "by"]
    return [o for p in marks for o in sentence.child_tokens(p, "pobj")]


def _objects_after(sentence: Sentence, child: Token, preposition: str) -> list[Token]:
    """Objects of one preposition, through "along with" and "on the part of"-like chains of one step."""
    if child.text.lower() == preposition:
        ends = sentence.child_tokens(child, "pobj") or _taken_by_purpose(sentence, child)
        return [t for t in ends if t.lemma.lower() not in links.FOCUSES]
    if preposition == "with" and child.text.lower() == "in":  # "a dinner in honour of Diouf" is one with Diouf
        honours = [o for o in sentence.child_tokens(child, "pobj") if o.lemma.lower() in links.HONOURS]
        return [o for h in honours for o in ends_of(sentence, h)]
    deeper = sentence.child_tokens(child, "prep") if child.text.lower() not in links.NO_CHAINS else []
    return [o for d in deeper if d.text.lower() == preposition for o in sentence.child_tokens(d, "pobj")]


def _taken_by_purpose(sentence: Sentence, preposition: Token) -> list[Token]:
    """The object of "spoke to [Ana] Diaz to inform her", which the parser takes for the subject of the purpose."""
    purposes = sentence.child_tokens(preposition, "pcomp")
    purposes = [v for v in purposes if any(t.tag == "TO" for t in sentence.child_tokens(v, "aux"))]
    return [t for v in purposes for t in sentence.child_tokens(v, "nsubj") if t.pos == "PROPN"]


def following(sentence: Sentence, noun: Token) -> list[Token]:
    """The preposition right after a noun, which the parser often hangs on the verb ("keep a duty on steel")."""
    after = sentence.tokens[noun.index + 1 : noun.index + 2]
    return [t for t in after if t.dep == "prep"]


def holders(sentence: Sentence, trigger: Token) -> list[Token]:
    """Where prepositions of a trigger may hang: itself, its objects, and the light verb above a noun."""
    if is_verb(trigger):
        return [trigger, *sentence.child_tokens(trigger, "dobj", "nsubjpass", "advmod", "prt")]
    governor = light_governor(sentence, trigger)
    head = sentence.head(trigger)
    if governor is None and trigger.dep == "nsubj" and head.lemma.lower() in load_words()["happening"]["verbs"]:
        governor = head
    return [trigger] if governor is None else [trigger, governor]


def light_governor(sentence: Sentence, noun: Token) -> Token | None:
    """The verb that carries a noun ("held" of "held talks", "told" of "told Moon in a call"), if there is one."""
    words = load_event_types()
    head = sentence.head(noun)
    if noun.dep == "conj":
        return light_governor(sentence, head) if head.dep != "conj" and not is_verb(head) else None
    if noun.dep in ("dobj", "nsubjpass", "attr") and is_verb(head):
        if head.lemma in words.deliberating_verbs:
            pointed = any(t.text.lower() in links.POINTING for t in sentence.child_tokens(noun, "det", "poss"))
            return None if pointed or sentence.child_tokens(noun, "poss") else head
        return head if head.lemma in words.light_verbs else None
    if noun.dep == "pobj" and head.text.lower() in words.light_prepositions and not is_grievance(sentence, noun):
        above = sentence.head(head)
        if not is_verb(above) and head.text.lower() in links.DURING and not sentence.child_tokens(noun, "prep"):
            above = next((t for t in sentence.ancestors(above) if is_verb(t)), above)
        if is_verb(above) and _is_of_several(sentence, noun):
            return _of_several(sentence, above)
        return above if is_verb(above) else None
    return None


def is_grievance(sentence: Sentence, noun: Token) -> bool:
    """ "lodged a complaint over a call between Peru and Chile": what one complains of is no contact of one's own."""
    mark = sentence.head(noun)
    above = [sentence.head(mark), sentence.head(sentence.head(mark))]
    if noun.dep != "pobj" or mark.text.lower() not in links.GRIEVANCES:
        return False
    verbs = load_event_types().verbs
    return any(t.event_type == "ACCUSE" for v in above if is_verb(v) for t in verbs.get(v.lemma.lower(), ()))


def _is_of_several(sentence: Sentence, noun: Token) -> bool:
    """ "their call": a contact of those who are told of together."""
    return any(t.text.lower() in links.OF_SEVERAL for t in sentence.child_tokens(noun, "poss"))


def _of_several(sentence: Sentence, verb: Token) -> Token:
    """The verb above whose subjects are several: of "Diaz and Roe praised Peru for acting in their call" they do."""
    for token in [verb, *sentence.ancestors(verb)]:
        subjects = sentence.child_tokens(token, "nsubj") if is_verb(token) else []
        if any(t.tag.endswith("S") or sentence.child_tokens(t, "conj") for t in subjects):
            return token
    return verb


def light_subjects(sentence: Sentence, noun: Token) -> list[Token]:
    """Who holds the talks: the subject of the light verb."""
    governor = light_governor(sentence, noun)
    if governor is None:
        return []
    passive = noun.dep == "nsubjpass" or (noun.dep == "dobj" and is_passive(sentence, governor))
    return agents(sentence, governor) if passive else surface_subjects(sentence, governor)


def light_objects(sentence: Sentence, noun: Token) -> list[Token]:
    """Whom the subject told or informed in the call: the object of the verb above "in a call"."""
    governor = light_governor(sentence, noun)
    theirs = _is_of_several(sentence, noun)
    if governor is None or noun.dep != "pobj" or theirs:  # "praised Peru in their call"
        return []
    return [t for t in objects_of(sentence, governor) if t.index != noun.index]
