"""Publication days of undated reports from their nearest dated neighbours, and event days that flow back to claims.

A report without a day that tells the same news as a dated one was published about then. It is refused a day when the
neighbour is unlike, and never dated before the latest day that it tells as past.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from legation.judgements.facts import Facts, make_facts
from legation.judgements.pairs import find_rarity
from legation.judgements.scores import Setting, weigh_pair
from legation.judgements.vetoes import find_veto
from legation.origins.bodies import Bodies, read_bodies
from legation.records import HAPPENED, Claim, Document, Evidence, Published, When
from legation.times import intersect

PLACES = 6  # of a likeness, before it is compared
LEAST_LIKENESS = 0.15  # cosine of two bodies' telling words below which two reports are not neighbours
TELLS_SAME = 0.30  # pair score from which two news claims speak for one event
MOST_CANDIDATES = 400  # dated reports that an undated one is compared with, those of rare sides first
MOST_NEIGHBOURS = 40
NEWS_LAG = timedelta(days=3)  # a report of the news follows its event within so many days
NEWS_WEEK = timedelta(days=6)  # an event told without a day lies in the week that ends with its report
PAPER_LAG = timedelta(days=2)  # two reports of one event are published so near to each other


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A dated report that tells the same news: how like it is, the days it allows, and the words of the undated one."""

    likeness: float
    document_id: str
    first: date
    last: date
    evidence: tuple[Evidence, ...]


def infer_published(
    documents: Sequence[Document], claims: Sequence[Claim], bodies: Bodies | None = None
) -> dict[str, Published]:
    """Publication days of undated documents by id, basis ``inferred``; a document that is like none is left out.

    Round one dates by the report's own full dates and by dated neighbours; round two by reports that round one dated
    by their own words. A day taken from a neighbour is never handed on.

    Args:
        bodies: those of the documents, where they have been read already.
    """
    if all(d.published.first is not None for d in documents):
        return {}
    found: dict[str, Published] = {}
    by_neighbours: set[str] = set()
    facts: dict[str, Facts] = {}
    likeness = _Likeness(bodies if bodies is not None else read_bodies(documents))
    for _ in range(2):
        known = [replace(d, published=found.get(d.id, d.published)) for d in documents]
        anchors = [d for d in known if d.id not in by_neighbours]
        facts |= make_facts(claims, known, only=found.keys() if facts else None)
        by_document = _by_document(facts)
        index = _by_parties(anchors, by_document)
        fresh = {}
        for document in sorted(known, key=lambda d: d.id):
            if document.published.first is None:
                published = _own_day(by_document.get(document.id, []))
                if published is None:
                    near = _candidates(by_document.get(document.id, ()), index)
                    published = _infer(document, near, by_document, likeness)
                    by_neighbours |= {document.id} if published is not None else set()
                if published is not None:
                    fresh[document.id] = published
        if not fresh:
            break
        found.update(fresh)
    return found


def _infer(
    document: Document,
    documents: Sequence[Document],
    by_document: Mapping[str, list[Facts]],
    likeness: _Likeness,
) -> Published | None:
    own = by_document.get(document.id, [])
    floor = _latest_past(own)
    others = [d for d in documents if d.id != document.id]
    found = zip(likeness.of(document.id, [d.id for d in others]), others, strict=True)
    alike = sorted((a for a in found if a[0] >= LEAST_LIKENESS), key=lambda a: (-a[0], a[1].id))[:MOST_NEIGHBOURS]
    near = [_neighbour(how, other, own, by_document.get(other.id, [])) for how, other in alike]
    return _settle([n for n in near if n is not None], floor)


def _by_parties(documents: Iterable[Document], by_document: Mapping[str, list[Facts]]) -> dict[object, list[Document]]:
    """Dated reports by the family and the sides of their news."""
    found: dict[object, list[Document]] = defaultdict(list)
    for document in sorted(documents, key=lambda d: d.id):
        if document.published.first is not None:
            for key in _party_keys(by_document.get(document.id, ())):
                found[key].append(document)
    return found


