"""Reported speech: the sentence must be a frame that the claim allows round all of its characters, in their order."""

import re
from datetime import timedelta
from itertools import pairwise, product

from onrecord.briefing.lexicon import Verb, clauses, inside, words
from onrecord.briefing.proof import names, times
from onrecord.briefing.proof.stack import Stack
from onrecord.briefing.proof.tokens import Token, alike, keyed, tokens
from onrecord.records import Claim, Evidence, Extent, PlaceRole, Sentence, Span, Stance

_ENDS = (".", "!", "?")
DATELINE = re.compile(r"[^.!?\n]{0,60}\([^)\n]{1,30}\)\s*[-–—]+")
"""What a wire prints before its first sentence."""
LABEL = re.compile(r"[A-Z][^\s:.]*(?: [^\s:.]+){0,3}:")
"""What a bulletin prints before a sentence on a matter: "Response:"."""


def speech(sentence: Sentence, stack: Stack, met: set[str], dated: bool) -> str | None:
    """None if the sentence is reported speech that its first claim allows; else why not."""
    lead = stack.claims[sentence.claims[0]]
    spans = tuple(e.span for e in sentence.evidence if e.document == lead.document)
    if not whole(spans, lead, stack):
        return "its evidence is not the whole of what was said"
    if names.heard(lead, stack) is None:
        return "its speaker is not known"
    verb, aside = names.cue(lead, stack), names.aside(lead, stack)
    if verb is None or aside is None:
        return "no verb or hedge of the house fits what the source printed"
    reason = _barred(lead, verb, spans, stack)
    if reason is not None:
        return reason
    found = keyed(tokens(sentence.text), stack.story.style)
    for before, after in frames(lead, verb, aside, spans, stack, met, dated):
        middle = between(found, before, after, stack)
        if middle is not None and aligned(middle, lead, spans, sentence, stack):
            return None
    return "its words are not those of the cited characters in a frame that their speaker, verb and stance allow"


def _barred(lead: Claim, verb: Verb, spans: tuple[Span, ...], stack: Stack) -> str | None:
    """Why the words may not be told as reported speech at all."""
    text = " ".join(s.of(stack.text(lead)) for s in spans)
    bare = [t.text.lower() for t in tokens(re.sub(r"“[^”]*”|\"[^\"]*\"", "", text))]
    told = _third(tokens(re.sub(r"“[^”]*”|\"[^\"]*\"", "", text)), lead, stack)
    if {t.text.lower() for t in told} & words().first_person:
        return "it speaks in the first person outside quotation marks"
    negated = set(bare) & words().negation or any(t.endswith(("n't", "n’t")) for t in bare)
    cue = lead.attribution.cue
    follows = verb.that == "needed" and cue is not None and cue.start >= spans[-1].end
    if verb.that == "needed" and not follows and not thatted(lead, spans, stack):
        return "the source may have printed no clause"
    untrue = re.match(words().untrue, text)
    if (verb.needs == "negation" and not negated) or (verb.needs == "untrue" and not untrue):
        return "it denies without a word of denial"
    if names.stranger(lead, stack) and lead.stance not in (Stance.ASSERTED, Stance.HEDGED):
        return "an unnamed speaker's stance is not told"
    return None


def whole(spans: tuple[Span, ...], claim: Claim, stack: Stack) -> bool:
    """Whether spans are all of a claim's content, or one whole sentence of it."""
    content = claim.attribution.content or (claim.proposition,)
    if spans == tuple(content):
        return True
    text = stack.text(claim)
    if len(content) > 1:
        return _sentence(spans, tuple(content), text)
    if len(spans) != 1 or len(content) != 1 or not content[0].holds(spans[0]):
        return False
    span = spans[0]
    before, after = text[content[0].start : span.start].rstrip(), text[span.end : content[0].end].lstrip('"”’» ')
    label = claim.attribution.cue is None and LABEL.fullmatch(before) and not _claims(before)
    opens = not before or DATELINE.fullmatch(before) or label or before.rstrip('"”’»').endswith(_ENDS)
    closes = not after.strip() or text[span.start : span.end].rstrip('"”’» ').endswith(_ENDS)
    return bool(opens) and closes and span.overlaps(claim.proposition)


