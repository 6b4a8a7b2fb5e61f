"""What a claim counts: a wave, a whole day, or one place hit."""

from collections.abc import Callable

from onrecord.events.card import Card
from onrecord.records import Claim, Document

Say = Callable[..., tuple[Document, Claim]]
Cards = Callable[..., list[Card]]


def test_a_wave_is_counted_and_an_incident_hits_a_thing(say: Say, cards: Cards) -> None:
    wave, heard, hit, either = cards(
        say("132 drones came.", kind="aerial_attack", figures=(("launched", 132, "drone"),)),
        say("The radar had 130.", kind="aerial_attack", thing="radar", figures=(("launched", 130, "drone"),)),
        say("Drones hit a mill.", kind="aerial_attack", thing="mill"),
        say("Drones came again.", kind="aerial_attack"),
    )
    assert [c.aspect for c in (wave, heard, hit, either)] == ["wave", "wave", "incident", None]
    assert wave.weapons == {"drone"}


def test_a_wave_is_over_several_towns_whatever_is_named_beside_it(say: Say, cards: Cards) -> None:
    shot = (("shot_down", 29, "drone"),)
    many, one = cards(
        say("29 aircraft.", kind="equipment_loss", figures=shot, thing="aircraft", places=("Brin", "Torva")),
        say("29 aircraft at Brin.", kind="equipment_loss", figures=shot, thing="aircraft", places=("Brin",)),
    )
    assert (many.family, many.aspect, one.aspect) == ("aerial", "wave", "incident")


def test_what_set_out_in_a_wave_was_in_the_air(say: Say, cards: Cards) -> None:
    tracks, convoy = cards(
        say("130 tracks.", kind="force_movement", figures=(("launched", 130, "drone"),)),
        say("130 carts.", kind="force_movement", figures=(("deployed", 130, "cart"),)),
    )
    assert (tracks.family, convoy.family) == ("aerial", "movement")


def test_so_many_as_no_one_place_sees_are_of_a_whole_day(say: Say, cards: Cards) -> None:
    day, assault = cards(
        say("53 attacks were beaten off.", kind="ground_clash", figures=(("engagements", 53, "assault"),)),
        say("Two attacks were beaten off.", kind="ground_clash", figures=(("engagements", 2, "assault"),)),
    )
    assert (day.tally, assault.tally) == (True, False)
