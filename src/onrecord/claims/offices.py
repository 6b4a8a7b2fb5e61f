"""A story and a day -> its bodies and offices by what a text may call them without a name: "the defence ministry"."""

import re
from datetime import date
from functools import cache, cached_property, lru_cache

from onrecord.claims import hearing
from onrecord.claims.cast import Cast
from onrecord.claims.hearing import Called, Voice
from onrecord.claims.lexicon import either, table
from onrecord.claims.naming import Sort
from onrecord.records import Party, Person, Span, Speaker

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_VOID = {"the", "of", "for", "in", "at", "s", "a", "an", "region", "regional", "own"}
"""Words that a body's name may have or lack."""

_KEPT = 1 << 10
"""Nouns of which it is remembered who bears them."""

_MOUTH = re.compile(r"^(?!an?\s)(?:.*\s)?spokes(?P<sort>man|woman|person)(?:\s+in\s+\S+)?$", re.IGNORECASE)
"""One person who speaks for somebody, and who is told apart from others: "the army's spokesman", no "spokesman"."""


class Offices:
    """The bodies and people of a story's parties as they are on a day; on no day, of all times."""

    def __init__(self, parties: tuple[Party, ...], on: date | None) -> None:
        self._on = on
        self.people = {person.name: person for party in parties for person in party.people}
        self._aliases = {body.name: (body.name, *body.aliases) for party in parties for body in party.bodies}
        self._parties = {party.name: party for party in parties}
        self._known: dict[tuple[str, Called], tuple[tuple[str, Sort], ...]] = {}

    @cached_property
    def _bags(self) -> dict[frozenset[str], set[tuple[str, str]]]:
        """The bodies and their parties by the words of their names, in whatever order."""
        found: dict[frozenset[str], set[tuple[str, str]]] = {}
        for party in self._parties.values():
            for body in party.bodies:
                for name in (body.name, *body.aliases):
                    found.setdefault(_bag(name), set()).add((body.name, party.name))
        return found

    @cached_property
    def _mouths(self) -> dict[str, list[Person]]:
        """Of each party the people whose office is to speak."""
        return {
            party.name: [p for p in party.people if p.role and _MOUTH.search(p.role.split(" of ")[0])]
            for party in self._parties.values()
        }

    def voice(self, speaker: Speaker, span: Span, printed: str, which: Sort, gender: str = "") -> Voice:
        """A voice at a span; of someone of the story with the pronoun that is known."""
        person = self.people.get(speaker.name or "")
        known = person.pronoun if person and person.pronoun != "they" else gender
        return Voice(speaker=speaker, at=span.start, sort="person" if person else which, printed=printed, gender=known)

    def again(self, found: Voice, span: Span) -> Voice:
        """Someone who is known, at a span that names the office alone."""
        speaker = Speaker(name=found.speaker.name, party=found.speaker.party, rule="role")
        return self.voice(speaker, span, found.printed, found.sort, found.gender)

    def of(self, party: Party, span: Span, called: Called) -> list[Voice]:
        """The bodies and people of a party that are called by a noun."""
        return [
            self.voice(Speaker(name=name, party=party.name), span, name, which)
            for name, which in self._bearers(party.name, called)
        ]

    def _bearers(self, party: str, called: Called) -> tuple[tuple[str, Sort], ...]:
        """Who of a party has a noun in a name or an office, and what sort each is; remembered without a circle."""
        if (party, called) not in self._known:
            if len(self._known) >= _KEPT:
                self._known.clear()
            self._known[party, called] = self._found(self._parties[party], called)
        return self._known[party, called]

    def _found(self, side: Party, called: Called) -> tuple[tuple[str, Sort], ...]:
        bodies: list[tuple[str, Sort]] = [(body.name, "body") for body in side.bodies if body.name != side.name]
        serving = [p for p in side.people if p.role and hearing.serves(p.since, p.until, self._on)]
        people: list[tuple[str, Sort]] = [] if called.body else [(p.name, "person") for p in serving]
        return tuple(one for one in (*bodies, *people) if self._titled(one[0], called))

    def bears(self, voice: Voice, called: Called) -> bool:
        """Whether a voice is called by this noun: a body by its name, a person by the head of the office."""
        person = self.people.get(voice.speaker.name or "")
        if (person is not None and called.body) or voice.speaker.name == voice.speaker.party:
            return False
        printed = hearing.OFFICE.split(voice.printed, 1)[0] if voice.sort == "person" else voice.printed
        return called.by.search(printed) is not None or self._titled(voice.speaker.name or "", called)

    def stated(self, phrase: str, cast: Cast) -> Speaker | None:
        """Whom a phrase means by words of the story: a body by its own in another order ("Mar's administration" is Mar
        region's administration), or a party by what stands for all of it ("the Arlandish side").
        """
        words = _bag(phrase)
        found = self._bags.get(words, set()) if len(words) > 1 else set()
        if len(found) == 1:
            name, party = next(iter(found))
            return Speaker(name=name, party=party, rule="alias")
        whose = whole(phrase)
        owner = cast.find(whose, self._on) if whose else None
        sole = owner is not None and owner.sort in ("party", "adjective") and owner.span.of(whose) == whose
        return Speaker(name=owner.party, party=owner.party, rule="alias") if owner is not None and sole else None

    def mouth(self, body: Speaker, phrase: str) -> Speaker | None:
        """The one person who speaks for a body or a party, where a phrase calls its spokesman: "its spokeswoman"."""
        found = _MOUTH.search(phrase)
        if found is None or body.name is None or body.name in self.people:
            return None
        people = self._mouths.get(body.party or "", ())
        if not people:
            return None
        whose = re.compile(rf"\b{re.escape(body.name.removeprefix('the '))}$", re.IGNORECASE)
        which = {"man": "he", "woman": "she"}.get(found["sort"].lower(), "")
        fits = [p for p in people if whose.search(p.role) and hearing.serves(p.since, p.until, self._on)]
        sole = fits[0] if len(fits) == 1 and which in ("", fits[0].pronoun) else None
        return Speaker(name=sole.name, party=body.party, implicit=body.implicit, rule="role") if sole else None

    def _titled(self, name: str, called: Called) -> bool:
        """Whether someone of the story has a noun in a name or in the head of the office."""
        person = self.people.get(name)
        if person is None:
            return any(called.by.search(title) for title in self._aliases.get(name, (name,)))
        titles = (hearing.OFFICE.split(title, 1)[0] for title in (person.role, *person.aliases))
        return any(called.by.search(title) for title in titles)


