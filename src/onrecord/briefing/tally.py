"""One account's tally as one sentence and one chart: 58 of 132 shot down, 72 lost, two returned."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.briefing import house
from onrecord.briefing.credit import theirs
from onrecord.briefing.draft import Draft
from onrecord.briefing.lexicon import line, measures, nouns, words
from onrecord.briefing.pen import Pen, anonymous, hedge, speaker, verb, voiced
from onrecord.briefing.shelf import Shelf
from onrecord.briefing.unit import Unit, headlined
from onrecord.records import Bar, Chart, Claim, Extent, Measure, Number, PlaceRole, Quantity, Scope, SourceKind, Stance

AIR = ("aerial_attack", "interception")
PARTS = (Measure.SHOT_DOWN, Measure.LOST_TO_EW, Measure.RETURNED, Measure.HIT, Measure.STILL_AIRBORNE)


@dataclass(frozen=True)
class Count:
    """One figure of a tally and the claim that it stands in."""

    claim: Claim
    quantity: Quantity


@dataclass(frozen=True)
class Tally:
    """What one speaker counted in one document: perhaps a whole, and at least one part."""

    whole: Count | None
    parts: tuple[Count, ...]

    @property
    def counts(self) -> tuple[Count, ...]:
        """Every figure, the whole first."""
        return (*((self.whole,) if self.whole else ()), *self.parts)

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The claims that the figures stand in, once each."""
        return tuple({c.claim.id: c.claim for c in self.counts}.values())


def tallies(claims: Iterable[Claim], shelf: Shelf) -> tuple[Tally, ...]:
    """The fullest tally of each speaker, in the order in which the speakers come: some of it is of these claims."""
    best: dict[str, tuple[tuple[int, bool, float], Tally]] = {}
    for name, told in _accounts(claims, shelf):
        tally = _tally(_beside(told, shelf), shelf)
        if tally is None or len(tally.counts) < 2 or not set(tally.claims) & set(told):
            continue
        source = shelf.source(told[0])
        published = shelf.published(told[0]).timestamp()
        rank = (len(tally.counts), source.kind is SourceKind.OFFICIAL, published)
        if name not in best or rank > best[name][0]:
            best[name] = (rank, tally)
    return tuple(tally for _, tally in best.values())


def _accounts(claims: Iterable[Claim], shelf: Shelf) -> list[tuple[str, list[Claim]]]:
    found: dict[tuple[str, str], list[Claim]] = {}
    for claim in claims:
        if _plain(claim, shelf):
            found.setdefault((speaker(claim, shelf), claim.document), []).append(claim)
    return [(name, told) for (name, _), told in found.items()]


def _beside(claims: list[Claim], shelf: Shelf) -> list[Claim]:
    """The claims with those of the same account in the same document that tell of the same wave."""
    first = claims[0]
    held = {c.id for c in claims}
    rest = [c for c in shelf.of(first.document) if c.id not in held and _flown(c) and _plain(c, shelf)]
    return claims + [c for c in rest if speaker(c, shelf) == speaker(first, shelf)] if first.kind in AIR else claims


def _flown(claim: Claim) -> bool:
    """Whether a claim tells of a wave: of the air, or of what hit."""
    return claim.kind in AIR or any(q.measure is Measure.HIT and nouns(q) is not None for q in claim.quantities)


def _plain(claim: Claim, shelf: Shelf) -> bool:
    """Whether a claim may enter a tally: a named speaker's own assertion, without a chain or an unprintable hedge."""
    asserted = claim.stance in (Stance.ASSERTED, Stance.HEDGED, Stance.UNATTRIBUTED)
    said = (used := verb(claim, shelf)) is not None and used.print in ("said", "reported", "wrote")
    named = voiced(claim, shelf) and not anonymous(claim, shelf) and not claim.attribution.chain
    return (
        asserted
        and said
        and named
        and not claim.debunked
        and not claim.background
        and whole(claim, shelf)
        and theirs(Unit(claims=(claim,), spans=(claim.proposition,)), shelf)
        and hedge(claim, shelf) is not None
    )


def whole(claim: Claim, shelf: Shelf) -> bool:
    """Whether the claim stands in a sentence, and not in a headline of the report's own."""
    return claim.attribution.cue is not None or not headlined(Unit(claims=(claim,), spans=(claim.proposition,)), shelf)


