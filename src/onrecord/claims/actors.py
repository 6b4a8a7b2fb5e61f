"""A proposition -> those named in it who may act or be acted on: parties by every name, pronouns for the speaker."""

from functools import cache
from typing import NamedTuple

from onrecord.claims.cast import Cast, Mention
from onrecord.claims.lexicon import table
from onrecord.claims.marks import Mark, Marks
from onrecord.claims.measures import thing
from onrecord.records import Actor, Span, Speaker

_REACH = 5
_AROUND = 1500
_SHORTLY = 160
_CLAUSE = 14
_NOUNS = 3
"""Characters around a proposition in which a party is counted, and before it in which "they" were named."""


class Player(NamedTuple):
    """Someone named over tokens [first, last). `sort` says by what: force, arm, act, thing, people, ground.

    `before` is the word before the noun phrase.
    """

    first: int
    last: int
    sort: str
    actor: Actor
    before: str = ""


@cache
def listed(name: str) -> frozenset[str]:
    """One word list of roles.toml."""
    return frozenset(table("roles")[name])


def players(seen: Marks, text: str, span: Span, speaker: Speaker | None, cast: Cast) -> list[Player]:
    """Everyone named inside `span`, in order: by name, as "it" or "its forces", as "the enemy"."""
    first, last = seen.tokens.range(span)
    found = [_named(seen, text, span, mention) for mention in cast.inside(text, span)]
    taken = {at for player in found for at in range(player.first, player.last)}
    stands, foes = _stands(), listed("foes")
    for at, low in [(at, t.low) for at, t in enumerate(seen.tokens.all[first:last], first) if t.low in stands]:
        if at in taken:
            continue
        if low in foes:
            player = _hostile(seen, at, last, foe(text, span, speaker, cast))
        else:
            player = _pronoun(
                seen, at, last, _meant(text, span, low, [p for p in found if p.first < at], speaker, cast)
            )
            if player is not None and low in listed("own") and player.sort in {"thing", "ground", "people"}:
                player = _pronoun(seen, at, last, speaker) or player
        if player is not None:
            found.append(player)
            taken |= set(range(player.first, player.last))
    return sorted(found, key=lambda p: p.first)


@cache
def _stands() -> frozenset[str]:
    """Words that stand for someone."""
    return listed("foes") | listed("speaking") | listed("own")


def foe(text: str, span: Span, speaker: Speaker | None, cast: Cast) -> str | None:
    """The party that a speaker calls the enemy: of the other belligerents the one that is named most around `span`."""
    if speaker is None or speaker.party is None or speaker.party not in cast.belligerents:
        return None
    around = Span(start=max(0, span.start - _AROUND), end=span.end + _AROUND)
    named = [m.party for m in cast.inside(text, around)]
    others = [name for name in cast.belligerents if name != speaker.party]
    return max(others, key=lambda name: (named.count(name), -others.index(name)), default=None)


def _hostile(seen: Marks, at: int, limit: int, party: str | None) -> Player | None:
    """The enemy, or what is the enemy's: "the enemy", "enemy drones"."""
    if party is None:
        return None
    every = seen.tokens.all
    sort, end = (
        _belonging(seen, at + 1, min(limit, at + _NOUNS)) if every[at].low in listed("hostile") else ("force", at + 1)
    )
    lead = at - 1
    while lead >= 0 and every[lead].low in {"the", "an", "a", "her", "his", "its", "their"}:
        lead -= 1
    before = every[lead].low if lead >= 0 else ""
    return Player(
        at, max(end, at + 1), sort, Actor(span=_span(seen, at, max(end, at + 1)), name=party, party=party), before
    )


def _meant(
    text: str, span: Span, low: str, before: list[Player], speaker: Speaker | None, cast: Cast
) -> Speaker | None:
    """Who a pronoun stands for: who acts before it in the proposition, for "they" others named shortly before, or the
    speaker; a person is no "it".
    """
    if low in listed("first"):
        return speaker
    if low in listed("impersonal") and speaker is not None and _person(speaker, cast):
        return None
    acting = [p for p in before if p.sort == "force" and p.before not in listed("beside")]
    if low in listed("own") and acting:
        return Speaker(name=acting[-1].actor.name, party=acting[-1].actor.party)
    if low in {"they", "their"} and speaker is not None:
        begin = max(0, span.start - _SHORTLY, text.rfind("\n\n", 0, span.start) + 1)
        near = cast.inside(text, Span(start=begin, end=span.start))
        others = [m for m in near if m.sort == "adjective" and m.party != speaker.party]
        if others and (low == "they" or not acting):
            return Speaker(name=others[-1].party, party=others[-1].party)
    return speaker


def _person(speaker: Speaker, cast: Cast) -> bool:
    """Whether a speaker is one of the story's people."""
    known = cast.find(speaker.name) if speaker.name else None
    return known is not None and known.sort == "person"


