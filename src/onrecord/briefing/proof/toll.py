"""Tolls: how many were killed or hurt and where, each figure one of its claims' own, the place named by one of them."""

import re
from typing import NamedTuple

from onrecord.briefing.lexicon import nouns, words
from onrecord.briefing.proof import names, times
from onrecord.briefing.proof.count import grounded
from onrecord.briefing.proof.stack import Stack
from onrecord.briefing.proof.tokens import value
from onrecord.records import Claim, Extent, Measure, Number, Operator, PlaceRole, Quantity, Scope, Sentence, Stance

COUNTED = {
    "killed": Measure.KILLED,
    "wounded": Measure.WOUNDED,
    "missing": Measure.MISSING,
    "affected": Measure.AFFECTED,
    "damaged": Measure.DAMAGED,
    "destroyed": Measure.DESTROYED,
    "recorded": Measure.ENGAGEMENTS,
}
"""How a toll prints each measure that it may tell."""
_TIME = r"(?P<time> (?:on|in the night to) \d{1,2} [A-Z][a-z]+(?: \d{4})?)?"
_BOUND = r"(?:(?P<op{0}>at least|up to|more than|fewer than|about|almost) )?(?P<n{0}>[\w,.-]+)"
_PART = rf"(?:, {_BOUND.format('{0}p')} of them (?P<kind{{0}}>[a-z ]+?),)?"
_DONE = "|".join(COUNTED)
_FIRST = rf"{_BOUND.format(1)} (?P<thing1>[a-z ]+?){_PART.format(1)} (?P<be1>was|were) (?P<done1>{_DONE})"
_SECOND = rf"{_BOUND.format(2)}(?: (?P<thing2>[a-z ]+?))?{_PART.format(2)}(?: (?P<be2>was|were))? (?P<done2>{_DONE})"
NEAR = re.compile(r"\b(near|outside|off|towards?|beyond)( the)? $")
"""Words before a place that say that something happened beside it."""
_SHAPE = re.compile(rf"{_FIRST}(?: and {_SECOND})? (?:in|(?P<front>on the)) (?P<place>[^,;]+?){_TIME}\.")


class Told(NamedTuple):
    """One figure of a toll that stands: its claim, the quantity, and that of its part."""

    claim: Claim
    quantity: Quantity
    part: Quantity | None


def parse(text: str) -> re.Match[str] | None:
    """The parts of a toll after "said that"; None where it is none."""
    _, said, body = text.partition(" said that ")
    return _SHAPE.fullmatch(body) if said else None


def toll(sentence: Sentence, stack: Stack, met: set[str]) -> str | None:
    """None if one speaker gave each figure in its role and named the place; else why not. Meets the speaker."""
    claims = [stack.claims[c] for c in sentence.claims]
    found, told = parse(sentence.text), figures(sentence, stack)
    if found is None or told is None:
        return "its figures are not those of its claims"
    counted = [t.claim for t in told]
    if len({(names.heard(c, stack), c.document) for c in counted}) != 1 or any(_unfit(c, stack) for c in counted):
        return "its speaker did not simply say so"
    known = set(met)
    who = names.mention(claims[0], stack, known) or ""
    if claims[0] not in counted or sentence.text.partition(" said that ")[0] != who[:1].upper() + who[1:]:
        return "its speaker is not the one of its claims"
    if (found["time"] or "") != times.common([c.moment for c in counted], stack.story.zone, stack.day.year):
        return "its time is not that of its claims"
    met |= known
    return _placed(found["place"], bool(found["front"]), claims, counted, stack)


