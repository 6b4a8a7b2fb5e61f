"""Attributions of one sentence -> the same with chains: who stands between the reader and the one who speaks.

"Tass, citing the ministry, reported that ..." is the ministry's word, carried by Tass; "the mayor, quoted by Interfax,
said ..." is the mayor's. What is cited without being a person or a body ("citing preliminary data") is a basis, which
the stance takes up, and no claim.
"""

import re
from collections.abc import Callable, Sequence
from functools import cache

import msgspec

from onrecord.claims.lexicon import phrases, table
from onrecord.claims.stance import weak
from onrecord.claims.text import closed, trim
from onrecord.records import Attribution, Span

Voiced = Callable[[Span], bool]
"""Whether a span names someone who can speak."""

_REACH = 80
"""Characters after a speaker in which it may cite."""

_REST = re.compile(r"(?:[ ]+[^\W\d_a-z][\w’'-]*)+")

_ARTICLES = ("the", "a", "an")

_WORDS = 6
"""How many words the name of one who cites has at most."""

_SAID = re.compile(r",\s+([^,;:\"“”\n]{2,80}?)\s+(said|says|reported|announced)\s*,\s*$", re.IGNORECASE)
_WHEN = re.compile(r"(?:\s+[\w-]+){0,5},\s+")
_BESIDE = re.compile(r",\s+[^\W\d_a-z][\w’'-]+(?:\s+[^\W\d_a-z][\w’'-]+){1,4}(?=\s*[,.])")
_PHRASE_END = re.compile(r"[,;:.](?=\s|$)|\bsaid\b|\breported\b")
_BY = re.compile(
    r"[\s,]*(?:the\s+)?[\w’'.&-]+(?:\s+(?:[A-Z][\w’'.&-]*|news|agency|newspaper|channel|broadcaster|website)){0,5}"
)


def chained(text: str, sentence: Span, heard: Sequence[Attribution], voiced: Voiced) -> list[Attribution]:
    """The attributions of one sentence with citing ones folded into those that they belong to."""
    parted = [(a, _relayed(text, a, sentence, voiced)) for a in heard]
    relayed = [b for a, b in parted if b is not a]
    said = [a for a, b in parted if b is a]
    heard = [*relayed, *(a for a in said if not any(a.cue and b.cue and a.cue.overlaps(b.cue) for b in relayed))]
    kept = [a for a in heard if not _cites(text, a, "citing") and not _cites(text, a, "carried")]
    for citing in (a for a in heard if _cites(text, a, "citing")):
        kept = _cited(text, citing, kept, voiced)
    for carried in (a for a in heard if _cites(text, a, "carried")):
        kept = _carried(carried, kept)
    return [_alone(text, _inside(text, _carrier(text, a, sentence), sentence, voiced)) for a in kept]


def _alone(text: str, attribution: Attribution) -> Attribution:
    """Nobody is passed on twice, an article passes on nothing, and "the papers" not themselves."""
    speaker, links = attribution.speaker, tuple(dict.fromkeys(_whole(text, link) for link in attribution.chain))
    longest = [link for link in links if not any(link != other and other.holds(link) for other in links)]
    named = [link for link in longest if link.of(text).lower() not in _ARTICLES]
    small = speaker is not None and speaker.of(text) == speaker.of(text).lower()
    chain = tuple(link for link in named if not (small and link == speaker))
    return attribution if chain == attribution.chain else msgspec.structs.replace(attribution, chain=chain)


def _whole(text: str, link: Span) -> Span:
    """A name to its last word with a capital, "The Mar" of "The Mar Tribune", and without an open bracket."""
    link = closed(text, link)
    found = _REST.match(text, link.end) if text[link.end - 1].isalnum() else None
    return Span(start=link.start, end=found.end()) if found else link


def _carrier(text: str, attribution: Attribution, sentence: Span) -> Attribution:
    """Who cites the speaker right before it: "Tass, citing the ministry, reported"."""
    speaker = attribution.speaker
    if speaker is None or attribution.chain:
        return attribution
    citing = list(_words("citing").finditer(text, sentence.start, speaker.start))
    if not citing or text[citing[-1].end() : speaker.start].strip(" ,").lower() not in ("", "the"):
        return attribution
    who = trim(text, Span(start=sentence.start, end=citing[-1].start()), " ,")
    named = who is not None and len(who.of(text).split()) <= _WORDS and "," not in who.of(text)
    return msgspec.structs.replace(attribution, chain=(who,)) if who is not None and named else attribution


