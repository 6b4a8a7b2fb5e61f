from datetime import date

import pytest

from onrecord.claims.gazetteer import Gazetteer
from onrecord.claims.mention import Mention
from onrecord.claims.toponyms import Finder
from onrecord.records import Party, Person, Site, Story

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


def test_people_of_the_story_are_no_places(find: Finder) -> None:
    assert found(find, "Then Belgorod spoke for an hour.") == {}


@pytest.mark.parametrize(
    "text",
    [
        "The Azov brigade held.",
        "They sank the cruiser Moskva.",
        "Anna Lyman wrote a book.",
        "It was in the Kyiv Post.",
        "It cost Kursk$ 40.",
    ],
)
def test_units_ships_people_and_bodies_are_no_places(find: Finder, text: str) -> None:
    assert found(find, text) == {}


def test_a_name_before_a_civic_word_is_still_a_place(find: Finder) -> None:
    assert list(found(find, "Sumy City Council met.")) == ["Sumy"]
