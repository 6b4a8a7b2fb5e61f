"""Cards of one event -> voices: which names are one speaker, and whom a publisher's own voice passes on."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from onrecord.events.card import Card
from onrecord.events.credit import cited
from onrecord.events.figures import Amount, kin, number
from onrecord.events.sites import Sites
from onrecord.events.tables import kinds, lists
from onrecord.events.unnamed import WORDS, borrowed, called
from onrecord.events.words import fold, stem
from onrecord.records import Story

INNER = re.compile(r"\(([^(),]+)")
"""What stands first in brackets."""
SHORT = re.compile(r"[A-Z]{2}|(?:[A-Z]\.){2,}")
"""A name in capitals, "US" and "U.S."."""
PLAIN = 10
"""Figures from here on show by themselves that one report has them from another."""
KEPT = 1 << 12
"""Names of which it is remembered whom they can stand for."""
FEW = 2
"""Figures up to this are too common to show that one report has them from another."""


@lru_cache(maxsize=1 << 14)
def parts(name: str) -> frozenset[str]:
    """The words of a name that tell it from others: "the Defence Ministry" has defence and ministry.

    Of "US officials" the first is no "us": by the second alone they would be any officials.
    """
    words = name.replace("'s", " ").replace("’s", " ").replace("-", " ").split()
    return frozenset(stem(fold(w).replace(".", "")) for w in words if fold(w) not in lists().stop or SHORT.fullmatch(w))


def equal(left: Amount, right: Amount) -> bool:
    """Whether two figures are one figure told twice."""
    same = left.measure == right.measure and left.value == right.value and left.unit == right.unit
    return same and left.value is not None and kin(left.object, right.object)


def people(story: Story) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The bodies and people of a story, each with its other names."""
    for party in story.parties:
        yield from ((body.name, body.aliases) for body in party.bodies)
        yield from ((person.name, person.aliases) for person in party.people)


def sides(story: Story) -> Iterator[tuple[str, str]]:
    """The single words that stand for a party of a story, its adjectives and its capital, each with one for all."""
    for party in story.parties:
        for word in (party.name, *party.aliases, *party.adjectives):
            if len(found := parts(word)) == 1:
                yield next(iter(found)), fold(party.name)


class Cast:
    """The names of a story's bodies and people, by the words that tell them from others."""

    def __init__(self, story: Story) -> None:
        """Take the names from the story."""
        self.near = lru_cache(maxsize=KEPT)(self._near)
        self.names = {name for name, _ in people(story)}
        self.sides = dict(sides(story))
        self.sites = Sites(story)
        self.forms: dict[frozenset[str], set[str]] = defaultdict(set)
        for name, aliases in people(story):
            for form in (name, *aliases):
                self.forms[self.parts(form)].add(name)
        for side, person in ((s, p) for s in story.parties for p in s.people if p.role):
            self.forms[self.parts(f"{side.name} {person.role}")].add(person.name)
        self.outlets = {self.parts(s.name) for s in story.sources if not s.speaker}
        """Names of outlets that speak for nobody: one is no shorter name of a body that has a word of it."""
        for source in story.sources:
            if source.speaker:
                self.forms[self.parts(source.name)].add(source.speaker)
        self.members = {
            fold(p.name): frozenset([*(b.name for b in p.bodies), *(m.name for m in p.people)]) for p in story.parties
        }

    def parts(self, name: str) -> frozenset[str]:
        """The words of a name, where every word for a side is the same: "in Durrenz", "Kethran"."""
        return frozenset(self.sides.get(w, w) for w in parts(name))

    def find(self, name: str, heard: Iterable[str] = ()) -> str | None:
        """The one name of the story that a name can stand for; of several the one that is heard.

        What stands in brackets says who is meant: "the authorities (interior ministry, noon)". A town is nobody.
        """
        if self.sites.only(name):
            return None
        inner = INNER.search(name)
        if inner and (meant := self.find(inner[1], heard)):
            return meant
        near = self.near(name)
        if len(near) > 1:
            near = near.intersection(heard)
        return next(iter(near)) if len(near) == 1 else None

    def _near(self, name: str) -> frozenset[str]:
        """The names of the story that have the words of a name; where none has just these, those with some or more.

        Somebody of a side without a name, "their Belloran hosts", may be any of that side.
        """
        mine = self.parts(name)
        if mine in self.outlets and mine not in self.forms:
            return frozenset()
        whose = mine - _vague()
        if mine - whose and len(whose) == 1 and (side := self.members.get(next(iter(whose)))):
            return side
        exact = self.forms.get(mine, set()) if mine else set()
        wider = (names for form, names in self.forms.items() if mine < form or form < mine) if mine else ()
        return frozenset(exact or (n for names in wider for n in names))


