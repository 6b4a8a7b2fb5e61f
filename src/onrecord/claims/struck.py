"""A proposition -> the thing that was hit, lost or taken in it, with the words that describe it."""

from onrecord.claims.cast import Cast
from onrecord.claims.lexicon import table
from onrecord.claims.marks import Mark, Marks
from onrecord.claims.measures import thing
from onrecord.claims.objects import grammar
from onrecord.records import Actor, Span

HURT = frozenset(["strike_impact", "aerial_attack", "sabotage", "infrastructure_effect", "disaster", "shelling"])
"""Kinds of event in which a thing is hit."""

_NAMED = HURT | {"equipment_loss", "territory_change", "casualty_toll"}
_ENDS = frozenset(["the", "a", "an", "of", "and", "or", "its"])
_BEFORE_VERBS = frozenset(["and", "had", "have", "has", "also", "to", "then", ","])


def struck(seen: Marks, span: Span, kind: str, active: int, cast: Cast) -> Actor | None:
    """The thing that an event of `kind` met; it stands behind the token `active`, where an active predicate ends."""
    found = [m for m in seen.of("facility", span) if m.value != "settlement" or kind == "territory_change"]
    arms = seen.of("weapon", span)
    found = [m for m in found if not any(a.first <= m.first < a.last for a in arms) and not _part(seen, m)]
    if kind == "casualty_toll":
        found = [m for m in found if seen.tokens.all[m.first - 1].low not in {"in", "to", "from", "at"}]
    if kind == "equipment_loss":
        found = [m for m in seen.of("object", span) if thing(m).sort == "machine"]
    if not found or kind not in _NAMED:
        return None
    whole = _phrase(seen, span, next((m for m in found if m.first >= active), found[0]))
    name = whole.of(seen.tokens.text)
    named = cast.find(name)
    return Actor(span=whole, name=name, party=named.party if named else None)


def _part(seen: Marks, mark: Mark) -> bool:
    """Whether a thing is only a part of a word for another: an "anti-ship" missile."""
    return seen.tokens.joined(mark.first) and seen.tokens.all[mark.first - 1].low in "-‑"


def _verb(seen: Marks, at: int, floor: int) -> bool:
    """Whether the word before a thing is what was done to it: "and dismantled infrastructure", "to attack ships"."""
    before, low = seen.tokens.all[at - 1].low if at > floor else "to", seen.tokens.all[at].low
    if before not in _BEFORE_VERBS:
        return False
    verbal = low.endswith("ing") or (low.endswith("ed") and before != ",")
    return verbal or (before == "to" and low in table("roles")["acts"])


def _phrase(seen: Marks, span: Span, mark: Mark) -> Span:
    """The noun phrase of a thing: back to its determiner or the word that ends the phrase before it."""
    every, floor, first = seen.tokens.all, seen.tokens.range(span)[0], mark.first
    while first > floor and mark.first - first < 5:
        token = every[first - 1]
        ends = token.sort in {"mark", "number"} and token.low not in "-‑"
        ends = ends or token.low in table("numbers")["units"]
        cue = any(m.last == first for m in seen.of("cue", Span(start=max(span.start, token.start - 20), end=token.end)))
        if ends or cue or token.low in grammar("stops") or token.low in _ENDS or _verb(seen, first - 1, floor):
            break
        first -= 1
    end, last = mark.last, seen.tokens.range(span)[1]
    if end + 1 < last and every[end].low == "of" and seen.tokens.capital(end + 1):
        end += 1
        while end < last and (seen.tokens.capital(end) or (every[end].low in "-‑" and seen.tokens.joined(end))):
            end += 1
    return Span(start=every[first].start, end=every[end - 1].end)
