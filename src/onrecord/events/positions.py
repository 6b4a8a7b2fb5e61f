"""Cards of one event -> positions: what each origin says of each measure, one row a figure, never averaged."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import datetime
from functools import lru_cache
from operator import itemgetter

import msgspec
from msgspec.structs import replace

from onrecord.events.card import Card
from onrecord.events.figures import Amount, thing
from onrecord.events.ground import bare
from onrecord.events.tables import kinds, lists
from onrecord.events.when import stamp
from onrecord.events.words import fold
from onrecord.records import Extent, Measure, Number, OriginGroup, PlaceRole, Position, Scope

MEASURES = tuple(m.value for m in Measure)
Rank = tuple[int, str, str, str, float, str, Number, str]


class Told(msgspec.Struct, frozen=True, gc=False):
    """One figure as one claim tells it, with the place that it covers, if not the whole."""

    card: Card
    amount: Amount
    place: str | None

    @property
    def as_of(self) -> datetime | None:
        """As of when it holds: as told, else when it was published."""
        return self.amount.as_of or self.card.document.published


def part(card: Card, amount: Amount) -> str | None:
    """The place that a part of a wave covers: told with the figure, or the only region of its claim."""
    if amount.quantity.place:
        lands = {bare(p.name) for p in card.claim.places if p.precision is Extent.COUNTRY}
        return None if bare(amount.quantity.place) in lands else amount.quantity.place
    if sum(a.measure == amount.measure for a in card.amounts) > 1 or some(card):
        return None
    if card.aspect != "wave" and card.family not in kinds().placed and amount.measure != "level":
        return None
    inside = [
        p
        for p in card.claim.places
        if p.role is PlaceRole.AT and p.precision is not Extent.COUNTRY and p.span.overlaps(card.claim.proposition)
    ]
    named = {bare(p.region or p.name): p for p in inside}
    if not named and card.aspect == "wave":
        return card.seat or None
    return next(iter(named.values())).name if len(named) == 1 else None


@lru_cache(maxsize=1 << 14)
def some(card: Card) -> bool:
    """Whether the places named are only some of those meant: "among other places over Bryansk region"."""
    words = set(fold(card.claim.proposition.of(card.document.text)).replace(",", " ").split())
    return not words.isdisjoint(lists().among)


def key(told: Told, name: str) -> tuple[object, ...]:
    """What makes two figures of one origin the same row."""
    a = told.amount
    total = a.scope is Scope.CUMULATIVE
    return (a.measure, name, a.population, bare(told.place or ""), a.unit, total, a.value, a.low, a.high)


def objects(told: Iterable[Told]) -> dict[str, str]:
    """For each measure the one thing that an origin counts, to stand where it leaves the thing out.

    What is counted of a part is no word on what the whole is: four nurses among 14 dead.
    """
    found: dict[str, set[str]] = defaultdict(set)
    for one in told:
        if one.amount.scope is Scope.PART or one.amount.whole is not None:
            continue
        found[one.amount.measure].add(one.amount.object)
    return {m: max(names - {""}) for m, names in found.items() if len(names - {""}) == 1}


def meant(told: Told, names: dict[str, str]) -> str:
    """What a figure counts: as told, else what its origin counts elsewhere, else of a wave its only weapon."""
    if told.amount.object or told.amount.measure in names:
        return told.amount.object or names[told.amount.measure]
    weapons = told.card.weapons if told.amount.measure in kinds().wave else frozenset()
    return next(iter(weapons)) if len(weapons) == 1 else ""


def own(told: Told) -> bool:
    """Whether the speaker's own channel tells it."""
    source = told.card.source
    return source is not None and bool(source.speaker) and source.speaker == told.card.speaker


def weight(told: list[Told]) -> tuple[bool, int]:
    """How well a reading of a figure is told: by the speaker's own channel, and by how many documents."""
    return any(own(t) for t in told), len({t.card.document.id for t in told})


def settled(told: list[Told]) -> list[Told]:
    """One origin's figures, where one figure told with a place and without has what its channel or most reports say."""
    votes: dict[tuple[str, object], dict[str | None, list[Told]]] = defaultdict(lambda: defaultdict(list))
    for one in told:
        votes[(one.amount.measure, one.amount.value)][bare(one.place) if one.place else None].append(one)
    best: dict[tuple[str, object], str | None] = {}
    values = Counter(measure for measure, _ in votes)
    for figure, places in votes.items():
        if None in places and len(places) == 2 and values[figure[0]] == 1 and _placed(places):
            best[figure] = next(told[0].place for place, told in places.items() if place)
        elif None in places and len(places) == 2:
            best[figure] = max(places.items(), key=lambda p: (*weight(p[1]), p[0] is not None))[1][0].place
    held = ((one, (one.amount.measure, one.amount.value)) for one in told)
    return [replace(one, place=best[figure]) if figure in best else one for one, figure in held]


