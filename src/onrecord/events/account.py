"""Positions -> accounts: what one origin says of one thing, in the order in which it said it."""

from collections import defaultdict
from collections.abc import Iterable, Set
from math import inf

import msgspec

from onrecord.events.figures import bounds, counted, kin, spell, topic
from onrecord.events.ground import bare
from onrecord.events.tables import kinds, weights
from onrecord.events.when import HOUR, stamp
from onrecord.events.words import fold
from onrecord.records import Operator, Position, Scope

STEP = 4
"""A later figure that is so many times less, or of a wave more, is of something else and no update."""


SOME = "some"
"""The population of a part of which nothing more is told."""


class Subject(msgspec.Struct, frozen=True, order=True, gc=False):
    """What figures are of: two accounts are compared only on one subject."""

    measure: str
    object: str
    population: str
    place: str
    unit: str
    running: bool

    def like(self, other: "Subject") -> bool:
        """Whether both are of the same thing."""
        same = (self.measure, self.population, self.place, self.unit, self.running)
        return same == (other.measure, other.population, other.place, other.unit, other.running) and kin(
            self.object, other.object
        )

    def within(self, other: "Subject") -> bool:
        """Whether this is a part of the other: in one place of many, one population, or one sort of thing."""
        if (self.measure, self.unit, self.running) != (other.measure, other.unit, other.running) or self.like(other):
            return False
        place = self.place == other.place or not other.place
        people = self.population == other.population or not other.population
        return place and people and kin(self.object, other.object)


class Account(msgspec.Struct, frozen=True, gc=False):
    """One origin's figures on one subject: `past` were replaced by `now`; several in `now` were given in one breath.

    `relayed` is True of an outlet's own voice: it passes on what others count, and may be hours behind them. `rose` is
    True where its words say that the figure grew ("has risen to ten").
    """

    speaker: str
    party: str | None
    origin: str
    subject: Subject
    now: tuple[Position, ...]
    past: tuple[Position, ...] = ()
    relayed: bool = False
    rose: bool = False

    @property
    def low(self) -> float:
        """The least that the account allows for the whole: the largest of figures given in one breath."""
        return max(bounds(p)[0] for p in self.now)

    @property
    def high(self) -> float:
        """The most that it allows: the sum, where figures given in one breath may be parts."""
        return sum(bounds(p)[1] for p in self.now)

    @property
    def claims(self) -> tuple[str, ...]:
        """The claims that the account now stands on."""
        return tuple(dict.fromkeys(c for p in self.now for c in p.claims))

    @property
    def documents(self) -> frozenset[str]:
        """The reports that tell what now stands."""
        return frozenset(d for p in self.now for d in p.documents)

    @property
    def exact(self) -> float | None:
        """The one number given without bounds."""
        low, high = bounds(self.now[0])
        return low if len(self.now) == 1 and low == high else None

    @property
    def as_of(self) -> float:
        """As of when it stands, as POSIX seconds."""
        return stamp(self.now[-1].as_of)

    def excludes(self, other: "Account", beside: Iterable["Account"] = ()) -> bool:
        """Whether the two are of one thing and cannot both be true.

        A toll grows: a lower figure of an hour before excludes nothing, where the other, or any account `beside` them,
        grew through it. Of one sort of thing there may be fewer than of all sorts, and not more.
        """
        told = bool(self.subject.object and other.subject.object) or self.subject.measure not in kinds().named
        if not told or self.meets(other) or self.subject.measure == "other" or self.subject.population == SOME:
            return False  # a number of no sort that is known may be of anything, and some of others
        if self.subject.running and self.now[0].as_of != other.now[0].as_of:
            return False  # totals of different days
        if self.subject.object != other.subject.object and self.subject.object and other.subject.object:
            part, whole = sorted((self, other), key=lambda a: -len(a.subject.object))
            return kin(part.subject.object, whole.subject.object) and part.low > whole.high
        less, more = sorted((self, other), key=lambda a: a.low)
        if self.subject.measure in kinds().mutual and more.exact == 2 * less.low:
            return False  # those who came home on one side, and on both
        return not (less.behind(more) or (less.before(more) and any(less.outgrown(a) for a in (more, *beside))))

    def before(self, other: "Account") -> bool:
        """Whether this is of an hour before the other at least, or a lower toll from which that grew."""
        return self.as_of + HOUR <= other.as_of or self.below(other)

    def below(self, other: "Account") -> bool:
        """Whether this is a lower toll, given no later than the other that is said to have grown."""
        grown = other.rose and not self.rose and grows(self.subject) and self.high < other.low
        return grown and self.as_of <= other.as_of

    def behind(self, more: "Account") -> bool:
        """Whether this, the lower toll, is only that of another hour: an outlet passes on what was counted so far.

        It may be a day behind whoever counts, unless it tells both. An hour later another body of one side may have
        counted more, half a day later anybody, and whoever was missing may have been found.
        """
        limits = weights().figures
        if self.below(more):
            return True
        if not grows(self.subject) or not self.documents.isdisjoint(more.documents):
            return False
        ahead = (more.as_of - self.as_of) / HOUR
        soon = self.relayed or more.relayed or (self.party is not None and self.party == more.party)
        least = 1 if soon else limits.risen
        passes = self.relayed and ahead >= -limits.behind
        return passes or ahead >= least or (-ahead >= least and self.subject.measure in kinds().states)

    def outgrown(self, other: "Account") -> bool:
        """Whether the other grew through this figure, and past it an hour after it was given."""
        through = grows(self.subject) and any(bounds(p)[0] <= self.high for p in other.past)
        return self.before(other) and through and self.high < other.low

    def meets(self, other: "Account") -> bool:
        """Whether both can be true."""
        return self.low <= other.high and other.low <= self.high

    def says(self) -> str:
        """The figures as print has them."""
        return " + ".join(figure(p) for p in self.now)

    def topic(self) -> str:
        """What the figures are of, in words."""
        return about(self.now[0])


