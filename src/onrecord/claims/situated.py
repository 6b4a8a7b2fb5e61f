"""A proposition -> whether it only tells where a place lies, which is no event: "Vesk is 10 km from the front"."""

import re

from onrecord.claims.lexicon import either, table
from onrecord.records import Span

_LEAD = 60
"""Characters in which such a proposition comes to its verb and to where the place lies."""

_LONG = 5
"""A name of so many words is none."""

LENGTH = r"(?:km|kilomet(?:re|er)s?|miles?|met(?:re|er)s|yards)\b"
"""A unit in which it is told how far away a place lies."""
_FAR = rf"[\w.,-]+ (?:\([^)]*\) )?{LENGTH}"
_SIDE = r"(?:near|close to|(?:north|south|east|west)[a-z-]* of|on the (?:border|coast|bank|edge))\b"
_IS = r"(?:lies|sits|(?:is|are|was|were) (?:located|situated))"
_LIES = re.compile(
    rf"\b(?:{_IS} (?:\w+ ){{0,2}}?(?:{_FAR}|{_SIDE})|(?:is|are) (?:\w+ )?{_FAR})",
    re.IGNORECASE,
)


def situated(text: str, part: Span) -> bool:
    """Whether the proposition at `part` says of a place that it lies somewhere."""
    found = _LIES.search(text, part.start, min(part.end, part.start + _LEAD))
    if found is None:
        return False
    lead = text[part.start : found.start()]
    words = lead.split()
    if not words or len(words) > _LONG or "," in lead:
        return False
    named = words[-1][:1].isupper() and words[-1].isalpha()
    return named or re.fullmatch(either(table("places")["situated"]), words[-1].lower()) is not None
