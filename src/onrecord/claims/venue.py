"""An attribution as the encoder saw it -> one whose cue is the verb phrase alone, with the venue beside it.

"said late on Friday in his nightly address" becomes cue "said" and venue "in his nightly address"; days and manners
("on condition of anonymity") go. The words are data/venues.toml.
"""

import re
from functools import cache

import msgspec

from onrecord.claims.lexicon import either, phrases, table
from onrecord.claims.text import trim
from onrecord.records import Attribution, Span

_REACH = 160
"""How many characters after a cue may tell where and when it was said."""

_STRAY = 40
"""And how many before a word may begin the time or manner that it is a stray word of."""

_LEAST = 5
"""Characters that a venue has at least: "on X"."""

_ACTS = r"(?:comment|report|note|post|call|tweet|release|update|address|message|page|email|notice|debate|question)s?"
"""Venues that are verbs as well: "declined to comment"."""

_PART = re.compile(r"[\w’'-]*[\w-]$")
_INFINITIVE = re.compile(rf"(?:on\s+)?to\s+{_ACTS}\b", re.IGNORECASE)
_TELL = re.compile(r"(?:\b|^)(?:told|tells?|telling|informed)$", re.IGNORECASE)
_ASSURE = re.compile(r"(?:\b|^)(?:assured|assures|reminded|reminds|notified|warned)$", re.IGNORECASE)
_APART = (
    r"(?:that|by|in|on|at|from|to|when|after|before|during|with|over|outside|because|who|late|early|live|this|last|next|a|the"
    r"|against|about|afterwards?|later|he|she|it|they|had|has|was|were|is|are)\b"
)
_STOP = rf"(?=\s*(?:[,.;:“”\"]|$)|\s+{_APART})"
_WORD = rf"(?:\s+(?!{_APART})[\w’'-]*\w)"
_NOUN = rf"(?:\s+(?!{_APART})[a-z][\w-]*\w)"
_REST = re.compile(rf"(?:['’]s?)?(?:\s+(?:of|and)\s+[A-Z]\w+(?:['’]s)?)?{_NOUN}{{0,4}}?{_STOP}")
"""What a hearer's name goes on with: "the Chamber | of Deputies", "the Chamber | 's rights committee"."""
_OTHERS = re.compile(
    rf"\s+((?:them|him|her|us)\b|(?:an?|the|his|its|their|both)\b{_WORD}{{1,3}}?|[A-Z]{{2,}}s?){_STOP}"
)
"""Whom somebody told who is none of the known hearers, as far as the next mark, clause or time."""
_BETWEEN = rf"(?:(?!(?:to\s+{_ACTS}|that|and|but|which|who|said|says|was|were|is|are|had|has|have)\b)[\w’'.&-]+\s+)"
_AUXILIARY = re.compile(r"(?:\s*(?:has|have|had|was|were|been|being|is|are|also|not|did|does|do))+", re.IGNORECASE)
_TOWN = r"(?:\s+in\s+(?-i:[A-Z])[\w’'-]*(?<!\.))?"
_SPOT = r"(?:\s+(?:at|on|aboard|outside)\s+(?:the|his|her|its|a)\s+[a-z]+(?![\w’'-]))?"
_GUEST = r"(?:\s+with\s+(?:the\s+)?(?-i:[A-Z])[\w’'&.-]*(?:\s+(?-i:[A-Z])[\w’'&.-]*){0,3}(?<!\.))?"


def settle(text: str, attribution: Attribution, sentence: Span) -> Attribution:
    """The attribution with its cue trimmed and its venue set, looking no further than its sentence and its content."""
    cue = attribution.cue
    if cue is None or cue.of(text).lower().startswith("according"):
        return attribution
    bound = min([c.start for c in attribution.content if c.start >= cue.end] + [sentence.end, cue.end + _REACH])
    at = _verb(text, cue, max(bound, cue.end))
    head = trim(text, Span(start=cue.start, end=at), ",;") or cue
    venue = _walk(text, head.end, max(bound, cue.end))
    speaker = attribution.speaker
    if venue is None and speaker is not None and speaker.start >= cue.end:
        venue = _walk(text, speaker.end, max(sentence.end, speaker.end))
    fronted = _fronted(text, attribution, sentence)
    if fronted and speaker and speaker.start < fronted.end < speaker.end:
        speaker = trim(text, Span(start=fronted.end, end=speaker.end), ",") or speaker
    venue = venue or fronted or _seen(text, attribution) or _whom(text, head.end, max(bound, cue.end))
    return msgspec.structs.replace(attribution, speaker=speaker, cue=head, venue=venue)


def _verb(text: str, cue: Span, bound: int) -> int:
    """Where the verb of a cue ends: at the first time, manner or venue after more than its auxiliaries."""
    for found in _tail().finditer(text, cue.start + 1, bound):
        if found.start() >= cue.end:
            break
        if not _AUXILIARY.fullmatch(text, cue.start, found.start()):
            return found.start()
    return cue.end


def _seen(text: str, attribution: Attribution) -> Span | None:
    """The venue that the encoder saw, unless it is a stray word of one, a time or a manner."""
    venue = attribution.venue and _entire(text, attribution.venue)
    if venue is None or len(venue.of(text)) < _LEAST or _INFINITIVE.match(venue.of(text)):
        return None
    around = _tail().finditer(text, max(0, venue.start - _STRAY), venue.end + _REACH)
    stray = any(f.start() <= venue.start and f.end() >= venue.end and not f.group("venue") for f in around)
    return None if stray else venue


