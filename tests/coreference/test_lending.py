"""A telling far below, or of what is over, lends no day to an event told above."""

from __future__ import annotations

from datetime import date

from legation.analysis import analyse
from legation.records import Claim, Document, Published

MET = "Peru's President Dina Boluarte met Chile's President Gabriel Boric in Lima to discuss fishing. "
AGAIN = "Boluarte met Boric last week, when the first ships of the fleet had just left."
FILLER = "The harbour was quiet, and the market sold little of what the boats had brought home from the cold sea. "


def talks_of(text: str) -> list[Claim]:
    day = Published(date(2023, 9, 17), date(2023, 9, 17), "metadata")
    return [c for c in analyse(Document("d", "d", text, published=day)).claims if c.event_type == "CONSULT"]


def test_a_near_telling_lends_its_day() -> None:
    (talks,) = talks_of(MET + AGAIN)
    assert talks.when is not None
    assert talks.when.text == "last week"


def test_a_telling_far_below_lends_no_day() -> None:
    talks = talks_of(MET + FILLER * 12 + AGAIN)[0]
    assert talks.when is None
    assert all(e.field != "when" for e in talks.evidence)


def test_a_visit_to_come_has_no_day_of_a_visit_that_is_over() -> None:
    text = (
        "Ahead of his first visit to Chile as envoy, Peru's Foreign Minister Javier Colina spoke of trade. "
        "On Friday, during a visit to Chile, Colina praised the port."
    )
    plans = [c for c in talks_of(text) if c.status == "planned"]
    assert all(c.when is None or c.when.first is None or c.when.first >= date(2023, 9, 17) for c in plans)
