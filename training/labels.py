"""A text and its labels -> windows with labels on their pieces: what the encoder is taught.

Windows are cut by the package itself, so that what is taught and what is read are the same. A label that does not fall
into a window is no label of it. SKIP marks what is not scored.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from onrecord.claims.windows import Window, windows
from onrecord.records import Span
from training.classes import FLAGS, KINDS, MEASURES, PARTS, POPULATIONS, ROLES, SCOPES, STANCES

SKIP = -100
_BETWEEN = "\n\n"
SIZE, LONGEST = 256, 256
"""Pieces of a window, and of a paragraph that fills its own, as in model.json."""

Pieces = NDArray[np.int64]


class Said(NamedTuple):
    """One attribution. `loose`: careful readers differ, so it teaches nothing; `full`: venue and chain are labelled."""

    speaker: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    venue: tuple[Span, ...] = ()
    chain: tuple[Span, ...] = ()
    full: bool = False
    loose: bool = False


class Told(NamedTuple):
    """One proposition: what it tells, by whose stance, who does it to whom with what."""

    part: Span
    kinds: tuple[str, ...] = ()
    stance: str | None = None
    cue: Span | None = None
    flags: tuple[bool | None, ...] = (None,) * len(FLAGS)
    roles: tuple[tuple[str, Span], ...] = ()
    asked: bool = False
    """Whether agent, target and weapon are labelled: pieces of no role then teach "none"."""


class Number(NamedTuple):
    """One number; measure "none" counts nothing. What is None is not labelled."""

    span: Span
    measure: str | None = None
    population: str | None = None
    scope: str | None = None
    thing: Span | None = None
    """The words that name what is counted, where they stand near."""
    total: Span | None = None
    """The number that it is a part of."""


class Text(NamedTuple):
    """A text with its labels."""

    text: str
    said: Sequence[Said] = ()
    told: Sequence[Told] = ()
    numbers: Sequence[Number] = ()


def joined(one: Text, other: Text) -> Text:
    """Two texts, one after the other, as a round-up has them."""
    by = len(one.text) + len(_BETWEEN)
    more = ([_moved(each, by) for each in labels] for labels in (other.said, other.told, other.numbers))
    whole = ([*a, *b] for a, b in zip((one.said, one.told, one.numbers), more, strict=True))
    return Text(one.text + _BETWEEN + other.text, *whole)


def _moved(value: Any, by: int) -> Any:
    """A label, or a part of one, so many characters on."""
    if isinstance(value, Span):
        return Span(start=value.start + by, end=value.end + by)
    if not isinstance(value, tuple):
        return value
    made = [_moved(each, by) for each in value]
    return type(value)(*made) if hasattr(value, "_fields") else tuple(made)


@dataclass(slots=True)
class Lesson:
    """One window of n pieces with its labels.

    Tags [n]; where propositions begin [n]; anchors with every piece's part in them; propositions as (pieces, kinds,
    stance, anchor, flags, roles [n]); numbers as (piece, measure, population, scope, piece of the total, pieces of the
    thing [n]).
    """

    window: Window
    tags: Pieces
    cuts: Pieces
    anchors: list[tuple[int, Pieces, bool]] = field(default_factory=list)
    told: list[tuple[Pieces, tuple[int, ...], int, int, tuple[int, ...], Pieces]] = field(default_factory=list)
    numbers: list[tuple[int, int, int, int, int, Pieces]] = field(default_factory=list)


def lessons(text: Text, tokenizer: Tokenizer) -> Iterator[Lesson]:
    """The windows of a text with what it teaches in each."""
    for window in windows(text.text, tokenizer, SIZE, LONGEST):
        lesson = Lesson(window, np.zeros(len(window.ids), np.int64), np.full(len(window.ids), SKIP))
        for said in text.said:
            _attribution(lesson, said)
        _restart(lesson.tags)
        for told in text.told:
            _proposition(lesson, told)
        lesson.cuts[[int(pieces[0]) for pieces, *_ in lesson.told]] = 1
        for number in text.numbers:
            _number(lesson, number)
        yield lesson


def _pieces(window: Window, *spans: Span) -> Pieces:
    """The pieces that any of the spans touches."""
    starts, ends = window.offsets[:, 0], window.offsets[:, 1]
    touched = [np.flatnonzero((starts < s.end) & (ends > s.start) & (starts >= 0)) for s in spans]
    return np.unique(np.concatenate([np.zeros(0, np.int64), *touched]))


def _attribution(lesson: Lesson, said: Said) -> None:
    cue = _pieces(lesson.window, *said.cue)
    if said.loose or not len(cue):
        for pieces in (_pieces(lesson.window, *s) for s in (said.speaker, said.cue, said.content)):
            lesson.tags[pieces] = SKIP
        return
    for number, spans in enumerate((said.speaker, said.cue, said.content)):
        for span in spans:
            if len(at := _pieces(lesson.window, span)):
                lesson.tags[at] = 2 + 2 * number
                lesson.tags[at[0]] = 1 + 2 * number
    parts = np.zeros(len(lesson.tags), np.int64)
    for name in PARTS[1:]:
        parts[_pieces(lesson.window, *getattr(said, name))] = PARTS.index(name)
    lesson.anchors.append((int(cue.min()), parts, said.full))


def _restart(tags: Pieces) -> None:
    """A span that another one interrupts begins anew after it."""
    for at in range(1, len(tags)):
        inside = tags[at] > 0 and tags[at] % 2 == 0
        if inside and tags[at - 1] not in (tags[at], tags[at] - 1):
            tags[at] -= 1


def _proposition(lesson: Lesson, told: Told) -> None:
    pieces = _pieces(lesson.window, told.part)
    if not len(pieces):
        return
    lesson.cuts[pieces] = 0
    roles = np.full(len(lesson.tags), SKIP)
    if told.asked:
        roles[pieces] = 0
    for name, span in told.roles:
        roles[np.intersect1d(_pieces(lesson.window, span), pieces)] = ROLES.index(name)
    cue = _pieces(lesson.window, told.cue) if told.cue else pieces
    anchor = int(cue[0]) if len(cue) else int(pieces[0])
    kinds = tuple(KINDS.index(kind) for kind in told.kinds if kind in KINDS)
    flags = tuple(SKIP if flag is None else int(flag) for flag in told.flags)
    lesson.told.append((pieces, kinds, _code(STANCES, told.stance), anchor, flags, roles))


def _number(lesson: Lesson, number: Number) -> None:
    at = _pieces(lesson.window, number.span)
    if not len(at):
        return
    things = np.full(len(lesson.tags), SKIP)
    if number.thing and len(found := _pieces(lesson.window, number.thing)):
        things[lesson.window.offsets[:, 0] >= 0] = 0
        things[found] = 1
    total = _pieces(lesson.window, number.total) if number.total else at[:0]
    codes = (_code(MEASURES, number.measure), _code(POPULATIONS, number.population), _code(SCOPES, number.scope))
    lesson.numbers.append((int(at[0]), *codes, int(total[0]) if len(total) else SKIP, things))


def _code(classes: tuple[str, ...], name: str | None) -> int:
    return classes.index(name) if name in classes else SKIP
