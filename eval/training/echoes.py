"""Choose from which score on a passage counts as the echo of a statement: ``ECHO`` of ``legation/origins/echoes.py``.

    python -m eval.training.echoes STORE...

The stores are any that ``legation build`` made. Two reports of one event that each name whom they rest on label
themselves: where both cite one issuer, what the first tells of the statement should be found in the second; where the
second cites only others, it should not. The script hides the second's citation, scores its text as one that cites
nobody, and prints how many passages each threshold would take, how many of them rightly (precision) and how many of
those that it should take (recall), twice: every pair counting alike, and every event (an affair of many reports has
many pairs). Copies and reports printed more than ``ECHO_DAYS`` apart are left out; each pair and issuer counts once.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from legation.origins.bodies import read_bodies
from legation.origins.echoes import are_printed_near, echo_score, statement_words
from legation.origins.issuers import find_issuer
from legation.reconciliation import reconcile
from legation.records import Claim, Document, Record
from legation.store import Store

THRESHOLDS = (0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7)

Pair = tuple[str, str, str]
"""The report that cites, the other report, the issuer."""
Scored = tuple[float, bool, str]
"""The score, whether both cite the issuer, and the event."""


def main(arguments: Sequence[str]) -> int:
    """Print the curve; 2 without stores."""
    if not arguments:
        print(__doc__, file=sys.stderr)
        return 2
    found: dict[Pair, Scored] = {}
    for path in arguments:
        with Store.open(Path(path)) as store:
            record = reconcile(list(store.analyses()))
        for pair, scored in score_pairs(record):
            found.setdefault(pair, scored)
    print_curve(found.values())
    return 0


def score_pairs(record: Record) -> Iterator[tuple[Pair, Scored]]:
    """Each report that cites an issuer for an event with each other report that cites anybody for it."""
    bodies, texts = read_bodies(record.documents), {d.id: d.text for d in record.documents}
    reports = {d.id: d for d in record.documents}
    claims = {c.id: c for c in record.claims}
    for event in record.events:
        cited = _citations(claims[i] for i in event.claim_ids)
        for document_id, by_issuer in cited.items():
            for issuer, told in by_issuer.items():
                statements = statement_words(told, texts)
                for other in cited if statements else ():
                    if _may_echo(reports[document_id], reports[other]):
                        stems = bodies.stems_of(other)
                        score = max(echo_score(s, stems, bodies.weights) for s in statements)
                        yield (document_id, other, issuer), (score, issuer in cited[other], event.id)


def _may_echo(one: Document, other: Document) -> bool:
    return (one.copy_of or one.id) != (other.copy_of or other.id) and are_printed_near(one, other)


def _citations(claims: Iterable[Claim]) -> Mapping[str, Mapping[str, list[Claim]]]:
    """Document id -> issuer -> its claims, for the reports that cite anybody."""
    found: dict[str, dict[str, list[Claim]]] = defaultdict(dict)
    for claim in claims:
        if (issuer := find_issuer(claim)) is not None:
            found[claim.document_id].setdefault(issuer.key, []).append(claim)
    return found


def print_curve(scored: Iterable[Scored]) -> None:
    """A line a threshold: every pair counting alike, then every event."""
    pairs = sorted(scored)
    events = Counter(event for *_, event in pairs)
    print(f"{len(pairs)} pairs of reports of {len(events)} events, {sum(same for _, same, _ in pairs)} of one issuer")
    print("| from | taken | precision | recall | precision by event | recall by event |")
    for threshold in THRESHOLDS:
        taken = sum(score >= threshold for score, *_ in pairs)
        shares = (*measure(pairs, threshold, lambda _: 1.0), *measure(pairs, threshold, lambda e: 1 / events[e]))
        print(f"| {threshold:.2f} | {taken} | {' | '.join(f'{share:.2f}' for share in shares)} |")


def measure(pairs: Sequence[Scored], threshold: float, weigh: Callable[[str], float]) -> tuple[float, float]:
    """Precision and recall of the pairs from a threshold on, each weighed by its event."""
    taken = sum(weigh(event) for score, _, event in pairs if score >= threshold)
    right = sum(weigh(event) for score, same, event in pairs if same and score >= threshold)
    wanted = sum(weigh(event) for _, same, event in pairs if same)
    return right / taken if taken else 0.0, right / wanted if wanted else 0.0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
