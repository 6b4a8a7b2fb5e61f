"""The gold, by what the marking asks of it: claims of a document, copies of a claim, nuggets of a day."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import combinations

from evals.marking.answer import Piece
from evals.scenarios.gold import Book, Half, Nugget, Told

Pair = tuple[str, str]
"""Two names in order."""


class Parts:
    """Disjoint sets of names: those that were joined are one."""

    def __init__(self, joins: Iterable[Pair] = ()) -> None:
        self._up: dict[str, str] = {}
        for left, right in joins:
            self._up[max(self(left), self(right))] = min(self(left), self(right))

    def __call__(self, name: str) -> str:
        """The first name of the set."""
        while name in self._up and self._up[name] != name:
            name = self._up[name]
        return name


def pair(left: str, right: str) -> Pair:
    """Two names in order."""
    return (left, right) if left <= right else (right, left)


def pairs(names: Iterable[str]) -> Iterator[Pair]:
    """Every two of the names."""
    return combinations(sorted(set(names)), 2)


class Key:
    """One book's gold. `last` is its last day, `editions` are all of its days."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self.told = {t.id: t for t in book.told}
        self.days = {r.url: r.day for r in book.reports}
        self.halves = {r.url: r.half for r in book.reports}
        self.happenings = {h.id: h for h in book.happenings}
        self.last = max(self.days.values(), default=0)
        self.editions = range(min(self.days.values(), default=1), self.last + 1)

    @cached_property
    def at(self) -> dict[str, list[Told]]:
        """The claims of each document."""
        found: dict[str, list[Told]] = defaultdict(list)
        for told in self.book.told:
            found[told.url].append(told)
        return found

    @cached_property
    def copies(self) -> Parts:
        """Claims that are copies of each other, through any number of hands."""
        return Parts(both for echo in self.book.echoes for both in echo.claims)

    @cached_property
    def texts(self) -> Parts:
        """Documents that are copies of each other, through any number of hands."""
        return Parts((echo.copy, echo.original) for echo in self.book.echoes)

    @cached_property
    def rooted(self) -> set[Pair]:
        """Pairs of documents that have claims of one speaker or publisher, of whatever event."""
        urls: dict[str, set[str]] = defaultdict(set)
        for origin in self.book.origins:
            urls[origin.name].update(self.told[c].url for c in origin.claims if c in self.told)
        return {both for of in urls.values() for both in pairs(of)}

    @cached_property
    def nuggets(self) -> dict[int, list[Nugget]]:
        """What a perfect briefing says on each day."""
        found: dict[int, list[Nugget]] = defaultdict(list)
        for nugget in self.book.nuggets:
            found[nugget.day].append(nugget)
        return found

    def bearing(self, nugget: Nugget) -> set[str]:
        """The claims that bear a nugget, each by the first of its copies."""
        return {self.copies(c) for c in nugget.claims}

    def later(self, both: Pair) -> Half:
        """The half of a pair of documents: that of the later one."""
        return Half.of(max(self.days[url] for url in both))


def place(told: Told) -> tuple[Piece, ...]:
    """The characters of a labelled claim."""
    return tuple(Piece(told.url, s.start, s.end) for s in told.content)
