from collections.abc import Callable
from datetime import datetime
from math import inf

from msgspec.structs import replace
from tests.events.deck import index

from onrecord.events.card import Card, named, stamp
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


def test_publication_bounds_what_no_words_date(say: Say, cards: Cards) -> None:
    open_, dated, old = cards(
        say("It fell."), say("It fell then.", moment="day 4"), say("It had fallen.", background=True)
    )
    assert not open_.firm and open_.end == stamp(open_.document.published) and open_.end - open_.start == 36 * 3600
    assert dated.firm and dated.end == stamp(dated.document.published) + 3600, "it happened before it was told"
    assert old.start == -inf


def test_a_wave_is_counted_and_an_incident_hits_a_thing(say: Say, cards: Cards) -> None:
    wave, hit, either = cards(
        say("132 drones came.", kind="aerial_attack", figures=(("launched", 132, "drone"),)),
        say("Drones hit a mill.", kind="aerial_attack", thing="mill"),
        say("Drones came again.", kind="aerial_attack"),
    )
    assert (wave.aspect, hit.aspect, either.aspect) == ("wave", "incident", None)
    assert wave.weapons == {"drone"}


def test_cards_come_by_publication_and_orphans_are_left_out(say: Say, story: Story) -> None:
    late, early = say("Late.", at="05T09:00"), say("Early.", at="04T09:00")
    view = View(
        cutoff=datetime(2031, 5, 9),
        documents=(late[0], early[0]),
        claims=(late[1], early[1], replace(late[1], id="", document="d-0")),
    )
    assert [c.id for c in index(view, story)] == [early[1].id, late[1].id]


def test_an_instant_without_zone_does_not_depend_on_the_machine() -> None:
    assert stamp(datetime(1970, 1, 2)) == 86400.0
    assert stamp(None) == inf


def test_the_hour_of_a_count_is_not_the_hour_of_a_flood(say: Say, cards: Cards) -> None:
    toll, strike = cards(
        say("Seven dead as of then.", kind="casualty_toll", moment="4 07-08"),
        say("It was hit.", "post", kind="strike_impact", moment="4 05-06"),
    )
    assert not toll.firm and toll.end - toll.start == 36 * 3600
    assert strike.firm and strike.end - strike.start == 5 * 3600, "a clock may be off by two hours"


def test_an_account_runs_on_in_its_own_time(say: Say, cards: Cards) -> None:
    text = "In the night drones came. 80 of them were shot down."
    first, then = cards(
        say("In the night drones came.", "air", "aerial_attack", within=text, moment="night 4", agent="Borland"),
        say("80 of them were shot down.", "air", "interception", within=text, figures=(("shot_down", 80, "drone"),)),
    )
    assert (then.start, then.end, then.firm) == (first.start, first.end, True)
    assert then.sides == first.sides


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
