"""Verbs that report: their cue words, their subject, and what follows as content."""

from __future__ import annotations

from collections.abc import Iterator

from legation.attributions.drafts import Draft, cover, descendants, tidy, without
from legation.attributions.sources import SUBJECTS, antecedent, find_subject, raised, source_span
from legation.languages.en import attributions as words
from legation.records import CueKind, Sentence, Span, Token

_GROUP = ("aux", "auxpass", "neg", "advmod")
_CLAUSE = ("ccomp", "xcomp")
_TIME_ENTS = ("DATE", "TIME")
_ASIDE = (",", "—", "–", "-", "(")


def verb_drafts(sentence: Sentence, text: str) -> Iterator[Draft]:
    """One draft for each verb of saying, thinking or stance that has content or could lean on a quotation."""
    for token in sentence.tokens:
        if token.pos in ("VERB", "AUX") and token.dep not in ("aux", "auxpass"):
            draft = _draft_of(sentence, token, text)
            if draft is not None:
                yield draft


def _draft_of(sentence: Sentence, verb: Token, text: str) -> Draft | None:
    lemma = verb.lemma.lower()
    if _only_adds(sentence, verb, text):
        return None
    speaker = _speaker_after_quotation(sentence, verb, text)
    if speaker is not None:
        return _assemble(sentence, verb, cue_span(sentence, verb), [], speaker, None, text)
    if is_passive(sentence, verb) and not (lemma in words.SPEECH and sentence.child_tokens(verb, "ccomp")):
        return _passive(sentence, verb, text)
    if lemma in words.RAISING:
        return _raised(sentence, verb, text)
    speech = lemma in words.SPEECH
    complements, particle = find_complements(sentence, verb)
    cue = cue_span(sentence, verb, particle)
    content = _content(sentence, verb, complements, cue, text)
    if not content and speech:
        content = _host_clause(sentence, verb, cue, text)
    if not content and not speech:
        return None
    if not content and _is_aside(sentence, verb, cue, text):
        content = list(_around(sentence, verb, cue))
    subject, left_out = find_subject(sentence, raised(sentence, verb, words.SPEECH) or verb)
    if _is_held_by_nobody(sentence, verb, subject):
        return None
    return _assemble(sentence, verb, cue, content, subject, left_out, text)


def _is_held_by_nobody(sentence: Sentence, verb: Token, subject: Token | None) -> bool:
    """Whether a thought is bidden, anybody's or a mere trait, so that nobody holds it.

    Example: "Imagine that ...", "as you know", "people wanting change".
    """
    bidden = verb.tag == "VB" and not sentence.child_tokens(verb, "aux")
    general = subject is not None and subject.lemma.lower() in words.ANYBODY
    return cue_kind(verb.lemma.lower()) == "thought" and (bidden or general or verb.dep == "acl")


def _only_adds(sentence: Sentence, verb: Token, text: str) -> bool:
    """Whether the verb is that of "a long war, not to mention a costly one"."""
    children = sentence.child_tokens(verb, "aux", "neg")
    if verb.lemma.lower() not in words.ADDING or {t.text.lower() for t in children} != {"not", "to"}:
        return False
    return text[sentence.start : children[0].start].rstrip()[-1:] in _ASIDE


def _speaker_after_quotation(sentence: Sentence, verb: Token, text: str) -> Token | None:
    """Who speaks in '"..." wrote the committee', where the parser takes the speaker for the object."""
    if verb.lemma.lower() not in words.SPEECH or sentence.child_tokens(verb, *SUBJECTS):
        return None
    if text[sentence.start : verb.start].rstrip()[-1:] not in ("”", '"'):
        return None
    return next((t for t in sentence.child_tokens(verb, "dobj") if t.index > verb.index and _can_speak(t)), None)


def _can_speak(token: Token) -> bool:
    tables = (words.PEOPLE, words.ORGANS, words.ANONYMOUS, words.OPINION, words.SPOKESPEOPLE)
    return token.pos == "PROPN" or any(token.lemma.lower() in table for table in tables)


def _assemble(
    sentence: Sentence,
    verb: Token,
    cue: Span,
    content: list[Span],
    subject: Token | None,
    left_out: Token | None,
    text: str,
) -> Draft:
    named = subject is not None and not _is_expletive(sentence, verb, subject)
    source = (source_span(sentence, subject, left_out, verb, text),) if named and subject else ()
    holes = [*source, cue]
    pieces = [tidy(text, p) for span in content for p in without(span, holes)]
    kept = tuple(p for p in pieces if p is not None)
    kind = "thought" if _is_verdict(sentence, verb) else cue_kind(verb.lemma.lower())
    if subject is not None and _is_thing(antecedent(sentence, subject, verb), verb):
        kind = "stance"
    head = antecedent(sentence, subject, verb).start if named and subject else None
    return Draft(sentence.index, (verb.start, verb.end), (cue,), kept, source, head, kind)


