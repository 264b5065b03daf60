"""What a report adds to the statement that it relays: sentences that no other report of the event bears out.

Example:
    one of three reports of a call relays the ministry's statement, as the others do, and adds in its own words that
    the call "came after a dispute over fish": that sentence goes beyond the statement, and of the event's reports one
    alone has it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from legation.origins.bodies import Bodies, read_bodies
from legation.origins.echoes import FEWEST_WORDS, echo_score, most_echo, statement_words, stems, weigh
from legation.records import Claim, Document, Elaboration, Evidence, Origin
from legation.sentences.passages import passage
from legation.text import overlaps

RELAYED = frozenset({"official_statement", "readout", "press_release"})
TOLD = 0.45  # share of a sentence's weight from which another text tells it, too
REACH = 900  # characters after an event's first words within which a report goes on about it
PARTIES = 2  # so many in common, or all, and a neighbouring claim speaks of the same event


@dataclass(frozen=True)
class _Scene:
    """What is looked up again and again."""

    documents: Mapping[str, Document]
    claims: Mapping[str, Sequence[Claim]]
    origins: Mapping[str, Origin]
    read: Bodies | None

    @cached_property
    def bodies(self) -> Bodies:
        """The bodies of the documents."""
        return self.read if self.read is not None else read_bodies(self.documents.values())


@dataclass(frozen=True)
class _Telling:
    """The reports of one event, each read once, however many sentences are sought in them."""

    members: Sequence[Claim]
    scene: _Scene

    @cached_property
    def ids(self) -> frozenset[str]:
        """The ids of its claims."""
        return frozenset(c.id for c in self.members)

    @cached_property
    def texts(self) -> dict[str, str]:
        """The text of every report."""
        known = self.scene.documents
        return {d: known[d].text for d in sorted({c.document_id for c in self.members}) if d in known}

    @cached_property
    def statements(self) -> dict[str, list[frozenset[str]]]:
        """Origin id -> the stems of everything that is cited to it for the event."""
        found: dict[str, list[frozenset[str]]] = defaultdict(list)
        for claim in self.members:
            if claim.id in self.scene.origins:
                found[self.scene.origins[claim.id].id] += statement_words([claim], self.texts)
        return dict(found)

    @cached_property
    def stems(self) -> dict[str, tuple[list[str], frozenset[str]]]:
        """The stems of every report, in order and each once."""
        return {d: (found := self.scene.bodies.stems_of(d), frozenset(found)) for d in self.texts}


def find_elaborations(
    parts: Mapping[str, Sequence[Claim]], claims: Sequence[Claim], origins: Sequence[Origin],
    documents: Sequence[Document], bodies: Bodies | None = None,
) -> dict[str, tuple[Elaboration, ...]]:  # fmt: skip
    """Event id -> the sentences that go beyond a statement, by report and place.

    Args:
        parts: event id -> its claims.
        claims: all claims, for what a report tells beside the event.
        bodies: those of the documents, where they have been read already.
    """
    by_document: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_document[claim.document_id].append(claim)
    origin_of = {key: o for o in origins for key in o.claim_ids}
    scene = _Scene({d.id: d for d in documents}, by_document, origin_of, bodies)
    found = {}
    for key in sorted(parts):
        added = tuple(sorted(_of_event(parts[key], scene), key=lambda e: (e.document_id, e.evidence.start)))
        if added:
            found[key] = added
    return found


def _of_event(members: Sequence[Claim], scene: _Scene) -> Iterator[Elaboration]:
    """For each report that cites a statement for the event, what it adds to it."""
    relayed: dict[str, Claim] = {}
    for claim in sorted(members, key=lambda c: (c.document_id, c.start, c.id)):
        origin = scene.origins.get(claim.id)
        if origin is not None and origin.kind in RELAYED and origin.basis == "attribution":
            relayed.setdefault(claim.document_id, claim)
    telling = _Telling(members, scene)
    for document_id, claim in relayed.items():
        document = scene.documents.get(document_id)
        if document is not None and document.copy_of is None:
            yield from _added(document, claim, telling)


def _added(document: Document, relayed: Claim, telling: _Telling) -> Iterator[Elaboration]:
    """The report's own sentences on the event that neither the statement nor another report of the event has."""
    statement = telling.scene.origins[relayed.id]
    for span, told in sorted(_own_sentences(document, relayed, telling).items()):
        if not _is_told(document.text[slice(*span)], document, statement, telling):
            yield Elaboration(
                document.id,
                statement.id,
                Evidence.of(document.text, *span, "event"),
                tuple(dict.fromkeys(e.field for _, e in told)),
                tuple(sorted({c.id for c, _ in told})),
            )


