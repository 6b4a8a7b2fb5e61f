"""Cards -> copied passages: which claims stand in text taken from an earlier report.

Word 5-gram containment over the shorter text, decided on the claim's sentences and their neighbours (truncation, briefs
and wire copy inside own reporting, where MinHash fails). Each text is looked up once: the cost grows with the words.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

import msgspec

from onrecord.events.card import Card
from onrecord.events.figures import alike
from onrecord.events.tables import weights
from onrecord.records import Document, Span

TOKEN = re.compile(r"\w+(?:[.,]\d+)*")
STOP = re.compile(r"[.!?…][\"'”’)\]]*\s+(?=[\"'“‘(\[]?[^\W_a-z])|\n+")


class Page:
    """The words of one document with their offsets and sentences."""

    def __init__(self, document: Document) -> None:
        """Split the text once."""
        found = [(m.group().casefold(), m.start(), m.end()) for m in TOKEN.finditer(document.text)]
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


def shingles(words: list[str]) -> dict[int, int]:
    """Hashed 5-grams with the position of the first; a shorter text is one shingle."""
    size = weights().echo.gram
    if len(words) <= size:
        return {hash(tuple(words)): 0} if words else {}
    grams = zip(*(words[i:] for i in range(size)), strict=False)
    found: dict[int, int] = {}
    for at, gram in enumerate(grams):
        found.setdefault(hash(gram), at)
    return found


class Passage(msgspec.Struct):
    """A claim's sentences and their neighbours in one document, with the claims that stand in it."""

    document: str
    page: Page
    begin: int
    end: int
    own: dict[int, int]
    window: dict[int, int]
    cards: list[Card]


def passages(cards: Iterable[Card]) -> list[Passage]:
    """The passages of all cards, in the order of their first claim."""
    pages: dict[str, Page] = {}
    found: dict[tuple[str, int, int], Passage] = {}
    for card in cards:
        page = pages.get(card.document.id) or pages.setdefault(card.document.id, Page(card.document))
        (a, b), (c, d) = page.around(card.claim.sentence)
        key = (card.document.id, a, b)
        if key not in found:
            own, window = shingles(page.words[a:b]), shingles(page.words[c:d])
            found[key] = Passage(card.document.id, page, c, d, own, window, [])
        found[key].cards.append(card)
    return list(found.values())


def copies(left: Passage, right: Passage) -> bool:
    """Whether enough of the shorter window is in the longer one."""
    limits = weights().echo
    short, long = sorted((left.window, right.window), key=len)
    shared = sum(1 for gram in short if gram in long)
    needed = min(limits.fewest, len(short))
    return bool(short) and shared >= needed and shared >= limits.containment * len(short)


def pairs(found: list[Passage]) -> Iterator[tuple[Passage, Passage]]:
    """Passages with the earlier ones that they copy. Of a shingle's holders only the earliest are looked at."""
    holders: dict[int, list[int]] = defaultdict(list)
    limit = weights().echo.earliest
    for at, passage in enumerate(found):
        seen: Counter[int] = Counter()
        for gram in passage.own:
            held = holders[gram]
            seen.update(held)
            if len(held) < limit:
                held.append(at)
        for earlier in sorted(seen):
            if found[earlier].document != passage.document and copies(found[earlier], passage):
                yield found[earlier], passage


def consistent(left: Card, right: Card) -> bool:
    """Whether two claims may be one text: figures of the same thing meet, and no two named speakers differ."""
    if left.speaker and right.speaker and left.speaker != right.speaker:
        return False
    told = [(a, b) for a in left.amounts for b in right.amounts if alike(a, b)]
    return not told or any(a.meets(b) for a, b in told)


class Echoes:
    """Which claims are copied from which, and the characters that they share."""

    def __init__(self, cards: Iterable[Card]) -> None:
        """Find all copied claims of the cards, which come earliest first."""
        self.found: dict[tuple[str, str], tuple[Passage, Passage]] = {}
        self.beside: dict[str, list[str]] = {}
        kept: Counter[int] = Counter()
        for left, right in pairs(passages(cards)):
            if kept[id(right)] >= weights().echo.sources:
                continue
            same = [(a.id, b.id) for a in left.cards for b in right.cards if consistent(a, b)]
            kept[id(right)] += bool(same)
            for a, b in same:
                self._keep(a, b, left, right)

    def _keep(self, a: str, b: str, left: Passage, right: Passage) -> None:
        self.found[(min(a, b), max(a, b))] = (left, right)
        self.beside.setdefault(a, []).append(b)
        self.beside.setdefault(b, []).append(a)

    def holds(self, left: str, right: str) -> bool:
        """Whether one of the two claims is copied from the other."""
        return (min(left, right), max(left, right)) in self.found

    def shared(self, left: str, right: str) -> str:
        """The longest run of words in both passages, as the earlier one prints it."""
        early, late = self.found[(min(left, right), max(left, right))]
        size, best = weights().echo.gram, (0, 0)
        run, last = 0, -2
        for gram, at in sorted(early.window.items(), key=lambda item: item[1]):
            if gram not in late.window:
                continue
            run = run + 1 if at == last + 1 else 1
            last = at
            if run > best[0]:
                best = (run, at - run + 1)
        begin = early.begin + best[1]
        end = min(begin + best[0] + size - 1, early.end) - 1
        return " ".join(early.page.words[begin : end + 1])
