"""Hit + mentions -> Draft: who takes part in what a trigger tells, before the report's claims are put together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from legation.claims.reaching import complement_parties
from legation.claims.roles import (
    find_fillers,
    is_passive,
    is_verb,
    light_governor,
    objects_of,
    owners,
    surface_subjects,
    with_conjuncts,
)
from legation.claims.scene import Scene, party_key, states_of, unique, with_evidence
from legation.claims.triggers import Hit
from legation.claims.words import load_words
from legation.event_types import load_event_types
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

_TWO = 2
_SPOKEN = ("AGREE", "SUPPORT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "CONCEDE", "CONSULT")
_COUNTER_SLOTS = ("object", "with", "to")
_OF_ACTORS = ("directed", "gift", "departure", "harm")


@dataclass(frozen=True, slots=True)
class Draft:
    """One hit with its sides and details; ``counterpart`` says that a second side stands there but is not resolved.

    ``purposes`` are what the contact was for ("a call to discuss trade"). ``cue``: the words that make the status
    another than "occurred". ``foreign``: its clause names a state besides its sides'; ``abroad``: a sentence near does;
    ``worldly``: many of the report do.
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
    flags: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = field(default=())
    part: int = 0
    implied: bool = False
    abroad: bool = True
    foreign: bool = True
    worldly: bool = True
    cue: Span | None = None
    purposes: tuple[Draft, ...] = ()

    @property
    def parties(self) -> tuple[Party, ...]:
        """All sides, actors first."""
        return self.actors + self.recipients


def make_drafts(scene: Scene, hit: Hit) -> list[Draft]:
    """The drafts of one hit: several where it tells several calls ("spoke by phone with A; B and C")."""
    frame = hit.trigger.frame
    actors, counterpart = _fill(scene, hit, frame.actors, "actor")
    recipients, unresolved = _fill(scene, hit, frame.recipients, "recipient", places=frame.name == "harm")
    if frame.name == "harm" and hit.trigger.weak and not actors and not is_verb(hit.token):
        actors, recipients = recipients if _is_fight(scene, hit) else (), ()
    if frame.name == "harm":  # the ground on which a state acts at home is no side
        recipients = tuple(r for r in recipients if r.person or r.state not in {a.state for a in actors})
    hosts, host_named = _fill(scene, hit, frame.hosts, "actor", places=True)
    if frame.hosts:
        actors = unique([*actors, *(replace(h, host=True) for h in hosts)])
    if not actors and not is_verb(hit.token) and hit.trigger.event_type == "CONSULT":
        actors = _guests_of_twin(scene, hit)
    if not is_verb(hit.token) and hit.trigger.event_type == "CONSULT" and len(states_of(actors)) == 1:
        actors = unique([*_speaking_side(scene, hit, actors), *actors])
        if scene.sentence.child_tokens(hit.token, "acl"):  # "a ceremony marking the admiral's farewell"
            actors = unique([*actors, *complement_parties(scene, hit, actors)])
    actors = _without_venue(scene, hit, actors)
    recipients = tuple(r for r in recipients if party_key(r) not in {party_key(a) for a in actors})
    recipients = _without_own(actors, recipients)
    if (
        not frame.mutual
        and not recipients
        and not (unresolved and is_verb(hit.token))
        and frame.name != "warning"
        and len(states_of(actors)) < _TWO
    ):
        recipients = complement_parties(scene, hit, actors)
    if frame.name == "joint" and len(states_of(actors)) < 2 and hit.trigger.event_type != "COMMENT":
        more = complement_parties(scene, hit, actors)
        if is_verb(hit.token) and len(actors) >= _TWO:
            more = ()  # "two of one cabinet agreed on troops for Peru"
        if is_verb(hit.token) and not actors and scene.sentence.child_tokens(hit.token, "nsubj", "xcomp"):
            more = ()  # "the leaders agreed to hold Peru to account": Peru is no side
        actors = actors if is_verb(hit.token) and actors else unique([*actors, *more])
        recipients = more if not set(map(party_key, more)) <= set(map(party_key, actors)) else ()
    if hit.trigger.party_objects:
        counterpart = False
    if frame.name == "departure" and not actors:  # "Danish troops were withdrawn"
        actors = _fill(scene, hit, ("object",), "actor")[0] if is_verb(hit.token) else _whose_things(scene, hit)
    if frame.name == "mediation" and len(states_of(recipients)) == 1:
        recipients = unique([*recipients, *_other_side(scene, [*actors, *recipients])])
    draft = Draft(
        hit, scene.sentence, hit.trigger.event_type, hit.trigger.mode, actors, recipients,
        others=_present(scene, hit), counterpart=counterpart or unresolved or host_named,
    )  # fmt: skip
    return _split(scene, draft)


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
    for token in scene.sentence.ancestors(hit.token):
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


def _fill(
    scene: Scene, hit: Hit, slots: Sequence[str], role: str, *, places: bool = False
) -> tuple[tuple[Party, ...], bool]:
    """The parties of the slots, and whether a slot but the subject names somebody who is not resolved."""
    found: list[Party] = []
    open_slot = False
    owned = hit.noun is not None and not hit.trigger.frame.mutual
    if owned and role == "recipient":
        slots = [*slots, "possessor"]
    if role == "recipient" and slots and "by" in hit.trigger.after:  # "stands by Peru"
        slots = [*slots, "by"]
    for slot in slots:
        for holder in _holders(scene.sentence, hit):
            if owned and role == "actor" and slot == "possessor":
                continue
            if role == "actor" and slot in ("by", "from") and _is_active(scene.sentence, hit.token, slot):
                continue
            leaves = hit.trigger.frame.name == "departure" and is_verb(hit.token)
            if role == "actor" and slot == "of" and (leaves or is_verb(holder)):  # "pulled troops out of Peru"
                continue
            for token in _fit_fillers(scene, hit, holder, slot):
                if _own_words(hit) & _with_first(scene.sentence, token) and slot != "topic_object":
                    continue
                if _only_describes(scene, token):
                    continue
                parties = scene.parties(token, role, places=places)
                found += parties
                open_slot |= bool(parties) or token.pos in ("PRON", "PROPN") if slot in _COUNTER_SLOTS else False
    return unique(found), open_slot


