"""Which time expression dates which event: the one that hangs on the trigger or its clause, never on "said".

A time that stands before a noun ("this week's attack", "the 2008 accord") or behind one that an "after" or "in response
to" sets apart dates that thing alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from legation.drafts.drafting import governing_verb
from legation.drafts.holds import BEFORE_NOUN, SUBJECTS, Hold, find_hold, owner_of
from legation.event_types import load_event_types
from legation.languages.en import dating as words
from legation.records import Attribution, Sentence, Span, TimeExpression, Token
from legation.times import resolve_words
from legation.times.tables import load_tables
from legation.triggers.clauses import is_verb, objects_of
from legation.triggers.matching import Hit

_INHERITING = ("conj", "advcl", "xcomp", "acl")
_ANSWERING = ("REJECT", "ACCUSE", "REQUEST", "THREATEN", "RETREAT", "CONCEDE")
_SUPERLATIVE = {"JJS", "RBS"}
_ANY_DAY = date(2000, 1, 1)


def date_of(
    sentence: Sentence,
    hit: Hit,
    times: Sequence[TimeExpression],
    speech: frozenset[int],
    published: date | None = None,
) -> TimeExpression | None:
    """The expression that dates a hit, if one stands in its clause.

    Args:
        speech: token indices of reporting verbs in this sentence; their "on Saturday" dates the saying alone.
        published: the report's day; "urged them to show restraint on Monday" is read by it.

    Example: "Talks that fell apart in May, he said Saturday" gives "in May" for "fell apart" and nothing for "Talks".
    """
    inside = [t for t in times if sentence.start <= t.start and t.end <= sentence.end and _tells_days(sentence, t)]
    urging = _urging(sentence, inside, published)
    if urging is not None:
        return inside[0] if urging.index in {hit.token.index, governing_verb(sentence, hit).index} else None
    ranked = [(rank, k) for k, t in enumerate(inside) if (rank := _rank(sentence, hit, t, speech)) is not None]
    if not ranked:
        return None
    best = min(ranked, key=lambda pair: (pair[0], *_vagueness(inside[pair[1]], hit)))
    chosen = inside[best[1]]
    if _goes_on_with_when(sentence, hit, chosen):
        return _whole(chosen)
    if chosen.when.anchor == "absolute" and _since_after(sentence, governing_verb(sentence, hit), chosen):
        month = resolve_words(chosen.text, None)  # the month itself, not all since
        return chosen if month is None else replace(chosen, when=replace(month, anchor="event", inferred=True))
    return chosen


def _urging(sentence: Sentence, times: Sequence[TimeExpression], published: date | None) -> Token | None:
    """ "Urged them to show restraint on Monday", told on that day or the next: the verb that the only day dates.

    What is urged is never past, and a report of such a day tells the urging; a day further off is that of the act.
    """
    day = times[0].when.first if len(times) == 1 else None
    head = sentence.span_head(times[0].start, times[0].end) if day is not None else None
    if head is None or day is None or published is None or (published - day).days % 7 > 1:
        return None
    if head.dep != "pobj" or times[0].text.lower() not in load_tables("en").words["weekdays"]:
        return None
    act = sentence.head(sentence.head(head))
    verb = sentence.head(act)
    past = verb.tag == "VBD" and verb.lemma.lower() in words.URGING and act.end <= head.start
    return verb if past and act.dep == "xcomp" and "to" in _marks(sentence, act) else None


def _goes_on_with_when(sentence: Sentence, hit: Hit, time: TimeExpression) -> bool:
    """ "since last year, when he left": the clause tells what was done at the time before its "when"."""
    after = [t for t in sentence.tokens if t.start >= time.end and t.text != ","][:1]
    return time.end <= hit.token.start and any(t.text.lower() == "when" for t in after)


def _whole(time: TimeExpression) -> TimeExpression:
    """The stretch that words name where the time runs on from it: all of last year, not "since last year"."""
    named = resolve_words(time.value or "", None)
    if named is None or named.first != time.when.first or named.last == time.when.last:
        return time
    return replace(time, when=replace(named, text=time.text, anchor=time.when.anchor))


def days_of_speech(
    sentences: Sequence[Sentence], attributions: Iterable[Attribution], times: Sequence[TimeExpression]
) -> dict[Span, TimeExpression]:
    """The time that hangs on each reporting verb, by the verb's span: "the minister said on Monday"."""
    cues = sorted({s for a in attributions for s in a.cue if s[0] < s[1]})
    days = [t for t in times if t.type in ("DATE", "TIME") and t.when.first is not None]
    found: dict[Span, TimeExpression] = {}
    for sentence in sentences:
        inside = [t for t in days if sentence.start <= t.start and t.end <= sentence.end]
        here = [c for c in cues if sentence.start <= c[0] and c[1] <= sentence.end] if inside else []
        for cue in here:
            verb = sentence.span_head(*cue)
            fit = [t for t in inside if verb is not None and hangs_on(sentence, verb, t)]
            if fit:
                found[cue] = min(fit, key=lambda t: abs(t.start - cue[0]))
    return found


