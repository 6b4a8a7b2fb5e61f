"""Bodies that every state has, and those that a story knows, by what they are alone: "the army", "the ministry".

Whose one is that no words give to anybody is told by which of the parties that have such a body the text names, or by
the land: where both the first and the last named before it are the same, it is that party's.
"""

from collections.abc import Callable

from onrecord.claims import hearing
from onrecord.claims.camps import Camps
from onrecord.claims.cast import Cast
from onrecord.claims.hearing import SEAT, Voice
from onrecord.claims.lexicon import table
from onrecord.claims.offices import Offices, turned
from onrecord.claims.seats import Seats
from onrecord.records import Party, Span, Speaker, Story

Earlier = Callable[[Span, Callable[[Voice], bool]], Voice | None]
"""The nearest earlier voice that fits."""


class Organs:
    """The bodies of a story's parties, asked for in one text by a phrase without a name."""

    def __init__(self, story: Story, cast: Cast, offices: Offices, seats: Seats) -> None:
        self._story, self._cast, self._offices, self._seats = story, cast, offices, seats
        self._everyone = frozenset(party.name for party in story.parties)

    def office(self, party: str | None, span: Span, phrase: str, earlier: Earlier) -> Voice | None:
        """The one body or office of a party that a description without a name stands for: "the army in Mar"."""
        side = self._story.party(party)
        words = hearing.ROLE.fullmatch(hearing.owned(SEAT.sub("", phrase), side)) if side else None
        if side is None or words is None or not words.group(1):
            return None
        noun = turned(words.group(2).lower())
        if noun == "ministry":
            return self._ministry(side, span, self._cast.find(phrase) is not None, earlier)
        if not hearing.telling(noun):
            return None
        fits = self._offices.of(side, span, hearing.called(noun))
        if len({voice.speaker.name for voice in fits}) != 1 or self._seats.elsewhere(span, fits[0]):
            return None
        return self._offices.again(fits[0], span)

    def of(self, noun: str, party: str | None, span: Span, supposed: bool, camps: Camps, earlier: Earlier) -> Voice:
        """A body that every state has, by whose it is where words say so: a party only supposed is not printed."""
        called = _same(turned(noun))
        whose = self._whose(span, called, camps)
        sure = party if party is not None and not supposed else whose if party in (None, whose) else None
        if side := self._story.party(sure):
            return self._own(side, called, span, earlier)
        owner = party or camps.sole(span.start)
        speaker = Speaker(name=f"the {noun}", party=owner, rule="supposed" if owner else "named")
        return self._offices.voice(speaker, span, f"the {noun}", "body")

    def _whose(self, span: Span, noun: str, camps: Camps) -> str | None:
        """Whose a body is by the parties that the text names: of those that have one, unless all of them tell else."""
        called = hearing.called(noun)
        having = frozenset(p.name for p in self._story.parties if self._offices.of(p, span, called))
        alone = camps.whose(span.start, self._everyone)
        owner = camps.whose(span.start, having) if having else alone
        return owner if alone in (None, owner) else None

    def _own(self, side: Party, noun: str, span: Span, earlier: Earlier) -> Voice:
        """A party's own body, by the story's name where it has one."""
        if noun == "ministry" and (found := self._ministry(side, span, True, earlier)):
            return found
        names = {voice.speaker.name: voice for voice in self._offices.of(side, span, hearing.called(noun))}
        name = f"{side.name}'s {noun}"
        known = next(iter(names.values())) if len(names) == 1 else names.get(name)
        if known is None:
            return self._offices.voice(Speaker(name=name, party=side.name, rule="named"), span, name, "body")
        return self._offices.again(known, span)

    def _ministry(self, side: Party, span: Span, owned: bool, earlier: Earlier) -> Voice | None:
        """The ministry of a party that was named last, else, where the words say whose it is, that of defence."""
        fits = self._offices.of(side, span, hearing.called("ministry"))
        named = earlier(span, lambda voice: any(voice.speaker.name == fit.speaker.name for fit in fits))
        found = named or next((f for f in fits if owned and "defence" in (f.speaker.name or "").lower()), None)
        return self._offices.again(found, span) if found is not None else None


def _same(noun: str) -> str:
    """The noun by which bodies are called, of another for the same: "prosecutors" of "prosecution"."""
    return next((kept for kept, others in table("speakers")["same"].items() if noun in others), noun)
