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


def test_cards_come_by_publication_and_orphans_are_left_out(say: Say, story: Story) -> None:
    late, early = say("Late.", at="05T09:00"), say("Early.", at="04T09:00")
    view = View(
        cutoff=datetime(2031, 5, 9),
        documents=(late[0], early[0]),
        claims=(late[1], early[1], replace(late[1], id="", document="d-0")),
    )
    assert [c.id for c in index(view, story)] == [early[1].id, late[1].id]
