"""Text -> mentions of places: capitalised words that the gazetteer or the story knows, and not people or bodies."""

import re
from collections.abc import Iterator
from itertools import takewhile

from onrecord.claims.article import flowing, led, stream
from onrecord.claims.beside import nearby
from onrecord.claims.capitals import Run, Word, joined, lexicon, runs, surnames
from onrecord.claims.gazetteer import Gazetteer, fold
from onrecord.claims.heads import heading, preceding
from onrecord.claims.mention import Mention
from onrecord.claims.names import Names, taken
from onrecord.claims.setting import Setting, lists
from onrecord.claims.spelling import LANDS
from onrecord.claims.standing import Standing
from onrecord.records import Extent, Site, Story

LONGEST = 6
"""No name of the gazetteer that reports print has more capitalised words than this."""
TOWN = 5_000
"""A town of so many people is known by another spelling though nothing says that it is a place."""

_HOLDER = re.compile(r"(?:,|,? in) (?:the )?(?:\w+ern )?((?:[A-Z][\w'’-]+ ?){1,2})")
_JOINED = re.compile(r"[ ](?:of\b|[A-Z])|[-‐]")
"""After a part of a name: it is of something else."""
_WHERE = re.compile(r"(?:(\w+) )?\b(in|at|near|outside|on) $")
_NAME = re.compile(r"[^\W\d_a-z][^\W\d_A-Z]+(?:-[^\W\d_a-z][^\W\d_A-Z]+)?")
_FREE = re.compile(
    r"$|[.,;:!?)”\"\n]|\s+[(–—-]|\s+(?:a|after|an|and|are|as|at|before|but|by|during|for|from|had|has|have|if|in|is|on|or|since|that"
    r"|the|to|until|was|were|when|where|which|while|who|will|with)\b"
)
"""After a name that does not only say of what kind the next word is."""
_LANDS = (Extent.COUNTRY, Extent.REGION, Extent.FRONT)
_OWNER = re.compile(r"(?:,|,? in) ([A-Z]\w+)")


