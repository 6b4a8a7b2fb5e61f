"""Whose "its ministry" and "his office" are: the party's that is named last before, the person's of the sentence."""

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from datetime import date

from onrecord.claims import hearing
from onrecord.claims.capitals import forenames
from onrecord.claims.cast import Cast
from onrecord.claims.gazetteer import fold
from onrecord.claims.hearing import Voice
from onrecord.claims.lexicon import table
from onrecord.claims.naming import full, head, nouns, plain, sort
from onrecord.claims.offices import Offices
from onrecord.records import Party, Span, Speaker, Story

_NEAR = 250
"""How many characters back "its ministry" looks for its owner."""

_NAME = re.compile(r"[^\W\d_a-z][\w’'.-]*(?:\s[^\W\d_a-z][\w-]+)+")
_HIS = {"his": "he", "her": "she"}


class Owners:
    """The owners of the bodies and offices of one text that are only called somebody's."""

    def __init__(
        self,
        text: str,
        sentences: Sequence[Span],
        cast: Cast,
        story: Story,
        offices: Offices,
        on: date | None,
    ) -> None:
        self._text, self._sentences, self._cast, self._story = text, sentences, cast, story
        self._offices, self._on = offices, on

    def of(self, span: Span, whose: str, noun: str, nearest: Callable[[Span, str], Voice | None]) -> Voice | None:
        """Whom "its ministry" or "his office" at a span names; None where nothing tells whose it is.

        `nearest` tells whom a pronoun there stands for.
        """
        if whose in _HIS:
            return self._persons(span, noun, nearest(span, _HIS[whose]))
        party = self._party(span)
        return self._partys(span, party, noun) if party is not None else None

    def _persons(self, span: Span, noun: str, nearest: Voice | None) -> Voice | None:
        """ "His office": of the first person of the sentence, of the nearest earlier one where it names none."""
        name = self._person(span) or (nearest and nearest.speaker.name) or ""
        if not name:
            return None
        known, body = self._cast.find(name, self._on), self._cast.find(f"{name}'s {noun}", self._on)
        if body is not None and body.sort == "body":
            return self._offices.voice(Speaker(name=body.name, party=body.party), span, body.name, "body")
        party = self._story.party(known.party if known is not None else None)
        if party is not None and noun.split()[-1] in table("speakers")["nouns"]["owned"]:
            return self._partys(span, party, noun)
        owned = Speaker(name=f"{name}'s {noun}", party=party.name if party else None)
        return self._offices.voice(owned, span, owned.name or "", sort(noun))

    def _person(self, span: Span) -> str:
        """The person whom the sentence names first before a span, by the story's name or by a known forename."""
        start = self._start(span)
        for found in _NAME.finditer(self._text, start, span.start):
            name = head(found.group())
            known = self._cast.find(found.group(), self._on)
            if known is not None and known.sort == "person":
                return known.name
            if full(name) and fold(name.split()[0]) in forenames() and not nouns("bodies").search(name):
                return name
        inside = self._cast.mentions(self._text[start : span.start], self._on)
        return next((m.name for m in inside if m.sort == "person"), "")

    def _party(self, span: Span) -> Party | None:
        start = self._start(span)
        inside, before = self._parties(start, span.start), self._parties(max(0, start - _NEAR), start)
        return self._story.party(inside[0] if inside else before[-1] if before else None)

    def _partys(self, span: Span, party: Party, noun: str) -> Voice:
        """A body or an office of a party, by the story's name or at least as that party's."""
        fits = self._offices.of(party, span, hearing.called(noun))
        printed = plain(" ".join(span.of(self._text).split()))
        name = f"{party.name}'s {noun}" if noun.split()[-1] in table("speakers")["nouns"]["owned"] else printed
        return fits[0] if fits else self._offices.voice(Speaker(name=name, party=party.name), span, name, sort(name))

    def _parties(self, start: int, end: int) -> list[str]:
        """The parties named between two characters, their adjectives left out."""
        found = self._cast.mentions(self._text[start:end], self._on)
        return [m.party for m in found if m.party and m.sort != "adjective"]

    def _start(self, span: Span) -> int:
        return self._sentences[max(0, bisect_right(self._sentences, span.start, key=lambda s: s.start) - 1)].start
