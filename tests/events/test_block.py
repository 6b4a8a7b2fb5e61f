from collections.abc import Callable

from onrecord.events.block import keys
from onrecord.events.card import Card
from onrecord.records import Claim, Document

Said = tuple[Document, Claim]
Say = Callable[..., Said]
Cards = Callable[..., list[Card]]


def test_a_place_a_wave_and_a_name_bring_claims_together(waves: list[Said], say: Say, cards: Cards) -> None:
    hit = say("A mill at Brin burned.", "post", "strike_impact", places=("Brin",), moment="day 4")
    again = say("Lund region saw a fire.", "wire", "disaster", places=("Lund region",), moment="night 4")
    first, second, mill, fire = (set(keys(c)) for c in cards(*waves[:2], hit, again))
    assert first & second
    assert mill & fire
    assert not first & mill


def test_running_totals_are_filed_without_a_day(say: Say, cards: Cards) -> None:
    (card,) = cards(
        say("760,120 lost.", kind="casualty_toll", figures=(("killed", 760120, "person", None, None, "cumulative"),))
    )
    assert keys(card) == [("total", "killed")]


def test_a_toll_without_a_date_is_filed_for_days(say: Say, cards: Cards) -> None:
    toll, fire = cards(
        say("Nine died at Brin.", kind="casualty_toll", places=("Brin",), at="08T09:00"),
        say("A mill burned at Brin.", kind="disaster", places=("Brin",), at="08T09:00"),
    )
    struck = cards(say("A rocket hit Brin.", kind="strike_impact", places=("Brin",), moment="day 4"))[0]
    assert set(keys(toll)) & set(keys(struck)) and not set(keys(fire)) & set(keys(struck))
