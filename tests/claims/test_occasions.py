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
