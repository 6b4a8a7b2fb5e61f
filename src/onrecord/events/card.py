"""View -> Cards: everything that comparing needs of a claim, worked out once."""

import re
from collections import Counter
from functools import lru_cache
from math import inf

import msgspec

from onrecord.events.aspect import aspect, daily, glance, soaring
from onrecord.events.figures import Amount, amounts
from onrecord.events.ground import Spot, bare, spots
from onrecord.events.sides import Field, Sides
from onrecord.events.sites import Sites
from onrecord.events.tables import kinds, lists, weights
from onrecord.events.when import DAY, HOUR, due, interval, stamp
from onrecord.events.words import Bag, Part, content, fold, only, stems
from onrecord.records import Claim, Document, Party, Source, Speaker, Stance, Story, View


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
