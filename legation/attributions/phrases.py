"""Cues that are not verbs: "according to", nouns, adjectives, adverbs, the colon of a headline."""

from __future__ import annotations

import re
from collections.abc import Iterator

from legation.attributions.drafts import Draft, cover, descendants, tidy, without
from legation.attributions.sources import find_subject, source_span
from legation.attributions.verbs import cue_span
from legation.languages.en import attributions as words
from legation.records import Sentence, Span, Token

_COLON = re.compile(r"\s*:\s+(?=\S)")
_SIGNED = re.compile(r"(?:(?<=[\"”] )|(?<=[\"”])|^)([―—–]|--)\s*([A-Z][\w.'’-]*(?:,? [A-Z\d][\w.'’-]*){0,6})")
LONGEST_LABEL = 6  # words before a headline's colon


def phrase_drafts(sentence: Sentence, text: str) -> Iterator[Draft]:
    """The drafts of all cues that are not verbs, in text order of kinds."""
    for token in sentence.tokens:
        lemma = token.lemma.lower()
        if lemma == "accord" or token.text.lower() == "according":
            yield from _according(sentence, token, text)
        elif token.pos == "NOUN" and lemma in words.NOUNS:
            yield from _noun(sentence, token, text)
        elif token.pos == "ADJ" and lemma in words.ADJECTIVES:
            yield from _adjective(sentence, token, text)
        elif token.text.lower() in words.ADVERBS:
            yield from _adverb(sentence, token, text)


def _according(sentence: Sentence, token: Token, text: str) -> Iterator[Draft]:
    """ "According to officials, talks failed": the clause beside the phrase is the content."""
    to = next((t for t in sentence.child_tokens(token, "prep") if t.lemma.lower() == "to"), None)
    named = sentence.child_tokens(to, "pobj")[:1] if to else []
    if to is None or not named:
        return
    source = source_span(sentence, named[0], None, token, text)
    host = _clause_above(sentence, token)
    whole = cover(descendants(sentence, host))
    phrase = cover(sentence.subtree(token)) or (token.start, source[1])
    spans = without(whole, [phrase]) if whole else []
    content = tuple(p for p in (tidy(text, s) for s in spans) if p is not None)
    if content:
        cue = (token.start, to.end)
        yield Draft(sentence.index, (token.start, token.end), (cue,), content, (source,), named[0].start, "speech")


def _clause_above(sentence: Sentence, token: Token) -> Token:
    """The verb (or root) whose clause a phrase belongs to."""
    above = sentence.head(token)
    while above.pos not in ("VERB", "AUX") and above.head != above.index:
        above = sentence.head(above)
    return above


def _noun(sentence: Sentence, noun: Token, text: str) -> Iterator[Draft]:
    """ "Mr. Trump's claim that ...", "her views about trade", "criticism of the deal by analysts"."""
    owners = sentence.child_tokens(noun, "poss")
    by = _objects_of(sentence, noun, "by")
    if not owners and not by and noun.lemma.lower() not in words.STANDALONE_NOUNS:
        return
    clauses = [c for c in sentence.child_tokens(noun, "acl", "ccomp", "relcl") if _is_content_clause(sentence, c)]
    after = [p for p in sentence.child_tokens(noun, "prep") if p.index > noun.index]
    preps = [p for p in after if p.lemma.lower() in words.NOUNS[noun.lemma.lower()]]
    if clauses:
        heads, last = clauses, noun
    elif preps:
        heads, last = sentence.child_tokens(preps[0], "pobj", "pcomp"), preps[0]
    else:
        return
    content = cover(t for h in heads for t in descendants(sentence, h) if t.start >= last.end)
    tidied = tidy(text, content) if content else None
    if tidied is None:
        return
    first = _modifier_start(sentence, noun)
    named = (owners or by)[:1]
    source = (cover(sentence.subtree(named[0])) or (named[0].start, named[0].end),) if named else ()
    head = named[0].start if named else None
    cue = (sentence.tokens[first].start, last.end)
    yield Draft(sentence.index, (noun.start, noun.end), (cue,), (tidied,), source, head, "thought")