def _placed(place: str, front: bool, claims: list[Claim], counted: list[Claim], stack: Stack) -> str | None:
    """Whether the place is the only one of the claims: the figures' own, of their report, or of their speaker."""
    fine = (Extent.SETTLEMENT, Extent.FRONT)
    sites = [(c, p) for c in claims for p in c.places if p.role is PlaceRole.AT and p.precision in fine]
    towns = {(p.name, p.precision) for _, p in sites}
    if all(NEAR.search(stack.text(c)[: p.span.start]) for c, p in sites):
        return "it happened beside the place, not in it"
    rest = [c for c in claims if c not in counted]
    report, name = counted[0].document, names.heard(counted[0], stack)
    near = all(names.heard(c, stack) == name or (c.document == report and c.speaker is None) for c in rest)
    told = {(q.measure, q.value) for c in counted for q in c.quantities}
    again = [
        c for c in stack.claims.values() if c.document in {r.document for r in rest} and _repeats(c, name, told, stack)
    ]
    near = near and (bool(again) or place in f"{stack.documents[report].title}\n{stack.text(counted[0])}")
    spare = len(rest) > 1 or any(not c.places for c in rest)
    wanted = {(place, Extent.FRONT if front else Extent.SETTLEMENT)}
    return None if towns == wanted and near and not spare else "its place is not that of its claims"


def _repeats(claim: Claim, name: str | None, told: set[tuple[Measure, Number | None]], stack: Stack) -> bool:
    """Whether a claim is the same speaker's, of one of the figures."""
    given = {(q.measure, q.value) for q in claim.quantities if q.value is not None}
    return names.heard(claim, stack) == name and bool(given & told)


def _unfit(claim: Claim, stack: Stack) -> bool:
    verb = names.cue(claim, stack)
    plain = claim.stance in (Stance.ASSERTED, Stance.UNATTRIBUTED) and claim.hedge is None
    said = verb is not None and verb.print in ("said", "reported", "wrote")
    return not (plain and said) or bool(claim.attribution.chain) or claim.background or names.stranger(claim, stack)


def figures(sentence: Sentence, stack: Stack) -> list[Told] | None:
    """The quantities that a toll tells; None where it tells one that no claim has so."""
    found = parse(sentence.text)
    claims = [stack.claims[c] for c in sentence.claims if c in stack.claims]
    if found is None:
        return None
    told = [_told(found, "1", None, claims, stack)]
    if found["done2"]:
        told.append(_told(found, "2", told[0], claims, stack))
    made = [t for t in told if t is not None]
    return made if len(made) == len(told) else None


def _told(found: re.Match[str], at: str, before: Told | None, claims: list[Claim], stack: Stack) -> Told | None:
    """The figure that one clause states, with its part."""
    measure, bound = COUNTED[found[f"done{at}"]], _bound(found, at)
    for claim in claims:
        for index, quantity in enumerate(claim.quantities):
            named = nouns(quantity)
            if named is None or (quantity.measure, quantity.value, quantity.operator) != (measure, *bound):
                continue
            thing = found[f"thing{at}"] or (before and _thing(before.quantity, quantity.value))
            be = found[f"be{at}"] or ("were" if before and before.quantity.value != 1 else "was")
            agrees = thing == _thing(quantity, quantity.value) and be == ("was" if quantity.value == 1 else "were")
            whole = (
                quantity.scope in (Scope.WHOLE, Scope.DAILY) and quantity.place is None and quantity.subset_of is None
            )
            part = _part(found, at, claim, index, stack)
            if agrees and whole and grounded(claim, quantity, stack) and (part is None) == (found[f"n{at}p"] is None):
                return Told(claim, quantity, part)
    return None


def _part(found: re.Match[str], at: str, claim: Claim, whole: int, stack: Stack) -> Quantity | None:
    """The part of a figure that is told beside it: "two of them children"."""
    if found[f"n{at}p"] is None:
        return None
    bound, kind = _bound(found, f"{at}p"), found[f"kind{at}"]
    for quantity in claim.quantities:
        named = nouns(quantity)
        same = quantity.subset_of == whole and (quantity.value, quantity.operator) == bound and quantity.place is None
        if same and named and kind == (f"a {named[0]}" if quantity.value == 1 else named[1]):
            return quantity if grounded(claim, quantity, stack) else None
    return None


def _bound(found: re.Match[str], at: str) -> tuple[Number | None, Operator]:
    operators = {told: operator for operator, told in words().operators.items()}
    return value(found[f"n{at}"]), operators[found[f"op{at}"] or ""]


def _thing(quantity: Quantity, counted: Number | None) -> str:
    one, many = nouns(quantity) or ("", "")
    return one if counted == 1 else many
