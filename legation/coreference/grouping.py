"""Drafts of one report -> groups that tell one event: "the call", "the meeting, which ...", a retelling."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from legation.coreference.promises import fold_promises
from legation.coreference.purposes import fold_purposes
from legation.drafts.agreements import of_other_agreement
from legation.drafts.drafting import Draft, governing_verb
from legation.drafts.scene import party_key, states_of, unique
from legation.drafts.telling import is_told
from legation.languages.en import links
from legation.languages.en.statuses import UNDER_WAY
from legation.records import Party, When
from legation.times import compatible
from legation.triggers.clauses import is_verb
from legation.triggers.matching import word_forms
from legation.triggers.roles import find_fillers

_MODES_APART = (("phone", "meeting"), ("phone", "video"), ("phone", "visit"), ("video", "meeting"), ("video", "visit"),
                ("visit", "meeting"), ("visit", "talks"), ("third-party", "phone"), ("third-party", "visit"),
                ("third-party", "meeting"), ("third-party", "talks"), ("phone", "talks"))  # fmt: skip
_STATUS_GROUP = {"occurred": "is", "ongoing": "is", "planned": "will", "called_for": "will", "hypothetical": "will",
                 "negated": "not", "denied": "not"}  # fmt: skip
_SPOKEN = ("AGREE", "SUPPORT", "REQUEST", "ACCUSE", "REJECT", "CONCEDE", "THREATEN")
_COUNTABLE = ("visit", "meeting", "phone", "video")
_ON_PAPER = ("sign", "ratify")
_FROM_AFAR = ("phone", "video")
_NEAR_SENTENCES = 3
_OPEN = ("planned", "called_for", "hypothetical")
_FAMILIES = {"AGREE": "agreement", "SUPPORT": "agreement", "CONCEDE": "agreement"}


@dataclass(slots=True)
class Group:
    """Drafts that tell one event; the first full one leads."""

    drafts: list[Draft] = field(default_factory=list)

    @property
    def lead(self) -> Draft:
        return self.drafts[0]

    @property
    def parties(self) -> tuple[Party, ...]:
        return unique(p for d in self.drafts for p in d.parties)

    @property
    def whens(self) -> list[When]:
        return [d.when for d in self.drafts if d.when is not None]


def gather(drafts: Sequence[Draft]) -> list[Group]:
    """Groups in text order; a bare noun joins an event told before, or is dropped."""
    groups: list[Group] = []
    pending: list[Draft] = []
    for draft in fold_promises(fold_purposes(drafts)):
        draft = _with_dyad(_with_topic(draft, groups), groups)
        told = is_told(draft)
        journey = _find_journey(draft, groups) if told else None
        if journey is not None:
            journey.drafts.insert(0, draft)
            continue
        group = _find_same(draft, groups) if told else _find_antecedent(draft, groups)
        if group is not None:
            group.drafts.append(draft)
        elif told:
            groups.append(Group([draft, *_announced(draft, pending)]))
        elif not is_verb(draft.hit.token) and not draft.hit.definite:
            pending.append(draft)
    return [_with_purposes(g) for g in map(_outright, groups) if g.drafts]


def _find_journey(draft: Draft, groups: Sequence[Group]) -> Group | None:
    """ "visited Lima, holding talks with X": the journey and the talks that it was made for are told as one."""
    head = draft.sentence.head(draft.hit.token)
    if draft.event_type != "CONSULT" or draft.hit.token.tag != "VBG" or draft.hit.token.dep != "advcl" or not groups:
        return None
    lead = groups[-1].lead
    same = lead.sentence is draft.sentence and lead.mode == "visit" and lead.hit.token.index == head.index
    return (
        groups[-1]
        if same
        and {party_key(p) for p in lead.actors if p.person or not p.host} <= {party_key(p) for p in draft.actors}
        else None
    )


def _announced(draft: Draft, pending: Sequence[Draft]) -> list[Draft]:
    """ "a newly signed agreement ... The deal, reached by X and Y": the bare noun that "the deal" takes up."""
    if not draft.hit.definite:
        return []
    group = Group([draft])
    fit = [p for p in pending if 0 < draft.sentence.index - p.sentence.index <= _NEAR_SENTENCES + 2
           and _family(p) == _family(draft) and not p.parties and _agree(p, group)]  # fmt: skip
    return fit[-1:]


def with_occasions(groups: Sequence[Group]) -> None:
    """What participants said or agreed right after a dated call or meeting has that occasion's day, inferred."""
    for group in groups:
        lead = group.lead
        if group.whens or lead.background or lead.status != "occurred" or lead.event_type not in _SPOKEN:
            continue
        if is_perfect(lead):
            continue
        chances = [g for g in groups if _is_occasion(g, lead)]
        chances = [g for g in chances if not any(map(_is_followed, g.drafts))] or chances
        days = {(w.first, w.last): w for g in chances for w in g.whens if w.first is not None}
        if len(days) == 1 and any(_is_near(g, lead) for g in chances):  # two occasions: nobody knows which
            group.drafts[0] = _dated_by(lead, next(iter(days.values())), chances)


