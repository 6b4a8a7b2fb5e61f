"""The places of a claim: its own, its sentence's, its speaker's region, and never another speaker's."""

from typing import Any


def test_where_another_governor_sits_is_not_where_it_happened(read: Any) -> None:
    text = (
        "A depot burned, the mayor of Bruges said, while the governors of the Liege and Namur regions reported no hits."
    )
    burned = next(c for c in read(text).claims if "depot" in c.proposition.of(text))
    assert [p.name for p in burned.places] == ["Bruges"]


def test_governors_speak_of_their_regions(read: Any) -> None:
    text = "The governors of the Liege and Namur regions reported no hits to depots."
    (claim,) = read(text).claims
    assert [p.name for p in claim.places] == ["Liege region", "Namur region"]


def test_from_where_a_distance_is_reckoned_nothing_happened(read: Any) -> None:
    text = "A depot burned in Ghent, some 80 kilometres north of the Walloon city of Namur, the mayor said."
    burned = next(c for c in read(text).claims if "depot" in c.proposition.of(text))
    assert [p.name for p in burned.places] == ["Ghent"]


def test_a_border_beside_which_a_town_lies_only_says_where_it_lies(read: Any) -> None:
    text = "A depot burned in the city of Ghent, close to the border with France, the mayor said."
    burned = next(c for c in read(text).claims if "depot" in c.proposition.of(text))
    assert [p.name for p in burned.places] == ["Ghent"]


def test_what_is_only_told_by_its_distance_lies_there(read: Any) -> None:
    text = "A depot burned 12 km from Namur, the mayor said."
    burned = next(c for c in read(text).claims if "depot" in c.proposition.of(text))
    assert [p.name for p in burned.places] == ["Namur"]
