"""What the patterns see in a text with two marked sides, as cues for the trained scorer."""

from __future__ import annotations

from collections.abc import Sequence

from legation.claims.roles import is_verb
from legation.claims.triggers import Hit, find_hits
from legation.records import Sentence, Span, Token

_MODALS = {"will": "will", "shall": "will", "wo": "will", "would": "would", "must": "must", "should": "must"}
_CLAUSES = ("xcomp", "ccomp", "advcl", "acl", "relcl", "pcomp", "conj")
_TENSES = {"VBD": "past", "VBN": "past", "VBZ": "pres", "VBP": "pres", "VBG": "ing"}


def find_cues(sentences: Sequence[Sentence], actor: Span | None, recipient: Span | None) -> tuple[str, ...]:
    """Types and modes of all triggers, where they stand to the sides, and how each is told.

    Example:
        >>> from legation.sentences import parse_text
        >>> "hit&will=CONSULT" in find_cues(parse_text("Chile will meet Peru."), (0, 5), (16, 20))
        True
    """
    return tuple(cue for sentence in sentences for cue in _read_sentence(sentence, actor, recipient))


def _read_sentence(sentence: Sentence, actor: Span | None, recipient: Span | None) -> list[str]:
    first = sentence.span_head(*actor) if actor else None
    second = sentence.span_head(*recipient) if recipient else None
    places = {"A": _above(sentence, first), "R": _above(sentence, second), "C": _chain(sentence, first)}
    cues: list[str] = []
    last = ""
    for hit in find_hits(sentence):
        event_type = hit.trigger.event_type
        cues += _read_hit(sentence, hit, places)
        cues += [f"seq={last}>{event_type}"] if last else []
        last = event_type
    cues += [f"cf={f}" for i in sorted(places["C"]) for f in told_how(sentence, sentence.tokens[i])]
    cues += [f"arel={first.dep}"] if first else []
    cues += [f"rrel={second.dep}", f"rrel={second.dep}_{sentence.head(second).lemma.lower()}"] if second else []
    return cues


def _read_hit(sentence: Sentence, hit: Hit, places: dict[str, set[int]]) -> list[str]:
    event_type = hit.trigger.event_type
    where = "".join(name for name, indices in places.items() if hit.token.index in indices)
    where += "n" if hit.noun is not None and hit.noun.index in places["R"] else ""
    cues = [f"hit={event_type}", f"hit{where}={event_type}"]
    cues += [f"mode={event_type}/{hit.trigger.mode}"] if hit.trigger.mode else []
    above = sentence.head(hit.token)
    verb = above if not is_verb(hit.token) and is_verb(above) else hit.token
    for how in told_how(sentence, verb):
        cues.append(f"hit&{how}={event_type}")
        cues += [f"hitX&{how.split('_')[0]}={event_type}"] if where else []
    return cues


def told_how(sentence: Sentence, verb: Token) -> list[str]:
    """Modal, negation, voice, tense of a verb, and what it hangs on ("xcomp_refuse")."""
    aux = sentence.child_tokens(verb, "aux")
    found = [_MODALS.get(t.lemma.lower(), "may") for t in aux if t.tag == "MD"][:1]
    found += ["neg"] if sentence.child_tokens(verb, "neg") else []
    found += ["pas"] if sentence.child_tokens(verb, "nsubjpass", "auxpass") else []
    found += ["to"] if any(t.text.lower() == "to" for t in aux) else []
    if verb.dep in _CLAUSES:
        head = sentence.head(verb)
        found.append(f"{verb.dep}_{head.lemma.lower()}")
        found += ["hneg"] if sentence.child_tokens(head, "neg") else []
        found += ["hMD"] if any(c.tag == "MD" for c in sentence.child_tokens(head, "aux")) else []
    return found + ([_TENSES[verb.tag]] if verb.tag in _TENSES else [])


def _above(sentence: Sentence, token: Token | None) -> set[int]:
    return {t.index for t in (token, *sentence.ancestors(token))} if token else set()


def _chain(sentence: Sentence, token: Token | None) -> set[int]:
    """The verb over a side and the complements below it."""
    if token is None:
        return set()
    while token.head != token.index and not is_verb(token):
        token = sentence.head(token)
    found = [token]
    for _ in range(3):
        lower = sentence.child_tokens(found[-1], "xcomp", "ccomp")
        if not lower:
            break
        found.append(lower[0])
    return {t.index for t in found}
