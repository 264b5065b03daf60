from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from legation.errors import UsageError
from legation.records import Corroboration, Document, Noise, Party, Quantity, When
from legation.sentences.passages import find_ends, passage
from legation.store import Store
from legation.views.conflicts import conflicts
from legation.views.filters import Filters
from legation.views.gaps import gaps
from legation.views.ledger import ledger
from legation.views.search import search
from legation.views.show import ClaimView, DocumentView, EventView, show
from legation.views.sides import find_parties
from legation.views.timeline import Fold, dyad, fold_timeline, timeline
from legation.views.words import amount_words, corroboration_words, when_words
from tests.store import made


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "record.db", create=True) as opened:
        opened.add_analyses(made.kept(), "0")
        opened.write_record(made.record(), "print", "0", "2025-01-01T00:00:00+00:00")
        yield opened


def day(words: str) -> date:
    return date.fromisoformat(words)


@pytest.mark.parametrize(
    ("when", "words"),
    [
        (None, "day not stated"),
        (When(text="last week", anchor="published"), "day not stated (“last week”)"),
        (When(day("2025-08-04"), day("2025-08-04")), "2025-08-04"),
        (When(weekday=6, not_before=day("2025-08-01")), "Saturday, not before 2025-08-01"),
        (When(day("2025-07-01"), day("2025-07-31")), "July 2025"),
        (When(day("2025-01-01"), day("2025-12-31")), "2025"),
        (When(day("2025-07-25"), day("2025-08-04")), "2025-07-25 to 2025-08-04"),
        (When(day("2025-09-08"), day("2025-09-14")), "week of 2025-09-08"),
        (When(None, day("2025-08-04")), "until 2025-08-04"),
        (When(day("2025-08-04"), day("2025-08-04"), inferred=True), "2025-08-04 (inferred)"),
    ],
)
def test_days_are_said_as_they_are_known(when: When | None, words: str) -> None:
    assert when_words(when) == words


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (Corroboration(1, 1, 0, ("PAK",)), "1 origin (PAK) + 1 unattributed"),
        (Corroboration(2, 0, 1), "2 origins + 1 as background"),
        (Corroboration(0, 2, 0), "2 unattributed"),
        (Corroboration(), "no origin known"),
    ],
)
def test_unattributed_reports_are_no_origins(found: Corroboration, words: str) -> None:
    assert corroboration_words(found) == words


def test_amounts_are_said_as_normalised() -> None:
    assert amount_words(Quantity("q", 0, 1, "x", Decimal("5E+8"), unit="USD", approx=True)) == "around USD 500 million"
    assert amount_words(Quantity("q", 0, 1, "x", Decimal("19"), unit="percent")) == "19 percent"
    assert amount_words(Quantity("q", 0, 1, "x", low=Decimal(2), high=Decimal(3), unit="ship")) == "2 to 3 ship"
    assert amount_words(Quantity("q", 0, 1, "a few ships")) == "a few ships"


def test_a_folded_timeline_is_the_first_of_the_whole_one_and_counts_the_rest(store: Store) -> None:
    whole = timeline(store)
    dated = [row for row in whole if row.dated]
    folded = fold_timeline(store, fold=Fold(undated=0))
    assert folded.rows == dated
    assert folded.undated == len(whole) - len(dated) > 0
    assert fold_timeline(store, Filters(types=["CONSULT"])).rows == timeline(store, Filters(types=["CONSULT"]))
    assert fold_timeline(store, fold=Fold(comments=False)).comments == sum(r.event_type == "COMMENT" for r in whole)


def test_the_timeline_goes_by_day_with_undated_events_last(store: Store) -> None:
    rows = timeline(store)
    assert [(r.id, r.day) for r in rows] == [
        ("e1", "2025-08-04"),
        ("e3", "Saturday, not before 2025-08-01"),
        ("e2", "day not stated"),
    ]
    assert rows[0].quote is not None
    assert (rows[0].quote.words, rows[0].quote.outlet) == ("called Ivo Kral", "Daily Sun")
    assert rows[0].conflicts == ("told twice: occurred",)
    assert [r.dated for r in rows] == [True, False, False]


def test_a_quote_stands_in_its_sentence(store: Store) -> None:
    quote = timeline(store)[0].quote
    assert quote is not None
    assert quote.before + quote.words + quote.after == "Anna Berg of Norland called Ivo Kral of Sudmark on 4 August."


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("The U.S. envoy met Mr. Kral on Nov. 5. They spoke.", 2),
        ("He flew to the U.S. The visit was short.", 2),
        ("Robert F. Kral Jr. and Lt. Gen. Berg agreed.", 1),
        ("“Why now?” he asked. “We waited.” Kral left.", 3),
        ("Talks ended at 5 p.m. Moscow time. No deal came.", 2),
    ],
)
def test_an_abbreviation_ends_no_sentence(text: str, sentences: int) -> None:
    assert len(list(find_ends(text))) == sentences