def _objects_of(sentence: Sentence, noun: Token, preposition: str) -> list[Token]:
    preps = [a for a in sentence.child_tokens(noun, "prep") if a.lemma.lower() == preposition]
    return [p for a in preps for p in sentence.child_tokens(a, "pobj")]


def _is_content_clause(sentence: Sentence, clause: Token) -> bool:
    """Whether a clause below a noun says what is claimed ("that ..." with its own subject, or "to ...")."""
    if clause.dep == "relcl":
        return False
    has_that = any(t.lemma.lower() in ("that", "whether") for t in sentence.child_tokens(clause, "mark"))
    return has_that or any(t.tag == "TO" for t in sentence.child_tokens(clause, "aux"))


def _modifier_start(sentence: Sentence, noun: Token) -> int:
    first = noun.index
    while first > 0:
        left = sentence.tokens[first - 1]
        if left.head != noun.index or left.dep not in ("amod", "compound", "nummod", "advmod"):
            break
        first -= 1
    return first


def _adjective(sentence: Sentence, adjective: Token, text: str) -> Iterator[Draft]:
    """ "Officials are confident that ...", "is determined to ..."."""
    verb = sentence.head(adjective)
    if verb.lemma.lower() not in words.COPULAS or adjective.dep not in ("acomp", "ccomp", "xcomp"):
        return
    clauses = sentence.child_tokens(adjective, "ccomp", "xcomp")
    content = cover(t for c in clauses for t in descendants(sentence, c) if t.start > adjective.start)
    tidied = tidy(text, content) if content else None
    subject, left_out = find_subject(sentence, verb)
    if tidied is None or subject is None or subject.lemma.lower() in ("it", "there"):
        return
    first = cue_span(sentence, verb)[0] if verb.index < adjective.index else adjective.start
    cue = (first, adjective.end)
    source = source_span(sentence, subject, left_out, verb, text)
    yield Draft(
        sentence.index, (adjective.start, adjective.end), (cue,), (tidied,), (source,), subject.start, "thought"
    )


def _adverb(sentence: Sentence, adverb: Token, text: str) -> Iterator[Draft]:
    """ "The deal reportedly covers oil": nobody is named; the clause around the adverb is the content."""
    host = _clause_above(sentence, adverb)
    whole = cover(descendants(sentence, host))
    spans = without(whole, [(adverb.start, adverb.end)]) if whole else []
    content = tuple(p for p in (tidy(text, s) for s in spans) if p is not None)
    if content:
        yield Draft(
            sentence.index, (adverb.start, adverb.end), ((adverb.start, adverb.end),), content, (), None, "thought"
        )


def dash_draft(sentence: Sentence, text: str) -> Draft | None:
    """A name after a dash behind a quotation: "We will not yield." — Ana Ruiz. Content is joined later."""
    match = _SIGNED.search(text, sentence.start, sentence.end)
    if match is None or match.end(2) < sentence.end - 1:
        return None
    mark, name = match.span(1), match.span(2)
    return Draft(sentence.index, mark, (mark,), (), (name,), name[0], "speech")


def colon_draft(sentence: Sentence, text: str) -> Draft | None:
    """A headline's "Trump: We will withdraw": a short name, a colon, the rest. None without such a form."""
    match = _COLON.search(text, sentence.start, sentence.end)
    if match is None or match.start() <= sentence.start:
        return None
    label = [t for t in sentence.tokens if t.end <= match.start()]
    if not label or len(label) > LONGEST_LABEL or any(t.pos in ("VERB", "AUX", "NUM", "ADP") for t in label):
        return None
    if not any(t.text[:1].isupper() for t in label):
        return None
    content = tidy(text, (match.end(), sentence.end))
    if content is None:
        return None
    mark = match.start() + match.group().index(":")
    source: Span = (label[0].start, label[-1].end)
    return Draft(
        sentence.index, (mark, mark + 1), ((mark, mark + 1),), (content,), (source,), label[-1].start, "speech"
    )
