"""One case of one question with its mark from 0 to 1, and what marks come to."""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from evals.scenarios.gold import Half


class Mark(NamedTuple):
    """`field` is what was asked, `note` shows the case to somebody who reads the faults."""

    field: str
    half: Half
    value: float
    note: str = ""


class Tally:
    """The marks of one system on one half, by field."""

    def __init__(self, marks: Iterable[Mark]) -> None:
        self.of: dict[str, list[float]] = defaultdict(list)
        for mark in marks:
            self.of[mark.field].append(mark.value)

    def cases(self, field: str) -> int:
        """How many cases a field has."""
        return len(self.of.get(field, ()))

    def mean(self, field: str) -> float:
        """The average mark; 0 where there is no case."""
        return sum(self.of.get(field, ())) / max(1, self.cases(field))

    def balanced(self, field: str) -> float:
        """F1, the harmonic mean of the field's precision and recall."""
        precision, recall = self.mean(f"{field} precision"), self.mean(f"{field} recall")
        return 2 * precision * recall / (precision + recall) if precision + recall else 0.0

    def macro(self, field: str, kinds: Iterable[str]) -> float:
        """The average F1 of the kinds that the gold has."""
        asked = [f"{field} {kind}" for kind in kinds if self.cases(f"{field} {kind} recall")]
        return sum(map(self.balanced, asked)) / max(1, len(asked))
