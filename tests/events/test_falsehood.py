from collections.abc import Callable

from onrecord.events import link
from onrecord.events.card import Card
from onrecord.events.falsehood import spread
from onrecord.records import Claim, Document, Story, VerdictKind, View

Said = tuple[Document, Claim]
Say = Callable[..., Said]
Cards = Callable[..., list[Card]]


def hoax(say: Say) -> list[Said]:
    dead = (("killed", 30),)
    return [
        say("A gas cloud over Brin killed 30 people.", "post", "casualty_toll", places=("Brin",), figures=dead),
        say("A gas cloud over Brin killed 30.", "wire", "casualty_toll", places=("Brin",), figures=dead, debunked=True),
        say("Seven were treated at Brin.", "herald", "casualty_toll", places=("Brin",), figures=(("wounded", 7),)),
    ]


def test_what_one_report_calls_false_is_false_in_all(say: Say, cards: Cards) -> None:
    told = cards(*hoax(say))
    assert [c.claim.debunked for c in spread(told)] == [True, True, False]
    assert spread(told[2:]) == told[2:]


def test_a_denial_of_it_stands(say: Say, cards: Cards) -> None:
    _, false, _ = cards(*hoax(say))
    (denial,) = cards(say("A gas cloud over Brin killed 30.", "mod", "casualty_toll", stance="denied"))
    assert not spread([false, denial])[1].claim.debunked


def test_a_falsehood_gives_no_figure(say: Say, view: Callable[..., View], story: Story) -> None:
    events = link(view(*hoax(say)[:2]), story)
    assert not [p for e in events for p in e.positions]
    assert {v.kind for e in events for v in e.verdicts} == {VerdictKind.SINGLE}


def test_with_a_falsehood_falls_what_its_teller_says_along_with_it(say: Say, cards: Cards) -> None:
    text = "A whole guild gave up. 600 carters walked over at Brin."
    gave, walked, refuted, apart = cards(
        say("A whole guild gave up.", "post", "territory_change", within=text),
        say(
            "600 carters walked over at Brin.", "post", "detention_exchange", figures=(("captured", 600),), within=text
        ),
        say("600 walked over.", "herald", "detention_exchange", figures=(("captured", 600),), debunked=True),
        say("Brin lies behind the hills.", "herald", "territory_change"),
    )
    assert [c.claim.debunked for c in spread([gave, walked, refuted, apart])] == [True, True, True, False]


def test_of_voices_without_a_name_each_stands_for_itself(say: Say, cards: Cards) -> None:
    text = "600 carters walked over at Brin, officials said. Nine people died there, residents said."
    walked, died, refuted = cards(
        say(
            "600 carters walked over at Brin", "post", "detention_exchange", speaker="officials",
            figures=(("captured", 600),), within=text,
        ),
        say(
            "Nine people died there", "post", "casualty_toll", speaker="residents",
            figures=(("killed", 9),), within=text,
        ),
        say("600 walked over.", "herald", "detention_exchange", figures=(("captured", 600),), debunked=True),
    )  # fmt: skip
    assert [c.claim.debunked for c in spread([walked, died, refuted])] == [True, False, True]


def test_what_says_more_than_is_called_false_is_false_too(say: Say, cards: Cards) -> None:
    whole, other, false = cards(
        say("The dam above the old city of Brin has burst after a missile strike at dawn.", "post", "disaster"),
        say("The water works of Brin stand still.", "post", "infrastructure_effect"),
        say("The dam of Brin has burst.", "herald", "disaster", debunked=True),
    )
    assert [c.claim.debunked for c in spread([whole, false])] == [True, True]
    assert [c.claim.debunked for c in spread([other, false])] == [False, True]


def test_what_a_party_calls_false_makes_nothing_false(say: Say, cards: Cards) -> None:
    (told,) = cards(say("The dam of Brin has burst.", "post", "disaster"))
    said = {"speaker": "Borland's defence ministry", "debunked": True}
    (denied,) = cards(say("The dam of Brin has burst.", "herald", "disaster", **said))
    assert denied.party is not None
    assert not spread([told, denied])[0].claim.debunked


def test_a_figure_falls_with_the_words_and_the_doer_that_are_false(say: Say, cards: Cards) -> None:
    """That their own gunners killed 12 is false; that 12 were killed is not, and nor is another twelve."""
    dead = (("killed", 12),)
    toll, own, other, false = cards(
        say("12 people were killed at the market.", "wire", "casualty_toll", figures=dead),
        say("Averia's own gunners killed 12 at the market.", "post", "casualty_toll", figures=dead, agent="Averia"),
        say("A ferry sank with 12 on board, all killed.", "gazette", "casualty_toll", figures=dead, agent="Averia"),
        say(
            "Averia's own gunners killed 12 at the market.", "herald", "casualty_toll", figures=dead, agent="Averia",
            debunked=True,
        ),
    )  # fmt: skip
    assert [c.claim.debunked for c in spread([toll, own, other, false])] == [False, True, False, True]


def test_a_large_figure_is_known_in_other_words(say: Say, cards: Cards) -> None:
    gave = (("captured", 600),)
    told, false = cards(
        say("600 men of a regiment, taken without a shot.", "post", "detention_exchange", figures=gave),
        say("600 carters gave up.", "herald", "detention_exchange", figures=gave, debunked=True),
    )
    assert spread([told, false])[0].claim.debunked
