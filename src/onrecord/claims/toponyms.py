"""Text -> mentions of places: capitalised words that the gazetteer or the story knows, and not people or bodies."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache

from onrecord.claims.atlas import Atlas
from onrecord.claims.capitals import Run, Word, forenames, lexicon, runs, surnames
from onrecord.claims.gazetteer import Entry, Gazetteer, fold
from onrecord.claims.heads import extent, following, heading, preceding
from onrecord.claims.lexicon import table
from onrecord.claims.spelling import LANDS
from onrecord.records import Extent, PlaceRole, Site, Story

LONGEST = 6
"""No name of the gazetteer that reports print has more capitalised words than this."""
DOUBTFUL = 150_000
"""A word that is hardly ever a place is one after "in" if so many people live there: Nice, Reading."""
TOWN = 5_000
"""A town of so many people is known by another spelling though nothing says that it is a place."""
LARGE = 100_000
"""From this many people on, a name is kept though an unknown capitalised word follows ("Kursk Arena")."""

_BEFORE = re.compile(r"[\w'’-]+")
_LIST = re.compile(r",? (?:and|or|&) (?:the )?|, (?:the )?|/| to | and in | or in |, in | and near ")
_OWNER = re.compile(r"(?:,|,? in) ([A-Z]\w+)")
_HELD = re.compile(r"['’]s? (\w+)")
_APPOSED = re.compile(r", (?:in )?([A-Z][\w.'’-]*(?: [A-Z][\w'’-]*){0,2})")


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in the text and what the words around it say. `key` is folded; `head` is the Extent that they name.

    `land` is a country that a demonym or a possessive just before it names; `word` the head as printed.
    """

    start: int
    end: int
    text: str
    key: str
    entries: tuple[Entry, ...] = ()
    site: Site | None = None
    head: Extent | None = None
    word: str = ""
    land: str | None = None
    role: PlaceRole = PlaceRole.AT
    acts: bool = False
    """Whether it stands for a party or a speaker, and is no place of anything."""


