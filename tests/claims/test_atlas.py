from datetime import date

import pytest

from onrecord.claims.atlas import Atlas
from onrecord.claims.gazetteer import Gazetteer
from onrecord.claims.places import Locator
from onrecord.records import Place, Site, Story


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.open()


def first(gazetteer: Gazetteer, text: str, *sites: Site) -> Place:
    story = Story(title="t", first_day=date(2022, 2, 24), time_zone="UTC", countries=("UA",), sites=sites)
    return Locator(story, gazetteer).places(text)[0]


def test_a_site_wins_over_the_gazetteer(gazetteer: Gazetteer) -> None:
    own = Site(name="Kharkiv", country="UA", lat=1.0, lon=2.0)
    assert first(gazetteer, "Shells hit Kharkiv.", own).lat == 1.0


def test_the_later_site_wins_where_both_are_one_place(gazetteer: Gazetteer) -> None:
    atlas = Atlas([Site(name="Quell"), Site(name="Quell", precision="front")], gazetteer)
    assert atlas.sites["quell"].precision == "front"


def test_sites_of_one_name_are_told_apart(gazetteer: Gazetteer) -> None:
    two = [Site(name="Ostrell", country="UA", region=r, lat=n, lon=35.0) for r, n in (("Sumy", 51.0), ("Odesa", 46.0))]
    assert first(gazetteer, "Shells hit Ostrell.", *two).lat is None
    assert first(gazetteer, "Shells hit Ostrell in Sumy region.", *two).lat == 51.0


def test_a_place_that_does_not_win_stands_among_its_namesakes(gazetteer: Gazetteer) -> None:
    own = Site(name="Kharkiv", country="UA", region="Odesa", lat=46.5, lon=30.0, wins=False)
    assert first(gazetteer, "Shells hit Kharkiv.", own).region == "Kharkiv"
    assert first(gazetteer, "Shells hit Kharkiv in Odesa region.", own).lat == 46.5


def test_a_place_that_the_gazetteer_has_is_not_told_twice(gazetteer: Gazetteer) -> None:
    known = gazetteer.named("sudzha")
    again = Site(name="Sudzha", country="RU", region="Kursk", lat=51.19, lon=35.27, wins=False)
    assert Atlas([again], gazetteer).named("sudzha") == known


BASE = Site(name="Ostrell air base", precision="point", lat=1.0, lon=2.0)
BAY = Site(name="Gulf of Ostrell", precision="feature")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Drones hit the Ostrell air base twice.", "Ostrell air base"),
        ("Drones left from Ostrell at noon.", "Ostrell air base"),
        ("Nine fell over the Gulf at noon.", "Gulf of Ostrell"),
    ],
)
def test_a_site_is_found_by_its_whole_name_and_by_what_it_is_called_for_short(
    gazetteer: Gazetteer, text: str, name: str
) -> None:
    assert first(gazetteer, text, BASE, BAY).name == name


def test_a_part_of_a_name_calls_nothing_else(gazetteer: Gazetteer) -> None:
    story = Story(title="t", first_day=date(2022, 2, 24), time_zone="UTC", countries=("UA",), sites=(BASE, BAY))
    text = "The Ostrell Front and the Ostrell-bound flights were silent, as was a gulf."
    assert Locator(story, gazetteer).places(text) == ()
    assert Atlas([BASE, Site(name="Ostrell dam")], gazetteer).short == {}