def test_a_hard_wrapped_sentence_is_quoted_whole() -> None:
    text = (
        "The two ministers of foreign affairs, who had met in the capital\n"
        "in July, spoke again by telephone on Monday, the ministry said.\n\nMore."
    )
    start = text.index("spoke")
    before, after, *cut = passage(Document("d", "d", text), start, start + 5)
    assert (before + "spoke" + after, cut) == (text.removesuffix("\n\nMore."), [False, False])


def test_noise_never_stands_around_a_quote() -> None:
    text = "Buy coins Kral spoke here Read More"
    noise = (Noise(0, 10, "ticker", "coins"), Noise(26, len(text), "promo", "read-more"))
    assert passage(Document("d", "d", text, noise=noise), 15, 20) == ("Kral ", " here ", False, False)


@pytest.mark.parametrize(
    ("filters", "ids"),
    [
        (Filters(since=day("2025-08-04")), {"e1"}),
        (Filters(until=day("2025-08-02")), set()),
        (Filters(until=day("2025-07-01")), set()),
        (Filters(types=["consult"]), {"e1", "e3"}),
        (Filters(types=["SUPPORT/sign"]), {"e2"}),
        (Filters(statuses=["planned"]), {"e1"}),
        (Filters(topics=["trade"]), set()),
    ],
)
def test_an_event_passes_if_its_days_are_known_and_fit(store: Store, filters: Filters, ids: set[str]) -> None:
    assert {r.id for r in timeline(store, filters)} == ids


@pytest.mark.parametrize("sides", [("NOR", "SUD"), ("sud", "Berg"), ("Anna Berg", "kral")])
def test_a_dyad_is_named_by_code_or_name(store: Store, sides: tuple[str, str]) -> None:
    assert {r.id for r in dyad(store, *sides)} == {"e1", "e3"}


def test_nobody_of_that_name_is_wrong_usage(store: Store) -> None:
    with pytest.raises(UsageError, match="nobody called 'Atlantis'") as refused:
        dyad(store, "Atlantis", "NOR")
    assert "NOR, SUD" in str(refused.value.remedy)


@pytest.mark.parametrize("name", ["Kim Jong Un", "KIM JONG-UN", "Kim", "DPRK", "north korea", "PRK"])
def test_a_side_is_known_under_its_common_names(name: str) -> None:
    kim = Party("Kim Jong-un", "Q56226", True, state="PRK")
    other = Party("Moon Jae-in", "Q21001", True, state="KOR")
    assert find_parties([other, kim], name) == [kim]


def test_the_ledger_shows_amounts_with_their_outlets(store: Store) -> None:
    (row,) = ledger(store)
    assert [(a.amount, a.measure, a.outlets) for a in row.amounts] == [("USD 7.3 million", "pledge", ("Daily Sun",))]
    assert [(s.status, s.outlets) for s in row.status] == [("signed", ("Daily Sun",))]
    assert ledger(store, Filters(statuses=["in_force"])) == []


def test_a_conflict_shows_each_value_with_its_words(store: Store) -> None:
    (row,) = conflicts(store)
    assert (row.about, row.field, row.note) == ("Berg and Kral speak by phone", "status", "told twice")
    assert [(r.value, r.quotes[0].words) for r in row.readings] == [("occurred", "called Ivo Kral")]


def test_search_gives_verbatim_words_and_the_events_told_in_them(store: Store) -> None:
    (row,) = search(store, "called kral")
    assert row.before + row.hit + row.after in made.FIRST
    assert row.events == (("e1", "Berg and Kral speak by phone"),)
    assert search(store, "saturday", Filters(types=["SUPPORT"])) == []


def test_an_event_shows_its_twins_and_why_they_are_others(store: Store) -> None:
    view = show(store, "e1")
    assert isinstance(view, EventView)
    assert [(t.to, t.label, t.reason) for t in view.twins] == [("e3", "Second call", "a Monday is no Saturday")]
    assert [q.origin for q in view.quotes] == ["official statement (SUD)"]


def test_a_claim_shows_the_words_of_each_field(store: Store) -> None:
    view = show(store, "c1")
    assert isinstance(view, ClaimView)
    assert ("when", 48, 59, "on 4 August") in view.evidence
    assert view.judgements[0][:3] == ("different", "c3", "spoke again")


def test_a_report_shows_the_noise_taken_out(store: Store) -> None:
    view = show(store, "doc-1")
    assert isinstance(view, DocumentView)
    assert view.noise == (("promo", "read-more", "Read More"),)
    assert [e[0] for e in view.events] == ["e1", "e2"]


def test_ids_may_be_cut_short_where_one_thing_begins_so(store: Store) -> None:
    with pytest.raises(UsageError, match="several ids: e1, e2, e3"):
        show(store, "e")
    with pytest.raises(UsageError, match="no id begins with 'zzz'"):
        show(store, "zzz")
    assert isinstance(show(store, "doc-2"), DocumentView)


def test_gaps_name_what_they_are_about(store: Store) -> None:
    told = {(g.about_id, g.kind, g.missing) for g in gaps(store)}
    assert ("e1", "other_side", "no account by NOR: told by SUD only") in told
    assert ("e1", "initiator", "nobody says who called whom") in told
