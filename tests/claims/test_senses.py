from datetime import date

from onrecord.claims.gazetteer import Gazetteer
from onrecord.claims.places import Locator
from onrecord.claims.senses import inside, senses
from onrecord.claims.toponyms import Finder
from onrecord.records import Extent, Story

STORY = Story(title="t", first_day=date(2022, 2, 24), time_zone="UTC", countries=("UA",))
GAZETTEER = Gazetteer.open()
FIND = Finder(STORY, GAZETTEER)
TWO = "Shells fell on Bilohorivka in Luhansk region and on Bilohorivka in Donetsk region."


def count(text: str, key: str) -> int:
    mentions = FIND(text)
    told = senses(text, mentions, {"UA"})
    return len({id(s) for m, s in zip(mentions, told, strict=True) if m.key == key})


def test_a_name_has_one_sense_in_a_document() -> None:
    assert count("Shells fell on Bilohorivka, Luhansk region. Bilohorivka burned.", "bilohorivka") == 1


def test_a_name_that_is_said_to_lie_in_two_regions_has_two() -> None:
    assert count(TWO, "bilohorivka") == 2
    places = Locator(STORY, GAZETTEER).places(TWO)
    assert [p.region for p in places if p.name == "Bilohorivka"] == ["Luhansk", "Donetsk"]


def test_a_name_of_which_it_is_not_said_is_neither_of_the_two() -> None:
    assert count(f"{TWO} Bilohorivka burned.", "bilohorivka") == 3


def test_the_order_in_which_it_is_said_does_not_matter() -> None:
    assert count("Bilohorivka burned. Shells fell on Bilohorivka in Luhansk region.", "bilohorivka") == 1


def test_a_town_lies_in_its_region_and_country_and_not_in_another() -> None:
    town = next(e for e in GAZETTEER.named("bilohorivka") if e.region == "Luhansk")
    held = {
        e.region: inside(town, e)
        for e in GAZETTEER.named("luhansk") + GAZETTEER.named("sumy")
        if e.kind == Extent.REGION
    }
    assert held == {"Luhansk": True, "Sumy": False}
    assert inside(town, GAZETTEER.named("ukraine")[0]) and not inside(town, GAZETTEER.named("poland")[0])
