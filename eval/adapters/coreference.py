"""coreference: the events that marked words name, within the stories that the reports' texts make."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from legation.judgements.wording import Wording, group_wordings, read_wording
from legation.records import Sentence, Span
from legation.sentences import parse_text
from legation.storylines import group_documents

Row = dict[str, Any]


def predict(items: list[Row], folder: Path) -> Iterator[Row]:
    """One row a report: the number of the event of each of its mentions."""
    stories = dict(zip([i["id"] for i in items], group_documents([i["text"] for i in items]), strict=True))
    told = [(item["id"], key, wording) for item in items for key, wording in read_mentions(item)]
    events = group_wordings([wording for *_, wording in told], stories)
    clusters: dict[str, dict[str, str]] = {item["id"]: {} for item in items}
    for (document_id, key, _), event in zip(told, events, strict=True):
        clusters[document_id][key] = f"event-{event}"
    for document_id, found in clusters.items():
        yield {"id": document_id, "clusters": found}


def read_mentions(item: Row) -> Iterator[tuple[str, Wording]]:
    """Mention ids with their wordings; only sentences that hold a mention are parsed."""
    sentences = parse_text(item["text"], tuple(_silent(item)))
    for mention in item["mentions"]:
        start, end = mention["start"], mention["end"]
        home = next(
            (s for s in sentences if s.start <= start < s.end), Sentence(0, 0, start, end, item["text"][start:end])
        )
        yield mention["mention_id"], read_wording(item["id"], home, start, end)


def _silent(item: Row) -> Iterator[Span]:
    at = 0
    for sentence in item["sentences"]:
        if any(sentence["start"] <= m["start"] < sentence["end"] for m in item["mentions"]):
            if sentence["start"] > at:
                yield at, sentence["start"]
            at = sentence["end"]
    if at < len(item["text"]):
        yield at, len(item["text"])
