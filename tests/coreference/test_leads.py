"""What the one told of in a report's lead did next is of the lead's day, where the words tell no other."""

from __future__ import annotations

from datetime import date

from legation.analysis import analyse
from legation.records import Claim, Document, Published

LEAD = "Peru's President Dina Boluarte on Saturday stepped back from a trade war with Chile. "


def talks_of(text: str) -> Claim:
    day = Published(date(2023, 9, 17), date(2023, 9, 17), "metadata")
    [claim] = [c for c in analyse(Document("d", "d", text, published=day)).claims if c.event_type == "CONSULT"]
    return claim


def test_talks_told_right_after_the_lead_are_of_its_day() -> None:
    talks = talks_of(LEAD + "Boluarte met Chile's President Gabriel Boric in Lima for an hour.")
    assert talks.when is not None
    assert (talks.when.first, talks.when.inferred) == (date(2023, 9, 16), True)
    assert [e.quote for e in talks.evidence if e.field == "when"] == ["Saturday"]


def test_talks_with_a_time_of_their_own_keep_it() -> None:
    talks = talks_of(LEAD + "Boluarte met Chile's President Gabriel Boric in Lima on Thursday.")
    assert talks.when is not None
    assert talks.when.first == date(2023, 9, 14)


def test_talks_that_have_been_held_are_not_put_on_the_leads_day() -> None:
    assert talks_of(LEAD + "Boluarte has met Chile's President Gabriel Boric in Lima.").when is None


def test_talks_of_others_are_not_put_on_the_leads_day() -> None:
    assert talks_of(LEAD + "Bolivia's President Luis Arce met Chile's President Gabriel Boric in Lima.").when is None


def test_meetings_that_one_will_have_are_not_the_meeting_told_of() -> None:
    met = "Peru's President Dina Boluarte held a meeting with Chile's President Gabriel Boric in Lima. "
    assert talks_of(met + "Boluarte has meetings at the palace on Thursday.").when is None


def test_a_ceremony_of_another_day_is_not_the_meeting_told_of() -> None:
    met = "Peru's President Dina Boluarte met Chile's President Gabriel Boric in Lima, "
    assert talks_of(met + "but trouble at home kept her from staying for the ceremony Sunday.").when is None
