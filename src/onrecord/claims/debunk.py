"""Text -> the spans that the report itself calls false: "fabricated the story that ...", "a false claim that ..."."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from onrecord.claims.lexicon import inflect, phrases, table
from onrecord.records import Span

_REACH = 400
_STOP = re.compile(
    r"[.;!?\n](?=\s|$)"
    r"|,\s+(?=(?:[\w’'-]+\s+){1,6}(?:said|says|show|showed|shows|according)\b)"
    r"|\s(?=(?:has|have|had|was|were|is|are)\s+(?:been\s+|being\s+)?(?:\w+ly\s+)?(?:shared|circulat\w+|viewed|reposted|seen)\b)"
)


def invented(text: str, sentence: Span) -> Iterator[Span]:
    """What follows words that call it made up: "fabricated the story that ..."."""
    for found in _before().finditer(text, sentence.start, sentence.end):
        limit = min(sentence.end, found.end() + _REACH)
        stop = _STOP.search(text, found.end(), limit)
        end = stop.start() if stop else limit
        if end > found.end():
            yield Span(start=found.end(), end=end)


def disowned(text: str, following: Span) -> bool:
    """Whether a sentence calls the one before it false: "It is false.", "Both reports were fabricated."."""
    return _next().match(text, following.start, following.end) is not None


def disclaims(words: str) -> bool:
    """Whether words only say that what follows them is false: "It is not true"."""
    return _denied().fullmatch(words.strip(" ,.")) is not None


@lru_cache(maxsize=8)
def refuted(text: str, sentence: Span) -> tuple[Span, ...]:
    """What stands before words that call it untrue: "the report that ... was debunked"."""
    found = _after().search(text, sentence.start, sentence.end)
    return (Span(start=found.start(1), end=found.end(1)),) if found else ()


@cache
def _before() -> re.Pattern[str]:
    """The words that say that what follows is false, with "that" or "of" at their end."""
    known = table("debunks")
    things, false = "|".join(known["telling"]), "|".join(re.escape(w) for w in known["false"])
    made, falsely = _verbs("made"), _verbs("falsely")
    lied = r"(?:lied|lying|lies|lie)\s+(?:to\s+(?:[\w’'-]+\s+){1,5})?(?:about|that|when)"
    story = rf"(?:(?:the|a|an|this|that|his|her|their|its|any)\s+)?(?:[\w-]+\s+){{0,3}}?(?:{things})"
    link = r"\s+(?:[\w’'-]+\s+){0,5}?(?:that|of|about|alleging|claiming|saying|accusing|according\s+to\s+which)\s+"
    named = rf"\b(?:{false})\s+(?:[\w-]+\s+){{0,2}}?(?:{things}){link}"
    aside = r"(?:,\s+[^,;.]{1,60},)?"
    untrue = rf"\b(?:{'|'.join(known['denied'])}){aside}\s+that\s+"
    return re.compile(
        rf"(?:{named}|{untrue}|{made}\s+{story}{link}|\b{lied}\s+|{falsely}\s+(?:that\s+)?)", re.IGNORECASE
    )


def _verbs(group: str) -> str:
    return phrases(form for verb in table("debunks")[group] for form in inflect(verb)).pattern


@cache
def _denied() -> re.Pattern[str]:
    return re.compile("|".join(table("debunks")["denied"]), re.IGNORECASE)


@cache
def _next() -> re.Pattern[str]:
    known = table("debunks")
    things, ends = "|".join(known["telling"]), phrases([*known["after"], *table("cues")["untrue"]]).pattern
    what = rf"(?:it|this|that|they|both|all\s+of\s+it|(?:the|this|that|both)\s+(?:{things}))"
    said = rf"(?:{what}\s+(?:{ends})|none\s+of\s+it\s+(?:is|was)\s+true)"
    return re.compile(rf"(?:(?:but|however|in\s+fact),?\s+)?{said}(?=\s*[.,:;!])", re.IGNORECASE)


@cache
def _after() -> re.Pattern[str]:
    known = table("debunks")
    things, ends = "|".join(known["telling"]), phrases([*known["after"], *table("cues")["untrue"]]).pattern
    link = (
        r"(?:(?:that\s+|which\s+)?(?:claim\w*|purport\w*|appear\w*|alleg\w*)\s+(?:to\s+show\s+|that\s+)?|that\s+|of\s+)"
    )
    where = r"(?:(?:in|on|by|from)\s+(?:[\w’'-]+\s+){1,4})?"
    return re.compile(rf"\b(?:{things})\s+{where}{link}([^.;\n]{{8,240}}?),?\s+{ends}", re.IGNORECASE)