def _relayed(text: str, attribution: Attribution, sentence: Span, voiced: Voiced) -> Attribution:
    """ "..., the ministry said, according to Tass" is the ministry's word, through Tass."""
    cue, carrier = attribution.cue, attribution.speaker
    if cue is None or carrier is None or cue.of(text).lower() != "according to" or carrier.start < cue.end:
        return attribution
    found = _SAID.search(text, max(sentence.start, cue.start - 140), cue.start)
    if found is None or not voiced(Span(start=found.start(1), end=found.end(1))):
        return attribution
    content = tuple(Span(start=c.start, end=min(c.end, max(c.start, found.start()))) for c in attribution.content)
    content = tuple(c for c in content if c.start < c.end) or (Span(start=sentence.start, end=found.start()),)
    speaker, said = Span(start=found.start(1), end=found.end(1)), Span(start=found.start(2), end=found.end(2))
    return msgspec.structs.replace(attribution, speaker=speaker, cue=said, content=content, chain=(carrier,))


def _cites(text: str, attribution: Attribution, group: str) -> bool:
    return attribution.cue is not None and _words(group).fullmatch(attribution.cue.of(text).strip(" ,")) is not None


def _cited(text: str, citing: Attribution, kept: list[Attribution], voiced: Voiced) -> list[Attribution]:
    """Give the cited speaker the words of the one who cites; a content that is itself said stays."""
    source, carrier = citing.content[0], citing.speaker
    others = [a for a in kept if carrier is not None and a.speaker == carrier]
    if others and weak(source.of(text)):
        return kept
    if not voiced(source):
        return [*kept, citing]
    return [_through(a, source, carrier) if a in others else a for a in kept]


def _carried(carried: Attribution, kept: list[Attribution]) -> list[Attribution]:
    """Put the one who quotes into the chain of the one who is quoted."""
    carrier = carried.speaker
    if carrier is None:
        return kept
    others = [a for a in kept if any(c.overlaps(d) for c in a.content for d in carried.content)]
    if not others:
        return [*kept, carried]
    return [msgspec.structs.replace(a, chain=(*a.chain, carrier)) if a in others else a for a in kept]


def _through(attribution: Attribution, source: Span, carrier: Span | None) -> Attribution:
    chain = (*attribution.chain, carrier) if carrier is not None else attribution.chain
    chain = tuple(link for link in chain if link is carrier or carrier is None or not link.holds(carrier))
    return msgspec.structs.replace(attribution, speaker=source, chain=chain)


def _inside(text: str, attribution: Attribution, sentence: Span, voiced: Voiced) -> Attribution:
    """A chain that the encoder left in the speaker's span, or between speaker and cue, or after both."""
    speaker = attribution.speaker
    if speaker is None or any(not link.holds(speaker) for link in attribution.chain):
        return attribution
    cued = attribution.cue.end if attribution.cue else 0
    end = max(speaker.end, min(sentence.end, max(speaker.end, cued) + _REACH))
    for group in ("citing", "carried"):
        found = _words(group).search(text, speaker.start + 1, end)
        if (
            found is None
            or found.group().lower() == "told"
            or any(c.start <= found.start() < c.end for c in attribution.content)
        ):
            continue
        first = trim(text, Span(start=speaker.start, end=min(speaker.end, found.start())), " ,")
        named = _BY.match(text, found.end(), end)
        if first is None or named is None or not _beside(text, attribution, first.end, found.start()):
            continue
        second = trim(text, Span(start=found.end(), end=_phrase_end(text, found.end(), end)), " ,.")
        if second is not None and voiced(second) and not weak(second.of(text)):
            return _through(attribution, second, first) if group == "citing" else _through(attribution, first, second)
    return attribution


def _beside(text: str, attribution: Attribution, start: int, end: int) -> bool:
    """Whether nothing but the cue, and when it was said, stands between one who cites and what tells that."""
    if not text[start:end].strip(" ,"):
        return True
    cue = attribution.cue
    if cue is None or not start <= cue.start < cue.end <= end or text[start : cue.start].strip(" ,"):
        return False
    return _WHEN.fullmatch(text, cue.end, end) is not None and not any(
        start < c.start < end for c in attribution.content
    )


def _phrase_end(text: str, start: int, end: int) -> int:
    """Where the noun phrase that begins at `start` ends: at the next comma or full stop, or after the name beside."""
    found = _PHRASE_END.search(text, start + 1, end)
    named = _BESIDE.match(text, found.start()) if found else None
    return named.end() if named else found.start() if found else end


@cache
def _words(group: str) -> re.Pattern[str]:
    return phrases(table("cues")[group])