class Finder:
    """Finds mentions for one story; what it knows of the story is folded once."""

    def __init__(self, story: Story, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer
        self.atlas = Atlas(story.sites, gazetteer)
        self.spellings = {fold(k): fold(v) for k, v in story.style.spellings.items()}
        self.parties = {fold(n) for p in story.parties for n in (p.name, *p.aliases)}
        adjectives = {a: p.country for p in story.parties for a in p.adjectives if p.country}
        self.demonyms: Mapping[str, str] = {fold(d): c for d, c in (gazetteer.demonyms | adjectives).items()}
        self.scope = story.countries or tuple(p.country for p in story.parties if p.country)
        self.lands = tuple(c for c in self.scope if c in LANDS)
        bodies = {fold(n) for p in story.parties for b in p.bodies for n in b.aliases}
        self.known = bodies | {fold(n) for p in story.parties for x in p.people for n in x.aliases} | {*self.demonyms}
        self.people = {fold(w) for p in story.parties for x in p.people for w in x.name.split()[1:]}

    def __call__(self, text: str) -> list[Mention]:
        """The mentions of a whole document, in order; those that only act are among them, marked."""
        found = runs(text)
        people = surnames(found, self._strange) | self.people
        mentions: list[Mention] = []
        for run in found:
            mentions.extend(self._run(text, run, people))
        return _lists(text, mentions)

    def mention(self, text: str, start: int, end: int) -> Mention:
        """The mention at a span that is known to be a place: "American" is one here, and what it names a country."""
        printed = text[start:end]
        key = fold(printed)
        site = self.atlas.sites.get(key)
        entries = () if site else self._entries(printed, key) or self.atlas.named(key)
        land = self.demonyms.get(key) or self.demonyms.get(key.removesuffix("s"))
        if land and not site and (country := self.gazetteer.country(land)):
            entries = (country,)
        head, word = heading(text, start, end)
        return Mention(start, end, printed, key, entries, site, head, word, self._land(text, start))

    def countries(self, text: str) -> list[str]:
        """The countries that demonyms in the text name, with repeats: hints, not places."""
        return [self.demonyms[w.key] for run in runs(text) for w in run if w.key in self.demonyms]

    def _run(self, text: str, run: Run, people: frozenset[str]) -> Iterator[Mention]:
        at = 0
        while at < len(run):
            size, mention = self._longest(text, run, at)
            if mention is not None and self._place(text, run, at, size, mention, people):
                yield self._around(text, run, at, size, mention)
            elif (alike := self._alike(text, run, at, size, people)) is not None:
                size = next(n for n, w in enumerate(run[at:], 1) if w.end == alike.end)
                yield self._around(text, run, at, size, alike)
            elif mention is None and (unknown := self._unknown(text, run, at)) is not None:
                yield unknown
                return
            at += max(1, size)

    def _longest(self, text: str, run: Run, at: int) -> tuple[int, Mention | None]:
        best: tuple[int, Mention | None] = (0, None)
        for last in range(at, min(at + LONGEST, len(run))):
            start, end = run[at].start, run[last].end
            key = fold(text[start:end])
            site = self.atlas.sites.get(key)
            entries = () if site else self._entries(text[start:end], key)
            if site or entries:
                best = last - at + 1, Mention(start, end, text[start:end], key, entries, site)
            if run[at].key not in self.atlas.starts and not self.gazetteer.begins(key):
                break
        return best

    def _entries(self, printed: str, key: str) -> tuple[Entry, ...]:
        full = table("places")["abbreviations"].get(printed)
        if full is not None:
            return tuple(e for e in self.gazetteer.named(fold(full)) if e.kind == Extent.REGION)
        if key in lexicon("titles") or (key in self.demonyms and printed != "US"):
            return ()
        found = self.atlas.named(key)
        if key in lexicon("never") and not self._doubtful(key, found):
            return ()
        return self._spelt(key, found) if key in self.spellings else found

    def _doubtful(self, key: str, found: tuple[Entry, ...]) -> bool:
        """Whether a word that is hardly ever a place is at least that of a large town."""
        large = any(e.kind == Extent.SETTLEMENT and e.weight >= DOUBTFUL and not e.other for e in found[:3])
        return large and self.gazetteer.common(key)

    def _spelt(self, key: str, found: tuple[Entry, ...]) -> tuple[Entry, ...]:
        """The entries that have the story's spelling of a name as well, if any has; else those of the name."""
        wanted = self.atlas.named(self.spellings[key])
        ids = {e.id for e in wanted}
        return tuple(e for e in found if e.id in ids) or found or wanted

    def _alike(self, text: str, run: Run, at: int, known: int, people: frozenset[str]) -> Mention | None:
        """A name that is another spelling of a known one, where it is a town or the text says that it is a place.

        `known` words of it are a name that the gazetteer has, but not a place here.
        """
        word = run[at]
        if word.key in self.known or word.key in _taken() or self.gazetteer.common(word.key):
            return None
        for size in range(min(3, len(run) - at), known, -1):
            start, end = word.start, run[at + size - 1].end
            lands = self.lands or self._owner(text, end)
            mention = Mention(start, end, text[start:end], key := fold(text[start:end]), self._shapes(key, lands))
            if mention.entries and self._place(text, run, at, size, mention, people):
                located = preceding(text, start) in lexicon("locatives") or self._apposed(text, end)
                certain = located or heading(text, start, end)[0] or mention.entries[0].weight >= TOWN
                return mention if certain else None
        return None

    def _owner(self, text: str, end: int) -> tuple[str, ...]:
        """The country that follows: "Bint Jbail, Lebanon", "in Lebanon"."""
        match = _OWNER.match(text, end, end + 40)
        found = self.gazetteer.named(fold(match[1])) if match else ()
        return tuple(e.country for e in found[:1] if e.country in LANDS and e.kind == Extent.COUNTRY)

    def _shapes(self, key: str, lands: tuple[str, ...]) -> tuple[Entry, ...]:
        """Entries in some countries of which a folded name is another spelling."""
        if len(key) < 6:
            return ()
        found = {e.id: e for land in lands for e in self.gazetteer.alike(key, land) if e.country in lands}
        return tuple(e._replace(other=True) for e in sorted(found.values(), key=lambda e: (-e.weight, e.id)))

    def _place(self, text: str, run: Run, at: int, size: int, mention: Mention, people: frozenset[str]) -> bool:
        """Whether the words around a known name leave it a place."""
        if mention.site is not None or mention.text in table("places")["abbreviations"]:
            return True
        if text[mention.end : mention.end + 1] in ("$", "€", "£") or self._lent(text, mention):
            return False
        before = run[at - 1] if at else None
        after = run[at + size] if at + size < len(run) else None
        owner = run[at + size - 1].owns
        headed = extent(following(text, mention.end)) is not None
        located = preceding(text, mention.start) in lexicon("locatives")
        if before is not None and not self._leads(before, run[at]):
            return False
        if after is not None and not owner and not self._follows(run[at + size :], mention, run[at + size - 1]):
            return False
        if size == 1:
            return self._single(text, run[at], mention, people, headed, located)
        return True

    def _lent(self, text: str, mention: Mention) -> bool:
        """Whether the name is that of a unit or a ship: "the Azov brigade", "the cruiser Moskva"."""
        if following(text, mention.end) in lexicon("units"):
            return True
        return preceding(text, mention.start) in lexicon("vessels")

    def _strange(self, word: Word) -> bool:
        """Whether a capitalised word is neither English nor a place: before a name it is likely a forename."""
        known = word.key in self.demonyms or word.key in lexicon("compass") or word.key in lexicon("civic")
        plain = word.text.isalpha() and not word.text.isupper() and not word.owns
        return plain and not (known or self.gazetteer.common(word.key) or self.gazetteer.named(word.key))

    def _apposed(self, text: str, end: int) -> bool:
        """Whether a region or country follows after a comma: "Paris, Texas"."""
        match = _APPOSED.match(text, end, end + 40)
        if match is None:
            return False
        words = match.group(1).split()
        large = (Extent.REGION, Extent.COUNTRY)
        names = (" ".join(words[:n]) for n in range(1, len(words) + 1))
        return any(e.kind in large and not e.bare for n in names for e in self._entries(n, fold(n))[:3])

    def _leads(self, before: Word, word: Word) -> bool:
        """Whether a place can come right after the capitalised word `before`."""
        if not word.joined.isspace():
            return before.key not in lexicon("bodies")
        if before.key in lexicon("titles") or before.key in forenames() or (len(before.text) == 1 and not before.opens):
            return False
        known = before.key in lexicon("compass") or before.key in lexicon("civic") or before.key in self.demonyms
        return known or self.gazetteer.common(before.key) or (before.text.isupper() and len(before.text) > 2)

    def _follows(self, rest: Run, mention: Mention, last: Word) -> bool:
        """Whether a place can come right before the capitalised words of `rest`."""
        after = rest[0]
        if not after.joined.isspace() or after.key in lexicon("civic") or extent(after.key):
            return not (after.key in lexicon("bodies") and after.joined.isspace())
        if after.key in lexicon("bodies") or last.key in forenames() or last.key in lexicon("given"):
            return False
        if mention.text.count(" ") and not any(w.key in lexicon("bodies") for w in rest):
            return True
        large = any(e.weight >= LARGE and not (e.bare and e.kind == Extent.DISTRICT) for e in mention.entries)
        return large or after.key in self.demonyms

    def _single(
        self, text: str, word: Word, mention: Mention, people: frozenset[str], headed: bool, located: bool
    ) -> bool:
        if mention.key in lexicon("never"):
            return preceding(text, mention.start) in ("in", "near") and not word.opens
        named = mention.entries[0].kind in (Extent.COUNTRY, Extent.REGION) and not mention.entries[0].bare
        if headed or named:
            return True
        if self._apposed(text, mention.end):
            return True
        if word.key in people or word.key in forenames():
            return preceding(text, mention.start) in ("in", "near", "outside")
        if self.gazetteer.common(word.key) or (word.text.isupper() and len(word.text) < 5):
            return located and not word.opens
        return following(text, mention.end) not in lexicon("speeches")

    def _around(self, text: str, run: Run, at: int, size: int, mention: Mention) -> Mention:
        """The mention with what the words around it say of it."""
        head, word = heading(text, mention.start, mention.end)
        end = mention.end
        if (
            head is None
            and at + size < len(run)
            and (found := extent(run[at + size].key))
            and run[at + size].joined == " "
        ):
            head, word, end = found, run[at + size].key, run[at + size].end
        previous = preceding(text, mention.start)
        land = self._land(text, mention.start)
        role = PlaceRole.AT
        if previous in lexicon("sources"):
            role = PlaceRole.FROM
        elif previous in lexicon("goals"):
            role = PlaceRole.TO
        if head is None and previous == "over" and any(e.bare and e.kind == Extent.REGION for e in mention.entries):
            head, word = Extent.REGION, "over"  # air defence counts by region: a pin in its capital would be false
        acts = head is None and self._acts(text, run, at + size - 1, mention, previous)
        return replace(
            mention, end=end, text=text[mention.start : end], head=head, word=word, land=land, role=role, acts=acts
        )

    def _acts(self, text: str, run: Run, last: int, mention: Mention, previous: str) -> bool:
        located = previous in lexicon("locatives") or previous in ("of", "on")
        held = _HELD.match(text, mention.end)
        if located and held and held[1] in lexicon("grounds"):
            return False
        forces = following(text, mention.end) in lexicon("forces")
        if mention.key in self.parties:
            return forces or not located or run[last].owns
        state = any(e.kind == Extent.COUNTRY or e.weight > 1_000_000 for e in mention.entries[:3])
        return state and not located and (forces or following(text, mention.end) in lexicon("acts"))

    def _land(self, text: str, start: int) -> str | None:
        """The country of a demonym or possessive in the four words before: "the Russian city of", "Ukraine's"."""
        words = _BEFORE.findall(text[max(0, start - 40) : start])[-4:]
        for word in reversed(words):
            key = fold(word)
            if key in self.demonyms:
                return self.demonyms[key]
            if word.endswith(("'s", "’s")) and (owner := self.gazetteer.named(fold(word[:-2]))):
                return owner[0].country if owner[0].kind == Extent.COUNTRY else None
            if word[:1].isupper() or not (
                key in lexicon("compass") or key in table("places")["heads"] or key in _LINKS
            ):
                return None
        return None

    def _unknown(self, text: str, run: Run, at: int) -> Mention | None:
        """A name that nothing knows, where the text says that it is a place: "the village of X", "X district"."""
        if at and not run[at].joined.isspace():
            return None
        last = run[-1]
        head, word = heading(text, run[at].start, last.end)
        if head is None or last.owns or len(run) - at > 3 or any(w.key in self.demonyms for w in run[at:]):
            return None
        if run[at].opens or self.gazetteer.common(run[at].key) or any(w.key in _taken() for w in run[at:]):
            return None
        printed = text[run[at].start : last.end]
        return Mention(run[at].start, last.end, printed, fold(printed), head=head, word=word)


_LINKS = frozenset(("of", "the", "border", "capital", "coastal", "resort", "industrial", "eastern", "western"))


@cache
def _taken() -> frozenset[str]:
    return lexicon("civic") | lexicon("bodies") | lexicon("titles") | forenames() | lexicon("never")


def _lists(text: str, mentions: list[Mention]) -> list[Mention]:
    """Roles run forward through a list ("from Kursk, Bryansk and Oryol"), plural heads backward ("... regions")."""
    plurals = table("places")["plurals"]
    for i in range(1, len(mentions)):
        one, two = mentions[i - 1], mentions[i]
        between = text[one.end : two.start]
        if _LIST.fullmatch(between) and two.role == PlaceRole.AT and " to " not in between:
            joined = between != ", " and text[two.end : two.end + 1] not in ("'", "’")
            acts = one.acts if joined else two.acts
            over = two.head is None and one.word == "over" and any(e.bare for e in two.entries)
            head, word = (one.head, one.word) if over else (two.head, two.word)
            mentions[i] = replace(two, role=one.role, acts=acts, head=head, word=word)
    for i in range(len(mentions) - 1, 0, -1):
        one, two = mentions[i - 1], mentions[i]
        if two.word in plurals and one.head is None and _LIST.fullmatch(text[one.end : two.start]):
            mentions[i - 1] = replace(one, head=two.head, word=two.word)
    return mentions
