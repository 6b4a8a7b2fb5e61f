from collections.abc import Callable

from onrecord.events.card import Card
from onrecord.events.echo import Echoes
from onrecord.events.scores import SCORES, formal, weigh
from onrecord.events.slots import REASONS, compare, total
from onrecord.events.tables import weights
from onrecord.records import Claim, Document

Said = tuple[Document, Claim]
Say = Callable[..., Said]
Cards = Callable[..., list[Card]]


def test_the_number_is_that_of_the_waterfall(waves: list[Said], say: Say, cards: Cards) -> None:
    copy = say(waves[1][0].text, "post", "interception", at="04T12:00", figures=(("shot_down", 58, "drone"),))
    found = cards(*waves, copy)
    echoes = Echoes(found)
    assert echoes.sources
    for a in found:
        for b in found:
            if a is not b:
                assert weigh(a, b, formal(a, b), echoes.holds(a.id, b.id)) == total(compare(a, b, echoes))


def test_every_score_has_a_weight_and_a_reason() -> None:
    assert list(SCORES) == list(REASONS)
    assert {*SCORES, "copied"} == set(weights().slots)
