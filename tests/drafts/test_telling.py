"""What is told of states among each other, and what is their own affair or no event at all."""

from __future__ import annotations

import pytest

from legation.drafts.surroundings import Surroundings
from legation.records import Mention, Party
from legation.sentences import parse_text
from tests.claims.builders import claims_of

ABROAD = "Peru and Chile share a border. Relations between Peru and Chile are old. "
AT_HOME = "Peru held a vote. The parties of Peru argued for weeks. The army of Peru was quiet. "


@pytest.mark.parametrize(
    "text",
    [
        "Peru vowed to lower taxes next year.",
        "Peru refused to raise pensions.",
        "The president of Peru threatened to dissolve the courts.",
        "Peru's finance minister resigned on Monday.",
    ],
)
def test_one_state_s_own_politics_make_no_claim(text: str) -> None:
    assert not claims_of(AT_HOME + text + " The price of bread rose.")


def test_one_state_s_act_counts_in_a_report_on_two() -> None:
    assert claims_of(ABROAD + "Peru refused to open the crossing.", "REJECT")


@pytest.mark.parametrize(
    "text",
    ["The spy chief of Peru warned that smugglers in Chile were planning a comeback.", "Peru warned motorists of fog."],
)
def test_a_warning_to_nobody_threatens_nobody(text: str) -> None:
    assert not claims_of(ABROAD + text, "THREATEN")


def test_a_state_that_is_warned_is_threatened() -> None:
    (threat,) = claims_of("Peru warned Chile against closing the crossing.", "THREATEN")
    assert [p.state for p in threat.recipients] == ["CHL"]


@pytest.mark.parametrize(
    "text",
    [
        "Peru withdrew its complaint against Chile.",
        "Members of Peru's cabinet and Chile's envoy spoke at their annual retreat.",
    ],
)
def test_only_forces_withdraw(text: str) -> None:
    assert not claims_of(text, "RETREAT")


def test_who_returns_something_to_its_place_visits_nobody() -> None:
    assert not claims_of("President Joe Biden wants to return Peru to full membership of the treaty.", "CONSULT")


def test_whose_war_worries_is_blamed_and_its_victim_is_not() -> None:
    (worry,) = claims_of("Peru expressed concern about Chile's war against Bolivia.", "ACCUSE")
    assert [p.state for p in worry.recipients] == ["CHL"]


def test_support_for_recovery_from_an_attack_is_not_the_attacker_s() -> None:
    text = "Peru's minister met his Chilean counterpart to underscore support for recovery from Bolivia's raids."
    assert not any(p.state == "BOL" for c in claims_of(text, "SUPPORT") for p in c.actors)


def test_one_s_own_state_is_not_whom_one_reassures() -> None:
    (word,) = claims_of("President Joe Biden reaffirmed the United States' commitment to Norway.", "SUPPORT")
    assert [p.state for p in word.recipients] == ["NOR"]


def test_the_finite_verb_behind_a_wish_has_the_speaker_as_its_subject() -> None:
    text = "President Emmanuel Macron said Peru should pay its debts and condemned Chile."
    (blame,) = claims_of(text, "ACCUSE")
    assert [p.state for p in blame.actors] == ["FRA"]


def test_a_report_is_worldly_where_many_sentences_name_another_state() -> None:
    sentences = parse_text("Peru voted. Peru cheered. Chile watched.")
    mentions = [Mention(k, s.start, s.start + 5, s.text[:5], "state", 0, (Party(c, state=c),))
                for k, (s, c) in enumerate(zip(sentences, ("PER", "PER", "CHL"), strict=True))]  # fmt: skip
    around = Surroundings(sentences, mentions)
    assert not around.is_worldly({"PER"})
    assert around.is_worldly({"CHL"})


def test_forces_that_were_withdrawn_are_those_of_who_withdrew() -> None:
    (retreat,) = claims_of(ABROAD + "Peruvian troops have been removed from Chile.", "RETREAT")
    assert [p.state for p in retreat.actors] == ["PER"]


def test_plans_do_not_speak_so_who_tells_of_them_did() -> None:
    text = "President Emmanuel Macron said the plans were going well after speaking with Prime Minister Boris Johnson."
    (contact,) = claims_of(text, "CONSULT")
    assert {p.state for p in contact.actors} == {"FRA", "GBR"}


