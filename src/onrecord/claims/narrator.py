"""Sentences and what is attributed in them -> what the narrator says, and what is said about information alone."""

import re
from collections.abc import Sequence
from functools import cache

from onrecord.claims.lexicon import phrases, table
from onrecord.claims.text import body, placed, trim
from onrecord.records import Attribution, Span

_LEAD = 6
"""Words before talk about what is known in a sentence that is nothing else."""

_REACH = 60
"""Characters around a cue that may belong to such talk."""

_TALLY = re.compile(
    r"(?:(?:almost|about|around|some|nearly|over|at\s+least|more\s+than|up\s+to|roughly|only|just|all|none|half|no\s+fewer\s+than)\s+){0,2}"
    r"(?:\d|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|"
    r"eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|dozens|hundreds)\b)",
    re.IGNORECASE,
)
_JOINT = re.compile(
    r"(?:[,;]|\s(?:and|but|yet))?\s+(?:(?:in|for|of|to|by|with|after|as)\s+)?(?:what|which|whom|whose|where)\s+$"
    r"|(?:[,;]\s+(?:and|but|yet)?|\s(?:and|but|yet))\s*$"
)
"""What joins an account to words that are heard after it."""

_RELATIVE = re.compile(r",\s+(?=(?:which|whose|where|who)\s)")
_AFTER = re.compile(
    r"(?:\s+(?:on|late|early)(?:\s+on)?\s+\w+day(?:\s+\w+)?)?,?\s+(?:(?:minutes|hours|days|weeks|a\s+day|shortly)\s+)?after\s+"
)
"""What joins an account to words that were heard before it; the second only where their cue stands last."""

_BESIDE = 20
"""Characters between a speaker and a cue that stand together."""

_SUPPOSED = re.compile(r"(?:they|it|he|she|this|these|those)\s+(?:might|may|could|would|should)\b", re.IGNORECASE)

_WORD = re.compile(r"(?<!\w)[^\W\d_]{2,60}(?!\w)")
"""What is one word without an end says nothing."""

_FEW = 5
"""Words of a heading that has a full stop."""

_SHORT = 12
"""A clause of fewer characters tells nothing."""


def told(text: str, sentence: Span, heard: Sequence[Attribution]) -> tuple[Span, ...]:
    """The clauses of a sentence in the narrator's voice: all, or what a joining word parts from attributed ones."""
    spans = [span for a in heard for span in (a.speaker, a.cue, a.venue, *a.content, *a.chain) if span is not None]
    inside = [span for span in spans if span.overlaps(sentence)]
    if not inside:
        whole = body(text, sentence)
        return (whole,) if _WORD.search(text, whole.start, whole.end) and not placed(text, whole) else ()
    first, last = min(s.start for s in inside), max(s.end for s in inside)
    clauses = []
    if found := _closing().search(text, max(sentence.start, first - 60), first):
        clauses.append(trim(text, Span(start=sentence.start, end=max(sentence.start, found.start())), " ,;"))
    else:
        clauses.append(_before(text, sentence, heard))
    if last < sentence.end and (found := _opening().match(text, last, sentence.end)):
        clauses.append(trim(text, Span(start=found.end(), end=sentence.end), " ,;"))
    elif last < sentence.end:
        clauses.append(_beyond(text, sentence, last, heard))
    return tuple(c for c in clauses if c is not None and c.end - c.start >= _SHORT)


def _before(text: str, sentence: Span, heard: Sequence[Attribution]) -> Span | None:
    """What a sentence tells before anyone is heard: "Arland expelled two envoys, accusing them of spying".

    Its subject may be the speaker, where the cue stands far from the name.
    """
    cores = [span for a in heard for span in _core(a) if span.overlaps(sentence)]
    first = min((span.start for span in cores), default=sentence.start)
    said = any(a.cue is not None and a.cue.start == first and a.cue.of(text).lower().startswith("to ") for a in heard)
    joint = _JOINT.search(text, max(sentence.start, first - _REACH), first)
    if joint is None and not said:
        return None
    end = joint.start() if joint is not None else first
    start = body(text, sentence).start
    return trim(text, Span(start=start, end=max(start, end)), " ,;")


