"""Amounts of one report -> whose they are, of which days, and in which state's money.

Example: in "Denmark pledged $80 million to Somalia" the actor is Denmark, the recipient Somalia; "trade between Chad
and Niger in 2024" is of both, 2024-01-01 to 2024-12-31; "Rs 3 crore" in a grant of Pakistan is PKR.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from legation.knowledge import Knowledge
from legation.quantities import shared_money
from legation.records import (
    Attribution,
    Claim,
    Document,
    Mention,
    Party,
    Quantity,
    Sentence,
    TimeExpression,
    Token,
    When,
)
from legation.triggers.words import load_words

_SUBJECT = ("nsubj",)
_OBJECT = ("nsubjpass", "dobj", "dative")
_OWNER = ("poss", "amod", "compound", "nmod", "npadvmod")
_MOST_SIDES = 2
_NEAR = 120  # characters between a level and the earlier one


@dataclass(frozen=True, slots=True)
class Side:
    """A party with a state and the way to it: subject (of which verb), object, owner; the prepositions above it."""

    party: Party
    place: str
    links: tuple[str, ...]
    start: int
    verb: str = ""


def place_amounts(
    document: Document,
    amounts: Sequence[Quantity],
    claims: Sequence[Claim],
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    times: Sequence[TimeExpression],
    attributions: Sequence[Attribution],
    knowledge: Knowledge,
) -> tuple[Quantity, ...]:
    """The amounts with actors, recipients, days of their period, and money of shared names told apart; same order."""
    by_id = {c.id: c for c in claims}
    speakers = [span for a in attributions for span in a.source]
    home = _home(document, knowledge)
    found: list[Quantity] = []
    for quantity in amounts:
        sentence = next((s for s in sentences if s.start <= quantity.start < s.end), None)
        here = [m for m in mentions if sentence is not None and m.sentence == sentence.index]
        told = [m for m in here if not any(a <= m.start and m.end <= b for a, b in speakers)]
        claim = by_id.get(quantity.claim_id or "")
        placed = _with_parties(quantity, _sides(sentence, told), claim)
        if not placed.actors:  # "Chad said its 5% tariff on ...": the speaker's own
            placed = _with_parties(quantity, _sides(sentence, here), claim)
        placed = replace(placed, when=_days(document, placed, sentence, times))
        found.append(_with_money(placed, [*here, *mentions], home))
    return tuple(_as_new_level(q, found) for q in found)


def _as_new_level(quantity: Quantity, others: Sequence[Quantity]) -> Quantity:
    """The earlier level of "$7.3bn, up from $6.9bn": of the measure and the parties of the level it is set beside."""
    level = next((o for o in others if o.baseline == quantity.quote and 0 < quantity.start - o.end < _NEAR), None)
    if level is None or level.unit != quantity.unit:
        return quantity
    return replace(quantity, measure=level.measure, actors=level.actors, recipients=level.recipients)


def _sides(sentence: Sentence | None, mentions: Sequence[Mention]) -> list[Side]:
    """The parties with a state of a sentence, each state once, by its name rather than by who acts for it."""
    found: dict[str, Side] = {}
    for mention in sorted(mentions, key=lambda m: (m.kind != "state", m.start)):
        token = sentence.span_head(mention.start, mention.end) if sentence is not None else None
        for party in mention.parties:
            if party.state is not None and token is not None and sentence is not None:
                place, links = _way(sentence, token)
                verb = sentence.head(token).lemma.lower() if token.dep in _SUBJECT else ""
                found.setdefault(party.state, Side(party, place, links, mention.start, verb))
    return list(found.values())


def _way(sentence: Sentence, token: Token) -> tuple[str, tuple[str, ...]]:
    """How a name hangs on its verb: ("subject", ()), or ("", ("from", "on")) in "a tariff on goods from Peru"."""
    links: list[str] = []
    place = ""
    for step in [token, *sentence.ancestors(token)]:
        if step.dep in ("pobj", "pcomp"):
            links.append(sentence.head(step).text.lower())
        elif step.dep in _SUBJECT or step.dep == "agent":
            place = place or ("owner" if links else "subject")
            break
        elif step.dep in _OBJECT:
            place = place or "object"
            break
        elif step.dep in _OWNER:
            place = "owner"
    if "by" in links:
        place = "subject"
    return place, tuple(links)


def _with_parties(quantity: Quantity, sides: Sequence[Side], claim: Claim | None) -> Quantity:
    """Actors and recipients by the words that fit the measure, else those of the claim."""
    rows: Any = load_words()["amount_sides"]
    rule: Mapping[str, Any] | None = next((r for r in rows if quantity.measure in r["measures"]), None)
    if rule is None:
        return quantity
    if rule.get("mutual", False):
        pair = sorted(sides, key=lambda s: s.party.state or "")
        parties = tuple(s.party for s in pair) or _of_claim(claim)
        return replace(quantity, actors=parties) if len(parties) == _MOST_SIDES else quantity
    getting = [s for s in sides if _gets(s, rule)]
    giving = [
        s for s in sides if s not in getting and (s.place in ("subject", "owner") or set(s.links) & set(rule["by"]))
    ]
    giving.sort(key=lambda s: (s.place == "", s.start))
    actors, recipients = tuple(s.party for s in giving[:1]), tuple(s.party for s in getting[:1])
    if claim is not None and not (actors and recipients):
        ours, theirs = _states(actors), _states(recipients)
        actors = actors or tuple(p for p in claim.actors[:1] if p.state not in theirs)
        recipients = recipients or tuple(p for p in claim.recipients[:1] if p.state not in ours)
    return replace(quantity, actors=actors, recipients=recipients)


def _gets(side: Side, rule: Mapping[str, Any]) -> bool:
    """Whether the words above a name make it the side that gets: "to Somalia", "on goods from Peru", "Peru's goods"."""
    if side.place == "subject":
        return side.verb in rule.get("receiving", ())
    if side.links and side.links[0] in rule["by"]:
        return False  # "on goods of Peru to Chad": Chad's tariff
    return bool(set(side.links) & set(rule["to"])) or (side.place == "object" and not side.links)


def _of_claim(claim: Claim | None) -> tuple[Party, ...]:
    sides = {p.state: p for p in (*claim.actors, *claim.recipients) if p.state} if claim is not None else {}
    return tuple(sides[s] for s in sorted(sides))


def _states(parties: Sequence[Party]) -> set[str | None]:
    return {p.state for p in parties}


def _days(
    document: Document, quantity: Quantity, sentence: Sentence | None, times: Sequence[TimeExpression]
) -> When | None:
    """The days of the period's words: of the time expression that holds them, or of a bare year."""
    if quantity.period is None:
        return None
    low, high = (sentence.start, sentence.end) if sentence is not None else (quantity.start, quantity.end)
    at = document.text.find(quantity.period, low, high)
    if at >= 0:
        end = at + len(quantity.period)
        held = [t for t in times if t.start < end and at < t.end and t.when.first is not None]
        if held:
            return max(held, key=lambda t: (min(t.end, end) - max(t.start, at), -t.start)).when
    if quantity.period.isdigit() and len(quantity.period) == 4:
        year = int(quantity.period)
        days = date(year, 1, 1), date(year, 12, 31)
        return When(
            *days, edtf=quantity.period, precision="year", text=quantity.period, anchor="absolute", inferred=at < 0
        )
    return None


def _home(document: Document, knowledge: Knowledge) -> str | None:
    """The state of the report's dateline."""
    place = knowledge.place(document.dateline.quote.split(",")[0].title()) if document.dateline is not None else None
    return place.country if place is not None else None


def _with_money(quantity: Quantity, mentions: Sequence[Mention], home: str | None) -> Quantity:
    """ "Rs 3 crore" in the money of the one state that is told and has it; else open, with all that it can be."""
    shared = shared_money(quantity)
    if shared is None:
        return quantity
    near = [p.state for p in (*quantity.actors, *quantity.recipients)]
    for states in (near, [home], [p.state for m in mentions for p in m.parties]):
        fit = {code for code, state in shared.codes if state in states}
        if len(fit) == 1:
            return replace(quantity, unit=shared.rename(quantity.unit, fit.pop()))
    if shared.default is not None:
        return quantity
    return replace(
        quantity, unit=shared.rename(quantity.unit, shared.name), candidates=tuple(c for c, _ in shared.codes)
    )
