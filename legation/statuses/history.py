"""Whether an event is told as history beside the news of its report."""

from __future__ import annotations

import re

from legation.languages.en import statuses as words
from legation.records import Sentence, Token
from legation.statuses.effects import is_reported

_DEEPEST = 3
_YEAR = re.compile(r"(?:19|20)\d\d$")


def history_word(sentence: Sentence, token: Token) -> Token | None:
    """The word that puts an event back in time ("had", "earlier", "last year", "since"), or None.

    "had" below a reporting verb in the past is no history: "said they had agreed" tells today's agreement.
    """
    carriers = _carriers(sentence, token)
    for carrier in carriers:
        found = _perfect(sentence, carrier) or _adjunct(sentence, carrier)
        if found is not None:
            return found
    past = _noun_marks(sentence, token) or _since(sentence, token)
    return past or (_within_history(sentence, carriers[-1]) if carriers else None)


def _carriers(sentence: Sentence, token: Token) -> list[Token]:
    """The event word and the verb that carries it ("had held talks")."""
    found = [token]
    for above in sentence.ancestors(token):
        if above.pos not in ("VERB", "AUX"):
            if above.pos in ("NOUN", "ADP", "PROPN") and found[-1].dep in ("pobj", "prep", "compound", "conj"):
                found.append(above)
                continue
            break
        if token.pos in ("VERB", "AUX") and found[-1].dep not in ("conj", "xcomp"):
            found += [above] if _goes_with(sentence, token, above) else []
            break
        if found[-1].dep in ("dobj", "nsubjpass", "conj", "xcomp", "prep", "nsubj"):
            found.append(above)
        break
    return [t for t in found if t.pos in ("VERB", "AUX", "NOUN")]


def _goes_with(sentence: Sentence, verb: Token, above: Token) -> bool:
    """Whether a participle is told as part of the clause above: "In 2006 she toured Asia, meeting premiers"."""
    free = verb.tag == "VBG" and verb.dep == "advcl" and above.tag == "VBD"
    return free and not sentence.child_tokens(verb, "mark", "nsubj", "aux")


def _perfect(sentence: Sentence, verb: Token) -> Token | None:
    had = next((t for t in sentence.child_tokens(verb, "aux") if t.text.lower() in ("had", "'d")), None)
    if had is None or verb.tag != "VBN" or is_reported(sentence, verb):
        return None
    return had


def _adjunct(sentence: Sentence, carrier: Token) -> Token | None:
    for child in sentence.child_tokens(carrier, "advmod", "npadvmod", "prep"):
        low = child.text.lower()
        if low in words.PAST_MARKS and child.dep == "advmod" and not _this_day(sentence, child):
            return child
        if low in ("since", "until"):
            continue
        found = _past_unit(sentence, child)
        if found is not None:
            return found
    return _dated_clause(sentence, carrier)


def _dated_clause(sentence: Sentence, verb: Token) -> Token | None:
    """ "When she took office in 2006, she met ...": the year of the clause is that of what happened then."""
    for clause in sentence.child_tokens(verb, "advcl"):
        if clause.tag == "VBD" and any(t.text.lower() == "when" for t in sentence.child_tokens(clause, "advmod")):
            units = [_past_unit(sentence, t) for t in sentence.child_tokens(clause, "prep", "npadvmod")]
            return next((u for u in units if u is not None), None)
    return None


def _within_history(sentence: Sentence, verb: Token) -> Token | None:
    """ "the May war, which ended after he brokered a truce", "have been warm since May, after he brokered a truce"."""
    current = verb
    for _ in range(_DEEPEST):
        head = sentence.head(current)
        if current.dep == "relcl":  # the parser hangs the clause on the last noun of the phrase
            nouns = [head, *(t for t in sentence.ancestors(head)[:_DEEPEST] if t.pos == "NOUN")]
            return next((m for n in nouns if (m := _noun_marks(sentence, n)) is not None), None)
        if current.dep != "advcl" or "after" not in {t.text.lower() for t in sentence.child_tokens(current, "mark")}:
            return None
        holders = [head, *sentence.child_tokens(head, "dobj")]
        since = [t for h in holders for t in sentence.child_tokens(h, "prep") if t.text.lower() == "since"]
        if since:
            return since[0]
        current = head
    return None


def _this_day(sentence: Sentence, adverb: Token) -> bool:
    """ "earlier on Friday", "earlier this week" stay within the news."""
    after = [t.text.lower() for t in sentence.tokens[adverb.index + 1 : adverb.index + 3]]
    if after[:2] == ["this", "year"]:
        return False
    return bool(after) and (after[0] in ("this", "today", "on") or adverb.text.lower() == "recently")


def _past_unit(sentence: Sentence, adjunct: Token) -> Token | None:
    """ "last year", "two months ago", "in May" or "in 2019" without a day."""
    tokens = sentence.subtree(adjunct)[:6]
    lows = [t.text.lower() for t in tokens]
    for token, low in zip(tokens, lows, strict=True):
        if low in ("last", "previous", "past") and sentence.head(token).lemma.lower() in words.PAST_UNITS:
            return token if sentence.head(token).lemma.lower() != "week" else None
        if low == "ago" and not any(x.startswith(("day", "hour", "minute")) for x in lows):
            return token
    bare = lows[:1] == ["in"] and not any(x.isdigit() and len(x) <= 2 for x in lows)
    if bare and len(lows) >= 2 and (lows[1].rstrip(".") in words.MONTHS or _YEAR.match(lows[1])):
        return tokens[1]
    return None


def _noun_marks(sentence: Sentence, token: Token) -> Token | None:
    """ "their previous meeting", "last month's visit", "the 2015 accord"."""
    if token.pos not in ("NOUN", "PROPN"):
        return None
    for child in sentence.child_tokens(token, "amod", "compound", "nummod", "poss", "nmod"):
        low = child.text.lower()
        if low in words.PAST_MODIFIERS and low not in ("last", "recent", "historic"):
            return child
        if _YEAR.match(low) or (child.dep in ("compound", "nmod") and child.text[:1].isupper() and low in words.MONTHS):
            return child
        if child.dep == "poss" and child.lemma.lower() in words.PAST_UNITS and _says_last(sentence, child):
            return child
    return None


def _says_last(sentence: Sentence, unit: Token) -> bool:
    return any(t.text.lower() in ("last", "previous") for t in sentence.child_tokens(unit, "amod"))


def _since(sentence: Sentence, token: Token) -> Token | None:
    """ "since the ceasefire", "in the wake of the strikes": what the news comes after."""
    head = sentence.head(token)
    if token.dep == "pobj" and head.text.lower() == "since":
        return head
    if token.dep == "pobj" and head.text.lower() == "of" and sentence.head(head).text.lower() in ("wake", "aftermath"):
        return sentence.head(head)
    marks = [t for t in sentence.child_tokens(token, "mark") if t.text.lower() == "since"]
    return marks[0] if marks and token.tag in ("VBD", "VBN") else None
