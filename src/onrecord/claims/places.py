"""Text -> places: each name tied to a gazetteer entry with its precision, or visibly to none."""

import re
from collections.abc import Sequence

from msgspec import structs

from onrecord.claims.beside import holders, neighbour
from onrecord.claims.capitals import lexicon
from onrecord.claims.doubt import leading, stray, sure
from onrecord.claims.gazetteer import Entry, Gazetteer, distance, fold
from onrecord.claims.heads import preceding
from onrecord.claims.lexicon import table
from onrecord.claims.mention import Mention
from onrecord.claims.resolution import resolve
from onrecord.claims.senses import FAMOUS, Scored, inside
from onrecord.claims.toponyms import Finder
from onrecord.records import Candidate, Extent, Place, Span, Story

AMISS = "no place of this name is known in what is said to hold it"
FAR = "no place of this name is known near what it is said to be near"
STRAY = "known only far from where the story plays"
UNKNOWN = "not in the gazetteer; the text calls it a place"
NEXT = 100.0
"""A place nearer than this, in km, to the middle of a region may be said to lie in it: Sevastopol in Crimea."""
SHOWN = 5
"""How many candidates a place lists."""

_WIDER = (Extent.DISTRICT, Extent.REGION, Extent.FEATURE)
"""Heads that a settlement only lends its name: "the Ostra district" and "the Ostra reservoir" are not the town."""
_IN = re.compile(r", (?:in )?| in ")
_CLOSED = re.compile(r"$|[.,;:)\n]")
_SMALL = (Extent.SETTLEMENT, Extent.POINT)


