"""Facts: whether a sentence says a figure, a name, a stance, or how accounts stand."""

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from evals.marking.answer import Line
from evals.scenarios.gold import Fact

from onrecord.briefing.house import digits, number
from onrecord.records import Party, Story, Style

WORDS: dict[str, dict[str, list[str]]] = tomllib.loads(Path(__file__).with_name("words.toml").read_text("utf-8"))
SPELLED = Style(words_below=20)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_NONE = ("no", "none", "nobody", "zero", "without")


class Facts:
    """Asks sentences on one story."""

    def __init__(self, story: Story) -> None:
        """Take the names that stand for parties, bodies, people and places."""
        self.names: dict[str, set[str]] = {}
        for party in story.parties:
            self._know(party.name, (*party.aliases, *party.adjectives))
            for body in party.bodies:
                self._know(body.name, body.aliases)
            for person in party.people:
                behind = (b.name for b in party.bodies if any(n in person.role for n in (b.name, *b.aliases)))
                self._know(person.name, (*person.aliases, person.name.split()[-1], *behind))
        for site in story.sites:
            self._know(site.name, site.aliases)
        for source in story.sources:
            self._know(source.name, [source.id, *([source.speaker] if source.speaker else [])])
        self.voices = {party.name: _voices(party) for party in story.parties}

    def _know(self, name: str, others: Iterable[str]) -> None:
        self.names.setdefault(name, {name}).update(others)

    def says(self, line: Line, fact: Fact) -> bool:
        """Whether the line says it. A party is said by its name, its adjective, or a body or person of its own."""
        match fact.kind:
            case "figure":
                return any(_stands(form, line.text) for form in forms(int(fact.value)))
            case "stance":
                return _told("stance", fact.value, line.text)
            case "verdict":
                return fact.value in line.verdicts or _told("verdict", fact.value, line.text)
        known = self.names.get(fact.value, {fact.value})
        others = self.voices.get(fact.value, ()) if fact.kind == "party" else ()
        return any(_stands(name, line.text) for name in (*known, *others))


def _voices(party: Party) -> tuple[str, ...]:
    people = (person.name.split()[-1] for person in party.people)
    return (*people, *(name for body in party.bodies for name in (body.name, *body.aliases)))


@cache
def forms(value: int) -> tuple[str, ...]:
    """How a figure may be printed: 1200, 1,200, "twelve", "forty-two", "no"."""
    found = [str(value), digits(value), f"{value:,}".replace(",", " "), number(value, SPELLED)]
    if 20 <= value < 100:
        tens, units = divmod(value, 10)
        found.append(_TENS[tens - 2] + (f"-{number(units, SPELLED)}" if units else ""))
    return tuple(dict.fromkeys([*found, *(_NONE if value == 0 else ())]))


def _stands(form: str, text: str) -> bool:
    return bool(re.search(rf"(?<![\w.,]){re.escape(form)}(?!\w|[.,]\d)", text, re.IGNORECASE))


def _told(table: str, name: str, text: str) -> bool:
    return any(re.search(form, text, re.IGNORECASE) for form in WORDS[table].get(name, ()))
