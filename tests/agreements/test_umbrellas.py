"""What one agreement among several told together is a part of."""

from __future__ import annotations

from datetime import date

from legation.agreements.mentions import AgreementClaim
from legation.agreements.umbrellas import link_parts
from legation.records import Agreement
from tests.judgements.builders import claim

DAY = (date(2031, 8, 4), date(2031, 8, 4))
YEAR = (date(2031, 1, 1), date(2031, 12, 31))


def mention(key: str, days: tuple[date, date], plural: bool) -> AgreementClaim:
    both = frozenset({"AAA", "BBB"})
    told = claim(key, "SUPPORT", "sign", "signed")
    return AgreementClaim(told, f"event-{key}", both, frozenset(), "contract", (), frozenset(), days, "signed", plural)


def wholes(umbrella: tuple[date, date]) -> list[str]:
    """The entries that a contract of one day is told as a part of."""
    several = (Agreement("several", "Agreements"), [mention("a", umbrella, plural=True)])
    contract = (Agreement("contract", "Contract"), [mention("b", DAY, plural=False)])
    return [r.to for r in link_parts([several, contract])[1].relations]


def test_a_contract_is_a_part_of_the_agreements_of_its_day() -> None:
    assert wholes(DAY) == ["several"]


def test_agreements_of_a_year_are_no_occasion_to_be_a_part_of() -> None:
    assert wholes(YEAR) == []
