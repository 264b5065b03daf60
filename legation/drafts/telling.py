"""Whether a draft tells an event by itself, and if not, why: one table of refusals, asked in order."""

from __future__ import annotations

from collections.abc import Callable

from legation.drafts.drafting import Draft, governing_verb
from legation.drafts.scene import states_of
from legation.languages.en import links
from legation.languages.en.statuses import CAUTIONING, NEGATIVE_DETERMINERS
from legation.records import Party
from legation.triggers.clauses import is_verb, objects_of, subjects_of
from legation.triggers.matching import is_bare_answer
from legation.triggers.roles import find_fillers, light_governor
from legation.triggers.words import load_words

TWO = 2
SPOKEN_TO = ("ACCUSE", "AGREE", "REQUEST", "SUPPORT", "THREATEN")
TOWARDS_SOMEBODY = ("ACCUSE", "REQUEST")
ACROSS_BORDERS = ("MOBILIZE", "RETREAT", "COMMENT")  # what armies do, what is only floated: often with one state named
AT_HOME = "resign"  # who leaves an office does so at home
_ARMED = ("MIL", "REB", "UAF")
_AT_ARMS_LENGTH = ("heavy-weapons", "aerial")
_BODIES = frozenset({"GOV", "MIL", "UAF", "REB", "SPY", "LEG", "JUD", "COP", "PTY", "REF"})


def is_told(draft: Draft) -> bool:
    """Whether the sides that the frame needs are there; else only an event told before can give them."""
    return why_dropped(draft) is None


def why_dropped(draft: Draft) -> str | None:
    """The first reason against a draft in plain words ("one side only"); None if nothing speaks against it."""
    return next((reason for reason, holds in REFUSALS if holds(draft)), None)


def acting(draft: Draft) -> list[Party]:
    """The sides that can act between states: all but people of whom no state is known."""
    return [p for p in draft.parties if p.state is not None or not p.person]


def sides_of(parties: tuple[Party, ...] | list[Party]) -> set[str]:
    """The states and armed or public bodies for which parties act; a firm or person of no known state is no side."""
    return states_of(p for p in parties if p.state is not None or _is_body(p))


def _is_body(party: Party) -> bool:
    return not party.person and party.actor_id is not None and party.sector in _BODIES


def is_verbal(draft: Draft) -> bool:
    """A verb, or a noun that a light verb carries: an event told outright, not a bare noun."""
    return is_verb(draft.hit.token) or light_governor(draft.sentence, draft.hit.token) is not None


def _is_weak(draft: Draft) -> bool:
    lonely = len(sides_of(acting(draft))) < TWO
    return draft.hit.trigger.weak and lonely and (is_verb(draft.hit.token) or not draft.counterpart)


def _lacks_a_pair(draft: Draft) -> bool:
    return draft.hit.trigger.frame.needs == "pair" and len(sides_of(draft.parties)) < TWO


def _lacks_an_actor(draft: Draft) -> bool:
    needed = draft.hit.trigger.frame.needs in ("actor", "both")
    return needed and not any(a in acting(draft) for a in draft.actors)


def _lacks_a_recipient(draft: Draft) -> bool:
    needed = draft.hit.trigger.frame.needs == "both"
    return needed and not any(r in acting(draft) for r in draft.recipients)


def _has_no_person(draft: Draft) -> bool:
    """ "no ship may visit Peru": a visit is paid by people."""
    return draft.hit.trigger.people_only and not any(a.actor_id != a.state for a in draft.actors if not a.host)


def _is_march(draft: Draft) -> bool:
    """ "more troops would head to Peru": soldiers who go somewhere pay no visit."""
    goers = [a for a in draft.actors if not a.host]
    return draft.mode == "visit" and bool(goers) and all(a.sector in _ARMED and not a.person for a in goers)


