import pytest

from onrecord.claims.mention import Mention
from onrecord.claims.toponyms import Finder
from onrecord.records import Extent, PlaceRole


def found(find: Finder, text: str) -> dict[str, Mention]:
    return {text[m.start : m.end]: m for m in find(text) if not m.acts}


def test_plural_heads_reach_back_through_a_list(find: Finder) -> None:
    mentions = found(find, "in the Kursk, Bryansk and Oryol regions")
    assert {m.head for m in mentions.values()} == {Extent.REGION}


def test_roles_reach_forward_through_a_list(find: Finder) -> None:
    mentions = found(find, "launched from Kursk, Bryansk and Millerovo")
    assert {m.role for m in mentions.values()} == {PlaceRole.FROM}


@pytest.mark.parametrize("text", ["Moscow said so.", "Russia launched it.", "The Moscow government fell silent."])
def test_parties_that_act_are_no_places(find: Finder, text: str) -> None:
    assert found(find, text) == {}


@pytest.mark.parametrize(
    "text", ["They met in Moscow.", "It flew to Russia.", "It hit targets inside Ukraine and Russia."]
)
def test_parties_after_a_preposition_are_places(find: Finder, text: str) -> None:
    assert found(find, text)


def test_a_demonym_or_an_owner_in_the_words_before_tells_the_country(find: Finder) -> None:
    assert found(find, "They left Poland's eastern city of Lublin.")["Lublin"].land == "PL"
    assert found(find, "Ukrainian guns shelled Lublin.")["Lublin"].land is None


def test_where_an_office_sits_is_whence_it_speaks(find: Finder) -> None:
    text = "A depot burned in Lublin. Officials in Millerovo counted nine."
    mentions = found(find, text)
    assert mentions["Millerovo"].role is PlaceRole.FROM and mentions["Lublin"].role is PlaceRole.AT


def test_where_officials_were_hit_is_where_it_happened(find: Finder) -> None:
    assert found(find, "A missile killed 12 officials in Lublin.")["Lublin"].role is PlaceRole.AT


def test_a_side_s_adjective_is_no_town(find: Finder) -> None:
    assert found(find, "It hit the Ukrainian town of Lublin.").keys() == {"Lublin"}


@pytest.mark.parametrize(
    ("text", "heads"),
    [
        ("Drones fell in the central regions of Cherkasy and Vinnytsia.", ["region", "region"]),
        ("Drones fell in the regions of Sumy, Kharkiv and Odesa.", ["region"] * 3),
        ("Drones fell in the Kherson and Odesa regions, Kyiv and Lviv.", ["region", "region", None, None]),
    ],
)
def test_plural_heads_before_a_list_reach_forward_through_it(find: Finder, text: str, heads: list[str | None]) -> None:
    assert [m.head for m in find(text)] == heads


@pytest.mark.parametrize(
    "text",
    [
        "A freighter bound for Russia was boarded.",
        "Five drones vanished near the border with Russia.",
        "They were told to leave Moscow by noon.",
        "Flights stopped at two of Moscow's airports.",
        "The battery defending Kyiv ran out of missiles.",
    ],
)
def test_where_somebody_goes_and_what_is_held_is_a_place(find: Finder, text: str) -> None:
    assert found(find, text)


def test_an_office_of_a_capital_is_no_place(find: Finder) -> None:
    assert found(find, "Moscow's prison service counted nine. Moscow's envoy left.") == {}
