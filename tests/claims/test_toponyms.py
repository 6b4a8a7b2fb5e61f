from datetime import date

import pytest

from onrecord.claims.gazetteer import Gazetteer
from onrecord.claims.toponyms import Finder, Mention
from onrecord.records import Extent, Party, Person, PlaceRole, Site, Story

STORY = Story(
    title="t",
    first_day=date(2022, 2, 24),
    time_zone="UTC",
    countries=("UA", "RU"),
    parties=(
        Party(name="Ukraine", adjectives=("Ukrainian",), aliases=("Kyiv",), country="UA"),
        Party(name="Russia", aliases=("Moscow",), country="RU", people=(Person(name="Anna Belgorod"),)),
    ),
    sites=(Site(name="Quell", aliases=("Old Quell",)),),
)


@pytest.fixture(scope="module")
def find() -> Finder:
    return Finder(STORY, Gazetteer.open())


def found(find: Finder, text: str) -> dict[str, Mention]:
    return {text[m.start : m.end]: m for m in find(text) if not m.acts}


def test_the_longest_name_wins(find: Finder) -> None:
    assert list(found(find, "It fell into the Sea of Azov near New York City.")) == ["Sea of Azov", "New York City"]


def test_sites_of_the_story_come_first(find: Finder) -> None:
    mention = found(find, "Water stood in Old Quell.")["Old Quell"]
    assert mention.site is not None and mention.site.name == "Quell" and not mention.entries


def test_plural_heads_reach_back_through_a_list(find: Finder) -> None:
    mentions = found(find, "in the Kursk, Bryansk and Oryol regions")
    assert {m.head for m in mentions.values()} == {Extent.REGION}


def test_roles_reach_forward_through_a_list(find: Finder) -> None:
    mentions = found(find, "launched from Kursk, Bryansk and Millerovo")
    assert {m.role for m in mentions.values()} == {PlaceRole.FROM}


def test_people_of_the_story_are_no_places(find: Finder) -> None:
    assert found(find, "Then Belgorod spoke for an hour.") == {}


@pytest.mark.parametrize("text", ["Moscow said so.", "Russia launched it.", "The Moscow government fell silent."])
def test_parties_that_act_are_no_places(find: Finder, text: str) -> None:
    assert found(find, text) == {}


@pytest.mark.parametrize(
    "text", ["They met in Moscow.", "It flew to Russia.", "It hit targets inside Ukraine and Russia."]
)
def test_parties_after_a_preposition_are_places(find: Finder, text: str) -> None:
    assert found(find, text)


def test_demonyms_are_hints_only(find: Finder) -> None:
    text = "The Ukrainian city of Kharkiv and a Polish truck"
    assert find.countries(text) == ["UA", "PL"]
    assert found(find, text)["Kharkiv"].land == "UA"
    assert list(found(find, text)) == ["Kharkiv"]


def test_an_unknown_name_needs_a_head(find: Finder) -> None:
    assert found(find, "They left the village of Ostrellow.")["Ostrellow"].head == Extent.SETTLEMENT
    assert found(find, "They left Ostrellow.") == {}


def test_a_span_that_is_known_to_be_a_place_is_taken_as_one(find: Finder) -> None:
    text = "American soldiers"
    assert find.mention(text, 0, 8).entries[0].country == "US"
