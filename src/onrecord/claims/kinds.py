"""A proposition -> its event kind: triggers of data/kinds.toml with the company that they need.

Precision first: an ambiguous word ("strike", "hit", "charged") makes an event only beside what such events have.
"""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from onrecord.claims.cast import Cast
from onrecord.claims.lexicon import phrases, table
from onrecord.claims.marks import Lexicons, Mark, Marks, marks
from onrecord.claims.measures import thing
from onrecord.claims.objects import grammar
from onrecord.claims.topic import Topic, figurative, topic
from onrecord.records import Span, Story

_HARD = frozenset(["air", "military", "weapon"])
_LITERAL = _HARD | {"facility"}
_OFF = frozenset(["sport", "finance", "culture", "politics", "labour"])
_CERTAIN = 5
_NEAR = 6
_BESIDE = 5
_BEFORE = 300
_END = re.compile(r"[.!?][\"”»]?\s+")
_SINGLE = frozenset(["it", "this"])
_CLASSES = ("needs", "unless", "never", "only", "avoid")


class Trigger(NamedTuple):
    """One row of the triggers table."""

    kind: str
    rank: int
    needs: frozenset[str]
    unless: frozenset[str]
    never: frozenset[str]
    only: frozenset[str]
    avoid: frozenset[str]


class Kinds:
    """The event kinds of one story: the package's table and the story's own."""

    def __init__(self, story: Story, cast: Cast | None = None) -> None:
        self._cast = cast or Cast(story)
        self._own = Lexicons(("kind", k.name, t) for k in story.kinds for t in k.triggers)
        self._named = bool(story.kinds)
        self._found = lru_cache(maxsize=64)(self._find)

    def of(self, text: str, span: Span) -> str:
        """The event kind of the proposition at `span`; "information" for talk about what is known, "other" if none."""
        if _questions().match(text, span.start, span.end):
            return "information"
        found = self.triggers(text, span)
        told = marks(text).of("information", span)
        if told and not any(rank >= 3 and mark.end <= told[0].start for mark, _, rank in found):
            return "information"
        best = min(found, key=lambda f: (-f[2], f[0].start, f[0].start - f[0].end), default=None)
        return best[1] if best else self._continued(text, span)

    def certain(self, text: str, span: Span) -> bool:
        """Whether a set phrase tells the kind, so that nothing that the encoder sees counts more."""
        return any(rank >= _CERTAIN for _, _, rank in self.triggers(text, span))

    def _continued(self, text: str, span: Span) -> str:
        """The kind of a proposition without a trigger: that of the sentence before it, where it goes on with it."""
        first = _continuing().match(text, span.start, span.end)
        if first is None or (first[0].lower() in _SINGLE and not marks(text).of("context", span)):
            return "other"
        near = max(0, span.start - _BEFORE)
        lead = text[near : span.start].rpartition("\n\n")[2]
        ends = [m.end() for m in _END.finditer(lead)]
        start = span.start - len(lead)
        bounds = [start, *(start + end for end in ends)][-2:]
        if len(bounds) < 2:
            return "other"
        found = [f for f in self.triggers(text, Span(start=bounds[0], end=bounds[1])) if f[2] >= 2]
        return min(found, key=lambda f: (-f[2], f[0].start))[1] if found else "other"

    def triggers(self, text: str, span: Span) -> tuple[tuple[Mark, str, int], ...]:
        """The triggers inside `span` that have the company that they need: mark, kind and rank, in order."""
        return self._found(text, span)

    def told(self, text: str, span: Span) -> int:
        """How many words inside `span` might tell a kind: fewer than two, and there is nothing to part."""
        seen = marks(text)
        return len(seen.of("trigger", span)) + len(seen.of("information", span)) + len(self._mine(text, span))

    def _find(self, text: str, span: Span) -> tuple[tuple[Mark, str, int], ...]:
        seen = marks(text)
        found = [(m, m.value.split("|")[0], 5) for m in self._mine(text, span)]
        candidates = seen.of("trigger", span)
        if candidates:
            scene = _scene(self._cast, seen, text, span)
            fits = ((mark, self._fit(seen, mark, scene)) for mark in candidates)
            found += [(mark, row.kind, row.rank) for mark, row in fits if row is not None]
        return tuple(found)

    def _mine(self, text: str, span: Span) -> list[Mark]:
        if not self._named:
            return []
        part = self._own.scan(span.of(text)).of("kind", Span(start=0, end=span.end - span.start))
        return [m._replace(start=m.start + span.start, end=m.end + span.start) for m in part]

    def _fit(self, seen: Marks, mark: Mark, scene: "_Scene") -> Trigger | None:
        """The first row of a trigger that fits the scene, highest rank first."""
        if any(i.start <= mark.start and mark.end <= i.end for i in scene.idioms):
            return None
        return next((row for row in _rows(mark.value) if _fits(row, scene, seen, mark)), None)


