from collections.abc import Callable

from msgspec.structs import replace
from tests.events.deck import index

from onrecord.events.card import Card, Desk
from onrecord.events.telling import cards as made
from onrecord.records import Claim, Document, Site, Story, View

Said = tuple[Document, Claim]
Say = Callable[..., Said]
Cards = Callable[..., list[Card]]
TEXT = (
    "A rocket hit the mill at Brin. Two of the dead were children. In Torva a roof burned. Nobody was hurt. They talk."
)
FIRST, DEAD, OTHER, NONE, TALKS = (f"{s}." for s in TEXT.rstrip(".").split(". "))


def report(say: Say) -> list[Said]:
    return [
        say(FIRST, kind="strike_impact", places=("Brin",), moment="day 4", within=TEXT),
        say(DEAD, kind="casualty_toll", figures=(("killed", 2),), within=TEXT),
        say(OTHER, kind="strike_impact", places=("Torva",), within=TEXT),
        say(NONE, kind="casualty_toll", figures=(("wounded", 0),), within=TEXT),
        say(TALKS, kind="diplomacy", within=TEXT),
    ]


def test_what_names_no_place_has_that_of_its_account(say: Say, cards: Cards) -> None:
    first, dead, other, none, talks = cards(*report(say))
    assert [c.telling for c in (first, dead, other, none)] == [0, 0, 1, 1] and talks.telling == 2
    assert dead.spots == first.spots and none.spots == other.spots and not talks.spots
    assert dead.firm and (dead.start, dead.end) == (first.start, first.end)
    assert (dead.prior, first.prior, other.prior) == (first.id, "", "")


def test_the_order_of_claims_changes_no_account(say: Say, view: Callable[..., View], story: Story) -> None:
    told = report(say)
    assert [(c.id, c.telling) for c in index(view(*told), story)] == [
        (c.id, c.telling) for c in index(view(*reversed(told)), story)
    ]


def test_talk_neither_lends_nor_borrows_a_place(say: Say, cards: Cards) -> None:
    text = "It could not be verified at Brin. A rocket fell. It could not be checked."
    first, fell, last = cards(
        say("It could not be verified at Brin.", kind="information", places=("Brin",), within=text),
        say("A rocket fell.", kind="strike_impact", within=text),
        say("It could not be checked.", kind="information", within=text),
    )
    assert first.spots and not fell.spots and not last.spots


def test_an_account_without_a_place_is_set_where_its_headline_is(say: Say, story: Story) -> None:
    document, claim = say("Six bodies were found.", kind="casualty_toll")
    known = replace(story, sites=(Site(name="Brin", precision="settlement", region="Lund"),))
    (card,) = made(Desk(known), replace(document, title="Brin: what is left", id=""), [claim])
    assert [s.name for s in card.spots] == ["brin"]
    (bare,) = made(Desk(known), document, [claim])
    assert not bare.spots


def test_a_count_put_right_reaches_back_for_days(say: Say, cards: Cards) -> None:
    text = "The ministry lowered the toll. Twelve people died."
    first, then = cards(
        say("The ministry lowered the toll.", kind="casualty_toll", within=text),
        say("Twelve people died.", kind="casualty_toll", within=text),
    )
    assert first.end - first.start >= 150 * 3600 and then.end - then.start >= 150 * 3600


def test_another_cause_given_with_a_denial_is_no_other_deed(say: Say, cards: Cards) -> None:
    text = "It had not fired. An interceptor had gone astray."
    ministry = "Borland's defence ministry"
    _, astray = cards(
        say("It had not fired.", kind="strike_impact", stance="denied", speaker=ministry, within=text),
        say("An interceptor had gone astray.", kind="strike_impact", agent="Averia", speaker=ministry, within=text),
    )
    assert astray.sides.attacker is None
