"""Classes of errors found by reading reports that nobody had used before."""

from __future__ import annotations

import pytest

from tests.claims.builders import claims_of, states

ABROAD = "Peru and Chile share a border. Relations between Peru and Chile are old. "


@pytest.mark.parametrize(
    ("text", "event_type", "status"),
    [
        ("A hasty withdrawal of Peruvian forces from Chile would only help Bolivia.", "RETREAT", "hypothetical"),
        ("Chilean troops were supposed to pull back from the Peruvian border.", "RETREAT", "planned"),
        ("Chile may attend if it returns to Lima and ends its war on Peru.", "RETREAT", "hypothetical"),
        ("It showed that Peru was desperate to make a deal with Chile.", "AGREE", "hypothetical"),
        ("Peru is under pressure to make a deal with Chile.", "AGREE", "called_for"),
        ("News that Peru was easing sanctions on Chile was refuted at once.", "RETREAT", "denied"),
        ("Peru's president spoke with Chile's to underscore his support for Chile.", "SUPPORT", "occurred"),
        (
            "Peru's president reaffirmed his readiness to continue contacts with Chile's president.",
            "CONSULT",
            "planned",
        ),
    ],
)
def test_what_stands_above_an_event_makes_its_status(text: str, event_type: str, status: str) -> None:
    assert [c.status for c in claims_of(ABROAD + text, event_type)] == [status]


@pytest.mark.parametrize(
    ("text", "event_type"),
    [
        ("President Boric of Chile welcomed Peru's openness to a fair peace.", "CONSULT"),
        ("At the opening ceremony of the museum Peru's president likened the plot to Chile's.", "CONSULT"),
        ("The senate speaker of Peru endorsed the Chile resolution.", "SUPPORT"),
        ("Peruvian rebel commanders threatened to attack Chile.", "THREATEN"),
        ("Next week Peru's congress will consider the agreement between Chile and Bolivia.", "AGREE"),
        ("Peru and Chile work together in fighting the infection.", "ASSAULT"),
        ("Senators of Peru are pushing for information on the Chile probe.", "REQUEST"),
        ("More Peruvian troops would head to Chile.", "CONSULT"),
        ("Peru's radio called the Chilean agency's assertion that Lima was behind it slander.", "CONSULT"),
        ("Peru's president expressed regret that Chile's president could not be there.", "ACCUSE"),
    ],
)
def test_no_side_is_made_of_what_is_only_spoken_of(text: str, event_type: str) -> None:
    assert not [c for c in claims_of(ABROAD + text, event_type) if {"PER", "CHL"} <= states(c)]


def test_a_decision_that_is_spoken_of_was_carried_out() -> None:
    told = claims_of(ABROAD + "Relations suffered from Peru's decision to grant asylum to a Chilean senator.", "AID")
    planned = claims_of(ABROAD + "Peru announced its decision to grant asylum to a Chilean senator.", "AID")
    assert [c.status for c in (*told, *planned)] == ["occurred", "planned"]