class _Scene(NamedTuple):
    """What a proposition is about: its classes of words, if it is off the field of war, and figures of speech.

    `earnest` where it or its text tells of war, harm or rescue, `plain` where a weapon beside a facility leaves
    nothing to a figure of speech.
    """

    classes: frozenset[str]
    off: bool
    idioms: tuple[Mark, ...]
    topic: Topic
    earnest: bool
    plain: bool


def _scene(cast: Cast, seen: Marks, text: str, span: Span) -> _Scene:
    """The scene of one proposition."""
    idioms = tuple(seen.of("idiom", span))
    words = [m for m in seen.of("context", span) if not any(i.start <= m.start < i.end for i in idioms)]
    classes = {c for m in words for c in m.value.split("|")}
    classes |= {"weapon"} if seen.of("weapon", span) else set()
    classes |= {"facility"} if any(not _below(seen, m) for m in seen.of("facility", span)) else set()
    first, last = seen.tokens.range(span)
    if any(t.sort == "number" for t in seen.tokens.all[first:last]) or seen.of("numeral", span):
        classes.add("number")
    if cast.inside(text, span):
        classes.add("party")
    if "number" in classes or "fire" in classes:
        earlier = seen.of("context", Span(start=max(0, span.start - _BEFORE), end=span.start))
        classes |= {"air" for m in earlier if "air" in m.value.split("|")}
    off = bool(classes & _OFF) and not classes & _HARD
    about = topic(text, span)
    earnest = about.earnest or bool(classes & _LITERAL) or {"party", "territory"} <= classes
    plain = "facility" in classes and any(not figurative(seen, m) for m in seen.of("weapon", span))
    return _Scene(frozenset(classes), off, idioms, about, earnest, plain)


def _below(seen: Marks, mark: Mark) -> bool:
    """Whether a settlement only lies under what is told: "a drone was destroyed over Vesk district"."""
    every = seen.tokens.all
    return mark.value == "settlement" and any(t.low == "over" for t in every[max(0, mark.first - _BESIDE) : mark.first])


def _near(seen: Marks, mark: Mark) -> frozenset[str]:
    every = seen.tokens.all
    return frozenset(t.low for t in every[max(0, mark.first - _NEAR) : mark.last + _NEAR])


def _beside(seen: Marks, mark: Mark) -> str:
    """The sort of the counted thing right after a trigger, or right before a passive one; "" if there is none."""
    every = seen.tokens.all
    first = max(0, mark.first - _BESIDE)
    if any(t.low in grammar("be") for t in every[max(0, mark.first - 2) : mark.first]):
        before = seen.of("object", Span(start=every[first].start, end=mark.start))
        return thing(before[-1]).sort if before else ""
    end = every[min(len(every), mark.last + _BESIDE) - 1].end
    after = seen.of("object", Span(start=mark.end, end=max(mark.end, end)))
    return thing(after[0]).sort if after else ""


def _fits(row: Trigger, scene: _Scene, seen: Marks, mark: Mark) -> bool:
    """Whether a row's trigger counts in this scene."""
    if row.needs and not row.needs & scene.classes:
        return False
    violent = conflict(row.kind)
    if row.unless & scene.classes or (violent and (scene.off or not scene.earnest)):
        return False
    if not scene.plain and scene.topic.bars(row.kind, violent, scene.classes):
        return False
    if row.never and row.never & _near(seen, mark):
        return False
    beside = _beside(seen, mark) if row.only or row.avoid else ""
    return beside not in row.avoid and (not row.only or beside in row.only)


@cache
def _questions() -> re.Pattern[str]:
    return phrases(table("kinds")["information"]["questions"])


@cache
def _continuing() -> re.Pattern[str]:
    return phrases(table("kinds")["continued"]["words"])


@cache
def _rows(value: str) -> tuple[Trigger, ...]:
    """The rows of a trigger mark, highest rank first."""
    return tuple(sorted((triggers()[int(n)] for n in value.split("|")), key=lambda r: -r.rank))


@cache
def triggers() -> tuple[Trigger, ...]:
    """The triggers table, in its order."""
    return tuple(
        Trigger(row["kind"], row["rank"], *(frozenset(row.get(name, ())) for name in _CLASSES))
        for row in table("kinds")["trigger"]
    )


def conflict(kind: str) -> bool:
    """Whether a kind is an act of war or violence."""
    return bool(table("kinds")["kinds"].get(kind, ("", "", False))[2])


@cache
def names() -> tuple[str, ...]:
    """The package's event kinds, in the order of the table."""
    return tuple(table("kinds")["kinds"])
