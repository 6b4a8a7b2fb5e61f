from collections.abc import Callable

import pytest

from onrecord.events.breadth import regions, wide
from onrecord.events.card import Card
from onrecord.events.veto import bar
from onrecord.records import Claim, Document

Said = tuple[Document, Claim]
Say = Callable[..., Said]
Cards = Callable[..., list[Card]]


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("At least 20 civilians were killed across the country.", True),
        ("Sirens sounded nationwide and 20 were hurt.", True),
        ("A road across country fields was closed.", False),
        ("The fire spread across the county.", False),
    ],
)
def test_words_say_that_the_whole_land_is_meant(say: Say, cards: Cards, text: str, whole: bool) -> None:
    (card,) = cards(say(text, kind="casualty_toll"))
    assert wide(card) is whole


def test_what_names_its_own_town_is_there_and_not_across_the_land(say: Say, cards: Cards) -> None:
    (card,) = cards(say("Of 20 killed nationwide five died in Brin.", kind="casualty_toll", places=("Brin",)))
    assert not wide(card)


def test_a_toll_of_the_land_borrows_no_town(say: Say, cards: Cards) -> None:
    lead, town = "Thirty people were killed across the country.", "A block of flats in Brin was hit."
    whole, hit = cards(
        say(lead, kind="casualty_toll", figures=(("killed", 30),), within=f"{lead} {town}"),
        say(town, kind="strike_impact", places=("Brin",), within=f"{lead} {town}"),
    )
    assert hit.spots and not whole.spots and whole.telling != hit.telling
    after, wide_ = cards(
        say(town, kind="strike_impact", places=("Brin",), within=f"{town} {lead}"),
        say(lead, kind="casualty_toll", figures=(("killed", 30),), within=f"{town} {lead}"),
    )
    assert after.spots and not wide_.spots


def test_the_toll_of_several_regions_is_not_that_of_one(say: Say, cards: Cards) -> None:
    towns = ("Hollow Creek", "Kell region", "Mirra region")
    six = say("Six died in Hollow Creek, Kell and Mirra.", "post", "casualty_toll", places=towns)
    one = say("Two died in Hollow Creek.", "wire", "casualty_toll", places=("Hollow Creek",))
    fire = say("Fires burned in Hollow Creek.", "wire", "strike_impact", places=("Hollow Creek",))
    every, dead, burned = cards(six, one, fire)
    assert regions(every.spots) == 3 and regions(dead.spots) == 1
    assert bar(every, dead) == ("places", "one is of several regions, the other of one")
    assert bar(every, burned) is None