def _entire(text: str, venue: Span) -> Span:
    """A venue that begins inside a word, from that word on: "state-owned Mar News", not "owned Mar News"."""
    begin = _PART.search(text, max(0, venue.start - _STRAY), venue.start)
    return Span(start=begin.start(), end=venue.end) if begin else venue


def _walk(text: str, at: int, bound: int) -> Span | None:
    """The venue that lies among the hearers, times and manners which follow `at`."""
    parts: list[Span] = []
    if (hearer := _heard(text, at, bound)) is not None:
        parts.append(hearer)
        at = hearer.end
    while step := _tail().match(text, at, bound):
        if step.group("venue"):
            parts.append(Span(start=step.start("venue"), end=step.end("venue")))
        at = step.end()
    return Span.cover(*parts) if parts else None


def _heard(text: str, at: int, bound: int) -> Span | None:
    """The known hearer whom somebody told, with what the name goes on with."""
    known = _hearer().match(text, at, bound) if _TELL.search(text, max(0, at - 12), at) else None
    if known is None:
        return None
    rest = _REST.match(text, known.end(1), bound)
    return Span(start=known.start(1), end=rest.end() if rest else known.end(1))


def _whom(text: str, at: int, bound: int) -> Span | None:
    """Whom else somebody told, or assured "that"."""
    told = _TELL.search(text, max(0, at - 12), at)
    other = _OTHERS.match(text, at, bound) if told or _ASSURE.search(text, max(0, at - 12), at) else None
    if other is None or not (told or text.startswith(" that ", other.end(1))):
        return None
    return Span(start=other.start(1), end=other.end(1))


def _fronted(text: str, attribution: Attribution, sentence: Span) -> Span | None:
    """A venue that begins the sentence, before the speaker: "In his nightly address, ..."."""
    found = _front().match(text, sentence.start, min(sentence.end, sentence.start + _REACH))
    first = min(s.end for s in (attribution.cue, attribution.speaker) if s is not None)
    inside = any(c.start < sentence.start + 1 for c in attribution.content)
    if found is None or found.end() > first or inside:
        return None
    return Span(start=found.start("venue"), end=found.end("venue"))


@cache
def _tail() -> re.Pattern[str]:
    """One step after a verb of saying: a time, a manner, or a venue (named group)."""
    known = table("venues")
    weekday, month = f"(?:{either(known['weekdays'])})", f"(?:{either(known['months'])})"
    days = rf"(?:(?:late|early|earlier|later)\s+)?(?:on\s+|in\s+)?(?:(?:the|this|last|next|that)\s+)?{weekday}"
    day = rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s+{month}|{month}\s+\d{{1,2}})"
    dates = rf"(?:on\s+)?{day}(?:,?\s+\d{{4}})?"
    part = r"(?:\s+(?:morning|afternoon|evening|night|local\s+time))?"
    clock = r"at\s+\d{1,2}[:.]\d\d(?:\s*[ap]\.?m\.?)?(?:\s+local\s+time)?"
    times = rf"(?:{days}{part}|{dates}|{clock}|{either(known['times'])})"
    return re.compile(
        rf"[\s,]*(?<!\w)(?:{_venue()}|(?:{times}|{either(known['manners'])}))(?!\w)",
        re.IGNORECASE,
    )


@cache
def _front() -> re.Pattern[str]:
    first = rf"(?:(?:writing|speaking|posting)\s+)?{_plain()}{_GUEST}{_TOWN}"
    return re.compile(rf"[\"“]?(?P<venue>{first}(?:\s+{_plain()})?),?\s", re.IGNORECASE)


@cache
def _hearer() -> re.Pattern[str]:
    """Whom a speaker told: a name, or one of the known hearers."""
    owner = r"(?:(?:the|a|an|his|her|its|state|local|state-run|public|private)\s+)*"
    sort = r"(?:news\s+)?(?:agency|broadcaster|channel|newspaper|outlet|station|website|magazine|daily)\s+"
    bodies = r"(?:news\s+agency|agency|broadcaster|channel|newspaper|outlet|station|website|magazine|daily|parliament)"
    more = rf"(?:\s+(?-i:[A-Z0-9])[\w&-]*(?![\w’'])){{0,4}}(?:\s+(?:(?-i:[a-z])+\s+){{0,2}}?{bodies})?"
    name = rf"(?-i:[A-Z])[\w’'&-]*{more}"
    weekday = rf"(?!(?:{either(table('venues')['weekdays'])})\b)"
    known, heads = phrases(table("venues")["hearers"]).pattern, either(table("venues")["heads"])
    return re.compile(
        rf"\s+({owner}(?:{sort})?{weekday}{name}(?:\s+(?:{heads}))?|(?:local\s+)?(?:{known}){_SPOT}{_TOWN})(?!\w)",
        re.IGNORECASE,
    )


def _venue() -> str:
    whole = either(table("venues")["whole"])
    return rf"(?P<venue>(?:{whole})|(?:(?:writing|speaking|posting)\s+)?{_plain()}{_sent()}{_GUEST}{_TOWN})"


def _sent() -> str:
    """Whom a letter, a post or a speech is for, as far as the next mark or clause."""
    known = table("venues")
    sending = either(known["sending"])
    whom = r"(?:[\w’'&-]+\s+){0,3}?[\w’'&-]+(?=\s*(?:[,.;:”\"]|$)|\s+(?:that|on|in|at|late|early)\b)"
    return rf"(?:(?:\s+(?:{sending}))?\s+to\s+{whom})?"


def _plain() -> str:
    known = table("venues")
    return (
        rf"(?!to\s+{_ACTS}\b)(?:{either(known['prepositions'])})\s+{_BETWEEN}{{0,6}}?(?:{either(known['heads'])})(?!\w)"
    )
