"""Cards -> copied passages: which claims stand in text taken from an earlier report.

Word 5-gram containment over the shorter text, decided on the claim's sentences and their neighbours (truncation, briefs
and wire copy inside own reporting, where MinHash fails). Each text is looked up once: the cost grows with the words.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator

import numpy as np
from numpy.typing import NDArray

from onrecord.events.card import Card
from onrecord.events.figures import alike
from onrecord.events.passages import Passage, Passages
from onrecord.events.tables import weights

Places = NDArray[np.int64]
"""Where passages stand among all."""


class Windows:
    """The shingles of every passage's window end to end, so that one is held against many at once."""

    def __init__(self, passages: Passages) -> None:
        """Take the windows; shingles are counted once in each."""
        own = [np.unique(passages.shingles(p.window)) for p in passages.all]
        self.sizes = np.array([len(w) for w in own], np.int64)
        self.starts = np.cumsum(self.sizes) - self.sizes
        # Those of short texts lie below zero: as an index they count from the end, where there is room for them.
        self.shingles = np.concatenate([np.zeros(0, np.int32), *own])
        self.mark = np.zeros(passages.count, np.bool_)

    def copied(self, at: int, earlier: Places) -> Places:
        """Those of the earlier passages, each with a shingle of this one, of which enough is in this one."""
        limits, sizes = weights().echo, self.sizes[earlier]
        begins = np.cumsum(sizes) - sizes
        mine = self.shingles[self.starts[at] : self.starts[at] + self.sizes[at]]
        self.mark[mine] = True
        where = np.repeat(self.starts[earlier] - begins, sizes) + np.arange(sizes.sum())
        shared = np.add.reduceat(self.mark[self.shingles[where]], begins, dtype=np.int64)
        self.mark[mine] = False
        short = np.minimum(sizes, self.sizes[at])
        enough = (shared >= np.minimum(limits.fewest, short)) & (shared >= limits.containment * short)
        found: Places = earlier[enough]
        return found


def pairs(passages: Passages) -> Iterator[tuple[Passage, list[Passage]]]:
    """Passages, each with the earlier ones that it copies. Of a shingle's holders only the earliest are looked at."""
    holders: dict[int, list[int]] = defaultdict(list)
    limit, windows, found = weights().echo.earliest, Windows(passages), passages.all
    names = {p.document: n for n, p in enumerate(found)}
    home = np.array([names[p.document] for p in found], np.int64)
    often = (np.bincount(passages.grams) > 1).tobytes()
    for at, passage in enumerate(found):
        seen: set[int] = set()
        for gram in np.unique(passages.shingles(passage.own)).tolist():
            if gram >= 0 and not often[gram]:
                continue
            held = holders[gram]
            seen.update(held)
            if len(held) < limit:
                held.append(at)
        others = np.array(sorted(seen), np.int64)
        others = others[home[others] != home[at]]
        if others.size:
            yield passage, [found[e] for e in windows.copied(at, others).tolist()]


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


class Echoes:
    """Which claims are copied from which, and the words that they share."""

    def __init__(self, cards: Iterable[Card]) -> None:
        """Find all copied claims of the cards, which come earliest first."""
        self.passages = Passages(cards)
        self.sources: dict[str, list[str]] = defaultdict(list)
        """For each claim that is copied the earlier ones that it is copied from."""
        for late, earlier in pairs(self.passages):
            kept = 0
            for early in earlier:
                same = [(a.id, b.id) for b in late.cards for a in early.cards if consistent(a, b)]
                for a, b in same:
                    self.sources[b].append(a)
                kept += bool(same)
                if kept == weights().echo.sources:
                    break
        self.home = {c.id: at for at, p in enumerate(self.passages.all) for c in p.cards}
        self.windows = [p.window for p in self.passages.all]
        self.passages.all.clear()  # all are found: from here on only their words are asked for

    def holds(self, left: str, right: str) -> bool:
        """Whether one of the two claims is copied from the other."""
        return left in self.sources.get(right, ()) or right in self.sources.get(left, ())

    def shared(self, left: str, right: str) -> str:
        """The longest run of words in both passages, as the earlier one prints it."""
        first, second = sorted((self.home[left], self.home[right]))
        early, late = self.windows[first], self.windows[second]
        theirs, met = set(self.passages.shingles(late).tolist()), set[int]()
        best, run, last = (0, 0), 0, -2
        for at, gram in enumerate(self.passages.shingles(early).tolist()):
            if gram in met or gram not in theirs:
                continue
            met.add(gram)
            run = run + 1 if at == last + 1 else 1
            last = at
            if run > best[0]:
                best = (run, at - run + 1)
        begin = early[0] + best[1]
        return self.passages.words(begin, min(begin + best[0] + weights().echo.gram - 1, early[1]))
