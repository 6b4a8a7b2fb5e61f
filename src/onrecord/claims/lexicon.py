"""Name of a data file -> its table, and a list of phrases -> one pattern that finds them in linear time."""

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from string import ascii_lowercase
from typing import Any

_Branches = dict[str, "_Branches"]
"""The parts of a pattern that may come next, each with those after it; "" ends a phrase."""

_ALIKE = {"i": "İı", "k": "\u212a", "s": "ſ"}  # what matches without regard to case, besides the capital
_JOINTS = {" ": r"\s+", "'": "['’]"}
_FIRST = {c: f"(?-i:[{c}{c.upper()}{more}])" for c, more in ((c, _ALIKE.get(c, "")) for c in ascii_lowercase)}
"""A first letter as a set: the engine passes over an alternative that cannot begin here without entering it."""


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
    root: _Branches = {}
    for word in longest:
        node = root
        for part in (_JOINTS.get(c) or re.escape(c.lower() if c.isascii() else c) for c in word):
            node = node.setdefault(part, {})
        node[""] = {}
    alternatives = (_FIRST.get(first, first) + _grown(rest) for first, rest in root.items())
    return re.compile(rf"(?<!\w)(?:{'|'.join(alternatives)})(?!\w)", re.IGNORECASE)


def either(words: Iterable[str]) -> str:
    """The part of a pattern that is any of `words`, longest first; a space fits any white space."""
    longest = sorted(set(words), key=lambda w: (-len(w), w))
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in longest)


def _grown(node: _Branches) -> str:
    """What may follow in a tree of phrases, the longest first: the engine tries each letter once, not each phrase."""
    ends = [""] if "" in node else []
    rest = [part + _grown(below) for part, below in node.items() if part]
    return f"(?:{'|'.join(rest + ends)})" if len(rest) + len(ends) > 1 else "".join(rest)


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