def hangs_on(sentence: Sentence, verb: Token, time: TimeExpression) -> bool:
    """Whether a time dates what a verb tells, not a noun or another verb below it."""
    head = sentence.span_head(time.start, time.end)
    if head is None or owner_of(sentence, head) is not None:
        return False
    hold = find_hold(sentence, head, {verb.index}, words.APART)
    return hold is not None and hold.anchor.index == verb.index and not hold.by_subject


def _tells_days(sentence: Sentence, time: TimeExpression) -> bool:
    """Dates and times, and lengths that end today by their own words: "during the past week", not "in four years"."""
    if time.type in ("DATE", "TIME"):
        return True
    head = sentence.span_head(time.start, time.end) if time.when.first is not None else None
    if head is None or sentence.head(head).text.lower() not in words.OVER:
        return False
    alone = resolve_words(time.text, _ANY_DAY)
    return alone is not None and alone.last == _ANY_DAY


def _vagueness(time: TimeExpression, hit: Hit) -> tuple[bool, bool, int, int]:
    """Among equally close expressions: a known day, then a weekday, then the narrower, then the nearer one."""
    when = time.when
    width = (when.last - when.first).days if when.first is not None and when.last is not None else 0
    return when.first is None, when.weekday is None and when.first is None, width, abs(time.start - hit.token.start)


def _rank(sentence: Sentence, hit: Hit, time: TimeExpression, speech: frozenset[int]) -> int | None:
    """How closely a time belongs to a hit: 0 on itself, 1 on its carrier, 2 on the clause it goes on from."""
    head = sentence.span_head(time.start, time.end)
    if head is None:
        return None
    verb = governing_verb(sentence, hit)
    if _since_after(sentence, verb, time):
        return 2
    if verb.tag == "VBN" and {t.text.lower() for t in sentence.child_tokens(verb, "advmod")} & words.FORMERLY:
        return None
    own = {hit.token.index} | ({hit.noun.index} if hit.noun is not None else set())
    if _is_deed(sentence, verb, time):
        return 1
    owner = owner_of(sentence, head)
    if _is_of_account(sentence, hit) and not own & {t.index for t in sentence.ancestors(head)}:
        return None
    if owner is not None:
        return _rank_by_owner(sentence, hit, owner, own)
    meets = hit.trigger.event_type == "CONSULT" or hit.trigger.mode == "meet"  # "invited him for talks in June"
    hold = find_hold(sentence, head, own, words.APART if meets else words.APART | {"for"})
    if hold is None or _set_apart(sentence, hit, time) or _is_of_object(sentence, hit, time):
        return None
    first = hold.anchor
    if first.index in speech and first.index not in own and first.index != verb.index:
        return 2 if _at_once(sentence, verb, first) else None
    if first.index in own:
        if hit.noun is not None and first.index == hit.noun.index:
            return 1 if hit.trigger.frame.name not in ("cancelled", "broken") else None
        return 0
    return _rank_by_clause(sentence, hit, hold, time)


def _is_of_account(sentence: Sentence, hit: Hit) -> bool:
    """ "Released a transcript Friday of the call": the day of what tells of the call is not that of the call."""
    noun = hit.noun if hit.noun is not None else hit.token
    of = next((t for t in sentence.ancestors(noun) if t.dep == "prep" or is_verb(t)), noun)
    if is_verb(hit.token) or of.text.lower() not in words.ABOUT:
        return False
    if of.text.lower() != "of":
        return sentence.head(of).lemma.lower() in words.ACCOUNTS
    above = sentence.ancestors(of)
    verbs = [t for t in above if is_verb(t)][:1]
    objects = [o for v in verbs for o in sentence.child_tokens(v, "dobj", "nsubjpass") if o.start < of.start]
    return any(t.lemma.lower() in words.ACCOUNTS for t in [*objects, sentence.head(of)])


def _rank_by_clause(sentence: Sentence, hit: Hit, hold: Hold, time: TimeExpression) -> int | None:
    """The rank of a time that hangs on another verb than the trigger."""
    verb, first = governing_verb(sentence, hit), hold.anchor
    if _carries(sentence, hit, first):
        return 1
    if time.start < hit.token.start and _is_elsewhere(sentence, hit):
        return None  # "after the takeover in 2007": what follows the noun is the noun's
    if first.index == verb.index:
        return 1
    if first.index in _clause_chain(sentence, hit, time) and not hold.by_subject:
        return 2 if not _is_of_noun(sentence, hit) else None
    alone = first.tag == "VBN" and not sentence.child_tokens(first, *SUBJECTS, "aux")  # "as outlined in May"
    at_once = first.dep == "advcl" and not alone and _marks(sentence, first) & words.AT_ONCE
    if sentence.head(first).index == verb.index and (at_once or _opens_present(sentence, first, verb)):
        return 2  # "did not meet her when he came last fall"
    return 2 if _opens(sentence, hit, time) else None


