"""Groups -> events: the key, kind, moment and place of each, with its origins, positions and verdicts."""

from collections import Counter
from collections.abc import Iterable
from datetime import datetime
from functools import lru_cache

from onrecord.events.account import Account, accounts
from onrecord.events.card import Card
from onrecord.events.falsehood import spread
from onrecord.events.ground import Spot, relation, spot
from onrecord.events.judge import Rulings
from onrecord.events.knowing import knowing
from onrecord.events.occurrence import occurrence
from onrecord.events.origins import Origins
from onrecord.events.partition import beside
from onrecord.events.positions import positions
from onrecord.events.tables import kinds
from onrecord.events.verdicts import verdicts
from onrecord.events.when import grew, stamp
from onrecord.records import Event, Link, Moment, OriginGroup, Place, PlaceRole, Precision

SHARE = 0.25
"""A kind that fewer of an event's claims have does not name the event: it may be one misreading."""


def kind(cards: list[Card]) -> str:
    """The most specific kind (in the order of kinds.toml) that a quarter of the claims have."""
    counts = Counter(c.claim.kind for c in cards)
    telling = {k: n for k, n in counts.items() if k not in kinds().topics} or dict(counts)
    most = max(telling.values())
    held = [k for k, n in telling.items() if n >= SHARE * len(cards) or n == most]
    return min(held, key=kinds().rank)


def moment(cards: list[Card]) -> Moment | None:
    """The time that all firm moments share, else the narrowest; where no words tell it, what publication bounds."""
    told = [c.claim.moment for c in cards if c.claim.moment and c.firm and not c.running]
    if not told:
        loose = [c.claim.moment for c in cards if c.claim.moment]
        return min(loose, key=width) if loose else None
    narrow = min(told, key=width)
    start = max((m.earliest for m in told if m.earliest), key=stamp, default=None)
    end = min((m.latest for m in told if m.latest), key=stamp, default=None)
    if start is None or end is None or stamp(start) >= stamp(end) or (start, end) == (narrow.earliest, narrow.latest):
        return narrow
    return Moment(earliest=start, latest=end, precision=Precision.RANGE, rule="intersection")


def width(one: Moment) -> tuple[float, float, str]:
    """How wide a moment is: an open end is wider than any."""
    start: datetime | None = one.earliest
    span = stamp(one.latest) - stamp(start) if start and one.latest else float("inf")
    return (span, stamp(start), one.rule)


def place(cards: list[Card]) -> Place | None:
    """The most precise place that no place told excludes; failing that, of one place hit, the one most claims fit."""
    told = [told for c in cards for told in named(c)]
    marks = dict.fromkeys(mark for mark, _ in told)
    fits = (
        {*marks}
        if len(marks) == 1
        else {m for m in marks if all(relation(m, n) != -1.0 and _inside(m, n) for n in marks)}
    )
    if not fits and all(c.aspect != "wave" for c in cards):
        fits = _fittest(cards, marks)
    votes = Counter(mark.name for mark, _ in told)
    rest = [(mark, p) for mark, p in told if mark in fits]
    best = min(rest, key=lambda r: (-r[0].level, -votes[r[0].name], r[1].geonameid is None), default=None)
    return best[1] if best else None


@lru_cache(maxsize=1 << 14)
def named(card: Card) -> tuple[tuple[Spot, Place], ...]:
    """The places where a claim says that it happened, each with its spot."""
    return tuple([(spot(p), p) for p in card.claim.places if p.role is PlaceRole.AT])


@lru_cache(maxsize=1 << 14)
def rises(card: Card) -> bool:
    """Whether a claim tells of a toll that grew: "has risen to ten", "later the governor spoke of three"."""
    return card.family in kinds().ongoing and bool(card.amounts) and grew(card.claim, card.document)


def _inside(one: Spot, other: Spot) -> bool:
    """A place is not the event's if another, as precise, is told beside it and is not known to be the same."""
    return one.level != other.level or one.name == other.name or one.level in (0, 5)


def _fittest(cards: list[Card], marks: Iterable[Spot]) -> set[Spot]:
    """The spots that most claims fit."""
    told = Counter(c.spots for c in cards)
    fit = {m: sum(n for s, n in told.items() if any(relation(m, other) != -1.0 for other in s)) for m in marks}
    most = max(fit.values(), default=0)
    return {m for m, count in fit.items() if count == most}


class Reconciler:
    """Makes events of groups for one story."""

    def __init__(self, origins: Origins, figures: Rulings | None = None) -> None:
        """Take what counts origins, and which figures people have judged to be of different things."""
        self.origins, self.figures = origins, figures or Rulings()

    def voices(self, groups: Iterable[OriginGroup]) -> int:
        """How many of the groups can confirm each other."""
        return self.origins.independent(groups)

    def event(self, cards: list[Card], links: Iterable[Link]) -> tuple[Event, tuple[Account, ...]]:
        """The event that some claims make, earliest first, and its accounts; links are what brought them together."""
        groups, held = self.origins.groups(cards), spread(cards)
        by = {g.id: g for g in groups}
        rows = positions(held, groups)

        def independent(told: Iterable[Account]) -> int:
            return self.voices(by[o] for o in dict.fromkeys(a.origin for a in told))

        happened = occurrence(held, groups, self.origins.fighting, self.voices)
        sort = kind(cards)
        told = accounts(rows, sort, self.origins.credits.relaying(groups), {c.id for c in held if rises(c)})
        found = verdicts(told, independent, self.figures, self.origins.fighting, beside(held))
        made = Event(
            key=cards[0].id,
            kind=sort,
            claims=tuple(c.id for c in cards),
            moment=moment(cards),
            place=place(cards),
            origins=groups,
            outlets=len({c.document.source for c in cards}),
            independent=self.voices(knowing(groups, cards)),
            first=cards[0].document.published,
            last=max((c.document.published for c in cards if c.document.published), key=stamp, default=None),
            positions=rows,
            verdicts=(*found, happened) if happened else found,
            links=tuple(links),
        )
        return made, told
