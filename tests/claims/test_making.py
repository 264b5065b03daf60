"""What a whole report tells: one claim an event, sides, days, status, anaphora, amounts."""

from __future__ import annotations

from datetime import date

import pytest

from tests.claims.builders import claims_of, read, states


def test_every_quote_stands_in_the_text() -> None:
    text = "Kenya imposed a 20 percent tariff on goods from Uganda on Monday. Uganda condemned Kenya."
    for claim in claims_of(text):
        for evidence in claim.evidence:
            evidence.check(text)


def test_a_call_and_its_retellings_are_one_claim() -> None:
    text = (
        "Brazil and Chile held a phone call on Monday. The call lasted an hour.\n\n"
        "During the conversation, Brazil thanked Chile for its help."
    )
    (call,) = claims_of(text, "CONSULT")
    assert call.mode == "phone"
    assert [e.quote for e in call.evidence if e.field == "event"][1] == "call"
    assert states(call) == {"BRA", "CHL"}


def test_a_meeting_on_another_day_is_another_claim() -> None:
    text = "Brazil and Chile met on Monday in Lima. Brazil and Chile had met on May 3 in Quito."
    found = claims_of(text, "CONSULT")
    assert len(found) == 2
    assert {c.when.first for c in found if c.when} == {date(2021, 6, 7), date(2021, 5, 3)}


def test_a_call_is_never_the_meeting_that_it_followed() -> None:
    text = "Brazil spoke by phone with Chile on Monday. It followed a meeting between Brazil and Chile on May 3."
    assert {c.mode for c in claims_of(text, "CONSULT")} == {"phone", "meeting"}


def test_calls_with_three_counterparts_are_three_claims() -> None:
    text = "Brazil held separate phone calls with Chile, Peru and Ecuador on Monday."
    found = claims_of(text, "CONSULT")
    assert sorted(sorted(str(s) for s in states(c)) for c in found) == [["BRA", "CHL"], ["BRA", "ECU"], ["BRA", "PER"]]
    assert len({c.id for c in found}) == 3


def test_tariffs_keep_their_direction() -> None:
    (one,) = claims_of("India imposed tariffs on goods from Nepal in May.", "SANCTION")
    assert [p.state for p in one.actors] == ["IND"]
    assert [p.state for p in one.recipients] == ["NPL"]


def test_an_amount_belongs_to_its_claim() -> None:
    analysis = read("Japan signed a $300 million agreement with Mongolia on Monday.")
    (claim,) = [c for c in analysis.claims if c.event_type == "SUPPORT"]
    (amount,) = analysis.quantities
    assert claim.quantities == (amount.id,)
    assert amount.claim_id == claim.id
    assert claim.agreement is not None
    assert (claim.agreement.kind, claim.agreement.status) == ("agreement", "signed")


def test_a_second_call_keeps_its_ordinal() -> None:
    (claim,) = claims_of("Brazil and Chile held a second phone call on Monday.", "CONSULT")
    assert claim.ordinal == 2


def test_a_first_summit_in_years_counts_no_summits() -> None:
    (claim,) = claims_of("Brazil and Chile held their first summit in ten years on Monday.", "CONSULT")
    assert claim.ordinal is None


@pytest.mark.parametrize(
    "text",
    [
        "The prime minister of Japan met with the finance minister of Japan.",
        "Talks are hard. A meeting is a meeting.",
        "The factory met its targets in Japan.",
    ],
)
def test_what_is_no_affair_between_states_makes_no_claim(text: str) -> None:
    assert claims_of(text) == []


def test_a_meeting_next_week_is_planned() -> None:
    (claim,) = claims_of("Brazil has arranged a meeting with Chile on June 20, 2021.", "CONSULT")
    assert claim.status == "planned"


def test_what_was_agreed_at_a_dated_meeting_has_its_day_marked_inferred() -> None:
    text = "Brazil and Chile met on Monday. The two sides agreed to cut emissions."
    (claim,) = claims_of(text, "AGREE")
    assert claim.when is not None
    assert (claim.when.first, claim.when.inferred) == (date(2021, 6, 7), True)


def test_ids_do_not_depend_on_the_day_of_publication() -> None:
    text = "Brazil and Chile met on Monday. Peru condemned Bolivia."
    assert [c.id for c in read(text).claims] == [c.id for c in read(text, None).claims]


def test_a_scrapped_summit_takes_its_sides_from_the_summit() -> None:
    text = "Brazil and Chile planned a summit in Lima. On Monday Brazil scrapped the summit."
    (claim,) = claims_of(text, "REJECT")
    assert states(claim) == {"BRA", "CHL"}


def test_an_aim_is_no_agreement() -> None:
    (aim,) = claims_of("Brazil and Chile are exploring greater cooperation in mining and agriculture.")
    assert (aim.event_type, aim.status) == ("COMMENT", "hypothetical")
    assert "agriculture" in aim.topics


def test_the_ministry_that_tells_of_a_call_was_no_part_of_it() -> None:
    text = "According to Chile's Foreign Ministry, the leaders of Brazil and Peru held a phone call on Monday."
    (call,) = claims_of(text, "CONSULT")
    assert states(call) == {"BRA", "PER"}


