"""Offices of a place: a governor, a mayor -> whom a text means that names none, by the place of which it tells nearby.

"Two drones fell in Orle region, its governor said" is the governor of Orle, or of nobody whom the story knows: a story
that knows one governor alone does not make every governor that one.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import cache

from onrecord.claims.hearing import Called, Voice, called
from onrecord.claims.lexicon import either, table
from onrecord.claims.offices import Offices
from onrecord.records import Person, Span, Story

_NAME = r"(?-i:[^\W\d_a-z])[\w-]+(?:\s+(?-i:[^\W\d_a-z])[\w-]+){0,2}"
_REACH = 1500
"""Characters of one sentence in which its places are looked for."""

_WORDS = re.compile(r"\w+(?!\w)(?!-[a-z])")
"""Words, without the first of a compound adjective: "Tollish" of "Tollish-installed"."""


class Seats:
    """The offices of one story that are of places, asked for in one text."""

    def __init__(self, text: str, sentences: Sequence[Span], offices: Offices, story: Story) -> None:
        self._text, self._sentences, self._offices, self._story = text, sentences, offices, story

    def here(self, span: Span, called: Called) -> Voice | None:
        """The holder of whose place the sentence tells, last before a span: "Orle region: two dead (governor)"."""
        return self._last(self._before(span), span, called)

    def sole(self, span: Span, called: Called) -> Voice | None:
        """The same where the sentence tells of one holder's place alone."""
        near = [v for v in self._holders(span, called) if self.at(v, self._before(span)) >= 0]
        return near[0] if len(near) == 1 else None

    def of(self, phrase: str, span: Span) -> Voice | None:
        """The holder whom a phrase means by office and place: "the governor of the border region of Orle"."""
        found = _held().fullmatch(phrase)
        if found is None:
            return None
        noun, place = (found["noun"], found["of"]) if found["noun"] else (found["office"], found["before"])
        return self._last(place, span, called(noun.lower()))

    def elsewhere(self, span: Span, voice: Voice) -> bool:
        """Whether the sentence of a span tells, before it, of regions or towns, and of none that is the voice's."""
        told = self._told(self._from(span.start), span.start)
        if not told:
            return False
        own = seat(self._offices.people.get(voice.speaker.name or ""))
        if own:
            return not any(own <= _words(name) for name in told)
        theirs = self._told(self._from(voice.at), min(self._sentence(voice.at).end, voice.at + _REACH))
        return bool(theirs) and not any(_words(a) & _words(b) for a in told for b in theirs)

    def name(self, phrase: str, span: Span) -> str:
        """ "Its governor" as the governor of the place of which the sentence tells; nothing where it tells of none."""
        found = _owned().fullmatch(phrase)
        told = self._told(self._from(span.start), span.start) if found else []
        return f"the {found['noun'].lower()} of {told[-1]}" if found and told else ""

    def _last(self, words: str, span: Span, called: Called) -> Voice | None:
        """The holder of an office whose place stands last in some words."""
        near = [(at, v) for v in self._holders(span, called) if (at := self.at(v, words)) >= 0]
        return max(near, key=lambda found: found[0])[1] if near else None

    def _before(self, span: Span) -> str:
        return self._text[self._from(span.start) : span.start]

    def _from(self, at: int) -> int:
        """Where the sentence begins, as far back as is read."""
        return max(self._sentence(at).start, at - _REACH)

    def _holders(self, span: Span, called: Called) -> Iterable[Voice]:
        return (voice for party in self._story.parties for voice in self._offices.of(party, span, called))

    def at(self, voice: Voice, words: str) -> int:
        """Where some words name last the place of someone's office; -1 where they do not name it whole."""
        names = seat(self._offices.people.get(voice.speaker.name or ""))
        return min((words.rfind(name) for name in names), default=-1)

    def _told(self, start: int, end: int) -> list[str]:
        """The regions and towns named as such between two characters: "Orle region" also of "the region of Orle"."""
        found = _told().finditer(self._text, start, end)
        return [
            f"{_bare(m['after'])} region"
            if m["after"] and m["kind"].lower().startswith("region")
            else _bare(m["after"] or m["before"]) + (f" {m['head']}" if m["head"] else "")
            for m in found
        ]

    def _sentence(self, at: int) -> Span:
        return self._sentences[max(0, bisect_right(self._sentences, at, key=lambda s: s.start) - 1)]


def placed(noun: str) -> str:
    """The office of a place that a noun is, without the word for a place before it: "governor" of "regional governor";
    nothing for any other noun.
    """
    found = _placed().fullmatch(noun)
    return found["noun"] if found else ""


def seat(person: Person | None) -> frozenset[str]:
    """The words for the place that somebody's office is of; none for an office without a place."""
    return frozenset(w for w in _WORDS.findall((person and person.role) or "") if w[:1].isupper())


def _words(name: str) -> frozenset[str]:
    return frozenset(word for word in _WORDS.findall(name) if word[:1].isupper())


def _bare(name: str) -> str:
    return re.sub(r"^(?:The|An?|In|Over|Near|Across|Of)\s+", "", name)


@cache
def _placed() -> re.Pattern[str]:
    nouns = table("speakers")["nouns"]
    return re.compile(rf"(?:(?:{either(nouns['places'])})\s+)?(?P<noun>{either(nouns['serving'])})", re.IGNORECASE)


@cache
def _owned() -> re.Pattern[str]:
    nouns = table("speakers")["nouns"]
    whose = rf"(?:its|their|the\s+(?:{either(nouns['seats'])})[’']s|the\s+(?:{either(nouns['places'])}))"
    return re.compile(rf"{whose}\s+(?P<noun>{either(nouns['serving'])})", re.IGNORECASE)


@cache
def _held() -> re.Pattern[str]:
    nouns = table("speakers")["nouns"]
    office, places = either(nouns["serving"]), either(nouns["places"])
    return re.compile(
        rf"(?:the\s+)?(?:acting\s+)?(?:(?P<noun>{office})\s+of\s+(?P<of>[^,]+)"
        rf"|(?P<before>{_NAME})(?:[’']s)?\s+(?:(?:{places})\s+|acting\s+)*(?P<office>{office}))",
        re.IGNORECASE,
    )


@cache
def _told() -> re.Pattern[str]:
    nouns = table("speakers")["nouns"]
    kinds, heads = (rf"(?P<{name}>(?i:{either(nouns[row])}))" for name, row in (("kind", "areas"), ("head", "behind")))
    return re.compile(rf"{kinds}\s+of\s+(?:the\s+)?(?P<after>{_NAME})|(?P<before>{_NAME})\s+{heads}\b")
