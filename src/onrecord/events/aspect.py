"""A claim and its figures -> what it counts: a whole wave, a whole day, or one place hit."""

from onrecord.events.figures import Amount
from onrecord.events.ground import Spot, town
from onrecord.events.tables import kinds, weights
from onrecord.records import Claim, Extent, PlaceRole, Scope

SMALL = (Extent.POINT, Extent.SETTLEMENT)
"""How precise a town is."""


def soaring(family: str, figures: tuple[Amount, ...]) -> str:
    """The family of a claim by what it counts: what was shot down was in the air, and so was what set out in a wave."""
    told = {a.measure for a in figures}
    lost = family == "loss" and not told.isdisjoint(kinds().defence)
    sent = family == "movement" and any(a.measure == "launched" and not salvo(a) for a in figures)
    return "aerial" if lost or sent else family


def aspect(claim: Claim, family: str, figures: tuple[Amount, ...]) -> str | None:
    """Whether the claim tells of a whole wave or of one place hit; None where it could be either.

    A salvo of few missiles at one target is one with the hit on it; so many as no one thing takes are a wave.
    """
    row = kinds().row(claim.kind)
    if family != "aerial":
        return row.aspect
    told = [a for a in figures if a.measure in kinds().wave]
    if told and all(salvo(a) for a in told):
        return None
    if told and (claim.object is None or len(towns(claim)) > 1):
        return None if local(claim) else "wave"
    if not towns(claim) and any(a.low >= weights().figures.swarm for a in told):
        return "wave"
    return "incident" if claim.object and not row.aspect else row.aspect if told else None


def daily(amount: Amount) -> bool:
    """Whether a figure is of a whole day: said to be, or of so many engagements or soldiers as no one place sees."""
    fought = amount.measure == "engagements" or (amount.measure == "casualties" and amount.population == "military")
    many = fought and (amount.value or 0) >= weights().figures.front and not amount.running
    return amount.measure in kinds().tallied and (many or amount.scope is Scope.DAILY)


def glance(family: str, part: str | None, running: bool, found: tuple[Spot, ...]) -> str:
    """The town by which claims are told apart at a glance; "" where one may hold for a wider place."""
    return "" if running or part == "wave" or family in kinds().paper else town(found)


def local(claim: Claim) -> bool:
    """Whether a claim names one town and no region: an attack on it may be one with the hit there."""
    at = {(p.name, p.precision) for p in claim.places if p.role is PlaceRole.AT}
    return len(at) == 1 and len(towns(claim)) == 1


def towns(claim: Claim) -> set[str]:
    """The towns in which it happened."""
    return {p.name for p in claim.places if p.role is PlaceRole.AT and p.precision in SMALL}


def salvo(amount: Amount) -> bool:
    """Whether so few of a weapon that flies at one target are counted that they may be one hit."""
    kind = amount.object.split()[-1:]
    return bool(kind) and kind[0] not in kinds().swarms and amount.low <= kinds().salvo
