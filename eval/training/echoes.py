"""Choose from which score on a passage counts as the echo of a statement: ``ECHO`` of ``legation/origins/echoes.py``.

    python -m eval.training.echoes STORE...

The stores are any that ``legation build`` made. Two reports of one event that each name whom they rest on label
themselves: where both cite one issuer, what the first tells of the statement should be found in the second; where the
second cites only others, it should not. The script hides the second's citation, scores its text as one that cites
nobody, and prints how many passages each threshold would take, how many of them rightly (precision) and how many of
those that it should take (recall). Copies are left out, each pair of reports and issuer counts once.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from legation.origins.bodies import read_bodies
from legation.origins.echoes import echo_score, statement_words
from legation.origins.issuers import find_issuer
from legation.reconciliation import reconcile
from legation.records import Claim, Record
from legation.store import Store

THRESHOLDS = (0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7)

Pair = tuple[str, str, str]
"""The report that cites, the other report, the issuer."""
Scored = tuple[float, bool]


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
    roots = {d.id: d.copy_of or d.id for d in record.documents}
    claims = {c.id: c for c in record.claims}
    for event in record.events:
        cited = _citations(claims[i] for i in event.claim_ids)
        for document_id, by_issuer in cited.items():
            for issuer, told in by_issuer.items():
                statements = statement_words(told, texts)
                for other in cited if statements else ():
                    if roots[other] != roots[document_id]:
                        stems = bodies.stems_of(other)
                        score = max(echo_score(s, stems, bodies.weights) for s in statements)
                        yield (document_id, other, issuer), (score, issuer in cited[other])


def _citations(claims: Iterable[Claim]) -> Mapping[str, Mapping[str, list[Claim]]]:
    """Document id -> issuer -> its claims, for the reports that cite anybody."""
    found: dict[str, dict[str, list[Claim]]] = defaultdict(dict)
    for claim in claims:
        if (issuer := find_issuer(claim)) is not None:
            found[claim.document_id].setdefault(issuer.key, []).append(claim)
    return found


def print_curve(scored: Iterable[Scored]) -> None:
    """A line a threshold."""
    pairs = list(scored)
    right = sum(same for _, same in pairs)
    print(f"{len(pairs)} pairs of reports, {right} of one issuer\n| from | taken | precision | recall | f1 |")
    for threshold in THRESHOLDS:
        taken = [same for score, same in pairs if score >= threshold]
        precision, recall = sum(taken) / max(1, len(taken)), sum(taken) / max(1, right)
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        print(f"| {threshold:.2f} | {len(taken)} | {precision:.2f} | {recall:.2f} | {f1:.2f} |")


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