def with_parallels(groups: Sequence[Group]) -> None:
    """Whom one "also" called has the day of the only dated contact that he was told of before, inferred."""
    for k, group in enumerate(groups):
        lead = group.lead
        also = {t.text.lower() for t in lead.sentence.child_tokens(lead.hit.token, "advmod")} & links.BESIDES
        if group.whens or lead.background or lead.event_type != "CONSULT" or lead.hit.token.tag != "VBD" or not also:
            continue
        chances = [g for g in groups[:k] if _is_occasion(g, replace(lead, actors=lead.actors[:1]))]
        days = {(w.first, w.last): w for g in chances for w in g.whens if w.first is not None}
        if len(days) == 1 and (found := next(iter(days.values()))).first == found.last:
            group.drafts[0] = _dated_by(lead, found, chances)


def _is_followed(draft: Draft) -> bool:
    """ "The call followed a meeting on July 25": what is told next is of the call."""
    noun = draft.hit.noun if draft.hit.noun is not None else draft.hit.token
    head = draft.sentence.head(noun)
    return (noun.dep == "dobj" and head.lemma == "follow") or (noun.dep == "pobj" and head.text.lower() in links.AFTER)


def is_perfect(draft: Draft) -> bool:
    """ "Has rejected", "have forged": done some day before, not at the meeting told beside it."""
    verb = governing_verb(draft.sentence, draft.hit)
    return any(t.tag in ("VBZ", "VBP") and t.lemma == "have" for t in draft.sentence.child_tokens(verb, "aux"))


def with_containers(groups: Sequence[Group]) -> None:
    """What happened during a dated visit or at a dated meeting has its day, inferred; so has what such a thing held."""
    for group in groups:
        if group.whens or group.lead.status != "occurred":
            continue
        days = {(w.first, w.last, w.weekday, w.text): w for g in groups for a in g.drafts for b in group.drafts
                if g is not group and g.lead.status == "occurred" and (_holds(a, b) or _holds(b, a))
                for w in g.whens}  # fmt: skip
        if len(days) == 1:
            group.drafts[0] = _dated_by(group.lead, next(iter(days.values())), groups)


def _dated_by(draft: Draft, when: When, groups: Sequence[Group]) -> Draft:
    """The draft with another event's day, inferred, and with the words that tell it there."""
    told = [e for g in groups for d in g.drafts if d.when == when for e in d.evidence if e.field == "when"]
    return replace(draft, when=replace(when, anchor="event", inferred=True), evidence=(*draft.evidence, *told[:1]))


def _holds(outer: Draft, inner: Draft) -> bool:
    """ "during his visit he met X", "finalised during a meeting": the noun of one below the verb of the other."""
    sentence, noun = outer.sentence, outer.hit.token
    if sentence is not inner.sentence or is_verb(noun) or noun.dep != "pobj" or outer.event_type != "CONSULT":
        return False
    preposition = sentence.head(noun)
    verb = governing_verb(sentence, inner.hit)
    return preposition.text.lower() in links.WITHIN and sentence.head(preposition).index == verb.index


def _is_there(party: Party, group: Group) -> bool:
    """Whether a side took part itself: a state through anybody of it, its officials and firms only by name.

    Officials who reject a claim elsewhere were not at the talks of their minister.
    """
    keys = {party_key(p) for p in group.parties}
    if party_key(party) in keys or (party.actor_id == party.state and party.state in states_of(group.parties)):
        return True
    return party.state in keys and (party.person or party.sector in (None, "GOV", ""))


