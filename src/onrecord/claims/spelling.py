"""Folded name -> what its spellings share: Huliaipole, Hulyaypole and Gulyaipole are one name.

English reports write East Slavic names after the Ukrainian or the Russian form, by half a dozen tables each, and Arabic
names as they are heard. A skeleton merges what the tables and the languages tell apart: for East Slavic names g and h,
the i and y of glides, unstressed o and a, endings; for Arabic names articles, vowels, and letters that English lacks.
"""

import re
from functools import lru_cache

SLAVIC = frozenset(("UA", "RU", "BY"))
ARABIC = frozenset(("PS", "LB", "SY", "IQ", "JO", "SA", "YE", "EG", "LY", "SD"))
LANDS = SLAVIC | ARABIC
"""Countries whose names have skeletons."""

_SHORTEST = {"s": 5, "a": 4}
"""A shorter skeleton is shared by chance too often to be used."""
_STEPS = {
    "s": (
        (r"[^a-z]", ""),
        (r"shch|sch", "s"),
        (r"kh|gh|g", "h"),
        (r"tz|ts|cz", "c"),
        (r"x", "ks"),
        (r"w", "v"),
        (r"[iyj]+a", "a"),
        (r"[iyj]+o", "e"),
        (r"[iyj]+u", "u"),
        (r"[eiyj]+", "i"),
        (r"o", "a"),
        (r"a+", "a"),
        (r"[ia]v(?=k|s|$)", "av"),
        (r"(.)\1", r"\1"),
        (r"(?<=.{4})[aiu]+$", ""),
    ),
    "a": (
        (r"\b(?:[ae][ldrsztn]|[ae]sh)(?= )|[^a-z ]", ""),
        (r"kh|h", "h"),
        (r"q|gh|g", "k"),
        (r"[dts]h", lambda m: m[0][0]),
        (r"(?<=\w)[aeiouywh]+| ", ""),
        (r"(.)\1", r"\1"),
    ),
}
_COMPILED = {family: [(re.compile(p), into) for p, into in steps] for family, steps in _STEPS.items()}


@lru_cache(maxsize=4096)
def skeleton(folded: str, land: str) -> str:
    """What the spellings of a name of a country share; "" where too little is left.

    >>> skeleton("gulyaipole", "UA") == skeleton("huliaipole", "UA") == skeleton("hulyaypole", "UA")
    True
    >>> skeleton("tal rifaat", "SY") == skeleton("tall rifat", "SY")
    True
    """
    family = "s" if land in SLAVIC else "a" if land in ARABIC else ""
    if not family:
        return ""
    for pattern, into in _COMPILED[family]:
        folded = pattern.sub(into, folded)
    return f"{family}{folded}" if len(folded) >= _SHORTEST[family] else ""
