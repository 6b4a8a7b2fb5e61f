"""Attributions that answer another's words: "a claim Kyiv denied", "denied it", and words given to a basis.

Each gives the answer the content that it answers.
"""

import re
from collections.abc import Sequence
from functools import cache

import msgspec

from onrecord.claims.lexicon import inflect, phrases, table
from onrecord.claims.text import placed, trim
from onrecord.records import Attribution, Span

_REACH = 200
"""Characters between a content and the denial that says only "it"."""

_WORDS = r"(?:[\w’'.&-]{1,30}\s+){0,6}?[\w’'&-]{1,30}"
_THING = r"(?:claim|allegation|charge|accusation|assertion|report|version|figure|account|statement|idea)"
_SAID = re.compile(r"(?:said|added|reported|announced|wrote|stated|noted|also said)", re.IGNORECASE)
_QUOTE = re.compile(r"[\"“”]")
_ACTS = r"(?:said|says|reported|added|wrote)"
_INVERTED = re.compile(
    rf",\s+(?:(?P<verb>{_ACTS})\s+(?P<who>[^\"“”;:\n]{{2,120}})|(?P<name>[^\"“”;:,\n]{{2,80}}?)\s+(?P<act>{_ACTS}))$",
    re.IGNORECASE,
)
_NOTHING = re.compile(r"\bno$", re.IGNORECASE)
"""The end of a cue such as "gave no"."""
_HOLLOW = re.compile(r"(?:he|she|it|they|them|him|her|we|us|who|which|that|this)", re.IGNORECASE)
_ANAPHOR = re.compile(
    r"(?:it|this|that|so|(?:the|these|those|this|that|such|any)\s+(?:[\w-]{1,30}\s+)?"
    rf"(?:{_THING}s?|information|involvement|responsibility))",
    re.IGNORECASE,
)


def rebut(text: str, sentence: Span, heard: Sequence[Attribution]) -> list[Attribution]:
    """The same attributions, and a denial for "a claim X denied" in their sentence, cut from the content it ends."""
    found = _rebuttal().search(text, sentence.start, sentence.end)
    if found is None:
        return list(heard)
    tail = Span(start=found.start(), end=found.end())
    speaker, cue = Span(start=found.start(1), end=found.end(1)), Span(start=found.start(2), end=found.end(2))
    kept = [cut for a in heard if not (a.cue and a.cue.overlaps(cue)) and (cut := _without(text, a, tail))]
    before = trim(text, Span(start=sentence.start, end=tail.start), " ,;")
    content = kept[0].content if kept else (before,) if before else ()
    return [*kept, Attribution(speaker=speaker, cue=cue, content=content)] if content else list(heard)


def parted(text: str, sentence: Span, attribution: Attribution) -> list[Attribution]:
    """One attribution, or two where it runs on into another act: "said A and urged B" is "said" and "urged"."""
    cue, last = attribution.cue, attribution.content[-1]
    if cue is None or last.start < cue.end or not _SAID.fullmatch(cue.of(text)) or _QUOTE.search(last.of(text)):
        return [attribution]
    end = min(max(sentence.end, last.end), last.end + _REACH)
    found = _onward().search(text, last.start, last.end) or _onward().match(text, last.end, end)
    if found is None or len(text[last.start : found.start()].split()) < 3:
        return [attribution]
    tail = trim(text, Span(start=found.end(), end=last.end if found.end() < last.end else end), " ,;.")
    if tail is None:
        return [attribution]
    head = Span(start=last.start, end=min(found.start(), last.end))
    first = msgspec.structs.replace(attribution, content=(*attribution.content[:-1], head))
    act = Span(start=found.start(1), end=found.end(1))
    return [first, Attribution(speaker=attribution.speaker, cue=act, content=(tail,))]


def inverted(text: str, attribution: Attribution) -> Attribution | None:
    """ "According to early reports, nine died, said X": X's words, where the encoder took the basis for the speaker."""
    last = attribution.content[-1]
    found = _INVERTED.search(text, max(last.start, last.end - 130), last.end)
    if found is None:
        return None
    content = (*attribution.content[:-1], Span(start=last.start, end=found.start()))
    who, verb = ("who", "verb") if found.group("who") else ("name", "act")
    speaker, cue = (Span(start=found.start(part), end=found.end(part)) for part in (who, verb))
    return Attribution(speaker=speaker, cue=cue, content=content)


def refer(text: str, attribution: Attribution, earlier: Sequence[Attribution]) -> Attribution:
    """A denial of "it" or "the claim", with what was said just before it as its content."""
    short = len(attribution.content) == 1 and _ANAPHOR.fullmatch(attribution.content[0].of(text))
    if not short or attribution.cue is None or not _denial().search(attribution.cue.of(text)):
        return attribution
    if not earlier or attribution.cue.start - max(c.end for c in earlier[-1].content) > _REACH:
        return attribution
    return msgspec.structs.replace(attribution, content=earlier[-1].content)


def hollow(text: str, attribution: Attribution) -> bool:
    """Whether the content is a bare pronoun that answers nothing ("they were backed by"), a dateline, or not given."""
    first, cue = attribution.content[0], attribution.cue
    if cue is not None and _NOTHING.search(cue.of(text)):
        return True
    return len(attribution.content) == 1 and (placed(text, first) or _HOLLOW.fullmatch(first.of(text)) is not None)


def _without(text: str, attribution: Attribution, tail: Span) -> Attribution | None:
    """The attribution without the characters of `tail` in its contents; None where they were all of it."""
    cut = (
        c if not c.overlaps(tail) else Span(start=c.start, end=max(c.start, tail.start)) for c in attribution.content
    )
    kept = tuple(clean for c in cut if (clean := trim(text, c, " ,;")) is not None)
    return msgspec.structs.replace(attribution, content=kept) if kept else None


@cache
def _rebuttal() -> re.Pattern[str]:
    """Speaker (1) and cue (2) of a denial that ends a clause."""
    denied = "|".join(sorted(map(re.escape, _forms()), key=lambda f: (-len(f), f)))
    thing = rf"(?:an?|the)\s+(?:[\w-]{{1,30}}\s+)?{_THING}\s+(?:(?:that|which)\s+)?"
    opening = rf",?\s+(?:{thing}|something\s+(?:that\s+)?|which\s+)"
    cue = rf"(?:(?:has|have|had|later|also|promptly|immediately|repeatedly|strongly)\s+)*(?:{denied})"
    return re.compile(rf"{opening}({_WORDS})\s+({cue})(?=\s*(?:[.,;!?]|$))", re.IGNORECASE)


@cache
def _onward() -> re.Pattern[str]:
    """A second act of the same speaker after "and"."""
    acts = ("call on", "call for", "urge", "demand", "deny", "reject", "appeal to")
    past = sorted(form for verb in acts for form in inflect(verb) if re.search(r"ed\b", form))
    return re.compile(rf",?\s+and\s+({'|'.join(past)})\b", re.IGNORECASE)


@cache
def _denial() -> re.Pattern[str]:
    return phrases(_forms())


def _forms() -> list[str]:
    return [form for verb in table("cues")["deny"] for form in inflect(verb)]
