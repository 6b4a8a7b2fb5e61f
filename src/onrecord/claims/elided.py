"""A proposition without a subject -> whose act it is: the speaker's ("denied shelling Vesk"), or nobody's that it names
("..., killing two").
"""

import re

from onrecord.claims.lexicon import table
from onrecord.claims.marks import Mark, Marks
from onrecord.records import Actor, Span, Speaker

_LEAD = frozenset({"to", "have", "having", "had", "of"})
_JOINT = re.compile(r"(?:[,;–—]|\b(?:and|but|then))\s*$")
_NEAR = 8


def elided(seen: Marks, span: Span, predicate: Mark, speaker: Speaker | None) -> Actor | None:
    """The speaker, where the proposition begins with its predicate and goes on with no other clause."""
    first = seen.tokens.range(span)[0]
    while seen.tokens.all[first].low in _LEAD and first < predicate.first:
        first += 1
    if speaker is None or speaker.party is None or predicate.first > first or trails(seen, span):
        return None
    if not _verbal(seen.tokens.all[first].low) and first == seen.tokens.range(span)[0]:
        return None
    return Actor(span=predicate.span, name=speaker.name or speaker.party, party=speaker.party)


def trails(seen: Marks, span: Span) -> bool:
    """Whether a proposition begins with a verb whose subject stands in the clause before it."""
    if not _verbal(seen.tokens.all[seen.tokens.range(span)[0]].low):
        return False
    return _JOINT.search(seen.tokens.text, max(0, span.start - _NEAR), span.start) is not None


def past(word: str) -> bool:
    """Whether a word looks like a past form."""
    return word.endswith("ed") or word in table("roles")["past"]


def _verbal(word: str) -> bool:
    """Whether a word looks like a participle or a past."""
    return word.endswith("ing") or past(word)
