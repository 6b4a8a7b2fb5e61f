"""Text -> content words with fixed weights, so that one more report never shifts how two others compare."""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Set
from functools import lru_cache
from math import fsum, sqrt
from sys import intern

import msgspec

from onrecord.events.tables import lists, weights

WORD = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*")
Part = tuple[str, int, int]
"""A text, and where a part of it begins and ends: between words."""
ENDINGS = (("ies", "y"), ("shes", "sh"), ("ches", "ch"), ("xes", "x"), ("ing", ""), ("ed", ""), ("s", ""))


class Bag(msgspec.Struct, frozen=True, gc=False):
    """Content words by stem: their weights, how they are printed, and the length of the whole as a vector."""

    weights: dict[str, float] = {}
    printed: dict[str, str] = {}
    size: float = 0.0

    def cosine(self, other: "Bag") -> float:
        """How far two bags are the same: 0 to 1."""
        both = self.dot(other)
        return both / (self.size * other.size) if both else 0.0

    def dot(self, other: "Bag") -> float:
        """The weights of the words in both, multiplied and summed."""
        yours = other.weights
        return fsum([weight * yours[k] for k, weight in self.weights.items() if k in yours])

    def covers(self, other: "Bag") -> float:
        """How much of another bag, by weight, is in this one: 0 to 1."""
        both = fsum(w for k, w in other.weights.items() if k in self.weights)
        return both / fsum(other.weights.values()) if both else 0.0

    def shared(self, other: "Bag") -> list[str]:
        """The words in both as this one prints them, the weightiest first."""
        both = self.weights.keys() & other.weights.keys()
        return [self.printed[k] for k in sorted(both, key=lambda k: (-self.weights[k], k))]


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Lower case without accents or apostrophes: the form under which names are compared."""
    if text.isascii():
        return text.replace("'", "").replace("`", "").lower().strip()
    plain = unicodedata.normalize("NFKD", text)
    return "".join(c for c in plain if not unicodedata.combining(c) and c not in "'’ʼ`").casefold().strip()


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """A crude English stem: "assaults" and "assaulted" meet, names keep their shape."""
    for ending, rest in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3 and not word.endswith("ss"):
            word = word[: -len(ending)] + rest
            break
    return word[:-1] if word.endswith("e") and len(word) > 4 else word


class Word(msgspec.Struct, frozen=True, gc=False):
    """A content word as a text prints it, folded and by its stem, with its weight where it opens a text and after."""

    printed: str
    plain: str
    stem: str
    generic: bool
    opening: float
    inside: float


@lru_cache(maxsize=65536)
def word(raw: str) -> Word | None:
    """A word of a text; None where it says nothing."""
    printed, table, scale = bared(raw), lists(), weights().words
    plain = fold(printed)
    if len(plain) < 2 or plain in table.stop or all(part in table.stop for part in plain.split("-")):
        return None
    generic = plain in table.generic
    opening = scale.generic if generic else scale.plain
    inside = scale.name if printed[0].isupper() and not generic else opening
    return Word(intern(printed), plain, intern(stem(plain)), generic, opening, inside)


def bared(raw: str) -> str:
    """A word without its possessive."""
    return raw.removesuffix("'s").removesuffix("’s")


@lru_cache(maxsize=1 << 8)
def _told(text: str) -> list[tuple[Word, float]]:
    """The content words of a text in its order, each with the weight that it has where it stands."""
    return [(one, one.inside if m.start() else one.opening) for m in WORD.finditer(text) if (one := word(m.group()))]


def content(text: str, leave: frozenset[str] = frozenset()) -> Bag:
    """The content words of a text. `leave` are folded words to leave out."""
    return _bag([told for told in _told(text) if told[0].plain not in leave])


def only(text: str, names: frozenset[str], leave: frozenset[str] = frozenset()) -> Bag:
    """Of the content words of a text those that are among some folded names."""
    stems = {stem(n) for n in names}
    return _bag([told for told in _told(text) if told[0].stem in stems and told[0].plain not in leave])


def _bag(told: Iterable[tuple[Word, float]]) -> Bag:
    """A word told twice weighs what it weighs where it weighs most, and is printed as it stands first."""
    found: dict[str, float] = {}
    printed: dict[str, str] = {}
    for one, weight in told:
        key = one.stem
        if key not in found:
            found[key], printed[key] = weight, one.printed
        elif weight > found[key]:
            found[key] = weight
    return Bag(found, printed, sqrt(fsum([w * w for w in found.values()])))


def stems(parts: Iterable[Part], leave: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """The stems of the content words of some parts of texts but for those of every report, each once: a small thing."""
    found = set[str]()
    for text, start, end in parts:
        starts, told = _specific(text)
        some = told[bisect_left(starts, start) : bisect_left(starts, end)]
        found.update([one.stem for one in some if one.plain not in leave])
    return tuple(sorted(found))


@lru_cache(maxsize=1 << 8)
def _specific(text: str) -> tuple[list[int], list[Word]]:
    """The content words of a text but for those of every report, and where each begins."""
    told = [(m.start(), one) for m in WORD.finditer(text) if (one := word(m.group())) and not one.generic]
    return [at for at, _ in told], [one for _, one in told]


def within(left: Set[str], right: Set[str]) -> float:
    """How many of the fewer stems the others have: 0 to 1."""
    fewer = min(len(left), len(right))
    return len(left & right) / fewer if fewer else 0.0


def printed(title: str, text: str, shown: Iterable[str]) -> list[str]:
    """Some stems as a title and the text under it first print them, in their order."""
    firsts = _firsts(title, text)
    return [raw for _, raw in sorted(firsts[key] for key in shown if key in firsts)]


@lru_cache(maxsize=1 << 10)
def _firsts(title: str, text: str) -> dict[str, tuple[int, str]]:
    """For each stem of a title and text where it stands first among all words, and how it is printed there."""
    found: dict[str, tuple[int, str]] = {}
    for at, raw in enumerate(dict.fromkeys(WORD.findall(f"{title}\n{text}"))):
        key, bare = _stemmed(raw)
        if key not in found:
            found[key] = (at, bare)
    return found


@lru_cache(maxsize=65536)
def _stemmed(raw: str) -> tuple[str, str]:
    """The stem of any word of a text, and the word without its possessive."""
    bare = bared(raw)
    return stem(fold(bare)), bare


def listed(items: Iterable[str]) -> str:
    """Items as a sentence lists them: "a", "a and b", "a, b and c"."""
    every = list(items)
    if len(every) < 2:
        return "".join(every)
    return f"{', '.join(every[:-1])} and {every[-1]}"