class Locator:
    """Finds and resolves the places of documents of one story. Sites of the story win over the gazetteer."""

    def __init__(self, story: Story, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer
        self.spellings = {fold(k): v for k, v in story.style.spellings.items()}
        self.find = Finder(story, gazetteer)
        self.scope = self.find.names.scope

    def places(self, text: str) -> tuple[Place, ...]:
        """The places of a whole document, in the order of their characters; parties and speakers are left out.

        A name that cannot be told from its namesakes has no coordinates, and lists them with the reason.
        """
        mentions = self.find(text)
        return tuple(p for m, p in zip(mentions, self.settle(text, mentions), strict=True) if not m.acts)

    def settle(self, text: str, mentions: Sequence[Mention]) -> tuple[Place, ...]:
        """One place for each mention of a whole document, in the same order."""
        known = resolve(text, mentions, self.find.countries(text), self.scope, self.gazetteer)
        places = [self._place(m, scored) for m, scored in zip(mentions, known, strict=True)]
        for i, mention in enumerate(mentions[:-1]):
            if mention.site is None and not mention.entries:
                places[i] = _within(places[i], places[i + 1], text, mentions, i)
            elif self._amiss(text, mentions, i, known[i]):
                lost = structs.replace(self._unknown(mention), reason=AMISS)
                places[i] = _within(lost, places[i + 1], text, mentions, i)
        return tuple(places)

    def _place(self, mention: Mention, scored: Sequence[Scored]) -> Place:
        if mention.site is not None:
            return self._site(mention)
        if not scored or _elsewhere(mention, scored[0].entry):
            return self._unknown(mention)
        if mention.head == Extent.FRONT:
            return self._front(mention, scored)
        if sure(scored) and not stray(mention.key, scored, self.scope, self.gazetteer):
            return self._entry(mention, scored)
        return self._dilemma(mention, scored)

    def _amiss(self, text: str, mentions: Sequence[Mention], i: int, scored: Sequence[Scored]) -> bool:
        """Whether no place of a name lies where the text says: "Mati in Attica", where only another Mati is known."""
        if not scored or scored[0].entry.weight >= FAMOUS or scored[0].entry.kind not in _SMALL:
            return False
        told = holders(text, mentions, i)
        if not told or told[0][0].kind == Extent.DISTRICT or not _IN.match(text, mentions[i].end):
            return False
        if preceding(text, mentions[i].start) == "from":  # it says who is there: "troops from Pskov in Ukraine"
            return False
        if not (any(full for _, full in told) or text.startswith(" in ", mentions[i].end)):
            return False
        closed = _CLOSED.match(text, mentions[i + 1].end) is not None
        return closed and not any(_holds(h, s.entry) for s in scored for h, _ in told)

    def _site(self, mention: Mention) -> Place:
        site = mention.site
        assert site is not None
        extent = Extent(site.precision)
        front = mention.head == Extent.FRONT and extent != Extent.FRONT
        return Place(
            span=Span(start=mention.start, end=mention.end),
            name=f"{site.name} front" if front else site.name,
            precision=Extent.FRONT if front else extent,
            country=site.country,
            region=site.region,
            lat=None if front else site.lat,
            lon=None if front else site.lon,
            role=mention.role,
            reason="a place of the story",
        )

    def _unknown(self, mention: Mention) -> Place:
        return Place(
            span=Span(start=mention.start, end=mention.end),
            name=self._name(mention, None),
            precision=mention.head or Extent.UNKNOWN,
            country=mention.land,
            role=mention.role,
            reason=f"the gazetteer has no {mention.head} of this name" if mention.entries else UNKNOWN,
        )

    def _front(self, mention: Mention, scored: Sequence[Scored]) -> Place:
        base = scored[0].entry
        country, region = (base.country, base.region) if sure(scored) else _shared([s.entry for s in leading(scored)])
        return Place(
            span=Span(start=mention.start, end=mention.end),
            name=self._name(mention, None),
            precision=Extent.FRONT,
            country=country,
            region=region,
            role=mention.role,
            reason=f"a part of the front, called after {base.name}",
            candidates=_candidates(scored),
        )

    def _entry(self, mention: Mention, scored: Sequence[Scored]) -> Place:
        entry, reasons = scored[0].entry, scored[0].reasons
        only = "the only place of this name" if len(scored) == 1 else "the largest place of this name"
        lent = mention.head if mention.head in _WIDER and entry.kind == Extent.SETTLEMENT else None
        reasons = (f"a {lent}, called after {entry.name}", *reasons) if lent else reasons
        vague = _vague(mention, entry)
        reasons = (f"a {entry.kind} or its town, which is not told", *reasons) if vague else reasons
        return Place(
            span=Span(start=mention.start, end=mention.end),
            name=self._name(mention, entry),
            precision=lent or entry.kind,
            country=entry.country,
            region=entry.region,
            geonameid=entry.id if entry.id > 0 and not lent else None,
            lat=None if vague else entry.lat,
            lon=None if vague else entry.lon,
            role=mention.role,
            reason=", ".join(reasons) or only,
            candidates=_candidates(scored) if len(scored) > 1 else (),
        )

    def _dilemma(self, mention: Mention, scored: Sequence[Scored]) -> Place:
        """No pin: what the leading candidates share is kept, the rest left open."""
        strays = sure(scored)
        rivals = [s.entry for s in (scored if scored[0].far else leading(scored))]
        country, region = (None, None) if strays else _shared(rivals)
        kinds = {e.kind for e in rivals}
        return Place(
            span=Span(start=mention.start, end=mention.end),
            name=self._name(mention, None),
            precision=kinds.pop() if len(kinds) == 1 else Extent.UNKNOWN,
            country=country,
            region=region,
            role=mention.role,
            reason=FAR if scored[0].far else STRAY if strays else f"{len(rivals)} places of this name fit equally well",
            candidates=_candidates(scored),
        )

    def _name(self, mention: Mention, entry: Entry | None) -> str:
        """The story's spelling, else what the report prints, with the head that it gives."""
        core = mention.text
        last = core.rpartition(" ")[2].lower()
        if last in table("places")["printed"] or (mention.word and fold(core).endswith(f" {mention.word}")):
            core = core[: -len(last) - 1]
        core = self.spellings.get(fold(core), core)
        if (entry is not None and entry.kind == Extent.COUNTRY) or mention.text in table("places")["abbreviations"]:
            return entry.name if entry and fold(core) not in self.spellings else core
        if last in table("places")["printed"] and not mention.word:
            return f"{core} {table('places')['printed'][last]}"
        if mention.head in (Extent.REGION, Extent.DISTRICT, Extent.FRONT) and mention.word not in ("", "over"):
            word = table("places")["printed"].get(mention.word, mention.word)
            plural = {"counties": "county", "axes": "front", "parishes": "parish"}
            word = plural.get(word, word.removesuffix("s") if word in table("places")["plurals"] else word)
            return f"{core} {table('places')['printed'].get(word, word)}"
        return core if not core.isupper() or len(core) < 5 else core.title()


def _vague(mention: Mention, entry: Entry) -> bool:
    """Whether a district is named without the word for it: its town may be meant, unless districts are called so."""
    bare = entry.kind == Extent.DISTRICT and entry.bare and mention.head is None
    return bare and entry.country not in lexicon("counties")


def _holds(holder: Entry, entry: Entry) -> bool:
    """Whether a region or country holds a place, or its middle is so near that the borders may be drawn otherwise."""
    return inside(entry, holder) or (holder.kind == Extent.REGION and distance(entry, holder) < NEXT)


def _elsewhere(mention: Mention, entry: Entry) -> bool:
    """Whether a river or an island has only the name of an entry: it may lie anywhere, as a bridge or a dam may not."""
    if mention.head != Extent.FEATURE or entry.kind == Extent.FEATURE or mention.word in lexicon("works"):
        return False
    return entry.kind != Extent.REGION or mention.word in lexicon("waters")


def _within(place: Place, other: Place, text: str, mentions: Sequence[Mention], i: int) -> Place:
    """A place that nothing knows, with the country and region that are said to hold it; near a town, its country."""
    if holders(text, mentions, i):
        region = other.region if other.precision != Extent.COUNTRY else None
        return structs.replace(place, country=other.country, region=region)
    return structs.replace(place, country=other.country) if neighbour(text, mentions, i) else place


def _shared(entries: Sequence[Entry]) -> tuple[str | None, str | None]:
    """The country and the region that all of them lie in."""
    countries, regions = {e.country for e in entries}, {e.region for e in entries}
    return countries.pop() if len(countries) == 1 else None, regions.pop() if len(regions) == 1 else None


def _candidates(scored: Sequence[Scored]) -> tuple[Candidate, ...]:
    top = scored[0].score
    return tuple(
        Candidate(
            geonameid=max(0, s.entry.id),
            name=", ".join(filter(None, (s.entry.name, s.entry.region, s.entry.country))),
            score=round(max(0.0, min(1.0, 1 - (top - s.score))), 3),
            reason=", ".join(s.reasons) or f"{s.entry.weight:,} people",
        )
        for s in scored[:SHOWN]
    )
