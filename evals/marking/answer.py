"""What any system hands in: for the edition of each day the claims it found, their events, and the lines it tells."""

from collections.abc import Iterable

from msgspec import Struct


class Piece(Struct, frozen=True, order=True):
    """Characters [start, end) of the document at `url`."""

    url: str
    start: int
    end: int

    def shared(self, other: "Piece") -> int:
        """How many characters both have."""
        return max(0, min(self.end, other.end) - max(self.start, other.start)) if self.url == other.url else 0


class Said(Struct, frozen=True):
    """One claim, by its characters."""

    id: str
    pieces: tuple[Piece, ...]


class Ruled(Struct, frozen=True):
    """A verdict on some claims. `measure` is "" where the system has no measures: then it may be any."""

    kind: str
    claims: tuple[str, ...]
    measure: str = ""


class Happened(Struct, frozen=True):
    """One event: its claims, those of them that go back to one origin, and how many origins it counts.

    `figures` are what it holds that anybody has given, as "killed=12".
    """

    claims: tuple[str, ...]
    independent: int
    origins: tuple[tuple[str, ...], ...] = ()
    rulings: tuple[Ruled, ...] = ()
    figures: tuple[str, ...] = ()


class Line(Struct, frozen=True):
    """One sentence and what it rests on. `news`: it is not told as background. `supported`: a verifier passes it.

    `figures` are those that it gives, as "killed=12".
    """

    text: str
    pieces: tuple[Piece, ...]
    news: bool = True
    verdicts: tuple[str, ...] = ()
    supported: bool | None = None
    figures: tuple[str, ...] = ()


class Day(Struct, frozen=True):
    """What is known by the edition of one day, and what that edition tells."""

    said: tuple[Said, ...] = ()
    events: tuple[Happened, ...] = ()
    lines: tuple[Line, ...] = ()


Answer = dict[int, Day]
"""The days of the book by their number."""


def meet(left: Iterable[Piece], right: Iterable[Piece]) -> float:
    """The share of the shorter text that both have: 1 where one holds the other."""
    ours, theirs = tuple(left), tuple(right)
    shorter = min(length(ours), length(theirs))
    return overlap(ours, theirs) / shorter if shorter else 0.0


def likeness(left: Iterable[Piece], right: Iterable[Piece]) -> float:
    """The characters that both have over those that either has."""
    ours, theirs = tuple(left), tuple(right)
    both = overlap(ours, theirs)
    return both / max(1, length(ours) + length(theirs) - both)


def overlap(left: tuple[Piece, ...], right: tuple[Piece, ...]) -> int:
    """How many characters two texts share; the pieces of one do not overlap each other."""
    return sum(a.shared(b) for a in left for b in right)


def length(pieces: tuple[Piece, ...]) -> int:
    """How many characters a text has."""
    return sum(p.end - p.start for p in pieces)
