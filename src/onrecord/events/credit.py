"""Document and claim -> credit: whom the report itself says it has this from."""

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache, lru_cache

import msgspec

from onrecord.events.card import Card
from onrecord.events.tables import lists, patterns
from onrecord.events.words import fold
from onrecord.records import Body, OriginGroup, Party, Person, Source, SourceKind, Story

HEAD = TAIL = 300
RELAYING = (SourceKind.WIRE, SourceKind.MEDIA, SourceKind.SOCIAL)
"""Publishers whose own voice passes on what others count; a monitor or an authority counts itself."""
WHO = r"(?P<who>\w[\w’'-]*(?:\s+\w[\w’'-]*){0,4})"
"""Words for who has an office."""
KEPT = 1 << 14
"""Names, claims and documents whose credit is remembered."""


class Credit(msgspec.Struct, frozen=True, gc=False):
    """Another's name as a report gives it: `kind` is source or speaker, `name` an id or name, `text` the characters."""

    kind: str
    name: str
    text: str
    rule: str = "credit"


def cast(party: Party) -> tuple[Body | Person, ...]:
    """The bodies and people of a party."""
    return (*party.bodies, *party.people)


@lru_cache(maxsize=KEPT)
def passed(text: str) -> str:
    """The words by which a count is said to be that of somebody named before, "by their count"; "" for none."""
    match = _theirs().search(text)
    return " ".join(match.group().split()) if match else ""


@lru_cache(maxsize=KEPT)
def cited(text: str) -> tuple[str, str]:
    """The office from which a sentence says that it has this, "governor", and the words that say so; "" for none."""
    match = next((m for form in _cited() if (m := form.search(text))), None)
    return (match["who"].strip(), " ".join(match.group().split())) if match else ("", "")


@cache
def _cited() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(form.replace("WHO", WHO)) for form in patterns().cited)


@cache
def _theirs() -> re.Pattern[str]:
    return re.compile("|".join(patterns().theirs), re.IGNORECASE)


def passes(source: Source) -> bool:
    """Whether a source's own voice passes on what others count; a monitor or an authority counts itself."""
    return source.kind in RELAYING and not source.speaker


class Credits:
    """Finds credits to the sources, bodies and people of one story, and to the agencies of the table."""

    def __init__(self, story: Story) -> None:
        """Take the names from the story."""
        self.names: dict[str, tuple[str, str]] = {fold(a): ("source", a) for a in reversed(patterns().agencies)}
        for party in story.parties:
            for one in cast(party):
                self.names |= {fold(n): ("speaker", one.name) for n in (one.name, *one.aliases)}
        for source in story.sources:
            known = ("speaker", source.speaker) if source.speaker else ("source", source.id)
            self.names |= {fold(n): known for n in (source.name, source.id)}
        own = {x.name for p in story.parties for x in cast(p)}
        self.outlets = {*patterns().agencies, *(s.name for s in story.sources if passes(s))} - own
        """Names of agencies and outlets, whose own voice passes on what others count."""
        firsts = Counter(fold(s.name).split()[0] for s in story.sources)
        self.firsts = {w: s.id for s in story.sources if firsts[w := fold(s.name).split()[0]] == 1}
        """The first words of sources' names that no other has."""
        forms = sorted({n for n in self._printed(story) if n}, key=lambda n: (-len(n), n))
        name = "(?P<name>" + "|".join(re.escape(n) for n in forms) + ")"
        table = patterns()
        self.head, self.tail, self.sentence, self.figures = (
            [re.compile(p.replace("NAME", name)) for p in group]
            for group in (table.head, table.tail, table.sentence, table.figures)
        )
        self.any = re.compile(rf"\b{name}\b")
        self.source = lru_cache(maxsize=KEPT)(self._source)
        self.reporter = lru_cache(maxsize=KEPT)(self._reporter)
        self.counted = lru_cache(maxsize=KEPT)(self._counted)
        self.credit = lru_cache(maxsize=KEPT)(self._credit)
        self.whole = lru_cache(maxsize=KEPT)(self._whole)
        self.people = lru_cache(maxsize=KEPT)(self._people)

    def relaying(self, groups: Iterable[OriginGroup]) -> frozenset[str]:
        """The origins that are outlets' own voices: what they count they have from somebody."""
        return frozenset(g.id for g in groups if not g.host and (g.name in self.outlets or g.name in g.sources))

    def _source(self, name: str) -> Credit | None:
        """The source that a speaker's name names: "the outlet Wire A"."""
        match = self.any.search(name)
        found = self.names[fold(match["name"])] if match else None
        return Credit(found[0], found[1], name) if found and found[0] == "source" else None

    def deeper(self, card: Card, outlet: str) -> Credit | None:
        """From whom an outlet that a claim is had from has it in turn: "the Compass, which refers to the Tribune"."""
        return self._find(self.sentence, card.claim.sentence.of(card.document.text), (*self._own(card), outlet))

    def _people(self, text: str) -> tuple[str, ...]:
        """The bodies and people whom a text names, in its order."""
        found = (self.names[fold(m["name"])] for m in self.any.finditer(text))
        return tuple(dict.fromkeys(name for kind, name in found if kind == "speaker"))

    def _counted(self, card: Card) -> Credit | None:
        """Whose count a named speaker passes on: "by the figures of the rescue service"."""
        own = (*self._own(card), card.speaker)
        return self._find(self.figures, card.claim.sentence.of(card.document.text), own) if card.amounts else None

    def _reporter(self, name: str) -> Credit | None:
        """The source whose own reporter speaks: "a Meridian photographer"."""
        words = fold(name).split()
        if lists().witnessing.isdisjoint(words):
            return None
        found = {id for first, id in self.firsts.items() if first in words}
        return Credit("source", found.pop(), name) if len(found) == 1 else None

    def _own(self, card: Card) -> tuple[str, ...]:
        source = card.source
        return (source.id, source.name, source.speaker or "") if source else (card.document.source,)

    def _printed(self, story: Story) -> list[str]:
        people = [n for p in story.parties for x in cast(p) for n in (x.name, *x.aliases)]
        return [*patterns().agencies, *people, *(s.name for s in story.sources)]

    def _find(self, forms: list[re.Pattern[str]], text: str, own: tuple[str, ...]) -> Credit | None:
        for form in forms:
            for match in form.finditer(text):
                kind, name = self.names[fold(match["name"])]
                if name not in own:
                    return Credit(kind, name, " ".join(match.group().split()))
        return None

    def _whole(self, head: str, tail: str, own: tuple[str, ...]) -> Credit | None:
        return self._find(self.head, head, own) or self._find(self.tail, tail, own)

    def _credit(self, card: Card) -> Credit | None:
        """Whom the claim is had from: its own chain and sentence first, then the whole document's credit."""
        own = self._own(card)
        text = card.document.text
        for span in card.claim.attribution.chain:
            match = self.any.search(span.of(text))
            if match and self.names[fold(match["name"])][1] not in own:
                kind, name = self.names[fold(match["name"])]
                return Credit(kind, name, span.of(text), "chain")
        return self._find(self.sentence, card.claim.sentence.of(text), own) or self.whole(
            text[:HEAD], text[-TAIL:], own
        )
