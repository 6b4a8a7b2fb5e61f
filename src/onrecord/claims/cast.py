"""Who is who in a story: names of its parties, bodies and people found in a text.

In: a Story, then any text. Out: Mentions. One linear scan over words with a trie of names; a name that means two
things means nothing.
"""

import re
import tomllib
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, Literal

from onrecord.records import Body, Party, Person, Record, Span, Story

Sort = Literal["party", "adjective", "body", "person"]

_WORD = re.compile(r"[^\W_]+")
_GAPS = {" ": " ", "'": "'", "’": "'", "-": " ", "‑": " ", ".": ".", ". ": "."}
_ORDER: dict[str, int] = {"person": 0, "body": 1, "party": 2, "adjective": 3}


class Mention(Record, frozen=True, kw_only=True):
    """One name found in a text: `name` is the story's name for it, `party` the name of the party that it belongs to."""

    span: Span
    name: str
    party: str | None
    sort: Sort


class Entry(Record, frozen=True, kw_only=True):
    """What a name stands for. `since` and `until` bound it where it is an office; `exact` asks for the printed case."""

    name: str
    party: str
    sort: Sort
    exact: str = ""
    since: date | None = None
    until: date | None = None

    def holds(self, on: date | None) -> bool:
        """Whether the name stands for this on a day; without a day, whether it is not known to have ended."""
        if on is None:
            return self.until is None
        return (self.since is None or self.since <= on) and (self.until is None or on <= self.until)


class _Node:
    """One step of the trie: the next words, and what a name that ends here stands for."""

    __slots__ = ("entries", "steps")

    def __init__(self) -> None:
        self.steps: dict[tuple[str, str], _Node] = {}
        self.entries: list[Entry] = []


@cache
def _data() -> dict[str, Any]:
    """The word lists of data/cast.toml."""
    return tomllib.loads(files("onrecord.data").joinpath("cast.toml").read_text(encoding="utf-8"))


class Cast:
    """The parties, bodies and people of one story, by every name that reports give them."""

    def __init__(self, story: Story) -> None:
        self._roots: dict[str, _Node] = {}
        self._names: dict[str, list[tuple[str, Entry]]] = {}
        self._spellings: dict[str, str] = _data()["spellings"]
        self.grounds = _grounds(story)
        self.belligerents = tuple(p.name for p in story.parties if p.belligerent)
        self._whole = lru_cache(maxsize=4)(self._scan)
        for party in story.parties:
            for phrase, entry in _names(party):
                if first := _WORD.search(phrase):
                    self._names.setdefault(self._fold(first[0]), []).append((phrase, entry))
        self._starts = {w: k for w in (*self._names, *self._spellings) if (k := self._fold(w)) in self._names}

    def mentions(self, text: str, on: date | None = None) -> tuple[Mention, ...]:
        """Every name in `text`, longest first at each place, never overlapping, in the order of characters."""
        found: list[Mention] = []
        past = 0
        for first in _WORD.finditer(text):
            begins = self._starts.get(first[0].casefold())
            if begins is None or first.start() < past:
                continue
            end, entry = self._longest(text, first, self._roots.get(begins) or self._grow(begins), on)
            if entry is not None:
                span = Span(start=first.start(), end=end)
                found.append(Mention(span=span, name=entry.name, party=entry.party, sort=entry.sort))
                past = end
        return tuple(found)

    def inside(self, text: str, span: Span) -> tuple[Mention, ...]:
        """The mentions of `text` that lie inside `span`. The last few texts are remembered."""
        found, starts = self._whole(text)
        first, last = bisect_left(starts, span.start), bisect_left(starts, span.end)
        return tuple(m for m in found[first:last] if m.span.end <= span.end)

    def _scan(self, text: str) -> tuple[tuple[Mention, ...], list[int]]:
        found = self.mentions(text)
        return found, [m.span.start for m in found]

    def find(self, phrase: str, on: date | None = None) -> Mention | None:
        """Who a noun phrase names: a person before a body, a body before a party, a party before an adjective."""
        return min(self.mentions(phrase, on), key=lambda m: (_ORDER[m.sort], m.span), default=None)

    def _grow(self, first: str) -> _Node:
        """The trie of the names that begin with a word, made when a text first has it."""
        root = _Node()
        for phrase, entry in self._names[first]:
            self._add(root, phrase, entry)
        self._roots[first] = root
        return root

    def _add(self, node: _Node, phrase: str, entry: Entry) -> None:
        """Add a name to the trie of its first word."""
        first, *words = _WORD.finditer(phrase)
        end = first.end()
        for m in words:
            step = _gap(phrase[end : m.start()]) or "", self._fold(m[0])
            node, end = node.steps.setdefault(step, _Node()), m.end()
        if entry not in node.entries:
            node.entries.append(entry)

    def _longest(self, text: str, first: re.Match[str], node: _Node, on: date | None) -> tuple[int, Entry | None]:
        """Where the longest name ends that begins with a word, which led to `node`, and what it stands for."""
        best: tuple[int, Entry | None] = (first.end(), None)
        step: _Node | None = node
        end = first.end()
        while step is not None:
            chosen = _choose(step.entries, text[first.start() : end], on) if step.entries else None
            best = (end, chosen) if chosen else best
            word = _WORD.search(text, end) if step.steps else None
            gap = _gap(text[end : word.start()]) if word is not None else None
            step = step.steps.get((gap, self._fold(word[0]))) if word is not None and gap is not None else None
            end = word.end() if word is not None else end
        return best

    def _fold(self, word: str) -> str:
        low = word.casefold()
        return self._spellings.get(low, low)