def _sentence(spans: tuple[Span, ...], content: tuple[Span, ...], text: str) -> bool:
    """Whether spans are pieces of a content that follow each other, and a sentence ends before and behind them."""
    at = next((i for i in range(len(content)) if content[i : i + len(spans)] == spans), None) if spans else None
    if at is None:
        return False
    end = at + len(spans)
    ahead = at == 0 or re.search(r"[.!?]\W*$", text[content[at - 1].end : content[at].start])
    behind = end == len(content) or re.search(r"[.!?]\W*$", text[content[end - 1].end : content[end].start])
    inside = [text[a.end : b.start] for a, b in pairwise(spans)]
    return bool(ahead and behind) and not any(re.search(r"[.!?]\W*$", gap) for gap in inside)


def _claims(label: str) -> bool:
    """Whether what stands before a colon says something itself: "It is false:", "Nobody believes this:"."""
    bare = {t.text.lower() for t in tokens(label)}
    verbs = {*clauses().finite, *clauses().past, *clauses().present}
    return not bare.isdisjoint(verbs) or any(w in label.lower() for w in words().debunk)


def frames(
    lead: Claim, verb: Verb, aside: str, spans: tuple[Span, ...], stack: Stack, met: set[str], dated: bool
) -> list[tuple[str, str]]:
    """What may stand before and after the content."""
    on = times.printed(stack.published(lead).astimezone(stack.story.zone).date(), stack.day.year) if dated else ""
    when = f" on {on}" if on else ""
    if names.stranger(lead, stack):
        name = inside(names.heard(lead, stack) or "")
        outlet = names.via(lead, stack) or names.outlet(lead, stack)
        return [(f"{outlet} reported{when}, citing {name}{f' and {aside}' if aside else ''}, that", "")]
    who = names.cited(lead, stack, met)
    venue = stack.printed(lead, lead.attribution.venue) if lead.stance is not Stance.NEITHER else ""
    half = venue.split()[-1:] and venue.split()[-1].lower() in words().open
    heard = {w.lower() for w in re.findall(r"[\w-]+", venue)} & words().venues
    spot = f" {venue}" if re.match(r"(?:on|in|at|via|during|to|through) ", venue) and heard and not half else ""
    place = _scene(lead, spans, stack) if verb.print in words().placed else ""
    made = []
    for that, of in product(_thats(lead, verb, spans, stack), dict.fromkeys(("", f" of {place}" if place else ""))):
        if that or not of:
            made.append((f"{who} {verb.print}{of}{spot}{when}{f', {aside},' if aside else ''}{that}", ""))
        cue = lead.attribution.cue
        if verb.tail and len(spans) == 1 and cue is not None and cue.start >= spans[-1].end:
            made.append(("", f", {who} {verb.print}{of}{spot}{when}{f', {aside}' if aside else ''}"))
    return made


def _thats(lead: Claim, verb: Verb, spans: tuple[Span, ...], stack: Stack) -> tuple[str, ...]:
    """Whether "that" stands before the content: a verb that also takes a noun may have it, and has it if printed."""
    if verb.that in ("always", "needed"):
        return (" that",)
    if verb.that != "source":
        return ("",)
    if thatted(lead, spans, stack):
        return (" that",)
    return ("", " that") if lead.stance in (Stance.ASSERTED, Stance.HEDGED) else ("",)


def _scene(lead: Claim, spans: tuple[Span, ...], stack: Stack) -> str:
    """The only settlement of the report's claims, if its speaker placed in it what was said last before the spans."""
    told = [c for c in stack.claims.values() if c.document == lead.document]
    named = {p.name for c in told for p in c.places if p.precision is Extent.SETTLEMENT}
    ahead = [c for c in told if names.heard(c, stack) == names.heard(lead, stack)]
    ahead = sorted((c for c in ahead if c.proposition.end <= spans[0].start), key=lambda c: c.proposition.end)
    if len(named) != 1 or not ahead:
        return ""
    (place,) = named
    return place if any(p.name == place and p.role is PlaceRole.AT for p in ahead[-1].places) else ""


def thatted(lead: Claim, spans: tuple[Span, ...], stack: Stack) -> bool:
    """Whether the report itself prints "that" before the content."""
    text = stack.text(lead)
    start = spans[0].start
    return bool(re.match(r"[Tt]hat\b", text[start : start + 5])) or bool(
        re.search(r"(?<!\w)that\s*$", text[max(0, start - 12) : start])
    )


