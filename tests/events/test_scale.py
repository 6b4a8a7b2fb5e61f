from collections.abc import Callable
from math import inf

from onrecord.events.card import Card
from onrecord.events.echo import Echoes
from onrecord.events.scale import Scale
from onrecord.events.slots import total
from onrecord.events.veto import Bars, bar
from onrecord.protocols import Comparison
from onrecord.records import Claim, Document, Slot

Said = tuple[Document, Claim]
Say = Callable[..., Said]
Cards = Callable[..., list[Card]]


def test_what_a_veto_leaves_has_the_score_of_its_waterfall(waves: list[Said], say: Say, cards: Cards) -> None:
    copy = say(waves[1][0].text, "post", "interception", at="04T12:00", figures=(("shot_down", 58, "drone"),))
    told = sorted(cards(*waves, copy), key=lambda c: c.order)
    echoes = Echoes(told)
    scale = Scale(echoes, Bars(told))
    for a in told:
        for b in told:
            if a is not b:
                found = scale.weigh(a, b, echoes.holds(a.id, b.id))
                assert found == (-inf if bar(a, b) else total(scale.slots(a, b)))


def test_below_the_floor_any_lower_number_will_do(waves: list[Said], cards: Cards) -> None:
    told = cards(*waves)
    scale = Scale(Echoes(), Bars(told))
    for a in told:
        for b in told:
            assert scale.weigh(a, b, False, 3.4) in (scale.weigh(a, b, False), -inf)


def test_a_plug_in_adds_its_row_or_sinks_the_pair(waves: list[Said], cards: Cards) -> None:
    told = cards(*waves[:2])

    def more(left: Claim, right: Claim) -> Slot:
        return Slot(name="mine", score=0.5, weight=2.0, reason="an editor's rule")

    def never(left: Claim, right: Claim) -> Slot:
        return Slot(name="mine", score=-1.0, weight=0.0, reason="an editor's rule", veto=True)

    def weighed(*extra: Comparison) -> float:
        return Scale(Echoes(), Bars(told), extra).weigh(told[0], told[1], False)

    plain, added, sunk = weighed(), weighed(more), weighed(never)
    assert added == round(plain + 1.0, 3) and sunk == -inf
