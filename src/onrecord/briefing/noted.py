"""What one voice counts in the air, where its report makes no sentence: "Wire One reported 10 missiles over Harno"."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.briefing import house
from onrecord.briefing.draft import Draft
from onrecord.briefing.lexicon import nouns, words
from onrecord.briefing.pen import Pen, speaker
from onrecord.briefing.shelf import Shelf
from onrecord.briefing.tally import moment
from onrecord.briefing.toll import SCOPES, plain
from onrecord.records import Claim, Extent, Measure, PlaceRole, Quantity

NEAR = 30
"""Characters behind a number in which the thing that it counts must be printed."""
_AHEAD = re.compile(r"\b(over|on|at|in|near|towards|into|against)\s+(?:the\s+)?$")


@dataclass(frozen=True)
class Noted:
    """One figure, the claim that it stands in, and where: "over Harno"."""

    claim: Claim
    quantity: Quantity
    where: str


def noted(claims: Iterable[Claim], shelf: Shelf) -> tuple[Noted, ...]:
    """The newest count of each speaker, in the order in which the speakers come."""
    found: dict[str, Noted] = {}
    for claim in claims:
        made = _noted(claim, shelf) if plain(claim, shelf) else None
        if made is not None:
            found[speaker(claim, shelf)] = made
    return tuple(found.values())


def _noted(claim: Claim, shelf: Shelf) -> Noted | None:
    """The one count of a claim and its one place; None where either is not plain."""
    counts = [q for q in claim.quantities if _counts(q, claim, shelf)]
    where = _where(claim, shelf)
    return Noted(claim, counts[0], where) if len(counts) == 1 and where else None


def _counts(quantity: Quantity, claim: Claim, shelf: Shelf) -> bool:
    """Whether a figure counts what flew or fell, with the word for it right behind the number."""
    named = nouns(quantity)
    fits = quantity.measure is Measure.LAUNCHED and quantity.scope in SCOPES and quantity.place is None
    if not fits or named is None or not quantity.value or quantity.operator not in words().operators:
        return False
    text, at = shelf.document(claim).text, quantity.span
    negated = re.search(words().negated, text[max(0, at.start - 20) : at.start])
    return named[0] in text[at.end : at.end + NEAR].lower() and not negated


def _where(claim: Claim, shelf: Shelf) -> str:
    """ "over Harno", as the report prints it of the one place of a claim; empty where there is none."""
    fine = (Extent.SETTLEMENT, Extent.DISTRICT, Extent.REGION)
    at = [p for p in claim.places if p.precision in fine and p.role in (PlaceRole.AT, PlaceRole.TO)]
    text = shelf.document(claim).text
    ahead = [_AHEAD.search(text[max(0, p.span.start - 14) : p.span.start]) for p in at]
    told = {f"{m[1]} {p.name}" for p, m in zip(at, ahead, strict=True) if m is not None}
    return told.pop() if len(told) == 1 and len({p.name for p in at}) == 1 else ""


def draft(count: Noted) -> Draft:
    """The count as one sentence."""
    return Draft(
        form="noted",
        claims=(count.claim,),
        spans=((count.claim, count.claim.proposition),),
        words=lambda pen: _sentence(count, pen),
        figures=(count.quantity,),
    )


def _sentence(count: Noted, pen: Pen) -> str:
    one, many = nouns(count.quantity) or ("", "")
    told = house.bounded(count.quantity.value or 0, count.quantity.operator, pen.shelf.story.style)
    thing = one if count.quantity.value == 1 else many
    who = house.capital(pen.who(count.claim))
    return f"{who} reported {told} {thing} {count.where}{moment((count.claim,), pen.shelf)}."
