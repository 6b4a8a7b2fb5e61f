"""A proposition -> those named in it who may act or be acted on: parties by every name, pronouns for the speaker."""

from functools import cache
from typing import NamedTuple

from onrecord.claims.cast import Cast, Mention
from onrecord.claims.lexicon import table
from onrecord.claims.marks import Mark, Marks
from onrecord.claims.measures import thing
from onrecord.records import Actor, Span, Speaker

_REACH = 5


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
    """Everyone named inside `span`, in order; a pronoun or "its forces" is the speaker."""
    first, last = seen.tokens.range(span)
    found = [_named(seen, text, span, mention) for mention in cast.inside(text, span)]
    taken = {at for player in found for at in range(player.first, player.last)}
    for at in range(first, last):
        if at in taken:
            continue
        player = _pronoun(seen, at, last, speaker)
        if player is not None:
            found.append(player)
            taken |= set(range(player.first, player.last))
    return sorted(found, key=lambda p: p.first)


def _named(seen: Marks, text: str, span: Span, mention: Mention) -> Player:
    """The player of one mention: what its name belongs to tells its sort."""
    first, last = seen.tokens.range(mention.span)
    limit = seen.tokens.range(span)[1]
    owner = last < limit and seen.tokens.all[last].sort == "owner"
    sort, end = "force", last
    if mention.sort == "adjective" or owner:
        sort, end = _belonging(seen, last + owner, limit)
        end = last if end == last + owner else end
    whole = Span(start=mention.span.start, end=seen.tokens.all[end - 1].end)
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
    while start > first and predicate.first - start < 7 and every[start - 1].sort != "mark":
        start -= 1
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
    heads = {c for m in seen.of("context", span) for c in m.value.split("|")}
    named = text[every[end - 1].start].isupper() and every[first].start > 0
    if not named and not heads & {"military", "official", "people"}:
        return None
    return Actor(span=span, name=span.of(text), party=None)


def _span(seen: Marks, first: int, last: int) -> Span:
    return Span(start=seen.tokens.all[first].start, end=seen.tokens.all[last - 1].end)