@lru_cache(maxsize=8)
def offices(parties: tuple[Party, ...], on: date | None) -> Offices:
    """The offices of a story's parties on a day, remembered for the last few days."""
    return Offices(parties, on)


@lru_cache(maxsize=1 << 12)
def _bag(name: str) -> frozenset[str]:
    return frozenset(word for word in _WORD.findall(name.casefold()) if word not in _VOID)


def sayer(phrase: str) -> str:
    """Whose spokesman or paper a phrase is: "the Mar police" of "a spokesman for the Mar police"; else the phrase."""
    found = _sayer().fullmatch(phrase)
    return found["whose"] if found else phrase


def state(phrase: str) -> str:
    """The body of a state that a phrase without a name stands for, also by its paper or its spokesman: "an army
    statement" is the army's. Nothing for any other phrase.
    """
    found = _state().fullmatch(phrase)
    return found["noun"].lower() if found else ""


def whole(phrase: str) -> str:
    """Whose a noun is that stands for a whole party: "Arlandish" of "the Arlandish side"; else nothing."""
    found = _whole().fullmatch(phrase)
    return found["whose"] if found else ""


def turned(noun: str) -> str:
    """The ministry of justice as the justice ministry; any other noun as it is."""
    return re.sub(r"^(ministry|department) of (?:the )?(.+)$", r"\2 \1", noun)


@cache
def _sayer() -> re.Pattern[str]:
    people, papers, issued = _any("spokes"), _any("papers"), _any("issued")
    whose = r"(?:of|from(?=\s+(?:the|an?|its)\s))"
    paper = rf"(?:{papers})\s+(?:(?:issued|released|published|kept|compiled|seen)\s+)?by|(?:{issued})\s+{whose}"
    lead = r"(?:(?:an?|the|its|one|another|this|that)\s+)?(?:[a-z-]+\s+){0,2}?"
    return re.compile(rf"{lead}(?:(?:{people})\s+(?:of|for|from|at)|{paper})\s+(?P<whose>\S.*)", re.IGNORECASE)


@cache
def _whole() -> re.Pattern[str]:
    return re.compile(rf"(?:the\s+)?(?P<whose>(?!the\s)\S.*?)(?:[’']s)?\s+(?:{_any('whole')})", re.IGNORECASE)


@cache
def _state() -> re.Pattern[str]:
    sayers = rf"(?:{_any('voices')}|{_any('papers')})"
    field = r"(?!(?:the|an?|its|their|his|her|our)\b)[a-z]+"
    noun = rf"(?P<noun>{field}\s+ministry|ministry\s+of\s+(?:the\s+)?{field}|{_any('state')})"
    return re.compile(rf"(?:an?\s+|the\s+)?{noun}(?:(?:[’']s)?(?:\s+own)?\s+{sayers})?", re.IGNORECASE)


def _any(group: str) -> str:
    return either(table("speakers")["nouns"][group])
