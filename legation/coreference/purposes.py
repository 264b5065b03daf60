"""What a contact is held for: "held a call to discuss trade" is one call, not a call and a discussion to come."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from legation.drafts.drafting import Draft
from legation.drafts.scene import party_key, states_of
from legation.languages.en import links
from legation.records import Sentence, Token
from legation.triggers.clauses import is_verb

_CLAUSES = ("xcomp", "advcl", "acl", "relcl")
_CARRIED = ("dobj", "nsubjpass", "attr")
_NEVER = ("negated", "denied")
_HIGHEST = 4


def fold_purposes(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts in order, each conversation that only says what another contact is for put into that contact's draft.

    Example: "The ministers held a phone call to discuss fishing" -> the call, with "discuss" among its purposes.
    """
    kept = list(drafts)
    for purpose in drafts:
        outer = [k for k, d in enumerate(kept) if _is_for(purpose, d)]
        if outer:
            for k in outer:
                kept[k] = _with_purpose(kept[k], purpose)
            kept = [d for d in kept if d is not purpose]
    return kept


def _is_for(purpose: Draft, contact: Draft) -> bool:
    """Whether one draft tells the purpose of the other, with no side that the other lacks."""
    sentence, trigger = purpose.sentence, purpose.hit.trigger
    if contact is purpose or contact.sentence is not sentence or contact.event_type != "CONSULT" or contact.implied:
        return False
    if trigger.event_type != "CONSULT" or not (trigger.weak or trigger.mode is None) or not is_verb(purpose.hit.token):
        return False
    if contact.hit.trigger.event_type != "CONSULT" or (purpose.status in _NEVER and contact.status not in _NEVER):
        return False
    known = {party_key(p) for p in contact.parties} | states_of(contact.parties)
    head = purpose_head(sentence, purpose.hit.token)
    inside = bool(purpose.parties) and {party_key(p) for p in purpose.parties} <= known
    return inside and head is not None and head.index in _anchors(contact)


def _anchors(contact: Draft) -> set[int]:
    """The words of a contact on which its purpose can hang: verb, noun, the verb whose object the noun is."""
    nouns = [t for t in (contact.hit.token, contact.hit.noun) if t is not None]
    carriers = [contact.sentence.head(t) for t in nouns if t.dep in _CARRIED]
    return {t.index for t in (*nouns, *carriers)}


def purpose_head(sentence: Sentence, verb: Token) -> Token | None:
    """The word on which a clause of purpose hangs ("to discuss", "and exchange", "aimed at discussing"); else None."""
    marked = False
    for _ in range(_HIGHEST):
        marked |= any(t.text.lower() == "to" for t in sentence.child_tokens(verb, "aux"))
        head = sentence.head(verb)
        if verb.dep == "pcomp" and head.text.lower() in links.AIMS:
            marked, verb = True, head
            head = sentence.head(verb)
            return sentence.head(head) if head.tag == "VBN" and head.dep in _CLAUSES else head
        if verb.dep in _CLAUSES and marked:
            return sentence.head(sentence.head(head)) if head.dep == "pobj" and head.lemma in links.ENDS else head
        if verb.dep != "conj" or not is_verb(head):
            return None
        verb = head
    return None


def _with_purpose(contact: Draft, purpose: Draft) -> Draft:
    """The contact, with the day that only its purpose tells ("will meet to discuss trade on Friday")."""
    same = replace(purpose, status=contact.status, background=contact.background, cue=None)
    if contact.when is not None or purpose.when is None:
        days = tuple(e for e in purpose.evidence if e.field != "when")
        same = replace(same, when=None, evidence=days)
        return replace(contact, purposes=(*contact.purposes, same))
    told = tuple(e for e in purpose.evidence if e.field == "when")
    evidence = (*contact.evidence, *told)
    return replace(contact, when=purpose.when, evidence=evidence, purposes=(*contact.purposes, same))
