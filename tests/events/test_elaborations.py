"""What a report adds of its own to the statement that it relays is flagged, and nothing else is."""

from __future__ import annotations

from dataclasses import replace

from legation.exporters.rows import event_row
from legation.reconciliation import reconcile
from legation.records import Analysis, Claim, Event, Evidence
from tests.judgements.builders import cites, claim, on, report

CALL = "Ann Alpha telephoned Bo Beta about herring quotas in the northern strait."
SAID = "The two pledged joint patrols of trawlers, the Foreign Office said."
ADDED = "Both ministers met in a harbour tavern last winter to settle an older quarrel over lighthouses."
AGAIN = (
    "Over lighthouses they had an older quarrel, which both ministers met to settle last winter in a harbour tavern."
)


def telling(text: str, key: str, words: str, event_type: str, mode: str | None, **more: object) -> Claim:
    start = text.index(words)
    made = claim(key, event_type, mode, words, **more)
    return replace(made, evidence=(Evidence.of(text, start, start + len(words), "event"),))


def relay(key: str, *sentences: str, cited: bool = True) -> Analysis:
    """A report of the call, which cites the ministry for it and tells any other sentences in its own words."""
    text = " ".join([f"Report {key}.", CALL, SAID, *sentences])
    said = cites("Foreign Office", "AAA", ((text.index("The two"), text.index(", the For")),)) if cited else None
    told = [telling(text, key, "telephoned", "CONSULT", "phone", when=on("2031-08-04"), attribution=said)]
    if cited:
        told.append(telling(text, key, "pledged", "COOPERATE", None, attribution=said))
    told += [telling(text, key, words, "CONSULT", "meeting") for words in ("met",) if words in text]
    return Analysis(report(key, text, "2031-08-05"), tuple(told))


def call(*analyses: Analysis) -> Event:
    return next(e for e in reconcile(analyses).events if e.mode == "phone")


def test_a_sentence_that_no_statement_and_no_other_report_has_is_flagged() -> None:
    event = call(relay("a"), relay("b", ADDED))
    (added,) = event.elaborations
    assert (added.document_id, added.evidence.quote) == ("b", ADDED)
    assert event_row(event)["elaborations"][0]["evidence"]["quote"] == ADDED


def test_what_another_report_tells_too_is_not_flagged() -> None:
    assert call(relay("a", AGAIN), relay("b", ADDED)).elaborations == ()


def test_what_the_ministry_is_cited_for_is_not_flagged() -> None:
    assert call(relay("a"), relay("b")).elaborations == ()


def test_a_report_that_cites_nobody_relays_nothing_and_adds_nothing() -> None:
    assert call(relay("a"), relay("b", ADDED, cited=False)).elaborations == ()


def test_a_copy_adds_nothing_of_its_own() -> None:
    original = relay("b", ADDED)
    copied = tuple(replace(c, document_id="c", id=f"{c.id}-copy") for c in original.claims)
    copy = Analysis(replace(original.document, id="c", name="c", outlet="another"), copied)
    assert {e.document_id for e in call(relay("a"), original, copy).elaborations} == {"b"}
