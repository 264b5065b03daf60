"""What was said at a dated contact has its day; what cannot have happened there has not."""

from __future__ import annotations

from datetime import date

from legation.analysis import analyse
from legation.records import Claim, Document, Published

CALL = "Peru's President Dina Boluarte spoke by phone with Chile's President Gabriel Boric on Saturday. "


def claims_of(text: str) -> tuple[Claim, ...]:
    day = date(2023, 9, 17)
    return analyse(Document("d", "d", text, published=Published(day, day, "metadata"))).claims


def test_a_signature_is_not_put_on_the_day_of_a_phone_call() -> None:
    claims = claims_of(CALL + "Separately, Peru and Chile signed a memorandum of understanding on mining.")
    signed = [c for c in claims if c.mode == "sign"]
    assert signed
    assert all(c.when is None or c.when.first != date(2023, 9, 16) for c in signed)


def test_two_ceremonies_attended_on_one_journey_are_two() -> None:
    text = (
        "Peru's President Dina Boluarte attended the farewell ceremony of Chilean Admiral Juan Soto "
        "and the handover ceremony marking Chilean Admiral Luis Rojas's assumption of command."
    )
    meetings = [c for c in claims_of(text) if c.event_type == "CONSULT"]
    assert len(meetings) == 2
    assert {p.name for c in meetings for p in c.actors} >= {"Juan Soto", "Luis Rojas"}


def test_the_day_of_what_was_discussed_is_not_the_day_of_the_talk() -> None:
    text = "Peru's President Dina Boluarte and Chile's President Gabriel Boric discussed the summit tomorrow."
    (talk,) = (c for c in claims_of(text) if c.event_type == "CONSULT" and c.status == "occurred")
    assert talk.when is None


def test_what_has_been_done_is_not_put_on_the_day_of_a_call() -> None:
    claims = claims_of(CALL + "Peru has rejected Chile's claim to the fishing grounds.")
    (refusal,) = [c for c in claims if c.event_type == "REJECT"]
    assert refusal.when is None


def test_blame_for_what_is_still_to_come_is_no_plan() -> None:
    (blame,) = claims_of("Peru condemned Chile over the vote on September 29, 2023.")
    assert (blame.status, blame.when) == ("occurred", None)


def test_a_comment_has_the_day_of_its_quotation() -> None:
    quoted = '"We will keep building roads, ports and schools together with all our friends in Chile," '
    claims = claims_of(CALL + quoted + "Peru's Foreign Minister Ana Gervasi said on Friday.")
    (comment,) = [c for c in claims if c.event_type == "COMMENT"]
    assert comment.when is not None
    assert comment.when.first == date(2023, 9, 15)
    assert "Friday" in [e.quote for e in comment.evidence if e.field == "when"]


def test_whom_one_also_called_was_called_that_day() -> None:
    claims = claims_of(CALL + "Boluarte also spoke with Brazil's President Luiz Inacio Lula da Silva.")
    calls = [c.when for c in claims if c.event_type == "CONSULT"]
    assert [(w.first, w.inferred) for w in calls if w] == [(date(2023, 9, 16), False), (date(2023, 9, 16), True)]


def test_what_is_told_after_a_call_that_followed_a_meeting_is_of_the_call() -> None:
    text = CALL + (
        "The call followed a meeting between Boluarte and Boric on August 9. "
        "They also discussed mining. Boric thanked Peru for its help."
    )
    claims = claims_of(text)
    (thanks,) = [c for c in claims if c.event_type == "SUPPORT"]
    assert thanks.when is not None
    assert thanks.when.first == date(2023, 9, 16)


def test_officials_elsewhere_were_not_at_the_talks() -> None:
    claims = claims_of(CALL + "Officials of Chile rejected Bolivia's claim to the coast.")
    (refusal,) = [c for c in claims if c.event_type == "REJECT"]
    assert refusal.when is None


def test_meetings_that_are_counted_are_not_the_meeting_told_of() -> None:
    claims = claims_of(CALL + "Boluarte has met Boric five times in the past year.")
    assert sorted(c.background for c in claims if c.event_type == "CONSULT") == [False, True]


def test_words_as_outlined_in_a_speech_have_not_its_day() -> None:
    claims = claims_of("Peru is working for a ceasefire with Chile, as outlined in a speech on August 31.")
    assert [c.when for c in claims] == [None] * len(claims)
