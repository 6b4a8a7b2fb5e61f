"""Accounts told together: what independent origins both report, and figures that differ."""

from collections.abc import Collection, Iterable

from onrecord.briefing import house
from onrecord.briefing.credit import theirs
from onrecord.briefing.draft import Draft, standing
from onrecord.briefing.lexicon import inside, kinds, measures, nouns, over, words
from onrecord.briefing.pen import Pen, anonymous, outlet, rumour, speaker, verb, voiced
from onrecord.briefing.shelf import Shelf
from onrecord.briefing.tally import moment, whole
from onrecord.briefing.unit import Unit
from onrecord.records import Claim, Event, Extent, PlaceRole, Quantity, Stance

Counted = tuple[Claim, Quantity]
"""A figure and the claim that it stands in."""
ASSERTING = (Stance.ASSERTED, Stance.HEDGED, Stance.UNATTRIBUTED)


def joint(event: Event, claims: Iterable[Claim], shelf: Shelf) -> Draft | None:
    """What at least two independent origins report alike: the kind of thing, at a place; None where they do not."""
    if event.kind not in kinds() or event.kind in ("other", "information"):
        return None
    fits = [c for c in claims if c.kind == event.kind and c.stance in ASSERTING and _heard(c, shelf)]
    groups = {c: o.id for o in event.origins for c in o.claims}
    chosen: dict[tuple[str, str], Claim] = {}
    for claim in fits:
        rank = next(iter(standing((claim,), shelf)))
        taken = {groups.get(c.id, c.id) for c in chosen.values()}
        if rank not in chosen and (groups.get(claim.id, claim.id) not in taken) and _near(claim, chosen.values()):
            chosen[rank] = claim
    told = tuple(chosen.values())[:3]
    where = shared(told)
    if len(told) < 2 or not where:
        return None
    spans = tuple((c, c.proposition) for c in told)
    return Draft(form="joint", claims=told, spans=spans, words=lambda pen: _both(event.kind, told, where, pen))


def _near(claim: Claim, others: Iterable[Claim]) -> bool:
    return all(shared((claim, other)) for other in others)


def _heard(claim: Claim, shelf: Shelf) -> bool:
    return (
        voiced(claim, shelf)
        and bool(_grounds(claim))
        and not anonymous(claim, shelf)
        and not rumour(claim, shelf)
        and not claim.debunked
        and not claim.background
        and not claim.attribution.chain
        and verb(claim, shelf) is not None
        and whole(claim, shelf)
        and theirs(Unit(claims=(claim,), spans=(claim.proposition,)), shelf)
    )


def _both(kind: str, claims: tuple[Claim, ...], where: str, pen: Pen) -> str:
    names = house.listed([pen.who(c) for c in claims]).replace(",,", ",")
    all_of = "both" if len(claims) == 2 else "all"
    return f"{house.capital(names)} {all_of} reported {kinds()[kind].phrase} in {where}{moment(claims, pen.shelf)}."


def shared(claims: Iterable[Claim]) -> str:
    """The finest settlement or region that all claims place the thing in; empty where there is none."""
    told = tuple(claims)
    alike = set.intersection(*(_grounds(c) for c in told)) if told else set()
    named = {p.name: p.precision for c in told for p in c.places if p.name in alike}
    fine = [n for n, extent in named.items() if extent is Extent.SETTLEMENT]
    return min(fine or sorted(named) or sorted(alike), default="")


def _grounds(claim: Claim) -> set[str]:
    at = [p for p in claim.places if p.role is PlaceRole.AT and p.geonameid is not None]
    fine = (Extent.SETTLEMENT, Extent.REGION, Extent.DISTRICT)
    return {p.name for p in at if p.precision in fine} | {p.region for p in at if p.region}