def between(found: list[Token], before: str, after: str, stack: Stack) -> list[Token] | None:
    """The tokens that stand between a frame's beginning and its end; None where the frame does not fit."""
    style = stack.story.style
    head, tail = keyed(tokens(before), style), keyed(tokens(f"{after}."), style)
    if len(found) < len(head) + len(tail) + 1:
        return None
    front, back = found[: len(head)], found[len(found) - len(tail) :]
    fits = all(alike(a, b, i == 0) for i, (a, b) in enumerate(zip(front, head, strict=True)))
    return (
        found[len(head) : len(found) - len(tail)] if fits and [t.key for t in back] == [t.key for t in tail] else None
    )


def aligned(middle: list[Token], lead: Claim, spans: tuple[Span, ...], sentence: Sentence, stack: Stack) -> bool:
    """Whether the tokens are those of the spans, one by one; times that depend on their day may be dated."""
    claims = [stack.claims[c] for c in sentence.claims if stack.claims[c].document == lead.document]
    return match(middle, source(lead, spans, stack), dates(claims, stack), stack) == len(middle)


def source(lead: Claim, spans: tuple[Span, ...], stack: Stack) -> list[Token]:
    """The tokens of the spans as they may be printed: without a leading "that" and marks at either end."""
    text, style = stack.text(lead), stack.story.style
    basis = names.ahead(lead, stack)
    parts: list[list[Token]] = []
    ends = _joints(text, spans)
    for span, end in zip(spans, (*ends, "."), strict=True):
        start = basis[0] if basis and basis[0] < span.end and span is spans[0] and _opens(span, lead) else span.start
        part = keyed(tokens(text[start : span.end], start), style)
        if part and part[0].key in ("that", "That"):
            part = part[2:] if part[1:2] and part[1].key == "," else part[1:]
        parts.append(_trimmed(part, ",;:" if end[0] == "," else ",;:.!"))
    made = list(parts[0])
    for end, part in zip(ends, parts[1:], strict=True):
        made += [*(Token(t, t, -1, -1) for t in end.split()), *part]
    return _third(made, lead, stack)


def _third(found: list[Token], lead: Claim, stack: Stack) -> list[Token]:
    """The tokens with a body's "our" told as "its", and its "we" as "it" before a verb that stays as it is, outside
    quotation marks; as they are where a person speaks, or another than the channel's own body."""
    name = names.heard(lead, stack)
    own = lead.attribution.cue is None and stack.source(lead).speaker == name
    if not own or name in {person.name for _, person in stack.people()} or _rivals(found):
        return found
    made, quoting = list[Token](), False
    for token, after in zip(found, [*found[1:], None], strict=True):
        quoting = token.text == "“" or (quoting != (token.text == '"') and token.text != "”")
        low = token.text.lower()
        told = "its" if low == "our" else "it" if low == "we" and after is not None and _stays(after.text) else low
        if quoting or told == low:
            made.append(token)
        else:
            word = told.capitalize() if token.text[0].isupper() else told
            made.append(Token(word, word, token.start, token.end))
    return made


def _rivals(found: list[Token]) -> bool:
    """Whether the words before the last "our" have anybody but the channel's body for "its" to be taken for."""
    ours = [at for at, token in enumerate(found) if token.text.lower() == "our"]
    for at in range(ours[-1] if ours else 0):
        text, behind = found[at].text, found[at - 1].text if at else ""
        if text.lower() in words().owners or text.endswith(("'s", "’s", "s'", "s’")):
            return True
        placed = behind.lower() in words().whereat or behind.isdigit()
        if text[:1].isupper() and text.lower() not in words().opening and not placed:
            return True
    return False


def _stays(verb: str) -> bool:
    """Whether a verb is the same of many as of one: a past, or "could"."""
    regular = re.fullmatch(r"[a-z]{2,}[^e\W]ed", verb) is not None
    return regular or verb in {*words().unbending, *clauses().past, *clauses().both}


def _joints(text: str, spans: tuple[Span, ...]) -> list[str]:
    """What stands between pieces of a content: the "and" or "but" of the text between them, or a semicolon where that
    ends in more than a comma."""
    gaps = (text[a.end : b.start].rstrip(' "“”«»\n') for a, b in pairwise(spans))
    return [_joint(gap) for gap in gaps]


