from __future__ import annotations

import numpy as np
import pytest

from legation.origins import find_copies, find_origins, mark_copies, shingles
from legation.origins.bodies import read_bodies
from legation.origins.shingles import Shingles, find_alike
from legation.records import Document, Noise
from tests.judgements.builders import cites, claim, on, report

LONG = " ".join(f"word{i}" for i in range(80))


def test_the_same_words_are_an_exact_copy_of_the_earliest() -> None:
    documents = [report("a", LONG, "2031-01-02"), report("b", LONG, "2031-01-01")]
    assert find_copies(documents) == {"a": ("b", "exact")} == find_copies(documents[::-1])


def test_a_few_changed_words_make_a_near_copy() -> None:
    assert find_copies([report("a", LONG), report("b", LONG + " and more")]) == {"b": ("a", "near")}


def test_a_part_of_a_text_is_an_excerpt_of_the_whole() -> None:
    part = " ".join(LONG.split()[:30])
    assert find_copies([report("a", part), report("b", LONG)]) == {"a": ("b", "excerpt")}


def test_page_furniture_of_one_outlet_is_no_overlap() -> None:
    from dataclasses import replace

    foot = " ".join(f"foot{i}" for i in range(200))
    own = [" ".join(f"own{n}x{i}" for i in range(30)) for n in range(6)]
    reports = [replace(report(str(n), f"{words} {foot}"), outlet="Example Times") for n, words in enumerate(own)]
    assert find_copies(reports) == {}
    elsewhere = replace(report("copy", own[3]), outlet="Example Post")
    assert find_copies([*reports, elsewhere]) == {"copy": ("3", "near")}


def test_a_text_that_one_outlet_prints_often_is_still_a_copy() -> None:
    from dataclasses import replace

    reports = [replace(report(f"{n:02}", f"{LONG} end{n}"), outlet="Example Times", title="Talks") for n in range(60)]
    assert find_copies(reports) == {f"{n:02}": ("00", "near") for n in range(1, 60)}


def test_a_form_that_one_outlet_fills_in_again_is_no_copy() -> None:
    from dataclasses import replace

    def filled(name: str, province: str, day: str, outlet: str = "Press Office") -> Document:
        text = f"{LONG} declared for {province} today"
        return replace(report(name, text, day), outlet=outlet, title=f"Emergency declaration for {province}")

    assert find_copies([filled("a", "Northland", "2031-01-01"), filled("b", "Southland", "2031-01-01")]) == {}
    assert find_copies([filled("a", "Northland", "2031-01-01"), filled("b", "Northland again", "2031-01-09")]) == {}
    corrected = filled("b", "Northland corrected", "2031-01-02")
    assert find_copies([filled("a", "Northland", "2031-01-01"), corrected]) == {"b": ("a", "near")}
    elsewhere = filled("b", "Southland", "2031-01-02", "Example Post")
    assert find_copies([filled("a", "Northland", "2031-01-01"), elsewhere]) == {"b": ("a", "near")}


def test_permits_of_one_outlet_with_figures_of_their_own_are_no_copies() -> None:
    from dataclasses import replace

    def permit(key: str, day: str, width: str) -> Document:
        text = f"{LONG} of June {day} for a line {width} inches wide"
        return replace(report(key, text, "2031-01-01"), outlet="Press Office", url=f"https://example.org/{key}")

    assert find_copies([permit("a", "16", "20"), permit("b", "23", "36")]) == {}
    assert find_copies([permit("a", "16", "20"), permit("b", "16", "21")]) == {"b": ("a", "near")}


def test_the_same_words_of_one_outlet_weeks_later_at_another_address_are_a_form() -> None:
    from dataclasses import replace

    one, two = (replace(report(n, LONG, f"2031-0{n}-01"), outlet="Press Office") for n in "12")
    assert find_copies([one, two]) == {"2": ("1", "exact")}
    apart = [replace(r, url=f"https://example.org/{r.id}") for r in (one, two)]
    assert find_copies(apart) == {}


