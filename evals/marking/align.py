"""One day's answer beside the gold: which claim that was found is which that is labelled, and where each stands."""

from collections import defaultdict
from collections.abc import Iterable

from evals.marking.answer import Day, Happened, Piece, Said, likeness, meet
from evals.marking.key import Key, place

HALF = 0.5
"""A labelled claim is found where a claim shares half the characters of the shorter of the two."""


class Aligned:
    """`found`: for a labelled claim the claim that shares most with it. Labelled claims may share one."""

    def __init__(self, key: Key, day: Day) -> None:
        self.key, self.day = key, day
        by: dict[str, list[Said]] = defaultdict(list)
        for said in day.said:
            for url in {p.url for p in said.pieces}:
                by[url].append(said)
        near = {t.id: _nearest(place(t), by[t.url]) for t in key.book.told if t.url in by}
        self.found = {gold: said.id for gold, said in near.items() if said is not None}
        self.labelled: dict[str, set[str]] = defaultdict(set)
        for gold, id in self.found.items():
            self.labelled[id].add(gold)
        self.home = {c: event for event in day.events for c in event.claims}

    def gold(self, claims: Iterable[str]) -> set[str]:
        """The labelled claims that are among found ones."""
        return {g for c in claims for g in self.labelled.get(c, ())}

    def event(self, gold: str) -> Happened | None:
        """The event in which a labelled claim stands; None where it was not found."""
        return self.home.get(self.found.get(gold, ""))

    def resting(self, pieces: Iterable[Piece]) -> set[str]:
        """The labelled claims on whose characters a line rests."""
        at = tuple(pieces)
        near = (t for url in {p.url for p in at} for t in self.key.at.get(url, ()))
        return {t.id for t in near if meet(place(t), [p for p in at if p.url == t.url]) >= HALF}


def _nearest(content: tuple[Piece, ...], said: list[Said]) -> Said | None:
    near = [s for s in said if meet(content, s.pieces) >= HALF]
    return max(near, key=lambda s: (likeness(content, s.pieces), s.id), default=None)
