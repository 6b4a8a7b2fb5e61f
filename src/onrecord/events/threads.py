"""Documents -> threads: the running sub-stories that they tell, gathered as they come in.

A document joins the thread whose documents it is most like on average, or begins its own. The thread that it joined is
then looked at: if it falls into two clear halves, it is two threads. So one more document costs its own words and the
thread that it touches. A thread's name, the id of its earliest document, stays when documents join it.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable

import msgspec
import numpy as np

from onrecord.events.card import DAY, stamp
from onrecord.events.gist import Gist, Key, gist
from onrecord.events.halves import Half, Square, halves
from onrecord.events.tables import Threading, threading
from onrecord.records import Document, Thread

TELLING = 5
"""Words that tell a thread from others."""


class Strand(msgspec.Struct, eq=False):
    """A thread in the making: its documents, their gists, and the likeness of each to each as long as it is watched."""

    documents: list[Document]
    gists: list[Gist]
    alike: Square

    @property
    def last(self) -> float:
        """When it was last told of."""
        return stamp(self.documents[-1].published)

    def take(self, document: Document, told: Gist, most: int) -> None:
        """Add a document that comes after all others."""
        self.documents.append(document)
        self.gists.append(told)
        if len(self.gists) <= most:
            row = np.array([told.likeness(g) for g in self.gists])
            self.alike = np.pad(self.alike, (0, 1))
            self.alike[-1, :] = self.alike[:, -1] = row

    def part(self, half: Half) -> "Strand":
        """Give away the documents of a half."""
        given = self._only(half)
        kept = self._only(~half)
        self.documents, self.gists, self.alike = kept.documents, kept.gists, kept.alike
        return given

    def _only(self, half: Half) -> "Strand":
        chosen = np.flatnonzero(half).tolist()
        return Strand([self.documents[i] for i in chosen], [self.gists[i] for i in chosen], self.alike[half][:, half])


class Threads:
    """Threads that grow with each document. Documents are added by publication, then id; undated ones come last."""

    def __init__(self, limits: Threading | None = None) -> None:
        """Begin with none. `limits` by default are those of threads.toml."""
        self.limits = limits or threading()
        self.strands: list[Strand] = []
        self.open: dict[int, None] = {}
        """Where the threads that are not over stand."""
        self.sums: dict[Key, dict[int, float]] = defaultdict(dict)
        """The weight of each key in each open thread."""
        self.told: Counter[str] = Counter()
        """In how many documents a word stands."""

    def add(self, document: Document) -> None:
        """Take in one more document."""
        told = gist(document)
        self.told.update(key for block, key in told.weights if block == "words")
        if document.published:
            self._close(stamp(document.published) - self.limits.days * DAY)
        at = self._nearest(told)
        strand = self.strands[at]
        strand.take(document, told, self.limits.most)
        self._count(at, told)
        if len(strand.gists) <= self.limits.most:
            half = halves(strand.alike, self.limits)
            if half is not None:
                self._part(at, half)

    def all(self) -> tuple[Thread, ...]:
        """The threads, by their earliest document."""
        return tuple(self._thread(s) for s in sorted(self.strands, key=lambda s: _order(s.documents[0])))

    def _nearest(self, told: Gist) -> int:
        """Where the open thread stands that a document is most like; a new one if it is like none."""
        found: dict[int, float] = {}
        for key, weight in told.weights.items():
            for at, total in self.sums.get(key, {}).items():
                found[at] = found.get(at, 0.0) + weight * total
        mean = {at: total / len(self.strands[at].gists) for at, total in found.items()}
        best = min(mean, key=lambda at: (-mean[at], at), default=None)
        if best is None or mean[best] < self.limits.least:
            return self._begin(Strand([], [], np.zeros((0, 0))))
        return best

    def _begin(self, strand: Strand) -> int:
        at = len(self.strands)
        self.strands.append(strand)
        self.open[at] = None
        return at

    def _part(self, at: int, half: Half) -> None:
        """Make two threads of one; the older half keeps its place."""
        self._forget(at)
        strand = self.strands[at]
        given = strand.part(~half if half[0] else half)
        other = self._begin(given)
        for place in (at, other):
            for told in self.strands[place].gists:
                self._count(place, told)

    def _count(self, at: int, told: Gist) -> None:
        for key, weight in told.weights.items():
            held = self.sums[key]
            held[at] = held.get(at, 0.0) + weight

    def _forget(self, at: int) -> None:
        for key in {key for told in self.strands[at].gists for key in told.weights}:
            self.sums[key].pop(at, None)

    def _close(self, before: float) -> None:
        """End the threads that were last told of before an instant."""
        for at in [at for at in self.open if self.strands[at].last < before]:
            del self.open[at]
            self._forget(at)

    def _thread(self, strand: Strand) -> Thread:
        dated = [d.published for d in strand.documents if d.published]
        return Thread(
            key=strand.documents[0].id,
            documents=tuple(d.id for d in strand.documents),
            first=min(dated, key=stamp, default=None),
            last=max(dated, key=stamp, default=None),
            words=self._telling(strand),
        )

    def _telling(self, strand: Strand) -> tuple[str, ...]:
        """The words that half of a thread's documents have and few others, as first printed; the most telling first."""
        here = Counter(key for told in strand.gists for block, key in told.weights if block == "words")
        weights: dict[str, float] = defaultdict(float)
        printed: dict[str, str] = {}
        for told in strand.gists:
            printed = {**told.printed, **printed}
            for (block, key), weight in told.weights.items():
                if block == "words":
                    weights[key] += weight
        found = [key for key, count in here.items() if 2 * count >= len(strand.gists)]
        found.sort(key=lambda key: (-weights[key] * here[key] / self.told[key], key))
        return tuple(printed[key] for key in found[:TELLING])


def threads(documents: Iterable[Document], limits: Threading | None = None) -> tuple[Thread, ...]:
    """The threads of documents, by their earliest; the order in which they are given changes nothing."""
    growing = Threads(limits)
    for document in sorted({d.id: d for d in documents}.values(), key=_order):
        growing.add(document)
    return growing.all()


def _order(document: Document) -> tuple[float, str]:
    return (stamp(document.published), document.id)
