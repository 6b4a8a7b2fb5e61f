from collections.abc import Callable
from datetime import datetime

from msgspec.structs import replace
from tests.events.deck import index

from onrecord.events.card import Card, named
from onrecord.records import Claim, Document, Story, View

Said = tuple[Document, Claim]
Say = Callable[..., Said]
Cards = Callable[..., list[Card]]


def test_officials_are_nobody_in_particular() -> None:
    assert named("Governor Ilm Taro") and named("the Averian air force")
    assert not named("local officials") and not named("Witnesses") and not named("two military sources")


def test_a_channel_speaks_for_its_body(say: Say, cards: Cards) -> None:
    own, quoted, paper = cards(
        say("We held.", "air"), say("They fell.", "air", speaker="Governor Ilm Taro"), say("So.", "post")
    )
    assert (own.speaker, own.party) == ("Averia's air force", "Averia")
    assert (quoted.speaker, quoted.party) == ("Governor Ilm Taro", "Borland")
    assert (paper.speaker, paper.party, paper.publisher) == ("", None, "post")


def test_a_wave_is_counted_and_an_incident_hits_a_thing(say: Say, cards: Cards) -> None:
    wave, heard, hit, either = cards(
        say("132 drones came.", kind="aerial_attack", figures=(("launched", 132, "drone"),)),
        say("The radar had 130.", kind="aerial_attack", thing="radar", figures=(("launched", 130, "drone"),)),
        say("Drones hit a mill.", kind="aerial_attack", thing="mill"),
        say("Drones came again.", kind="aerial_attack"),
    )
    assert [c.aspect for c in (wave, heard, hit, either)] == ["wave", "wave", "incident", None]
    assert wave.weapons == {"drone"}


def test_cards_come_by_publication_and_orphans_are_left_out(say: Say, story: Story) -> None:
    late, early = say("Late.", at="05T09:00"), say("Early.", at="04T09:00")
    view = View(
        cutoff=datetime(2031, 5, 9),
        documents=(late[0], early[0]),
        claims=(late[1], early[1], replace(late[1], id="", document="d-0")),
    )
    assert [c.id for c in index(view, story)] == [early[1].id, late[1].id]


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