class Voices:
    """Who speaks in an event. `alias` maps names that the story lacks to the one full name that they can stand for."""

    def __init__(self, cards: list[Card], cast: Cast) -> None:
        """Take the named speakers of the cards, which come earliest first."""
        self.spoken = [c for c in cards if c.speaker]
        names = list(dict.fromkeys(c.speaker for c in self.spoken))
        self.cast, self.heard = cast, cast.names.intersection(names)
        unknown = {n: cast.find(n, self.heard) or self._full(n, names) for n in names if n not in cast.names}
        self.alias = {n: full for n, full in unknown.items() if full}
        plain = {n for c in cards if (not c.speaker or borrowed(c)) and (n := called(c))}
        self.plain = {n: full for n in plain if (full := cast.find(n, self.heard))}
        self.told: dict[str, list[Amount]] = defaultdict(list)
        self.inside: dict[str, list[str]] = defaultdict(list)
        self.tellings: dict[tuple[str, int], list[Card]] = defaultdict(list)
        for card in self.spoken:
            name = self.alias.get(card.speaker, card.speaker)
            self.inside[card.document.id].append(name)
            self.told[name] += card.amounts
            self.tellings[(card.document.id, card.telling)].append(card)

    def name(self, card: Card) -> str:
        """Whom a claim is heard from, by the fullest name; "" for the publisher's own voice.

        A body's own channel may pass on another's word: "according to the governor".
        """
        if card.speaker and not (borrowed(card) and called(card) in self.plain):
            return self.alias.get(card.speaker, card.speaker)
        return self.plain.get(called(card), "")

    def _full(self, name: str, names: list[str]) -> str | None:
        mine = parts(name)
        fuller = [n for n in names if n != name and mine and mine < parts(n)]
        return fuller[0] if len(fuller) == 1 else None

    def cited(self, card: Card) -> tuple[str, str] | None:
        """Whom a claim in the publisher's own voice is had from by the words of its sentence, and these words."""
        heard = card.claim.speaker
        if heard and heard.rule != "publisher":
            return None
        office, told = cited(card.claim.sentence.of(card.document.text))
        heads = dict.fromkeys((office, office.split()[-1])) if office else ()
        name = next((n for words in heads if (n := self.cast.find(words, self.heard))), None)
        return (name, told) if name and name != card.speaker else None

    def relayed(self, card: Card, alone: bool = False) -> tuple[str, str] | None:
        """Whom a claim in the publisher's own voice goes back to, and what shows it: one figure, or one report.

        Where its sentence names nobody (`alone`), also who counts those of whom it tells some.
        """
        found = self.same(card)
        if found:
            return found
        if _witnessed(card.claim.sentence.of(card.document.text)) or (not card.amounts and beheld(card)):
            return None
        heard = set(self.inside.get(card.document.id, ()))
        name = heard.pop() if len(heard) == 1 else None
        if name and self._tells(name, card):
            return name, f"the same report cites {name}"
        at = card.claim.sentence.start
        for other in sorted(
            self.tellings.get((card.document.id, card.telling), ()),
            key=lambda c: (abs(c.claim.sentence.start - at), c.claim.sentence.start, c.id),
        ):
            tells = self._tells(self.name(other), card) or (alone and some(card, other))
            if tells and not other.open and other.counts:
                return self.name(other), f"it goes with what {self.name(other)} says"
        return None

    def gave(self, card: Card, named: Iterable[str]) -> tuple[str, str] | None:
        """Of those whom the sentence of a claim names the first who gave all its figures, and what shows it."""
        name = next((n for n in named if n in self.told and self._tells(n, card)), None) if card.amounts else None
        return (name, f"{name} gave the same") if name else None

    def same(self, card: Card) -> tuple[str, str] | None:
        """Who gave a figure of a claim before it, and the figure; a small one shows it only where all are the same."""
        for other in self.spoken:
            if other.speaker == card.speaker or card.order < other.order:
                continue
            for a in card.amounts:
                if a.value is None or a.value <= FEW or not any(equal(a, b) for b in other.amounts):
                    continue
                if a.value >= PLAIN or self._tells(self.name(other), card):
                    return self.name(other), f"the same figure, {number(a.value)}"
        return None

    def _tells(self, name: str, card: Card) -> bool:
        """Whether a speaker gives every figure of a claim."""
        return all(any(equal(a, b) for b in self.told[name]) for a in card.amounts)


def some(card: Card, other: Card) -> bool:
    """Whether a claim tells of some of those whom one before it in its paragraph counts: "Three are hurt. Two men"."""
    before = other.claim.sentence.start < card.claim.sentence.start and follows(other, card)
    return before and all(any(_less(a, b) for b in other.amounts) for a in card.amounts)


def follows(other: Card, card: Card) -> bool:
    """Whether a claim stands in the paragraph of one before it."""
    return "\n" not in card.document.text[other.claim.sentence.start : card.claim.sentence.start]


def _less(part: Amount, whole: Amount) -> bool:
    """Whether a figure may be of some of the people whom another counts."""
    people = part.measure == whole.measure and part.measure in kinds().people
    return people and part.value is not None and part.high < whole.low


@cache
def _vague() -> frozenset[str]:
    """The words for people in general, as names have them."""
    return frozenset(map(stem, lists().vague))


def seen(card: Card) -> bool:
    """Whether a report tells what its own people saw: it says so outside what it quotes."""
    return _witnessed(card.document.text)


def beheld(card: Card) -> bool:
    """Whether a report has its people where a claim happened: its first line or the claim's paragraph names one."""
    text, at = card.document.text, card.claim.sentence
    start, end = text.rfind("\n", 0, at.start) + 1, text.find("\n", at.end)
    return _sent(text[: max(text.find("\n"), 0)]) or _sent(text[start : end if end > 0 else len(text)])


@lru_cache(maxsize=1 << 12)
def _sent(text: str) -> bool:
    return not (lists().witnessing - lists().stop).isdisjoint(_plain(text))


@lru_cache(maxsize=1 << 12)
def _witnessed(text: str) -> bool:
    return not lists().witnessing.isdisjoint(_plain(text))


def _plain(text: str) -> list[str]:
    """The folded words of a text outside what it quotes."""
    return WORDS.findall(re.sub(r"[\"“][^\"“”]*[\"”]", " ", fold(text)))