def _is_thing(subject: Token, verb: Token) -> bool:
    """Whether the subject of "showed" or "underscored" is an event or matter, not somebody or a text that speaks."""
    if subject.pos != "NOUN" or verb.lemma.lower() not in words.SHOWING:
        return False
    speakers = (words.MEDIA_SOURCES, words.ANONYMOUS, words.OPINION, words.ORGANS, words.PEOPLE, words.SPOKESPEOPLE)
    return not any(subject.lemma.lower() in table for table in speakers)


def _is_verdict(sentence: Sentence, verb: Token) -> bool:
    """Whether "find" judges ("finds it easy") rather than rules ("found that they broke the law")."""
    clauses = sentence.child_tokens(verb, "ccomp", "oprd")
    return verb.lemma.lower() in words.JUDGING and bool(clauses) and all(c.pos == "ADJ" for c in clauses)


def cue_kind(lemma: str) -> CueKind:
    """Whether a verb says something, holds it in mind, or takes a stance on it."""
    if lemma in words.SPEECH:
        return "speech"
    return "thought" if lemma in words.THOUGHT or lemma in words.INFINITIVE or lemma in words.RAISING else "stance"


def is_passive(sentence: Sentence, verb: Token) -> bool:
    """Whether the verb is a past participle with "be" ("was reported") or a bare one with an agent."""
    return verb.tag == "VBN" and bool(sentence.child_tokens(verb, "auxpass", "nsubjpass"))


def _is_expletive(sentence: Sentence, verb: Token, subject: Token) -> bool:
    return subject.lemma.lower() in ("it", "there") and is_passive(sentence, verb)


# -- cue words --------------------------------------------------------------------------------------------------------


def cue_span(sentence: Sentence, verb: Token, particle: Token | None = None) -> Span:
    """The verb with its auxiliaries, negation and adverbs before it, particle or preposition after it.

    Example: "did not mention", "has repeatedly said", "called for", "went on to say", "said in a statement".
    """
    first = _group_start(sentence, verb)
    above = sentence.head(verb)
    if verb.dep == "xcomp" and above.lemma.lower() in words.ASPECT and above.index < verb.index:
        first = _group_start(sentence, above)
    last = verb
    for child in sentence.child_tokens(verb, "prt", "prep", "advmod"):
        if child.index == last.index + 1 and (child.dep == "prt" or (particle and child.index == particle.index)):
            last = child
    if particle is not None and particle.index > last.index and particle.index - verb.index <= 2:
        last = particle
    return sentence.tokens[first].start, _occasion_end(sentence, verb, last)


def _occasion_end(sentence: Sentence, verb: Token, last: Token) -> int:
    """The end of the cue with the colon or the "in a statement" that follows at once."""
    follower = sentence.tokens[last.index + 1] if last.index + 1 < len(sentence.tokens) else None
    if follower is not None and follower.text == ":":
        return follower.end
    if follower is None or follower.head != verb.index or verb.lemma.lower() not in words.SPEECH:
        return last.end
    if follower.dep == "prep" and follower.lemma.lower() in words.BY_MEANS:
        nouns = [t for t in sentence.child_tokens(follower, "pobj") if t.lemma.lower() in words.CUE_TEXTS]
        return max((t.end for t in nouns), default=last.end)
    return last.end


def _group_start(sentence: Sentence, verb: Token) -> int:
    first = verb.index
    while first > 0:
        left = sentence.tokens[first - 1]
        if left.head != verb.index or left.dep not in _GROUP or left.tag in ("WRB", "EX"):
            break
        first -= 1
    while first < verb.index and not _reports_manner(sentence.tokens[first]):
        first += 1
    return first


def _reports_manner(token: Token) -> bool:
    """Whether a leading adverb belongs to the cue ("also said"), not to the clause before it ("then", "so")."""
    return token.text.lower() not in words.LINKING_ADVERBS


# -- content ----------------------------------------------------------------------------------------------------------


