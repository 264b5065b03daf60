"""The gazetteer: namesakes told apart by the states of the document, and what the rows say."""

from __future__ import annotations

from legation.knowledge import load_knowledge


def test_the_states_of_the_document_settle_namesakes() -> None:
    knowledge = load_knowledge()
    near, far = knowledge.place("Hyderabad", {"PAK"}), knowledge.place("Hyderabad", {"IND"})
    assert near is not None
    assert far is not None
    assert (near.country, far.country) == ("PAK", "IND")


def test_a_capital_outranks_its_namesakes() -> None:
    place = load_knowledge().place("Paris")
    assert place is not None
    assert (place.country, place.geonames, round(place.lat or 0)) == ("FRA", 2988507, 49)


def test_a_unit_of_two_states_is_of_neither_without_a_document() -> None:
    knowledge = load_knowledge()
    assert knowledge.place("Punjab") is None
    punjab = knowledge.place("Punjab", {"PAK"})
    assert punjab is not None
    assert punjab.country == "PAK"


def test_a_venue_has_a_state_and_a_point() -> None:
    place = load_knowledge().place("Panmunjom")
    assert place is not None
    assert (place.country, place.lat is not None) == ("KOR", True)


def test_an_outlet_has_the_state_of_its_head_office() -> None:
    outlet = load_knowledge().outlet("The Associated Press")
    assert outlet is not None
    assert outlet.state == "USA"