def test_another_text_at_one_address_is_a_version() -> None:
    from dataclasses import replace

    one, two, other = (report(n, f"{LONG[:90]} {n}{n}{n} again", f"2031-01-0{n}") for n in "123")
    one, two = (replace(r, url="https://www.example.org/talks/") for r in (one, two))
    two = replace(two, url="https://example.org/talks")
    assert find_copies([two, one]) == {"2": ("1", "version")} == find_copies([one, two])
    home = [replace(r, url="https://example.org/") for r in (one, two, other)]
    assert find_copies(home) == {}


def test_noise_makes_no_copy() -> None:
    from dataclasses import replace

    one = replace(report("a", LONG + " first"), noise=(Noise(0, len(LONG), "form", "rule"),))
    assert find_copies([one, report("b", LONG)]) == {}


def test_a_form_letter_months_later_is_no_copy() -> None:
    assert find_copies([report("a", LONG + " x", "2031-01-01"), report("b", LONG, "2031-06-01")]) == {}


def test_two_names_of_one_organ_are_one_origin() -> None:
    when = on("2031-08-04")
    claims = [
        claim("a", when=when, attribution=cites("the Foreign Office", "AAA")),
        claim("b", when=when, attribution=cites("Ministry of Foreign Affairs", "AAA")),
    ]
    (origin,) = find_origins([report("a"), report("b")], claims, [[c.id for c in claims]])
    assert origin.kind == "official_statement"
    assert origin.document_ids == ("a", "b")


def test_the_ministries_of_two_states_are_two_origins() -> None:
    claims = [claim(d, attribution=cites("Foreign Ministry", s)) for d, s in (("a", "AAA"), ("b", "BBB"))]
    assert len(find_origins([report("a"), report("b")], claims, [[c.id for c in claims]])) == 2


def test_words_that_echo_a_statement_stay_unattributed() -> None:
    statement = "both ministers expressed satisfaction with growing commerce and reviewed recent maritime developments"
    cited, bare = f"The ministry said {statement}.", f"On the telephone {statement} yesterday evening."
    claims = [claim("a", attribution=cites("ministry", "AAA", ((18, len(cited)),))), claim("b")]
    found = find_origins([report("a", cited), report("b", bare)], claims, [[c.id for c in claims]])
    echo = next(o for o in found if o.document_ids == ("b",))
    assert (echo.kind, echo.basis) == ("unattributed", "echo")
    assert (echo.echo_score or 0) > 0.8


def test_a_copy_has_the_origin_of_what_it_copies() -> None:
    documents = [report("a", LONG), report("b", LONG)]
    claims = [claim("a"), claim("b")]
    marked = mark_copies(documents, find_copies(documents))
    (origin,) = find_origins(marked, claims, [[c.id for c in claims]])
    assert origin.claim_ids == tuple(sorted(c.id for c in claims))


def test_bodies_are_read_as_words_outside_noise_whatever_stands_between_them() -> None:
    text = "(The state-owned mill.) Read more! Ångström’s «Mills», 1,000 of them--all"
    at = text.index("Read more!")
    noisy = Document("n", "n", text, noise=(Noise(at, at + 10, "promo", "a rule"),))
    bodies = read_bodies([noisy, Document("m", "m", "Mill")])
    told = [bodies.vocabulary[i] for i in bodies.words["n"]]
    assert told == ["the", "state-owned", "mill", "angstrom's", "mills", "1", "000", "of", "them", "all"]
    assert bodies.stems_of("m") == ["mill"]
    assert len(bodies.stem_weights) == len(bodies.stems)


def test_pairs_that_cannot_be_contained_are_not_compared() -> None:
    def body(first: int, size: int) -> Shingles:
        return np.arange(first, first + size, dtype=np.uint32)

    assert find_alike([body(0, 400), body(40, 400), body(390, 400)]) == [(0, 1)]
    assert find_alike([body(0, 400), body(390, 400)], [["same", "same"]]) == [(0, 1)]


def test_shingles_laid_out_in_parts_are_counted_as_all_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    shared = [np.arange(n * 97, n * 97 + 90, dtype=np.uint32) for n in range(4)]
    bodies = [np.unique(np.concatenate((shared[n % 4], shared[n % 3]))) for n in range(24)]
    at_once = [found.tolist() for found in shingles._count_shared(bodies)]
    monkeypatch.setattr(shingles, "MOST_AT_ONCE", 300)
    assert [found.tolist() for found in shingles._count_shared(bodies)] == at_once
    assert max(at_once[1]) >= 40
