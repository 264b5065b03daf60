"""Hit + mentions -> Draft: who takes part in what a trigger tells, before the report's claims are put together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from legation.drafts.filling import fill
from legation.drafts.reaching import complement_parties
from legation.drafts.scene import Scene, party_key, states_of, unique, with_evidence
from legation.drafts.vows import is_threat, threatened
from legation.languages.en import links
from legation.records import (
    AgreementMention,
    Attribution,
    Evidence,
    Party,
    Place,
    Quantity,
    Sentence,
    Span,
    Status,
    Token,
    When,
)
from legation.triggers.clauses import is_passive, is_verb, objects_of, owners, surface_subjects, with_conjuncts
from legation.triggers.matching import Hit, done_by
from legation.triggers.roles import find_fillers, is_grievance, light_governor
from legation.triggers.words import load_words

_TWO = 2
_CARRIED = ("harm", "directed", "gift")  # what may be told to have come to somebody
_ON_GROUND = ("harm", "force")  # what is done to a place is done to its state
_FROM = ("from", "by", "of")  # who gave what another received


@dataclass(frozen=True, slots=True)
class Draft:
    """One hit with its sides and details; ``counterpart`` says that a second side stands there but is not resolved.

    ``purposes`` are what the contact was for ("a call to discuss trade"). ``cue``: the words that make the status
    another than "occurred". ``foreign``: its clause names a state besides its sides'; ``abroad``: a sentence near does;
    ``outward``: most sentences of the report do.
    """

    hit: Hit
    sentence: Sentence
    event_type: str
    mode: str | None
    actors: tuple[Party, ...] = ()
    recipients: tuple[Party, ...] = ()
    others: tuple[Party, ...] = ()
    counterpart: bool = False
    status: Status = "occurred"
    factuality: float | None = None
    background: bool = False
    opinion: bool = False
    when: When | None = None
    place: Place | None = None
    attribution: Attribution | None = None
    ordinal: int | None = None
    agreement: AgreementMention | None = None
    quantities: tuple[Quantity, ...] = ()
    topics: tuple[str, ...] = ()
    contexts: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = field(default=())
    part: int = 0
    implied: bool = False
    abroad: bool = True
    foreign: bool = True
    outward: bool = True
    cue: Span | None = None
    purposes: tuple[Draft, ...] = ()

    @property
    def parties(self) -> tuple[Party, ...]:
        """All sides, actors first."""
        return self.actors + self.recipients


def make_drafts(scene: Scene, hit: Hit) -> list[Draft]:
    """The drafts of one hit: several where it tells several calls ("spoke by phone with A; B and C")."""
    actors, recipients, counterpart = _sides(scene, hit)
    event_type = hit.trigger.event_type
    if is_threat(scene, hit, actors):
        recipients = recipients or threatened(scene, hit, actors) or _aimed_at(scene, hit, actors)
        event_type = "THREATEN"
    if hit.trigger.alone is not None and len(states_of(actors)) == 1 and not counterpart:
        event_type = hit.trigger.alone
    if hit.trigger.frame.name == "cancelled" and not actors and len(states_of(recipients)) >= _TWO:
        actors, recipients = recipients, ()  # "talks between Peru and Chile were called off"
    draft = Draft(
        hit, scene.sentence, event_type, hit.trigger.mode, actors, recipients,
        others=_present(scene, hit), counterpart=counterpart,
    )  # fmt: skip
    return _split(scene, draft)


def _sides(scene: Scene, hit: Hit) -> tuple[tuple[Party, ...], tuple[Party, ...], bool]:
    """Actors, recipients, and whether a second side stands there that is not resolved."""
    frame = hit.trigger.frame
    given, taken = (_FROM, ("subject",)) if _is_received(scene, hit) else (frame.actors, frame.recipients)
    actors, counterpart = fill(scene, hit, given, "actor")
    recipients, unresolved = fill(scene, hit, taken, "recipient", places=_is_on_ground(hit))
    if frame.name == "harm":
        actors, recipients = _sides_of_harm(scene, hit, actors, recipients)
    hosts, host_named = fill(scene, hit, frame.hosts, "actor", places=True)
    if frame.hosts and not hosts and not is_verb(hit.token):  # "a visit with the king"
        actors = unique([*actors, *fill(scene, hit, ("with",), "actor")[0]])
    actors = unique([*actors, *(replace(h, host=True) for h in hosts)])
    if hit.trigger.event_type == "CONSULT" and not is_verb(hit.token):
        actors = _sides_of_contact(scene, hit, actors)
    actors = _without_headline(scene, hit, _without_venue(scene, hit, actors))
    recipients = _without_own(actors, _apart(recipients, actors))
    named = recipients or (unresolved and is_verb(hit.token)) or len(states_of(actors)) >= _TWO
    if not frame.mutual and not named and (frame.name != "warning" or _warns_of_own_act(scene.sentence, hit)):
        recipients = complement_parties(scene, hit, actors)
    if not recipients and frame.name in _CARRIED and is_verb(hit.token):
        recipients = _apart(_answered(scene, hit), actors)
    if not recipients and not is_verb(hit.token) and frame.name in _CARRIED:
        recipients = _apart(_come_to(scene, hit), actors)
    if frame.name == "joint" and len(states_of(actors)) < _TWO and hit.trigger.event_type != "COMMENT":
        actors, recipients = _sides_of_accord(scene, hit, actors)
    if frame.name in ("departure", "force") and not actors:  # "Danish troops were withdrawn"
        actors = fill(scene, hit, ("object",), "actor")[0] if is_verb(hit.token) else _whose_things(scene, hit)
    if frame.name == "mediation" and len(states_of(recipients)) == 1:
        recipients = unique([*recipients, *_other_side(scene, [*actors, *recipients])])
    if frame.name == "harm" and is_verb(hit.token) and actors and not recipients:
        recipients = _aimed_at(scene, hit, actors)
    return actors, recipients, (counterpart and not hit.trigger.party_objects) or unresolved or host_named


def _is_received(scene: Scene, hit: Hit) -> bool:
    """ "Chad received assurances from Peru": whoever gets what another gives does not give it."""
    if is_verb(hit.token) or hit.trigger.frame.name not in ("directed", "gift"):
        return False
    verb = light_governor(scene.sentence, hit.token)
    gets = verb is not None and verb.lemma.lower() in load_words()["getting"]["verbs"]
    return verb is not None and gets and not is_passive(scene.sentence, verb)


def _is_on_ground(hit: Hit) -> bool:
    """Whether what is done at a place is done to its state: a strike, and what becomes of an embassy."""
    missions = load_words()["missions"]["words"]
    return hit.trigger.frame.name in _ON_GROUND or (hit.noun is not None and hit.noun.lemma.lower() in missions)


def _sides_of_harm(
    scene: Scene, hit: Hit, actors: tuple[Party, ...], recipients: tuple[Party, ...]
) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """Both sides of a fight act; the ground on which a state acts at home is no side."""
    if hit.trigger.weak and not actors and not is_verb(hit.token):
        actors, recipients = recipients if _is_fight(scene, hit) else (), ()
    home = {a.state for a in actors}
    return actors, tuple(r for r in recipients if r.person or r.state not in home)


def _sides_of_contact(scene: Scene, hit: Hit, actors: tuple[Party, ...]) -> tuple[Party, ...]:
    """A meeting's sides with those that stand outside its phrase: the guests, the speaker, whom it honours."""
    actors = _sides_between(scene, hit) or actors or _guests_of_twin(scene, hit)
    if len(states_of(actors)) != 1:
        return actors
    actors = unique([*_speaking_side(scene, hit, actors), *actors])
    if scene.sentence.child_tokens(hit.token, "acl"):  # "a ceremony marking the admiral's farewell"
        actors = unique([*actors, *complement_parties(scene, hit, actors)])
    return actors


