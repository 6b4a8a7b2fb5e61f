"""Mentions of a document -> the senses in which their names are used, with what the text says of each."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from onrecord.claims.beside import holders, neighbour
from onrecord.claims.gazetteer import Entry, distance
from onrecord.claims.lexicon import table
from onrecord.claims.mention import Mention
from onrecord.records import Extent

CANDIDATES = 30
"""The heaviest namesakes that are looked at, besides those in a country or region that the text names."""
TOWN = 5_000
"""Beside a town of so many people a village of unknown size is seldom meant."""
FAMOUS = 1_000_000
"""A city of so many people is known to every reader, though a village of the story's countries has its name."""
SCOPE = "in a country of the story"
"""The reason of a candidate for which only the story speaks."""
SUPPORT = "with other places of the document"
"""The reason of a candidate for which other names of the text speak."""


@dataclass(slots=True)
class Scored:
    """A candidate with its score and the reasons for it, in words."""

    entry: Entry
    score: float
    reasons: tuple[str, ...] = ()
    most: float = 0.0
    """The score that it would have if it were known to be a town."""
    held: bool = False
    """Whether it lies in the region or country that stands in apposition."""
    far: bool = False
    """Whether it lies far from what the text says it is near."""


@dataclass(slots=True, eq=False)
class Sense:
    """All mentions of one folded name with one head: they have one sense in a document.

    Two senses where the text says that they lie in different regions.
    """

    candidates: list[Entry]
    head: Extent | None
    lands: set[str] = field(default_factory=set)
    holders: list[tuple[Entry, bool]] = field(default_factory=list)
    """Entries that stand in apposition, and whether they are named in full."""
    near: list[int] = field(default_factory=list)
    """Numbers of the mentions that the text says it is near."""
    beside: list[Entry] = field(default_factory=list)
    """What those names most likely are."""
    placed: bool = False
    """Whether it is sure which of their namesakes those are."""
    owners: frozenset[str | None] = frozenset()
    """Countries where a settlement has the name today: it is not another's that had it once."""
    town: bool = False
    """Whether it is the name of a town."""
    famous: bool = False
    """Whether it is mainly the name of a city that every reader knows."""
    plain: list[Scored] = field(default_factory=list)
    """The candidates as they score before any votes."""
    scored: list[Scored] = field(default_factory=list)
    shares: list[float] = field(default_factory=list)
    count: int = 1
    key: str = ""
    """The folded name."""


@cache
def weight(name: str) -> float:
    """One of the weights of data/places.toml."""
    return float(table("places")["weights"][name])


def senses(text: str, mentions: Sequence[Mention], scope: set[str]) -> list[Sense | None]:
    """For each mention the name that it is one of; first those of which the text says where they lie."""
    senses: list[Sense | None] = [None] * len(mentions)
    known: dict[tuple[str, Extent | None], list[Sense]] = {}
    held = [holders(text, mentions, i) if m.entries else [] for i, m in enumerate(mentions)]
    for i in sorted(range(len(mentions)), key=lambda i: not any(full for _, full in held[i])):
        mention = mentions[i]
        if not mention.entries:
            continue
        same = known.setdefault((mention.key, mention.head), [])
        name = _sense(same, held[i]) or _name(mention)
        if name not in same:
            same.append(name)
        senses[i] = name
        _tell(name, mention, held[i], scope)
        if (by := neighbour(text, mentions, i)) is not None:
            name.near.append(by)
    return senses


def _sense(same: Sequence[Sense], held: Sequence[tuple[Entry, bool]]) -> Sense | None:
    """The one of the names alike that can lie where a mention is said to lie; none where several or no one can."""
    told = [h for h, full in held if full]
    if not told:
        return same[0] if len(same) == 1 else next((n for n in same if not n.holders), None)
    return next((n for n in same if _agree(n, told)), None)


def _agree(name: Sense, told: Sequence[Entry]) -> bool:
    """Whether a candidate lies both where the name's other mentions are said to lie, and in one of `told`."""
    known = [h for h, full in name.holders if full]
    fit = [e for e in name.candidates if any(inside(e, h) for h in told)]
    return not fit or any(inside(e, h) for e in fit for h in known)


def _name(mention: Mention) -> Sense:
    towns = [e for e in mention.entries if e.kind == Extent.SETTLEMENT and not e.other]
    return Sense(
        key=mention.key,
        candidates=list(mention.entries[:CANDIDATES]),
        head=mention.head,
        owners=frozenset(e.country for e in towns),
        town=any(e.weight >= TOWN for e in mention.entries if e.kind == Extent.SETTLEMENT),
        famous=any(e.weight >= FAMOUS for e in towns),
    )


def _tell(name: Sense, mention: Mention, held: Sequence[tuple[Entry, bool]], scope: set[str]) -> None:
    """Add what one mention says to the name, and namesakes in the countries that it names."""
    lands = {mention.land} if mention.land else set()
    name.lands |= lands
    name.holders += held
    named = scope | lands | {h.country for h, _ in held if h.country}
    if len(mention.entries) > CANDIDATES:
        seen = set(name.candidates)
        name.candidates += [e for e in mention.entries[CANDIDATES:] if e.country in named and e not in seen]


def inside(entry: Entry, holder: Entry) -> bool:
    """Whether an entry lies in another: a town in a district, a district in a region, all in a country."""
    if entry.id == holder.id or entry.kind == Extent.COUNTRY:
        return False
    if holder.kind == Extent.COUNTRY:
        return entry.country is not None and entry.country == holder.country
    if holder.kind == Extent.REGION and holder.division:
        return entry.division == holder.division and entry.kind != Extent.REGION
    if holder.kind == Extent.REGION:
        return entry.country == holder.country and distance(entry, holder) < 300
    return entry.division == holder.division and distance(entry, holder) < 80 and entry.kind == Extent.SETTLEMENT
