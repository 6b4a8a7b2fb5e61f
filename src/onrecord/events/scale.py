"""Pairs of cards -> scores: vetoes first, then what is cheap to compare, then words and figures where it may matter."""

from collections.abc import Iterator
from functools import lru_cache
from math import inf

from onrecord.events.card import Card
from onrecord.events.echo import Echoes
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
        self.known: dict[Slot, Slot] = {}
        self.formal = lru_cache(maxsize=KEPT)(self._formal)

    def slots(self, left: Card, right: Card) -> tuple[Slot, ...]:
        """The waterfall of a pair; equal rows are held once."""
        if len(self.known) > KEPT:
            self.known.clear()
        found = (*compare(left, right, self.echoes), *self._more(left, right))
        return tuple(self.known.setdefault(s, s) for s in found)

    def weigh(self, left: Card, right: Card, copied: bool, floor: float = -inf) -> float:
        """The score of a pair, which may be less where it is below the floor; a veto sinks it."""
        if not left.running and (left.start >= right.end or right.start >= left.end):
            return -inf
        forms = self.formal(self.bars.form[left], self.bars.form[right])
        return -inf if forms is None else self._weighed(left, right, forms, copied, floor)

    def like(self, left: Card, right: Card, copied: bool) -> float:
        """The score of twins, which nothing but a plug-in's veto keeps apart."""
        return self._weighed(left, right, formal(left, right), copied, -inf)

    def _weighed(self, left: Card, right: Card, forms: tuple[float, ...], copied: bool, floor: float) -> float:
        if not self.extra:
            return weigh(left, right, forms, copied, floor)
        more = tuple(self._more(left, right))
        return -inf if any(s.veto for s in more) else round(weigh(left, right, forms, copied) + total(more), 3)

    def _formal(self, left: int, right: int) -> tuple[float, ...] | None:
        """What the forms of two claims add to their score; None where a veto keeps them apart."""
        if self.bars.parted(left, right):
            return None
        return formal(self.bars.sample[left], self.bars.sample[right])

    def _more(self, left: Card, right: Card) -> Iterator[Slot]:
        return (s for s in (c(left.claim, right.claim) for c in self.extra) if s is not None)