def test_the_accused_did_what_he_is_accused_of() -> None:
    (attack,) = claims_of("Chile accused Peru of attacking Ecuador.", "ASSAULT")
    assert [p.state for p in attack.actors] == ["PER"]


def test_a_day_before_the_name_takes_no_subject_away() -> None:
    (meeting,) = claims_of("On Friday Mr Macron briefly met Chancellor Angela Merkel in Lisbon.", "CONSULT")
    assert len(meeting.actors) == 2


def test_what_was_done_on_a_journey_has_its_days() -> None:
    text = "Emmanuel Macron returned to Peru in March to attend a ceremony. During his visit he met the king of Spain."
    days = [c.when.first for c in claims_of(text, "CONSULT") if c.when and c.mode == "meeting"]
    assert days
    assert set(days) == {date(2021, 3, 1)}


def test_talks_on_a_journey_are_told_as_one_with_it() -> None:
    text = "Angela Merkel visited Lima, holding talks with Emmanuel Macron on Monday."
    (talks,) = claims_of(text, "CONSULT")
    assert [e.quote for e in talks.evidence if e.field == "event"] == ["holding talks", "visited"]


def test_a_report_that_gives_no_day_gives_the_claim_none() -> None:
    assert claims_of("Brazil has held a phone call with Chile.", "CONSULT")[0].when is None


def test_a_day_taken_from_a_meeting_quotes_the_meetings_words() -> None:
    (pledge,) = claims_of("Brazil and Chile held a meeting on Monday. The two sides agreed to cut tariffs.", "AGREE")
    assert pledge.when is not None
    assert pledge.when.inferred
    assert [e.quote for e in pledge.evidence if e.field == "when"] == ["Monday"]


def test_those_present_are_no_sides() -> None:
    text = "Brazil and Chile held a meeting on Monday. Emmanuel Macron was also present at the meeting."
    (meeting,) = claims_of(text, "CONSULT")
    assert [(p.name, p.role) for p in meeting.others] == [("Emmanuel Macron", "present")]
    assert states(meeting) == {"BRA", "CHL"}


def test_what_came_before_since_then_is_history() -> None:
    text = "Ties have been warm since May 2020, after Emmanuel Macron brokered a truce between Brazil and Chile."
    (talks,) = claims_of(text, "CONSULT")
    assert talks.background
    assert talks.when is not None
    assert talks.when.first == date(2020, 5, 1)


def test_what_is_ongoing_does_not_point_at_a_meeting_that_is_over() -> None:
    text = "The leaders of Brazil and Chile met on Monday. Peru was told of the ongoing negotiations."
    (met,) = claims_of(text, "CONSULT")
    assert [e.quote for e in met.evidence if e.field == "event"] == ["met"]


def test_a_bare_count_is_no_amount() -> None:
    result = read("Two ministers of Brazil and Chile signed a $5 million deal on Monday.")
    assert [q.quote for q in result.quantities] == ["$5 million"]


def test_a_deal_after_talks_of_two_states_is_theirs() -> None:
    [deal] = [c for c in claims_of("A deal was reached after ten hours of talks between Peru and Chile.")
              if c.event_type == "AGREE"]  # fmt: skip
    assert [p.name for p in deal.actors] == ["Peru", "Chile"]


def test_whose_forces_left_says_who_speaks_of_them() -> None:
    claims = claims_of("The Chilean army said that all of its forces have been withdrawn from Bolivia.")
    [left] = [c for c in claims if c.event_type == "RETREAT"]
    assert [p.name for p in left.actors] == ["army of Chile"]


def test_a_call_that_is_told_by_what_two_praised_in_it_is_theirs() -> None:
    text = "President Emmanuel Macron and Chancellor Olaf Scholz praised Peru for taking part in their phone call."
    calls = [c for c in claims_of(text) if c.mode == "phone"]
    assert [{p.name for p in c.actors} for c in calls] == [{"Emmanuel Macron", "Olaf Scholz"}]


def test_who_is_in_another_land_visits_it() -> None:
    [visit] = claims_of("Peru's Foreign Minister Javier Roe, who was in Berlin on Monday, smiled.")
    assert (visit.event_type, visit.mode) == ("CONSULT", "visit")


def test_what_one_wrote_of_a_call_without_a_subject_was_on_the_day_of_writing() -> None:
    text = "“Had a good phone call with President Emmanuel Macron of France,” President Gabriel Boric of Chile wrote "
    [call] = [c for c in claims_of(text + "on Monday.") if c.event_type == "CONSULT"]
    assert call.when is not None
    assert call.when.inferred


def test_who_is_called_on_is_to_do_it() -> None:
    told = {c.event_type: c for c in claims_of("Kenya called on Chad to stop its war on Sudan.")}
    assert [p.state for p in told["REQUEST"].recipients] == ["TCD"]
    assert [p.state for p in told["RETREAT"].actors] == ["TCD"]


def test_those_whose_rivalry_is_discussed_do_not_meet() -> None:
    claims = claims_of("President Joe Biden met with President Emmanuel Macron to discuss competition with China.")
    assert [[p.name for p in c.actors] for c in claims] == [["Joe Biden", "Emmanuel Macron"]]