def find_complements(sentence: Sentence, verb: Token) -> tuple[list[Token], Token | None]:
    """The heads of what is said, thought or meant, and the preposition that belongs to the cue, if any."""
    lemma = verb.lemma.lower()
    clauses = [t for t in sentence.child_tokens(verb, *_CLAUSE) if _fits(sentence, verb, t)]
    clauses = clauses or (_below_statement(sentence, verb) if lemma in words.SPEECH else [])
    objects = [t for t in sentence.child_tokens(verb, "dobj", "attr", "oprd", "dative") if not _is_time(t)]
    speech = lemma in words.SPEECH or lemma in words.THOUGHT
    addressed = lemma in words.ADDRESSEE and any(t.dep == "ccomp" for t in clauses)
    if clauses and (speech or lemma in words.INFINITIVE or lemma in words.OBJECT):
        wanted = [] if addressed else [t for t in objects if t.index > verb.index]
        called = _called_upon(sentence, verb, clauses)
        return [*(sentence.child_tokens(called, "pobj") if called else wanted), *clauses], called
    if objects and lemma in words.OBJECT:
        return [t for t in objects if t.dep != "dative" or t.tag != "PRP"], None
    particle = _particle(sentence, verb)
    if particle is not None:
        return sentence.child_tokens(particle, "pobj", "pcomp", "prep"), particle
    return [], None


def _fits(sentence: Sentence, verb: Token, clause: Token) -> bool:
    """Whether a clause can be the content of this verb: an infinitive only below verbs that take one."""
    lemma = verb.lemma.lower()
    if clause.dep == "ccomp":
        return lemma in words.SPEECH or lemma in words.THOUGHT or lemma in words.OBJECT
    if sentence.child_tokens(clause, "aux") and clause.tag == "VB":
        return lemma in words.INFINITIVE
    return lemma in words.OBJECT or lemma in words.INFINITIVE


def _below_statement(sentence: Sentence, verb: Token) -> list[Token]:
    """The clause of "said in a readout that they met", where the parser hung it on the readout."""
    texts = [
        noun
        for prep in sentence.child_tokens(verb, "prep")
        for noun in sentence.child_tokens(prep, "pobj")
        if noun.lemma.lower() in words.STATEMENTS
    ]
    clauses = [c for noun in texts for c in sentence.child_tokens(noun, "acl", "relcl", "ccomp", "appos")]
    return [c for c in clauses if any(t.text.lower() == "that" and t.index < c.index for t in sentence.child_tokens(c))]


def _called_upon(sentence: Sentence, verb: Token, clauses: list[Token]) -> Token | None:
    """The preposition in "called on Russia to withdraw", whose object belongs to the content."""
    particle = _particle(sentence, verb)
    asked = particle is not None and all(c.dep == "xcomp" and c.index > particle.index for c in clauses)
    return particle if asked else None


def _particle(sentence: Sentence, verb: Token) -> Token | None:
    allowed = words.PARTICLES.get(verb.lemma.lower(), frozenset())
    return next((t for t in sentence.child_tokens(verb, "prep") if t.lemma.lower() in allowed), None)


def _is_time(token: Token) -> bool:
    return token.ent[2:] in _TIME_ENTS


def _content(sentence: Sentence, verb: Token, complements: list[Token], cue: Span, text: str) -> list[Span]:
    """The clause or phrase after (or before) the cue, as one span on each side."""
    barred = frozenset({verb.index, *_raised_below(sentence, complements)})
    tokens = [t for c in complements for t in descendants(sentence, c, barred)]
    if complements and all(c.dep not in _CLAUSE for c in complements):
        tokens += _trailing(sentence, verb, max(t.index for t in tokens))
    after = cover(t for t in tokens if t.start >= cue[1])
    before = cover(t for t in tokens if t.end <= cue[0])
    return [s for s in (before, after) if s is not None]


def _raised_below(sentence: Sentence, complements: list[Token]) -> list[int]:
    return [
        t.index
        for c in complements
        for t in sentence.child_tokens(c, "conj")
        if raised(sentence, t, words.SPEECH) is not None
    ]


def _trailing(sentence: Sentence, verb: Token, last: int) -> list[Token]:
    """Prepositional phrases right after the object that say what it is about, not when or where it was said."""
    found: list[Token] = []
    for child in sentence.child_tokens(verb, "prep", "prt", "xcomp"):
        phrase = sentence.subtree(child)
        if child.index == last + 1 and not _is_occasion(sentence, child):
            found += phrase
            last = phrase[-1].index
    return found


def _is_occasion(sentence: Sentence, prep: Token) -> bool:
    return (
        any(_is_time(t) or t.lemma.lower() in words.STATEMENTS for t in sentence.child_tokens(prep, "pobj"))
        or prep.lemma.lower() in words.WHEN_SAID
    )


