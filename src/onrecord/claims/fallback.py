"""Text -> attributions that the encoder is known to miss, by plain patterns.

Colon headlines, "according to", rebuttals inside a sentence ("a claim Kyiv denied" gives the denial the content it
answers), "neither confirmed nor denied", calls. They add only where the encoder saw nothing over those characters.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache

import msgspec

from onrecord.claims.lexicon import inflect, phrases, table
from onrecord.claims.text import trim
from onrecord.records import Attribution, Span

Known = Callable[[str], bool]
"""Whether a phrase names someone of the story."""

_WORDS = r"(?:[\w’'.&-]+\s+){0,6}?[\w’'&-]+"
_HEADLINE = re.compile(r"([^:.!?\"“”\n\d]{2,60}):\s+(\S[^\n]{14,})")
_TRAILER = re.compile(r"([^\n]{15,}?[^\s,])\s*(?:\s[-–—]\s|,\s+says?\s+)([^-–—:,.!?\"“”\n\d]{2,60})")
_FRONTED = re.compile(r"(according\s+to)\s+([^,;:\"“”\n]{2,120}),\s+", re.IGNORECASE)
_TRAILING = re.compile(
    r",?\s+(according\s+to|as\s+reported\s+by)\s+([^,;:\"“”\n]{2,120}?)(?=[,;]|[.!?]?$)", re.IGNORECASE
)
_ANAPHOR = re.compile(
    r"(?:it|this|that|so|(?:the|these|those|this|that|such|any)\s+(?:[\w-]+\s+)?(?:claims?|reports?|allegations?|accusations?|charges?|"
    r"assertions?|figures?|statements?|information|attack|strike|involvement|responsibility))",
    re.IGNORECASE,
)


def missed(text: str, sentence: Span, heard: Sequence[Attribution], known: Known) -> Iterator[Attribution]:
    """What the encoder missed in one sentence, given what it heard there."""
    taken = [span for a in heard for span in (a.speaker, a.cue, *a.content) if span is not None]
    for found in _candidates(text, sentence, known):
        spans = [span for span in (found.speaker, found.cue, *found.content) if span is not None]
        if not any(span.overlaps(other) for span in spans for other in taken):
            taken += spans
            yield found


def rebut(text: str, sentence: Span, heard: Sequence[Attribution]) -> list[Attribution]:
    """The same attributions, and a denial for each "a claim X denied" in their sentence, cut from the content it ends."""
    found = _rebuttal().search(text, sentence.start, sentence.end)
    if found is None:
        return list(heard)
    tail = Span(start=found.start(), end=found.end())
    cue, speaker = _span(found, "cue"), _span(found, "speaker")
    kept = [cut for a in heard if not (a.cue and a.cue.overlaps(cue)) and (cut := _without(text, a, tail))]
    answered = kept[0].content if kept else ()
    before = trim(text, Span(start=sentence.start, end=tail.start), " ,;")
    content = answered or ((before,) if before else ())
    return [*kept, Attribution(speaker=speaker, cue=cue, content=content)] if content else list(heard)


def refer(text: str, attribution: Attribution, earlier: Sequence[Attribution]) -> Attribution:
    """A denial of "it" or "the claim", with what was said just before it as its content."""
    short = len(attribution.content) == 1 and _ANAPHOR.fullmatch(attribution.content[0].of(text))
    if not short or attribution.cue is None or not _denial().search(attribution.cue.of(text)):
        return attribution
    if not earlier or attribution.cue.start - max(c.end for c in earlier[-1].content) > 200:
        return attribution
    return msgspec.structs.replace(attribution, content=earlier[-1].content)


def _candidates(text: str, sentence: Span, known: Known) -> Iterator[Attribution]:
    yield from _headline(text, sentence, known)
    yield from _according(text, sentence)
    for found in _neither().finditer(text, sentence.start, sentence.end):
        yield _made(found)
    for found in _call().finditer(text, sentence.start, sentence.end):
        if known(found.group("speaker")):
            yield _made(found)


def _headline(text: str, sentence: Span, known: Known) -> Iterator[Attribution]:
    """ "Speaker: content", "Content - speaker" and "Content, says speaker" on a line of their own, of a known speaker."""
    if not _alone(text, sentence):
        return
    if (found := _HEADLINE.fullmatch(text, sentence.start, sentence.end)) and _speaks(found.group(1), known):
        cue = Span(start=found.end(1), end=found.end(1) + 1)
        yield Attribution(speaker=_span(found, 1), cue=cue, content=(_span(found, 2),))
    elif (found := _TRAILER.fullmatch(text, sentence.start, sentence.end)) and _speaks(found.group(2), known):
        cue = trim(text, Span(start=found.end(1), end=found.start(2)), " ,")
        yield Attribution(speaker=_span(found, 2), cue=cue, content=(_span(found, 1),))


def _alone(text: str, sentence: Span) -> bool:
    """Whether a sentence is a line without a full stop."""
    before, after = text[max(0, sentence.start - 1) : sentence.start], text[sentence.end : sentence.end + 1]
    return before in ("", "\n") and after in ("", "\n", "\r") and text[sentence.end - 1] not in ".;"


def _speaks(phrase: str, known: Known) -> bool:
    """Whether a short phrase is someone of the story, or names a body or an office."""
    nouns = table("speakers")["nouns"]
    return known(phrase) or phrases([*nouns["bodies"], *nouns["people"], "officials"]).search(phrase) is not None


def _according(text: str, sentence: Span) -> Iterator[Attribution]:
    """ "According to X, content" and "content, according to X"."""
    if found := _FRONTED.match(text, sentence.start, sentence.end):
        content = trim(text, Span(start=found.end(), end=sentence.end), " ,;.")
        if content:
            yield Attribution(speaker=_span(found, 2), cue=_span(found, 1), content=(content,))
    elif found := _TRAILING.search(text, sentence.start + 1, sentence.end):
        content = trim(text, Span(start=sentence.start, end=found.start()), " ,;")
        if content:
            yield Attribution(speaker=_span(found, 2), cue=_span(found, 1), content=(content,))


def _without(text: str, attribution: Attribution, tail: Span) -> Attribution | None:
    """The attribution without the characters of `tail` in its contents; None where they were all of it."""
    cut = (
        c if not c.overlaps(tail) else Span(start=c.start, end=max(c.start, tail.start)) for c in attribution.content
    )
    kept = tuple(clean for c in cut if (clean := trim(text, c, " ,;")) is not None)
    return msgspec.structs.replace(attribution, content=kept) if kept else None


def _made(found: re.Match[str]) -> Attribution:
    return Attribution(speaker=_span(found, "speaker"), cue=_span(found, "cue"), content=(_span(found, "content"),))


def _span(found: re.Match[str], group: int | str) -> Span:
    return Span(start=found.start(group), end=found.end(group))


@cache
def _rebuttal() -> re.Pattern[str]:
    denied = "|".join(sorted((re.escape(f) for f in _forms("deny")), key=len, reverse=True))
    thing = r"(?:an?|the)\s+(?:[\w-]+\s+)?(?:claim|allegation|charge|accusation|assertion|report|version|figure|account|statement|idea)"
    opening = rf",?\s+(?:{thing}\s+(?:(?:that|which)\s+)?|something\s+(?:that\s+)?|which\s+)"
    cue = rf"(?:(?:has|have|had|later|also|promptly|immediately|repeatedly|strongly)\s+)*(?:{denied})"
    return re.compile(rf"{opening}(?P<speaker>{_WORDS})\s+(?P<cue>{cue})(?=\s*(?:[.,;!?]|$))", re.IGNORECASE)


@cache
def _neither() -> re.Pattern[str]:
    cue = phrases(f"{verb} {tail}" for verb in ("has", "have", "had") for tail in table("cues")["neither"][:1]).pattern
    return re.compile(rf"(?P<speaker>{_WORDS})\s+(?P<cue>{cue})\s+(?P<content>[^.;\n]{{4,300}})", re.IGNORECASE)


@cache
def _call() -> re.Pattern[str]:
    strong = ("call for", "call on", "call upon", "urge", "demand", "appeal to", "appeal for")
    cue = phrases(form for verb in strong for form in inflect(verb) if not form.endswith("ing")).pattern
    return re.compile(
        rf"(?P<speaker>{_WORDS})\s+(?P<cue>(?:(?:has|have|had|also|again)\s+)?{cue})\s+(?P<content>[^.;\n]{{4,300}})",
        re.I,
    )


@cache
def _denial() -> re.Pattern[str]:
    return phrases(_forms("deny"))


def _forms(group: str) -> list[str]:
    return [form for verb in table("cues")[group] for form in inflect(verb)]
