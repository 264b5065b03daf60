"""Claim -> Facts: what the linker compares, computed once per claim.

A party counts at one of three levels: a person, an organisation (a company, a movement), or a side (a state, or a
group that stands for itself). Names without a knowledge id are joined by their words: "Strategic Metals" is
"United States Strategic Metals" when no other name fits.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from legation.judgements.bulletins import NO_SOURCE, Source, find_headlines, find_sources
from legation.judgements.tables import family_of, form_of, load_tables
from legation.records import Claim, Document, Party, Published, Quantity, When
from legation.text import find_words, fold
from legation.times import resolve_words

NO_STATE = frozenset({"IGO", "NGO", "MNC", "IMG", "ISM"})  # codes of kinds, not of one actor
STATE_SECTORS = frozenset({"GOV", "MIL", "LEG", "JUD", "COP", "SPY", None})  # whose organs act for their state
NEWS_DAYS = timedelta(days=7)  # an undated event of the news lies at most so long before its report
PLAN_DAYS = timedelta(days=60)
SOON_DAYS = timedelta(days=21)
SHORTEST_WORD = 4
MOST_KEPT = 100_000  # names and words whose plain form is kept for the next look
LEAD = 0.2  # share of a report in which its news stands; what is told later and undated may be older
LEAST_LEAD = 600  # characters that are lead in any report

Aliases = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Facts:
    """What one claim says, ready to be compared. ``window`` bounds an undated event by its report's day."""

    claim: Claim
    family: str
    form: str | None
    when: When | None
    firm: bool
    window: tuple[date | None, date | None]
    published: Published
    people: frozenset[str]
    organisations: frozenset[str]
    sides: frozenset[str]
    people_of: Mapping[str, frozenset[str]]
    actor_sides: frozenset[str]
    recipient_sides: frozenset[str]
    amounts: Mapping[str, frozenset[str]]
    words: frozenset[str]
    is_visit: bool
    leads: bool
    origin: str | None = None
    source: Source = NO_SOURCE
    headline: bool = False
    several: bool = False
    lasting: bool = False
    speech: bool = False

    @property
    def dated(self) -> bool:
        """Whether a first and a last day are known."""
        return self.when is not None and self.when.first is not None and self.when.last is not None

    @property
    def days(self) -> tuple[date, date] | None:
        """First and last day, if both are known."""
        if self.when is None or self.when.first is None or self.when.last is None:
            return None
        return self.when.first, self.when.last


def make_facts(
    claims: Sequence[Claim],
    documents: Sequence[Document] = (),
    quantities: Sequence[Quantity] = (),
    origin_of: Mapping[str, str] | None = None,
    only: AbstractSet[str] | None = None,
) -> dict[str, Facts]:
    """Facts of every claim by claim id; where ``only`` is given, of the claims of these documents."""
    published = {d.id: d.published for d in documents}
    told = {c.document_id for c in claims}
    sources = find_sources(d for d in documents if d.id in told)
    headlines = find_headlines(claims)
    amounts = {q.id: q for q in quantities}
    aliases = join_names(p for c in claims for p in _main(c))
    return {
        c.id: _facts(
            c,
            published.get(c.document_id, Published()),
            aliases,
            amounts,
            (origin_of or {}).get(c.id),
            sources.get(c.document_id, NO_SOURCE),
            c.id in headlines,
        )
        for c in claims
        if only is None or c.document_id in only
    }


def _facts(
    claim: Claim,
    published: Published,
    aliases: Aliases,
    amounts: Mapping[str, Quantity],
    origin: str | None,
    source: Source,
    headline: bool,
) -> Facts:
    parties = _main(claim)
    people_of: dict[str, set[str]] = defaultdict(set)
    for party in parties:
        if party.person:
            people_of[side_of(party, aliases)].add(party_key(party, aliases))
    when = effective_when(claim, published)
    own_news = headline and (when is None or when.last == published.last)
    leads = claim.start <= max(LEAD * source.length, LEAST_LEAD)
    family = family_of(claim.event_type, claim.mode)
    if claim.agreement is not None and family == "backing":
        family = "agreement"
    return Facts(
        claim=claim,
        family=family,
        form=form_of(claim.mode) or (source.form if own_news and claim.mode is None else None),
        when=when,
        firm=when is not None and not when.inferred and when.anchor not in ("narrative", "event"),
        window=news_window(claim, published, is_standing(family, leads)),
        published=published,
        people=frozenset(party_key(p, aliases) for p in parties if p.person),
        organisations=frozenset(party_key(p, aliases) for p in parties if is_organisation(p)),
        sides=frozenset(side_of(p, aliases) for p in parties),
        people_of={side: frozenset(keys) for side, keys in sorted(people_of.items())},
        actor_sides=frozenset(side_of(p, aliases) for p in claim.actors),
        recipient_sides=frozenset(side_of(p, aliases) for p in claim.recipients),
        amounts=_amounts(claim, amounts),
        words=frozenset(_content_words(claim)),
        is_visit=claim.mode == "visit",
        leads=leads,
        origin=origin,
        source=source,
        headline=headline,
        several=_is_told_by(claim, load_tables()["repeats"]["plurals"]),
        lasting=_is_told_by(claim, load_tables()["repeats"]["lasting"]),
        speech=family in load_tables()["speech"]["families"] and not _leaves_agreement(claim),
    )


def _is_told_by(claim: Claim, words: Collection[str]) -> bool:
    """Whether each telling has one of the words: "missile tests", "made several agreements" name several at once."""
    quotes = (e.quote for e in claim.evidence if e.field == "event")
    return all(any(_folded(word) in words for _, _, word in find_words(quote)) for quote in quotes)