def _tally(claims: list[Claim], shelf: Shelf) -> Tally | None:
    found: dict[Measure, Count] = {}
    values: dict[Measure, set[Number | None]] = {}
    for claim in claims:
        for quantity in claim.quantities:
            if _counts(quantity) and worded(claim, quantity, shelf):
                found.setdefault(quantity.measure, Count(claim, quantity))
                values.setdefault(quantity.measure, set()).add(quantity.value)
    found = {m: c for m, c in found.items() if m is not Measure.LAUNCHED or len(values[m]) == 1}
    parts = [found[m] for m in PARTS if m in found]
    if not parts:
        return None
    thing = parts[0].quantity.object
    whole = found.get(Measure.LAUNCHED)
    if whole is not None and (whole.quantity.object != thing or whole.quantity.span == parts[0].quantity.span):
        whole = None
    return Tally(whole, tuple(p for p in parts if p.quantity.object == thing))


def _counts(quantity: Quantity) -> bool:
    whole = quantity.scope is not Scope.CUMULATIVE and quantity.place is None and quantity.population is None
    return (
        whole and quantity.value is not None and quantity.operator in words().operators and nouns(quantity) is not None
    )


def worded(claim: Claim, quantity: Quantity, shelf: Shelf) -> bool:
    """Whether the figure's sentence has a word for what it counts, and it is no share: else it may be a guess.

    A speaker's name is no such word: "Toll Watch said it had 100 names" counts no toll. A part that says of
    whom ("48 of them children") is a figure.
    """
    text = shelf.document(claim).text
    near = claim.sentence if claim.sentence.holds(quantity.span) else claim.proposition
    stems = measures()[quantity.measure].words
    total = quantity.measure is Measure.LAUNCHED and text[: quantity.span.start].rstrip().endswith(" of")
    named, said = claim.attribution.speaker, near.of(text)
    if named is not None and near.holds(named):
        said = text[near.start : named.start] + text[named.end : near.end]
    named_part = quantity.subset_of is not None and quantity.population is not None
    share = quantity.measure in words().moving and not named_part and re.match(words().share, text[quantity.span.end :])
    negated = re.search(words().negated, text[max(0, quantity.span.start - 20) : quantity.span.start])
    return not share and not negated and (total or not stems or any(w in said.lower() for w in stems))


def draft(tally: Tally) -> Draft:
    """The tally as one sentence."""
    return Draft(
        form="tally",
        claims=tally.claims,
        spans=tuple((c, c.proposition) for c in tally.claims),
        words=lambda pen: _sentence(tally, pen),
        figures=tuple(c.quantity for c in tally.counts),
        charted=_drawn(tally),
    )


def _sentence(tally: Tally, pen: Pen) -> str:
    first, *rest = [_part(c, pen.shelf) for c in tally.parts[1:]] or [""]
    who = house.capital(pen.who(tally.parts[0].claim))
    aside = next((h for c in tally.claims if (h := hedge(c, pen.shelf))), "")
    told = f"{who} said{f', {aside},' if aside else ''} {_lead(tally, pen.shelf)}"
    told += f" and that {first}" if first else ""
    return f"{told}{''.join(f'; {part}' for part in rest)}."


def _lead(tally: Tally, shelf: Shelf) -> str:
    """The first clause: "it shot down 58 of 132 drones launched in the night to 14 December"."""
    part, whole = tally.parts[0], tally.whole
    style, wording = shelf.story.style, measures()[part.quantity.measure]
    told = house.bounded(part.quantity.value or 0, part.quantity.operator, style) or ""
    counted = whole or part
    many = whole is not None or part.quantity.value != 1
    thing = f"{owner(counted, shelf)}{(nouns(counted.quantity) or ('', ''))[many]}"
    time = moment((counted.claim,), shelf)
    if whole is not None:
        total = house.bounded(whole.quantity.value or 0, whole.quantity.operator, style)
        thing, time = f"of {total} {thing} launched{_toward(whole, 'at')}{time}", ""
    else:
        time = f"{_toward(part, 'over')}{time}"
    if wording.active and _self(part.claim, shelf):
        return f"it {wording.active} {told} {thing}{time}"
    return f"that {told} {thing} {_past(part.quantity)}{time}"


