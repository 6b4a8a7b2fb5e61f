"""An attribution -> the same with clean borders: whole speakers, contents without loose commas, nothing twice."""

import re
from functools import cache

import msgspec

from onrecord.claims.lexicon import inflect, phrases, table
from onrecord.claims.stance import passive
from onrecord.claims.text import body, closed, trim
from onrecord.records import Attribution, Span

_LOOSE = " ,;:–—"
_FEW = 2
"""Words of a piece of a content that are none by themselves where their clause goes on."""
_GAP = 8
"""Characters between a piece and the mark before it."""
_REST = 300
"""Characters to the end of a clause that breaks off at a number."""
_BARE = re.compile(r"(?:the|a|an)", re.IGNORECASE)
_OFFICE = r"(?:the|a|an|one\s+of)\s"
_APPOSITION = re.compile(rf",\s+{_OFFICE}[^,;:.!?\"“”\n]{{2,100}}(?:,\s+[^,;:.!?\"“”\n]{{2,60}})?,?\s*")
_NUMBER = re.compile(r"(?:(?<=\s)|^)\d[\d,.]*$")
_CLAUSE = re.compile(r"[,;:.!?\"“”\n]|\s(?:and|but|while|as)\s")
_OWNED = re.compile(r"['’]s(?:\s+[\w’-]+){1,4}\s+")
_NAME = re.compile(r"(?:[^\W\d_a-z][\w’'.-]*\s+){1,4}[^\W\d_a-z][\w’'-]*,\s+$")


def tidy(text: str, attribution: Attribution, sentence: Span) -> Attribution | None:
    """The attribution with its borders mended; None where no content is left."""
    attribution = _gerund(text, attribution)
    content = _join(text, attribution, Span(start=sentence.start, end=body(text, sentence).start))
    if not content:
        return None
    speaker = attribution.speaker and trim(text, closed(text, attribution.speaker), _LOOSE)
    if speaker is not None and (_BARE.fullmatch(speaker.of(text)) or _expletive(text, speaker, attribution.cue)):
        speaker = None
    if speaker is not None and attribution.cue is not None:
        speaker = trim(text, _apart(speaker, content), _LOOSE) or speaker
        floor = _floor(content, speaker, sentence)
        speaker = _whole(text, speaker, attribution.cue, Span(start=floor, end=max(floor, sentence.end)))
    return msgspec.structs.replace(attribution, speaker=speaker, content=content)


def _gerund(text: str, attribution: Attribution) -> Attribution:
    """ "denied attacking | the hospital" is "denied | attacking the hospital"."""
    cue = attribution.cue
    found = _denies().match(text, cue.start, cue.end) if cue is not None else None
    if cue is None or found is None or found.end() != cue.end:
        return attribution
    first, *rest = attribution.content
    if not 0 <= first.start - cue.end <= 1:
        return attribution
    content = (Span(start=found.start(2), end=first.end), *rest)
    return msgspec.structs.replace(attribution, cue=Span(start=cue.start, end=found.end(1)), content=content)


def _expletive(text: str, speaker: Span, cue: Span | None) -> bool:
    """Whether the speaker is the empty subject of a passive: "it was reported"."""
    return cue is not None and speaker.of(text).lower() in ("it", "there") and passive(text, cue)


def _join(text: str, attribution: Attribution, dateline: Span) -> tuple[Span, ...]:
    """Contents without loose ends and the sentence's dateline; neighbours made one."""
    made: list[Span] = []
    for span in attribution.content:
        late = dateline.start <= span.start < dateline.end < span.end
        clean = trim(text, Span(start=dateline.end, end=span.end) if late else span, " ,;")
        if clean is None or (attribution.cue is not None and attribution.cue.holds(clean)):
            continue
        between = text[made[-1].end : clean.start] if made else None
        if between is not None and len(between) < 4 and not between.strip(" ,") and made[-1].end <= clean.start:
            made[-1] = Span.cover(made[-1], clean)
        else:
            made.append(clean)
    whole = [_counted(text, s, attribution) for s in made]
    return tuple(s for s in whole if len(whole) == 1 or not _scrap(text, s))


def _counted(text: str, span: Span, attribution: Attribution) -> Span:
    """A piece of a content to the end of its clause, where it breaks off between a number and what that counts."""
    following = re.match(r" ([a-z]+)", text[span.end : span.end + _REST])
    if not _NUMBER.search(span.of(text)) or following is None or following[1] in table("venues")["prepositions"]:
        return span
    taken = [s.start for s in (attribution.speaker, attribution.cue, *attribution.content) if s and s.start >= span.end]
    stop = _CLAUSE.search(text, span.end, span.end + _REST)
    end = min([stop.start() if stop else span.end, *taken])
    return trim(text, Span(start=span.start, end=end), " ,;") or span


def _scrap(text: str, span: Span) -> bool:
    """Whether one of several pieces of a content is no more than a pronoun, or a word or two of a clause that goes on:
    "neither confirmed nor denied | it", "...; | transport | of patients is being arranged"."""
    printed, after = span.of(text).lower().split(), text[span.end : span.end + 2]
    opens = (
        text[max(0, span.start - _GAP) : span.start].rstrip().endswith(";")
        and len(printed) <= _FEW
        and re.match(r" \w", after)
    )
    return printed in (["it"], ["this"], ["that"], ["so"]) or bool(opens)


def _apart(speaker: Span, content: tuple[Span, ...]) -> Span:
    """The speaker without what belongs to a content that ends inside it."""
    end = max((c.end for c in content if c.start <= speaker.start < c.end < speaker.end), default=speaker.start)
    return Span(start=end, end=speaker.end)


def _floor(content: tuple[Span, ...], speaker: Span, sentence: Span) -> int:
    """Where a speaker can begin: after the content before it, in its sentence."""
    return max([sentence.start, *(c.end for c in content if c.end <= speaker.start)])


def _whole(text: str, speaker: Span, cue: Span, sentence: Span) -> Span:
    """The speaker with the apposition, the name before it, or what it owns, that was cut off."""
    gap = text[speaker.end : cue.start] if speaker.end <= cue.start <= speaker.end + 200 else ""
    if _OWNED.fullmatch(gap):
        speaker = Span(start=speaker.start, end=speaker.end + len(gap.rstrip()))
    if _APPOSITION.fullmatch(gap) and not _verbs().search(gap):
        end = speaker.end + len(gap.rstrip(" ,\n"))
        speaker = Span(start=speaker.start, end=end)
    begins = text[max(sentence.start, speaker.start - 60) : speaker.start]
    name = _NAME.search(begins) if re.match(_OFFICE, speaker.of(text)) else None
    if name is not None and name.group().split()[0].lower() not in table("venues")["openers"]:
        speaker = Span(start=speaker.start - len(begins) + name.start(), end=speaker.end)
    return speaker


@cache
def _denial() -> re.Pattern[str]:
    return phrases(form for verb in table("cues")["deny"] for form in inflect(verb))


@cache
def _denies() -> re.Pattern[str]:
    return re.compile(rf"((?:[\w’']+\s+){{0,3}}?{_denial().pattern})\s+(\w+ing\b(?:\s+\w+){{0,2}})", re.IGNORECASE)


@cache
def _verbs() -> re.Pattern[str]:
    """Any form of a verb that puts something on record, denies or calls for it; or a word that cites."""
    cues = table("cues")
    verbs = (form for group in ("say", "deny", "call") for verb in cues[group] for form in inflect(verb))
    return phrases([*verbs, *cues["citing"], *cues["carried"]])
