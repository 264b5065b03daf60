"""Whose account a claim is: the page that tells it, somebody whom it quotes, or another side."""

from __future__ import annotations

from dataclasses import replace

import pytest

from legation.events import fuse
from legation.judgements import judge_pairs
from legation.origins import find_copies, find_origins, mark_copies
from legation.origins.echoes import echo_score, most_echo
from legation.origins.issuers import is_government, state_of_host
from legation.records import Attribution, Document
from tests.judgements.builders import ANN, cites, claim, on, report

WIRE = "Ann Alpha rang Bo Beta on Monday to talk about grain, a ministry aide told reporters in the port. " * 3


def page(key: str, host: str, title: str = "Readout of a Call") -> Document:
    return replace(report(key, published="2031-08-04"), url=f"https://{host}/{key}", title=title)


def says(directness: str) -> Attribution:
    return Attribution((), (), (), "urged", speaker=ANN, directness=directness)  # type: ignore[arg-type]


def test_what_a_readout_tells_in_its_own_words_rests_on_the_readout() -> None:
    made = [claim("a"), claim("a", "REQUEST", None, "urged", attribution=says("indirect"))]
    (origin,) = find_origins([page("a", "office.gov")], made)
    assert (origin.kind, origin.basis, origin.state) == ("readout", "url", "USA")


def test_words_in_quotation_marks_rest_on_who_spoke_them() -> None:
    made = [claim("a", "REQUEST", None, "urged", attribution=says("direct"))]
    (origin,) = find_origins([page("a", "office.gov")], made)
    assert origin.kind == "named_speaker"


def test_readouts_of_both_sides_are_two_origins_of_two_sides() -> None:
    documents = [page("a", "office.gov"), page("b", "mofa.go.jp")]
    made = [claim(d, when=on("2031-08-04")) for d in "ab"]
    parts = [[c.id for c in made]]
    origins = find_origins(documents, made, parts)
    (event,) = fuse(made, parts, judge_pairs(made, documents), origins, documents, ())
    assert (event.corroboration.origins, event.corroboration.sides) == (2, ("JPN", "USA"))


def test_every_copy_of_a_wire_text_leaves_the_origins_as_they_are() -> None:
    first = replace(report("a", f"CITY (Reuters) - {WIRE}", "2031-08-04"), outlet="one")
    for copies in range(1, 5):
        others = [replace(report(f"c{n}", WIRE, "2031-08-05"), outlet=f"paper {n}") for n in range(copies)]
        marked = mark_copies([first, *others], find_copies([first, *others]))
        made = [claim(d.id, when=on("2031-08-04")) for d in marked]
        parts = [[c.id for c in made]]
        origins = find_origins(marked, made, parts)
        (event,) = fuse(made, parts, judge_pairs(made, marked), origins, marked, ())
        assert (event.corroboration.origins, event.corroboration.unattributed) == (1, 0)


@pytest.mark.parametrize(
    ("host", "state"),
    [
        ("www.state.gov", "USA"),
        ("mofa.go.jp", "JPN"),
        ("pm.gc.ca", "CAN"),
        ("en.kremlin.ru", "RUS"),
        ("x.gov.uk", "GBR"),
    ],
)
def test_a_government_is_known_by_its_host(host: str, state: str) -> None:
    assert is_government(host)
    assert state_of_host(host) == state


@pytest.mark.parametrize("host", ["", "news.go.com", "gov.example.com", "dawn.com", "bbc.co.uk", "localhost"])
def test_an_outlet_is_no_government(host: str) -> None:
    assert not is_government(host)


SAID = "The ministers pledged patrols against smugglers, cheaper visas and herring quotas for coastal villages."


@pytest.mark.parametrize(("printed", "basis"), [("2031-08-05", "echo"), (None, "echo"), ("2031-08-20", "none")])
def test_words_of_a_statement_printed_weeks_later_are_no_echo(printed: str | None, basis: str) -> None:
    documents = [report("a", SAID, "2031-08-05"), report("b", f"Patrols and quotas: {SAID.lower()}", printed),
                 report("c", "Snow fell on the capital.", "2031-08-05")]  # fmt: skip
    made = [claim("a", attribution=cites("Foreign Office", "AAA", ((0, len(SAID)),))), claim("b")]
    origins = find_origins(documents, made, [[c.id for c in made]])
    assert [o.basis for o in origins if o.kind == "unattributed"] == [basis]


def test_no_passage_scores_more_than_the_whole_report() -> None:
    weights = {"herrin": 2.0, "quotas": 1.5, "patrol": 0.7}
    sought, near = frozenset(weights), ["herrin", "quotas"]
    for words in (near, [*near, *["snow"] * 90, "patrol"], ["snow"], []):
        assert echo_score(sought, words, weights) <= most_echo(sought, frozenset(words), weights)
    assert most_echo(sought, frozenset(near), weights) == echo_score(sought, near, weights) == 0.833
