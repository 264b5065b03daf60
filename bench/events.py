"""``python -m bench.events [DATA]``: one event from many reports, next to the keys that other programs join them by.

The claims are those of one build over the reports of the ``record`` task; each way of joining them gives every claim
another ``event_id``, and the task's own metric counts the links. All in one run, on the same claims.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from eval.adapters.record import predict
from eval.score import load_metric, read_jsonl
from eval.tasks import data_folder
from legation.sentences.parser import parse_blocks
from legation.storylines import group_documents

Row = dict[str, Any]
Key = Callable[[Row], tuple[Any, ...]]
FIGURES = ("link_precision", "link_recall", "link_f1", "bcubed_f1", "twin_wrong_merges", "state_twin_wrong_merges")


def main(arguments: list[str]) -> int:
    """Print a table of the figures; 2 where the data are not there."""
    folder = data_folder(Path(arguments[0]) if arguments else None) / "record"
    if not (folder / "gold.jsonl").is_file():
        print(f"no record/gold.jsonl under {folder.parent}: name it or set LEGATION_DATA", file=sys.stderr)
        return 2
    items, gold = (read_jsonl(str(folder / name)) for name in ("input.jsonl", "gold.jsonl"))
    claims = list(predict(items, folder))
    score = load_metric("record").score
    print(f"| {' | '.join(('joined by', *FIGURES))} |\n|{' --- |' * (len(FIGURES) + 1)}")
    for name, joined in join_all(items, claims).items():
        figures = score(gold, joined)
        told = (f"{figures[f]:.3f}" if isinstance(figures[f], float) else str(figures[f]) for f in FIGURES)
        print(f"| {name} | {' | '.join(told)} |", flush=True)
    return 0


def join_all(items: list[Row], claims: list[Row]) -> dict[str, list[Row]]:
    """The same claims by every way of joining them."""
    published = {i["id"]: (i.get("published") or "")[:10] for i in items}
    stories = dict(zip([i["id"] for i in items], group_documents([i["text"] for i in items]), strict=True))
    lemmas = dict(zip((c["id"] for c in claims), _lemmas(claims), strict=True))
    return {
        "Legation": claims,
        "publication day, actor, recipient, type": _keyed(claims, lambda c: (published[c["document_id"]], *_sides(c))),
        "resolved day, actor, recipient, type": _keyed(claims, lambda c: (_day(c), *_sides(c))),
        "same lemma within a story": _keyed(claims, lambda c: (stories[c["document_id"]], lemmas[c["id"]])),
    }


def _keyed(claims: list[Row], key: Key) -> list[Row]:
    return [{**c, "event_id": repr(key(c))} for c in claims]


def _sides(claim: Row) -> tuple[Any, ...]:
    actors, recipients = ({p["state"] or p["name"] for p in claim[role]} for role in ("actors", "recipients"))
    return tuple(sorted(actors)), tuple(sorted(recipients)), claim["event_type"]


def _day(claim: Row) -> str:
    when = claim["when"] or {}
    return str(when.get("first") or claim["document_id"])


def _lemmas(claims: list[Row]) -> Iterator[str]:
    """The lemma of each claim's head word, as the parser reads its trigger alone."""
    quotes = [str(next(e["quote"] for e in c["evidence"] if e["field"] == "event")) for c in claims]
    for parsed in parse_blocks(quotes):
        yield next(token.lemma_.lower() for token in parsed if token.head == token)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
