"""Document -> Page: its words with their offsets, and its sentences as ranges of words."""

import re
from sys import intern

from onrecord.records import Document, Span

TOKEN = re.compile(r"\w+(?:[.,]\d+)*")
STOP = re.compile(r"[.!?…][\"'”’)\]]*\s+(?=[\"'“‘(\[]?[^\W_a-z])|\n+")


class Page:
    """The words of one document with their offsets and sentences."""

    def __init__(self, document: Document) -> None:
        """Split the text once."""
        found = [(intern(m.group().casefold()), m.start(), m.end()) for m in TOKEN.finditer(document.text)]
        self.words = [w for w, _, _ in found]
        self.starts = [s for _, s, _ in found]
        self.ends = [e for _, _, e in found]
        cuts = [m.end() for m in STOP.finditer(document.text)]
        self.sentences = self._sentences(cuts)

    def _sentences(self, cuts: list[int]) -> list[tuple[int, int]]:
        """Sentences as ranges of words."""
        ranges, begin, cut = [], 0, 0
        for at, start in enumerate(self.starts):
            passed = False
            while cut < len(cuts) and cuts[cut] <= start:
                cut, passed = cut + 1, True
            if passed and at > begin:
                ranges.append((begin, at))
                begin = at
        if begin < len(self.words):
            ranges.append((begin, len(self.words)))
        return ranges

    def around(self, span: Span) -> tuple[tuple[int, int], tuple[int, int]]:
        """The words of the sentences that `span` touches, and of these with a neighbour on each side."""
        hit = [
            i for i, (a, b) in enumerate(self.sentences) if self.starts[a] < span.end and span.start < self.ends[b - 1]
        ]
        if not hit:
            return (0, 0), (0, 0)
        first, last = max(hit[0] - 1, 0), min(hit[-1] + 1, len(self.sentences) - 1)
        own = (self.sentences[hit[0]][0], self.sentences[hit[-1]][1])
        return own, (self.sentences[first][0], self.sentences[last][1])