def _placed(places: dict[str | None, list[Told]]) -> bool:
    """Whether a place is told by the speaker's own channel, or by more than one report where more leave it out."""
    own_word, reports = next(weight(told) for place, told in places.items() if place)
    return own_word or reports > 1 or reports == weight(places[None])[1]


def counted(told: list[Told]) -> list[Told]:
    """One origin's running totals: of one measure they count one population, also where a report leaves it out."""
    found: dict[str, set[str]] = defaultdict(set)
    for one in told:
        if one.amount.running and one.amount.population:
            found[one.amount.measure].add(one.amount.population)
    return [
        replace(one, amount=replace(one.amount, population=min(found[one.amount.measure])))
        if one.amount.running and len(found.get(one.amount.measure, ())) == 1
        else one
        for one in told
    ]


def apart(told: list[Told]) -> list[Told]:
    """One origin's figures without those that come on top of another of the measure: they are no part of it.

    What one report tells as "four more" another gives as four.
    """

    def figure(one: Told) -> tuple[object, ...]:
        return (one.amount.measure, one.amount.value, bare(one.place or ""))

    more = {figure(t) for t in told if t.amount.added}
    totals = {t.amount.measure for t in told if figure(t) not in more}
    return [t for t in told if figure(t) not in more or t.amount.measure not in totals]


@lru_cache(maxsize=1 << 14)
def worded(card: Card, measure: str) -> bool:
    """Whether the sentence of a claim has any word for what a figure of people counts: "dead", "mortuary"."""
    begins = lists().telling.get(measure)
    return begins is None or any(w.startswith(begins) for w in fold(card.claim.sentence.of(card.document.text)).split())


SLIGHT = 4
"""People up to whom a number without a word for what befell them may count anything."""


def slight(amount: Amount) -> bool:
    """Whether so few are counted, or nobody knows how many, that the number may be of anything: "three fewer"."""
    return amount.value is None or amount.value <= SLIGHT


def sure(cards: Iterable[Card]) -> frozenset[tuple[str, Number | None]]:
    """The figures of people that some claim of an event tells in words: others of the measure are of something else."""
    found = ((c, a) for c in cards for a in c.amounts if a.measure in lists().telling)
    return frozenset((a.measure, a.value) for c, a in found if worded(c, a.measure))


def row(group: OriginGroup, told: list[Told], name: str) -> Position:
    """The position of one figure, as first given."""
    first = min(told, key=lambda t: (stamp(t.as_of), t.card.order))
    quantity = first.amount.quantity
    return Position(
        speaker=group.name,
        party=group.party,
        origin=group.id,
        measure=quantity.measure,
        claims=tuple(dict.fromkeys(t.card.id for t in sorted(told, key=lambda t: t.card.order))),
        object=name or None,
        population=quantity.population or first.amount.population or None,
        value=quantity.value,
        low=quantity.low,
        high=quantity.high,
        operator=quantity.operator,
        scope=first.amount.scope,
        place=first.place,
        as_of=first.as_of,
        unit=quantity.unit,
        documents=tuple(sorted({t.card.document.id for t in told})),
        own=any(own(t) for t in told),
    )


def positions(cards: list[Card], groups: Iterable[OriginGroup]) -> tuple[Position, ...]:
    """All positions of an event, by measure, thing, place, then as-of: a speaker's later figure after the earlier."""
    known, told = {c.id: c for c in cards}, sure(cards)
    found = [ranked for group in groups for ranked in given(group, tuple(known[c] for c in group.claims), told)]
    return tuple(one for _, one in sorted(found, key=itemgetter(0)))


@lru_cache(maxsize=1 << 12)
def given(
    group: OriginGroup, cards: tuple[Card, ...], words: frozenset[tuple[str, Number | None]] = frozenset()
) -> list[tuple[Rank, Position]]:
    """What one origin says by its claims, each row with its rank. Most origins of an event stay as they are.

    Of the measures of people that are told in `words` anywhere only figures that are told so count, or that are more
    than a few.
    """
    named = {measure for measure, _ in words}
    told = [
        Told(c, a, part(c, a))
        for c in cards
        for a in c.amounts
        if c.counts
        and (a.value, a.quantity.low, a.quantity.high) != (None,) * 3
        and (a.measure not in named or not slight(a) or (a.measure, a.value) in words or worded(c, a.measure))
    ]
    told = counted(settled(apart(told)))
    names = objects(told)
    rows: dict[tuple[object, ...], list[Told]] = defaultdict(list)
    for one in told:
        rows[key(one, meant(one, names))].append(one)
    found = (row(group, same, str(k[1])) for k, same in rows.items())
    return [(rank(one), one) for one in found]


def rank(one: Position) -> Rank:
    """The order of rows."""
    place = MEASURES.index(one.measure.value)
    value = -1 if one.value is None else one.value
    return (
        place,
        thing(one.object),
        one.population or "",
        bare(one.place or ""),
        stamp(one.as_of),
        one.speaker,
        value,
        one.origin,
    )
