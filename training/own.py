"""The project's own passages -> texts with labels for every head."""

import re
from collections.abc import Iterator

from evals.passages.gold import Gold, Passage

from onrecord.claims.numbers import numerals
from onrecord.claims.opinion import ENDS
from onrecord.claims.text import body, sentences, trim
from onrecord.claims.tokens import tokens
from onrecord.records import Span
from training.classes import FLAGS
from training.labels import Number, Said, Text, Told

_STEM = 4
"""Letters that the name of a country shares with its adjective."""

_PLURALS = {
    "person": "people", "child": "children", "life": "lives", "wife": "wives", "man": "men", "woman": "women",
    "fireman": "firemen", "schoolchild": "schoolchildren", "ox": "oxen", "calf": "calves",
}  # fmt: skip
"""Plurals that no rule makes, and "people" for persons."""

_REACH = 90
"""Characters between a number and the word for what it counts."""


def text(passage: Passage) -> Text:
    """A passage with its labels, and with what it does not tell: sentences without a claim, numbers without a thing."""
    words = passage.document.text
    told = [_told(passage, gold) for gold in passage.claims]
    return Text(words, list(_said(passage)), [*told, *_rest(passage)], [*_counted(passage), *_idle(passage)])


def _said(passage: Passage) -> Iterator[Said]:
    """Every attribution once: several claims may share it."""
    seen = set()
    for gold in passage.claims:
        key = (gold.speaker, gold.cue, gold.content)
        if (gold.speaker or gold.cue) and key not in seen:
            seen.add(key)
            some = (_some(gold.speaker), _some(gold.cue), gold.content, _some(gold.venue), _some(gold.chain))
            yield Said(*some, full=True, loose=gold.label.maybe)


def _some(span: Span | None) -> tuple[Span, ...]:
    return (span,) if span else ()


def _told(passage: Passage, gold: Gold) -> Told:
    label = gold.label
    kinds = (label.kind,) if isinstance(label.kind, str) else tuple(label.kind or ())
    text = passage.document.text
    sides = [("agent", gold.agent, label.agent), ("target", gold.target, label.target)]
    found = [(name, span or _side(text, gold.part, asked), asked) for name, span, asked in sides]
    roles = [(name, span) for name, span, _ in [*found, ("weapon", gold.weapon, None)] if span]
    background = label.background if isinstance(label.background, bool) else None
    return Told(
        part=gold.part,
        kinds=kinds,
        stance=label.stance,
        cue=gold.cue,
        flags=(background, label.debunked, _carried(gold, passage.raw.voice is not None)),
        roles=tuple(roles),
        asked=all(span or (asked is not None and not _stems(text, gold.part, asked)) for _, span, asked in found),
    )


def _carried(gold: Gold, voiced: bool) -> bool | None:
    """Whether what has neither speaker nor cue is still the last speaker's; None where the question does not arise."""
    if gold.cue or gold.speaker or voiced or gold.label.name is None:
        return None
    return bool(gold.label.name)


def _side(text: str, part: Span, asked: str | list[str] | None) -> Span | None:
    """The only word of a part that names the side it is asked for: "Arlandic" for Arland."""
    found = _stems(text, part, asked)
    return found[0] if len(found) == 1 else None


def _stems(text: str, part: Span, asked: str | list[str] | None) -> list[Span]:
    names = [name for name in ([asked] if isinstance(asked, str) else asked or []) if name]
    stems = "|".join(re.escape(name[:_STEM]) for name in names)
    found = re.finditer(rf"\b(?:{stems})\w*", part.of(text)) if stems else ()
    return [Span(start=part.start + m.start(), end=part.start + m.end()) for m in found]


def _rest(passage: Passage) -> Iterator[Told]:
    """Sentences that no claim touches tell nothing; without their full stops, which would give them away."""
    text = passage.document.text
    covered = [span for gold in passage.claims for span in (gold.part, *gold.content, *_some(gold.cue))]
    for sentence in sentences(text):
        if not any(sentence.overlaps(span) for span in covered):
            whole = trim(text, body(text, sentence), ENDS) or sentence
            yield Told(whole, kinds=("other",), flags=(None,) * len(FLAGS))


def _counted(passage: Passage) -> Iterator[Number]:
    for gold in passage.claims:
        for span, figure in gold.figures:
            if figure.measure:
                thing = _thing(passage.document.text, span, gold.part, figure.object) if figure.object else None
                total = next((other for other, f in gold.figures if figure.of and f.text == figure.of), None)
                yield Number(span, figure.measure, figure.population or "none", figure.scope or "whole", thing, total)


def _thing(words: str, number: Span, part: Span, object: str) -> Span | None:
    """The word of `object`, singular or plural, next to a number; after it if it can be."""
    last = object.split()[-1]
    stem = last[:-1] + "(?:y|ies)" if last.endswith("y") else re.escape(last) + "(?:s|es)?"
    if irregular := _PLURALS.get(last):
        stem = f"(?:{stem}|{irregular})"
    elif last.endswith("man"):
        stem = f"(?:{stem}|{last[:-2]}en)"
    found = [Span(start=m.start(), end=m.end()) for m in re.finditer(rf"\b{stem}\b", words[: part.end], re.IGNORECASE)]
    after = [span for span in found if number.end <= span.start < number.end + _REACH]
    before = [span for span in found if number.start - _REACH < span.end <= number.start]
    return after[0] if after else before[-1] if before else None


def _idle(passage: Passage) -> Iterator[Number]:
    """Numbers that nobody labelled count nothing; those of `ignore` are left open."""
    words = passage.document.text
    source = tokens(words)
    known = [span for gold in passage.claims for span, _ in gold.figures] + list(passage.ignored)
    for numeral in numerals(source, Span(start=0, end=len(words))):
        span = numeral.span(source)
        if not any(span.overlaps(other) for other in known):
            yield Number(span, "none")
