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
_NOUNS = ("claim", "allegation", "charge", "accusation", "assertion", "report", "version", "figure", "account")
_THING = rf"(?:{'|'.join(_NOUNS)}|statement|idea|suggestion|narrative)"
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
_BEFORE = re.compile(rf"an?\s+(?:[\w-]{{1,30}}\s+)?{_THING}", re.IGNORECASE)
"""What is answered right after it was said: "..., a claim | denied by the army"."""
_CLAIMED = re.compile(rf"{_THING}\s+(?=[^,;:]*\bby$)", re.IGNORECASE)
_ARTICLE = re.compile(r"[,–—-]\s+an?\s+$", re.IGNORECASE)
_CLOSE = 8
"""Characters between what was said and "claim": " - a "."""
_CHARGES = re.compile(rf"\b{_THING}s?\b(?:\s+(?:of|that|against|on|about)\b[^,;:]*)?$", re.IGNORECASE)
"""What "which they deny" answers, at the end of a clause: "on charges of arson"."""
_CLAIMING = re.compile(rf"(?P<noun>(?:[\w’'.&-]+\s+){{0,7}}?{_THING}s?)(?:\s+that)?", re.IGNORECASE)
_THAT = re.compile(r"\s+that\s+")
_ELSE = re.compile(r"[,;–—]\s+(?:and|but|while|which|who|[a-z]+ing)\b|\s+and\s+(?:said|added|accused|called|told)\b")
_INSIDE = re.compile(rf"(?:[\w’'.&-]+\s+){{0,7}}?{_THING}s?\s+that\s+(?=\S+\s+\S)", re.IGNORECASE)
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
    if text[tail.start : tail.end].lstrip(" ,").startswith("which"):
        content = _charged(text, content)
    return [*kept, Attribution(speaker=speaker, cue=cue, content=content)] if content else list(heard)


def _charged(text: str, content: tuple[Span, ...]) -> tuple[Span, ...]:
    """The charges or claims that close a content, for a "which" that answers them; else the content."""
    found = (
        _CHARGES.search(text, max(content[-1].start, content[-1].end - _REACH), content[-1].end) if content else None
    )
    return (Span(start=found.start(), end=found.end()),) if found else content


def claimed(text: str, sentence: Span, attribution: Attribution) -> Attribution:
    """A denial of somebody's claim with what was claimed alone: "denied X's claim that | Y"."""
    cue, first, rest = attribution.cue, attribution.content[0], attribution.content[1:]
    if cue is None or cue.end > first.start or not _denial().search(cue.of(text)):
        return attribution
    if inner := _INSIDE.match(text, first.start, first.end):
        return msgspec.structs.replace(attribution, content=(Span(start=inner.end(), end=first.end), *rest))
    noun = None if _ANAPHOR.fullmatch(first.of(text)) else _CLAIMING.fullmatch(text, first.start, first.end)
    that = _THAT.match(text, noun.end("noun"), sentence.end) if noun else None
    if that is None:
        return attribution
    if rest and rest[0].start <= that.end():
        return msgspec.structs.replace(attribution, content=rest)
    onward = _ELSE.search(text, that.end(), sentence.end)
    end = onward.start() if onward else sentence.end
    told = trim(text, Span(start=that.end(), end=end), ' ,;.\n”"')
    return attribution if told is None or rest else msgspec.structs.replace(attribution, content=(told,))


def claimant(text: str, attribution: Attribution) -> Span | None:
    """The words for somebody's claim between a denial and what it denies: "Tollish claims that"; None without any."""
    cue, first = attribution.cue, attribution.content[0]
    if cue is None or not cue.end < first.start < cue.end + _REACH or not _denial().search(cue.of(text)):
        return None
    between = trim(text, Span(start=cue.end, end=first.start), " ")
    found = _CLAIMING.fullmatch(text, between.start, between.end) if between is not None else None
    return between if found is not None else None


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
    attribution = _unclaimed(text, attribution, earlier)
    first, cue = attribution.content[0], attribution.cue
    short = len(attribution.content) == 1 and _ANAPHOR.fullmatch(first.of(text)) is not None
    if cue is None or not _denial().search(cue.of(text)):
        return attribution
    if not short and not (first.end <= cue.start and _beside(text, first, earlier)):
        return attribution
    own = attribution.speaker
    last = next(
        (a for a in reversed(earlier) if own is None or a.speaker != own), None
    )  # not what they said themselves
    if last is None or cue.start - max(c.end for c in last.content) > _REACH:
        return attribution
    return msgspec.structs.replace(attribution, content=last.content)


def _unclaimed(text: str, attribution: Attribution, earlier: Sequence[Attribution]) -> Attribution:
    """A denial whose cue took the word for what it denies along: " - a | claim denied by"."""
    cue = attribution.cue
    found = _CLAIMED.match(text, cue.start, cue.end) if cue is not None else None
    if cue is None or found is None or not earlier or _ARTICLE.search(text, max(0, cue.start - 6), cue.start) is None:
        return attribution
    if not earlier[-1].content[-1].end < cue.start < earlier[-1].content[-1].end + _CLOSE:
        return attribution
    cut = Span(start=found.end(), end=cue.end)
    return msgspec.structs.replace(attribution, cue=cut, content=earlier[-1].content)


def _beside(text: str, thing: Span, earlier: Sequence[Attribution]) -> bool:
    """Whether "a claim" stands right after what was said: "it took the hill - | a claim | rejected by the army"."""
    end = max((c.end for c in earlier[-1].content), default=thing.end) if earlier else thing.end
    named = _BEFORE.fullmatch(text, thing.start, thing.end) is not None
    return named and end < thing.start and text[end : thing.start].strip() in (",", "–", "—", "-")


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
    thing = rf"(?:(?:an?|the)\s+(?:[\w-]{{1,30}}\s+)?{_THING}\s+(?:(?:that|which)\s+)?|{_THING}s\s+(?:that|which)\s+)"
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
