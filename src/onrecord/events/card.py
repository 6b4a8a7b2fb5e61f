"""View -> Cards: everything that comparing needs of a claim, worked out once."""

import re
from collections import Counter
from functools import lru_cache
from math import inf

import msgspec

from onrecord.events.figures import Amount, amounts
from onrecord.events.ground import Spot, bare, spots, town
from onrecord.events.sides import Field, Sides
from onrecord.events.sites import Sites
from onrecord.events.tables import kinds, lists, weights
from onrecord.events.when import DAY, HOUR, due, interval, stamp
from onrecord.events.words import Bag, Part, content, fold, only, stems
from onrecord.records import Claim, Document, Extent, Party, PlaceRole, Scope, Source, Speaker, Stance, Story, View


class Card(msgspec.Struct, frozen=True, gc=False, eq=False):
    """The index card of a claim. `start` and `end` are POSIX seconds; `firm` says that words tell the time.

    A card is itself and equals no other: it stands in many files, and is told from others at no cost.
    """

    id: str
    order: tuple[float, str]
    """When it was published, then its id: the order in which claims are taken up."""
    claim: Claim
    document: Document
    source: Source | None
    publisher: str
    """The family that published it."""
    speaker: str
    """Who is heard, where it is somebody named; "" for the publisher's own voice and for "officials"."""
    party: str | None
    family: str
    aspect: str | None
    running: bool
    tally: bool
    """Whether it counts what a whole day brought, along a front or in the sky."""
    sides: Sides
    sure: bool
    """Whether its sides keep it apart from others: those of a counted wave do."""
    spots: tuple[Spot, ...]
    town: str
    """The one settlement where it happened; "" where another settlement would not exclude it."""
    after: str
    """The named speaker whose account stands right before, in the same document."""
    telling: int
    """Which account of its document it belongs to: claims of one telling run on about one happening."""
    prior: str
    """The claim of its telling that stands before it; "" for the first."""
    seat: str
    """The region that the speaker holds office in, where the story says so: whose "the region" it is."""
    start: float
    end: float
    firm: bool
    due: tuple[float, float] | None
    """The days to come for which what it tells is planned."""
    amounts: tuple[Amount, ...]
    weapons: frozenset[str]
    words: Bag
    """The words of what is claimed but for the places where it happened."""
    named: Bag
    """The words of those places."""
    thing: Bag
    """The words of what was hit."""
    setting: tuple[str, ...]
    """The stems of the headline and of what is told around it."""
    open: bool
    """Whether it denies or leaves open what others may assert."""

    def __lt__(self, other: "Card") -> bool:
        """Only cards of one order are asked: the same claim before and after a change, of which none comes first."""
        return False

    @property
    def since(self) -> float:
        """Before when it cannot have happened: a toll or a denial that no words date may be told again for days."""
        if self.firm or self.aspect == "wave":
            return self.start
        limits, table = weights().block, kinds()
        again = self.open or self.family in table.ongoing or self.claim.kind in table.topics
        return min(self.start, self.end - (limits.again if again else limits.lately) * HOUR)

    @property
    def curt(self) -> bool:
        """Whether it denies or leaves open in a word or two ("the loss"): it says nothing without what it answers."""
        return self.open and len(self.words.weights) <= CURT

    @property
    def counts(self) -> bool:
        """Whether it can support that something happened: not what is called for or called false."""
        return not self.claim.debunked and self.claim.stance is not Stance.CALLED_FOR


OPEN = (Stance.DENIED, Stance.NEITHER)
HEADING = 6
"""Letters up to which a word in capitals is a name: "PRISONERS" is a heading."""
NONE = Bag()
CURT = 2
"""Content words up to which a denial only points to what it denies."""
SMALL = (Extent.POINT, Extent.SETTLEMENT)
KEPT = 1 << 14
"""Texts whose words are remembered."""
LATELY = 1 << 10
"""Texts of which copies come soon or not at all."""


