"""Who is the subject of a cue, and which words name them."""

from __future__ import annotations

from legation.attributions.drafts import cover, descendants
from legation.languages.en import attributions as words
from legation.records import Sentence, Span, Token

SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_LINKS = frozenset({"conj", "advcl", "xcomp", "pcomp", "prep", "ccomp", "parataxis", "dep"})
_QUOTES = ("``", '"', "“", "''", "”")


def raised(sentence: Sentence, verb: Token, cues: frozenset[str]) -> Token | None:
    """The reporting verb that "and warned" continues when the parser hung it on the clause that was said.

    "He said it was ready and warned of war": *warned* goes with *said*, as it shares its tense and has no subject.
    """
    above = sentence.head(verb)
    if verb.dep != "conj" or verb.lemma.lower() not in cues or sentence.child_tokens(verb, *SUBJECTS, "aux"):
        return None
    matrix = sentence.head(above)
    if above.dep == "ccomp" and matrix.lemma.lower() in cues and matrix.tag == verb.tag and matrix.index < above.index:
        return matrix
    return None


def find_subject(sentence: Sentence, verb: Token) -> tuple[Token | None, Token | None]:
    """The head of the noun phrase that a verb's subject is, and the relative clause to leave out of it.

    A verb without subject takes that of the verb it is joined to or hangs on.
    """
    current = verb
    for _ in range(6):
        own = sentence.child_tokens(current, *SUBJECTS)
        if own:
            return own[0], None
        above = sentence.head(current)
        if current.dep in ("acl", "relcl"):
            return above, current
        if current.dep == "xcomp" and sentence.child_tokens(above, "dobj"):
            return sentence.child_tokens(above, "dobj")[0], None
        if current.dep not in _LINKS or above.index == current.index:
            return None, None
        current = above
    return None, None


def antecedent(sentence: Sentence, subject: Token, verb: Token) -> Token:
    """The noun that a relative pronoun stands for ("officials, who said"), else the subject itself."""
    clause = sentence.head(subject)
    if subject.lemma.lower() in words.RELATIVE and clause.dep == "relcl":
        return sentence.head(clause)
    return subject


def source_span(sentence: Sentence, head: Token, left_out: Token | None, stop: Token, text: str) -> Span:
    """The words of the source: its noun phrase without the clause that holds the cue.

    An apposition or clause between commas keeps its closing comma before the cue ("Mook, a strategist, said").
    """
    barred = frozenset({stop.index, *({left_out.index} if left_out else ())})
    tokens = [t for t in descendants(sentence, head, barred) if not _is_loose(sentence, t, head)]
    span = cover(_connected(tokens, head)) or (head.start, head.end)
    while (span[1] > head.end and text[span[1] - 1] in ",;:") or text[span[0] : span[1]].endswith((" -", " –")):
        span = (span[0], span[1] - 1)
    bracket = text.find("(", head.end, span[1])
    if bracket > 0 and ")" not in text[bracket : span[1]]:
        return head.start if bracket <= span[0] else span[0], len(text[:bracket].rstrip())
    if "," in text[head.end : span[1]] and stop.start > head.start:
        return _closing_comma(text, span)
    return span


def _closing_comma(text: str, span: Span) -> Span:
    end = span[1]
    while end < len(text) and text[end] in " \u00a0":
        end += 1
    return (span[0], end + 1) if text[end : end + 1] == "," else span


def _is_loose(sentence: Sentence, token: Token, head: Token) -> bool:
    """Whether a token hangs on the head as a joined clause or stray punctuation, not as part of the name."""
    return token.head == head.index and token.dep in ("punct", "parataxis") and token.text in _QUOTES


def _connected(tokens: list[Token], head: Token) -> list[Token]:
    """The run of tokens around the head without gaps (a gap is a clause that was left out)."""
    place = next(i for i, t in enumerate(tokens) if t.index == head.index)
    low = high = place
    while low > 0 and tokens[low - 1].index == tokens[low].index - 1:
        low -= 1
    while high + 1 < len(tokens) and tokens[high + 1].index == tokens[high].index + 1:
        high += 1
    return tokens[low : high + 1]
