"""Sides named far below a trigger, in what is demanded, threatened or agreed."""

from __future__ import annotations

from legation.drafts.scene import Scene, party_key, unique, with_evidence
from legation.languages.en import links
from legation.records import Party, Sentence, Token
from legation.triggers.clauses import is_verb, objects_of
from legation.triggers.matching import Hit
from legation.triggers.words import load_words

_TOWARDS = ("ACCUSE", "REQUEST")  # said towards somebody, wherever it was said
_TOWARDS_OR_SHOWN = (*_TOWARDS, "MOBILIZE")
_REACHING = ("REQUEST", "ACCUSE", "THREATEN", "SANCTION", "COMMENT", "REJECT", "CONSULT", "MOBILIZE")  # named far below
_NAMING = ("nsubj", "nsubjpass", "poss", "pobj", "dobj", "compound", "amod", "nmod", "conj")
_WHOLE = 99  # steps: "an agreement to set a duty of 9 percent on goods of Peru" is Peru's, however far
_REACH = 6
_BELOW_PREPOSITION = 4  # steps: "asked for the withdrawal of troops of Peru"
_DEEPEST = 3
_TWO = 2


def complement_parties(scene: Scene, hit: Hit, actors: tuple[Party, ...]) -> tuple[Party, ...]:
    """Parties in what is demanded or threatened ("urged that Russian troops leave"), where no recipient stands."""
    sentence, known, home = scene.sentence, {party_key(a) for a in actors}, {a.state for a in actors}
    if hit.trigger.frame.name == "joint" and hit.noun is not None:
        roots = sentence.child_tokens(hit.noun, "acl", "relcl", "prep")
    else:
        if _asks_somebody_else(scene, hit):
            return ()
        roots = sentence.child_tokens(hit.token, "ccomp", "xcomp", "dobj", "prep", "acl")
        roots += [c for c in sentence.child_tokens(hit.token, "advcl") if _is_called_for(sentence, c)]
        kept_out = _TOWARDS_OR_SHOWN if is_verb(hit.token) else ()
        around = links.CIRCUMSTANCES if hit.trigger.event_type in kept_out else ()
        roots = [r for r in roots if r.dep != "prep" or r.text.lower() not in {*around, *links.NO_CHAINS}]
    refuses = (hit.trigger.event_type, hit.trigger.mode) == ("REJECT", None)  # whom else it names is not refused
    if (hit.trigger.event_type not in _REACHING or refuses) and not hit.trigger.frame.mutual:
        roots = [t for t in roots if t.dep in ("xcomp", "ccomp")]
        tokens = [t for r in roots for t in sentence.subtree(r) if t.dep in _NAMING and _is_close(sentence, t, r)]
    else:
        reach = _WHOLE if hit.trigger.frame.mutual else _REACH
        below = reach if hit.trigger.frame.mutual else _BELOW_PREPOSITION
        tokens = [
            t for r in roots for t in sentence.subtree(r)
            if t.dep in _NAMING and _is_close(sentence, t, r, below if r.dep == "prep" else reach)
        ]  # fmt: skip
        own = _own_acts(sentence, hit)
        tokens = [t for t in tokens if t.index not in own]
        if hit.trigger.frame.name == "joint":
            tokens = [t for t in tokens if not _is_matter_of_talks(sentence, t)]
    found: list[Party] = []
    for token in tokens:
        mention = scene.covering(token)
        apart = bool(found) and token.dep != "conj" and hit.trigger.frame.name != "joint"
        if (
            mention is None
            or mention.kind == "place"
            or scene.is_matter(token)
            or apart
            or _is_burdened(sentence, token, hit)
        ):
            continue  # of "Peru's war on Chile" Peru is meant; a second side is one that "and" joins
        found += [p for p in mention.parties if party_key(p) not in known and (p.state is None or p.state not in home)]
    kept = unique(found)[:_TWO]
    spots = {party_key(p): m for m in scene.mentions for p in m.parties}
    return tuple(with_evidence(p, scene.text, spots[party_key(p)], "recipient") for p in kept)


def _own_acts(sentence: Sentence, hit: Hit) -> set[int]:
    """Of "expressed concern about sending workers to Peru" the sending: what one does oneself accuses nobody."""
    if hit.trigger.event_type != "ACCUSE" or hit.noun is None:
        return set()
    acts = [a for p in sentence.child_tokens(hit.noun, "prep") for a in sentence.child_tokens(p, "pcomp")]
    own = [a for a in acts if a.tag == "VBG" and not sentence.child_tokens(a, "nsubj", "nsubjpass", "poss")]
    return {t.index for a in own for t in sentence.subtree(a)}


def _is_called_for(sentence: Sentence, clause: Token) -> bool:
    """ "called for Peru to leave": what "for" opens is asked for."""
    return any(t.text.lower() in links.AIMS for t in sentence.child_tokens(clause, "mark"))


def _asks_somebody_else(scene: Scene, hit: Hit) -> bool:
    """ "asked the court to press Peru": the court is asked, whoever it is."""
    if hit.trigger.event_type != "REQUEST" or not is_verb(hit.token):
        return False
    clauses = scene.sentence.child_tokens(hit.token, "xcomp", "ccomp")
    told = [c for c in clauses if any(t.tag == "TO" for t in scene.sentence.child_tokens(c, "aux"))]
    asked = [t for c in told for t in scene.sentence.child_tokens(c, "nsubj")] or objects_of(scene.sentence, hit.token)
    return bool(told and asked) and not any(scene.parties(t, "recipient") for t in asked)


def _is_matter_of_talks(sentence: Sentence, token: Token) -> bool:
    """ "agreements reached at the conference on Peru", "an accord on Peru's arms": talked about, no side."""
    while token.dep in ("conj", "poss", "compound", "amod", "nmod"):
        token = sentence.head(token)
    mark = sentence.head(token)
    above = sentence.head(mark)
    if token.dep == "pobj" and mark.text.lower() == "under":  # "applied under the rules of the Union"
        return True
    talked = above.lemma.lower() in load_words()["talked_on"]["nouns"]
    return token.dep == "pobj" and mark.text.lower() in links.ABOUT and talked


def _is_burdened(sentence: Sentence, token: Token, hit: Hit) -> bool:
    """Whether a party only bears what is spoken of: the sanctions on it, the strike against it."""
    while token.dep == "conj":
        token = sentence.head(token)
    if hit.trigger.event_type == "THREATEN":  # "threatened to send troops into Peru"
        return False
    marks = (*links.AT_VICTIMS, *links.AT_BURDENED) if hit.trigger.event_type in _TOWARDS else links.AT_VICTIMS
    return sentence.head(token).text.lower() in marks


def _is_close(sentence: Sentence, token: Token, root: Token, steps: int = _DEEPEST) -> bool:
    """Whether a word stands few steps below another: the object of a verb, or what a preposition of it names."""
    return root.index in [t.index for t in [token, *sentence.ancestors(token)[:steps]]]
