from __future__ import annotations

from dataclasses import replace
from datetime import date

from legation.events import bound_weekdays
from legation.judgements import make_facts
from legation.judgements.days import are_neighbour_months, days_clash
from legation.records import When
from tests.judgements.builders import claim, on, report, weekday

JULY = When(edtf="XXXX-07", precision="month", text="July", anchor="published")


def test_a_month_without_a_year_excludes_other_months_only() -> None:
    assert not days_clash(JULY, on("2031-07-25"))
    assert days_clash(JULY, on("2031-08-04"))
    assert days_clash(JULY, replace(JULY, edtf="XXXX-06"))


def test_june_and_july_are_neighbours_and_june_and_august_are_not() -> None:
    june = replace(JULY, edtf="XXXX-06")
    assert are_neighbour_months(june, on("2031-07-01", "2031-07-31"))
    assert not are_neighbour_months(june, on("2031-08-01", "2031-08-31"))


def test_a_saturday_lies_after_the_month_that_its_report_looks_back_on() -> None:
    back = claim("a", mode="meeting", when=JULY, background=True, quote="met")
    news, dated = claim("a", when=weekday(6)), claim("b", mode="meeting", when=on("2031-07-25"))
    facts = make_facts([back, news, dated], [report("a"), report("b")])
    bound = bound_weekdays(facts, [[back.id, dated.id], [news.id]])
    when = bound[news.id].when
    assert when is not None
    assert (when.weekday, when.not_before, when.inferred) == (6, date(2031, 8, 1), True)
    assert bound[back.id] == facts[back.id]


def test_a_year_that_a_report_recalls_bounds_no_saturday_of_its_news() -> None:
    back, news = claim("a", mode="meeting", when=on("1950-01-01", "1950-12-31")), claim("a", when=weekday(6))
    facts = make_facts([back, news], [report("a")])
    assert bound_weekdays(facts, [[back.id], [news.id]]) == facts
