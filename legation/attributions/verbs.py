"""Verbs that report: their cue words, their subject, and what follows as content."""

from __future__ import annotations

from collections.abc import Iterator

from legation.attributions.asides import around_aside, both_sides, host_clause
from legation.attributions.drafts import Draft, cover, descendants, tidy, without
from legation.attributions.sources import SUBJECTS, antecedent, find_subject, raised, source_span
from legation.languages.en import attributions as words
from legation.records import CueKind, Sentence, Span, Token

_GROUP = ("aux", "auxpass", "neg", "advmod")
_CLAUSE = ("ccomp", "xcomp")
_TIME_ENTS = ("DATE", "TIME")
_OCCASIONS = words.STATEMENTS | words.CHANNELS
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
    if _only_adds(sentence, verb, text) or _says_nothing(sentence, verb):
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
        content = host_clause(sentence, verb, cue, text)
    if not content and not speech:
        return None
    content = content or around_aside(sentence, verb, cue, text)
    content = both_sides(sentence, verb, cue, content, text)
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


def _says_nothing(sentence: Sentence, verb: Token) -> bool:
    """Whether a verb that speaks by a clause alone has none: "held that talks failed", not "hold Peru to account"."""
    return verb.lemma.lower() in words.CLAUSAL and not sentence.child_tokens(verb, "ccomp")


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
    return (_standing_in(sentence, verb) if speech else []), None


def _standing_in(sentence: Sentence, verb: Token) -> list[Token]:
    """ "said as much", "has said the same thing": the words that stand for what is said."""
    after = [t for t in sentence.child_tokens(verb, "dobj", "advmod") if t.index > verb.index]
    phrases = {t: [w.text.lower() for w in descendants(sentence, t)] for t in after}
    return [t for t, phrase in phrases.items() if " ".join(phrase) in words.STANDING_IN]


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
    heads = [*complements, *_joined_on(sentence, verb, complements)]
    tokens = [t for c in heads for t in descendants(sentence, c, barred)]
    if complements and all(c.dep not in _CLAUSE for c in complements):
        tokens += _trailing(sentence, verb, max(t.index for t in tokens))
    after = cover(t for t in tokens if t.start >= cue[1])
    before = cover(t for t in tokens if t.end <= cue[0])
    return [s for s in (before, after) if s is not None]


def _joined_on(sentence: Sentence, verb: Token, complements: list[Token]) -> list[Token]:
    """Clauses that go on with what is said, though the parser joined them to the cue.

    "Says it would cost jobs but would pay off", "agreed to share power and hold a vote", "said it was early, and there
    was no proof": their form is that of the clause said, not that of the cue.
    """
    said = [c for c in complements if c.dep in _CLAUSE]
    joined = [c for c in sentence.child_tokens(verb, "conj") if said and c.index > said[-1].index]
    return [c for c in joined if _is_said_too(sentence, c, said[-1], verb)]


def _is_said_too(sentence: Sentence, clause: Token, said: Token, verb: Token) -> bool:
    subjects = sentence.child_tokens(clause, *SUBJECTS, "expl")
    if not subjects:
        modal = _has_modal(sentence, clause)
        return not _has_modal(sentence, verb) if modal else verb.tag != clause.tag == said.tag
    adds = any(t.lemma.lower() == "and" for t in sentence.child_tokens(verb, "cc"))
    spoken = verb.lemma.lower() in words.SPEECH and clause.lemma.lower() not in words.SPEECH
    return said.dep == "ccomp" and adds and spoken and subjects[0].pos == "PRON"


def _has_modal(sentence: Sentence, verb: Token) -> bool:
    return any(t.tag == "MD" for t in sentence.child_tokens(verb, "aux"))


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
        any(_is_time(t) or t.lemma.lower() in _OCCASIONS for t in sentence.child_tokens(prep, "pobj"))
        or prep.lemma.lower() in words.WHEN_SAID
    )


# -- passives and "seems" ---------------------------------------------------------------------------------------------


def _passive(sentence: Sentence, verb: Token, text: str) -> Draft | None:
    """ "was criticized by X for Y", "is expected to sign": content is the subject and what is said of it."""
    lemma = verb.lemma.lower()
    rest = sentence.child_tokens(verb, "xcomp", "oprd", "ccomp")
    reproach = next(iter(_prepositions(sentence, verb, words.REPROACHED.get(lemma, ""))), None)
    as_phrase = _prepositions(sentence, verb, "as")
    opens = reproach is not None or (lemma in words.OPEN_PASSIVE and (rest or as_phrase))
    agents = [p for a in sentence.child_tokens(verb, "agent") for p in sentence.child_tokens(a, "pobj")]
    if not opens and not (agents and lemma in words.OBJECT):
        return None
    about = sentence.child_tokens(reproach, "pobj", "pcomp") if reproach else as_phrase
    parts = [*_passive_subjects(sentence, verb, rest), *(rest or about)]
    spans = [cover(descendants(sentence, p, frozenset({verb.index}))) for p in parts]
    kept = [s for s in spans if s is not None]
    cue = cue_span(sentence, verb, reproach)
    return _assemble(sentence, verb, cue, kept, agents[0] if agents else None, None, text) if kept else None


def _passive_subjects(sentence: Sentence, verb: Token, rest: list[Token]) -> list[Token]:
    """What is spoken of, without the empty "it" of "it is said that ..."."""
    clauses = any(t.pos in ("VERB", "AUX") for t in rest)
    return [t for t in sentence.child_tokens(verb, "nsubjpass") if t.lemma.lower() != "it" or not clauses]


def _prepositions(sentence: Sentence, verb: Token, wanted: str) -> list[Token]:
    return [t for t in sentence.child_tokens(verb, "prep") if t.lemma.lower() == wanted]


def _raised(sentence: Sentence, verb: Token, text: str) -> Draft | None:
    """ "The truce appears to hold": content is the subject and the rest; nobody is named."""
    rest = sentence.child_tokens(verb, "xcomp", "oprd", "acomp", "ccomp")
    subjects = sentence.child_tokens(verb, *("nsubj",))
    if not rest or not subjects or any(cue_kind(t.lemma.lower()) == "speech" for t in rest):
        return None
    spans = [cover(descendants(sentence, p)) for p in (*subjects, *rest)]
    content = [s for s in spans if s is not None]
    return _assemble(sentence, verb, cue_span(sentence, verb), content, None, None, text)
