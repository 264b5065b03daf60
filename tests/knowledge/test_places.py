"""The gazetteer: namesakes told apart by the states of the document, and what the rows say."""

from __future__ import annotations

import pytest

from legation.knowledge import load_knowledge
from legation.knowledge.tables import read_bytes


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


@pytest.mark.parametrize(
    ("words", "state", "kind"),
    [
        ("Bavaria", "DEU", "unit"),
        ("Texas", "USA", "geonames"),
        ("Ontario", "CAN", "unit"),
        ("Jeddah", "SAU", "geonames"),
        ("Naypyidaw", "MMR", "geonames"),
        ("Camp David", "USA", "venue"),
        ("Bali", "IDN", "venue"),
        ("Ramallah", "PSE", "venue"),
        ("Gaza", "PSE", "geonames"),
    ],
)
def test_units_cities_seats_and_venues_are_found_in_their_state(words: str, state: str, kind: str) -> None:
    place = load_knowledge().place(words)
    assert place is not None
    assert (place.country, (place.id or "").split(":")[0]) == (state, kind)


def test_a_region_on_both_sides_of_a_border_is_open_until_the_document_tells_a_state() -> None:
    knowledge = load_knowledge()
    assert knowledge.place("Kashmir") is None
    near = knowledge.place("Kashmir", {"PAK"})
    assert near is not None
    assert near.country == "PAK"


def test_every_city_has_a_point_and_an_id_of_geonames() -> None:
    rows = [line.split("\t") for line in read_bytes("places", "places.tsv.gz").decode("utf-8").split("\n")[2:] if line]
    cities = [row for row in rows if row[2] in ("city", "capital")]
    assert len(cities) > 20_000
    assert all(row[3].isdigit() and row[6] and row[7] for row in cities)


def test_the_table_names_geonames_and_its_licence() -> None:
    head = read_bytes("places", "places.tsv.gz")[:400].decode("utf-8")
    assert "GeoNames" in head
    assert "CC BY 4.0" in head