def _named(seen: Marks, text: str, span: Span, mention: Mention) -> Player:
    """The player of one mention: what its name belongs to tells its sort."""
    first, last = seen.tokens.range(mention.span)
    limit = seen.tokens.range(span)[1]
    owner = last < limit and seen.tokens.all[last].sort == "owner"
    sort, end = "force", last
    if mention.sort == "adjective" or owner:
        sort, end = _belonging(seen, last + owner, limit)
        end = last if end == last + owner else end
    whole = Span(start=mention.span.start, end=max(mention.span.end, seen.tokens.all[end - 1].end))
    name = whole.of(text) if sort == "force" and end > last + owner and mention.sort != "body" else mention.name
    lead = first - 1
    while lead >= 0 and seen.tokens.all[lead].low in {"the", "a", "an", "both", "some", "several"}:
        lead -= 1
    before = seen.tokens.all[lead].low if lead >= 0 and seen.tokens.all[lead].end > span.start else ""
    return Player(first, end, sort, Actor(span=whole, name=name, party=mention.party), before)


def _belonging(seen: Marks, at: int, limit: int) -> tuple[str, int]:
    """What the noun after an adjective or owner is, and the token after that noun."""
    start, every = at, seen.tokens.all
    while at < min(limit, start + _REACH):
        span = Span(start=every[at].start, end=every[min(limit, at + 4) - 1].end)
        sort, length = _sort(seen, at, span)
        if sort:
            further = _sort(seen, at + length, span)[0] if at + length < limit else ""
            if further in {"act", "force", "thing"} and sort != "ground":
                at, sort = at + length, further
                length = 1
            return sort, at + length
        if every[at].sort == "mark" and every[at].low not in "-‑/":
            break
        if every[at].low in listed("beside") or every[at].low in {"and", "or", "was", "were", "is", "said"}:
            break
        at += 1
    return "force", start


def _sort(seen: Marks, at: int, span: Span) -> tuple[str, int]:
    """The sort of the noun that begins at token `at`, and its length in tokens; "" if it is none that we know."""
    low = seen.tokens.all[at].low
    objects = [m for m in seen.of("object", span) if m.first == at]
    if objects:
        counted = thing(objects[0])
        length = objects[0].last - at
        if counted.sort == "air":
            return "arm", length
        if counted.name == "soldier":
            return "force", length
        if counted.sort == "person":
            return ("force" if low in listed("forces") else "people"), length
        if counted.sort in {"machine", "building"}:
            return ("force" if low in listed("forces") else "thing"), length
    if low in listed("acts"):
        return "act", 1
    if low in listed("grounds"):
        return "ground", 1
    if low in listed("forces"):
        return "force", 1
    facilities = [m for m in seen.of("facility", span) if m.first == at]
    return ("thing", facilities[0].last - at) if facilities else ("", 0)


def _pronoun(seen: Marks, at: int, limit: int, speaker: Speaker | None) -> Player | None:
    """The speaker where it speaks of itself: it, we, its forces."""
    if speaker is None or (speaker.name is None and speaker.party is None):
        return None
    every, low = seen.tokens.all, seen.tokens.all[at].low
    name = speaker.name or speaker.party or ""
    if low in listed("speaking"):
        before = every[at - 1].low if at else ""
        return Player(at, at + 1, "force", Actor(span=_span(seen, at, at + 1), name=name, party=speaker.party), before)
    if low not in listed("own"):
        return None
    sort, end = _belonging(seen, at + 1, limit)
    if end == at + 1:
        return None
    before = every[at - 1].low if at else ""
    party = speaker.party
    return Player(at, end, sort, Actor(span=_span(seen, at, end), name=party or name, party=party), before)


def generic(seen: Marks, text: str, span: Span, predicate: Mark, passive: bool) -> Actor | None:
    """Someone whom the story does not know: the noun phrase before an active predicate, or after "by"."""
    every, (first, last) = seen.tokens.all, seen.tokens.range(span)
    if passive:
        by = next((k for k in range(predicate.last, min(last, predicate.last + 8)) if every[k].low == "by"), None)
        return _noun(seen, text, by + 1, min(last, by + 6)) if by is not None else None
    start = predicate.first
    while start > first and predicate.first - start < _CLAUSE and every[start - 1].sort != "mark":
        start -= 1
    if start > first and every[start - 1].sort != "mark":
        return None
    return _noun(seen, text, start, predicate.first)


def _noun(seen: Marks, text: str, first: int, last: int) -> Actor | None:
    """The noun phrase of people or bodies that begins at token `first`."""
    every = seen.tokens.all
    while first < last and (every[first].low in listed("determiners") or every[first].sort == "number"):
        first += 1
    end = first
    while end < last and every[end].sort in {"word", "owner"} and every[end].low not in listed("ends"):
        end += 1
    if end == first or every[first].low in listed("beside") | listed("speaking") or len(every[end - 1].low) < 2:
        return None
    span = _span(seen, first, end)
    things = [thing(m) for m in seen.of("object", span) if m.last == end]
    if any(t.sort != "person" or t.population in {"civilian", "children"} for t in things):
        return None
    heads = {c for m in seen.of("context", span) for c in m.value.split("|")}
    if every[end - 1].low in listed("acts") | listed("grounds") or seen.of("facility", span):
        return None
    named = text[every[end - 1].start].isupper() and every[first].start > 0
    if not named and not heads & {"military", "official", "people"}:
        return None
    return Actor(span=span, name=span.of(text), party=None)


def _span(seen: Marks, first: int, last: int) -> Span:
    return Span(start=seen.tokens.all[first].start, end=seen.tokens.all[last - 1].end)
