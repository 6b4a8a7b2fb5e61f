from datetime import date

import pytest

from onrecord.claims.gazetteer import Entry, Gazetteer, distance
from onrecord.claims.resolution import Scored, resolve, sure
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


def test_two_far_namesakes_of_one_score_are_a_dilemma_and_two_near_ones_are_not() -> None:
    here, near, far = entry(1, 50, 30), entry(2, 50.1, 30.1), entry(3, 48, 38)
    assert sure([Scored(here, 0.5), Scored(near, 0.5)])
    assert not sure([Scored(here, 0.5), Scored(far, 0.49)])
    assert sure([Scored(here, 2.0, ("named with Donetsk",)), Scored(far, 0.5)])


def test_distance_is_in_kilometres() -> None:
    assert distance(entry(1, 50.45, 30.52), entry(2, 55.75, 37.62)) == pytest.approx(756, abs=5)
    assert distance(entry(1, 50.45, 30.52), entry(2, 50, 30)._replace(lat=None)) == float("inf")
