"""What a claim says of an agreement: whose it is, how far it has come, what it is about."""

from __future__ import annotations

import pytest

from legation.analysis import analyse
from legation.documents import make_document
from legation.records import AgreementMention, RawDocument


def mentions_in(text: str) -> list[AgreementMention]:
    claims = analyse(make_document(RawDocument("a", text, published="2024-03-05"))).claims
    return [c.agreement for c in claims if c.agreement is not None]


@pytest.mark.parametrize(
    ("text", "between"),
    [
        ("On Monday the partners signed the Agreement between the Government of Chile, the Government of Peru, and the "
         "Government of Kenya for the exchange of data.", {"CHL", "PER", "KEN"}),
        ("Japan and Kenya praised the Chile-Peru Fisheries Deal, signed by the ministers on Monday.", {"CHL", "PER"}),
        ("The treaty between Peru and Chile on fisheries helps Kenya.", {"CHL", "PER"}),
        ("He praised the peace treaty between Chile and Peru, the Panama Canal Treaty, and Kenya.", {"CHL", "PER"}),
        ("Experts met to carry out Kenya's and Peru's agreement to ban strikes on plants of Chad.", {"KEN", "PER"}),
    ],
)  # fmt: skip
def test_the_words_name_the_sides(text: str, between: set[str]) -> None:
    assert between in [set(m.between) for m in mentions_in(text)]


def test_the_signing_of_an_expanded_pact_is_a_signing() -> None:
    text = "Ministers noted the recent signing of the expanded Agreement on Defense between Chile and Peru."
    assert {m.status for m in mentions_in(text)} == {"signed"}


def test_an_order_of_one_side_is_no_memorandum_of_understanding() -> None:
    order = "Norway's prime minister signed a memorandum on Monday directing the removal of residents of Chad."
    assert not mentions_in(order)
    assert [m.kind for m in mentions_in("Peru signed a memorandum of understanding with Chile on Monday.")] == ["mou"]


def test_what_an_agreement_is_to_do_is_its_matter() -> None:
    (mention,) = mentions_in("LIMA - Chile and Peru reached an agreement to establish a maritime boundary on Monday.")
    assert mention.matter == ("maritime", "boundary")


def test_those_with_whom_a_third_has_agreed_have_no_agreement_with_each_other() -> None:
    assert not mentions_in("The minister hailed the signing of agreements on trade with: Peru, Chile and Kenya.")
    assert mentions_in("Kenya's deal with Chile and Peru was signed in Lima on Monday.")


def test_an_old_agreement_and_the_new_one_that_builds_on_it_are_two() -> None:
    news = "Chile and Peru have reached an agreement on reciprocal trade. "
    history = "The deal will build on the Chile-Peru Trade and Investment Framework Agreement signed in 2006."
    assert [m.status for m in mentions_in(news + history)] == ["agreed_in_principle", "signed"]


@pytest.mark.parametrize(
    "text",
    [
        "Peru thanked Chile and Kenya for their leadership in reaching the deal on Monday.",
        "The ministers of Peru and Chile will discuss trade, including reaching a hostage release deal in Chad.",
        "Chile on Monday reached an agreement in the Boeing-Airbus dispute.",
        "Aides praised the recent signing of the Chile agreement on the frozen assets of Kenya.",
    ],
)
def test_who_helps_or_talks_or_is_talked_about_is_no_side(text: str) -> None:
    assert not mentions_in(text)


def test_a_partner_behind_the_matter_is_a_side() -> None:
    assert mentions_in("Peru signed an agreement on trade with Chile on Monday.")
