"""Claims -> Origins: one for every statement or text that claims go back to.

Claims of one event that cite one issuer have one origin, whichever outlets print them; so have claims of the news that
one report takes from one issuer. What nobody is cited for rests on its own report, and a copy rests on what it copies.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from legation.origins.bodies import Bodies, read_bodies
from legation.origins.echoes import ECHO, are_printed_near, echo_score, statement_words
from legation.origins.issuers import Issuer, find_host, find_issuer, find_wire
from legation.records import Claim, Document, Origin
from legation.text import stable_id

CONTENT_REACH = 900  # characters after a contact within which a report tells what was said in it
KNOWN = frozenset({"official_statement", "readout", "press_release", "named_speaker", "anonymous_officials", "wire"})


def find_origins(
    documents: Sequence[Document],
    claims: Sequence[Claim],
    clusters: Sequence[Sequence[str]] = (),
    bodies: Bodies | None = None,
) -> tuple[Origin, ...]:
    """Every origin with its claims and documents, by id.

    Args:
        clusters: which claims tell one event.
        bodies: those of the documents, where they have been read already.
    """
    home = {key: min(part) for part in clusters for key in part}
    ordered = sorted(claims, key=lambda c: c.id)
    issuers = _with_copies(_issuers(documents, ordered), documents, ordered, home)
    groups = _group(ordered, issuers, documents, home)
    echoes = find_echoes(documents, ordered, issuers, home, bodies)
    by_id = {c.id: c for c in ordered}
    copied = frozenset(d.id for d in documents if d.copy_of is not None)
    return tuple(
        sorted((_origin([by_id[k] for k in keys], issuers, echoes, copied) for keys in groups), key=lambda o: o.id)
    )


def _issuers(documents: Sequence[Document], claims: Iterable[Claim]) -> dict[str, Issuer | None]:
    claims = list(claims)
    reports = {c.document_id for c in claims}
    hosts = {d.id: find_host(d) for d in documents if d.id in reports}
    texts = {d.id: hosts[d.id] or find_wire(d) for d in documents if d.id in reports}
    told = _told_of_contacts(claims)
    found = {}
    for claim in claims:
        cited, host = find_issuer(claim), hosts.get(claim.document_id)
        own = cited is not None and host is not None and is_own_account(claim, cited, host)
        found[claim.id] = None if own else cited or told.get(claim.id)
        found[claim.id] = found[claim.id] or texts.get(claim.document_id)
    return found


def is_own_account(claim: Claim, cited: Issuer, host: Issuer) -> bool:
    """Whether a government's own page tells in its own words what somebody said: the page is the origin.

    "Ann Alpha urged Bo Beta to sign" in her office's readout rests on the readout; her words in quotation marks, and
    what another state's organ announced, do not.
    """
    if claim.attribution is None or claim.attribution.directness != "indirect":
        return False
    abroad = cited.state is not None and host.state is not None and cited.state != host.state
    return not (abroad and claim.attribution.organ is not None)


def _told_of_contacts(claims: Sequence[Claim]) -> dict[str, Issuer]:
    """A contact whose content a report takes from the organ of one who took part rests on that organ too.

    "Ann Alpha called Bo Beta. According to the foreign ministry, they agreed to meet": the call is the ministry's news.
    """
    by_document: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_document[claim.document_id].append(claim)
    found = {}
    for claim in claims:
        people = _people(claim)
        if claim.event_type != "CONSULT" or len(people) < 2 or claim.attribution or claim.background:
            continue
        states = {p.state for p in claim.actors + claim.recipients}
        for other in sorted(by_document[claim.document_id], key=lambda c: (abs(c.start - claim.start), c.id)):
            issuer = find_issuer(other) if 0 < other.start - claim.start <= CONTENT_REACH else None
            if issuer and issuer.kind == "official_statement" and issuer.state in states and _people(other) == people:
                found[claim.id] = issuer
                break
    return found


def _people(claim: Claim) -> frozenset[str]:
    return frozenset(p.actor_id or p.name for p in claim.actors + claim.recipients if p.person)


def _with_copies(
    issuers: dict[str, Issuer | None], documents: Sequence[Document], claims: Iterable[Claim], home: Mapping[str, str]
) -> dict[str, Issuer | None]:
    """A copy's claim has the issuer that its original has for the event, so that a copy never adds an origin."""
    original = {d.id: d.copy_of for d in documents}
    claims = list(claims)
    told = {(c.document_id, home.get(c.id, c.id)): issuers[c.id] for c in claims}
    for claim in claims:
        source = original.get(claim.document_id)
        key = (source or "", home.get(claim.id, claim.id))
        if source is not None and key in told:
            issuers[claim.id] = told[key]
    return issuers


