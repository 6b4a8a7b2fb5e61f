"""Counts of what flew or fell: number, thing, preposition and place must be those of the one claim that is cited."""

import re

from onrecord.briefing.lexicon import nouns, words
from onrecord.briefing.proof import names, times
from onrecord.briefing.proof.count import numbers
from onrecord.briefing.proof.stack import Stack
from onrecord.briefing.proof.tokens import same
from onrecord.records import Claim, Extent, Measure, PlaceRole, Quantity, Scope, Sentence, Stance

_SHAPE = re.compile(
    r".+ reported (?:(?:at least|up to|more than|fewer than|about|almost) )?(?P<many>[\d,]+|[a-z]+(?:-[a-z]+)?) "
    r"(?P<thing>[a-z ]+?) (?:over|on|at|in|near|towards|into|against) [A-Z][^,;]*\."
)
_BEHIND = 30
"""Characters behind the number in which the report must name the thing."""


def parse(text: str) -> bool:
    """Whether a sentence has the shape of a count."""
    found = _SHAPE.fullmatch(text)
    things = {name for pair in words().objects.values() for name in pair}
    return found is not None and found["thing"] in things


def noted(sentence: Sentence, stack: Stack, met: set[str]) -> str | None:
    """None if the claim's speaker counted just that, just there; else why not. Meets the speaker."""
    claims = [stack.claims[c] for c in sentence.claims]
    claim, verb = claims[0], names.cue(claims[0], stack)
    simply = claim.stance in (Stance.ASSERTED, Stance.UNATTRIBUTED) and claim.hedge is None and not claim.background
    said = verb is not None and verb.print in ("said", "reported", "wrote") and not claim.attribution.chain
    if len(claims) != 1 or not simply or not said or names.stranger(claim, stack):
        return "its speaker did not simply say so"
    known = set(met)
    who = names.mention(claim, stack, known)
    time = times.common([claim.moment], stack.story.zone, stack.day.year)
    place = _place(claim, stack)
    for quantity in found(sentence, stack):
        many = times.bound(quantity.value, quantity.operator, stack.story.style)
        thing = (nouns(quantity) or ("", ""))[quantity.value != 1]
        if place and same(sentence.text, f"{who} reported {many} {thing} {place}{time}."):
            met |= known
            return None
    return "its claim does not count this there"


def found(sentence: Sentence, stack: Stack) -> list[Quantity]:
    """The figures that a count may tell."""
    claim = stack.claims[sentence.claims[0]]
    return [q for q in claim.quantities if _grounded(claim, q, stack)]


def _grounded(claim: Claim, quantity: Quantity, stack: Stack) -> bool:
    """Whether the report prints the number, and behind it what it counts, as a whole and not as a wrong figure."""
    text, at, named = stack.text(claim), quantity.span, nouns(quantity)
    whole = quantity.scope in (Scope.WHOLE, Scope.DAILY) and quantity.place is None
    if quantity.measure is not Measure.LAUNCHED or not whole or named is None or not quantity.value:
        return False
    wrong = re.search(words().negated, text[max(0, at.start - 20) : at.start])
    behind = text[at.end : at.end + _BEHIND].lower()
    return quantity.value in set(numbers(at.of(text))) and named[0] in behind and not wrong


def _place(claim: Claim, stack: Stack) -> str | None:
    """The one place of a claim behind the preposition that the report prints before it; None where there is none."""
    text, told = stack.text(claim), set()
    places = [p for p in claim.places if p.role in (PlaceRole.AT, PlaceRole.TO)]
    places = [p for p in places if p.precision in (Extent.SETTLEMENT, Extent.DISTRICT, Extent.REGION)]
    for place in places:
        before = text[: place.span.start].split()[-2:]
        word = before[0] if before[-1:] == ["the"] else before[-1] if before else ""
        if word in ("over", "on", "at", "in", "near", "towards", "into", "against"):
            told.add(f"{word} {place.name}")
    return told.pop() if len(told) == 1 and len({p.name for p in places}) == 1 else None
