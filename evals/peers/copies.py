"""Copies: documents that share most of their word 5-grams. Exact Jaccard, which MinHash estimates."""

import re
from collections import Counter, defaultdict

GRAM, ALIKE = 5, 0.5
_WORD = re.compile(r"[^\W_]+")
_STOP = re.compile(r"(?<=[.!?…])[\"”’»)]?\s+|\n+")


def groups(texts: list[str]) -> list[int]:
    """For each text the first of those that it is a copy of, through any number of hands; its own place if of none."""
    shingles = [_shingles(text) for text in texts]
    holders: dict[tuple[str, ...], list[int]] = defaultdict(list)
    of = list(range(len(texts)))
    for at, own in enumerate(shingles):
        shared = Counter(other for gram in own for other in holders[gram])
        for other, both in shared.items():
            if both >= ALIKE * len(own | shingles[other]):
                _join(of, at, other)
        for gram in own:
            holders[gram].append(at)
    return [_first(of, at) for at in range(len(texts))]


def _shingles(text: str) -> set[tuple[str, ...]]:
    words = _WORD.findall(text.lower())
    return {tuple(words[at : at + GRAM]) for at in range(max(1, len(words) - GRAM + 1))}


def _first(of: list[int], at: int) -> int:
    while of[at] != at:
        at = of[at]
    return at


def _join(of: list[int], left: int, right: int) -> None:
    low, high = sorted((_first(of, left), _first(of, right)))
    of[high] = low


def sentences(text: str) -> list[tuple[int, int]]:
    """The characters of each sentence that has a letter."""
    ends = [(m.start(), m.end()) for m in _STOP.finditer(text)]
    starts, stops = [0, *(e for _, e in ends)], [*(s for s, _ in ends), len(text)]
    return [(a, b) for a, b in zip(starts, stops, strict=True) if _WORD.search(text[a:b])]
