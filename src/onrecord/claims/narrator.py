"""Sentences -> what is said about information alone, what only names something, and what goes on with words before."""

import re
from functools import cache

from onrecord.claims.lexicon import phrases, table
from onrecord.records import Span

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
_ELSEWHERE = re.compile(r"(?:In|At|Over|Near)\s+(?:the\s+)?[A-Z]")
_SUPPOSED = re.compile(r"(?:they|it|he|she|this|these|those)\s+(?:might|may|could|would|should)\b", re.IGNORECASE)

_FEW = 5
"""Words of a heading that has a full stop."""


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
    return short and finite().search(text, span.start, span.end) is None


def follows(text: str, sentence: Span) -> bool:
    """Whether a sentence goes on with what was said before it: "Another 72 were lost"."""
    return _follow().match(text, sentence.start, sentence.end) is not None


def moved(text: str, heard: int, start: int) -> bool:
    """Whether the paragraph of the words at `start` begins with another place ("In Mar region, ..."), and who was heard
    last, at `heard`, was heard before it."""
    opens = text.rfind("\n", 0, start) + 1
    return heard < opens < start and _ELSEWHERE.match(text, opens) is not None


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
def finite() -> re.Pattern[str]:
    """The words by which a sentence is known for one: auxiliaries, pronouns that act, and verbs in the past."""
    return re.compile(phrases(table("speakers")["narrator"]["finite"]).pattern + r"|\w(?:ed|n[’']t)\b", re.IGNORECASE)


@cache
def _follow() -> re.Pattern[str]:
    return phrases(table("speakers")["narrator"]["follow"])
