"""Whether the clause around a time speaks of the past or of the future: by the parse where given, else by words.

"told" is a past that is sure: the verb in the simple past governs the time itself ("met in July"). "ahead" comes after
what its sentence tells: "arrived on Sunday ahead of Tuesday's talks".
Both ways are light on purpose: they only choose between the Monday before and the Monday after.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from typing import Literal

from legation.records import Sentence, Token
from legation.times.tables import Tables

Tense = Literal["past", "told", "future", "ahead"] | None
STOP = re.compile(r"[.!?][\"'”’)]*\s|\n[^\S\n]*\n")
_WORD = re.compile(r"[^\W\d_]+|['’]ll\b|[,;:]")
REACH = 160  # characters looked at on either side
PHRASE = 12  # words between "ahead of" and the time of what it names


class TenseReader:
    """Reads the tense around spans of one text."""

    def __init__(self, text: str, tables: Tables, sentences: Sequence[Sentence] | None) -> None:
        self.text = text
        words = tables.words["tense"]
        self.words = defaultdict(frozenset, {name: frozenset(listed) for name, listed in words.items()})
        self.endings = tuple(words.get("past_endings", ()))
        self.sentences = sentences or ()
        self.starts = [s.start for s in self.sentences]

    def tense(self, start: int, end: int) -> Tense:
        """The tense of the clause that holds ``start:end``; None when nothing tells."""
        before = self.text[max(0, start - REACH) : start]
        cut = max((m.end() for m in STOP.finditer(before)), default=0)
        clause = _backwards(before[cut:])
        if clause and clause[0][0].lower() in self.words["ahead"]:
            gone = any(word in self.words["sure_past"] for word, _ in clause)
            return None if gone else "past" if self._is_gone(clause, end) else "future"
        if self._is_ahead(clause):
            return "ahead"
        if self._is_named(clause):
            return None
        if (
            len(clause) > 1
            and clause[0][0].lower() in self.words["leading"]
            and clause[1][0].lower() in self.words["surely"]
            and not self._is_planned([word.lower() for word, _ in clause[2:4]])
            and not any(word.lower() in self.words["future"] for word, _ in clause[2:6])
        ):
            return "told"
        if self._is_spoken(clause, end):
            return "past"
        found = self._by_parse(start, end) if self.sentences else None
        return found if found is not None else self._by_words(clause, end)

    def _is_gone(self, clause: list[tuple[str, str]], end: int) -> bool:
        """ "By Friday they had left": what opens its clause and is told in the past."""
        if len(clause) > 1 and clause[1][0].lower() not in self.words["linking"]:
            return False
        after = [word.lower() for word in _WORD.findall(self.text[end : end + 60])[:5]]
        place = next((k for k, word in enumerate(after) if word in self.words["sure_past"]), None)
        return place is not None and after[place + 1 : place + 2] != ["to"] and not self.words["future"] & set(after)

    def _is_ahead(self, clause: list[tuple[str, str]]) -> bool:
        """Whether the time is that of what follows: "ahead of his Tuesday meeting", "ahead of the talks on Tuesday"."""
        for word, follow in clause[:PHRASE]:
            if word.lower() in self.words["preceding"]:
                return follow in self.words["naming"]
            if word in ",;:" or word.lower() in self.words["speaking"]:
                return False
        return False

    def _is_named(self, clause: list[tuple[str, str]]) -> bool:
        """Whether the time only names something, "the talks of Tuesday"; "much of Tuesday" is a time all the same."""
        words = [word.lower() for word, _ in clause[:2]]
        return bool(words) and words[0] in self.words["naming"] and not self.words["portions"] & set(words[1:])

    def _is_spoken(self, clause: list[tuple[str, str]], end: int) -> bool:
        """Whether the time says when something was said: "said on Friday he would hold a summit"."""
        words = [word.lower() for word, _ in clause[:2]]
        if words and words[0] in self.words["leading"]:
            words = words[1:]
        return bool(words) and words[0] in self.words["speaking"] and self.text[end : end + 1] not in ("'", "’")

    def _by_parse(self, start: int, end: int) -> Tense:
        place = bisect_right(self.starts, start) - 1
        if place < 0 or self.sentences[place].end < end:
            return None
        sentence = self.sentences[place]
        head = sentence.span_head(start, end)
        if head is None or head.dep in ("compound", "nmod", "amod"):
            return None
        chain = sentence.ancestors(head)
        if [t.dep for t in chain[:1]] == ["prep"] and len(chain) > 1 and self._tells(sentence, chain[1]):
            return "told"
        for token in chain:
            found = self._verb_tense(sentence, token)
            if found is not None:
                return found
        return None

    def _tells(self, sentence: Sentence, verb: Token) -> bool:
        """Whether a verb in the simple past governs the time itself: "met in July"."""
        simple = verb.tag == "VBD" and verb.lemma not in self.words["reporting"]
        return simple and not sentence.child_tokens(verb, "aux", "auxpass", "ccomp", "xcomp")

    def _verb_tense(self, sentence: Sentence, token: Token) -> Tense:
        if token.tag[:1] != "V" and token.pos != "AUX":
            return None
        helpers = sentence.child_tokens(token, "aux", "auxpass")
        if any(h.text.lower() in self.words["future"] for h in helpers):
            return "future"
        if (
            token.text.lower() in self.words["planned"]
            and token.tag == "VBN"
            and not any(h.lemma in self.words["perfect"] for h in helpers)
        ):
            return "future"
        perfect = any(h.lemma in self.words["perfect"] for h in helpers)
        if token.tag in ("VB", "VBN") and any(h.tag == "TO" for h in helpers) and not perfect:
            head = sentence.head(token)
            if head.lemma in self.words["bringing"] and head.index != token.index:
                return self._verb_tense(sentence, head)  # "led them to seize it in July": what came of it came then
            above = sentence.child_tokens(sentence.head(token), "aux", "auxpass")
            return "past" if any(h.tag == "VBD" for h in above) else "future"
        if token.tag in ("VBD", "VBN") or perfect or any(h.tag == "VBD" for h in helpers):
            return "past"
        if token.tag in ("VBZ", "VBP") and token.lemma in self.words["timetable"]:
            return "future"
        return None

    def _by_words(self, clause: list[tuple[str, str]], end: int) -> Tense:
        for place, (word, follow) in enumerate(clause):
            nearest = [w.lower() for w, _ in clause[place + 1 : place + 3]]
            if self._is_planned(nearest):
                continue
            found = self._cue(word, follow, set(nearest))
            if found is not None:
                return found
        leading = len(clause) == 1 and clause[0][0].lower() in self.words["leading"]
        after = self.text[end : end + REACH]
        stop = STOP.search(after)
        last = ""
        for word in _WORD.findall(after[: stop.start()] if stop else after):
            found = self._cue(word, "", {last})
            if found is not None:
                return "told" if leading and word in self.words["surely"] else found
            last = word.lower()
        return None

    def _is_planned(self, nearest: list[str]) -> bool:
        """Whether a word follows "to be": in "is to be signed on Monday" the participle tells no past."""
        return len(nearest) > 1 and nearest[0] in self.words["bare"] and nearest[1] in self.words["infinitive"]

    def _cue(self, word: str, follow: str, before: set[str]) -> Tense:
        """The tense that one word tells; ``before`` are the words just before it ("had been due to" is past)."""
        low = word.lower()
        if low in self.words["planned"] and (follow not in self.words["infinitive"] or before & self.words["gone"]):
            return "past" if before & self.words["gone"] else "future"
        found = self._word_tense(word, follow)
        if found == "future" and follow in self.words["infinitive"] and before & self.words["gone"]:
            return "past"
        return found

    def _word_tense(self, word: str, follow: str) -> Tense:
        low = word.lower()
        if low in self.words["future"] or (low in self.words["control"] and follow in self.words["infinitive"]):
            return "future"
        regular = word.islower() and bool(self.endings) and low.endswith(self.endings)
        if low in self.words["past"] or (regular and low not in self.words["notpast"]):
            return "past"
        return None


def _backwards(clause: str) -> list[tuple[str, str]]:
    """(word, the word after it), last first."""
    words = _WORD.findall(clause)
    return list(zip(reversed(words), ["", *reversed(words[1:])], strict=True)) if words else []