def _own_sentences(
    document: Document, relayed: Claim, telling: _Telling
) -> dict[tuple[int, int], list[tuple[Claim, Evidence]]]:
    """Sentences that tell the event, or go on about its parties, in nobody's words but the report's."""
    found: dict[tuple[int, int], list[tuple[Claim, Evidence]]] = defaultdict(list)
    scene, own = telling.scene, telling.ids
    all_told = scene.claims[document.id]
    statement = scene.origins[relayed.id]
    for claim in all_told:
        apart = is_own_telling(claim) and scene.origins[claim.id].id != statement.id
        if apart and (claim.id in own or _goes_on(relayed, claim)):
            for evidence in claim.evidence:
                found[_sentence(document, evidence)].append((claim, evidence))
    relaying = [c for c in all_told if scene.origins[c.id].id == statement.id]
    return {
        span: told
        for span, told in found.items()
        if any(e.field == "event" for _, e in told)
        and not _names(span, relaying)
        and not _is_attributed(span, all_told)
    }


def is_own_telling(claim: Claim) -> bool:
    """Whether a report tells it as news in its own words: cited to nobody, no history, nobody's view."""
    return claim.attribution is None and not claim.background and not claim.opinion


def _goes_on(relayed: Claim, claim: Claim) -> bool:
    """Whether a claim without attribution speaks of the same parties soon after the event's words."""
    one, two = (frozenset(p.actor_id or p.name for p in c.actors + c.recipients) for c in (relayed, claim))
    near = 0 < claim.start - relayed.start <= REACH
    return near and len(one & two) >= PARTIES


def _sentence(document: Document, evidence: Evidence) -> tuple[int, int]:
    before, after, _, _ = passage(document, evidence.start, evidence.end)
    return evidence.start - len(before), evidence.end + len(after)


def _names(span: tuple[int, int], claims: Sequence[Claim]) -> bool:
    """Whether the sentence holds the very words of what is relayed."""
    return any(e.field == "event" and overlaps(span, (e.start, e.end)) for c in claims for e in c.evidence)


def _is_attributed(span: tuple[int, int], claims: Sequence[Claim]) -> bool:
    """Whether words of the sentence are somebody's: of a speaker, of a cue, or what was said."""
    return any(
        overlaps(span, part)
        for claim in claims
        if (told := claim.attribution) is not None
        for part in (*told.content, *told.cue, *told.source)
    )


def _is_told(words: str, document: Document, statement: Origin, telling: _Telling) -> bool:
    """Whether a sentence is too short to compare, or the statement as told or another report of the event has it."""
    sought = frozenset(stems(words))
    if len(sought) < FEWEST_WORDS:
        return True
    weights, known = telling.scene.bodies.weights, telling.scene.documents
    least = TOLD * weigh(sought, weights)
    if any(weigh(sought & told, weights) >= least for told in telling.statements.get(statement.id, ())):
        return True
    root = document.copy_of or document.id
    others = (told for d, told in telling.stems.items() if (known[d].copy_of or d) != root)
    return any(
        most_echo(sought, once, weights) >= TOLD and echo_score(sought, told, weights) >= TOLD for told, once in others
    )
