"""Text -> content words with fixed weights, so that one more report never shifts how two others compare."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from math import fsum, sqrt
from sys import intern

import msgspec

from onrecord.events.tables import lists, weights

WORD = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*")
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
        mine, yours = self.weights, other.weights
        both = mine.keys() & yours.keys()
        return fsum([mine[k] * yours[k] for k in both]) if both else 0.0

    def covers(self, other: "Bag") -> float:
        """How much of another bag, by weight, is in this one: 0 to 1."""
        both = fsum(w for k, w in other.weights.items() if k in self.weights)
        return both / fsum(other.weights.values()) if both else 0.0

    def only(self, names: frozenset[str]) -> "Bag":
        """The words of this bag that are among some folded words."""
        stems = {stem(n) for n in names}
        found = {k: w for k, w in self.weights.items() if k in stems}
        printed = {k: self.printed[k] for k in found}
        return Bag(found, printed, sqrt(fsum(w * w for w in found.values()))) if found else Bag()

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


def content(text: str, leave: frozenset[str] = frozenset()) -> Bag:
    """The content words of a text. `leave` are folded words to leave out."""
    table, scale = lists(), weights().words
    found: dict[str, float] = {}
    printed: dict[str, str] = {}
    for match in WORD.finditer(text):
        raw = match.group().removesuffix("'s").removesuffix("’s")
        plain = fold(raw)
        if len(plain) < 2 or plain in table.stop or plain in leave:
            continue
        name = raw[0].isupper() and match.start() > 0
        weight = scale.generic if plain in table.generic else scale.name if name else scale.plain
        key = stem(plain)
        found[key] = max(found.get(key, 0.0), weight)
        printed.setdefault(key, intern(raw))
    return Bag(found, printed, sqrt(fsum(w * w for w in found.values())))


def stems(text: str, leave: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """The stems of a text's content words but for those of every report, each once: a small thing to hold."""
    table = lists()
    plain = {fold(m.group().removesuffix("'s").removesuffix("’s")) for m in WORD.finditer(text)}
    told = {w for w in plain if len(w) > 1 and w not in table.stop and w not in table.generic and w not in leave}
    return tuple(sorted({stem(w) for w in told}))


def within(left: tuple[str, ...], right: tuple[str, ...]) -> float:
    """How many of the fewer stems the others have: 0 to 1."""
    fewer = min(len(left), len(right))
    return len(set(left).intersection(right)) / fewer if fewer else 0.0


def printed(text: str, shown: Iterable[str]) -> list[str]:
    """Some stems as a text first prints them, in its order."""
    asked, found = set(shown), dict[str, str]()
    for match in WORD.finditer(text):
        raw = match.group().removesuffix("'s").removesuffix("’s")
        if (key := stem(fold(raw))) in asked:
            found.setdefault(key, raw)
    return list(found.values())


def listed(items: Iterable[str]) -> str:
    """Items as a sentence lists them: "a", "a and b", "a, b and c"."""
    every = list(items)
    if len(every) < 2:
        return "".join(every)
    return f"{', '.join(every[:-1])} and {every[-1]}"