def _opens_present(sentence: Sentence, first: Token, verb: Token) -> bool:
    """ "Visiting Paris on Friday, he met his host": what is told before the verb goes on while it is done."""
    present = first.dep == "advcl" and first.tag == "VBG" and first.lemma in words.PRESENT and first.start < verb.start
    return present and not _marks(sentence, first) & words.ORDERING


def _is_of_noun(sentence: Sentence, hit: Hit) -> bool:
    """ "Struck on Saturday, showing the weakness of the truce": the truce was made before."""
    of = sentence.head(hit.token)
    alone = hit.noun is None and not is_verb(hit.token) and hit.token.dep == "pobj" and of.text.lower() == "of"
    return alone and sentence.head(of).pos == "NOUN"


def _rank_by_owner(sentence: Sentence, hit: Hit, noun: Token, own: set[int]) -> int | None:
    """A noun's own time is also that of what is done at it or by going to it: "attended Friday's summit"."""
    below = {t.index for t in sentence.subtree(noun)}
    if noun.index in own:
        return None if _undoes(hit) and noun.index != hit.token.index else 0
    if own & below and hit.token.dep in (*BEFORE_NOUN, "pobj"):  # "Monday's round of talks"
        return 1
    head = sentence.head(noun)
    verb = governing_verb(sentence, hit)
    if noun.dep == "pobj" and head.text.lower() in words.WITHIN and head.head in own | {verb.index}:
        return 1
    goal = head if noun.dep == "dobj" else sentence.head(head)
    return 1 if goal.index in own and goal.lemma in words.GOING else None


def _undoes(hit: Hit) -> bool:
    """Whether an act meets a thing of another day: "cancelled next month's summit", "quit the 2015 accord"."""
    return hit.trigger.frame.name in ("cancelled", "broken") or hit.trigger.event_type in _ANSWERING


def _opens(sentence: Sentence, hit: Hit, time: TimeExpression) -> bool:
    """ "met in July, where he praised": the time that a relative clause hangs on is its time too."""
    verb = governing_verb(sentence, hit)
    head = sentence.head(verb)
    return verb.dep == "relcl" and time.start <= head.start < time.end


def _since_after(sentence: Sentence, verb: Token, time: TimeExpression) -> bool:
    """ "an upswing since May, after he brokered a truce": what ties have changed since is what they changed after.

    "The lowest since May, hours after he brokered a truce" compares; and what follows by hours is the news.
    """
    marks = {t.text.lower() for t in sentence.child_tokens(verb, "mark")}
    head = sentence.head(verb)
    holders = [head, *sentence.child_tokens(head, "dobj")]
    since = [p for h in holders for p in sentence.child_tokens(h, "prep") if p.text.lower() == "since"]
    compared = {t.tag for h in holders for t in [h, *sentence.child_tokens(h, "amod", "advmod")]} & _SUPERLATIVE
    return (
        verb.dep == "advcl"
        and "after" in marks
        and not compared
        and not _is_counted(sentence, verb)
        and any(time.start <= o.start < time.end for p in since for o in sentence.child_tokens(p, "pobj"))
    )


def _is_counted(sentence: Sentence, verb: Token) -> bool:
    """ "hours after he left": so long after what the clause above tells."""
    marks = [t for t in sentence.child_tokens(verb, "mark") if t.text.lower() == "after"]
    lengths = [t for m in (verb, *marks) for t in sentence.child_tokens(m, "npadvmod")]
    return any(t.end < m.start for m in marks for t in lengths)


def _set_apart(sentence: Sentence, hit: Hit, time: TimeExpression) -> bool:
    """ "drove them out after the attack on Monday": nobody knows which of the two was on Monday."""
    between_both = [t for t in sentence.tokens if hit.token.end <= t.start and t.end <= time.start]
    for token in between_both:
        if token.dep in ("prep", "advmod") and (token.text.lower() in words.APART or _replies(sentence, token)):
            things = [t for t in sentence.subtree(token) if t.start > token.start and t.pos in ("NOUN", "PROPN")]
            inside = [t for t in things if t.end <= time.start]
            own = any(t.index == hit.token.index or (hit.noun and t.index == hit.noun.index) for t in inside)
            between = [t for t in between_both if inside and t.start >= inside[-1].end]
            if inside and not own and all(t.dep in ("prep", "case", "det") for t in between):
                return True
    return False