def _core(attribution: Attribution) -> list[Span]:
    """What is said and how; the speaker too where the two stand together."""
    cue, speaker = attribution.cue, attribution.speaker
    spans = [span for span in (cue, attribution.venue, *attribution.content, *attribution.chain) if span is not None]
    apart = speaker is not None and cue is not None and cue.start - speaker.end > _BESIDE
    return spans if speaker is None or apart else [*spans, speaker]


def _beyond(text: str, sentence: Span, last: int, heard: Sequence[Attribution]) -> Span | None:
    """What a sentence tells after words that were heard: "..., says the utility, whose depot was hit"."""
    cues = [a.cue.end for a in heard if a.cue is not None and a.cue.overlaps(sentence)]
    contents = [c.end for a in heard for c in a.content if c.overlaps(sentence)]
    closed = bool(cues) and max(cues) >= max(contents, default=0)
    found = _RELATIVE.match(text, last, sentence.end) or (_AFTER.match(text, last, sentence.end) if closed else None)
    return trim(text, Span(start=found.end(), end=sentence.end), " ,;") if found else None


def informs(text: str, span: Span) -> bool:
    """Whether a span begins as talk about what is known: "gave no figures"."""
    found = _information().search(text, span.start, span.end)
    return found is not None and len(text[span.start : found.start()].split()) <= _LEAD


def information(text: str, sentence: Span, cue: Span) -> Span | None:
    """The words about what is known that a cue is part of: "did not immediately respond", "no reports of"."""
    near = Span(start=max(sentence.start, cue.start - _REACH), end=min(sentence.end, cue.end + _REACH))
    for found in _information().finditer(text, near.start, near.end):
        if found.start() < cue.end and cue.start < found.end():
            return Span(start=found.start(), end=found.end())
    return None


def names(text: str, span: Span) -> bool:
    """Whether words only name something and tell nothing of it: "Situation at 06:00", "Weekly figures.", "Attention!".

    What ends as a sentence does is one unless it has few words.
    """
    ends = text[span.start : span.end + 1].rstrip().endswith((".", ";"))
    short = len(span.of(text).split()) <= _FEW or not ends
    return short and _finite().search(text, span.start, span.end) is None


def follows(text: str, sentence: Span) -> bool:
    """Whether a sentence goes on with what was said before it: "Another 72 were lost"."""
    return _follow().match(text, sentence.start, sentence.end) is not None


def supposes(text: str, sentence: Span) -> bool:
    """Whether a sentence supposes of what was spoken of before it: "They might be used elsewhere later"."""
    return _SUPPOSED.match(text, sentence.start, sentence.end) is not None


def tallies(text: str, sentence: Span) -> bool:
    """Whether a sentence begins with a number, as the next line of a tally does: "Almost 300 were jammed"."""
    return _TALLY.match(text, sentence.start, sentence.end) is not None


def quoted(text: str, sentence: Span) -> bool:
    """Whether a whole sentence stands in quotation marks."""
    words = sentence.of(text).strip()
    return len(words) > 2 and words[0] in '“"«' and words.rstrip(".,!?")[-1] in '”"»'


@cache
def _information() -> re.Pattern[str]:
    return phrases(table("speakers")["narrator"]["information"])


@cache
def _finite() -> re.Pattern[str]:
    """The words by which a sentence is known for one: auxiliaries, pronouns that act, and verbs in the past."""
    return re.compile(phrases(table("speakers")["narrator"]["finite"]).pattern + r"|\w(?:ed|n[’']t)\b", re.IGNORECASE)


@cache
def _follow() -> re.Pattern[str]:
    return phrases(table("speakers")["narrator"]["follow"])


@cache
def _closing() -> re.Pattern[str]:
    """The join between a narrator's clause and an attribution after it."""
    joins = "|".join(table("speakers")["narrator"]["joins"])
    return re.compile(rf"(?:[,;]\s+(?:{joins})\s+|;\s+)(?:(?!{joins})[\w’'-]+\s+){{0,4}}$", re.IGNORECASE)


@cache
def _opening() -> re.Pattern[str]:
    """The join between an attribution and a narrator's clause after it."""
    return re.compile(
        rf"[\"”]?\s*(?:[,;]\s+(?:{'|'.join(table('speakers')['narrator']['joins'])})\s+|;\s+)", re.IGNORECASE
    )