@pytest.mark.parametrize(
    ("text", "event_type", "status"),
    [
        ("Peru's decision to impose sanctions on Chile would be a mistake.", "SANCTION", "planned"),
        ("Peru's decision to attack Chile was reversed at the last minute.", "ASSAULT", "planned"),
        ("Peru's decision to attack Chile fell through.", "ASSAULT", "planned"),
        ("Everything depends on Peru's decision to release the Chilean sailors.", "RETREAT", "planned"),
        ("The truce depended on Peru's decision to release the Chilean sailors.", "RETREAT", "planned"),
        ("Peru's decision to withdraw from the pact with Chile was never carried out.", "REJECT", "negated"),
        ("Peru's decision to impose sanctions on Chile was cancelled.", "SANCTION", "negated"),
        ("Chile awaits Peru's decision to impose sanctions on Bolivia.", "SANCTION", "planned"),
        ("Peru's decision not to attack Chile was a relief.", "ASSAULT", "negated"),
        ("Peru's decision to attack Chile was a blow to Bolivia.", "ASSAULT", "occurred"),
        ("Peru's decision to impose sanctions on Chile drew protests.", "SANCTION", "occurred"),
        ("Peru's move to expel Chile's ambassador has angered Chile.", "SANCTION", "occurred"),
        ("Bolivia was angered by Peru's decision to impose sanctions on Chile.", "SANCTION", "occurred"),
        ("Oil prices rose after Peru's decision to impose sanctions on Chile.", "SANCTION", "occurred"),
    ],
)
def test_a_decision_was_carried_out_only_where_its_outcome_is_told(text: str, event_type: str, status: str) -> None:
    assert [c.status for c in claims_of(text, event_type)] == [status]


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Peru's president visited Bolivia in a Chilean jet.", {"PER", "BOL"}),
        ("Peru's president visited Bolivia in the wake of Chile's attack.", {"PER", "BOL"}),
        ("Peru's president visited Bolivia in support of Chile.", {"PER", "BOL"}),
        ("Peru's president visited Bolivia in the middle of a row with Chile.", {"PER", "BOL"}),
        ("Peru's president arrived in the Chilean presidential plane.", {"PER"}),
        ("Peru's president arrived in Chile's jet.", {"PER"}),
        ("Peru's president arrived in Chile on Tuesday.", {"PER", "CHL"}),
        ("Peru's president arrived in Santiago on Tuesday.", {"PER", "CHL"}),
        ("Peru's president arrived in the Chilean capital on Tuesday.", {"PER", "CHL"}),
        ("Peru's president flew into Chile on Monday.", {"PER", "CHL"}),
        ("Peru's president visited a copper mine in Chile.", {"PER", "CHL"}),
    ],
)
def test_the_host_of_a_journey_is_the_place_itself(text: str, sides: set[str]) -> None:
    assert [states(c) for c in claims_of(text, "CONSULT")] == [sides]


@pytest.mark.parametrize(
    "text",
    [
        "Chile was struck by Peru's words.",
        "Chile's ports were struck by a wave of Peruvian anger.",
        "Peru's sanctions hit Chile's ports on Monday.",
        "Peru hits 2030 target set with Chile.",
        "Peru hit its climate target in 2030 with Chile.",
    ],
)
def test_a_figure_of_speech_is_no_attack(text: str) -> None:
    assert not claims_of(text, "ASSAULT")


@pytest.mark.parametrize(
    "text",
    [
        "Chile was struck by Peru's missiles.",
        "Chile was struck by a Peruvian drone on Monday.",
        "Santiago was struck by Peruvian forces on Monday.",
        "Peru's army struck Chile on Monday.",
        "Peruvian soldiers hit a Chilean village on Monday.",
        "A Chilean village was hit by Peruvian strikes on Monday.",
        "Peru hit a target in Chile.",
        "Peru hit a Chilean military target near Arica on Monday.",
        "Peru hit Chilean targets on Monday.",
    ],
)
def test_whoever_strikes_with_arms_attacks(text: str) -> None:
    (claim,) = claims_of(text, "ASSAULT")
    assert ([p.state for p in claim.actors], [p.state for p in claim.recipients]) == (["PER"], ["CHL"])


@pytest.mark.parametrize(
    ("text", "meets"),
    [
        ("Chile's president received Peru's queen.", True),
        ("Chile received Peru's first lady.", True),
        ("Chile's president received Peru's crown prince.", True),
        ("Chile's president received Peru's envoy.", True),
        ("Chile's president received Peru's delegation.", True),
        ("Chile received Peru's trade mission.", True),
        ("Chile's president welcomed Peru's openness to a fair peace.", False),
        ("Chile's president welcomed Peru's readiness to talk.", False),
        ("Chile's president welcomed Peru's return to the bloc.", False),
    ],
)
def test_people_are_received_and_traits_are_not(text: str, meets: bool) -> None:
    assert [states(c) for c in claims_of(text, "CONSULT")] == [{"PER", "CHL"}] * meets


def test_the_last_of_those_met_as_well_as_others_is_met() -> None:
    text = "Peru's president met with the president of Chile as well as with the king of Spain."
    assert {"PER", "CHL", "ESP"} in [states(c) for c in claims_of(text, "CONSULT")]