def _toward(count: Count, preposition: str) -> str:
    """ " at Vell", where the one settlement or region of a figure's claim is told; empty where there is none."""
    fine = (Extent.SETTLEMENT, Extent.DISTRICT, Extent.REGION)
    roles = (PlaceRole.AT, PlaceRole.TO)
    named = {p.name for p in count.claim.places if p.role in roles and p.precision in fine}
    return f" {preposition} {named.pop()}" if len(named) == 1 else ""


def _part(count: Count, shelf: Shelf) -> str:
    told = house.bounded(count.quantity.value or 0, count.quantity.operator, shelf.story.style)
    return f"{told} {_past(count.quantity)}{_whither(count)}"


def _past(quantity: Quantity) -> str:
    return measures()[quantity.measure].past.format(be="was" if quantity.value == 1 else "were")


def _whither(count: Count) -> str:
    """ " to Russia", where a figure returned to one named place."""
    if count.quantity.measure is not Measure.RETURNED:
        return ""
    places = {p.name for p in count.claim.places if p.role is PlaceRole.TO}
    return f" to {places.pop()}" if len(places) == 1 else ""


def _self(claim: Claim, shelf: Shelf) -> bool:
    """Whether the speaker, one of the story's armed forces, says that it or its own side did this."""
    forces = {b.name for p in shelf.story.parties for b in p.bodies if b.kind == "armed-forces"}
    name = speaker(claim, shelf)
    if name not in forces or claim.agent is None:
        return False
    party = claim.speaker.side if claim.speaker else None
    return claim.agent.name == name or (party is not None and claim.agent.party == party)


def owner(count: Count, shelf: Shelf) -> str:
    """The adjective that the report puts before what is counted ("Ukrainian "), if it is a party's."""
    after = shelf.document(count.claim).text[count.quantity.span.start :][: len(" ") + 80].split()[:4]
    for word in after:
        for party in shelf.story.parties:
            if word in party.adjectives and " " not in word:
                return f"{word} "
    return ""


def moment(claims: tuple[Claim, ...], shelf: Shelf) -> str:
    """The one time that all dated claims tell, with a space before it; empty where they differ or tell none."""
    told = {t for c in claims if (t := house.when(c.moment, shelf.story.zone, shelf.day.year))}
    return f" {told.pop()}" if len(told) == 1 else ""


def chart(tally: Tally, shelf: Shelf, event: str) -> Chart | None:
    """The tally as a whole and its parts; None where the figures are bounds or there is one part."""
    if tally.whole is None or not _drawn(tally):
        return None
    bars = tuple(_bar(c, shelf) for c in tally.parts)
    total = tally.whole.quantity.value or 0
    thing = (nouns(tally.whole.quantity) or ("", ""))[1]
    caption = f"{house.digits(total)} {owner(tally.whole, shelf)}{thing} launched"
    caption += f"{moment((tally.whole.claim,), shelf)}, by the account of {speaker(tally.parts[0].claim, shelf)}"
    return Chart(
        caption=caption,
        bars=bars,
        total=total,
        note=adding(bars, total),
        event=event,
    )


def _drawn(tally: Tally) -> bool:
    """Whether a tally makes a chart: of a whole and several parts, none of them a bound."""
    exact = all(c.quantity.operator == "exact" for c in tally.counts)
    return exact and len(tally.parts) > 1 and tally.whole is not None


def _bar(count: Count, shelf: Shelf) -> Bar:
    return Bar(
        label=measures()[count.quantity.measure].label,
        value=count.quantity.value or 0,
        evidence=(shelf.evidence(count.claim, count.claim.proposition),),
    )


def adding(bars: tuple[Bar, ...], total: float) -> str:
    """The arithmetic of a chart in words: the remainder is printed, never filled in."""
    whole = sum(b.value for b in bars)
    parts = " + ".join(house.digits(b.value) for b in bars)
    name = "adds" if whole == total else "remains" if whole < total else "exceeds"
    return line(name, parts=parts, total=house.digits(total), sum=house.digits(whole), rest=house.digits(total - whole))
