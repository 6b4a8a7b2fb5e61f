"""A mention in its words -> the same with what they say: head, role, country before it, whether it acts as a party."""

import re
from dataclasses import replace
from functools import cache

from onrecord.claims.article import alone, articled, led
from onrecord.claims.capitals import Run, Word, lexicon
from onrecord.claims.gazetteer import Entry, fold
from onrecord.claims.heads import extent, following, heading, preceding
from onrecord.claims.lexicon import table
from onrecord.claims.mention import Mention
from onrecord.claims.names import Names
from onrecord.records import Extent, PlaceRole

CAPITAL = 1_000_000
"""A city of so many people may stand for its country's government."""

_BEFORE = re.compile(r"[\w'’-]+")
_LIST = re.compile(r",? (?:and|or|&) (?:the )?|, (?:the )?|/| to | and in | or in |, in | and near ")
_SEAT = re.compile(r"(\w+) in (?:the )?$")
_HEARD = re.compile(r"\b(?:said|says|according to) (?:the |an? )?(?:[\w-]+ ){0,2}$")
_HELD = re.compile(r"['’]s? (\w+)")
_OWNED = re.compile(r"['’]s? ([\w-]+(?: [\w-]+){0,2})")
_SMALL = (Extent.SETTLEMENT, Extent.POINT)
_LINKS = frozenset(("of", "the", "border", "capital", "coastal", "resort", "industrial", "eastern", "western"))


class Setting:
    """Reads what stands around the mentions of one story's documents."""

    def __init__(self, names: Names) -> None:
        self.names = names

    def around(self, text: str, run: Run, at: int, size: int, mention: Mention) -> Mention:
        """The mention, `size` words of the run from `at` on, with what the words around it say of it."""
        previous = preceding(text, mention.start)
        head, word = heading(text, mention.start, mention.end)
        end = mention.end
        if head is None and at + size < len(run) and (found := _printed(run[at + size])):
            head, word, end = found, run[at + size].key, run[at + size].end
        if head is None and previous == "over" and any(e.bare and e.kind == Extent.REGION for e in mention.entries):
            head, word = Extent.REGION, "over"  # air defence counts by region: a pin in its capital would be false
        if head is None and mention.site is None and self.names.river(text, mention):
            head, word = Extent.FEATURE, "the"
        entries = self._fitting(text, mention, head, word, previous)
        acts = head is None and self._acts(text, run[at + size - 1], mention, previous)
        said = replace(mention, entries=entries, head=head, word=word, acts=acts)
        land, role = (
            self.land(text, mention.start),
            PlaceRole.FROM if _seat(text, mention.start, mention.end) else _role(previous),
        )
        return replace(said, end=end, text=text[mention.start : end], land=land, role=role)

    def _fitting(self, text: str, mention: Mention, head: Extent | None, word: str, previous: str) -> tuple[Entry, ...]:
        """The entries of a mention that are of a kind which the words beside it allow; all where none is."""
        start, end, entries = mention.start, mention.end, mention.entries
        if mention.site is not None:
            return ()
        if head == Extent.FEATURE:
            return self.names.features(mention.key, word) or (entries if word != "the" else ())
        if head is None and alone(text, start, end):
            return tuple(e for e in entries if articled(e))
        if head is None and (previous == "at" or (mention.key.endswith(" river") and not led(text, start))):
            return tuple(e for e in entries if e.kind in _SMALL) or entries
        return entries

    def land(self, text: str, start: int) -> str | None:
        """The country of a demonym or possessive in the four words before: "the Russian city of", "Ukraine's"."""
        words = _BEFORE.findall(text[max(0, start - 40) : start])[-4:]
        for word in reversed(words):
            key = fold(word)
            if key in self.names.demonyms:
                return self.names.demonyms[key]
            if word.endswith(("'s", "’s")) and (owner := self.names.gazetteer.named(fold(word[:-2]))):
                return owner[0].country if owner[0].kind == Extent.COUNTRY else None
            passed = key in lexicon("compass") or key in table("places")["heads"] or key in _LINKS
            if word[:1].isupper() or not passed:
                return None
        return None

    def _acts(self, text: str, last: Word, mention: Mention, previous: str) -> bool:
        located = previous in lexicon("locatives") or previous in ("of", "on")
        held = _HELD.match(text, mention.end)
        if located and held and held[1] in lexicon("grounds"):
            return False
        if last.owns and _city(mention) and _town(text, mention.end):
            return False
        if not last.owns and _gone().search(text, max(0, mention.start - 30), mention.start):
            return False
        forces = following(text, mention.end) in lexicon("forces")
        if mention.key in self.names.parties:
            return forces or not located or last.owns
        state = any(e.kind == Extent.COUNTRY or e.weight > CAPITAL for e in mention.entries[:3])
        return state and not located and (forces or following(text, mention.end) in lexicon("acts"))


