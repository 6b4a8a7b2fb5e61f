"""One row of the table, and the rows that share their peers."""

from collections.abc import Iterable
from typing import NamedTuple

NOT_INSTALLED = "not installed"
Cell = float | str
"""A measured value, or why there is none."""


class Score(NamedTuple):
    """A measure, on how many cases it stands, ours and each peer's. `form` prints a value."""

    measure: str
    cases: int
    ours: Cell
    peers: tuple[Cell, ...]
    form: str = ".1f"

    def cells(self) -> list[str]:
        """Cases, ours and the peers', as printed."""
        values = (v if isinstance(v, str) else format(v, self.form) for v in (self.ours, *self.peers))
        return [f"{self.cases:,}" if self.cases else "", *values]


class Group(NamedTuple):
    """The rows of one question. `skipped` says what could not be asked; `unit` is what the cases are."""

    title: str
    peers: tuple[str, ...]
    scores: tuple[Score, ...]
    skipped: tuple[str, ...] = ()
    unit: str = "cases"


def percent(right: int, asked: int) -> float:
    """A share in percent."""
    return 100 * right / max(1, asked)


def text(groups: Iterable[Group]) -> str:
    """The table as it is printed."""
    return "\n\n".join("\n".join(_lines(group)) for group in groups)


def _lines(group: Group) -> Iterable[str]:
    widths = [9, 9, *(max(len(NOT_INSTALLED), len(peer)) + 2 for peer in group.peers)]
    for name, *cells in (
        (group.title, group.unit, "ours", *group.peers),
        *((f"  {s.measure}", *s.cells()) for s in group.scores),
    ):
        yield f"{name:44}" + "".join(f"{cell:>{width}}" for cell, width in zip(cells, widths, strict=True))
    yield from (f"  {line}" for line in group.skipped)