def _party_keys(told: Iterable[Facts]) -> list[tuple[str, frozenset[str]]]:
    """What two reports of one event share: its family and two of its sides, or the one that it names."""
    keys = set()
    for fact in told:
        if _is_news(fact):
            sides = sorted(fact.sides)
            keys |= {(fact.family, frozenset(pair)) for pair in combinations(sides, 2)}
            keys |= {(fact.family, frozenset({side})) for side in sides}
    return sorted(keys, key=lambda k: (k[0], sorted(k[1])))


def _candidates(own: Iterable[Facts], index: Mapping[object, list[Document]]) -> list[Document]:
    """Dated reports that share a family and sides with the news of an undated one, rare sides first."""
    keys = sorted(_party_keys(own), key=lambda k: (len(index.get(k, ())), k[0], sorted(k[1])))
    found: dict[str, Document] = {}
    for key in keys:
        if len(found) < MOST_CANDIDATES:
            found.update((d.id, d) for d in index.get(key, ()))
    return list(found.values())


def _settle(near: Sequence[Neighbour], floor: date | None) -> Published | None:
    first, last = None, None
    evidence: tuple[Evidence, ...] = ()
    for neighbour in near:
        low = max(neighbour.first, floor) if floor else neighbour.first
        if low > neighbour.last:
            continue
        if first is None or last is None:
            first, last, evidence = low, neighbour.last, neighbour.evidence
        elif max(first, low) <= min(last, neighbour.last):
            first, last = max(first, low), min(last, neighbour.last)
    return Published(first, last, "inferred", evidence) if first is not None else None


def _own_day(own: Iterable[Facts]) -> Published | None:
    """The days after the latest event of the news that the report itself dates in full."""
    told = [f for f in own if _is_news(f) and _full_day(f) is not None]
    if not told:
        return None
    latest = max(told, key=lambda f: (_full_day(f) or date.min, f.claim.id))
    day = _full_day(latest)
    assert day is not None
    evidence = tuple(e for e in latest.claim.evidence if e.field == "when")[:1]
    return Published(day, day + NEWS_LAG, "inferred", evidence or latest.claim.evidence[:1])


def _is_news(fact: Facts) -> bool:
    return not fact.claim.background and not fact.claim.opinion and fact.claim.status in HAPPENED


def _full_day(fact: Facts) -> date | None:
    if fact.when is None or fact.when.anchor != "absolute" or not fact.firm or fact.days is None:
        return None
    return fact.days[0] if fact.days[0] == fact.days[1] else None


def _latest_past(own: Iterable[Facts]) -> date | None:
    told = (f.days[0] for f in own if f.days and f.firm and f.claim.status in HAPPENED)
    return max(told, default=None)


def _neighbour(likeness: float, other: Document, own: Sequence[Facts], theirs: Sequence[Facts]) -> Neighbour | None:
    setting = Setting(find_rarity([*own, *theirs]), None)
    best: tuple[float, str, Facts, Facts] | None = None
    for mine in own:
        for their in theirs:
            if not _is_news(mine) or not _is_news(their) or find_veto(mine, their) is not None:
                continue
            score = weigh_pair(mine, their, setting)[0] + (0.3 if _same_weekday(mine, their) else 0.0)
            if score >= TELLS_SAME and (best is None or (-score, mine.claim.id) < (-best[0], best[1])):
                best = score, mine.claim.id, mine, their
    if best is None or other.published.first is None or other.published.last is None:
        return None
    first, last = other.published.first - PAPER_LAG, other.published.last + PAPER_LAG
    days = best[3].days
    if days is not None and days[0] == days[1] and first <= days[0] <= last:
        first, last = days[0], min(last, days[0] + NEWS_LAG)
    return Neighbour(likeness, other.id, first, last, best[2].claim.evidence[:1])


def _same_weekday(one: Facts, two: Facts) -> bool:
    if one.when is None or two.when is None or not one.when.weekday or two.days is None:
        return False
    return two.days[0] == two.days[1] and two.days[0].isoweekday() == one.when.weekday


def _by_document(facts: Mapping[str, Facts]) -> dict[str, list[Facts]]:
    found: dict[str, list[Facts]] = defaultdict(list)
    for key in sorted(facts):
        found[facts[key].claim.document_id].append(facts[key])
    return found