def test_months_of_talks_can_halt() -> None:
    text = "Peru and Chile fell out. Months of negotiations between Peru and Chile collapsed in May."
    (end,) = claims_of(text, "REJECT")
    assert {p.state for p in end.actors} == {"PER", "CHL"}


@pytest.mark.parametrize(
    "text",
    [
        "We have a deal with Chile.",
        "A flu epidemic of Chile killed thousands in Peru.",
        "The critics of Peru accused Chile.",
        "The president of Peru attacked Chile as a land of thieves.",
    ],
)
def test_what_only_looks_like_an_act_of_a_state_is_none(text: str) -> None:
    assert not [
        c for c in claims_of(ABROAD + text) if any(p.state == "PER" for p in c.actors) or c.event_type == "AGREE"
    ]


def test_what_stands_beside_a_name_is_no_second_actor() -> None:
    (strike,) = claims_of("Peru, the closest ally of Chile, carried out airstrikes in Bolivia.", "ASSAULT")
    assert [p.state for p in strike.actors] == ["PER"]


def test_attacks_into_a_state_are_not_blamed_on_it() -> None:
    found = claims_of("Peru condemned the rocket attacks into Chile.", "ACCUSE")
    assert not any(p.state == "CHL" for c in found for p in c.recipients)


def test_both_sides_of_a_fight_are_its_actors() -> None:
    (fight,) = claims_of("Heavy fighting between Peru and Chile broke out on Monday.", "ASSAULT")
    assert ([p.state for p in fight.actors], fight.recipients) == (["PER", "CHL"], ())


ELSEWHERE = "France condemned the attack on Mali. Ghana warned Togo. Chad thanked Niger. "


def test_one_state_s_act_counts_where_most_of_a_report_is_on_others() -> None:
    vow = "Norway's Prime Minister Jonas Store vowed to build more lighthouses."
    assert claims_of(ELSEWHERE + vow, "AGREE")
    assert not claims_of("Norway held a fair. Ghana sent a choir. Norway's bakers won. " + vow, "AGREE")


@pytest.mark.parametrize(
    "text",
    [
        "Peru's neighbour Chile says its peace is threatened by Peru's debts.",
        "Chile must do more to fight hacking of Peru's networks.",
        "Peru's envoy spoke of Chile, and her Chilean counterpart shot back.",
        "Peru mourns the dead of the Pacific War, which Chile remembers too.",
        "Peru still honours the Treaty of Madrid, which Chile remembers too.",
    ],
)
def test_figures_of_speech_and_names_of_old_wars_tell_no_event(text: str) -> None:
    assert not [c for c in claims_of(text) if c.event_type in ("ASSAULT", "THREATEN", "AGREE")]


def test_the_victims_of_a_headline_did_not_kill() -> None:
    (raid,) = claims_of("Two Peruvian soldiers killed in raid by Chile.", "ASSAULT")
    assert [p.state for p in raid.actors] == ["CHL"]


@pytest.mark.parametrize(
    "text",
    [
        "The envoy of Kenya backed a two-state solution to the Peru-Chile conflict.",
        "Chile helps Peru against threats from Bolivia.",
        "Kenya praised Poland for hosting a million Ukrainian refugees.",
        "President William Ruto of Kenya wrote to Togo, saying “DO NOT KILL YOUR PROTESTERS.”",
        "US Foreign Minister Ann Roe was in trouble over Chile.",
    ],
)
def test_what_is_no_act_between_states_is_not_told(text: str) -> None:
    assert not [c for c in claims_of(text) if c.event_type in ("ASSAULT", "THREATEN", "CONSULT")]


@pytest.mark.parametrize(
    "text",
    [
        "Ghana was the first to warn Togo that Chad was reading its letters.",
        "Critics blamed President William Ruto of Kenya for backing Togo into a corner.",
        "Peru demonstrated unity against Chile.",
        "The report says that Peru had a balance to strike after the deal with Chile.",
    ],
)
def test_tips_and_turns_of_phrase_are_no_acts(text: str) -> None:
    assert not [c for c in claims_of(text) if c.event_type in ("THREATEN", "SUPPORT", "PROTEST", "AGREE")]
