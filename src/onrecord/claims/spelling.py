"""Folded name -> what its spellings share: Huliaipole, Hulyaypole and Gulyaipole are one name.

English reports write East Slavic names after the Ukrainian or the Russian form, by half a dozen tables each, and others
as they are heard. A skeleton merges what the tables and the languages tell apart, by the steps of data/letters.toml.
"""

import re
from functools import cache, lru_cache

from onrecord.claims.lexicon import table

_FAMILIES = {land: name for name, family in table("letters")["skeletons"].items() for land in family["lands"]}
LANDS = frozenset(_FAMILIES)
"""Countries whose names have skeletons."""
ARABIC = frozenset(table("letters")["skeletons"]["a"]["lands"])
"""Countries whose names have the Arabic article."""


@lru_cache(maxsize=4096)
def skeleton(folded: str, land: str) -> str:
    """What the spellings of a name of a country share; "" where too little is left.

    >>> skeleton("gulyaipole", "UA") == skeleton("huliaipole", "UA") == skeleton("hulyaypole", "UA")
    True
    >>> skeleton("tal rifaat", "SY") == skeleton("tall rifat", "SY")
    True
    >>> skeleton("rajouri", "IN") == skeleton("rajauri", "IN")
    True
    """
    family = _FAMILIES.get(land, "")
    bare = bones(folded, land) if family else ""
    return f"{family}{bare}" if bare and len(bare) >= _steps(family)[0] else ""


@lru_cache(maxsize=4096)
def bones(folded: str, land: str) -> str:
    """A skeleton however short it is: good to compare two names of which something else says that they are one."""
    if (family := _FAMILIES.get(land)) is None:
        return folded
    for pattern, into in _steps(family)[1]:
        folded = pattern.sub(into, folded)
    return folded


@cache
def _steps(family: str) -> tuple[int, tuple[tuple[re.Pattern[str], str], ...]]:
    """The shortest skeleton of a family, and its steps."""
    told = table("letters")["skeletons"][family]
    return told["shortest"], tuple((re.compile(pattern), into) for pattern, into in told["steps"])
