from collections.abc import Callable

from onrecord.events.block import candidates, keys
from onrecord.events.card import Card
from onrecord.records import Claim, Document

Said = tuple[Document, Claim]
Say = Callable[..., Said]
Cards = Callable[..., list[Card]]


def test_a_place_a_wave_and_a_name_bring_claims_together(waves: list[Said], say: Say, cards: Cards) -> None:
    hit = say("A mill at Brin burned.", "post", "strike_impact", places=("Brin",), moment="day 4")
    again = say("Lund region saw a fire.", "wire", "disaster", places=("Lund region",), moment="night 4")
    told = sorted(cards(*waves, hit, again), key=lambda c: c.order)
    found = {frozenset((told[a].id, told[b].id)) for a, b in candidates(told)}
    assert frozenset((waves[0][1].id, waves[1][1].id)) in found
    assert frozenset((hit[1].id, again[1].id)) in found
    assert frozenset((waves[0][1].id, hit[1].id)) not in found


def test_each_pair_comes_once_with_the_earlier_first(waves: list[Said], cards: Cards) -> None:
    pairs = list(candidates(sorted(cards(*waves), key=lambda c: c.order)))
    assert len(pairs) == len(set(pairs)) and all(a < b for a, b in pairs)


def test_running_totals_are_filed_without_a_day(say: Say, cards: Cards) -> None:
    (card,) = cards(
        say("760,120 lost.", kind="casualty_toll", figures=(("killed", 760120, "person", None, None, "cumulative"),))
    )
    assert keys(card) == [("total", "killed")]


def test_one_key_held_by_thousands_stays_linear(say: Say, cards: Cards) -> None:
    told = [
        say(f"Note {n} on Una Holt.", "post", at=f"04T{n // 60:02}:{n % 60:02}", moment="day 4") for n in range(400)
    ]
    assert sum(1 for _ in candidates(cards(*told))) < 60 * len(told)
