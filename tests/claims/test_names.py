from datetime import date

import pytest

from onrecord.claims.capitals import runs
from onrecord.claims.gazetteer import Gazetteer
from onrecord.claims.names import Names
from onrecord.records import Extent, Story, Style


@pytest.fixture(scope="module")
def names() -> Names:
    story = Story(
        title="t", first_day=date(2022, 2, 24), time_zone="UTC", countries=("UA", "RU"),
        style=Style(spellings={"Lyman": "Krasny Liman"}),
    )  # fmt: skip
    return Names(story, Gazetteer.open())


def test_a_press_abbreviation_is_a_state(names: Names) -> None:
    assert {e.kind for e in names.entries("Mo.", "mo")} == {Extent.REGION}


def test_a_title_and_a_demonym_are_no_names_and_a_word_is_one_only_of_a_city(names: Names) -> None:
    assert (
        names.entries("General", "general") == names.entries("Polish", "polish") == names.entries("Best", "best") == ()
    )
    assert names.entries("Reading", "reading")


def test_a_story_that_spells_a_name_its_way_means_the_places_that_have_both(names: Names) -> None:
    assert {e.region for e in names.entries("Lyman", "lyman")} == {"Donetsk"}


def test_other_spellings_are_looked_for_in_the_countries_of_the_story(names: Names) -> None:
    assert [e.name for e in names.alike("huliaypole", ())][:1] == ["Hulyaypole"]
    assert names.alike("kyiv", ()) == ()


def test_a_word_that_is_neither_english_nor_a_place_is_strange(names: Names) -> None:
    assert [w.text for run in runs("Xyzzor met Sumy Police") for w in run if names.strange(w)] == ["Xyzzor"]
