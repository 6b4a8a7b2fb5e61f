from datetime import date

import pytest

from onrecord.claims.beside import holders, neighbour
from onrecord.claims.gazetteer import Gazetteer
from onrecord.claims.places import Locator
from onrecord.claims.toponyms import Finder
from onrecord.records import Place, Story

STORY = Story(title="t", first_day=date(2022, 2, 24), time_zone="UTC", countries=("UA", "RU"))
GAZETTEER = Gazetteer.open()
FIND = Finder(STORY, GAZETTEER)
LOCATOR = Locator(STORY, GAZETTEER)


def first(text: str) -> Place:
    return LOCATOR.places(text)[0]


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("Sudzha, Kursk region, was hit.", ["Kursk Oblast"]),
        ("Sudzha in Kursk region was hit.", ["Kursk Oblast"]),
        ("Donetsk in Russia's Rostov region was hit.", ["Russia", "Rostov"]),
        ("Druzhba, Shostka district, Sumy region, was hit.", ["Sumy"]),
        ("Sudzha was hit, and so was Kursk region.", []),
        ("Drones hit Donetsk, Russia's defence ministry said.", []),
        ("Drones hit Sudzha, Russia’s army said in Kursk.", []),
    ],
)
def test_what_stands_in_apposition_holds_a_name(text: str, held: list[str]) -> None:
    found = {e.name for e, full in holders(text, FIND(text), 0) if full}
    assert found >= set(held) and bool(found) == bool(held)


@pytest.mark.parametrize(
    "between",
    [" near ", ", west of ", ", 12 km north-east of ", " on the edge of ", ", a village near the town of "],
)
def test_a_name_may_lie_near_another(between: str) -> None:
    text = f"Shells fell on Ivanivske{between}Bakhmut."
    assert neighbour(text, FIND(text), 0) == 1


def test_who_says_so_does_not_hold_a_place() -> None:
    place = first("Drones hit Donetsk region, Russia's defence ministry said.")
    assert (place.country, place.region, place.precision) == ("UA", "Donetsk", "region")


def test_nothing_is_near_what_only_follows() -> None:
    text = "Shells fell on Ivanivske and on Bakhmut."
    assert neighbour(text, FIND(text), 0) is None and neighbour(text, FIND(text), 1) is None


def test_the_namesake_near_by_is_meant() -> None:
    assert first("They held Mykolaivka near Sloviansk.").region == "Donetsk"
    assert first("They held Ivanivske, west of Bakhmut.").lat is not None


def test_a_namesake_far_away_is_not_meant() -> None:
    place = first("They held Stepove, north of Avdiivka.")
    assert place.lat is None and place.candidates