def _joint(gap: str) -> str:
    last = gap.split()[-1:]
    if last in (["and"], ["but"]):
        return f", {last[0]}"
    return ";" if gap.endswith((";", ":", ".", "!", "?")) else ","


def _opens(span: Span, lead: Claim) -> bool:
    """Whether a span begins where the content does."""
    return span.start <= (lead.attribution.content or (lead.proposition,))[0].start


def _trimmed(part: list[Token], marks: str) -> list[Token]:
    """Tokens without marks at their end, nor a comma before the quotation mark that closes them."""
    while part and part[-1].text in marks:
        part = part[:-1]
    closed = len(part) > 1 and part[-1].text in '"”' and part[-2].text in ",;"
    return [*part[:-2], part[-1]] if closed else part


def dates(claims: list[Claim], stack: Stack) -> dict[tuple[int, int], str]:
    """Where a moment's words stand, and the phrase that may be printed for them."""
    made: dict[tuple[int, int], str] = {}
    for claim in claims:
        made |= _weekday(claim, stack)
        told = times.phrase(claim.moment, stack.story.zone, stack.day.year)
        if told is not None and claim.moment is not None and claim.moment.span is not None:
            span, text = claim.moment.span, stack.text(claim)
            made[(span.start, span.end)] = told
            if before := re.search(r"\b(?:[Oo]n|[Ii]n|[Dd]uring)\s+$", text[max(0, span.start - 10) : span.start]):
                made[(span.start - len(before[0]), span.end)] = told
    return made


def _weekday(claim: Claim, stack: Stack) -> dict[tuple[int, int], str]:
    """Where a moment's words name the weekday on which it ends, and its date."""
    at = claim.moment
    if at is None or at.span is None or at.latest is None:
        return {}
    day = (at.latest - timedelta(microseconds=1)).astimezone(stack.story.zone).date()
    start = at.span.of(stack.text(claim)).find(name := f"on {words().weekdays[day.weekday()]}")
    if start < 0:
        return {}
    start += at.span.start
    end, date = start + len(name), times.printed(day, stack.day.year)
    for mark in (", ", " "):
        if stack.text(claim).startswith(f"{mark}{date}", end):
            end += len(mark) + len(date)
            break
    return {(start, end): f"on {date}"}


def match(found: list[Token], wanted: list[Token], dated: dict[tuple[int, int], str], stack: Stack) -> int | None:
    """How many of the found tokens are all of the wanted ones in order; None where one is not."""
    at = i = 0
    while i < len(wanted):
        replaced = _dated(found, at, wanted, i, dated, stack)
        if replaced is not None:
            at, i = replaced
            continue
        if at >= len(found) or not alike(found[at], wanted[i], i == 0 or wanted[i - 1].start < 0):
            return None
        at, i = at + 1, i + 1
    return at


def _dated(
    found: list[Token], at: int, wanted: list[Token], i: int, dated: dict[tuple[int, int], str], stack: Stack
) -> tuple[int, int] | None:
    """The next positions after a time that was printed as a date; None where none stands here."""
    for (start, end), told in dated.items():
        if wanted[i].start != start:
            continue
        after = next((k for k in range(i, len(wanted)) if wanted[k].start >= end), len(wanted))
        phrase = keyed(tokens(told), stack.story.style)
        here = found[at : at + len(phrase)]
        if len(here) == len(phrase) and all(alike(a, b, i == 0) for a, b in zip(here, phrase, strict=True)):
            return at + len(phrase), after
    return None


def quoted(sentence: Sentence) -> bool:
    """Whether every quotation in the sentence stands between quotation marks in its evidence, to the letter; a comma
    before the mark that closes it may be left out."""
    texts = [" ".join(e.quote.split()) for e in sentence.evidence]
    marks = re.findall(r"“[^”]*”|\"[^\"]*\"|«[^»]*»", sentence.text)
    return all(any(m in t or f"{m[:-1]},{m[-1]}" in t for t in texts) for m in marks)


def primary(sentence: Sentence, lead: Claim) -> tuple[Evidence, ...]:
    """The evidence in the lead claim's own document."""
    return tuple(e for e in sentence.evidence if e.document == lead.document)