def _is_of_object(sentence: Sentence, hit: Hit, time: TimeExpression) -> bool:
    """ "condemned the attack on October 1": a date right behind the event that one answers is that event's."""
    head = sentence.span_head(time.start, time.end)
    if hit.trigger.event_type not in _ANSWERING or head is None or not any(c.isdigit() for c in time.text):
        return False
    first = min(t.index for t in sentence.tokens_in(time.start, time.end))
    before = sentence.tokens[max(0, first - 2) : first]
    events = load_event_types().nouns
    told = {t.index for t in objects_of(sentence, hit.token) if t.lemma.lower() in events} if len(before) > 1 else set()
    return bool(told) and before[0].index in told and before[1].text.lower() == "on"


def _replies(sentence: Sentence, token: Token) -> bool:
    """ "In response to", but no "for preparations", which are things themselves."""
    nouns = sentence.child_tokens(token, "pobj")
    return any(o.lemma.lower() in words.REPLIES and (o.tag != "NNS" or token.text.lower() != "for") for o in nouns)


def _at_once(sentence: Sentence, verb: Token, speech: Token) -> bool:
    """ "said on Monday while visiting": what is done while one speaks is done on that day."""
    return verb.dep == "advcl" and verb.head == speech.index and bool(_marks(sentence, verb) & words.AT_ONCE)


def _marks(sentence: Sentence, verb: Token) -> set[str]:
    return {t.text.lower() for t in sentence.child_tokens(verb, "mark", "advmod", "aux")}


def _carries(sentence: Sentence, hit: Hit, verb: Token) -> bool:
    """Whether ``verb`` tells when the noun took place: "the summit is set for", "a meeting, held on"."""
    noun = hit.noun if hit.noun is not None else hit.token
    if is_verb(noun):
        return False
    tells = (
        words.CARRIERS
        if is_verb(hit.token)
        else words.CARRIERS | words.ASPECTS.get(hit.trigger.event_type, frozenset())
    )
    if hit.trigger.frame.name in ("cancelled", "broken") or verb.lemma not in tells:
        return False
    if verb.dep in ("acl", "relcl") and sentence.head(verb).index == noun.index:
        return not (is_verb(hit.token) and _undoes(hit))  # "quit the deal reached in 2015"
    return noun.dep in SUBJECTS and sentence.head(noun).index == verb.index


def _clause_chain(sentence: Sentence, hit: Hit, time: TimeExpression) -> set[int]:
    """Verbs whose time a hit shares: what it is coordinated with, or goes along with as a participle."""
    chain: set[int] = set()
    token = governing_verb(sentence, hit)
    own_verb = is_verb(token)
    if not own_verb:
        token = next((t for t in sentence.ancestors(token) if is_verb(t)), token)
        chain.add(token.index)
    while len(chain) < 4:
        marks = _marks(sentence, token)
        whole = _whole_deed(sentence, token) if own_verb else None
        head = whole or sentence.head(token)
        if token.dep not in _INHERITING and whole is None:
            break
        if not is_verb(head) or marks & (words.ORDERING | words.SEQUELS):
            break
        if "to" in marks and head.lemma.lower() not in words.JOURNEYS:
            break  # "returned in August to attend" is all in August
        if token.dep == "conj" and sentence.child_tokens(token, *SUBJECTS) and time.start > head.start:
            break  # "X met Y on Monday and Z signed": only a day in front is that of both
        chain.add(head.index)
        token = head
    return chain


def _whole_deed(sentence: Sentence, verb: Token) -> Token | None:
    """ "Responded on Monday by closing it": the verb of what is done by it."""
    by = sentence.head(verb)
    above = sentence.head(by)
    means = verb.dep == "pcomp" and by.text.lower() in words.MEANS and is_verb(above)
    return above if means else None


def _is_deed(sentence: Sentence, verb: Token, time: TimeExpression) -> bool:
    """ "Its move this week to close the border": the time between the noun and its infinitive is that of both."""
    noun = sentence.head(verb)
    deed = verb.dep == "acl" and noun.lemma.lower() in words.DEEDS and "to" in _marks(sentence, verb)
    return deed and noun.end <= time.start and time.end <= verb.start


def _is_elsewhere(sentence: Sentence, hit: Hit) -> bool:
    """ "plays golf Saturday ahead of the summit", "was blamed on Monday for the attack": of another day than its verb.

    "Arrived on Monday for talks" is of that day.
    """
    noun = hit.token
    for token in [noun, *sentence.ancestors(noun)]:
        if is_verb(token):
            return False
        low = token.text.lower()
        purpose = hit.trigger.event_type == "CONSULT" and noun.head == token.index
        if token.index != noun.index and (low in words.APART or (low == "for" and not purpose)):
            return True
        if token.lemma.lower() in words.REPLIES:
            return True
    return False
