"""Documents -> strands: the running sub-stories that they tell, gathered as they come in.

A document joins the strand whose documents it is most like on average, or begins its own. The strand that it joined is
then looked at: if it falls into two clear halves, it is two strands. So one more document costs its own words and the
strand that it touches. A strand's name, the id of its earliest document, stays when documents join it.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable

import msgspec
import numpy as np

from onrecord.events.gist import Gist, Key, gist
from onrecord.events.halves import Half, Square, halves
from onrecord.events.tables import Bundling, bundling
from onrecord.events.when import DAY, stamp
from onrecord.records import Document, Strand

TELLING = 5
"""Words that tell a strand from others."""


class Bundle(msgspec.Struct, eq=False):
    """A strand in the making: its documents, their gists, and the likeness of each to each as long as it is watched."""

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

    def part(self, half: Half) -> "Bundle":
        """Give away the documents of a half."""
        given = self._only(half)
        kept = self._only(~half)
        self.documents, self.gists, self.alike = kept.documents, kept.gists, kept.alike
        return given

    def _only(self, half: Half) -> "Bundle":
        chosen = np.flatnonzero(half).tolist()
        return Bundle([self.documents[i] for i in chosen], [self.gists[i] for i in chosen], self.alike[half][:, half])


class Strands:
    """Strands that grow with each document. Documents are added by publication, then id; undated ones come last."""

    def __init__(self, limits: Bundling | None = None) -> None:
        """Begin with none. `limits` by default are those of strands.toml."""
        self.limits = limits or bundling()
        self.bundles: list[Bundle] = []
        self.open: dict[int, None] = {}
        """Where the strands that are not over stand."""
        self.sums: dict[Key, dict[int, float]] = defaultdict(dict)
        """The weight of each key in each open strand."""
        self.told: Counter[str] = Counter()
        """In how many documents a word stands."""

    def add(self, document: Document) -> None:
        """Take in one more document."""
        told = gist(document)
        self.told.update(key for block, key in told.weights if block == "words")
        if document.published:
            self._close(stamp(document.published) - self.limits.days * DAY)
        at = self._nearest(told)
        bundle = self.bundles[at]
        bundle.take(document, told, self.limits.most)
        self._count(at, told)
        if len(bundle.gists) <= self.limits.most:
            half = halves(bundle.alike, self.limits)
            if half is not None:
                self._part(at, half)

    def all(self) -> tuple[Strand, ...]:
        """The strands, by their earliest document."""
        return tuple(self._strand(s) for s in sorted(self.bundles, key=lambda s: _order(s.documents[0])))

    def _nearest(self, told: Gist) -> int:
        """Where the open strand stands that a document is most like; a new one if it is like none."""
        found: dict[int, float] = {}
        for key, weight in told.weights.items():
            for at, total in self.sums.get(key, {}).items():
                found[at] = found.get(at, 0.0) + weight * total
        mean = {at: total / len(self.bundles[at].gists) for at, total in found.items()}
        best = min(mean, key=lambda at: (-mean[at], at), default=None)
        if best is None or mean[best] < self.limits.least:
            return self._begin(Bundle([], [], np.zeros((0, 0))))
        return best

    def _begin(self, bundle: Bundle) -> int:
        at = len(self.bundles)
        self.bundles.append(bundle)
        self.open[at] = None
        return at

    def _part(self, at: int, half: Half) -> None:
        """Make two strands of one; the older half keeps its place."""
        self._forget(at)
        bundle = self.bundles[at]
        given = bundle.part(~half if half[0] else half)
        other = self._begin(given)
        for place in (at, other):
            for told in self.bundles[place].gists:
                self._count(place, told)

    def _count(self, at: int, told: Gist) -> None:
        for key, weight in told.weights.items():
            held = self.sums[key]
            held[at] = held.get(at, 0.0) + weight

    def _forget(self, at: int) -> None:
        for key in {key for told in self.bundles[at].gists for key in told.weights}:
            self.sums[key].pop(at, None)

    def _close(self, before: float) -> None:
        """End the strands that were last told of before an instant."""
        for at in [at for at in self.open if self.bundles[at].last < before]:
            del self.open[at]
            self._forget(at)

    def _strand(self, bundle: Bundle) -> Strand:
        dated = [d.published for d in bundle.documents if d.published]
        return Strand(
            key=bundle.documents[0].id,
            documents=tuple(d.id for d in bundle.documents),
            first=min(dated, key=stamp, default=None),
            last=max(dated, key=stamp, default=None),
            words=self._telling(bundle),
        )

    def _telling(self, bundle: Bundle) -> tuple[str, ...]:
        """The words that half of a strand's documents have and few others, as first printed; the most telling first."""
        here = Counter(key for told in bundle.gists for block, key in told.weights if block == "words")
        weights: dict[str, float] = defaultdict(float)
        printed: dict[str, str] = {}
        for told in bundle.gists:
            printed = {**told.printed, **printed}
            for (block, key), weight in told.weights.items():
                if block == "words":
                    weights[key] += weight
        found = [key for key, count in here.items() if 2 * count >= len(bundle.gists)]
        found.sort(key=lambda key: (-weights[key] * here[key] / self.told[key], key))
        return tuple(printed[key] for key in found[:TELLING])


def strands(documents: Iterable[Document], limits: Bundling | None = None) -> tuple[Strand, ...]:
    """The strands of documents, by their earliest; the order in which they are given changes nothing."""
    growing = Strands(limits)
    for document in sorted({d.id: d for d in documents}.values(), key=_order):
        growing.add(document)
    return growing.all()


def _order(document: Document) -> tuple[float, str]:
    return (stamp(document.published), document.id)