def _fights_no_side(draft: Draft) -> bool:
    """ "Peru and Chile cooperate in fighting the infection": what one fights there is nobody."""
    verb = draft.hit.token
    if draft.event_type != "ASSAULT" or not draft.hit.trigger.weak or not is_verb(verb) or draft.recipients:
        return False
    return bool(objects_of(draft.sentence, verb))


def _is_only_there(draft: Draft) -> bool:
    """ "the dissident is in Lima", "troops were in Lima": only those in office visit by being somewhere."""
    if draft.hit.trigger.frame.name != "presence":
        return False
    abroad = draft.place is not None and draft.place.country is not None
    return not abroad or not any(a.person and a.office and not a.host for a in draft.actors)


def _is_bare_noun(draft: Draft) -> bool:
    lonely = len(sides_of(acting(draft))) < TWO and draft.event_type != draft.hit.trigger.alone
    return draft.hit.trigger.frame.name == "joint" and not is_verbal(draft) and lonely


def _is_aimless(draft: Draft) -> bool:
    return not draft.recipients and (draft.event_type in TOWARDS_SOMEBODY or draft.mode == "praise")


def _is_domestic(draft: Draft) -> bool:
    """Actors and recipients of one and the same state: nobody else's affair; so is harm done to one by nobody named.

    A noun that leaves the other side unsaid is told of two all the same: "the clashes with India", "rocket fire on".
    """
    if not draft.recipients or len(states_of(draft.parties)) != 1:
        return False
    if not draft.actors and _is_abroad(draft):
        return False
    two_sided = draft.counterpart or draft.mode in _AT_ARMS_LENGTH
    return bool(draft.actors) or is_verb(draft.hit.token) or not two_sided


def _is_abroad(draft: Draft) -> bool:
    """ "gunmen abducted two Peruvians in Chad", "crowds in Lima marched against Chad": done elsewhere than at home."""
    if draft.event_type not in ("ASSAULT", "PROTEST") or draft.place is None or draft.place.country is None:
        return False
    return draft.place.country not in states_of(draft.parties)


def _is_of_strangers(draft: Draft) -> bool:
    """ "called for the senator's resignation": whom one speaks to, of no state that is told, is at home, as one's own.

    Of the people of other states a report says whose they are.
    """
    spoken = draft.event_type in SPOKEN_TO and len(sides_of(draft.parties)) < TWO and not draft.foreign
    return spoken and bool(draft.recipients) and all(r.person and r.state is None for r in draft.recipients)


def _stays_at_home(draft: Draft) -> bool:
    """One state alone, no other in its clause, nor near it in a report on others: domestic affairs."""
    if draft.hit.trigger.frame.needs == "pair" or len(sides_of(draft.parties)) >= TWO:
        return False
    if _is_abroad(draft):
        return False
    if draft.mode == AT_HOME:
        return not draft.foreign
    if draft.mode == "visit" and draft.place is not None and draft.place.country is not None:
        return draft.place.country in states_of(draft.parties)
    moves = draft.event_type in ACROSS_BORDERS
    return not (draft.foreign or (draft.abroad and (draft.outward or moves)))


def _is_with_nobody(draft: Draft) -> bool:
    """ "we have a deal with Peru": only the other side is known."""
    if draft.hit.trigger.frame.name != "joint" or not draft.counterpart or len(sides_of(draft.parties)) >= TWO:
        return False
    return all(e.start > draft.hit.token.start for p in draft.actors for e in p.evidence[:1])


def _is_purpose(draft: Draft) -> bool:
    """ "the means to support Peru": a weak verb below "to" says what something is for; one side's aim is no comment."""
    below_to = any(t.tag == "TO" for t in draft.sentence.child_tokens(draft.hit.token, "aux"))
    if is_bare_answer(draft.hit):  # "expelled envoys to retaliate for the poisoning"
        return below_to and draft.hit.token.dep in ("acl", "advcl")
    if draft.event_type == "COMMENT" and draft.hit.trigger.only:
        return below_to and len(sides_of(draft.parties)) < TWO
    by_to = draft.cue is not None and any(t.tag == "TO" for t in draft.sentence.tokens_in(*draft.cue))
    if draft.mode == "ceasefire" and by_to and len(sides_of(draft.parties)) < TWO:
        return draft.hit.token.dep in ("acl", "advcl")  # "the search for a peace to end the war"
    return draft.hit.trigger.weak and draft.event_type == "SUPPORT" and by_to and draft.status == "planned"


