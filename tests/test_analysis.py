"""analyse: all stages of one report in order, pure."""

from __future__ import annotations

from datetime import date

from legation.analysis import analyse
from legation.records import Document, Published

TEXT = (
    "Norway's prime minister met the president of Finland in Oslo on Monday.\n\n"
    "Norway said it would lend Finland $40 million."
)
REPORT = Document("d1", "d1.txt", TEXT, published=Published(date(2021, 6, 10), date(2021, 6, 10), "metadata"))


def test_a_report_gives_claims_mentions_times_and_attributions() -> None:
    analysis = analyse(REPORT)
    assert analysis.document is REPORT
    assert analysis.claims
    assert analysis.mentions
    assert analysis.times
    assert analysis.attributions


def test_the_same_report_gives_the_same_analysis() -> None:
    assert analyse(REPORT) == analyse(REPORT)


def test_an_empty_body_gives_nothing() -> None:
    assert analyse(Document("d2", "d2.txt", "")).claims == ()


def test_a_date_of_figures_is_read_as_the_outlet_writes_it() -> None:
    day = Published(date(2021, 6, 10), date(2021, 6, 10), "metadata")
    text = "Norway's prime minister met the president of Finland in Oslo on 5/6/2021."
    at_home, abroad = (
        analyse(Document("d", "d", text, url=url, published=day)).times[0].when.first
        for url in ("https://www.bbc.co.uk/news/1", "https://www.nytimes.com/1")
    )
    assert (at_home, abroad) == (date(2021, 6, 5), date(2021, 5, 6))
