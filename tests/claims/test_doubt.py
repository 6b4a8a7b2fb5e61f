from datetime import date

import pytest

from onrecord.claims.doubt import leading, stray, sure
from onrecord.claims.gazetteer import Entry, Gazetteer
from onrecord.claims.places import Locator
from onrecord.claims.senses import Scored
from onrecord.records import Extent, Place, Story

GAZETTEER = Gazetteer.open()


def entry(id_: int, lat: float, lon: float, weight: int = 100, country: str = "UA") -> Entry:
    return Entry(id_, "x", Extent.SETTLEMENT, country, None, id_, lat, lon, weight, False)


HERE, NEAR, FAR = entry(1, 50, 30), entry(2, 50.1, 30.1), entry(3, 48, 38)


def only(text: str, *countries: str) -> Place:
    story = Story(title="t", first_day=date(2022, 2, 24), time_zone="UTC", countries=countries)
    (place,) = Locator(story, GAZETTEER).places(text)
    return place


def test_two_far_namesakes_of_one_score_are_a_dilemma_and_two_near_ones_are_not() -> None:
    assert sure([Scored(HERE, 0.5), Scored(NEAR, 0.5)])
    assert not sure([Scored(HERE, 0.5), Scored(FAR, 0.49)])
    assert sure([Scored(HERE, 2.0, ("named with Donetsk",)), Scored(FAR, 0.5)])


def test_a_small_town_for_which_only_size_speaks_must_lead_further() -> None:
    large = entry(1, 50, 30, 200_000)
    assert len(leading([Scored(HERE, 0.5), Scored(FAR, 0.4)])) == 2
    assert len(leading([Scored(large, 0.5), Scored(FAR, 0.4)])) == 1


def test_a_small_town_far_from_the_storys_countries_is_a_stray() -> None:
    far, city = entry(1, 10, 8, 5_000, "NG"), entry(1, 10, 8, 900_000, "NG")
    assert stray("soba", [Scored(far, 0.5)], ("SD",), GAZETTEER)
    assert not stray("soba", [Scored(city, 0.5)], ("SD",), GAZETTEER)
    assert not stray("soba", [Scored(far, 0.5)], (), GAZETTEER)
    assert not stray("soba", [Scored(far, 0.5, ("called NG just before",))], ("SD",), GAZETTEER)


@pytest.mark.parametrize("name", ["Spornoye", "Priyutnoye"])
def test_a_village_of_a_common_name_deep_in_one_of_two_lands_is_left_open(name: str) -> None:
    place = only(f"Shells fell on {name} after dark.", "UA", "RU")
    assert place.lat is None and place.candidates and "far from where the story plays" in place.reason


@pytest.mark.parametrize("name", ["Burlatskoye", "Voskresenske"])
def test_of_two_villages_that_the_size_of_one_is_unknown_says_nothing(name: str) -> None:
    place = only(f"Shells fell on {name} after dark.", "UA", "RU")
    assert place.lat is None and "fit equally well" in place.reason


def test_what_the_text_speaks_for_rivals_what_only_the_story_does() -> None:
    assert only("Bulgaria sent barges from Nikopol.", "UA", "RU").lat is None
    assert only("Barges came from Nikopol.", "UA", "RU").country == "UA"


def test_a_namesake_far_from_what_a_name_is_said_to_be_near_is_not_the_one() -> None:
    story = Story(title="t", first_day=date(2022, 2, 24), time_zone="UTC")
    mati, _ = Locator(story, GAZETTEER).places("Fires burned in Mati, east of Athens.")
    assert mati.lat is None and mati.candidates
    paiporta, _ = Locator(story, GAZETTEER).places("Mud buried Paiporta, south of Valencia.")
    assert paiporta.country == "ES"


@pytest.mark.parametrize(
    ("text", "country", "region"),
    [
        ("Fires burned Mati in Attica.", "GR", "Attica"),
        ("Mud buried villages in Agam, West Sumatra.", "ID", "West Sumatra"),
        ("Floods hit Sibi in Balochistan.", "PK", "Balochistan"),
    ],
)
def test_no_place_is_one_that_lies_where_the_text_does_not_say(text: str, country: str, region: str) -> None:
    story = Story(title="t", first_day=date(2022, 2, 24), time_zone="UTC")
    place, _ = Locator(story, GAZETTEER).places(text)
    assert (place.country, place.region) == (country, region)
    assert (place.lat is None) == (place.name != "Sibi")


def test_where_those_from_a_place_are_says_nothing_of_where_it_lies() -> None:
    story = Story(title="t", first_day=date(2022, 2, 24), time_zone="UTC")
    where = Locator(story, GAZETTEER).places
    assert where("Shells hit troops from Pskov in Ukraine.")[0].country == "RU"
    lost = where("Shells hit Pskov in Ukraine.")[0]
    assert (lost.country, lost.lat) == ("UA", None) and "said to hold it" in lost.reason


def test_a_country_that_acts_after_a_comma_holds_no_place() -> None:
    story = Story(title="t", first_day=date(2022, 2, 24), time_zone="UTC")
    assert Locator(story, GAZETTEER).places("In Sudzha, Ukraine hit a school.")[0].region == "Kursk Oblast"


def test_a_district_named_without_the_word_for_it_has_no_point() -> None:
    bare, told = only("Rebels took Masisi.", "CD"), only("Rebels took Masisi territory district.", "CD")
    assert (bare.region, bare.lat) == ("North Kivu", None) and "which is not told" in bare.reason
    assert only("Crops were lost in Dadu district.", "PK").lat is not None and told.country == "CD"
    assert only("Crops were lost in Orange County.", "US").country == "US"
