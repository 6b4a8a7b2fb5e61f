"""Text -> marks: where the words of the package's lexicons stand, found in one linear scan with a trie of words.

A lexicon maps phrases to values (several are joined by `|`). In its phrases `a|b` are alternatives, `word~` is a
regular verb in all its forms and `word+` a regular noun with its plural. Within one lexicon the longest phrase wins;
lexicons may overlap.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from itertools import product
from typing import Any, NamedTuple

from onrecord.claims.arms import arms
from onrecord.claims.lexicon import table
from onrecord.claims.tokens import Tokens, tokens
from onrecord.records import Span

_VOWELS = frozenset("aeiou")
_END = ""


class Mark(NamedTuple):
    """A phrase over tokens [first, last), characters [start, end); `value` is what it stands for."""

    first: int
    last: int
    start: int
    end: int
    value: str

    @property
    def span(self) -> Span:
        """The characters under the mark."""
        return Span(start=self.start, end=self.end)


class Marks:
    """The marks of one text, by lexicon, in the order of characters."""

    def __init__(self, source: Tokens, found: Mapping[str, list[Mark]]) -> None:
        self.tokens = source
        self._found = found
        self._starts = {name: [m.start for m in marks] for name, marks in found.items()}

    def of(self, lexicon: str, span: Span) -> list[Mark]:
        """The marks of one lexicon that lie inside `span`."""
        starts = self._starts.get(lexicon)
        if not starts:
            return []
        first, last = bisect_left(starts, span.start), bisect_left(starts, span.end)
        if first == last:
            return []
        found = self._found[lexicon][first:last]
        return found if found[-1].end <= span.end else [m for m in found if m.end <= span.end]


class Lexicons:
    """A trie over the phrases of several lexicons. Its branches grow when a text first has their word."""

    def __init__(self, entries: Iterable[tuple[str, str, str]]) -> None:
        """`entries` are (lexicon, value, phrase)."""
        self._root: dict[str, dict[str, Any]] = {}
        self._seeds: dict[str, list[tuple[str, str, str]]] = {}
        for entry in entries:
            first, *_ = entry[2].lower().split()
            for word in {_split(form)[0] for form in _inflect(first)}:
                self._seeds.setdefault(word, []).append(entry)

    def _grow(self, first: str) -> dict[str, Any]:
        """The branch of the phrases that begin with a word."""
        root: dict[str, Any] = {}
        for lexicon, value, phrase in self._seeds[first]:
            for words in (w for w in forms(phrase) if w[0] == first):
                node = root
                for word in words[1:]:
                    node = node.setdefault(word, {})
                ends = node.setdefault(_END, {})
                known = ends.get(lexicon)
                ends[lexicon] = value if known in {None, value} else f"{known}|{value}"
        self._root[first] = root
        return root

    def scan(self, text: str) -> Marks:
        """Every mark in `text`."""
        source = tokens(text)
        found: dict[str, list[Mark]] = {}
        for at, token in enumerate(source.all):
            if token.low in self._seeds:
                node = self._root.get(token.low) or self._grow(token.low)
                for lexicon, mark in self._walk(source, at, node):
                    _keep(found.setdefault(lexicon, []), mark)
        return Marks(source, found)

    def _walk(self, source: Tokens, at: int, node: dict[str, Any]) -> Iterator[tuple[str, Mark]]:
        """The marks that begin at token `at`; a hyphen inside a phrase may be printed or not."""
        every, start, end = source.all, source.all[at].start, at
        while True:
            for lexicon, value in node.get(_END, {}).items():
                yield lexicon, Mark(at, end + 1, start, every[end].end, value)
            end += 1
            if end < len(every) and every[end].low in "-‑–" and source.joined(end) and every[end].low not in node:
                end += 1
            if end >= len(every) or every[end].low not in node:
                return
            node = node[every[end].low]


def _keep(marks: list[Mark], mark: Mark) -> None:
    """Add a mark unless an earlier one covers it; a longer one from the same place takes its place."""
    if marks and marks[-1].first == mark.first:
        marks[-1] = mark
    elif not marks or marks[-1].last <= mark.first:
        marks.append(mark)


def forms(phrase: str) -> list[tuple[str, ...]]:
    """The word sequences that a phrase of a data file stands for."""
    return [
        tuple(word for part in parts for word in _split(part))
        for parts in product(*(_inflect(word) for word in phrase.lower().split()))
    ]


@cache
def _split(word: str) -> tuple[str, ...]:
    return tuple(t.low for t in Tokens(word).all if t.low not in "-‑–")


def _inflect(word: str) -> list[str]:
    return [form for part in word.split("|") for form in _each(part)]


def _each(part: str) -> list[str]:
    if part.endswith("~"):
        return _verb(part[:-1])
    if part.endswith("+"):
        return [part[:-1], _plural(part[:-1])]
    return [part]


def singular(word: str) -> str:
    """The singular of a regular noun in lower case; any other word as it is."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes", "zes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


def _plural(word: str) -> str:
    if word.endswith("y") and word[-2] not in _VOWELS:
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "x", "ch", "sh")) else "s")


def _verb(word: str) -> list[str]:
    if word.endswith("e"):
        return [word, word + "s", word + "d", word[:-1] + "ing"]
    past = word[:-1] + "ied" if word.endswith("y") and word[-2] not in _VOWELS else word + "ed"
    return [word, _plural(word), past, word + "ing"]


@lru_cache(maxsize=4)
def marks(text: str) -> Marks:
    """The marks of `text` in the package's lexicons, remembered for the last few texts."""
    return _package().scan(text)


@cache
def _package() -> Lexicons:
    """Objects, cues, scopes, weapons, facilities and triggers of the package's data files."""
    return Lexicons(_entries())


def _entries() -> Iterator[tuple[str, str, str]]:
    """(lexicon, value, phrase) of every data file."""
    for number, thing in enumerate(table("objects")["object"]):
        yield from (("object", str(number), word) for word in thing["words"])
    for number, cue in enumerate(table("measures")["cue"]):
        yield from (("cue", str(number), word) for word in cue["words"])
    for name, words in table("measures")["scope"].items():
        yield from (("scope", name, word) for word in words)
    for number, trigger in enumerate(table("kinds")["trigger"]):
        yield from (("trigger", str(number), word) for word in trigger["words"])
    for lexicon in ("context", "facility"):
        source = table("context" if lexicon == "context" else "facilities")[lexicon]
        yield from ((lexicon, name, word) for name, words in source.items() for word in words)
    for name in ("told", "counts"):
        yield from ((name, name, word) for word in table("background")[name])
    yield from (("idiom", "idiom", word) for word in table("context")["idiom"]["words"])
    for name in ("earnest", "harm"):
        yield from (("topic", name, word) for word in table("topics")[name]["words"])
    for name, field in table("topics")["field"].items():
        yield from (("topic", name, word) for word in field["words"])
    yield from (("information", "information", word) for word in table("kinds")["information"]["words"])
    yield from (("numeral", "numeral", word) for word in table("numbers")["units"] if word not in {"one", "both"})
    for number, arm in enumerate(arms()):
        yield from (("weapon", str(number), word) for word in arm.words)
