"""Name of a data file -> its table, and a list of phrases -> one pattern that finds them in linear time."""

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def table(name: str) -> dict[str, Any]:
    """The TOML data file `name` (without its ending), read once."""
    return tomllib.loads((files("onrecord") / "data" / f"{name}.toml").read_text(encoding="utf-8"))


def phrases(words: Iterable[str]) -> re.Pattern[str]:
    """A pattern for any of `words` as whole words, longest first, without regard to case; a space fits any white space.

    With no words, a pattern that fits nowhere.
    """
    longest = sorted(set(words), key=lambda w: (-len(w), w))
    if not longest:
        return re.compile(r"(?!)")
    parts = (re.escape(word).replace(r"\ ", r"\s+").replace("'", "['’]") for word in longest)
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)", re.IGNORECASE)


def inflect(entry: str) -> frozenset[str]:
    """The forms of a verb as the data files write it: "deny", "say|said", "call for" (inflected on its first word)."""
    base, *irregular = entry.split("|")
    first, _, rest = base.partition(" ")
    adverb = first.endswith("ly") and bool(rest)
    if adverb:
        return frozenset(f"{first} {form}" for form in inflect(entry.replace(f"{first} ", "")))
    tail = f" {rest}" if rest else ""
    made = {first, *_regular(first)}
    return frozenset({form + tail for form in made} | set(irregular))


def _regular(verb: str) -> tuple[str, ...]:
    """Third person, past and present participle by the rules of spelling."""
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"
    if verb.endswith("e"):
        return verb + "s", verb + "d", verb[:-1] + "ing"
    sibilant = verb.endswith(("s", "sh", "ch", "x", "z"))
    return verb + ("es" if sibilant else "s"), verb + "ed", verb + "ing"