def _leaves_agreement(claim: Claim) -> bool:
    """Whether the claim walks out of an agreement: "quit the accord", not "rejected the draft"."""
    leaving = tuple(load_tables()["speech"]["leaving"])
    quotes = (e.quote for e in claim.evidence if e.field == "event")
    told = any(_folded(word).startswith(leaving) for quote in quotes for _, _, word in find_words(quote))
    return claim.event_type == "REJECT" and claim.agreement is not None and told


def _main(claim: Claim) -> tuple[Party, ...]:
    return claim.actors + claim.recipients


def party_key(party: Party, aliases: Aliases) -> str:
    """The knowledge's id of a party, else its name as joined with longer forms of it."""
    return party.actor_id or aliases.get(_name(party), _name(party))


def side_of(party: Party, aliases: Aliases) -> str:
    """The state that a party acts for, or the party itself where it stands for no single state."""
    return party.state if party.state and party.state not in NO_STATE else party_key(party, aliases)


def is_organisation(party: Party) -> bool:
    """Whether a party is a body of its own, not a person, a state or a state's organ."""
    return not party.person and not (party.sector in STATE_SECTORS and party.office_id is None and bool(party.state))


def join_names(parties: Iterable[Party]) -> dict[str, str]:
    """Names of parties without id -> the one longest name that holds all their words, or an id that has it."""
    known: dict[tuple[bool, str | None], set[tuple[frozenset[str], str]]] = defaultdict(set)
    unknown: set[tuple[bool, str | None, str]] = set()
    for party in parties:
        kind = (party.person, party.state)
        known[kind].add((_name_words(party), party.actor_id or _name(party)))
        if party.actor_id is None:
            unknown.add((*kind, _name(party)))
    joined: dict[str, str] = {}
    for person, state, name in sorted(unknown, key=str):
        words = frozenset(name.split())
        holders = {key for held, key in known[(person, state)] if words < held}
        longest = [key for key in sorted(holders) if not any(_inside(key, other) for other in holders)]
        if len(longest) == 1 and len(words) <= 4:
            joined.setdefault(name, longest[0])
    return joined


def _inside(key: str, other: str) -> bool:
    return key != other and set(key.split()) < set(other.split())


def _name(party: Party) -> str:
    return _plain(party.name)


@lru_cache(maxsize=MOST_KEPT)
def _plain(name: str) -> str:
    return " ".join(word.strip("'()") for word in fold(name).replace("-", " ").split())


@lru_cache(maxsize=MOST_KEPT)
def _folded(word: str) -> str:
    return fold(word)


def _name_words(party: Party) -> frozenset[str]:
    return frozenset(_name(party).split())


def effective_when(claim: Claim, published: Published) -> When | None:
    """The claim's own day; relative words of a report whose publication day was inferred are resolved by it."""
    when = claim.when
    if is_day_of_saying(claim, published):
        return None
    if when is None or when.first is not None or published.first is None or not when.text:
        return when
    if when.anchor not in ("published", "narrative"):
        return when
    return resolve_words(when.text, published) or when


def is_day_of_saying(claim: Claim, published: Published) -> bool:
    """Whether a plan's only day lies just before its report: "said on Friday that he would meet" dates the saying."""
    when = claim.when
    if claim.status not in ("planned", "called_for", "hypothetical") or claim.background or when is None:
        return False
    if when.anchor != "published" or when.last is None or published.first is None:
        return False
    return when.precision == "day" and published.first - NEWS_DAYS <= when.last < published.first


def is_standing(family: str, leads: bool) -> bool:
    """Whether a claim may speak of an act long done: a standing act told below the report's news."""
    standing = load_tables()["standing"]
    return family in standing["always"] or (family in standing["families"] and not leads)


def news_window(claim: Claim, published: Published, standing: bool) -> tuple[date | None, date | None]:
    """The days between which an undated event must lie, going by its report's day, status and background.

    A ``standing`` act (an agreement, a duty) is told long after it was made, so its window is open to the past.
    """
    if published.first is None or published.last is None:
        return None, None
    if claim.status in ("planned", "called_for", "hypothetical"):
        return published.first - timedelta(days=1), published.last + PLAN_DAYS
    if claim.background or standing:
        return None, published.last + timedelta(days=1)
    return published.first - NEWS_DAYS, published.last + timedelta(days=1)


def share_amount(a: Facts, b: Facts) -> bool:
    """Whether two claims tell one amount of one unit."""
    return any(a.amounts[unit] & b.amounts.get(unit, frozenset()) for unit in a.amounts)


def share_place(a: Facts, b: Facts) -> bool:
    """Whether two claims name one place."""
    one, two = a.claim.place, b.claim.place
    return one is not None and two is not None and one.name == two.name


def _amounts(claim: Claim, amounts: Mapping[str, Quantity]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for key in claim.quantities:
        quantity = amounts.get(key)
        if quantity is not None and quantity.unit and quantity.value is not None:
            found[quantity.unit].add(f"{quantity.value.normalize():f}")
    return {unit: frozenset(values) for unit, values in sorted(found.items())}


def _content_words(claim: Claim) -> Iterable[str]:
    names = {w for p in (*_main(claim), *claim.others) for w in _name(p).split()}
    for evidence in claim.evidence:
        if evidence.field == "event":
            for _, _, word in find_words(evidence.quote):
                folded = _folded(word)
                if len(folded) >= SHORTEST_WORD and folded not in names:
                    yield folded[:6]