class Desk:
    """What a story tells that every card needs: sources, sides and the names too common to tell anything."""

    def __init__(self, story: Story) -> None:
        """Take sources and parties from the story."""
        self.story = story
        self.field = Field(story)
        self.sites = Sites(story)
        self.sources = {s.id: s for s in story.sources}
        names = [n for p in mains(story) for n in (p.name, *p.adjectives, *p.aliases)]
        self.offices = {p.name: p.role for party in story.parties for p in party.people}
        self.seats = {p.name: found for party in story.parties for p in party.people if (found := seat(p.role))}
        self.capitals = frozenset(bare(n) for p in story.parties for n in p.aliases)
        self.adjectives = frozenset(bare(n) for p in story.parties for n in p.adjectives)
        self.common = frozenset(w for n in names for w in fold(n).split())
        self.bag = lru_cache(maxsize=KEPT)(self._bag)
        self.placenames = lru_cache(maxsize=LATELY)(self._placenames)
        self.setting = lru_cache(maxsize=LATELY)(self._setting)
        self.arms: dict[frozenset[str], frozenset[str]] = {}

    def card(self, claim: Claim, document: Document, since: float | None = None) -> Card:
        """The card of one claim. `since` is when the text was first published, in POSIX seconds."""
        source = self.sources.get(document.source)
        speaker, party = voice(claim, source, self.sites)
        row = kinds().row(claim.kind)
        start, end, firm = interval(claim, stamp(document.published) if since is None else since)
        long = firm and end - start > weights().block.running * DAY
        figures = amounts(claim, row.family, since=long, text=document.text)
        family = soaring(row.family, figures)
        text, arms = document.text, weapons(claim, figures)
        said = claim.proposition.of(text)
        seat = self.seats.get(speaker, "")
        set_in = self.sites.ruled(spots(claim, text, self.capitals, self.adjectives), seat)
        part, running = aspect(claim, family, figures), any(a.running for a in figures)
        if part == "wave" and not firm and start > -inf:
            start = max(start, end - weights().block.wave * HOUR)
        return Card(
            id=claim.id,
            order=(stamp(document.published), claim.id),
            claim=claim,
            document=document,
            source=source,
            publisher=(source.publisher or source.id) if source else document.source,
            speaker=speaker,
            party=party,
            family=family,
            aspect=part,
            running=running,
            tally=any(map(daily, figures)),
            sides=self.field.sides(claim, party),
            sure=part == "wave" or self.field.sure(claim, party),
            spots=set_in,
            town=glance(family, part, running, set_in),
            after="",
            telling=0,
            prior="",
            seat=seat,
            start=start,
            end=end,
            firm=firm,
            due=due(claim.moment, stamp(document.published) if since is None else since),
            amounts=figures,
            weapons=self.arms.setdefault(arms, arms),
            words=self.bag(said, names(set_in)),
            named=self.placenames(said, names(set_in)),
            thing=self.bag(claim.object.name if claim.object else "", frozenset()),
            setting=(),
            open=claim.stance in OPEN,
        )

    def _bag(self, text: str, names: frozenset[str]) -> Bag:
        """The content words of a text but some names; copies share one bag."""
        return content(text, self.common | names)

    def _placenames(self, text: str, names: frozenset[str]) -> Bag:
        """Of the words of a text those that are such names."""
        return only(text, names, self.common) if names else NONE

    def _setting(self, parts: tuple[Part, ...], places: frozenset[str]) -> tuple[str, ...]:
        """The stems of the words around it; places are compared by themselves."""
        return stems(parts, self.common | places)


@lru_cache(maxsize=KEPT)
def names(spots: tuple[Spot, ...]) -> frozenset[str]:
    """The words of places: where it happened is compared by itself, and is no word in common."""
    return frozenset(w for s in spots for w in fold(s.name).split())


def seat(role: str) -> str:
    """The place in a role: "governor of Ostra region" has Ostra region."""
    land = "|".join(sorted(lists().land - {"the", "of"}))
    match = re.search(rf"((?:[A-Z][\w’'-]*\s)+)({land})\b", role)
    return match.group() if match else ""


def mains(story: Story) -> list[Party]:
    """The two belligerents that most sources speak for: every report names them, so their names tell nothing."""
    heard = Counter(s.party for s in story.sources)
    return sorted((p for p in story.parties if p.belligerent), key=lambda p: -heard[p.name])[:2]


@lru_cache(maxsize=KEPT)
def named(name: str) -> bool:
    """Whether a speaker can be told from others of its sort: "the governor of Oryol" can, "officials" cannot."""
    words = [w for w in fold(name).split() if w not in lists().stop]
    if name.lower().startswith("both ") or (name.isupper() and len(name) > HEADING):
        return False
    return bool(words) and not all(w in lists().vague for w in words) and any(c.isupper() for c in name)


def voice(claim: Claim, source: Source | None, sites: Sites) -> tuple[str, str | None]:
    """Whose word a claim is, and that speaker's party; a body's own channel speaks for the body, a town for nobody."""
    heard = claim.speaker if claim.speaker and not sites.only(claim.speaker.name or "") else None
    own = source.speaker if source and source.speaker else ""
    if heard and heard.name and named(heard.name) and heard.rule != "publisher" and (heard.party or not own):
        return heard.name, _spoken_for(heard)
    if own:
        return own, (heard.party if heard else None) or (source.party if source else None)
    if heard and heard.name:
        return "", _spoken_for(heard)
    return "", source.party if source else None


def _spoken_for(heard: Speaker) -> str | None:
    """The party that a speaker speaks for: nobody speaks for one only because a text tells of its land."""
    supposed = heard.rule == "supposed" or (heard.rule == "follow-on" and not named(heard.name or ""))
    return None if supposed else heard.party


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
    if not towns(claim) and any(a.low >= weights().figures.telling for a in told):
        return "wave"
    return "incident" if claim.object and not row.aspect else row.aspect if told else None


def daily(amount: Amount) -> bool:
    """Whether a figure is of a whole day: said to be, or of so many engagements or soldiers as no one place sees."""
    fought = amount.measure == "engagements" or (amount.measure == "casualties" and amount.population == "military")
    many = fought and (amount.value or 0) >= weights().figures.telling and not amount.running
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


def weapons(claim: Claim, figures: tuple[Amount, ...]) -> frozenset[str]:
    """The classes of weapon that the claim and its figures name."""
    kind = {claim.weapon.kind} if claim.weapon else set()
    return frozenset(kind | {a.object.split()[-1] for a in figures if a.object and a.measure in kinds().wave})


def told(view: View) -> dict[str, dict[str, Claim]]:
    """For each document of a view its claims. Claims without their document, and repeats, are left out."""
    found: dict[str, dict[str, Claim]] = {d.id: {} for d in view.documents}
    for claim in view.claims:
        if claim.document in found:
            found[claim.document][claim.id] = claim
    return found
