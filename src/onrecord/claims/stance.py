"""Attribution and proposition -> the speaker's stance, and the words that weaken it.

The stance is the speaker's toward the content: "said no one was hurt" is asserted, "denied that anyone was hurt" is
denied. A hedge counts only for the proposition that it stands in, and there only in the first clause; what a report
cites as its basis ("citing preliminary data") counts for all.
"""

import re
from functools import cache, lru_cache

from onrecord.claims.lexicon import either, inflect, phrases, table
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
_NEGATED = re.compile(r"\b(?:not|never|n[’']t|no)\s+(?:yet\s+|immediately\s+|explicitly\s+)?$", re.IGNORECASE)
_NEITHER = re.compile(r"\bneither\b[^.;\n]{1,60}\bnor\b", re.IGNORECASE)
_DUTY = re.compile(
    r"(?:that\s+)?(?:(?!(?:that|where|which|who|what|how|when|if)\b)[\w’'-]+\s+){1,6}?should\s+(?!have\b|be\b|know\b|own\b)",
    re.IGNORECASE,
)

_FRAGMENT = re.compile(
    r"not\s+(?:all|always|at|by|even|every\w*|for|from|in|many|much|on|only|that|to|with|yet)\b", re.IGNORECASE
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
    untrue = _refuted(text, proposition, sentence) if found is Stance.ASSERTED else None
    if untrue is not None and not _told(text, untrue, cue, proposition):
        found = Stance.DENIED
    if found is Stance.HEDGED:
        hedge = hedge or cue
    if found is Stance.ASSERTED and hedge is not None:
        found = Stance.HEDGED
    if attribution.speaker is None and found in (Stance.ASSERTED, Stance.HEDGED) and passive(text, cue):
        return Stance.UNATTRIBUTED, hedge or (cue if speech(text, cue) else None)
    return found, hedge


def commands(text: str, proposition: Span) -> bool:
    """Whether a proposition tells somebody to do something: "Stay inside", "Let them go", "allies should send more"."""
    return any(told.match(text, proposition.start, proposition.end) for told in (_command(), _DUTY))


def evades(text: str, proposition: Span) -> bool:
    """Whether a proposition is an answer that says nothing: "I have nothing for you on boats"."""
    found = _group("evade", plain=True).search(text, proposition.start, proposition.end)
    return found is not None and _ANSWER.fullmatch(text, proposition.start, found.start()) is not None


def partial(text: str, proposition: Span) -> bool:
    """Whether a proposition only takes back a part of what was said before it: "Not at every height"."""
    return _FRAGMENT.match(text, proposition.start, proposition.end) is not None


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


def belied(text: str, attribution: Attribution, proposition: Span, sentence: Span) -> bool:
    """Whether a proposition is what others tell and the sentence calls untrue: "claims by X that ... are false"."""
    cue = attribution.cue
    if cue is None or cue.start >= proposition.start:
        return False
    untrue = _refuted(text, proposition, sentence)
    return untrue is not None and _told(text, untrue, cue, proposition)


def _told(text: str, untrue: Span, cue: Span, proposition: Span) -> bool:
    """Whether the word for what is untrue is how the proposition is told: "claims by", "the story spread by"; and not
    what somebody says of it: "say claims by"."""
    if not (untrue.start < cue.end and cue.start < proposition.start):
        return False
    return _group("say").search(text, cue.start, max(cue.start, untrue.start)) is None


@lru_cache(maxsize=1)  # asked twice of each claim
def _refuted(text: str, proposition: Span, sentence: Span) -> Span | None:
    """The words that call the proposition, or another's words that it tells, untrue, from the word for it on."""
    start, end = max(sentence.start, proposition.start - _NEAR), min(sentence.end, proposition.end + _NEAR)
    found = _untrue().search(text, start, max(start, end))
    touches = found is not None and found.start() < proposition.end and proposition.start < found.end()
    return Span(start=found.start(), end=found.end()) if found is not None and touches else None


def _of_cue(text: str, cue: Span, around: str) -> Stance:
    """What the cue alone says."""
    words = cue.of(text)
    if _NEITHER.search(words) or _refusal().search(words) or _group("neither", plain=True).search(around):
        return Stance.NEITHER
    if denial := _group("deny").search(words):
        if not _NEGATED.search(text[max(0, cue.start - 20) : cue.start + denial.start()]):
            return Stance.DENIED
        return next((how for verb, how in _NOT.items() if denial.group().lower().startswith(verb)), Stance.NEITHER)
    if _group("say").search(words) and not _group("call").search(words):
        return Stance.ASSERTED
    if _group("call").search(words):
        return Stance.CALLED_FOR
    if _group("hedge").search(words):
        return Stance.HEDGED
    return Stance.ASSERTED


_NOT = {"rul": Stance.HEDGED, "doubt": Stance.ASSERTED}
"""What a denial is that is negated: "does not rule out", "has no doubt"; of all others neither."""


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
def _refusal() -> re.Pattern[str]:
    """A refusal to speak: "declined to say", "would not be drawn", "does not wish to comment"."""
    wish = r"(?:does|do|did)(?:\s+not|n[’']t)\s+(?:want|wish|like|care)\s+to"
    will = r"(?:would|will)\s+not|wouldn[’']t|won[’']t"
    verbs = either(table("cues")["refuse"])
    return re.compile(rf"\b(?:(?:declin|refus)(?:e|es|ed|ing)\s+to|{will}|{wish})\s+(?:{verbs})\b", re.IGNORECASE)


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
