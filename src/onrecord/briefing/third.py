"""A body's own "we" and "our" in the third person, as reported speech has them: "its drones had hit the bridge"."""

import re
from itertools import pairwise

from onrecord.briefing.lexicon import clauses, words
from onrecord.briefing.pen import speaker
from onrecord.briefing.shelf import Shelf
from onrecord.records import Claim

_OURS = re.compile(r"\b([Oo])ur\b")
_WE = re.compile(r"\b([Ww])e (?=([a-z]+)\b)")
_QUOTED = re.compile(r"(“[^”]*”|\"[^\"]*\"|‘[^’]*’)")
_LEAST = 5
"""Letters of a past in "-ed": "need" is none."""


def third(text: str, claim: Claim, shelf: Shelf) -> str:
    """The words of a body in its own channel, told of it: "our" is "its", and "we" "it" before a verb that does not
    change. What stands between quotation marks, and what anybody else says, stays as it is, and so does all of it
    where "its" might be another's."""
    name = speaker(claim, shelf)
    person = shelf.person(name, shelf.published(claim).date())
    if person is not None or claim.attribution.cue is not None or shelf.source(claim).speaker != name:
        return text
    parts = _QUOTED.split(text)
    if any(_others(part) for part in parts[::2]):
        return text
    return "".join(part if at % 2 else _told(part) for at, part in enumerate(parts))


def _others(text: str) -> bool:
    """Whether somebody else is told of before an "our": another's name, an owner, an "its"."""
    last = max((m.start() for m in _OURS.finditer(text)), default=0)
    found = ["", *re.findall(r"[\w’']+", text[:last])]
    return any(_other(before, word) for before, word in pairwise(found))


def _other(before: str, word: str) -> bool:
    known = words()
    if word.lower() in known.owners or re.search(r"['’]s?$", word):
        return True
    named = word[0].isupper() and word.lower() not in known.opening
    return named and before.lower() not in known.whereat and not before.isdigit()


def _told(text: str) -> str:
    ours = _OURS.sub(lambda m: "Its" if m[1] == "O" else "its", text)
    return _WE.sub(lambda m: ("It " if m[1] == "W" else "it ") if _fits(m[2]) else m[0], ours)


def _fits(verb: str) -> bool:
    """Whether a verb after "we" stays as it is after "it"."""
    regular = verb.endswith("ed") and not verb.endswith("eed") and len(verb) >= _LEAST
    return regular or verb in words().unbending or verb in clauses().past or verb in clauses().both