def _gap(between: str) -> str | None:
    """What stands between two words of one name, normalised; None where it parts them."""
    return _GAPS.get(between) or (" " if between.isspace() and "\n\n" not in between else None)


def _choose(entries: list[Entry], surface: str, on: date | None) -> Entry | None:
    """The one thing that the printed name stands for; None if several do."""
    fits = [e for e in entries if not e.exact or surface in (e.exact, e.exact.upper())]
    if on is not None or len({(e.name, e.party) for e in fits}) > 1:
        fits = [e for e in fits if e.holds(on)]
    if len({(e.name, e.party) for e in fits}) != 1:
        return None
    return min(fits, key=lambda e: _ORDER[e.sort])


def _grounds(story: Story) -> dict[str, str]:
    """Places of the story's own by the one party that has an office or a body there: "governor of Orle region"."""
    told = {
        party.name: "\n".join(
            (party.name, *(n for b in party.bodies for n in (b.name, *b.aliases)), *(p.role for p in party.people))
        )
        for party in story.parties
    }
    found: dict[str, str] = {}
    for site in story.sites:
        name = re.compile(rf"(?<!\w){re.escape(site.name)}(?!\w)")
        owners = [party for party, names in told.items() if name.search(names)]
        if len(owners) == 1:
            found[site.name] = owners[0]
    return found | {s.name: found[s.region] for s in story.sites if s.region in found and s.name not in found}


def _names(party: Party) -> Iterator[tuple[str, Entry]]:
    """Every name of a party and of what belongs to it, with what it stands for."""
    for name in (party.name, *party.aliases):
        yield _entry(name, party.name, party.name, "party")
    for name in party.adjectives:
        for form in (name, name + "s") if name.endswith("n") else (name,):
            yield _entry(form, party.name, party.name, "adjective")
    for body in party.bodies:
        for name in sorted(_body(body, party)):
            yield _entry(name, body.name, party.name, "body")
    for person in party.people:
        for name in _person(person):
            yield _entry(name, person.name, party.name, "person")
        for name in sorted(_offices(person, party)):
            yield _entry(name, person.name, party.name, "person", person)


def _entry(phrase: str, name: str, party: str, sort: Sort, office: Person | None = None) -> tuple[str, Entry]:
    phrase = re.sub(r"^[Tt]he\s+", "", phrase.strip())
    words = _WORD.findall(phrase)
    exact = "" if len(words) > 1 and any(len(w) > 1 for w in words) else phrase.rstrip(".")
    since, until = (office.since, office.until) if office else (None, None)
    return phrase, Entry(name=name, party=party, sort=sort, exact=exact, since=since, until=until)


def _body(body: Body, party: Party) -> set[str]:
    """The names of a body, with the party as owner, adjective or complement."""
    return {form for name in (body.name, *body.aliases) for form in _owned(name, party)}


def _owned(name: str, party: Party) -> Iterable[str]:
    """`Arland's defence ministry` is also the Arlandish defence ministry and the defence ministry of Arland."""
    owners = (party.name, *party.aliases)
    yield name
    for prefix in [*(f"{o}'s " for o in owners), *(f"{a} " for a in party.adjectives)]:
        plain = name.replace("’", "'")
        if not plain.startswith(prefix):
            continue
        for rest in _turned(plain.removeprefix(prefix)):
            yield from (f"{o}'s {rest}" for o in owners)
            yield from (f"{o} {rest}" for o in owners)
            yield from (f"{a} {rest}" for a in party.adjectives)
            yield from (f"{rest} of {o}" for o in owners)
            yield from (f"{rest} of the {a} Federation" for a in party.adjectives if "Federation" in name)


def _turned(rest: str) -> Iterable[str]:
    """`defence ministry` is also the ministry of defence."""
    yield rest
    words = rest.split()
    if len(words) == 2 and words[1].lower() in {"ministry", "department"}:
        yield f"{words[1]} of {words[0]}"
        yield f"{words[1]} of the {words[0]}"
    if len(words) == 3 and words[0].lower() in {"ministry", "department"} and words[1] == "of":
        yield f"{words[2]} {words[0]}"


def _person(person: Person) -> Iterable[str]:
    """A person's full names, and the surname of each."""
    for name in (person.name, *person.aliases):
        words = _WORD.findall(name)
        if not _personal(words):
            continue
        yield name
        surname = name.split()[-1]
        if len(words) > 1 and len(surname) > 2:
            yield surname


def _personal(words: list[str]) -> bool:
    """Whether these words are a person's name and not an office."""
    named = bool(words) and all(w[0].isupper() for w in words if len(w) > 3)
    return named and words[-1].lower() not in _data()["titles"]["offices"]


def _offices(person: Person, party: Party) -> set[str]:
    """What a person is called by office, which holds only for its time."""
    roles = [person.role, *(a for a in person.aliases if not _personal(_WORD.findall(a)))]
    made = {form for role in roles if len(role.split()) > 1 for form in _owned(role, party)}
    for owner in (party.name, *party.aliases):
        made |= {
            f"{a} {r.removesuffix(f' of {owner}')}"
            for r in roles
            if r.endswith(f" of {owner}")
            for a in party.adjectives
        }
        made |= {f"{owner}'s {r.removesuffix(f' of {owner}')}" for r in roles if r.endswith(f" of {owner}")}
    return {form for form in made if not form.lower().startswith(("of ", "in ", "at "))}