def _group(
    claims: Sequence[Claim],
    issuers: Mapping[str, Issuer | None],
    documents: Sequence[Document],
    home: Mapping[str, str],
) -> list[list[str]]:
    original = {d.id: d.copy_of or d.id for d in documents}
    root: dict[object, object] = {}

    def find(node: object) -> object:
        while root.setdefault(node, node) != node:
            node = root[node]
        return node

    for claim in claims:
        issuer, document = issuers[claim.id], original.get(claim.document_id, claim.document_id)
        marks: list[object] = [("document", document)]
        if issuer is not None:
            marks = [(issuer.key, "event", home.get(claim.id, claim.id))]
            if not claim.background:
                marks.append((issuer.key, "report", document))
        for mark in marks:
            one, two = sorted((find(("claim", claim.id)), find(mark)), key=str)
            root[two] = one
    parts: dict[str, list[str]] = defaultdict(list)
    for claim in claims:
        parts[str(find(("claim", claim.id)))].append(claim.id)
    return [parts[key] for key in sorted(parts)]


def find_echoes(
    documents: Sequence[Document],
    claims: Sequence[Claim],
    issuers: Mapping[str, Issuer | None],
    home: Mapping[str, str],
    bodies: Bodies | None = None,
) -> dict[str, float]:
    """Document id -> score, for reports that cite nobody for an event but echo what others cite for it."""
    reports = {d.id: d for d in documents}
    texts = {d.id: d.text for d in documents}
    events: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        events[home.get(claim.id, claim.id)].append(claim)
    found: dict[str, float] = {}
    stems: dict[str, list[str]] = {}
    for key in sorted(events):
        cited = [c for c in events[key] if issuers[c.id] is not None]
        bare = sorted({c.document_id for c in events[key] if issuers[c.id] is None})
        statements = [(c.document_id, words) for c in cited for words in statement_words([c], texts) if bare]
        if not statements:
            continue
        bodies = bodies if bodies is not None else read_bodies(documents)
        for document in bare:
            told = stems[document] = stems.get(document) or bodies.stems_of(document)
            near = [s for citing, s in statements if are_printed_near(reports[citing], reports[document])]
            score = max((echo_score(s, told, bodies.weights) for s in near), default=0.0)
            if score >= ECHO:
                found[document] = max(score, found.get(document, 0.0))
    return found


def _cites(claim: Claim, issuer: Issuer) -> bool:
    cited = find_issuer(claim)
    return cited is not None and cited.key == issuer.key


def _origin(
    claims: Sequence[Claim],
    issuers: Mapping[str, Issuer | None],
    echoes: Mapping[str, float],
    copied: frozenset[str],
) -> Origin:
    issuer = issuers[claims[0].id]
    ids = tuple(sorted(c.id for c in claims))
    where = tuple(sorted({c.document_id for c in claims}))
    if issuer is not None:
        return Origin(
            stable_id("origin", issuer.key, ids[0]),
            issuer.kind,
            issuer.party,
            issuer.state,
            where,
            ids,
            "attribution" if any(_cites(c, issuer) for c in claims) else "url",
        )
    score = max((echoes[d] for d in where if d in echoes), default=None)
    return Origin(
        id=stable_id("origin", "report", ids[0]),
        kind="unattributed",
        document_ids=where,
        claim_ids=ids,
        basis="echo" if score is not None else "copy" if copied & set(where) else "none",
        echo_score=score,
    )
