import pytest

from onrecord.claims.mention import Mention
from onrecord.claims.toponyms import Finder
from onrecord.records import Extent


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
        "A Burevestnik missile was tested.",
        "The destroyer USS Belgorod fired.",
        "A Pantsir burned.",
        "The Saratov burned at the pier.",
        "Zaluzhny resigned.",
    ],
)
def test_units_ships_people_and_bodies_are_no_places(find: Finder, text: str) -> None:
    assert found(find, text) == {}


def test_what_is_done_with_an_arm_is_told_of_a_place(find: Finder) -> None:
    assert list(found(find, "A Burevestnik drone attack failed.")) == ["Burevestnik"]


def test_a_name_by_which_a_city_is_hardly_known_is_no_part_of_another(find: Finder) -> None:
    assert found(find, "Troops retook Adan Gurtey.") == {}
    assert list(found(find, "Fans left Kiev Arena.")) == ["Kiev"]


def test_an_english_word_is_a_place_in_the_region_that_follows(find: Finder) -> None:
    assert list(found(find, "They fled Hazard in Kentucky.")) == ["Hazard", "Kentucky"]
    assert list(found(find, "They fled Hazard in Alaska.")) == ["Alaska"]


def test_a_name_before_a_civic_word_is_still_a_place(find: Finder) -> None:
    assert list(found(find, "Sumy City Council met.")) == ["Sumy"]


@pytest.mark.parametrize(
    "text",
    ["The mayor of Cherkasy said two people died.", "The governor of the northern region of Cherkasy said two died."],
)
def test_where_a_speaker_sits_is_a_place(find: Finder, text: str) -> None:
    assert [m.key for m in find(text)] == ["cherkasy"]


@pytest.mark.parametrize(
    "text",
    [
        "Troops fired across the Line of Control.",
        "Drones flew over the Central Federal District.",
        "Coastal troops of the Northern Fleet stayed.",
    ],
)
def test_lines_fleets_and_districts_without_a_name_are_no_places(find: Finder, text: str) -> None:
    assert not find(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Water from the Chenab reached villages.", "Chenab"),
        ("The French Broad flooded a town.", "French Broad"),
        ("The Guaiba reached the market.", "Guaiba"),
    ],
)
def test_a_river_that_is_known_with_the_word_for_it_is_one_after_the_article(
    find: Finder, text: str, name: str
) -> None:
    mention = found(find, text)[name]
    assert mention.head == Extent.FEATURE and all(e.kind == Extent.FEATURE for e in mention.entries)


@pytest.mark.parametrize(
    "text",
    ["The Russian was arrested.", "The Green was beaten.", "The Peace was signed.", "The Negro was free."],
)
def test_what_is_one_of_a_people_or_an_english_word_is_no_river_without_its_deeds(find: Finder, text: str) -> None:
    assert found(find, text) == {}


def test_an_english_word_that_does_what_rivers_do_is_one(find: Finder) -> None:
    assert found(find, "The Feather rose by a metre.")["Feather"].head == Extent.FEATURE


def test_after_the_article_a_town_may_say_of_what_kind_the_next_word_is(find: Finder) -> None:
    assert found(find, "The Kabul talks ended.")["Kabul"].head is None
    assert found(find, "The French army left.") == {}


def test_a_place_after_an_article_may_burn_if_it_has_one(find: Finder) -> None:
    assert list(found(find, "A Kherson school burned.")) == ["Kherson"]
    assert list(found(find, "The Donbas burned.")) == ["Donbas"]


@pytest.mark.parametrize(
    "text", ["The Kherson left bank burned.", "The Mosul red zone was shut.", "The Kherson hit list grew."]
)
def test_what_there_is_of_a_town_after_an_article_leaves_it_one(find: Finder, text: str) -> None:
    assert len(found(find, text)) == 1


def test_a_country_after_one_is_still_a_country(find: Finder) -> None:
    assert list(found(find, "They fear a Syria in ruins.")) == ["Syria"]
    assert found(find, "They fear a Kherson in ruins.") == {}


def test_people_from_a_town_may_walk_and_fly_and_visit(find: Finder) -> None:
    assert list(found(find, "Children from Bucha visited Lviv.")) == ["Bucha", "Lviv"]
    assert list(found(find, "Families in Kherson recalled the flood.")) == ["Kherson"]
    assert list(found(find, "Bucha visited Lviv.")) == ["Lviv"]
