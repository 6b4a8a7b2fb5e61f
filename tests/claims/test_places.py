import time
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from onrecord.claims.gazetteer import Gazetteer
from onrecord.claims.places import Locator
from onrecord.records import Extent, Party, Place, PlaceRole, Site, Story, Style

GOLDEN = Path(__file__).parents[1] / "golden/places.toml"
GROUPS: list[dict[str, Any]] = tomllib.loads(GOLDEN.read_text(encoding="utf-8"))["group"]
CASES = [(i, *case) for i, group in enumerate(GROUPS) for case in group["cases"]]
NOWHERE = [(i, text) for i, group in enumerate(GROUPS) for text in group["nowhere"]]


@pytest.fixture(scope="module")
def locators() -> list[Locator]:
    gazetteer = Gazetteer.open()
    return [Locator(story(group), gazetteer) for group in GROUPS]


def story(group: dict[str, Any]) -> Story:
    parties = [
        Party(name=name, adjectives=(adjective,), aliases=(alias,), country=country or None)
        for name, adjective, alias, country in group.get("parties", [])
    ]
    sites = [Site(name=n, precision=p, lat=lat, lon=lon) for n, p, lat, lon in group.get("sites", [])]
    return Story(
        title="golden",
        first_day=date(2022, 2, 24),
        time_zone="UTC",
        countries=tuple(group["countries"]),
        parties=tuple(parties),
        sites=tuple(sites),
        style=Style(spellings=group.get("spellings", {})),
    )


@pytest.mark.parametrize("case", CASES, ids=lambda c: f"{c[2]}: {c[1]}")
def test_places_are_what_the_sentence_says(locators: list[Locator], case: tuple[Any, ...]) -> None:
    group, text, toponym, name, country, precision, pin = case
    found = {p.span.of(text): p for p in locators[group].places(text)}
    assert toponym in found
    place = found[toponym]
    assert (place.name, place.country or "", str(place.precision)) == (name, country, precision)
    assert (place.lat is not None) == (pin == "yes")
    assert place.reason


@pytest.mark.parametrize("case", NOWHERE, ids=lambda c: str(c[1]))
def test_people_bodies_and_parties_are_no_places(locators: list[Locator], case: tuple[int, str]) -> None:
    group, text = case
    assert [p.span.of(text) for p in locators[group].places(text)] == []


def one(locators: list[Locator], text: str, toponym: str) -> Place:
    return next(p for p in locators[1].places(text) if p.span.of(text) == toponym)


def test_launch_places_and_goals_have_their_role(locators: list[Locator]) -> None:
    text = "Drones launched from Kursk, Bryansk and Millerovo fell in Sumy; two returned to Russia."
    assert one(locators, text, "Kursk").role == PlaceRole.FROM
    assert one(locators, text, "Millerovo").role == PlaceRole.FROM
    assert one(locators, text, "Sumy").role == PlaceRole.AT
    assert one(locators, text, "Russia").role == PlaceRole.TO


def test_abstaining_lists_the_candidates_and_says_why(locators: list[Locator]) -> None:
    place = one(locators, "Shells fell on Ivanivka on Friday.", "Ivanivka")
    assert place.lat is None and place.geonameid is None
    assert len(place.candidates) > 1
    assert "fit equally well" in place.reason


def test_the_region_in_apposition_decides(locators: list[Locator]) -> None:
    places = [
        one(locators, f"The village of Zhovte, {region} region, was hit.", "Zhovte")
        for region in ("Donetsk", "Luhansk")
    ]
    assert places[0].region != places[1].region
    assert places[0].lat != places[1].lat


def test_one_name_that_stays_open_empties_nothing_else(locators: list[Locator]) -> None:
    text = "Shells fell on Ivanivka and on Kharkiv."
    assert one(locators, text, "Ivanivka").lat is None
    assert one(locators, text, "Kharkiv").lat is not None


def test_a_front_has_no_pin_and_no_id(locators: list[Locator]) -> None:
    place = one(locators, "They fight on the Pokrovsk front.", "Pokrovsk")
    assert (place.precision, place.lat, place.geonameid) == (Extent.FRONT, None, None)
    assert place.candidates


def test_the_same_document_gives_the_same_places(locators: list[Locator]) -> None:
    text = " ".join(c[1] for c in CASES)
    assert locators[1].places(text) == locators[1].places(text)


def test_a_long_line_takes_linear_time(locators: list[Locator]) -> None:
    def seconds(text: str) -> float:
        start = time.process_time()
        locators[0].places(text)
        return time.process_time() - start

    line = "Shelling was heard near Kharkiv and Sumy while Anna Smith of the New Haven Times waited at 10,000 gates. "
    seconds(line)
    assert seconds(line * 800) < 10 * max(0.02, seconds(line * 200))


def test_a_district_called_after_a_town_is_not_the_town(locators: list[Locator]) -> None:
    place = one(locators, "Shelling hit the Shostka district of Sumy region.", "Shostka")
    assert (place.precision, place.region, place.geonameid) == (Extent.DISTRICT, "Sumy", None)


def test_another_spelling_of_a_town_is_the_town(locators: list[Locator]) -> None:
    assert one(locators, "Shells hit Gulyaypole.", "Gulyaypole").region == "Zaporizhzhia"
    assert one(locators, "They shelled the village of Kleshcheevka.", "Kleshcheevka").region == "Donetsk"


@pytest.mark.parametrize(
    "text", ["Units of the Azov brigade rotated.", "The cruiser Moskva sank.", "Lebedev denied it."]
)
def test_units_ships_and_people_are_no_places(locators: list[Locator], text: str) -> None:
    assert locators[1].places(text) == ()


def test_the_ground_of_a_party_is_a_place(locators: list[Locator]) -> None:
    assert one(locators, "A drone flew through Ukraine's airspace.", "Ukraine").country == "UA"


def test_the_stories_spelling_chooses_among_namesakes() -> None:
    told = Story(title="t", first_day=date(2022, 2, 24), time_zone="UTC", countries=("UA", "RU"))
    spelt = Style(spellings={"Krasnoarmeysk": "Pokrovsk"})
    text = "They marched on Krasnoarmeysk."
    gazetteer = Gazetteer.open()
    assert Locator(told, gazetteer).places(text)[0].lat is None
    told = Story(title="t", first_day=told.first_day, time_zone="UTC", countries=told.countries, style=spelt)
    assert Locator(told, gazetteer).places(text)[0].geonameid == 704422


def test_words_that_are_hardly_places_are_so_after_in(locators: list[Locator]) -> None:
    assert one(locators, "Delegates met in Nice on Sunday.", "Nice").country == "FR"
    assert locators[1].places("They found it Nice and quiet, Reading on.") == ()


def test_a_spelling_of_several_words_is_known_by_the_country_that_follows(locators: list[Locator]) -> None:
    found = {p.name: p.region for p in locators[0].places("Crews went to Tal Rifaat in Syria, then to Tal Rifaat.")}
    assert found["Tal Rifaat"] == "Aleppo"
