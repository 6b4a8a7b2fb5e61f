"""A printed name -> what it may be, for one story: its own places, the gazetteer's, those of another spelling."""

from collections.abc import Mapping
from functools import cache

from onrecord.claims.article import flowing, stream
from onrecord.claims.atlas import Atlas
from onrecord.claims.capitals import Word, forenames, lexicon
from onrecord.claims.gazetteer import Entry, Gazetteer, fold
from onrecord.claims.lexicon import table
from onrecord.claims.mention import Mention
from onrecord.claims.spelling import LANDS
from onrecord.records import Extent, Story

CITY = 100_000
"""A city of so many people is not mistaken for a town that another language calls so."""
DWARFED = 50
"""A city of so many times the people of a town may be meant by that town's name."""
DOUBTFUL = 150_000
"""A word that is hardly ever a place is one after "in" if so many people live there: Nice, Reading."""


class Names:
    """Look-ups of names for one story; what it knows of the story is folded once."""

    def __init__(self, story: Story, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer
        self.atlas = Atlas(story.sites, gazetteer)
        self.spellings = {fold(k): fold(v) for k, v in story.style.spellings.items()}
        self.parties = {fold(n) for p in story.parties for n in (p.name, *p.aliases)}
        adjectives = {a: p.country for p in story.parties for a in p.adjectives if p.country}
        self.demonyms: Mapping[str, str] = {fold(d): c for d, c in (gazetteer.demonyms | adjectives).items()}
        self.sides = frozenset(fold(a) for p in story.parties for a in p.adjectives)
        self.scope = story.countries or tuple(p.country for p in story.parties if p.country)
        self.lands = tuple(c for c in self.scope if c in LANDS)
        bodies = {fold(n) for p in story.parties for b in p.bodies for n in b.aliases}
        self.known = bodies | {fold(n) for p in story.parties for x in p.people for n in x.aliases} | {*self.demonyms}
        self.people = {fold(w) for p in story.parties for x in p.people for w in x.name.split()[1:]}

    def entries(self, printed: str, key: str) -> tuple[Entry, ...]:
        """The entries of a name as printed and folded, heaviest first; none where it is hardly ever a place."""
        full = table("places")["abbreviations"].get(printed)
        if full is not None:
            return tuple(e for e in self.gazetteer.named(fold(full)) if e.kind == Extent.REGION)
        if key in lexicon("titles") or (key in self.demonyms and printed != "US"):
            return ()
        found = self.atlas.named(key)
        if key in lexicon("never") and not self._doubtful(key, found):
            return ()
        if key in self.spellings:
            return self._spelt(key, found)
        return found + self._rivals(key, found) if found and self.lands else found

    def _rivals(self, key: str, found: tuple[Entry, ...]) -> tuple[Entry, ...]:
        """Towns of the story's countries of which the name of small ones is another spelling: "Vinnitsa", "Mirnoye"."""
        if any(e.kind != Extent.SETTLEMENT or e.weight >= CITY for e in found[:1]):
            return ()
        ids, common = {e.id for e in found}, key.endswith(tuple(lexicon("endings")))
        towns = (e for e in self.alike(key, ()) if e.id not in ids and e.kind == Extent.SETTLEMENT)
        return tuple(e for e in towns if common or e.weight >= max(CITY, DWARFED * found[0].weight))

    def alike(self, key: str, lands: tuple[str, ...]) -> tuple[Entry, ...]:
        """Entries in some countries, those of the story first, of which a folded name is another spelling."""
        if len(key) < 6 or not key.replace(" ", "").isalpha():
            return ()
        asked = self.lands or lands
        found = {e.id: e for land in asked for e in self.gazetteer.alike(key, land) if e.country in asked}
        return tuple(e._replace(other=True) for e in sorted(found.values(), key=lambda e: (-e.weight, e.id)))

    def features(self, key: str, word: str) -> tuple[Entry, ...]:
        """Features of a folded name and the word for what they are: "the Ostra", "Ostra river", "the Ostra valley"."""
        names = (f"the {key}", f"{key} {'river' if word == 'the' else word}", f"{word} {key}", key)
        found = (e for name in names for e in self.atlas.named(name))
        return tuple({e.id: e for e in found if e.kind == Extent.FEATURE}.values())

    def river(self, text: str, mention: Mention) -> bool:
        """Whether a name after the article is that of a river, by what is told of it."""
        start, end = mention.start, mention.end
        return stream(text, start, end) or (flowing(text, start, end) and bool(self.features(mention.key, "the")))

    def taken(self, key: str) -> bool:
        """Whether a folded word is known to be something else than a place of which another spelling may be known."""
        return key in self.known or key in taken() or self.gazetteer.common(key)

    def strange(self, word: Word) -> bool:
        """Whether a capitalised word is neither English nor a place: before a name it is likely a forename."""
        known = word.key in self.demonyms or word.key in lexicon("compass") or word.key in lexicon("civic")
        plain = word.text.isalpha() and not word.text.isupper() and not word.owns
        return plain and not (known or self.gazetteer.common(word.key) or self.gazetteer.named(word.key))

    def _doubtful(self, key: str, found: tuple[Entry, ...]) -> bool:
        """Whether a word that is hardly ever a place is at least that of a large town."""
        large = any(e.kind == Extent.SETTLEMENT and e.weight >= DOUBTFUL and not e.other for e in found[:3])
        return large and self.gazetteer.common(key)

    def _spelt(self, key: str, found: tuple[Entry, ...]) -> tuple[Entry, ...]:
        """The entries that have the story's spelling of a name as well, if any has; else those of the name."""
        wanted = self.atlas.named(self.spellings[key])
        ids = {e.id for e in wanted}
        return tuple(e for e in found if e.id in ids) or found or wanted


@cache
def taken() -> frozenset[str]:
    """Folded words that stand beside names and are none, and forenames."""
    return lexicon("civic") | lexicon("bodies") | lexicon("titles") | forenames() | lexicon("never")