def _sides_between(scene: Scene, hit: Hit) -> tuple[Party, ...]:
    """ "Diouf flew in to prepare for a summit between Peru and Chile": the summit is theirs alone."""
    if hit.token.dep != "pobj":
        return ()
    sides, _ = fill(scene, hit, ("between",), "actor")
    return sides if len(states_of(sides)) >= _TWO else ()


def _sides_of_accord(scene: Scene, hit: Hit, actors: tuple[Party, ...]) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """The sides of an accord of which one state is named: the other stands in what is agreed on."""
    more = complement_parties(scene, hit, actors)
    if is_verb(hit.token) and len(actors) >= _TWO:
        more = ()  # "two of one cabinet agreed on troops for Peru"
    if is_verb(hit.token) and not actors and scene.sentence.child_tokens(hit.token, "nsubj", "xcomp"):
        more = ()  # "the leaders agreed to hold Peru to account": Peru is no side
    actors = actors if is_verb(hit.token) and actors else unique([*actors, *more])
    return actors, more if not set(map(party_key, more)) <= set(map(party_key, actors)) else ()


def _apart(parties: tuple[Party, ...], others: tuple[Party, ...]) -> tuple[Party, ...]:
    """The parties that are not among the others."""
    known = {party_key(p) for p in others}
    return tuple(p for p in parties if party_key(p) not in known)


