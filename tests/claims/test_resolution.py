from datetime import date

import pytest

from onrecord.claims.gazetteer import Entry, Gazetteer, distance
from onrecord.claims.resolution import resolve
from onrecord.claims.toponyms import Finder
from onrecord.records import Extent, Story

STORY = Story(title="t", first_day=date(2022, 2, 24), time_zone="UTC")


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.open()


def best(gazetteer: Gazetteer, text: str, key: str, scope: tuple[str, ...] = ()) -> Entry:
    find = Finder(STORY, gazetteer)
    mentions = find(text)
    scored = resolve(text, mentions, find.countries(text), scope, gazetteer)
    return next(s for m, s in zip(mentions, scored, strict=True) if m.key == key)[0].entry


def test_size_decides_where_nothing_else_does(gazetteer: Gazetteer) -> None:
    assert best(gazetteer, "It rained in London.", "london").country == "GB"


def test_apposition_beats_size(gazetteer: Gazetteer) -> None:
    assert best(gazetteer, "It rained in London, Ontario.", "london").country == "CA"


def test_the_company_of_other_places_beats_size(gazetteer: Gazetteer) -> None:
    text = "It rained in Lexington, Louisville, Frankfort and Bowling Green, all in Kentucky. Paris stayed dry."
    assert best(gazetteer, text, "paris").country == "US"


def test_the_countries_of_the_story_beat_size(gazetteer: Gazetteer) -> None:
    assert best(gazetteer, "It rained in Donetsk.", "donetsk", ("UA", "RU")).country == "UA"
    assert best(gazetteer, "It rained in Valencia.", "valencia", ("VE",)).country == "VE"


def test_a_demonym_just_before_decides(gazetteer: Gazetteer) -> None:
    assert best(gazetteer, "It rained in the Lebanese city of Tripoli.", "tripoli").country == "LB"


def entry(id_: int, lat: float, lon: float) -> Entry:
    return Entry(id_, "x", Extent.SETTLEMENT, "UA", None, id_, lat, lon, 100, False)


def test_a_town_of_unknown_size_does_not_take_a_citys_name(gazetteer: Gazetteer) -> None:
    text = "It rained in Beryslav, Kakhovka, Kherson and Zaporizhzhia."
    assert best(gazetteer, text, "zaporizhzhia", ("UA",)).region == "Zaporizhzhia"


def test_a_city_does_not_take_the_name_that_it_once_had(gazetteer: Gazetteer) -> None:
    assert best(gazetteer, "It rained in Oleksandrivka.", "oleksandrivka", ("UA",)).name != "Donetsk"


def test_a_small_town_deep_in_one_of_the_storys_countries_is_seldom_meant(gazetteer: Gazetteer) -> None:
    assert best(gazetteer, "It rained in Volchansk.", "volchansk", ("UA", "RU")).region == "Kharkiv"
    assert best(gazetteer, "It rained in Volchansk.", "volchansk", ("RU",)).region == "Sverdlovsk Oblast"


def test_distance_is_in_kilometres() -> None:
    assert distance(entry(1, 50.45, 30.52), entry(2, 55.75, 37.62)) == pytest.approx(756, abs=5)
    assert distance(entry(1, 50.45, 30.52), entry(2, 50, 30)._replace(lat=None)) == float("inf")
