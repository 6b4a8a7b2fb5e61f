"""Whether words make a clause: a heading, a caption or a scrap of telegram style cannot stand behind "that"."""

import re

from onrecord.briefing.house import value
from onrecord.briefing.lexicon import clauses

_TOKEN = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*|[^\w\s]")
_RELATIVE = ("that", "which", "who")
"""Behind these a verb is of a clause inside the clause: "49 jammed of 102 that came"."""
_LEAST = 4
"""Letters of a word in "-ed" that can be a verb: "red" and "bed" cannot."""


def finite(text: str) -> bool:
    """Whether the words hold a finite verb, as far as the lists of clauses.toml tell.

    An auxiliary, a past that is no participle, or one of either kind before an object. What is not listed is none.
    """
    tokens = [t.lower().replace("’", "'") for t in _TOKEN.findall(text)]
    return any(_verb(tokens, at) for at in range(len(tokens)))


def _verb(tokens: list[str], at: int) -> bool:
    listed, word = clauses(), tokens[at]
    before = tokens[at - 1] if at else ""
    if before in _RELATIVE and at > 1:
        return False
    if word in listed.finite or word.endswith("n't"):
        return True
    if word in listed.past:
        return bool(before)
    if not before[-1:].isalnum():
        return False
    if word in listed.present:
        return before not in listed.before
    if word in listed.both or word in listed.harm:
        after = tokens[at + 2 : at + 4] if tokens[at + 1 : at + 2] and tokens[at + 1] in listed.particles else []
        return before not in listed.before and (_object(tokens[at + 1 : at + 3]) or _object(after))
    regular = word.endswith("ed") and len(word) >= _LEAST and "-" not in word
    return regular and before not in listed.before and value(before) is None and not before.isdigit()


def _object(after: list[str]) -> bool:
    """Whether an object begins: "hit the depot", "hit 12 houses", "hit at least two"; not "hit at dawn"."""
    first, second = (*after, "", "")[:2]
    if not first:
        return False
    if first == "at":
        return second == "least"
    if first in ("over", "up", "around", "about"):
        return value(second) is not None or second.isdigit() or second == "to"
    return first in clauses().objects or value(first) is not None or first[:1].isdigit()