def _is_occasion(group: Group, draft: Draft) -> bool:
    """Whether a group is a dated contact of which all actors of the draft were part."""
    lead = group.lead
    if lead.event_type != "CONSULT" or lead.status != "occurred" or lead.background:
        return False
    if draft.mode in _ON_PAPER and lead.mode in _FROM_AFAR:
        return False
    present = bool(draft.actors) and all(_is_there(p, group) for p in draft.actors)
    return present and any(w.first is not None for w in group.whens)


def _is_near(group: Group, draft: Draft) -> bool:
    return any(0 <= draft.sentence.index - d.sentence.index <= _NEAR_SENTENCES for d in group.drafts)


def _outright(group: Group) -> Group:
    """The group led by a draft that tells the event outright; empty if none does."""
    told = [d for d in group.drafts if not d.implied]
    return Group(told[:1] + [d for d in group.drafts if d is not told[0]]) if told else Group()


def _with_purposes(group: Group) -> Group:
    """The group with what its tellings say the contact was for, as further words of the same event."""
    return Group([told for d in group.drafts for told in (d, *d.purposes)])


def _with_topic(draft: Draft, groups: Sequence[Group]) -> Draft:
    """ "scrapped the summit": the other sides of the summit told before are the recipients."""
    slots = (*draft.hit.trigger.frame.recipients, *draft.hit.trigger.frame.actors)
    if draft.recipients or ("topic_object" not in slots and draft.hit.trigger.frame.name != "broken"):
        return draft
    tokens = find_fillers(draft.sentence, draft.hit.token, "topic_object")
    tokens += (
        find_fillers(draft.sentence, draft.hit.token, "subject") if draft.hit.trigger.frame.name == "broken" else []
    )
    nouns = {f for t in tokens if not is_verb(t) for f in word_forms(draft.sentence, t)}
    for group in reversed(groups):
        words = {f for d in group.drafts for f in _noun_forms(d)}
        known = {party_key(a) for a in draft.actors}
        if (
            group.lead.event_type == "CONSULT"
            and nouns & words
            and (not known or known & set(map(party_key, group.parties)))
        ):
            rest = tuple(p for p in group.parties if party_key(p) not in known)
            if draft.hit.trigger.frame.mutual:
                return replace(draft, actors=draft.actors + rest)
            return replace(draft, recipients=rest)
    return draft


def _with_dyad(draft: Draft, groups: Sequence[Group]) -> Draft:
    """ "since the talks fell apart": talks without sides are those between the two states told of last."""
    if draft.hit.trigger.frame.name != "broken" or len(states_of(draft.actors)) >= 2 or draft.status in _OPEN:
        return draft  # "if talks fail" may be of others
    for group in reversed(groups):
        sides = {p.state: p for p in group.parties if p.state is not None}
        if len(sides) == 2:
            return replace(draft, actors=tuple(sides.values()))
    return draft


def _noun_forms(draft: Draft) -> set[str]:
    token = draft.hit.noun if draft.hit.noun is not None else draft.hit.token
    return word_forms(draft.sentence, token)


def modes_agree(a: str | None, b: str | None) -> bool:
    """Whether two modes can be of one event; an unknown mode agrees with every other."""
    if "visit" in (a, b):
        return a == b
    return a is None or b is None or a == b or not ({(a, b), (b, a)} & set(_MODES_APART))


def _agree(draft: Draft, group: Group) -> bool:
    """Nothing that keeps them apart: status, mode, ordinal, day, direction."""
    lead = group.lead
    if not _times_of(draft) & _times_of(lead):
        return False
    if draft.sentence.index == lead.sentence.index and draft.hit is lead.hit:
        return False
    if any(not modes_agree(draft.mode, d.mode) for d in group.drafts):
        return False
    if any(of_other_agreement(draft, d) for d in group.drafts):
        return False
    ordinals = {d.ordinal for d in group.drafts} - {None}
    if draft.ordinal is not None and ordinals and draft.ordinal not in ordinals:
        return False
    return all(compatible(draft.when, w) for w in group.whens)


