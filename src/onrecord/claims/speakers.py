"""Attributions of one document, in order -> their speakers: by name, role, pronoun or the publisher's own voice.

People and bodies of the story are found by the cast; everyone else keeps the name as printed, with the party that an
adjective, an owner or a place in the phrase gives away. "The governor", "he" and "it" go to the nearest earlier
speaker, or name, that fits. A pronoun that nothing fits stays visible as a speaker without a name.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from functools import cached_property

import msgspec

from onrecord.claims import hearing, masthead
from onrecord.claims.behalf import behalf
from onrecord.claims.cast import Cast, Mention
from onrecord.claims.hearing import POSSESSIVE, Called, Voice
from onrecord.claims.lexicon import table
from onrecord.claims.naming import (
    Sort,
    bare,
    by_name,
    head,
    is_body,
    is_office,
    of_body,
    personal,
    plain,
    pronoun,
    sort,
)
from onrecord.claims.narrator import moved
from onrecord.claims.offices import offices, sayer, state
from onrecord.claims.organs import Organs
from onrecord.claims.owners import Owners
from onrecord.claims.seats import Seats, placed
from onrecord.claims.sides import Land, Sides
from onrecord.claims.stance import passive
from onrecord.claims.text import body
from onrecord.claims.titles import Longer, beside, called, introduced, named, spoken
from onrecord.records import Attribution, Document, SourceKind, Span, Speaker, Story

_VOICED = ("official", "social", "ngo", "osint")
"""Kinds of source whose own voice is that of their speaker."""

_OPENING = 12  # characters at the head of a sentence in which its subject begins

REACH = 1500
"""How many characters back a pronoun or a role may point."""

_NEAR = 500
"""How many characters back the place of an office is told."""


class Voices:
    """The speakers of one document as they are heard, each resolved from those before it."""

    def __init__(
        self,
        document: Document,
        text: str,
        sentences: Sequence[Span],
        cast: Cast,
        story: Story,
        land: Land,
        grounds: Sequence[tuple[int, str | None]] = (),
    ) -> None:
        self._text, self._sentences, self._cast, self._story = text, sentences, cast, story
        self._source = story.source(document.source)
        self._on = document.published.date() if document.published else None
        self._offices = offices(story.parties, self._on)
        self._seats = Seats(text, sentences, self._offices, story)
        self._organs = Organs(story, cast, self._offices, self._seats)
        self._heard: list[Voice] = []
        self._asked: Span | None = None  # whose voice is asked for, and all that it says
        self._said: tuple[Span, ...] = ()
        self._furthest: list[int] = []  # of all voices heard so far: they do not begin quite in order
        self._longer: dict[str, Voice] = {}  # the last voice heard by a name of several words, by the last of them
        self._mentions = cast.mentions(text, self._on)
        self._land, self._grounds = land, grounds
        own = self.publisher()
        self._sides = Sides(text, sentences, cast, self._mentions, land, grounds, own.party if own else None, self._on)
        self._named = [self._mentioned(m) for m in self._mentions if m.sort in ("body", "person")]
        self._subjects = [self._mentioned(m) for m in self._mentions if m.sort != "adjective"]
        self._introductions = Longer(text)
        self._owners = Owners(text, sentences, cast, story, self._offices, self._on)
        self._begins = [voice.at for voice in self._named]
        self._starts = [voice.at for voice in self._subjects]

    @property
    def last(self) -> Voice | None:
        """Who was heard last."""
        return self._heard[-1] if self._heard else None

    def publisher(self) -> Speaker | None:
        """The body whose word the source's own voice is."""
        if self._source is None or self._source.kind not in _VOICED:
            return None
        if self._source.speaker is None:
            return self._signed
        found = self._cast.find(self._source.speaker, self._on)
        party = found.party if found else self._source.party
        return Speaker(name=self._source.speaker, party=party, implicit=True, rule="publisher")

    @cached_property
    def _signed(self) -> Speaker | None:
        """Who speaks by the first words of the text, for a channel of which the story does not say it."""
        kind = SourceKind.SOCIAL if self._source is None else self._source.kind
        return masthead.publisher(self._text, kind, self._cast, self._offices, self._theirs, self._on)

    def _theirs(self, span: Span) -> str | None:
        """Whose the places inside some characters are."""
        inside = (party for at, party in self._grounds if party and span.start <= at < span.end)
        return self._land(span) or next(inside, None)

    def hear(self, attribution: Attribution, before: Attribution | None) -> Speaker | None:
        """The speaker of an attribution; `before` is the one before it in its sentence. None where nobody is named."""
        span = attribution.speaker
        whole = self._whole(span) if span is not None else ""
        self._said = (*(self._said if span == self._asked else ()), *attribution.content)
        self._asked = span
        if span is None or not whole:
            return self._elided(attribution, before)
        said = sayer(whole)
        phrase = beside(said if self._cast_name(said, span) else behalf(whole))
        voice = self._resolve(span, phrase)
        if mouth := self._offices.mouth(voice.speaker, whole):
            voice = self._offices.voice(mouth, span, whole, "person")
        self._remember(msgspec.structs.replace(voice, printed=whole) if voice.printed == phrase else voice)
        return voice.speaker

    def _whole(self, span: Span) -> str:
        """The phrase at a span without what tells more of its speaker, unless that is a name to go by."""
        raw = " ".join(span.of(self._text).split())
        return POSSESSIVE.sub("", raw if called(raw) else bare(raw))

    def _remember(self, voice: Voice) -> None:
        self._heard.append(voice)
        self._furthest.append(max(voice.at, self._furthest[-1] if self._furthest else 0))
        _, _, last = head(voice.printed).rpartition(" ")
        if last != head(voice.printed):
            self._longer[last] = voice

    def follow(self, span: Span) -> Speaker | None:
        """The last speaker, heard again in a sentence that goes on without naming anyone."""
        if self.last is None or span.start - self.last.at > REACH or moved(self._text, self.last.at, span.start):
            return None
        known = self.last.speaker
        return Speaker(name=known.name, party=known.party, implicit=True, rule="follow-on")

    def _elided(self, attribution: Attribution, before: Attribution | None) -> Speaker | None:
        active = attribution.cue is not None and not passive(self._text, attribution.cue)
        if before is not None and self.last is not None and active:
            known = self.last.speaker
            return Speaker(name=known.name, party=known.party, implicit=True, rule=hearing.ruled(self.last, "elided"))
        return self.publisher()

    def _resolve(self, span: Span, phrase: str) -> Voice:
        if which := pronoun(phrase):
            return self._pronoun(span, phrase, which)
        named = self._cast_name(phrase, span)
        return named or self._surname(span, phrase) or self._role(span, phrase) or self._printed(span, phrase)

    # ── By name ──────────────────────────────────────────────────────────────────────────────────────────────────

    def _cast_name(self, phrase: str, span: Span) -> Voice | None:
        """Someone of the story whom the phrase names, and not merely mentions."""
        mentions = sorted(
            self._cast.mentions(phrase, self._on), key=lambda m: (m.sort != "person", not by_name(m, phrase), m.span)
        )
        for mention in mentions:
            if mention.sort in ("person", "body", "party") and of_body(phrase, mention) and not spoken(phrase, mention):
                rule = "named" if mention.name.lower() in phrase.lower() else "alias"
                speaker = Speaker(name=mention.name, party=mention.party, rule=rule)
                return self._offices.voice(speaker, span, phrase, "person" if mention.sort == "person" else "body")
        return None

    def _printed(self, span: Span, phrase: str) -> Voice:
        """Someone whom the story does not know: the name as printed, and the party that the phrase gives away."""
        mention = self._cast.find(phrase, self._on)
        party = mention.party if mention else self._sides.ours(phrase)
        told = self._sides.told(span, phrase) if party is None else None
        supposed = self._sides.supposed(span, phrase) if party is None else None
        party = party or supposed or told
        if own := self._offices.stated(phrase, self._cast):
            return self._offices.voice(own, span, own.name or "", "body")
        if known := self._seated(span, phrase):
            return known
        if known := self._organs.office(party or self._sides.camps.last(span.start), span, phrase, self._earlier):
            return known
        rule = "supposed" if supposed is not None and supposed != told else "named"
        if noun := state(phrase):
            return self._organs.of(noun, party, span, rule == "supposed", self._sides.camps, self._earlier)
        name = self._seats.name(phrase, span) or named(plain(phrase))
        which = "person" if personal(phrase, name) else sort(phrase)
        return self._offices.voice(Speaker(name=name, party=party, rule=rule), span, phrase, which)

    def _seated(self, span: Span, phrase: str) -> Voice | None:
        """The holder of an office of a place that a description names; nobody who only speaks for one."""
        if sayer(span.of(self._text)) != span.of(self._text):
            return None
        found = self._seats.of(phrase, span)
        return self._offices.again(found, span) if found is not None else None

    def _surname(self, span: Span, phrase: str) -> Voice | None:
        """Someone heard before by a longer name that ends in this one."""
        name = head(phrase)
        if " " in name or not name[:1].isupper():
            return None
        voice = self._longer.get(name)
        if voice is None:
            return self._introduced(span, name)
        again = Speaker(name=voice.speaker.name, party=voice.speaker.party, rule=hearing.ruled(voice, "alias"))
        return self._offices.voice(again, span, voice.printed, voice.sort)

    def _introduced(self, span: Span, name: str) -> Voice | None:
        """Someone whom the text called by a longer name before without hearing: "Ada Orm waited. ... Orm said"."""
        longer = self._introductions.before(span.start, name)
        if longer is None:
            return None
        which = sort(longer)
        party = self._sides.camps.at(span.start)
        return self._offices.voice(Speaker(name=longer, party=party, rule="supposed"), span, longer, which)

    # ── By role ──────────────────────────────────────────────────────────────────────────────────────────────────

    def _role(self, span: Span, phrase: str) -> Voice | None:
        """ "The ministry": the nearest earlier one, else the publisher's, else the only one of the story."""
        words = hearing.ROLE.fullmatch(re.sub(r"\s+(?:there|here)$", "", phrase))
        printed = words.group(2) if words else ""
        if words is None or (printed != printed.lower() and not is_body(printed) and not is_office(printed)):
            return None
        noun = words.group(2).lower()
        if noun in table("speakers")["nouns"]["voices"] and self.last is not None:
            found = self.last if span.start - self.last.at < REACH else None
        elif office := placed(noun):
            found = self._holder(span, hearing.called(office))
        elif (words.group(1) or "").lower() in ("its", "their", "his", "her"):
            found = self._owners.of(span, (words.group(1) or "").lower(), noun, self._nearest)
        else:
            called = hearing.called(noun)
            earlier = self._seats.sole(span, called) or self._recent(span, noun)
            earlier = earlier or self._earlier(span, lambda v: self._offices.bears(v, called))
            found = earlier or self._owned(span, called) or self._generic(span, noun)
        if found is None:
            return None
        rule = hearing.ruled(found, "role")
        speaker = Speaker(name=found.speaker.name, party=found.speaker.party, rule=rule)
        return self._offices.voice(speaker, span, found.printed, found.sort, found.gender)

    def _recent(self, span: Span, noun: str) -> Voice | None:
        """ "The group" right after a body with a name of its own that says of no other kind what it is."""
        generic, last = table("speakers")["nouns"]["generic"], self.last
        if noun not in generic or last is None or not hearing.private(last):
            return None
        at = self._sentence(span).start
        near = last.at >= at or self._sentence(Span(start=max(0, at - 1), end=at)).start <= last.at
        told = (last.speaker.name or "").lower().split()
        return last if near and not set(generic) & set(told) and not is_office(told[-1]) else None

    def _generic(self, span: Span, noun: str) -> Voice | None:
        """ "The charity": the nearest earlier body that is no organ of a state."""
        if noun not in table("speakers")["nouns"]["generic"]:
            return None
        if name := self._introductions.before(span.start, noun.capitalize()):
            return self._offices.voice(Speaker(name=name), span, name, "body")
        return self._earlier(span, lambda voice: hearing.private(voice))

    def _sentence(self, span: Span) -> Span:
        return self._sentences[max(0, bisect_right(self._sentences, span.start, key=lambda s: s.start) - 1)]

    def _owned(self, span: Span, called: Called) -> Voice | None:
        """The one body or office with this noun among the publisher's party, else in the story."""
        if (ours := self.publisher()) and ours.name and called.by.search(ours.name):
            return self._offices.voice(ours, span, ours.name, "body")
        words = self._text[max(0, span.start - _NEAR) : span.start]
        own = self._story.party(self._source.party) if self._source else None
        for parties in ((own,) if own else (), self._story.parties):
            fits = [voice for party in parties for voice in self._offices.of(party, span, called)]
            sole = len(fits) == 1 and hearing.telling(called.noun)
            near = [v for v in fits if self._seats.at(v, words) >= 0 or (v.sort == "body" and sole)]
            for chosen in (fits if parties != self._story.parties else [], near):
                if len({voice.speaker.name for voice in chosen}) == 1:
                    return chosen[0]
        return None

    def _holder(self, span: Span, called: Called) -> Voice | None:
        """The holder of an office of a place: of that of which the sentence tells, else the nearest earlier one, else
        the only one of the story of whose place the text tells before."""
        fits = self._seats.here(span, called)
        fits = fits or self._earlier(
            span, lambda v: self._offices.bears(v, called) and not self._seats.elsewhere(span, v)
        )
        found = fits or self._owned(span, called)
        return None if found is None or self._seats.elsewhere(span, found) else found

    # ── By pronoun ───────────────────────────────────────────────────────────────────────────────────────────────

    def _pronoun(self, span: Span, phrase: str, which: str) -> Voice:
        publisher = self.publisher()
        if which == "we" and publisher is not None:
            return self._offices.voice(publisher, span, publisher.name or "", "body")
        found = self._antecedent(span, phrase) or self._nearest(span, which)
        if found is None and which in ("it", "they") and publisher is not None:
            found = self._offices.voice(publisher, span, publisher.name or "", "body")
        if found is None and which in ("he", "she"):
            found = self._introduced_last(span)
        if found is None:
            party = self._sides.camps.at(span.start) if which in ("he", "she", "they") else None
            rule = "supposed" if party else "pronoun"
            return self._offices.voice(Speaker(party=party, implicit=True, rule=rule), span, phrase, "other")
        rule = hearing.ruled(found, "pronoun")
        speaker = Speaker(name=found.speaker.name, party=found.speaker.party, implicit=True, rule=rule)
        gender = found.gender or (which if which in ("he", "she") else "")
        return self._offices.voice(speaker, span, found.printed, found.sort, gender)

    def _antecedent(self, span: Span, phrase: str) -> Voice | None:
        """Whom a relative clause tells more of: "the army, which said"."""
        if phrase.lower() not in ("who", "which"):
            return None
        told = bisect_right(self._mentions, span.start, key=lambda m: m.span.end)
        last = self._mentions[told - 1] if told else None
        if last is None or last.sort == "adjective" or self._text[last.span.end : span.start].strip(" ,"):
            return None
        return self._mentioned(last) if (last.sort == "person") == (phrase.lower() == "who") else None

    def _nearest(self, span: Span, which: str) -> Voice | None:
        """The nearer of two: the last speaker that fits, and whom the sentence, or the one before it, begins with."""
        heard = self._earlier(span, lambda v: hearing.fits(v, which) and not self._told_of(v, which, span))
        subject = self._subject(span, which)
        if subject is not None and which in ("he", "she") and self._parted(subject, span):
            subject = None
        if heard is None or subject is None:
            return heard or subject
        return max(heard, subject, key=lambda voice: voice.at)

    def _told_of(self, voice: Voice, which: str, span: Span) -> bool:
        """Whether someone is told of in what is said there, and so not who says it: "it hurt Ada Orm, she said"."""
        inside = any(c.start + _OPENING <= voice.at < c.end for c in self._said)
        return which in ("he", "she") and (inside or self._parted(voice, span))

    def _parted(self, voice: Voice, span: Span) -> bool:
        """Whether a cue parts a subject from its verb, and so is another's: "Ada Orm, she said, fell"."""
        return self._text[voice.at + len(voice.printed) : span.start].strip() == ","

    def _subject(self, span: Span, which: str) -> Voice | None:
        """Someone of the story with whom the sentence or the one before begins: "The ministry met. It said ..."."""
        at = bisect_right(self._sentences, span.start, key=lambda s: s.start) - 1
        for sentence in reversed(self._sentences[max(0, at - 1) : at + 1]):
            first = body(self._text, sentence).start
            past = min(span.start, first + _OPENING)
            near = self._subjects[bisect_left(self._starts, first) : bisect_left(self._starts, past)]
            fits = (v for v in near if hearing.fits(v, which))
            found = next((v for v in fits if which == "it" or self._many(v)), None)
            if found is not None:
                return found
        return None

    def _many(self, voice: Voice) -> bool:
        """Whether "they" may stand for someone named: for a party only where it is no country and its name a plural."""
        side = self._story.party(voice.speaker.party) if voice.speaker.name == voice.speaker.party else None
        return side is None or (side.country is None and voice.printed.endswith(("s", "men")))

    def _introduced_last(self, span: Span) -> Voice | None:
        """Whom the text introduced last, by name and age or by who it is: "Ada Orm, 68, waited"."""
        name = introduced(self._text, max(0, span.start - REACH), span.start)
        if name is None:
            return None
        return self._offices.voice(
            Speaker(name=name, party=self._sides.camps.at(span.start), rule="supposed"), span, name, "person"
        )

    def _earlier(self, span: Span, fits: Callable[[Voice], bool]) -> Voice | None:
        """The nearest earlier speaker that fits, else the nearest earlier name, within reach."""
        floor = span.start - REACH
        heard = self._heard[bisect_left(self._furthest, floor) :]
        for known in (heard, self._named[bisect_left(self._begins, floor) : bisect_left(self._begins, span.start)]):
            for voice in reversed(known):
                if floor <= voice.at < span.start and fits(voice):
                    return voice
        return None

    def _mentioned(self, mention: Mention) -> Voice:
        speaker = Speaker(name=mention.name, party=mention.party)
        which: Sort = "person" if mention.sort == "person" else "body"
        return self._offices.voice(speaker, mention.span, mention.span.of(self._text), which)
