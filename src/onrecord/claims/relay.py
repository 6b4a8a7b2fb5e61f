"""Who only passes on, at the end of a sentence or from one sentence to the next.

"The mayor said it burnt, Mar News reports" is the mayor's word, through Mar News; "It burnt. This was reported by the
mayor, Mar News reports" likewise; "the mayor said it burnt, according to a statement" is still the mayor's alone.
"""

import re
from collections.abc import Callable, Sequence
from functools import cache

import msgspec

from onrecord.claims.lexicon import either, inflect, table
from onrecord.claims.stance import speech
from onrecord.claims.text import body, trim
from onrecord.records import Attribution, Span

Voiced = Callable[[Span], bool]
"""Whether a span names someone who can speak."""

_SHORT = 90
"""Characters of one who passes on, and after the name of when."""

_LONG = 1000
"""Characters of a sentence in which it is not looked for who said what."""

_APPOSED = r"(?:,\s+(?:(?!(?:and|but|while)\b)[^,;:\"“”\n]){2,80},)?"
_WHO = rf"(?:(?!(?:that|and|but|while)\b)[^\s,;:\"“”]+\s+){{0,9}}?[^\s,;:\"“”]+{_APPOSED}"
_THIS = re.compile(r"(?:about\s+)?(?:this|it)(?=\s+(?:at|in|on|during|to|via|by)\b|$)", re.IGNORECASE)
_ALONE = re.compile(r"(?:about\s+)?this|about\s+it", re.IGNORECASE)
_NAME = re.compile(r"(?<!\S)[^\W\d_a-z][\w’'-]+(?:\s+[^\W\d_a-z][\w’'-]+){1,2}$")


def relayed(
    text: str, sentence: Span, before: Span | None, heard: Sequence[Attribution], voiced: Voiced
) -> list[Attribution]:
    """The attributions of one sentence with those who only pass on folded into the others; `before` is the sentence
    before it, which "this" stands for."""
    heard = _stated(text, heard)
    tail = _passed().search(text, max(sentence.start, sentence.end - 2 * _SHORT), sentence.end) if heard else None
    if tail is not None and (carrier := Span(start=tail.start("who"), end=tail.end("who"))) and _carries(text, carrier):
        heard = _through(text, Span(start=sentence.start, end=tail.start()), before, carrier, heard, voiced)
    return [_back(text, a, before) for a in heard]


def _carries(text: str, carrier: Span) -> bool:
    """Whether a name passes on what others say: it begins with a capital, or is one who works for news."""
    words = carrier.of(text)
    return words[:1].isupper() or _press().search(words) is not None


def _stated(text: str, heard: Sequence[Attribution]) -> list[Attribution]:
    """The attributions without the statement in which one of them says it: "X said Y, according to a statement"."""
    papers = [a for a in heard if _issued(text, a)]
    said = [a for a in heard if a not in papers and a.speaker and a.cue and speech(text, a.cue)]
    told = [a for a in papers if any(_holds(a, b) for b in said)]
    return [_unlinked(text, a) for a in heard if a not in told] if told else list(heard)


def _holds(one: Attribution, other: Attribution) -> bool:
    """Whether what one says is what the other says, or that the other says it."""
    marks = [s for s in (other.speaker, other.cue, *other.content) if s is not None]
    return any(a.overlaps(b) for a in one.content for b in marks)


def _issued(text: str, attribution: Attribution) -> bool:
    """Whether "according to" names no more than a paper, which is nobody's by its words."""
    cue, speaker = attribution.cue, attribution.speaker
    if cue is None or speaker is None or cue.of(text).lower() != "according to" or speaker.start < cue.end:
        return False
    return _paper().match(speaker.of(text)) is not None


def _unlinked(text: str, attribution: Attribution) -> Attribution:
    chain = tuple(link for link in attribution.chain if not _paper().match(link.of(text)))
    return attribution if chain == attribution.chain else msgspec.structs.replace(attribution, chain=chain)