def _city(mention: Mention) -> bool:
    """Whether a mention is a settlement and no country."""
    if mention.site is not None:
        return Extent(mention.site.precision) == Extent.SETTLEMENT
    kinds = [e.kind for e in mention.entries[:3]]
    return Extent.SETTLEMENT in kinds and Extent.COUNTRY not in kinds


@cache
def _gone() -> re.Pattern[str]:
    """Before a country or a capital: it is where somebody goes, what is held or hit, or what shares a border."""
    words = "|".join(sorted(lexicon("gone")))
    bound = r"(?:bound|heading|headed|heads?|leaves?|leaving|left|departs?|departed|set out)(?: either| or)? for"
    return re.compile(rf"\b(?:{words}|{bound}|(?:borders?|frontiers?) with)(?: the)? $", re.IGNORECASE)


def _town(text: str, end: int) -> bool:
    """Whether what an owner owns is a part of its town, and no body: "Ostra's two main stations"."""
    owned = _OWNED.match(text, end, end + 60)
    words = owned[1].lower().split() if owned else ()
    return not lexicon("quarters").isdisjoint(words) and lexicon("offices").isdisjoint(words)


def _seat(text: str, start: int, end: int) -> bool:
    """Whether a name only says where an office sits, whence its word comes: "the ministry in Durrenz said"."""
    before = _SEAT.search(text, max(0, start - 40), start)
    if before is None or before[1].lower() not in lexicon("seats"):
        return False
    heard = _HEARD.search(text, max(0, before.start() - 40), before.start())
    return heard is not None or following(text, end) in lexicon("saying")


def _printed(word: Word) -> Extent | None:
    """The Extent that a capitalised word after a name says: "Sumy Oblast"."""
    return extent(word.key) if word.joined == " " else None


def _role(previous: str) -> PlaceRole:
    if previous in lexicon("sources"):
        return PlaceRole.FROM
    return PlaceRole.TO if previous in lexicon("goals") else PlaceRole.AT


def lists(text: str, mentions: list[Mention]) -> list[Mention]:
    """Roles run forward through a list ("from Kursk, Bryansk and Oryol"), plural heads backward ("... regions")."""
    plurals = table("places")["plurals"]
    for i in range(1, len(mentions)):
        one, two = mentions[i - 1], mentions[i]
        between = text[one.end : two.start]
        if _LIST.fullmatch(between) and two.role == PlaceRole.AT and " to " not in between:
            mentions[i] = _listed(text, one, two, between)
    for i in range(len(mentions) - 1, 0, -1):
        one, two = mentions[i - 1], mentions[i]
        if two.word in plurals and one.head is None and _LIST.fullmatch(text[one.end : two.start]):
            mentions[i - 1] = replace(one, head=two.head, word=two.word)
    return mentions


def _listed(text: str, one: Mention, two: Mention, between: str) -> Mention:
    """The second of two names of a list, with what the first one's words say of both."""
    joined = between != ", " and text[two.end : two.end + 1] not in ("'", "’")
    acts = one.acts if joined else two.acts
    over = one.word == "over" and any(e.bare for e in two.entries)
    plural = one.word in table("places")["plurals"] and following(text, one.end) != one.word
    shared = two.head is None and (over or plural)
    head, word = (one.head, one.word) if shared else (two.head, two.word)
    return replace(two, role=one.role, acts=acts, head=head, word=word)
