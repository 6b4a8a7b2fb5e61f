"""A known name in its words -> whether it is a place there, and not a person, a unit, a ship, a paper, a body."""

import re
from functools import cache

from onrecord.claims.article import acting, alone, articled, counted, led, single
from onrecord.claims.capitals import Run, Word, forenames, lexicon
from onrecord.claims.gazetteer import fold
from onrecord.claims.heads import extent, following, preceding
from onrecord.claims.lexicon import table
from onrecord.claims.mention import Mention
from onrecord.claims.names import Names
from onrecord.claims.senses import inside
from onrecord.records import Extent

LARGE = 100_000
"""From this many people on, a name is kept though an unknown capitalised word follows ("Kursk Arena")."""
HUGE = 2_000_000
"""The same for a name that is not the one a city is mainly known by ("Kiev Arena", but "Adan Yabal")."""

_HOLDER = re.compile(r" in ([A-Z][\w'’-]*(?: [A-Z][\w'’-]*)?)")
_APPOSED = re.compile(r", (?:in )?([A-Z][\w.'’-]*(?: [A-Z][\w'’-]*){0,2})")
_SEATED = re.compile(r"(\w+) of (?:the )?$")
_MONEY = ("$", "€", "£")


class Standing:
    """Judges the names of one story's documents."""

    def __init__(self, names: Names) -> None:
        self.names = names

    def place(self, text: str, run: Run, at: int, size: int, mention: Mention, people: frozenset[str]) -> bool:
        """Whether the words around a known name, `size` words of the run from `at` on, leave it a place."""
        if mention.site is not None or mention.text in table("places")["abbreviations"]:
            return True
        if text[mention.end : mention.end + 1] in _MONEY or self._lent(text, mention):
            return False
        if not self._articled(text, mention):
            return False
        before = run[at - 1] if at else None
        if before is not None and not self._leads(before, run[at]):
            return False
        last, rest = run[at + size - 1], run[at + size :]
        if rest and not last.owns and not self._follows(rest, mention, last):
            return False
        return size > 1 or self._single(text, run[at], mention, people)

    def apposed(self, text: str, end: int) -> bool:
        """Whether a region or country follows after a comma: "Paris, Texas"."""
        match = _APPOSED.match(text, end, end + 40)
        if match is None:
            return False
        words = match.group(1).split()
        large = (Extent.REGION, Extent.COUNTRY)
        names = (" ".join(words[:n]) for n in range(1, len(words) + 1))
        return any(e.kind in large and not e.bare for n in names for e in self.names.entries(n, fold(n))[:3])

    def _held(self, text: str, mention: Mention) -> bool:
        """Whether the region or country that follows holds a place of the name: "left Shire in Tigray"."""
        match = _HOLDER.match(text, mention.end, mention.end + 40)
        found = self.names.entries(match[1], fold(match[1]))[:3] if match else ()
        large = [h for h in found if h.kind in (Extent.REGION, Extent.COUNTRY)]
        return any(inside(e, h) for h in large for e in mention.entries)

    def _articled(self, text: str, mention: Mention) -> bool:
        """Whether it may have the article that it has: "the Moskva was sunk" is no town."""
        start, end = mention.start, mention.end
        if not led(text, start):
            return mention.entries[0].kind == Extent.COUNTRY or not counted(text, start, end)
        if any(map(articled, mention.entries)) or self.names.river(text, mention):
            return True
        return not (alone(text, start, end) or acting(text, start, end))

    def _lent(self, text: str, mention: Mention) -> bool:
        """Whether the name is that of a unit, a ship, a paper or an arm: "the Azov brigade", "the cruiser Moskva"."""
        after = following(text, mention.end)
        if after in lexicon("papers") or preceding(text, mention.start) in lexicon("vessels"):
            return True
        if (after in _arms() and _unit(text, mention.end)) or (
            led(text, mention.start) and after in lexicon("vessels")
        ):
            return True
        lent = after in lexicon("arms") or after in lexicon("men") or _arm(text, mention.start, mention.end)
        return lent and not any(e.weight >= LARGE and e.kind != Extent.FEATURE for e in mention.entries)

    def _leads(self, before: Word, word: Word) -> bool:
        """Whether a place can come right after the capitalised word `before`."""
        if not word.joined.isspace():
            return before.key not in lexicon("bodies")
        if before.key in lexicon("titles") or before.key in forenames() or (len(before.text) == 1 and not before.opens):
            return False
        known = before.key in lexicon("compass") or before.key in lexicon("civic") or before.key in self.names.demonyms
        return known or self.names.gazetteer.common(before.key) or (before.text.isupper() and len(before.text) > 2)

    def _follows(self, rest: Run, mention: Mention, last: Word) -> bool:
        """Whether a place can come right before the capitalised words of `rest`."""
        after = rest[0]
        if not after.joined.isspace() or after.key in lexicon("civic") or extent(after.key):
            return not (after.key in lexicon("bodies") and after.joined.isspace())
        if after.key in lexicon("bodies") or last.key in forenames() or last.key in lexicon("given"):
            return False
        if mention.text.count(" ") and not any(w.key in lexicon("bodies") for w in rest):
            return True
        entries = (e for e in mention.entries if not (e.bare and e.kind in (Extent.DISTRICT, Extent.REGION)))
        large = any(e.weight >= (HUGE if e.other else LARGE) for e in entries)
        return large or after.key in self.names.demonyms

    def _single(self, text: str, word: Word, mention: Mention, people: frozenset[str]) -> bool:
        """Whether a name of one word is a place, by its first meaning and by the words beside it."""
        before, after = preceding(text, mention.start), following(text, mention.end)
        if mention.key in lexicon("never"):
            return before in ("in", "near") and not word.opens
        named = mention.entries[0].kind in (Extent.COUNTRY, Extent.REGION) and not mention.entries[0].bare
        if extent(after) is not None or named or self.apposed(text, mention.end):
            return True
        if word.key in people or word.key in forenames():
            return before in ("in", "near", "outside")
        if self.names.gazetteer.common(word.key) or (word.text.isupper() and len(word.text) < 5):
            return not word.opens and (before in lexicon("locatives") or self._held(text, mention))
        if after in lexicon("deeds"):
            return before in lexicon("locatives")
        return after not in lexicon("speeches") or _seat(text, mention.start)


def _seat(text: str, start: int) -> bool:
    """Whether a name before "said" is where the speaker sits: "the mayor of Arle", "the region of Arle"."""
    lead = _SEATED.search(text, max(0, start - 24), start)
    return lead is not None and (lead[1].lower() in lexicon("seated") or extent(lead[1].lower()) is not None)


def _arm(text: str, start: int, end: int) -> bool:
    """Whether a name is that of one arm: "a Hermes drone was shot down", and no "Hermes drone attack"."""
    weapon = following(text, end)
    before = led(text, start) or single(text, start)
    return before and weapon in lexicon("weapon") and following(text, end + 1 + len(weapon)) not in lexicon("fought")


@cache
def _arms() -> frozenset[str]:
    return lexicon("units") | lexicon("arm")


def _unit(text: str, end: int) -> bool:
    """Whether a unit follows a name, words for its arm between: "Marine Brigade", "battalion"."""
    while word := following(text, end):
        if word in lexicon("units"):
            return True
        if word not in lexicon("arm"):
            return False
        end += 1 + len(word)
    return False
