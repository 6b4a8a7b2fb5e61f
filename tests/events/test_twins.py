from collections.abc import Callable

from onrecord.events.card import Card
from onrecord.events.twins import Twins
from onrecord.events.veto import Bars
from onrecord.records import Claim, Document

Said = tuple[Document, Claim]
Say = Callable[..., Said]
Cards = Callable[..., list[Card]]


def copies(say: Say, count: int) -> list[Said]:
    text = "The grain mill at Brin burned."
    return [say(text, f"s{n}", "strike_impact", moment="day 4", at=f"04T{n:02}:00") for n in range(count)]


def test_the_earliest_stands_for_all_that_read_the_same(say: Say, cards: Cards) -> None:
    told = cards(*copies(say, 20), say("The mill at Torva stood.", "post", "strike_impact", moment="day 4"))
    twins = Twins(Bars(told))
    moved = twins.change((), told)
    assert moved.ins == [told[0], told[-1]] and not moved.outs
    assert all(twins.of(card) is told[0] for card in told[:20]) and twins.of(told[-1]) is told[-1]
    assert moved.pairs == [(card, told[0]) for card in told[1:20]]


def test_the_next_takes_over(say: Say, cards: Cards) -> None:
    told = cards(*copies(say, 3))
    twins = Twins(Bars(told))
    twins.change((), told)
    moved = twins.change(told[:1], ())
    assert (moved.outs, moved.ins) == (told[:1], told[1:2])
    assert twins.of(told[2]) is told[1] and (told[2], told[1]) in moved.pairs


def test_an_earlier_one_that_comes_late_takes_over(say: Say, cards: Cards) -> None:
    told = cards(*copies(say, 3))
    twins = Twins(Bars(told))
    twins.change((), told[1:])
    moved = twins.change((), told[:1])
    assert (moved.outs, moved.ins) == (told[1:2], told[:1])
    assert all(twins.of(card) is told[0] for card in told)


def test_claims_without_words_have_no_twin(say: Say, cards: Cards) -> None:
    told = cards(say("It was.", "wire"), say("It was.", "post"))
    twins = Twins(Bars(told))
    twins.change((), told)
    assert all(twins.of(card) is card for card in told)