def test_drills_of_two_are_shared_and_those_of_one_a_show_of_force() -> None:
    (shared,) = claims_of(
        "The ministers reviewed joint military exercises between Peru's army and Chile's.", "COOPERATE"
    )
    (shown,) = claims_of("Tensions with Chile rise during the annual Peruvian military exercises.", "MOBILIZE")
    assert (states(shared), states(shown)) == ({"PER", "CHL"}, {"PER"})


def test_who_is_accused_of_an_attack_is_told_to_have_attacked() -> None:
    text = "The truce did not last, with Peruvian leaders accusing Chilean forces of attacking a camp in Bolivia."
    (claim,) = claims_of(ABROAD + text, "ASSAULT")
    assert {a.state for a in claim.actors} == {"CHL"}


def test_a_state_called_on_is_no_place() -> None:
    (claim,) = claims_of("Peru called on Chile to put more pressure on Bolivia.", "REQUEST")
    assert claim.place is None


def test_who_arrives_in_a_state_is_its_guest() -> None:
    (claim,) = claims_of("Peru's foreign minister arrived in Chile on Tuesday.", "CONSULT")
    assert states(claim) == {"PER", "CHL"}


def test_who_calls_for_a_state_to_act_asks_it() -> None:
    told = claims_of(ABROAD + "Peru's president publicly called for Chile to hack into the networks of Bolivia.")
    assert {(c.event_type, c.status) for c in told} == {("REQUEST", "occurred"), ("COERCE", "called_for")}


def test_a_summit_between_two_is_theirs_alone() -> None:
    text = "Spain's foreign minister was visiting Bolivia to prepare for a high-level summit between Peru and Chile."
    assert [states(c) for c in claims_of(text, "CONSULT") if c.mode == "meeting"] == [{"PER", "CHL"}]


def test_who_is_spared_a_tariff_does_not_bear_it() -> None:
    (claim,) = claims_of("Peru will announce tariffs on Bolivian steel but with exemptions for Chile.", "SANCTION")
    assert states(claim) == {"PER", "BOL"}


def test_a_journey_to_a_place_at_home_is_no_visit() -> None:
    assert not claims_of(ABROAD + "Admiral Juan Diaz of Peru spoke after visiting the shipyard in Peru.", "CONSULT")


def test_goods_made_in_a_state_are_that_states() -> None:
    (claim,) = claims_of(ABROAD + "Chile imposed a 35% tariff on Mexican-made goods.", "SANCTION")
    assert states(claim) == {"CHL", "MEX"}


def test_two_nouns_of_one_verb_are_one_event() -> None:
    claims = claims_of(ABROAD + "Peru and Chile reached a ceasefire and hostage deal.", "AGREE")
    assert len(claims) == 1


def test_a_state_that_a_conference_is_on_does_not_agree_there() -> None:
    claims = claims_of(ABROAD + "They reviewed the agreements reached at the conference on Bolivia.", "AGREE")
    assert not any("BOL" in states(c) for c in claims)


def test_a_state_named_behind_an_official_does_not_speak() -> None:
    text = "The talks of Peru and Chile failed, according to an official who had a role in the mediation with Bolivia."
    assert not any(c.attribution and c.attribution.speaker for c in claims_of(ABROAD + text))


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Peru's president said that Chile's president wants talks with Bolivia.", "said"),
        ("Peruvian officials believe that Chile shelled Bolivia on Monday.", "believe"),
        ("Chile's envoy praised Peru's recent agreement with Bolivia.", None),
        ("Analysts followed Peru's decision to impose sanctions on Chile.", None),
        ("Chile has no desire for a meeting between Peru's president and Bolivia's.", None),
    ],
)
def test_who_wants_or_praises_an_event_does_not_tell_of_it(text: str, cue: str | None) -> None:
    told = [c.attribution.cue_text if c.attribution else None for c in claims_of(ABROAD + text) if states(c) - {None}]
    assert told
    assert told[-1] == cue


def test_who_mentions_an_event_far_below_its_telling_does_not_say_so() -> None:
    filler = " ".join(f"The harvest of region {n} was good and farmers were content." for n in range(6))
    below = "Bolivia's Foreign Minister Juan Diaz said that the meeting was of no interest to his country."
    (claim,) = claims_of(f"The presidents of Peru and Chile met on Friday. {filler} {below}", "CONSULT")
    assert claim.attribution is None
