"""Attribution and proposition -> the speaker's stance, and the words that weaken it.

The stance is the speaker's toward the content: "said no one was hurt" is asserted, "denied that anyone was hurt" is
denied. A hedge counts only for the proposition that it stands in, and there only in the first clause; what a report
cites as its basis ("citing preliminary data") counts for all.
"""

import re
from functools import cache

from onrecord.claims.lexicon import inflect, phrases, table
from onrecord.records import Attribution, Span, Stance

_NEAR = 40
"""Characters around a cue that may belong to its verb group."""

_ASIDE = 120
"""Characters around a proposition in which its basis may be cited."""

_FEW = 8
"""Characters that are no clause yet."""

_MONTH = re.compile(r"\bMay\b")
_NUMBER = re.compile(
    r"\d|(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|hundreds|scores)\b", re.IGNORECASE
)
_NEGATED = re.compile(r"\b(?:not|never|n[’']t)\s+(?:yet\s+|immediately\s+|explicitly\s+)?$", re.IGNORECASE)
_DUTY = re.compile(
    r"(?:that\s+)?(?:[\w’'-]+\s+){1,8}?(?:should|must|ought\s+to|needs?\s+to)\s+(?!have\b|be\s+(?:a|the)\b)", re.I
)


_PASSIVE = re.compile(
    r"(?:(?:is|are|was|were|has\s+been|have\s+been|had\s+been)\s+(?:\w+ly\s+)?"
    r"(?:\w+ed|said|told|known|thought|shown|understood|seen|written|found)|reportedly|allegedly)\b",
    re.IGNORECASE,
)


def stance(text: str, attribution: Attribution, proposition: Span, sentence: Span) -> tuple[Stance, Span | None]:
    """The stance toward one proposition and its hedge. Without a cue it is unattributed, yet may be hedged."""
    hedge = _inner(text, proposition) or _basis(text, sentence, proposition)
    cue = attribution.cue
    if cue is None:
        return Stance.UNATTRIBUTED, hedge
    around = text[max(sentence.start, cue.start - _NEAR) : min(sentence.end, cue.end + _NEAR)]
    found = _of_cue(text, cue, around)
    if found is Stance.ASSERTED and _refuted(text, proposition, sentence):
        found = Stance.DENIED
    if found is Stance.ASSERTED and _DUTY.match(proposition.of(text)):
        found = Stance.CALLED_FOR
    if found is Stance.HEDGED:
        hedge = hedge or cue
    if found is Stance.ASSERTED and hedge is not None:
        found = Stance.HEDGED
    if attribution.speaker is None and found in (Stance.ASSERTED, Stance.HEDGED) and passive(text, cue):
        return Stance.UNATTRIBUTED, hedge or (cue if speech(text, cue) else None)
    return found, hedge


def commands(text: str, proposition: Span) -> bool:
    """Whether a proposition tells somebody to do something: "Stay inside", "Let them go"."""
    return _command().match(text, proposition.start, proposition.end) is not None


def evades(text: str, proposition: Span) -> bool:
    """Whether a proposition is an answer that says nothing: "I have nothing for you on boats"."""
    found = _group("evade", plain=True).search(text, proposition.start, proposition.end)
    return found is not None and _ANSWER.fullmatch(text, proposition.start, found.start()) is not None


def silent(text: str, cue: Span | None) -> bool:
    """Whether a cue tells that somebody has not answered yet: "did not immediately respond"."""
    return cue is not None and _group("silent", plain=True).search(cue.of(text)) is not None


_ANSWER = re.compile(r"\W*(?:(?:I|we|We)(?:['’]\w+)?(?:\s+(?:have|am|are|do|can|will|would))?(?:\s+not)?)?\W*")
"""What stands before an evasion that is the whole answer."""


def speech(text: str, cue: Span) -> bool:
    """Whether a cue has a verb that puts something on record, denies it, calls for it or holds it likely."""
    words = cue.of(text)
    return any(_group(name).search(words) for name in ("say", "deny", "call", "hedge")) or "reportedly" in words.lower()


def deed(text: str, cue: Span, content: Span) -> bool:
    """Whether what looks like a cue is what somebody did with a number of things: "sent 134 drones"."""
    between = text[cue.end : content.start].strip()
    return not between and _group("do").fullmatch(cue.of(text)) is not None and bool(_NUMBER.match(content.of(text)))


def weak(basis: str) -> bool:
    """Whether what a report cites is a weak basis, and no speaker: "preliminary data"."""
    return _bases().match(f"citing {basis}") is not None