def _warns_of_own_act(sentence: Sentence, hit: Hit) -> bool:
    """ "Peru warned that it would cut off gas to Chile": who is warned is whom the act hits."""
    clauses = sentence.child_tokens(hit.token, "ccomp")
    own = [c for c in clauses if any(t.pos == "PRON" for t in sentence.child_tokens(c, "nsubj"))]
    return any(t.text.lower() in links.OWN_ACTS for c in own for t in sentence.child_tokens(c, "aux"))


def _come_to(scene: Scene, hit: Hit) -> tuple[Party, ...]:
    """ "rocket fire from Peru hit Chile", "aid from Peru reached Chile": whom the verb above the noun names."""
    sentence = scene.sentence
    above = [sentence.head(hit.token)] if hit.token.dep == "nsubj" else sentence.child_tokens(hit.token, "relcl")
    verb = next((v for v in above if v.lemma.lower() in load_words()["carried"]["verbs"]), None)
    if verb is None or is_passive(sentence, verb):
        return ()
    return unique(p for t in objects_of(scene.sentence, verb) for p in scene.parties(t, "recipient", places=True))


def _answered(scene: Scene, hit: Hit) -> tuple[Party, ...]:
    """ "retaliated against Peru by firing missiles": whom the act above its means is against."""
    above = done_by(scene.sentence, hit.token)
    tokens = [] if above is None else find_fillers(scene.sentence, scene.sentence.tokens[above], "against")
    return unique(p for t in tokens for p in scene.parties(t, "recipient"))


def _aimed_at(scene: Scene, hit: Hit, actors: tuple[Party, ...]) -> tuple[Party, ...]:
    """ "launched an offensive to stop rockets from Lima": an act without a target is aimed at whom it is to stop."""
    sentence, home = scene.sentence, {a.state for a in actors}
    clauses = [c for c in sentence.child_tokens(hit.token, "advcl", "xcomp")
               if any(t.tag == "TO" for t in sentence.child_tokens(c, "aux"))]  # fmt: skip
    for token in (t for c in clauses for t in sentence.subtree(c)):
        found = scene.parties(token, "recipient", places=True) if scene.covering(token) is not None else ()
        if found and not any(p.state in home for p in found):
            return found
    return ()


def _is_fight(scene: Scene, hit: Hit) -> bool:
    """ "clashes with Peru's army": of the two who fight, one is named; "the conflict in Peru" names a place."""
    return any(p.text.lower() == "with" for p in scene.sentence.child_tokens(hit.token, "prep"))


def _without_venue(scene: Scene, hit: Hit, actors: tuple[Party, ...]) -> tuple[Party, ...]:
    """The sides without the place of "his Finland summit"."""
    before = scene.sentence.child_tokens(hit.token, "compound", "nmod")
    owned = bool(scene.sentence.child_tokens(hit.token, "poss")) and "-" not in hit_words(scene, hit)
    if hit.token.lemma.lower() not in load_words()["gatherings"]["words"] or not owned or len(actors) < _TWO:
        return actors
    venues = {(m.start, m.end) for t in before if (m := scene.covering(t)) is not None and m.kind in ("state", "place")}
    return tuple(a for a in actors if not any((e.start, e.end) in venues for e in a.evidence[:1])) if venues else actors


def _without_headline(scene: Scene, hit: Hit, actors: tuple[Party, ...]) -> tuple[Party, ...]:
    """ "Diouf: Shelling of the camp a crime": who stands before a colon says it, he does not do it."""
    spans = [(a, e) for a in actors for e in a.evidence[:1]]
    says = {party_key(a) for a, e in spans if e.end <= hit.token.start and scene.text[e.end : e.end + 1] == ":"}
    return tuple(a for a in actors if party_key(a) not in says) if says else actors


def hit_words(scene: Scene, hit: Hit) -> str:
    """The words that a trigger spans, as they stand."""
    return scene.text[hit.span[0] : hit.span[1]]


def _without_own(actors: tuple[Party, ...], recipients: tuple[Party, ...]) -> tuple[Party, ...]:
    """ "reaffirmed Peru's commitment to Chile": the actor's own side is not whom it is said to, where another is."""
    home = {a.state for a in actors}
    others = tuple(r for r in recipients if r.state is None or r.state not in home)
    return others or recipients


def _whose_things(scene: Scene, hit: Hit) -> tuple[Party, ...]:
    """ "Danish arms left there after the withdrawal": who withdrew is whose things stand above the noun."""
    for token in scene.sentence.ancestors(hit.token) if hit.trigger.mode == "withdraw" else ():
        if token.pos == "NOUN":
            return scene.parties(token, "actor")
    return ()