def _through(
    text: str, inner: Span, before: Span | None, carrier: Span, heard: Sequence[Attribution], voiced: Voiced
) -> list[Attribution]:
    """The attributions of what somebody passes on, each with the carrier in its chain."""
    if before is not None and (found := _reported(text, inner, before, voiced)):
        return [msgspec.structs.replace(found, chain=(carrier,))]
    free = [a for a in heard if not (a.speaker and a.speaker.overlaps(carrier))]
    own = [a for a in free if a.cue and inner.holds(a.cue)]
    others = [a for a in free if not (a.cue and inner.holds(a.cue))]
    if not own:
        if inner.end - inner.start > _LONG:
            return list(heard)
        found = _told(text, inner, voiced)
        if found is None:
            return list(heard)
        own = [found]
    linked = (msgspec.structs.replace(a, chain=tuple(dict.fromkeys((*a.chain, carrier)))) for a in own)
    rest = [a for a in heard if a not in own and a not in others and not any(_holds(a, b) for b in own)]
    return [*others, *rest, *(_full(text, a) for a in linked)]


def _full(text: str, attribution: Attribution) -> Attribution:
    """The attribution with the verb of which the carrier left the auxiliary alone: "has | neither confirmed nor"."""
    cue, first = attribution.cue, attribution.content[0]
    if (
        cue is None
        or cue.of(text).lower() not in ("has", "have", "had")
        or not cue.end < first.start < cue.end + _SHORT
    ):
        return attribution
    return msgspec.structs.replace(attribution, cue=trim(text, Span(start=cue.start, end=first.start), " ,") or cue)


def _reported(text: str, inner: Span, before: Span, voiced: Voiced) -> Attribution | None:
    """ "This was reported by X": X's word is the sentence before."""
    found = _by().fullmatch(text, body(text, inner).start, inner.end)
    if found is None or not _speaks(text, found, "who", voiced):
        return None
    return Attribution(speaker=_span(found, "who"), cue=_span(found, "cue"), content=_whole(text, before))


def _told(text: str, inner: Span, voiced: Voiced) -> Attribution | None:
    """Who said what, in what somebody passes on: "X said Y" or "Y, X said"."""
    start, end = body(text, inner).start, inner.end
    found = _first().fullmatch(text, start, end)
    if found is None or not _speaks(text, found, "who", voiced):
        last = (p.fullmatch(text, start, end) for p in _last())
        found = next((f for f in last if f and _speaks(text, f, "name", voiced)), None)
    if found is None or (content := trim(text, _span(found, "content"), " ,")) is None:
        return None
    if this := _THIS.match(text, content.start, content.end):
        content = Span(start=content.start, end=this.end())
    return Attribution(speaker=trim(text, _span(found, "who"), " ,"), cue=_span(found, "cue"), content=(content,))


def _back(text: str, attribution: Attribution, before: Span | None) -> Attribution:
    """ "The mayor announced this": what the sentence before says."""
    *others, last = attribution.content
    cue = attribution.cue
    if before is None or cue is None or not _ALONE.fullmatch(text, last.start, last.end) or last.start < cue.end:
        return attribution
    if not _says().search(cue.of(text)) or any(not before.holds(c) for c in others):
        return attribution
    return msgspec.structs.replace(attribution, content=_whole(text, before))


def _whole(text: str, sentence: Span) -> tuple[Span, ...]:
    """What a sentence says, without its dateline and its stop."""
    clean = trim(text, body(text, sentence), " .\n")
    return (clean or sentence,)


def _speaks(text: str, found: re.Match[str], group: str, voiced: Voiced) -> bool:
    """Whether what was found can speak, by itself or by the name that it ends in: "the chief engineer Ada Orm"."""
    name = _NAME.search(text, found.start(group), found.end(group))
    return voiced(_span(found, group)) or (name is not None and voiced(Span(start=name.start(), end=found.end(group))))


