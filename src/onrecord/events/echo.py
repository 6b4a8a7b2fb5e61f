"""Cards -> copied passages: which claims stand in text taken from an earlier report.

Word 5-gram containment over the shorter text, decided on the claim's sentences and their neighbours (truncation, briefs
and wire copy inside own reporting, where MinHash fails). Each text is looked up once: the cost grows with the words.
"""

from collections.abc import Collection, Iterable, Iterator, Set
from functools import lru_cache
from itertools import groupby

import numpy as np

from onrecord.events.card import Card
from onrecord.events.figures import alike
from onrecord.events.files import ORDER, Spans
from onrecord.events.grams import Grams
from onrecord.events.passages import Passage, passages
from onrecord.events.tables import weights
from onrecord.events.unnamed import nameless
from onrecord.events.when import DAY

Sources = tuple[str, ...]


def consistent(left: Card, right: Card) -> bool:
    """Whether two claims may be one text: figures of the same thing meet, and no two named speakers differ."""
    if left.speaker != right.speaker and left.speaker and right.speaker:
        return False
    differ = False
    for a in left.amounts:
        for b in right.amounts:
            if alike(a, b):
                if a.meets(b):
                    return True
                differ = True
    return not differ


def counterparts(card: Card, sources: Iterable[Card]) -> Iterator[Card]:
    """Of the claims of each text that a claim stands in a copy of those that it is a copy of: the nearest in words.

    Where none is near, a claim goes with all of the passage.
    """
    least = weights().words.same
    for _, passage in groupby(sorted(sources, key=lambda c: (c.document.id, c.order)), key=lambda c: c.document.id):
        told = list(passage)
        near = {c: c.words.cosine(card.words) for c in told}
        best = max(near.values())
        yield from (c for c in told if near[c] == best or (best < least and bool(nameless(c)) == bool(nameless(card))))


class Echoes:
    """Which claims are copied from which, and the words that they share."""

    def __init__(self, cards: Iterable[Card] = ()) -> None:
        """Find all copied claims of the cards."""
        self.grams = Grams()
        limits = weights().echo
        self.files: Spans[Passage] = Spans(Passage.keys, limits.earliest, limits.days * DAY)
        self.home: dict[str, Passage] = {}
        self.sources: dict[str, Sources] = {}
        """For each claim that is copied the earlier ones that it is copied from."""
        self.change((), sorted(cards, key=lambda c: c.order))

    def change(self, gone: Collection[Card], fresh: Iterable[Card]) -> dict[str, tuple[Sources, Sources]]:
        """Forget the claims of some documents and take those of others; claims whose sources changed: before and now.

        Documents come and go whole. Fresh cards come earliest first.
        """
        left = list({self.home.pop(card.id): None for card in gone})
        found = {c.id: (self.sources.pop(c.id, ()), Sources()) for c in gone}
        made = self._passages(fresh)
        new, old = set(made), {c.id for c in gone}
        for passage, lost, gained in self.files.change(left, made):
            if passage in new:
                found |= self._again(passage, gained, old)
            elif self._taken(passage, lost) or self._alike(passage, gained):
                found |= self._again(passage, self.files.before(passage), old)
        for passage in left:
            self.grams.release([passage.numbers])
        return found

    def _passages(self, cards: Iterable[Card]) -> list[Passage]:
        by_document = sorted(cards, key=lambda c: c.document.id)
        made = [
            passage
            for _, same in groupby(by_document, key=lambda c: c.document.id)
            for passage in passages(list(same), self.grams)
        ]
        self.home.update((card.id, passage) for passage in made for card in passage.cards)
        return made

    def _taken(self, late: Passage, lost: Iterable[Passage]) -> bool:
        """Whether a passage is copied from one of those that it no longer meets."""
        sources = {source for card in late.cards for source in self.sources.get(card.id, ())}
        return bool(sources) and any(card.id in sources for passage in lost for card in passage.cards)

    def _again(self, late: Passage, met: Iterable[Passage], gone: Set[str]) -> dict[str, tuple[Sources, Sources]]:
        """Look for what a passage is copied from; its claims whose sources changed: before, of those left, and now."""
        found = {}
        for claim, now in self._copied(late, met).items():
            before = tuple(s for s in self.sources.pop(claim, ()) if s not in gone)
            if now:
                self.sources[claim] = now
            if now != before:
                found[claim] = (before, now)
        return found

    def _copied(self, late: Passage, met: Iterable[Passage]) -> dict[str, Sources]:
        """For each claim of a passage those that it is copied from, the earliest texts first and a few at most."""
        found: dict[str, list[str]] = {c.id: [] for c in late.cards}
        kept = 0
        for early in self._alike(late, met):
            same = [(a.id, b.id) for b in late.cards for a in early.cards if consistent(a, b)]
            for a, b in same:
                found[b].append(a)
            kept += bool(same)
            if kept == weights().echo.sources:
                break
        return {claim: tuple(sources) for claim, sources in found.items()}

    def _alike(self, late: Passage, met: Iterable[Passage]) -> list[Passage]:
        """Of passages that share a shingle with this one those of other documents of which enough is in this one.

        The earliest comes first.
        """
        earlier = [p for p in met if p.document != late.document]
        if not earlier:
            return []
        limits, mark, mine = weights().echo, self.grams.mark, late.around
        theirs = [p.around for p in earlier]
        sizes = np.array([len(each) for each in theirs])
        mark[mine] = True
        found = mark[np.concatenate(theirs)]
        mark[mine] = False
        shared = np.add.reduceat(found, np.cumsum(sizes) - sizes, dtype=np.int64)
        short = np.minimum(sizes, mine.size)
        enough = (shared >= np.minimum(limits.fewest, short)) & (shared >= limits.containment * short)
        return sorted([earlier[at] for at in np.flatnonzero(enough).tolist()], key=ORDER)

    def holds(self, left: str, right: str) -> bool:
        """Whether one of the two claims is copied from the other."""
        return left in self.sources.get(right, ()) or right in self.sources.get(left, ())

    def shared(self, left: str, right: str) -> str:
        """The longest run of words in both passages, as the earlier one prints it."""
        early, late = sorted((self.home[left], self.home[right]), key=ORDER)
        return shared(early, late)


@lru_cache(maxsize=1 << 14)
def shared(early: Passage, late: Passage) -> str:
    """The longest run of words in both passages, as the earlier one prints it."""
    theirs, met = set(late.runs()), set[str]()
    best, run, last = (0, 0), 0, -2
    for at, gram in enumerate(early.runs()):
        if gram in met or gram not in theirs:
            continue
        met.add(gram)
        run = run + 1 if at == last + 1 else 1
        last = at
        if run > best[0]:
            best = (run, at - run + 1)
    begin = early.window[0] + best[1]
    return " ".join(early.words[begin : min(begin + best[0] + weights().echo.gram - 1, early.window[1])])