def _is_between_firms(draft: Draft) -> bool:
    """ "deals between US and Malaysian companies" are nobody's treaty."""
    if draft.event_type not in ("AGREE", "SUPPORT") or is_verb(draft.hit.token):
        return False
    sides = find_fillers(draft.sentence, draft.hit.token, "between")
    return any(t.lemma.lower() in load_words()["private"]["words"] for t in sides)


def _is_of_words(draft: Draft) -> bool:
    """ "Mr Keita attacked the judges": a person in office who attacks no state attacks with words."""
    lemma = draft.hit.token.lemma.lower()
    if draft.event_type != "ASSAULT" or lemma not in load_words()["verbal_attacks"]["words"]:
        return False
    speak = bool(draft.actors) and all(a.person and a.sector not in _ARMED for a in draft.actors)
    return speak and not any(r.state is not None and not r.person for r in draft.recipients)


def _is_of_others(draft: Draft) -> bool:
    """ "my administration will cooperate with Peru and Chile", "deals with Peru and Chile": the others are no pair."""
    sentence, hit = draft.sentence, draft.hit.token
    if not draft.hit.trigger.frame.mutual or not draft.parties:
        return False
    if is_verb(hit) and not sentence.child_tokens(hit, "nsubj"):
        return False
    holders = [hit] if draft.hit.noun is None else [hit, draft.hit.noun]
    marks = {o.index for h in holders for p in sentence.child_tokens(h, "prep") if p.text.lower() in links.BESIDE
             for t in sentence.child_tokens(p, "pobj") for o in sentence.subtree(t)}  # fmt: skip
    spans = [(sentence.tokens[i].start, sentence.tokens[i].end) for i in marks]
    return all(any(e.start < b and a < e.end for a, b in spans) for p in draft.parties for e in p.evidence[:1])


def _is_a_name(draft: Draft) -> bool:
    """ "under the Lima Accord", "the Treaty of Lima", "the Pacific War": a name tells no agreeing and no fight."""
    noun, sentence = draft.hit.token, draft.sentence
    if draft.event_type not in ("AGREE", "ASSAULT") or noun.tag not in ("NNP", "NNPS") or is_verbal(draft):
        return False
    before = [t for t in sentence.child_tokens(noun, "compound", "poss", "amod") if t.text[:1].isupper()]
    behind = sentence.child_tokens(noun, "prep", "acl")
    named_after = [o for p in behind if p.text == "of" for o in sentence.child_tokens(p, "pobj") if o.pos == "PROPN"]
    return (bool(before) and not behind) or (draft.event_type == "AGREE" and len(named_after) == len(behind) == 1)


def _is_tip(draft: Draft) -> bool:
    """ "warned Peru that Chile was spying": who tells what has been done threatens nobody."""
    sentence, verb = draft.sentence, draft.hit.token
    if draft.event_type != "THREATEN" or verb.lemma.lower() not in CAUTIONING:
        return False
    clauses = sentence.child_tokens(verb, "ccomp")
    tenses = [{t.tag for t in (c, *sentence.child_tokens(c, "aux", "auxpass"))} for c in clauses]
    return bool(tenses) and all("MD" not in t and "VBD" in t for t in tenses)


