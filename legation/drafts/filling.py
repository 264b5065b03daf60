"""The parties in the slots of a trigger: which fillers can act, and which only stand beside those who do."""

from __future__ import annotations

from collections.abc import Sequence

from legation.drafts.scene import Scene, unique
from legation.event_types import load_event_types
from legation.languages.en import links
from legation.records import Party, Sentence, Token
from legation.triggers.clauses import (
    ends_of,
    is_passive,
    is_verb,
    objects_of,
    subjects_of,
    surface_subjects,
    with_conjuncts,
)
from legation.triggers.matching import Hit
from legation.triggers.roles import find_fillers, light_governor
from legation.triggers.words import load_words

_SPOKEN = ("AGREE", "SUPPORT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "CONCEDE", "CONSULT")
_COUNTER_SLOTS = ("object", "with", "to")
_OF_ACTORS = ("directed", "gift", "departure", "harm")
_DEMANDING = ("ACCUSE", "REQUEST")
_TOWARDS = ("ACCUSE", "REQUEST", "SUPPORT", "THREATEN")  # said to one


def fill(
    scene: Scene, hit: Hit, slots: Sequence[str], role: str, *, places: bool = False
) -> tuple[tuple[Party, ...], bool]:
    """The parties of the slots, and whether a slot but the subject names somebody who is not resolved."""
    found: list[Party] = []
    open_slot = False
    owned = hit.noun is not None and not hit.trigger.frame.mutual and hit.trigger.frame.name != "force"
    if owned and role == "recipient":
        slots = [*slots, "possessor"]
    if role == "recipient" and slots and "by" in hit.trigger.after:  # "stands by Peru"
        slots = [*slots, "by"]
    barred = ("from",) if hit.trigger.frame.name == "departure" else ()  # "withdrawal of troops from Peru"
    for slot in slots:
        if role == "recipient" and slot == "with" and found and hit.trigger.frame.name == "harm":
            break  # "discussed the war on Peru with Chile": one side is named already
        if role == "recipient" and open_slot and slot not in _COUNTER_SLOTS and _is_done_to(scene, hit, found):
            break
        if role == "recipient" and slot == "with" and found and hit.trigger.event_type == "ACCUSE":
            break  # "criticised his ties with Peru"
        if found and slot in links.WITHIN_PLACE and hit.trigger.frame.name == "visit":
            break  # "visited Peru in Chile's jet": the host is named already
        if role == "recipient" and slot == "against" and hit.trigger.event_type == "SUPPORT":
            continue  # "backs Peru against threats from Chile"
        for holder in _holders(scene.sentence, hit):
            if owned and role == "actor" and slot == "possessor":
                continue
            if role == "recipient" and slot in links.BURDENS and _is_of_object(hit, slot):
                continue
            if role == "actor" and slot in ("by", "from") and _is_active(scene.sentence, hit.token, slot):
                continue
            leaves = hit.trigger.frame.name == "departure" and is_verb(hit.token)
            if role == "actor" and slot == "of" and (leaves or is_verb(holder)):  # "pulled troops out of Peru"
                continue
            for token in _fit_fillers(scene, hit, holder, slot):
                if _own_words(hit) & _with_first(scene.sentence, token) and slot != "topic_object":
                    continue
                if role == "recipient" and _is_exempt(scene.sentence, hit, token):
                    continue
                if _only_describes(scene, token) or (role == "recipient" and _is_tie_of_owner(scene, hit, token)):
                    continue
                meant = _owner(scene, hit, token) if role == "recipient" else None
                parties = scene.parties(meant or token, role, places=places, barred=barred)
                found += parties
                open_slot |= bool(parties) or token.pos in ("PRON", "PROPN") if slot in _COUNTER_SLOTS else False
    return unique(found), open_slot


def _is_done_to(scene: Scene, hit: Hit, found: Sequence[Party]) -> bool:
    """ "criticised him over his ties to Peru", "asked Chad for help against Mali": he and Chad are meant, no others."""
    if hit.trigger.event_type not in _TOWARDS or not is_verb(hit.token) or not found:
        return False
    return any(m is not None and m.parties for t in objects_of(scene.sentence, hit.token) for m in [scene.covering(t)])


def _is_of_object(hit: Hit, slot: str) -> bool:
    """ "criticised the sanctions on Peru": Peru bears them, it is not whom the critic means."""
    bare = hit.noun is None and is_verb(hit.token) and slot not in hit.trigger.after
    return hit.trigger.event_type == "ACCUSE" and bare


def _owner(scene: Scene, hit: Hit, noun: Token) -> Token | None:
    """Whom one asks or accuses by what is his: of "probes Diouf's ties to Peru" Diouf, not Peru."""
    told = noun.index in _own_words(hit) or is_verb(noun) or scene.covering(noun) is not None
    if hit.trigger.event_type not in _DEMANDING or told:
        return None
    return next((t for t in scene.sentence.child_tokens(noun, "poss") if scene.parties(t, "recipient")), None)


def _is_tie_of_owner(scene: Scene, hit: Hit, token: Token) -> bool:
    """Whether a filler stands after a preposition of what is somebody's: Peru in "probes Diouf's ties to Peru"."""
    return token.dep == "pobj" and _owner(scene, hit, scene.sentence.head(scene.sentence.head(token))) is not None


def _with_first(sentence: Sentence, token: Token) -> set[int]:
    """A word, and the one that "and" joins it to."""
    return {token.index} | ({sentence.head(token).index} if token.dep == "conj" else set())


def _own_words(hit: Hit) -> set[int]:
    return {hit.token.index} if hit.noun is None else {hit.token.index, hit.noun.index}


def _is_exempt(sentence: Sentence, hit: Hit, token: Token) -> bool:
    """ "announced tariffs with exemptions for Peru": Peru is spared."""
    spared = load_words()["exemptions"]["words"]
    return hit.trigger.event_type == "SANCTION" and any(
        t.lemma.lower() in spared for t in [token, *sentence.ancestors(token)]
    )


def _only_describes(scene: Scene, token: Token) -> bool:
    """ "Peru, the closest ally of Chile, said": what stands beside a name tells who Peru is, not who else speaks."""
    named = scene.covering(scene.sentence.head(token)) if token.dep == "appos" and token.pos != "PROPN" else None
    return named is not None and bool(named.parties) and scene.covering(token) is not named


def _is_active(sentence: Sentence, verb: Token, slot: str) -> bool:
    """ "backed the decision by Peru", "seized it from Peru": who comes after "by" or "from" did not do it.

    An agent makes a participle passive where the parser sees no more ("a truce, agreed upon by Peru").
    """
    if slot == "from" and is_verb(verb):
        return bool(sentence.child_tokens(verb, "nsubj", "dobj")) or verb.dep in ("xcomp", "pcomp")
    return is_verb(verb) and not is_passive(sentence, verb) and not sentence.child_tokens(verb, "agent")


def _fit_fillers(scene: Scene, hit: Hit, holder: Token, slot: str) -> list[Token]:
    """The fillers that can act so: things do not accuse, and "after a test" shares no subject with its clause."""
    apart = hit.trigger.event_type != "CONSULT" or bool(hit.trigger.frame.hosts)
    if slot in ("subject", "object") and holder.dep == "pobj" and not is_verb(holder) and apart:
        return _travellers(scene, hit) if slot == "subject" and hit.trigger.frame.hosts else []
    tokens = find_fillers(scene.sentence, holder, slot)
    if hit.trigger.frame.mutual or slot == "subject":
        tokens = [t for t in tokens if not _is_private(scene, t)]
    if slot == "subject":
        return _fit_subjects(scene, hit, holder, tokens)
    if slot == "possessor":
        tokens = [t for t in tokens if not scene.is_matter(t)]
    elif slot in ("to", "for") and hit.trigger.event_type == "SUPPORT":
        tokens = [t for t in tokens if scene.covering(t) is not None or not _is_contact(t, ("RETREAT",))]
    elif slot in links.WITHIN_PLACE and hit.trigger.frame.name == "visit":
        tokens = [t for t in tokens if _is_place_itself(scene, t)]
    elif slot in ("in", "with"):
        tokens = _fit_beside(scene, hit, holder, slot, tokens)
    elif slot == "by" and _is_figurative(hit):
        tokens = [t for t in tokens if _can_strike(scene, t)]  # "struck by Peru's words"
    elif slot == "by" and is_verb(holder) and hit.trigger.event_type in _SPOKEN:  # "threatened by Peru's debts"
        tokens = [t for t in tokens if not scene.sentence.child_tokens(t, "poss") or _can_act(scene, t)]
    return [] if _harms_a_matter(scene, hit) else tokens


def _fit_subjects(scene: Scene, hit: Hit, holder: Token, tokens: list[Token]) -> list[Token]:
    """Whoever of the subjects can do it: no deal lifts a ban, no crash kills on purpose, no plan speaks."""
    frame = hit.trigger.frame.name
    if frame in _OF_ACTORS:
        tokens = [t for t in tokens if scene.covering(t) is not None or not _is_contact(t)]
    if _is_figurative(hit):
        tokens = [t for t in tokens if _can_strike(scene, t)]  # "Peru's sanctions strike Chile"
    if frame == "harm":
        return [t for t in tokens if t.lemma.lower() not in load_words()["blind_forces"]["words"]]
    if hit.trigger.event_type not in _SPOKEN:
        return tokens
    tokens = [t for t in tokens if not _is_public(scene, t)]
    if frame == "broken":
        return tokens  # it is talks that break down
    able = [t for t in tokens if _can_act(scene, t)]
    if able or not tokens or holder.tag != "VBG" or holder.dep != "pcomp":
        return able
    return [t for t in _speakers_above(scene.sentence, holder) if _can_act(scene, t)]


def _fit_beside(scene: Scene, hit: Hit, holder: Token, slot: str, tokens: list[Token]) -> list[Token]:
    """Whoever stands after "in" or "with" and has a part: not the matter of a contact, nor where one was killed."""
    sentence, frame = scene.sentence, hit.trigger.frame.name
    if frame == "discussion" and slot == "with" and _is_purpose_of_contact(sentence, holder):
        return [t for t in tokens if sentence.head(sentence.head(t)).index == holder.index]
    if frame == "discussion" and slot == "with" and is_verb(hit.token):
        tokens = _of_verb_itself(sentence, hit.token, tokens)
    if slot == "in" and hit.trigger.event_type in _TOWARDS and is_verb(hit.token):
        tokens = [t for t in tokens if scene.covering(t) is not None or not _is_contact(t, ("CONSULT",))]
    if frame != "harm" or not is_verb(hit.token) or "with" in hit.trigger.after:
        return tokens
    if slot == "in" and _hits_people(scene, hit):
        return []
    return [t for t in tokens if scene.covering(t) is not None]  # "killed in clashes with Peru" hits not Peru


def _is_place_itself(scene: Scene, token: Token) -> bool:
    """ "arrived in Chile", "in the Chilean capital": not "in a Chilean jet", "in the wake of Chile's attack"."""
    known = scene.covering(token)
    seat = token.lemma.lower() in load_words()["grounds"]["nouns"]
    return seat or (known is not None and known.kind in ("state", "place") and token.dep not in ("amod", "poss"))


def _hits_people(scene: Scene, hit: Hit) -> bool:
    """ "a Kenyan soldier was killed in Peru": hit is who is named; Peru is hit by who "bombed targets in Peru"."""
    objects = objects_of(scene.sentence, hit.token)
    if any(scene.parties(t, "recipient") for t in objects):
        return True
    doers = subjects_of(scene.sentence, hit.token)
    return bool(objects) and not any(scene.parties(t, "actor") for t in doers)


def _of_verb_itself(sentence: Sentence, verb: Token, tokens: list[Token]) -> list[Token]:
    """ "discussed ties with Peru with Keita": who stands after the verb's own "with", if it has one, else all."""
    own = ends_of(sentence, verb)
    kept = [t for t in tokens if t.index in {o.index for o in with_conjuncts(sentence, own)}]
    return kept or tokens


def _is_purpose_of_contact(sentence: Sentence, verb: Token) -> bool:
    """ "met Diouf to discuss rivalry with Peru": whom they met is told already, Peru is the matter."""
    above = sentence.head(verb)
    to = any(t.tag == "TO" for t in sentence.child_tokens(verb, "aux"))
    return to and verb.dep in ("advcl", "xcomp") and _is_contact(above, ("CONSULT",), verbs=True)


def _harms_a_matter(scene: Scene, hit: Hit) -> bool:
    """ "fight hacking of Peru's networks" fights nobody."""
    weak = hit.trigger.weak and hit.trigger.frame.name == "harm" and is_verb(hit.token)
    objects = objects_of(scene.sentence, hit.token) if weak else []
    return bool(objects) and not any(_can_act(scene, t) or _is_banned_thing(scene, hit, t) for t in objects)


def _is_banned_thing(scene: Scene, hit: Hit, thing: Token) -> bool:
    """ "banned Peruvian trucks": a measure against what is a state's is one against the state."""
    owned = [t for t in scene.sentence.child_tokens(thing, "amod", "poss") if scene.parties(t, "recipient")]
    return hit.trigger.event_type == "COERCE" and bool(owned)


def _travellers(scene: Scene, hit: Hit) -> list[Token]:
    """ "On a visit to Peru, Diouf said": the visit of nobody else is that of the one who is told of."""
    sentence, noun = scene.sentence, hit.token
    marks = sentence.child_tokens(noun, "prep", "agent")
    owned = sentence.child_tokens(noun, "poss") or any(p.text.lower() in links.OWNERS for p in marks)
    verb = light_governor(sentence, noun)
    if owned or verb is None or sentence.head(noun).text.lower() not in load_words()["on_visits"]["prepositions"]:
        return []
    return [t for t in surface_subjects(sentence, verb) if (m := scene.covering(t)) is not None and m.parties]


def _is_private(scene: Scene, token: Token) -> bool:
    """ "deals between US and Malaysian firms": a firm of a state is not the state."""
    known = scene.covering(token)
    return token.lemma.lower() in load_words()["private"]["words"] and (known is None or known.kind != "organisation")


def _is_public(scene: Scene, token: Token) -> bool:
    """ "most Peruvians agree": what many of a people think is no act of their state."""
    mention = scene.covering(token)
    if mention is None or mention.kind != "state" or token.tag not in ("NNPS", "NNS"):
        return False
    before = scene.sentence.child_tokens(token, "amod", "det", "nummod")
    return any(t.text.lower() in load_words()["shares"]["words"] for t in before)


def _is_contact(token: Token, types: Sequence[str] = ("AGREE", "CONSULT", "SUPPORT"), *, verbs: bool = False) -> bool:
    """ "a deal with Peru that lifts the ban": what was agreed does nothing for either side alone."""
    table = load_event_types().verbs if verbs else load_event_types().nouns
    return any(t.event_type in types for t in table.get(token.lemma.lower(), ()))


def _can_act(scene: Scene, token: Token) -> bool:
    """Whether a word means somebody: a mention, a name, or a body such as "ministry"."""
    bodies = load_words()["bodies"]["words"]
    return scene.covering(token) is not None or token.lemma.lower() in bodies or token.pos == "PROPN"


def _is_figurative(hit: Hit) -> bool:
    """Whether words and measures harm so too: "sanctions hit Chile's ports", "was struck by Peru's words"."""
    loose = hit.trigger.weak or hit.trigger.lemma in load_words()["figurative"]["verbs"]
    return hit.trigger.frame.name == "harm" and is_verb(hit.token) and loose


def _can_strike(scene: Scene, token: Token) -> bool:
    """Whether a word means somebody, or what he strikes with: "Peru's missiles" or "shelling", not "Peru's words"."""
    armed = token.lemma.lower() in load_words()["weapons"]["words"] or _is_contact(token, ("ASSAULT",))
    return armed or _can_act(scene, token)


def _speakers_above(sentence: Sentence, verb: Token) -> list[Token]:
    """ "Diouf said the plans went well after speaking with Keita": plans do not speak, so he who says so did."""
    clause = next((t for t in sentence.ancestors(verb) if t.dep == "ccomp"), None)
    return surface_subjects(sentence, sentence.head(clause)) if clause is not None else []


def _holders(sentence: Sentence, hit: Hit) -> list[Token]:
    return [hit.token] if hit.noun is None else [hit.token, hit.noun]