class Finder:
    """Finds mentions for one story; what it knows of the story is folded once."""

    def __init__(self, story: Story, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer
        self.names = Names(story, gazetteer)
        self.standing = Standing(self.names)
        self.setting = Setting(self.names)

    def __call__(self, text: str) -> list[Mention]:
        """The mentions of a whole document, in order; those that only act are among them, marked."""
        found = joined(text, runs(text), lambda key: bool(self.gazetteer.named(key)))
        people = surnames(found, self.names.strange) | self.names.people
        mentions: list[Mention] = []
        for run in found:
            mentions.extend(self._run(text, run, people))
        return lists(text, mentions)

    def mention(self, text: str, start: int, end: int) -> Mention:
        """The mention at a span that is known to be a place: "American" is one here, and what it names a country."""
        printed = text[start:end]
        key, names = fold(printed), self.names
        site = names.atlas.sites.get(key)
        entries = () if site else names.entries(printed, key) or names.atlas.named(key)
        land = names.demonyms.get(key) or names.demonyms.get(key.removesuffix("s"))
        if land and not site and (country := self.gazetteer.country(land)):
            entries = (country,)
        head, word = heading(text, start, end)
        return Mention(start, end, printed, key, entries, site, head, word, self.setting.land(text, start))

    def countries(self, text: str) -> list[str]:
        """The countries that demonyms in the text name, with repeats: hints, not places."""
        demonyms = self.names.demonyms
        return [demonyms[w.key] for run in runs(text) for w in run if w.key in demonyms]

    def _run(self, text: str, run: Run, people: frozenset[str]) -> Iterator[Mention]:
        at = 0
        while at < len(run):
            size, mention = self._longest(text, run, at)
            if mention is None and (other := self._namesake(text, run, at)) is not None:
                yield other
                at += 1 + sum(other.start < word.start < other.end for word in run)
                continue
            if mention is not None and self.standing.place(text, run, at, size, mention, people):
                yield self.setting.around(text, run, at, size, mention)
            elif (alike := self._alike(text, run, at, size, people)) is not None:
                size = next(n for n, w in enumerate(run[at:], 1) if w.end == alike.end)
                yield self.setting.around(text, run, at, size, alike)
            elif mention is None and (whole := self._river(text, run, at) or self._unknown(text, run, at, people)):
                yield whole
                return
            elif mention is None and (there := self._located(text, run, at, people)) is not None:
                size = next(n for n, w in enumerate(run[at:], 1) if w.end == there.end)
                yield there
            at += max(1, size)

    def _longest(self, text: str, run: Run, at: int) -> tuple[int, Mention | None]:
        best: tuple[int, Mention | None] = (0, None)
        atlas = self.names.atlas
        for last in range(at, min(at + LONGEST, len(run))):
            start, end = run[at].start, run[last].end
            key = fold(text[start:end])
            site, end, key = self._site(text, end, key)
            entries = () if site else self.names.entries(text[start:end], key)
            if site or entries:
                best = last - at + 1, Mention(start, end, text[start:end], key, entries, site)
            if run[at].key not in atlas.starts and not self.gazetteer.begins(key):
                break
        return best

    def _site(self, text: str, end: int, key: str) -> tuple[Site | None, int, str]:
        """The site of a folded name that ends at `end`, with the words in lower case after it that belong to its name:
        "Ostra air base"."""
        atlas = self.names.atlas
        for tail in atlas.tails.get(key, ()):
            longer = key + tail
            ends = not text[end + len(tail) : end + len(tail) + 1].isalnum()
            if ends and text.startswith(tail, end) and longer in atlas.sites:
                return atlas.sites[longer], end + len(tail), longer
        return atlas.sites.get(key) or self._called(text, end, key), end, key

    def _called(self, text: str, end: int, key: str) -> Site | None:
        """The site that a part of its name calls: "Ostra" the only "Ostra air base", "the Gulf" the only gulf."""
        short = self.names.atlas.short
        site = short.get(key)
        if site is None and f"the {key}" in short and led(text, end - len(key)):
            site = short[f"the {key}"]
        return None if _JOINED.match(text, end) else site

    def _namesake(self, text: str, run: Run, at: int) -> Mention | None:
        """Another place that bears the name of one of the story's: "Upper Ostra", "Petite Ostra"."""
        if run[at].key not in lexicon("namesakes") or at + 1 == len(run) or run[at + 1].joined != " ":
            return None
        _, known = self._longest(text, run, at + 1)
        if known is None or (site := known.site) is None or " " in known.key or site.precision in _LANDS:
            return None
        start, end = run[at].start, known.end
        head, word = heading(text, start, end)
        return Mention(start, end, text[start:end], fold(text[start:end]), head=head, word=word, land=site.country)

    def _alike(self, text: str, run: Run, at: int, known: int, people: frozenset[str]) -> Mention | None:
        """A name that is another spelling of a known one, where it is a town or the text says that it is a place.

        `known` words of it are a name that the gazetteer has, but not a place here.
        """
        word = run[at]
        if self.names.taken(word.key):
            return None
        for size in range(min(3, len(run) - at), known, -1):
            start, end = word.start, run[at + size - 1].end
            key = fold(text[start:end])
            mention = Mention(start, end, text[start:end], key, self.names.alike(key, self._owner(text, end)))
            if mention.entries and self.standing.place(text, run, at, size, mention, people):
                return mention if self._certain(text, mention) else None
        return None

    def _certain(self, text: str, mention: Mention) -> bool:
        """Whether a name in another spelling is that of a town, or said to be a place."""
        if preceding(text, mention.start) in lexicon("locatives") or self.standing.apposed(text, mention.end):
            return True
        return heading(text, mention.start, mention.end)[0] is not None or mention.entries[0].weight >= TOWN

    def _owner(self, text: str, end: int) -> tuple[str, ...]:
        """The country that follows: "Bint Jbail, Lebanon", "in Lebanon"."""
        match = _OWNER.match(text, end, end + 40)
        found = self.gazetteer.named(fold(match[1])) if match else ()
        return tuple(e.country for e in found[:1] if e.country and e.country in LANDS and e.kind == Extent.COUNTRY)

    def _river(self, text: str, run: Run, at: int) -> Mention | None:
        """A river that the gazetteer knows with the word for it only: "the Chenab", "the French Broad".

        A word that is English otherwise must do what rivers do; one of a people is none: "the Green", "the Russian".
        """
        start, end = run[at].start, run[-1].end
        if len(run) - at > 3 or run[-1].owns or not led(text, start):
            return None
        key = fold(text[start:end])
        if self._strange(run[-1]) or (self.gazetteer.common(key) and not stream(text, start, end)):
            return None
        alone = _FREE.match(text, end) is not None or flowing(text, start, end)
        entries = self.names.features(key, "the") if alone else ()
        return Mention(start, end, text[start:end], key, entries, head=Extent.FEATURE, word="the") if entries else None

    def _unknown(self, text: str, run: Run, at: int, people: frozenset[str]) -> Mention | None:
        """A name that nothing knows, where the text says that it is a place: "the village of X", "X, near Kyiv"."""
        words = run[at:]
        if (at and not run[at].joined.isspace()) or words[-1].owns or len(words) > 3:
            return None
        if words[0].opens or any(
            w.key in self.names.demonyms or w.key in self.names.sides or w.key in taken() for w in words
        ):
            return None
        start, end = words[0].start, words[-1].end
        head, word = heading(text, start, end)
        if head is None and stream(text, start, end):
            head, word = Extent.FEATURE, "the"
        if head is None and (people.intersection(w.key for w in words) or not self._told(text, start, end)):
            return None
        if self.gazetteer.common(words[0].key):
            return None
        key = fold(text[start:end])
        entries = self.names.features(key, word) if head == Extent.FEATURE else ()
        return Mention(start, end, text[start:end], key, entries, head=head, word=word)

    def _located(self, text: str, run: Run, at: int, people: frozenset[str]) -> Mention | None:
        """A name that nothing knows, in or near which something is said to be: "the bridge at Ostrell was shut"."""
        words = tuple(takewhile(lambda w: w is run[at] or w.joined == " ", run[at:]))
        start, end = words[0].start, words[-1].end
        found = _WHERE.search(text, max(0, start - 24), start)
        if found is None or len(words) > 2 or words[-1].owns or not _FREE.match(text, end):
            return None
        spot = len(words) > 1 and words[-1].key in lexicon("spots")
        first = words[words[0].key in lexicon("namesakes") and len(words) > 1]
        strange = not (any(map(self._strange, words)) or self._heard(first))
        if not (spot or (strange and found[2] != "on")) or (found[1] or "").lower() in lexicon("employed"):
            return None
        person = not spot and people.intersection(w.key for w in words)
        if person or not all(_NAME.fullmatch(w.text) for w in words):
            return None
        return Mention(start, end, text[start:end], fold(text[start:end]))

    def _heard(self, word: Word) -> bool:
        """Whether a word is English, or a place by some spelling."""
        gazetteer = self.gazetteer
        return bool(gazetteer.common(word.key) or gazetteer.named(word.key) or self.names.alike(word.key, ()))

    def _strange(self, word: Word) -> bool:
        """Whether a word, or a part of it, is known to name no place."""
        names, parts = self.names, {word.key, *fold(word.text.replace("-", " ")).split()}
        return any(k in names.demonyms or k in names.sides or k in taken() or k in names.known for k in parts)

    def _told(self, text: str, start: int, end: int) -> bool:
        """Whether a region or country is said to hold a name, or a known town to be near it."""
        if near := nearby(text, end):
            return self._known(text[near : near + 40], (Extent.SETTLEMENT,))
        if preceding(text, start) not in lexicon("locatives"):
            return False
        holder = _HOLDER.match(text, end, end + 50)
        return holder is not None and self._known(holder[1], (Extent.REGION, Extent.COUNTRY))

    def _known(self, printed: str, kinds: tuple[Extent, ...]) -> bool:
        """Whether the first one or two words of a text name an entry of some kinds."""
        words = [w.rstrip(".,;:") for w in printed.split()[:2]]
        for name in (" ".join(words[:n]) for n in range(len(words), 0, -1)):
            if name[:1].isupper() and any(e.kind in kinds for e in self.names.entries(name, fold(name))):
                return True
        return False