def _is_standing_quarrel(draft: Draft) -> bool:
    """ "a solution to the Peru-Chile conflict": what two have between them is no fight of any day."""
    noun, sentence = draft.hit.token, draft.sentence
    if draft.event_type != "ASSAULT" or not draft.hit.trigger.weak or is_verbal(draft):
        return False
    spans = [(t.start, t.end) for t in sentence.child_tokens(noun, "compound", "amod", "nmod")
             for t in sentence.subtree(t)]  # fmt: skip
    named = sum(any(a <= e.start and e.end <= b for a, b in spans) for p in draft.parties for e in p.evidence[:1])
    return named >= TWO and noun.dep not in ("nsubj", "nsubjpass") and draft.status != "ongoing"


def _is_within(draft: Draft) -> bool:
    """ "Diouf arrives in Dakar": a journey within the state of all who make it is no visit to anybody."""
    home = {p.state for p in draft.actors}
    if draft.mode == "visit" and len(home) == 1 and None not in home and any(a.host for a in draft.actors):
        return True
    return draft.mode == "visit" and draft.place is not None and home == {draft.place.country} and None not in home


def _is_blind(draft: Draft) -> bool:
    """ "the crash killed four Peruvians": what kills without meaning to is nobody's act."""
    if draft.event_type != "ASSAULT" or not is_verb(draft.hit.token):
        return False
    told = subjects_of(draft.sentence, draft.hit.token)
    return bool(told) and all(t.lemma.lower() in load_words()["blind_forces"]["words"] for t in told)


def _is_of_no_use(draft: Draft) -> bool:
    """ "sees no point in talks with Peru": nobody says that there are any."""
    sentence, mark = draft.sentence, draft.sentence.head(draft.hit.token)
    use = sentence.head(mark)
    if draft.hit.token.dep not in ("pobj", "pcomp") or use.lemma.lower() not in load_words()["uses"]["nouns"]:
        return False
    return any(t.text.lower() in NEGATIVE_DETERMINERS for t in sentence.child_tokens(use, "det"))


def _is_forbidden(draft: Draft) -> bool:
    """ "resolutions bar Peru from testing missiles": a rule tells of no case of what it forbids."""
    sentence, verb = draft.sentence, governing_verb(draft.sentence, draft.hit)
    above = sentence.head(verb)
    above = sentence.head(above) if verb.dep == "pcomp" and above.text.lower() == "from" else above
    return verb.dep in ("pcomp", "xcomp") and above.lemma.lower() in load_words()["forbidding"]["verbs"]


REFUSALS: tuple[tuple[str, Callable[[Draft], bool]], ...] = (
    ("the word alone tells nothing without two sides", _is_weak),
    ("two sides are needed, of two states", _lacks_a_pair),
    ("nobody is named who does it", _lacks_an_actor),
    ("nobody is named to whom it is done", _lacks_a_recipient),
    ("no person is named who goes", _has_no_person),
    ("nobody in office is there", _is_only_there),
    ("soldiers pay no visits", _is_march),
    ("what is fought is no side", _fights_no_side),
    ("it is a journey within one state", _is_within),
    ("what kills without meaning to", _is_blind),
    ("it tells what somebody else has done", _is_tip),
    ("a quarrel that two have had for long", _is_standing_quarrel),
    ("it is said to be of no use", _is_of_no_use),
    ("a rule forbids it", _is_forbidden),
    ("a bare noun with one side", _is_bare_noun),
    ("only the other side is known", _is_with_nobody),
    ("it is the name of an agreement", _is_a_name),
    ("it is only what something is for", _is_purpose),
    ("soldiers march in parades", lambda d: d.event_type == "PROTEST" and any(a.sector == "MIL" for a in d.actors)),
    ("it is a deal between firms", _is_between_firms),
    ("a person attacks with words", _is_of_words),
    ("only those are known with whom it is done", _is_of_others),
    ("it is said towards nobody", _is_aimless),
    ("no state or public body takes part", lambda draft: not sides_of(acting(draft))),
    ("actor and recipient are of one state", _is_domestic),
    ("it is said to somebody of no known state", _is_of_strangers),
    ("one state only, and no other near", _stays_at_home),
)
