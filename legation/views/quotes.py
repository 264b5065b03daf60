"""The words that a row rests on, with who printed them and whom they go back to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from legation.records import Claim, Document, Origin
from legation.sentences.passages import passage
from legation.store import Store
from legation.views.words import claim_notes, party_words, published_words, told_day


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


class Labels(Mapping[str, str]):
    """What the ids of events and agreements stand for, looked up when asked."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._known: dict[str, str | None] = {}

    def load(self, ids: Iterable[str]) -> None:
        """Look up many at once."""
        wanted = [i for i in ids if i not in self._known]
        found = self._store.catalogue.labels(wanted) if wanted else {}
        self._known.update((i, found.get(i)) for i in wanted)

    def __getitem__(self, key: str) -> str:
        self.load([key])
        label = self._known[key]
        if label is None:
            raise KeyError(key)
        return label

    def __iter__(self) -> Iterator[str]:
        return (i for i, label in self._known.items() if label is not None)

    def __len__(self) -> int:
        return sum(1 for _ in self)


class Reports:
    """Looks up claims, documents and origins of a store, each once."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._documents: dict[str, Document | None] = {}
        self._claims: dict[str, Claim | None] = {}
        self._origins: dict[str, Origin | None] = {}
        self.labels = Labels(store)

    def load(self, claim_ids: Iterable[str]) -> None:
        """Look up many claims and their origins at once."""
        wanted = [i for i in claim_ids if i not in self._claims]
        if wanted:
            found = {c.id: c for c in self._store.catalogue.claims(wanted)}
            self._claims.update((i, found.get(i)) for i in wanted)
        self._load_origins(wanted)

    def document(self, document_id: str) -> Document | None:
        if document_id not in self._documents:
            self._documents[document_id] = self._store.document(document_id)
        return self._documents[document_id]

    def claim(self, claim_id: str) -> Claim | None:
        if claim_id not in self._claims:
            self._claims[claim_id] = self._store.claim(claim_id)
        return self._claims[claim_id]

    def claims(self, claim_ids: Iterable[str]) -> list[Claim]:
        """Those of these claims that are there, in their order."""
        return [c for c in map(self.claim, claim_ids) if c is not None]

    def origin_of(self, claim_id: str) -> Origin | None:
        """The origin that a claim goes back to."""
        self._load_origins([claim_id])
        return self._origins[claim_id]

    def _load_origins(self, claim_ids: Iterable[str]) -> None:
        wanted = [i for i in claim_ids if i not in self._origins]
        found = self._store.catalogue.origins_of(wanted) if wanted else {}
        self._origins.update((i, found.get(i)) for i in wanted)

    def outlet(self, document_id: str) -> str:
        """Who printed it: the outlet, else the file's name."""
        document = self.document(document_id)
        return document.printed_by if document else document_id

    def quotes(self, claim_ids: Iterable[str]) -> tuple[Quote, ...]:
        """One quote for each claim: the words of its first trigger."""
        return tuple(map(self.quote, self.claims(claim_ids)))

    def quote(self, claim: Claim) -> Quote:
        document = self.document(claim.document_id)
        evidence = claim.evidence_for("event")
        origin = self.origin_of(claim.id)
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
            told_day(claim.when),
            claim_notes(claim),
            (cut[0], cut[1]),
        )

    def shortest(self, claim_ids: Iterable[str]) -> Quote | None:
        """The quote to print beside a row: news before background, then the first."""
        claims = [c for c in self.claims(claim_ids) if c.evidence_for("event")]
        chosen = min(claims, key=lambda c: (c.background, c.opinion), default=None)
        return self.quote(chosen) if chosen else None


def origin_words(origin: Origin) -> str:
    """``Foreign Ministry (PAK), official statement``; ``unattributed``."""
    kind = origin.kind.replace("_", " ")
    if origin.issuer is None:
        return f"{kind} ({origin.state})" if origin.state else kind
    issuer = party_words(origin.issuer)
    if origin.state and f"({origin.state})" not in issuer:
        issuer += f" ({origin.state})"
    return f"{issuer}, {kind}"