def _other_side(scene: Scene, known: Sequence[Party]) -> tuple[Party, ...]:
    """Whose tensions with Peru somebody calmed: the one other state that the sentence names, if it is one."""
    apart = states_of(known)
    states = [(p, m) for m in scene.mentions if m.kind == "state" for p in m.parties if p.state not in apart]
    others = unique(with_evidence(p, scene.text, m, "recipient") for p, m in states)
    return others if len(others) == 1 else ()


def _present(scene: Scene, hit: Hit) -> tuple[Party, ...]:
    """ "ministers were present at the meeting": those named were there, but the meeting was not theirs."""
    sentence = scene.sentence
    above = sentence.ancestors(hit.token)[:3]
    state = next((t for t in above if t.lemma.lower() == "present" and t.pos in ("ADJ", "VERB")), None)
    if hit.trigger.event_type != "CONSULT" or is_verb(hit.token) or state is None:
        return ()
    verb = state if state.pos == "VERB" else sentence.head(state)
    tokens = with_conjuncts(sentence, surface_subjects(sentence, verb))
    return unique(replace(p, role="present") for t in tokens for p in scene.parties(t, "actor"))


def _guests_of_twin(scene: Scene, hit: Hit) -> tuple[Party, ...]:
    """ "attended the ceremony of A and the ceremony marking B's farewell": who attended the first attended both."""
    sentence = scene.sentence
    twins = [t for t in sentence.ancestors(hit.token) if t.lemma == hit.token.lemma and not is_verb(t)]
    subjects = owners(sentence, twins[0], 0) if twins and hit.token.dep == "conj" else []
    return unique(p for token in subjects for p in scene.parties(token, "actor"))


def _speaking_side(scene: Scene, hit: Hit, actors: tuple[Party, ...]) -> tuple[Party, ...]:
    """ "X said ahead of talks with Y", "X briefed the press on his meeting with Y": X is the other side."""
    sentence = scene.sentence
    if not scene.sentence.child_tokens(hit.token, "prep") or not find_fillers(sentence, hit.token, "with"):
        return ()
    if is_grievance(sentence, hit.token):
        return ()
    verb = next((t for t in sentence.ancestors(hit.token) if is_verb(t)), None)
    subjects = surface_subjects(sentence, verb) if verb is not None else []
    found = unique(p for t in subjects for p in scene.parties(t, "actor"))
    return found if len(found) == 1 and not states_of(found) & states_of(actors) else ()


def _split(scene: Scene, draft: Draft) -> list[Draft]:
    """Several calls in one clause: counterparts parted by a semicolon, or "separate" calls with each."""
    if draft.event_type != "CONSULT" or draft.hit.trigger.frame.name != "conversation" or len(draft.actors) < 3:
        return [draft]
    subject, _ = fill(scene, draft.hit, ("subject",), "actor")
    keys = {party_key(p) for p in subject}
    others = [p for p in draft.actors if party_key(p) not in keys]
    if len(subject) != 1 or len(others) < 2 or not _told_apart(scene, others, draft):
        return [draft]
    return [replace(draft, actors=(*subject, p), part=k) for k, p in enumerate(others)]


def _told_apart(scene: Scene, others: Sequence[Party], draft: Draft) -> bool:
    if draft.hit.words & {"separate", "separately", "respectively", "calls"} or (
        draft.hit.plural and draft.mode == "phone"
    ):
        return True
    spans = sorted((e.start, e.end) for p in others for e in p.evidence[:1])
    return any(";" in scene.text[a[1] : b[0]] for a, b in pairwise(spans))


def with_implied(draft: Draft) -> list[Draft]:
    """The draft, and the contact that it implies where people of two states say one thing together.

    An implied contact is kept only as a retelling of a call or meeting that the report tells outright.
    """
    if draft.event_type == "AGREE" and draft.mode == "meet" and draft.actors and draft.recipients:
        home = draft.place is None or draft.place.country is None or draft.place.country in states_of(draft.actors)
        sides = unique([*(replace(a, host=home) for a in draft.actors), *draft.recipients])
        status: Status = "planned" if draft.status in ("occurred", "ongoing") else draft.status
        return [
            draft,
            replace(draft, event_type="CONSULT", mode="visit", actors=sides, recipients=(), status=status, part=1),
        ]
    subjects = [p for p in draft.actors if p.person]
    if draft.event_type not in ("AGREE", "SUPPORT", "REQUEST") or len(states_of(subjects)) < 2:
        return [draft]
    contact = replace(draft, event_type="CONSULT", mode=None, actors=draft.actors, recipients=(), part=1, implied=True)
    return [draft, contact]


def governing_verb(sentence: Sentence, hit: Hit) -> Token:
    """The verb whose clause the hit belongs to: the verb itself, or the light verb of a noun."""
    if is_verb(hit.token):
        return hit.token
    return light_governor(sentence, hit.token) or hit.token