class _Likeness:
    """Cosines of the telling words of bodies, each word weighed by its rarity.

    Rounded to ``PLACES``: the last bits of a sum differ with its order, which machines choose, and with which of the
    two is asked first.
    """

    def __init__(self, bodies: Bodies) -> None:
        self.stems, self.weights = bodies.stem_sets, bodies.stem_weights
        self.units: dict[str, NDArray[np.float64]] = {}
        self.known: dict[str, dict[str, float]] = defaultdict(dict)

    def of(self, one: str, others: Sequence[str]) -> list[float]:
        """How like one report is to each of the others, 0 to 1."""
        known = self.known[one]
        fresh = [key for key in others if key not in known]
        if fresh:
            mine = np.zeros(len(self.weights), dtype=np.float64)
            mine[self.stems[one]] = self._unit(one)
            known.update((key, round(float(mine[self.stems[key]] @ self._unit(key)), PLACES)) for key in fresh)
        return [known[key] for key in others]

    def _unit(self, key: str) -> NDArray[np.float64]:
        """The weights of a body's stems as a vector of length 1."""
        if key not in self.units:
            own = self.weights[self.stems[key]]
            self.units[key] = own / (float(np.linalg.norm(own)) or 1.0)
        return self.units[key]


# -- days that flow back --------------------------------------------------------------------------------------------


def date_claims(
    claims: Sequence[Claim], clusters: Sequence[Sequence[str]], facts: Mapping[str, Facts]
) -> tuple[Claim, ...]:
    """The claims with ``event_when`` set from their event; a claim's own ``when`` is left as it is."""
    settled: dict[str, When] = {}
    for part in clusters:
        settled.update(_date_cluster([facts[k] for k in sorted(part)]))
    return tuple(replace(c, event_when=settled.get(c.id)) for c in claims)


def _date_cluster(members: Sequence[Facts]) -> dict[str, When]:
    shared, chain = share_days(members)
    found = {}
    for fact in members:
        own = fact.when
        if shared is None or (own is not None and fact.firm and intersect(own, shared) is None):
            if (told := own if own is not None and _says(own) else _news_days(fact) or own) is not None:
                found[fact.claim.id] = _mark(fact, told)
            continue
        if own is not None and fact.firm and (own.first, own.last) == (shared.first, shared.last):
            found[fact.claim.id] = _mark(fact, own)
        else:
            others = tuple(c for c in chain if c != fact.claim.id)
            found[fact.claim.id] = replace(shared, text="", anchor="event", inferred=True, chain=others or chain)
    return found


def _says(when: When) -> bool:
    return bool(when.first or when.last or when.weekday or when.not_before or when.edtf)


def _news_days(fact: Facts) -> When | None:
    """The week, its report's day its last, in which an event of the report's first news lies, if it gives no day."""
    published, ruled_out = fact.published, fact.claim.status == "negated" and not fact.claim.background
    if not fact.leads or not (_is_news(fact) or ruled_out) or published.first is None or published.last is None:
        return None
    first = published.first - NEWS_WEEK
    return When(first, published.last, precision="interval", anchor="published", inferred=True, chain=(fact.claim.id,))


def _mark(fact: Facts, when: When) -> When:
    """A day that rests on an inferred publication day is inferred too."""
    if when == fact.claim.when:
        return when
    return replace(when, inferred=True, chain=(fact.claim.id,))


def share_days(members: Sequence[Facts]) -> tuple[When | None, tuple[str, ...]]:
    """The narrowest days that the cluster's claims allow together, and the claims that give them.

    Firm days of the news are heard first, then history, then days taken from the narrative, the narrower first.
    """
    heard = [f for f in members if f.when is not None and (f.dated or f.when.weekday or f.when.not_before)]
    heard.sort(key=lambda f: (not f.firm, not f.dated, f.claim.background, _width(f), f.claim.id))
    shared: When | None = None
    chain: list[str] = []
    for fact in heard:
        narrower = fact.when if shared is None or fact.when is None else intersect(shared, fact.when)
        if narrower is None:
            continue
        if shared is None or (narrower.first, narrower.last) != (shared.first, shared.last):
            shared = narrower
            chain.append(fact.claim.id)
    if shared is None or (shared.first is None and shared.weekday is None):
        return None, ()
    return shared, tuple(chain)


def _width(fact: Facts) -> int:
    return (fact.days[1] - fact.days[0]).days if fact.days else 10**6