def account(claim: Claim, value: str, pen: Pen) -> str:
    """One account in a list of accounts: "Ukraine's air force said 94"."""
    shelf = pen.shelf
    if anonymous(claim, shelf):
        return f"{outlet(claim, shelf)} reported, citing {inside(speaker(claim, shelf))}, {value}"
    told = "reported" if claim.speaker is None and not shelf.source(claim).speaker else "said"
    return f"{pen.carried(claim)} {told} {value}"


def differ(rows: list[Counted], shelf: Shelf) -> Draft | None:
    """Accounts of one measure that exclude each other, in one sentence; None where they cannot be named."""
    rows = [(c, q) for c, q in rows if voiced(c, shelf) and q.value is not None and q.operator in words().operators]
    if len({q.value for _, q in rows}) < 2:
        return None
    claims = tuple({c.id: c for c, _ in rows}.values())
    return Draft(
        form="differ",
        claims=claims,
        spans=tuple((c, c.proposition) for c in claims),
        words=lambda pen: _accounts(rows, pen),
        figures=tuple(q for _, q in rows),
    )


def _accounts(rows: list[Counted], pen: Pen) -> str:
    style = pen.shelf.story.style
    claims = tuple(c for c, _ in rows)
    told = [account(c, house.bounded(q.value or 0, q.operator, style) or "", pen) for c, q in rows]
    return f"Accounts of {compared(rows, pen.shelf)}{moment(claims, pen.shelf)} differ: {house.listed(told)}."


def compared(rows: Collection[Counted], shelf: Shelf) -> str:
    """What accounts count, and where: "drones shot down over Vell region", "people killed in Harno"."""
    return f"{common(rows)}{where(*next(iter(rows))) or _in(rows, shelf)}"


def _in(rows: Collection[Counted], shelf: Shelf) -> str:
    """ " in Harno", where all accounts are of people of that one settlement."""
    people = all(q.measure in words().moving for _, q in rows)
    common = set.intersection(*(nearby(c, shelf) for c, _ in rows))
    return f" in {common.pop()}" if people and len(common) == 1 else ""


def nearby(claim: Claim, shelf: Shelf) -> set[str]:
    """The settlements in which a claim says that it happened; of one that names none the only one of its report, if
    its speaker or the report itself names it."""
    every = shelf.of(claim.document)
    own = towns(c for c in every if c.speaker is None or speaker(c, shelf) == speaker(claim, shelf))
    return towns((claim,)) or (own if len(towns(every)) == 1 else set())


def towns(claims: Iterable[Claim]) -> set[str]:
    """The settlements in which claims say that it happened."""
    at = (p for c in claims for p in c.places if p.role is PlaceRole.AT)
    return {p.name for p in at if p.precision is Extent.SETTLEMENT}


def common(rows: Iterable[Counted]) -> str:
    """What all accounts count: the plainest of their things, "missiles launched" of them and ballistic ones."""
    return min((thing(q) for _, q in rows), key=lambda told: (len(told), told))


def thing(quantity: Quantity) -> str:
    """What a quantity counts: "drones shot down"."""
    return measures()[quantity.measure].thing.format(objects=(nouns(quantity) or ("", "things"))[1])


def where(claim: Claim, quantity: Quantity) -> str:
    """The place that a figure covers, with its preposition and a space before it."""
    return over(quantity.measure, covered(claim, quantity))


def covered(claim: Claim, quantity: Quantity) -> str | None:
    """The part that a figure covers: told with it, or the one region or settlement of a claim with one such figure.

    Of people only what is told with it: "12 died in Harno" counts all of them.
    """
    several = sum(q.measure is quantity.measure for q in claim.quantities) > 1
    if quantity.place is not None or several or quantity.measure in words().moving:
        return quantity.place
    wide = (Extent.COUNTRY, Extent.UNKNOWN)
    said = (claim.proposition, *claim.attribution.content)
    near = [p for p in claim.places if p.role is PlaceRole.AT and any(s.holds(p.span) for s in said)]
    named = {p.name for p in near if p.precision not in wide}
    return named.pop() if len(named) == 1 else None
