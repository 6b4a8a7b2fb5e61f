"""Pairs of cards -> scores: vetoes first, then what is cheap to compare, then words and figures where it may matter."""

from collections.abc import Iterable, Iterator
from math import inf

from onrecord.events.card import Card
from onrecord.events.echo import Echoes
from onrecord.events.memo import Memo
from onrecord.events.scores import formal, weigh
from onrecord.events.slots import compare, total
from onrecord.events.veto import KEPT, Bars
from onrecord.protocols import Comparison
from onrecord.records import Slot


class Scale:
    """Weighs pairs of cards; `extra` are a plug-in's comparisons, whose rows join the waterfall."""

    def __init__(self, echoes: Echoes, bars: Bars, extra: tuple[Comparison, ...] = ()) -> None:
        """Take what is compared beside the cards themselves."""
        self.echoes, self.bars, self.extra = echoes, bars, extra
        self.formal = Memo(self._formal, KEPT)

    def slots(self, left: Card, right: Card) -> tuple[Slot, ...]:
        """The waterfall of a pair."""
        return (*compare(left, right, self.echoes), *self._more(left, right))

    def weigh(self, left: Card, right: Card, copied: bool, floor: float = -inf) -> float:
        """The score of a pair, which may be less where it is below the floor; a veto sinks it."""
        found = next(self.near(right, (left,)), None)
        return self._weighed(left, right, found[1], copied, floor) if found else -inf

    def strong(self, late: Card, others: Iterable[Card], floor: float) -> Iterator[tuple[Card, float]]:
        """Of some cards before a card those that reach the floor beside it, each with the score of the pair."""
        for other, forms in self.near(late, others):
            found = self._weighed(other, late, forms, False, floor)
            if found >= floor:
                yield other, found

    def near(self, late: Card, others: Iterable[Card]) -> Iterator[tuple[Card, tuple[float, ...]]]:
        """Of some cards those that no veto keeps apart from a card, each with what the forms of the two add."""
        form, start, end, town = self.bars.form, late.since, late.end, late.town
        known = self.formal.beside(form[late])
        if late.running:
            start, end = -inf, inf
        for other in others:
            if (
                start >= other.end
                or (other.start >= end and other.since >= end)
                or (town and other.town and town != other.town)
            ):
                continue  # most are set at another time or in another town, which is seen at a glance
            forms = known[form[other]]
            if forms is not None:
                yield other, forms

    def like(self, left: Card, right: Card, copied: bool) -> float:
        """The score of twins, which nothing but a plug-in's veto keeps apart."""
        return self._weighed(left, right, formal(left, right), copied, -inf)

    def _weighed(self, left: Card, right: Card, forms: tuple[float, ...], copied: bool, floor: float) -> float:
        if not self.extra:
            return weigh(left, right, forms, copied, floor)
        more = tuple(self._more(left, right))
        return -inf if any(s.veto for s in more) else round(weigh(left, right, forms, copied) + total(more), 3)

    def _formal(self, right: int, left: int) -> tuple[float, ...] | None:
        """What the forms of two claims add to their score; None where a veto keeps them apart."""
        if self.bars.parted.beside(left)[right]:
            return None
        return formal(self.bars.sample[left], self.bars.sample[right])

    def _more(self, left: Card, right: Card) -> Iterator[Slot]:
        return (s for s in (c(left.claim, right.claim) for c in self.extra) if s is not None)