def _refuted(text: str, proposition: Span, sentence: Span) -> bool:
    """Whether the speaker calls the proposition, or another's words that it tells, untrue."""
    start, end = max(sentence.start, proposition.start - _NEAR), min(sentence.end, proposition.end + _NEAR)
    found = _untrue().search(text, start, max(start, end))
    return found is not None and found.start() < proposition.end and proposition.start < found.end()


def _of_cue(text: str, cue: Span, around: str) -> Stance:
    """What the cue alone says."""
    words = cue.of(text)
    if _group("neither", plain=True).search(around):
        return Stance.NEITHER
    if denial := _group("deny").search(words):
        if not _NEGATED.search(text[max(0, cue.start - 20) : cue.start + denial.start()]):
            return Stance.DENIED
        return Stance.HEDGED if denial.group().lower().startswith("rul") else Stance.NEITHER
    if _group("say").search(words) and not _group("call").search(words):
        return Stance.ASSERTED
    if _group("call").search(words):
        return Stance.CALLED_FOR
    if _group("hedge").search(words):
        return Stance.HEDGED
    return Stance.ASSERTED


def _inner(text: str, proposition: Span) -> Span | None:
    """The first weakening word in the first clause of a proposition."""
    end = proposition.end
    clause = _clauses().search(text, min(proposition.start + _FEW, end), end)
    for found in _words().finditer(text, proposition.start, clause.start() if clause else end):
        if not _MONTH.fullmatch(found.group()):
            return Span(start=found.start(), end=found.end())
    return None


def _basis(text: str, sentence: Span, proposition: Span) -> Span | None:
    """The word for a weak basis that the sentence cites: "according to preliminary data", "citing initial reports"."""
    start, end = max(sentence.start, proposition.start - _ASIDE), min(sentence.end, proposition.end + _ASIDE)
    found = _bases().search(text, start, max(start, end))
    return Span(start=found.start(found.lastgroup or 0), end=found.end(found.lastgroup or 0)) if found else None


def passive(text: str, cue: Span) -> bool:
    """Whether a cue names no one who says it: "is claimed", "was reported", "reportedly"."""
    return _PASSIVE.match(cue.of(text)) is not None


@cache
def _group(name: str, plain: bool = False) -> re.Pattern[str]:
    entries = table("cues")[name]
    return phrases(entries if plain else (form for entry in entries for form in inflect(entry)))


@cache
def _command() -> re.Pattern[str]:
    return re.compile(phrases(table("cues")["command"]).pattern + r"(?!\s*[,:])(?=\s)", re.IGNORECASE)


@cache
def _untrue() -> re.Pattern[str]:
    ends = phrases(table("cues")["untrue"]).pattern
    things = "|".join(table("debunks")["telling"])
    absurd = phrases(table("cues")["absurd"]).pattern
    called = rf"(?:the|these|those|such|its|their)\s+(?:[\w-]{{1,30}}\s+)?(?:{things})\s+(?:as\s+)?{absurd}"
    return re.compile(rf"(?:\b(?:{things})\b[^.;\n]{{0,160}}?\b{ends}|\b{called})", re.IGNORECASE)


@cache
def _words() -> re.Pattern[str]:
    return phrases(table("hedges")["words"])


@cache
def _clauses() -> re.Pattern[str]:
    parts = (re.escape(part).replace(r"\ ", r"\s") for part in table("hedges")["clauses"])
    return re.compile("|".join(parts), re.IGNORECASE)


@cache
def _bases() -> re.Pattern[str]:
    weak = "|".join(table("hedges")["basis"])
    things = (
        r"(?:data|information|reports?|figures?|findings|results|assessments?|estimates?|details|count|toll|accounts)"
    )
    whose = r"(?:(?:the|his|her|its|their|some|what\s+\w+\s+called)\s+)?"
    cited = rf"(?:citing|referring\s+to|according\s+to|based\s+on|on\s+the\s+basis\s+of|by|from)\s+{whose}"
    shown = r"(?:show|shows|showed|suggest|suggests|suggested|indicate|indicates|indicated)"
    basis = rf"[\"“]?\b(?P<word>{weak})\b\s+(?:[\w-]+\s+)?{things}\b"
    named = basis.replace("?P<word>", "?P<named>")
    called = rf"\b{things}\s+(?:(?:is|are|was|were|as)\s+)?(?P<called>{'|'.join(table('hedges')['called'])})\b"
    return re.compile(rf"(?:\b{cited}{basis}|{named}(?:\s+{shown}\b|\s*:)|{called})", re.IGNORECASE)
