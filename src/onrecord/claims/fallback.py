"""Text -> attributions that the encoder is known to miss, by plain patterns.

Colon headlines, "according to", "neither confirmed nor denied", "put the toll at", calls. They add only where the
encoder saw nothing over those characters. What answers another's words is in `answers`.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache

from onrecord.claims.lexicon import inflect, phrases, table
from onrecord.claims.text import entry, trim
from onrecord.records import Attribution, Span

Known = Callable[[str], bool]
"""Whether a phrase names someone who can speak."""

_NEAR = 110  # characters before a cue in which its speaker stands
_WORD = r"[\w’'.&-]{1,30}"
_SUBJECT = re.compile(
    rf"(?<![\w’'-])((?:(?!(?:and|but|that)\b){_WORD}\s+){{0,7}}(?!(?:and|but|that)\b){_WORD}(?:,[^,;:.\n]{{2,60}},)?)\s+$"
)
_HEADLINE = re.compile(r"(?:From\s+)?([^:.!?\"“”\n\d]{2,60}):\s+(\S[^\n]{14,})")
_TRAILER = re.compile(r"(?:\s[-–—]\s+|:\s+|,\s+says?\s+)([^-–—:,.!?\"“”\n\d]{2,60})\.?$")
_CREDIT = re.compile(r"\s(\((?:source:\s+)?)([^()\"“”\n\d:,;]{2,60})(?:,[^()\n]{2,40})?\)[.!]?$", re.IGNORECASE)
_TRAILING = re.compile(r"\b(according\s+to|as\s+reported\s+by)\s+([^,;:\"“”\n]{2,120})", re.IGNORECASE)
_TOLL = re.compile(
    r"(?:(?:the|its|their)\s+(?:[\w’'-]{1,30}\s+){1,6}at\s+[^.;\n]{2,120}"
    r"|(?:[\w’'-]{1,30}\s+){1,10}at\s+(?:[a-z]+\s+){0,3}\d[^;\n]{0,60}?(?=[.;]?\s|[.;]?$))",
    re.IGNORECASE,
)
_AMOUNT = r"(?:\d|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|hundreds|thousands)\b)"
_FIGURE = re.compile(rf"\b{_AMOUNT}", re.IGNORECASE)
_REST = re.compile(r"[^.;\n]{4,300}")
_NUMBER = re.compile(
    rf"(?:[a-z]+\s+){{0,3}}?{_AMOUNT}[^;\n]{{0,120}}?(?=\s+and\s+(?:said|added|reported)\b|[.;](?:\s|$)|$)",
    re.IGNORECASE,
)


def missed(
    text: str, sentence: Span, heard: Sequence[Attribution], known: Known, stands: Known
) -> Iterator[Attribution]:
    """What the encoder missed in one sentence, given what it heard there; `stands` is stricter than `known`."""
    said = [span for a in heard for span in (a.cue, *a.content) if span is not None]
    speakers = [a.speaker for a in heard if a.speaker is not None]
    for found in _candidates(text, sentence, known, stands):
        own = [span for span in (found.cue, *found.content) if span is not None]
        fresh = not any(span.overlaps(other) for span in own for other in (*said, *speakers))
        if fresh and not any(found.speaker and found.speaker.overlaps(other) for other in said):
            said += own
            yield found


def _candidates(text: str, sentence: Span, known: Known, stands: Known) -> Iterator[Attribution]:
    yield from _credited(text, sentence, stands)
    yield from _headline(text, sentence, stands)
    yield from _according(text, sentence, known)
    yield from _clauses(text, sentence, _neither(), _REST, known)
    yield from _clauses(text, sentence, _put(), _TOLL, known)
    yield from _clauses(text, sentence, _counted(), _NUMBER, known)
    yield from _clauses(text, sentence, _call(), _REST, known)


def _headline(text: str, sentence: Span, known: Known) -> Iterator[Attribution]:
    """ "Speaker: content"; and on a line of their own "Content - speaker", "Content, says speaker"."""
    start = entry(text, sentence).start
    found = _HEADLINE.fullmatch(text, start, sentence.end)
    if found and known(found.group(1)) and len(found.group(1).split()) < 6:
        colon = Span(start=found.end(1), end=found.end(1) + 1)
        yield Attribution(speaker=_span(found, 1), cue=colon, content=(_span(found, 2),))
        return
    if not _alone(text, sentence):
        return
    tail = max(start + 15, sentence.end - 75)
    if (found := _TRAILER.search(text, tail, sentence.end)) and known(found.group(1)):
        content = trim(text, Span(start=start, end=found.start()), " ,")
        cue = trim(text, Span(start=found.start(), end=found.start(1)), " ,")
        if content and cue:
            yield Attribution(speaker=_span(found, 1), cue=cue, content=(content,))


def _credited(text: str, sentence: Span, known: Known) -> Iterator[Attribution]:
    """A figure with whose it is in brackets at its end: "four killed (source: the governor)"."""
    start = entry(text, sentence).start
    found = _CREDIT.search(text, max(start, sentence.end - 120), sentence.end)
    if found is None or not known(found.group(2)):
        return
    content = trim(text, Span(start=start, end=found.start()), " ,")
    if content is not None and _FIGURE.search(text, content.start, content.end):
        yield Attribution(speaker=_span(found, 2), cue=_span(found, 1), content=(content,))


def _alone(text: str, sentence: Span) -> bool:
    """Whether a sentence is a line of its own."""
    before, after = text[max(0, sentence.start - 1) : sentence.start], text[sentence.end : sentence.end + 1]
    return before in ("", "\n") and after in ("", "\n", "\r")


def _according(text: str, sentence: Span, known: Known) -> Iterator[Attribution]:
    """ "According to X, content", "content, according to X"; by X's reckoning or tally likewise."""
    front, own, reckoned, owned = _reckonings()
    fronted = front.match(text, sentence.start, sentence.end) or own.match(text, sentence.start, sentence.end)
    rear = (sentence.start + 1, sentence.end)
    found = fronted or _TRAILING.search(text, *rear) or reckoned.search(text, *rear) or owned.search(text, *rear)
    if found is None or not known(found.group(2).strip(" ,;.")):
        return
    rest = (found.end(), sentence.end) if fronted else (sentence.start, found.start())
    content = trim(text, Span(start=rest[0], end=rest[1]), " ,;.")
    speaker = trim(text, _span(found, 2), " ,;.")
    if content and speaker:
        yield Attribution(speaker=speaker, cue=_span(found, 1), content=(content,))