def _with_first(sentence: Sentence, token: Token) -> set[int]:
    """A word, and the one that "and" joins it to."""
    return {token.index} | ({sentence.head(token).index} if token.dep == "conj" else set())


def _own_words(hit: Hit) -> set[int]:
    return {hit.token.index} if hit.noun is None else {hit.token.index, hit.noun.index}


def _only_describes(scene: Scene, token: Token) -> bool:
    """ "Peru, the closest ally of Chile, said": what stands beside a name tells who Peru is, not who else speaks."""
    named = scene.covering(scene.sentence.head(token)) if token.dep == "appos" and token.pos != "PROPN" else None
    return named is not None and bool(named.parties) and scene.covering(token) is not named


def _is_active(sentence: Sentence, verb: Token, slot: str) -> bool:
    """ "backed the decision by Peru", "seized it from Peru": who comes after "by" or "from" did not do it.

    An agent makes a participle passive where the parser sees no more ("a truce, agreed upon by Peru").
    """
    if slot == "from" and is_verb(verb):
        return bool(sentence.child_tokens(verb, "nsubj", "dobj"))
    return is_verb(verb) and not is_passive(sentence, verb) and not sentence.child_tokens(verb, "agent")


def _fit_fillers(scene: Scene, hit: Hit, holder: Token, slot: str) -> list[Token]:
    """The fillers that can act so: things do not accuse, and "after a test" shares no subject with its clause."""
    event_type = hit.trigger.event_type
    apart = event_type != "CONSULT" or bool(hit.trigger.frame.hosts)
    if slot in ("subject", "object") and holder.dep == "pobj" and not is_verb(holder) and apart:
        return []
    tokens = find_fillers(scene.sentence, holder, slot)
    fights = "with" in hit.trigger.after
    if hit.trigger.frame.mutual or slot == "subject":
        tokens = [t for t in tokens if not _is_private(scene, t)]
    if hit.trigger.frame.name in _OF_ACTORS and slot == "subject":
        tokens = [t for t in tokens if scene.covering(t) is not None or not _is_contact(t)]
    if slot in ("to", "for") and event_type == "SUPPORT":
        tokens = [t for t in tokens if scene.covering(t) is not None or not _is_contact(t, ("RETREAT",))]
    if slot in ("in", "with") and hit.trigger.frame.name == "harm" and is_verb(hit.token) and not fights:
        if slot == "in" and objects_of(scene.sentence, hit.token):  # "a soldier was killed in Peru"
            return []
        return [t for t in tokens if scene.covering(t) is not None]  # "killed in clashes with Peru" hits not Peru
    if slot == "subject" and hit.trigger.frame.name == "harm":
        return [t for t in tokens if t.lemma.lower() not in load_words()["blind_forces"]["words"]]
    if slot != "subject" or event_type not in _SPOKEN or hit.trigger.frame.name == "broken":
        return tokens  # it is talks that break down
    able = [t for t in tokens if _can_act(scene, t)]
    if able or not tokens or holder.tag != "VBG" or holder.dep != "pcomp":
        return able
    return [t for t in _speakers_above(scene.sentence, holder) if _can_act(scene, t)]


def _is_private(scene: Scene, token: Token) -> bool:
    """ "deals between US and Malaysian firms": a firm of a state is not the state."""
    known = scene.covering(token)
    return token.lemma.lower() in load_words()["private"]["words"] and (known is None or known.kind != "organisation")


def _is_contact(token: Token, types: Sequence[str] = ("AGREE", "CONSULT", "SUPPORT")) -> bool:
    """ "a deal with Peru that lifts the ban": what was agreed does nothing for either side alone."""
    return any(t.event_type in types for t in load_event_types().nouns.get(token.lemma.lower(), ()))


def _can_act(scene: Scene, token: Token) -> bool:
    """Whether a word means somebody: a mention, a name, or a body such as "ministry"."""
    bodies = load_words()["bodies"]["words"]
    return scene.covering(token) is not None or token.lemma.lower() in bodies or token.pos == "PROPN"


def _speakers_above(sentence: Sentence, verb: Token) -> list[Token]:
    """ "Diouf said the plans went well after speaking with Keita": plans do not speak, so he who says so did."""
    clause = next((t for t in sentence.ancestors(verb) if t.dep == "ccomp"), None)
    return surface_subjects(sentence, sentence.head(clause)) if clause is not None else []


def _holders(sentence: Sentence, hit: Hit) -> list[Token]:
    return [hit.token] if hit.noun is None else [hit.token, hit.noun]


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
    verb = next((t for t in sentence.ancestors(hit.token) if is_verb(t)), None)
    subjects = surface_subjects(sentence, verb) if verb is not None else []
    found = unique(p for t in subjects for p in scene.parties(t, "actor"))
    return found if len(found) == 1 and not states_of(found) & states_of(actors) else ()


def _split(scene: Scene, draft: Draft) -> list[Draft]:
    """Several calls in one clause: counterparts parted by a semicolon, or "separate" calls with each."""
    if draft.event_type != "CONSULT" or draft.hit.trigger.frame.name != "conversation" or len(draft.actors) < 3:
        return [draft]
    subject, _ = _fill(scene, draft.hit, ("subject",), "actor")
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
        sides = unique([*draft.actors, *draft.recipients])
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
