"""The words that a row rests on, with who printed them and whom they go back to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from legation.records import Claim, Document, Origin
from legation.store import Store
from legation.views.passages import passage
from legation.views.words import OPINION, party_words, published_words, when_words


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of one report, and the rest of their sentence before and after them, all verbatim.

    ``cut`` says whether the sentence goes on beyond ``before`` and beyond ``after``.
    ``origin`` is who says so, ``side`` that origin's state; None where nobody is named.
    """

    words: str
    before: str
    after: str
    outlet: str
    document_id: str
    start: int
    end: int
    claim_id: str
    published: str
    origin: str | None = None
    side: str | None = None
    status: str = "occurred"
    when: str = ""
    notes: tuple[str, ...] = ()
    cut: tuple[bool, bool] = (False, False)


class Reports:
    """Looks up claims, documents and origins of a store, each once."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._documents: dict[str, Document | None] = {}
        self._claims: dict[str, Claim | None] = {}
        self._origins: dict[str, Origin] | None = None

    def document(self, document_id: str) -> Document | None:
        if document_id not in self._documents:
            self._documents[document_id] = self._store.document(document_id)
        return self._documents[document_id]

    def claim(self, claim_id: str) -> Claim | None:
        if claim_id not in self._claims:
            self._claims[claim_id] = self._store.claim(claim_id)
        return self._claims[claim_id]

    def origin_of(self, claim_id: str) -> Origin | None:
        """The origin that a claim goes back to."""
        if self._origins is None:
            self._origins = {c: o for o in self._store.origins() for c in o.claim_ids}
        return self._origins.get(claim_id)

    @cached_property
    def labels(self) -> dict[str, str]:
        """What the ids of events and agreements stand for."""
        return {e.id: e.label for e in self._store.events()} | {a.id: a.title for a in self._store.agreements()}

    def outlet(self, document_id: str) -> str:
        """Who printed it: the outlet, else the file's name."""
        document = self.document(document_id)
        return (document.outlet or document.name) if document else document_id

    def quotes(self, claim_ids: Iterable[str]) -> tuple[Quote, ...]:
        """One quote for each claim: the words of its first trigger."""
        found = (self.claim(i) for i in claim_ids)
        return tuple(self.quote(c) for c in found if c is not None)

    def quote(self, claim: Claim) -> Quote:
        document = self.document(claim.document_id)
        evidence = next((e for e in claim.evidence if e.field == "event"), None)
        origin = self.origin_of(claim.id)
        notes = [name for name, holds in (("background", claim.background), (OPINION, claim.opinion)) if holds]
        before, after, *cut = (
            passage(document, evidence.start, evidence.end) if document and evidence else ("", "", False, False)
        )
        return Quote(
            evidence.quote if evidence else "",
            before,
            after,
            self.outlet(claim.document_id),
            claim.document_id,
            evidence.start if evidence else 0,
            evidence.end if evidence else 0,
            claim.id,
            published_words(document.published) if document else "",
            origin_words(origin) if origin else None,
            origin.state if origin else None,
            claim.status,
            when_words(claim.when),
            (*notes, *claim.flags),
            (cut[0], cut[1]),
        )

    def shortest(self, claim_ids: Iterable[str]) -> Quote | None:
        """The quote to print beside a row: news before background, then the first."""
        quotes = [q for q in self.quotes(claim_ids) if q.words]
        return min(quotes, key=lambda q: ("background" in q.notes, OPINION in q.notes), default=None)


def origin_words(origin: Origin) -> str:
    """``Foreign Ministry (PAK), official statement``; ``unattributed``."""
    kind = origin.kind.replace("_", " ")
    if origin.issuer is None:
        return f"{kind} ({origin.state})" if origin.state else kind
    issuer = party_words(origin.issuer)
    if origin.state and f"({origin.state})" not in issuer:
        issuer += f" ({origin.state})"
    return f"{issuer}, {kind}"