@cache
def _reckonings() -> tuple[re.Pattern[str], ...]:
    """By the count of X, by X's count: before what is counted, and after it."""
    nouns, latest = "|".join(table("cues")["reckoned"]), "|".join(table("cues")["latest"])
    noun = rf"(?:(?:{latest})\s+)?(?:{nouns})"
    count, whose = rf"by\s+the\s+{noun}\s+of", r"(?:(?!(?:by|in)\b)[^\s,;:\"“”’']+\s+){0,5}[^\s,;:\"“”’']+"
    forms = (
        rf"(according\s+to|{count})\s+([^,;:\"“”\n]{{2,120}}),\s+",
        rf"(by|in)\s+({whose})['’]s\s+{noun},\s+",
        rf"(?<=,\s)({count})\s+([^,;:\"“”\n]{{2,120}}?)[.!?]?$",
        rf"\b(by|in)\s+({whose})['’]s\s+{noun}(?=[,.;]|$)",
    )
    return tuple(re.compile(form, re.IGNORECASE) for form in forms)


def subject(text: str, sentence: Span, cue: Span, known: Known) -> Span | None:
    """The noun phrase right before a cue, where it can speak."""
    start = max(sentence.start, cue.start - _NEAR)
    found = _SUBJECT.search(text[start : cue.start])
    if found is None or not known(found.group(1)):
        return None
    return Span(start=start + found.start(1), end=start + found.end(1))


def _clauses(
    text: str, sentence: Span, cues: re.Pattern[str], contents: re.Pattern[str], known: Known
) -> Iterator[Attribution]:
    """Subject, one of `cues`, and what `contents` matches after it, where the subject can speak."""
    for cue in cues.finditer(text, sentence.start, sentence.end):
        speaker = subject(text, sentence, _span(cue, 0), known)
        content = contents.match(text, min(cue.end() + 1, sentence.end), sentence.end)
        if speaker and content:
            yield Attribution(speaker=speaker, cue=_span(cue, 0), content=(_span(content, 0),))


def _span(found: re.Match[str], group: int) -> Span:
    return Span(start=found.start(group), end=found.end(group))


@cache
def _neither() -> re.Pattern[str]:
    tails = [tail for tail in table("cues")["neither"] if tail.startswith("neither")]
    return phrases([*tails, *(f"{verb} {tail}" for verb in ("has", "have", "had") for tail in tails)])


@cache
def _put() -> re.Pattern[str]:
    return phrases(f"{verb}{form}" for verb in ("", "has ", "have ", "had ") for form in ("put", "puts"))


@cache
def _counted() -> re.Pattern[str]:
    verbs = (
        "counts",
        "records",
        "counted",
        "recorded",
        "registered",
        "logged",
        "tallied",
        "reported",
        "announced",
        "claimed",
    )
    return phrases(f"{verb}{form}" for verb in ("", "has ", "have ", "had ") for form in verbs)


@cache
def _call() -> re.Pattern[str]:
    strong = ("call for", "call on", "call upon", "urge", "demand")
    forms = [form for verb in strong for form in inflect(verb) if not form.endswith("ing")]
    return phrases(f"{verb}{form}" for verb in ("", "has ", "have ", "had ") for form in forms)
