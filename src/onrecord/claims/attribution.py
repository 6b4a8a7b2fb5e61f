"""Text -> attributions: who said what, as spans of speaker, cue, content, venue and chain.

The encoder reads; plain rules then mend borders, split the venue off, fold chains and add what it is known to miss.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

import msgspec

from onrecord.claims.answers import claimed, inverted, parted, rebut, refer
from onrecord.claims.borders import tidy
from onrecord.claims.cast import Cast
from onrecord.claims.chain import chained
from onrecord.claims.decode import PAIRED, TAGS, decode
from onrecord.claims.encoder import Encoder, Floats
from onrecord.claims.fallback import Known, missed, subject
from onrecord.claims.naming import pronoun, speaks
from onrecord.claims.naming import stands as office
from onrecord.claims.relay import relayed
from onrecord.claims.sight import Sight
from onrecord.claims.stance import deed, passive, speech, weak
from onrecord.claims.venue import settle
from onrecord.claims.windows import Window, windows
from onrecord.records import Attribution, Span

_BATCH = 16
"""Windows decoded at once; each is encoded alone."""


def attributions(text: str, encoder: Encoder, sight: Sight | None = None) -> Iterator[Attribution]:
    """What the encoder alone reads, window after window. What else it saw is kept in `sight`."""
    card, heads = encoder.card, encoder.heads
    seen: list[tuple[Window, Floats]] = []
    for window in windows(text, encoder.tokenizer, card.window, card.longest):
        if not window.wordy:
            continue
        scores = encoder(window)
        if sight is not None:
            sight.keep(window, scores[:, TAGS + PAIRED :])
        seen.append((window, scores))
        if len(seen) == _BATCH:
            yield from decode(text, seen, heads, card.decoding)
            seen = []
    yield from decode(text, seen, heads, card.decoding)


def listen(
    text: str, sentences: Sequence[Span], encoder: Encoder, cast: Cast, sight: Sight | None = None
) -> list[Attribution]:
    """The attributions of a text with the rules applied, in the order of cues; `sight` keeps what else is seen."""
    by_sentence: list[list[Attribution]] = [[] for _ in sentences]
    covered: list[list[Attribution]] = [[] for _ in sentences]
    for attribution in attributions(text, encoder, sight):
        at = home(sentences, attribution)
        if at is None or (clean := tidy(text, attribution, sentences[at])) is None:
            continue
        if clean.cue is not None and deed(text, clean.cue, clean.content[0]):
            continue
        by_sentence[at].append(settle(text, clean, sentences[at]))
        for touched in within(sentences, Span.cover(*attribution.content, sentences[at])):
            covered[touched].append(attribution)
    heard: list[Attribution] = []
    previous = [None, *sentences]
    for sentence, before, own, others in zip(sentences, previous, by_sentence, covered, strict=False):
        for attribution in _mended(text, sentence, before, once(own), others, cast):
            heard.append(refer(text, attribution, heard))
    return heard


def once(heard: Sequence[Attribution]) -> list[Attribution]:
    """The attributions without those whose content is a part of what the same words for a speaker say anyway."""
    return [a for a in heard if not any(_within(a, b) for b in heard)]


def _within(one: Attribution, other: Attribution) -> bool:
    """Whether one says no more than another of its speaker: "by the staff's count" heard as "by" and as "count"."""
    if one.speaker is None or one.speaker != other.speaker or one.cue is None or other.cue is None:
        return False
    inner, outer = Span.cover(*one.content), Span.cover(*other.content)
    return outer.holds(inner) and (inner != outer or other.cue < one.cue)


def _voiced(text: str, sentence: Span, attribution: Attribution, known: Known) -> Attribution:
    """The attribution with the noun phrase before its cue as speaker, where the encoder saw none."""
    cue = attribution.cue
    if attribution.speaker is not None or cue is None or passive(text, cue) or not speech(text, cue):
        return attribution
    speaker = subject(text, sentence, cue, known)
    taken = speaker is not None and any(speaker.overlaps(c) for c in attribution.content)
    return attribution if speaker is None or taken else msgspec.structs.replace(attribution, speaker=speaker)


def _founded(text: str, heard: list[Attribution]) -> list[Attribution]:
    """The attributions without speakers that are only a basis ("preliminary data"): the one who cites it speaks."""
    based = [a for a in heard if a.speaker is not None and weak(a.speaker.of(text))]
    bare = [a for a in heard if len(heard) > 1 and all(weak(c.of(text)) for c in a.content)]
    kept = [_unbased(text, a) for a in heard if a not in based and a not in bare]
    for attribution in based:
        known = any(c.overlaps(d) for a in kept for c in a.content for d in attribution.content)
        found = inverted(text, attribution) or msgspec.structs.replace(attribution, speaker=None)
        kept += [] if known else [found]
    return kept


def _unbased(text: str, attribution: Attribution) -> Attribution:
    """The attribution without the basis that the encoder took for a part of what is said."""
    told = tuple(c for c in attribution.content if not weak(c.of(text)))
    return msgspec.structs.replace(attribution, content=told or attribution.content)


def home(sentences: Sequence[Span], attribution: Attribution) -> int | None:
    """The index of the sentence that an attribution's cue, or else its content, begins in."""
    start = attribution.cue.start if attribution.cue else attribution.content[0].start
    at = bisect_right(sentences, start, key=lambda s: s.start) - 1
    return at if at >= 0 else None


def within(sentences: Sequence[Span], span: Span) -> range:
    """The indices of the sentences that a span touches."""
    first = bisect_right(sentences, span.start, key=lambda s: s.end)
    last = first
    while last < len(sentences) and sentences[last].start < span.end:
        last += 1
    return range(first, last)


def _mended(
    text: str, sentence: Span, before: Span | None, own: list[Attribution], others: list[Attribution], cast: Cast
) -> list[Attribution]:
    """The attributions of one sentence, of which `before` is the one before; `others` are all that touch it."""

    def known(phrase: str) -> bool:
        return speaks(phrase, cast) or pronoun(phrase) in ("he", "she", "it", "they")

    def stands(phrase: str) -> bool:
        return office(phrase, cast)

    def voiced(span: Span) -> bool:
        return known(span.of(text))

    parts = [parted(text, sentence, _voiced(text, sentence, a, known)) for a in own]
    cues = [a.cue for a in own if a.cue is not None]
    second = [b for _, *more in parts for b in more if not any(b.cue and b.cue.overlaps(cue) for cue in cues)]
    whole = relayed(text, sentence, before, [*(first for first, *_ in parts), *second], voiced)
    folded = chained(text, sentence, whole, voiced)
    added = [settle(text, found, sentence) for found in missed(text, sentence, [*folded, *others], known, stands)]
    heard = [claimed(text, sentence, a) for a in rebut(text, sentence, _founded(text, [*folded, *added]))]
    return sorted(heard, key=lambda a: (a.cue.start if a.cue else 0, a.content))