def _times_of(draft: Draft) -> set[str]:
    """Whether a draft tells what is, will be or is not; what one "said ahead of the talks" may have come since."""
    said = draft.hit.token if draft.cue is None else draft.sentence.span_head(*draft.cue)
    since = draft.status == "planned" and said is not None and said.text.lower() in links.AHEAD
    past = since and said is not None and draft.sentence.head(said).tag == "VBD"
    return {_STATUS_GROUP[draft.status], "is"} if past else {_STATUS_GROUP[draft.status]}


def _find_same(draft: Draft, groups: Sequence[Group]) -> Group | None:
    """The latest group that the draft, full in itself, tells again; "multiple visits" are not the visit."""
    if _is_counted(draft):
        return None
    latest = list(reversed(groups))
    for group in sorted(latest, key=lambda g: _is_followed(g.drafts[-1])):
        if _is_counted(group.lead):
            continue
        if group.lead.event_type == draft.event_type and _agree(draft, group) and _same_sides(draft, group):
            return group
    return None


def _is_counted(draft: Draft) -> bool:
    """ "Multiple visits", "met five times in a year": not the meeting that is told of."""
    around = draft.sentence.child_tokens(draft.hit.token, "npadvmod", "advmod", "dobj")
    often = any(t.text.lower() in links.OFTEN for t in around)
    return often or (draft.hit.plural and draft.mode in _COUNTABLE)


def _same_sides(draft: Draft, group: Group) -> bool:
    lead = group.lead
    bare = draft.hit.definite and not is_verb(draft.hit.token) and draft.when is None
    if draft.background != lead.background and not bare and not (draft.when is not None and group.whens):
        return False
    if draft.event_type == "CONSULT":
        return _same_circle(draft, group)
    if states_of(draft.actors) != states_of(lead.actors):
        return False
    if draft.recipients and lead.recipients and not states_of(draft.recipients) & states_of(lead.recipients):
        return False
    return bool(_noun_forms(draft) & _noun_forms(lead)) and _same_amounts(draft, lead)


def _same_circle(draft: Draft, group: Group) -> bool:
    """People against people, states against states: officials' talks are not the leaders' summit."""
    ours, theirs = draft.parties, group.parties
    people, others = {party_key(p) for p in ours if p.person}, {party_key(p) for p in theirs if p.person}
    if people and others:
        if not (people <= others or others <= people):
            return False
        return len(people & others) >= 2 or draft.mode == "visit" or len(ours) == len(theirs) == 1 or \
            states_of(ours) == states_of(theirs)  # fmt: skip
    if states_of(ours) != states_of(theirs):
        return False
    return people == others or draft.hit.definite


def _same_amounts(draft: Draft, lead: Draft) -> bool:
    a, b = {(q.value, q.unit) for q in draft.quantities}, {(q.value, q.unit) for q in lead.quantities}
    return not a or not b or bool(a & b)


def _find_antecedent(draft: Draft, groups: Sequence[Group]) -> Group | None:
    """The event told before that a bare noun points at: same kind, its sides not others', nothing against it."""
    if (is_verb(draft.hit.token) and not draft.actors and not draft.hit.definite) or draft.ordinal is not None:
        return None
    if not (draft.hit.definite or draft.parties) or (_is_counted(draft) and not draft.hit.definite):
        return None  # "has meetings on Tuesday": others than the one told of
    forms, keys = _noun_forms(draft), {party_key(p) for p in draft.parties}
    chances = [g for g in groups if _family(g.lead) == _family(draft) and _agree(draft, g)
               and keys <= {party_key(p) for p in g.parties} | states_of(g.parties)]  # fmt: skip
    named = [g for g in chances if any(forms & _noun_forms(d) for d in g.drafts)]
    if named:
        return named[-1]
    if forms & links.CEREMONIES:
        return None
    if _family(draft) == "agreement" and draft.agreement is not None and draft.hit.definite:
        near = [g for g in chances if g.lead.agreement is not None and _is_near(g, draft)]
        return near[-1] if near else None
    lasts = bool({t.lemma.lower() for t in draft.sentence.child_tokens(draft.hit.token, "amod")} & UNDER_WAY)
    return chances[-1] if chances and draft.event_type == "CONSULT" and draft.hit.definite and not lasts else None


def _family(draft: Draft) -> str:
    return _FAMILIES.get(draft.event_type, draft.event_type)