def grows(subject: Subject) -> bool:
    """Whether what is counted is counted for hours and days: the dead and the injured."""
    return subject.measure in kinds().people


def figure(position: Position) -> str:
    """The figure of a position with the words that bound it."""
    return spell(position.operator, position.value, position.low, position.high)


def about(position: Position) -> str:
    """What the figure of a position counts."""
    return topic(position.measure.value, position.object, position.population, position.place)


def subject(position: Position, kind: str) -> Subject:
    """What a position of an event of this kind is of. A sort of people told as a part is a population: four nurses."""
    name, people = counted(position.measure.value, position.object), fold(position.population or "")
    if position.scope is Scope.PART and position.measure.value in kinds().people and not people:
        name, people = "", name or SOME
    return Subject(
        measure=kinds().canonical(position.measure.value, kinds().row(kind).family),
        object=name,
        population=people,
        place=bare(position.place or ""),
        unit=position.unit or "",
        running=position.scope is Scope.CUMULATIVE,
    )


def replaces(later: Position, earlier: Position) -> bool:
    """Whether a later figure is a new one and not the old one in rounder words."""
    (a, b), (c, d) = bounds(later), bounds(earlier)
    if later.value == earlier.value or not (later.operator == earlier.operator or b < c or d < a):
        return False
    wave = later.measure.value in kinds().wave
    if not earlier.value:
        return not wave
    least = 0 if later.measure.value in kinds().states else 1 / STEP
    return least <= (later.value or 0) / earlier.value <= (STEP if wave else inf)


def whole(rows: list[Position]) -> tuple[Position, ...]:
    """Figures given in one breath: the one that all others add up to stands for them."""
    top = max(rows, key=lambda r: bounds(r)[1])
    rest = sum(bounds(r)[1] for r in rows if r is not top)
    return (top,) if len(rows) > 2 and rest == bounds(top)[1] else tuple(rows)


def settle(rows: list[Position]) -> tuple[tuple[Position, ...], tuple[Position, ...]]:
    """The rows that stand, and those that a later word of the same speaker replaced. Several at one time are parts.

    Rows come earliest first. The row told most widely leads; one told only where the lead is told too is no later word.
    """
    rows = bounded(rows)
    lead = max(rows, key=lambda r: (r.own, len(r.documents), -rows.index(r)))
    told = set(lead.documents)
    apart = [r for r in rows if r is lead or not told.issuperset(r.documents)]
    latest = apart[-1]
    past = tuple(r for r in apart[:-1] if r.as_of != latest.as_of and replaces(latest, r))
    if past:
        return (latest,), past
    breath = [r for r in rows if r.as_of == lead.as_of and (r in apart or len(r.documents) == len(told))]
    if len(breath) > 1:
        return whole(breath), ()
    exact = [r for r in apart if bounds(r)[0] == bounds(r)[1]] or apart
    most = max(exact, key=lambda r: bounds(r)[0])
    return (most if lead.measure.value in kinds().wave else exact[-1],), ()


def bounded(rows: list[Position]) -> list[Position]:
    """The rows without those that lost the bound of a figure: "100" where the same voice has "at least 100"."""
    least = {r.value: r for r in reversed(rows) if r.operator in (Operator.AT_LEAST, Operator.MORE_THAN)}
    kept = [r for r in rows if r.operator is not Operator.EXACT or r.value not in least or r.own]
    return kept or rows


def accounts(
    positions: Iterable[Position], kind: str, relaying: Set[str] = frozenset(), risen: Set[str] = frozenset()
) -> tuple[Account, ...]:
    """The accounts of the positions of an event of this kind, by subject and speaker.

    `relaying` are the origins that are outlets' own voices, `risen` the claims that tell of a toll that grew.
    """
    rows: dict[tuple[Subject, str], list[Position]] = defaultdict(list)
    for one in positions:
        rows[(subject(one, kind), one.origin)].append(one)
    found = []
    for (what, origin), same in rows.items():
        now, past = settle(same)
        rose = any(not risen.isdisjoint(p.claims) for p in now)
        found.append(Account(same[0].speaker, same[0].party, origin, what, now, past, origin in relaying, rose))
    return tuple(sorted(found, key=lambda a: (a.subject, a.speaker, a.origin)))