def _span(found: re.Match[str], group: str) -> Span:
    return Span(start=found.start(group), end=found.end(group))


@cache
def _passed() -> re.Pattern[str]:
    """ ", Mar News reports." at the end of a sentence."""
    known = table("venues")
    when = rf"(?:(?:on|late\s+on)\s+)?(?:{either(known['weekdays'])}|{either(known['times'])})"
    verbs = r"(?:reports?|reported|writes?|wrote|has\s+reported|quoted\s+(?:him|her|it|them)\s+as\s+saying)"
    return re.compile(
        rf",\s+(?P<who>(?:[^\s,;:\"“”]+\s+){{0,6}}?[^\s,;:\"“”]+)\s+{verbs}(?:\s+{when})?\s*[.!]?$", re.IGNORECASE
    )


@cache
def _press() -> re.Pattern[str]:
    """Nouns of those who work for news."""
    return re.compile(rf"\b(?:{either(table('speakers')['nouns']['press'])})\b", re.IGNORECASE)


@cache
def _paper() -> re.Pattern[str]:
    """A paper of which no word says whose it is."""
    papers = either(table("speakers")["nouns"]["issued"] + ["post"])
    return re.compile(rf"(?:an?|the|its|his|her|their)\s+(?:[\w-]+\s+)?(?:{papers})(?!\s+(?:of|by|from|to)\b)", re.I)


@cache
def _says() -> re.Pattern[str]:
    """Verbs of saying that can have "this" for what is said."""
    verbs = ("say|said", "tell|told", "report", "announce", "state", "write|wrote", "post", "declare")
    return re.compile(rf"\b(?:{'|'.join(sorted({f for verb in verbs for f in inflect(verb)}))})\b", re.IGNORECASE)


@cache
def _cue() -> str:
    cues = table("cues")
    forms = sorted({f for group in ("say", "deny") for verb in cues[group] for f in inflect(verb)}, key=len)
    verbs = "|".join(form.replace(" ", r"\s+") for form in [*reversed(forms)])
    aux = r"(?:(?:has|have|had|also|later|earlier|previously)\s+){0,3}"
    return rf"(?P<cue>{aux}(?:{verbs}|{either(cues['neither'])}))"


@cache
def _first() -> re.Pattern[str]:
    """ "X said Y": who, cue and content."""
    lead = r"(?:(?:while|but|and|meanwhile,?)\s+)?"
    return re.compile(rf"{lead}(?P<who>{_WHO})\s+{_cue()}\s+(?:that\s+)?(?P<content>\S.{{8,}})", re.IGNORECASE)


@cache
def _last() -> tuple[re.Pattern[str], ...]:
    """ "Y, Ada Orm, head of Z, said on Telegram", "Y, X said": content, who (and in it the name), cue."""
    name = r"(?P<name>(?-i:[A-Z])[\w’'-]+(?:\s+(?-i:[A-Z])[\w’'-]+){1,3})"
    end = rf"\s+{_cue()}(?:\s+[^,;:\"“”]*)?"
    return (
        re.compile(
            rf"(?P<content>\S.{{8,}}?),\s+(?P<who>{name},\s+(?-i:[a-z])[^,;:\"“”]{{2,80}}),{end}", re.IGNORECASE
        ),
        re.compile(rf"(?P<content>\S.{{8,}}),\s+(?P<who>(?P<name>[^,;:\"“”]{{2,80}}?)){end}", re.IGNORECASE),
    )


@cache
def _by() -> re.Pattern[str]:
    """ "This was reported by X"."""
    verbs = either(["reported", "announced", "stated", "said", "confirmed", "told", "written", "posted", "informed"])
    cue = rf"(?P<cue>(?:was|is|has\s+been|were)\s+(?:also\s+|earlier\s+)?(?:{verbs})\s+by)"
    return re.compile(rf"(?:this|that|it)\s+{cue}\s+(?P<who>[^;:\"“”]{{2,140}})", re.IGNORECASE)
