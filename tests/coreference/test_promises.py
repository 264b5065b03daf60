"""What an agreement is to is told within it, not as an event to come beside it."""

from __future__ import annotations

from datetime import date

from legation.analysis import analyse
from legation.records import Claim, Document, Published


def claims_of(text: str) -> tuple[Claim, ...]:
    day = Published(date(2023, 9, 17), date(2023, 9, 17), "metadata")
    return analyse(Document("d", "d", text, published=day)).claims


def test_an_agreement_to_lift_tariffs_is_one_claim() -> None:
    (accord,) = claims_of("Peru and Chile agreed to lift tariffs on copper.")
    assert (accord.event_type, accord.mode, accord.status) == ("AGREE", None, "occurred")
    assert any("lift tariffs" in e.quote for e in accord.evidence if e.field == "event")


def test_a_lifting_that_nobody_agreed_to_stays_a_claim() -> None:
    assert [c.event_type for c in claims_of("Peru will lift tariffs on copper from Chile.")] == ["RETREAT"]