def _host_clause(sentence: Sentence, verb: Token, cue: Span, text: str) -> list[Span]:
    """For a cue put into or after its clause ("Talks, he said Friday, failed"): that clause around the cue."""
    host = sentence.head(verb)
    if verb.dep == "relcl" and sentence.child_tokens(verb, "dobj"):
        return []
    asides = verb.dep in ("parataxis", "ccomp") or (verb.dep == "advcl" and _has_as(sentence, verb))
    if not asides or host.index == verb.index or host.pos not in ("VERB", "AUX", "NOUN"):
        return []
    low, high = _aside(sentence, verb)
    tokens = descendants(sentence, host, frozenset({verb.index}))
    before = cover(t for t in tokens if t.index < low)
    after = cover(t for t in tokens if t.index > high)
    return [s for s in (before, after) if s is not None] if _set_off(sentence, low, text) else []


def _set_off(sentence: Sentence, low: int, text: str) -> bool:
    """Whether the aside that begins at token ``low`` opens the sentence or follows a comma or quotation mark."""
    if low == 0 or sentence.tokens[low].pos == "PUNCT":
        return True
    return sentence.tokens[low - 1].text[-1:] in ",\"”'"


def _is_aside(sentence: Sentence, verb: Token, cue: Span, text: str) -> bool:
    """Whether "he said" stands between commas, whatever the parser made of the sentence."""
    if verb.lemma.lower() not in words.CORE or not sentence.child_tokens(verb, "nsubj"):
        return False
    subject = sentence.subtree(sentence.child_tokens(verb, "nsubj")[0])
    low, high = min(subject[0].start, cue[0]), max(subject[-1].end, cue[1])
    before, after = text[sentence.start : low].rstrip(), text[high : sentence.end].lstrip()
    return before.endswith(",") and (after[:1] in (",", ".", "") or len(after) < 2)


def _around(sentence: Sentence, verb: Token, cue: Span) -> list[Span]:
    subject = sentence.subtree(sentence.child_tokens(verb, "nsubj")[0])
    low, high = min(subject[0].start, cue[0]), max(subject[-1].end, cue[1])
    return [s for s in ((sentence.start, low), (high, sentence.end)) if s[0] < s[1]]


def _has_as(sentence: Sentence, verb: Token) -> bool:
    return any(t.lemma.lower() == "as" for t in sentence.child_tokens(verb, "mark", "advmod"))


def _aside(sentence: Sentence, verb: Token) -> tuple[int, int]:
    indices = [t.index for t in sentence.subtree(verb)]
    return indices[0], indices[-1]


# -- passives and "seems" ---------------------------------------------------------------------------------------------


def _passive(sentence: Sentence, verb: Token, text: str) -> Draft | None:
    """ "was criticized by X for Y", "is expected to sign": content is the subject and what is said of it."""
    lemma = verb.lemma.lower()
    rest = sentence.child_tokens(verb, "xcomp", "oprd", "ccomp")
    opens = lemma in words.OPEN_PASSIVE and (rest or _as_phrase(sentence, verb))
    agents = [p for a in sentence.child_tokens(verb, "agent") for p in sentence.child_tokens(a, "pobj")]
    if not opens and not (agents and lemma in words.OBJECT):
        return None
    agent = agents[0] if agents else None
    subjects = [t for t in sentence.child_tokens(verb, "nsubjpass") if t.lemma.lower() != "it" or not rest]
    parts = [*subjects, *rest, *([] if rest else _as_phrase(sentence, verb))]
    cue = cue_span(sentence, verb)
    spans = [cover(descendants(sentence, p, frozenset({verb.index}))) for p in parts]
    kept = [s for s in spans if s is not None]
    return _assemble(sentence, verb, cue, kept, agent, None, text) if kept else None


def _as_phrase(sentence: Sentence, verb: Token) -> list[Token]:
    return [t for t in sentence.child_tokens(verb, "prep") if t.lemma.lower() == "as"]


def _raised(sentence: Sentence, verb: Token, text: str) -> Draft | None:
    """ "The truce appears to hold": content is the subject and the rest; nobody is named."""
    rest = sentence.child_tokens(verb, "xcomp", "oprd", "acomp", "ccomp")
    subjects = sentence.child_tokens(verb, *("nsubj",))
    if not rest or not subjects or any(cue_kind(t.lemma.lower()) == "speech" for t in rest):
        return None
    spans = [cover(descendants(sentence, p)) for p in (*subjects, *rest)]
    content = [s for s in spans if s is not None]
    return _assemble(sentence, verb, cue_span(sentence, verb), content, None, None, text)
