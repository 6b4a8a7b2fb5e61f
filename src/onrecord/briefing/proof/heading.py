"""The headline: each part is one of its leads, cut only where nothing that limits it is lost."""

import re
from collections import Counter

from onrecord.briefing.lexicon import clauses, kinds, line, measures, verbal, words
from onrecord.briefing.proof import content, count, names, pair, times, toll
from onrecord.briefing.proof.stack import Stack
from onrecord.briefing.proof.statement import form
from onrecord.briefing.proof.tokens import Token, alike, keyed, same, tokens
from onrecord.briefing.proof.typed import differing, joined, shared
from onrecord.records import Briefing, Claim, Measure, Sentence, Span, Stance

_UNDATED = re.compile(r".+? put (.+ at .+?) (?:on|by) \d.*?, ((?:up|down) from .+?)(?: (?:on|by) \d[^,]*)?\.")
"""A changed figure: what stands at what, and what it was, without their dates."""


def headline(briefing: Briefing, stack: Stack) -> str | None:
    """None if the headline says nothing that its leads do not attribute; else why not."""
    end = f": {line('headline', number=times.figure(stack.story.number(stack.day)))}"
    told = {s.id: s for section in briefing.sections if section.name != "background" for s in section.sentences}
    if not briefing.headline.endswith(end) or any(lead not in told for lead in briefing.leads):
        return "it does not end in the day, or stands on sentences that are not there"
    body = briefing.headline.removesuffix(end)
    if body[:1] != body[:1].upper() or len(set(briefing.leads)) != len(briefing.leads) or len(briefing.leads) > 2:
        return "it is not one or two leads"
    if not briefing.leads:
        return None if body == line("plain" if told else "quiet") else "it stands on nothing"
    leads = [told[lead] for lead in briefing.leads]
    parts = body.split("; ")
    for cut in range(1, len(parts) + 1):
        split = ["; ".join(parts[:cut]), "; ".join(parts[cut:])] if cut < len(parts) else [body]
        if len(split) == len(leads) and all(says(p, s, stack) for p, s in zip(split, leads, strict=True)):
            return None
    return "it says what its leads do not say"


def says(part: str, sentence: Sentence, stack: Stack) -> bool:
    """Whether a part of the headline says what its sentence says, of the same speaker."""
    if any(c not in stack.claims for c in sentence.claims):
        return False
    claims = [stack.claims[c] for c in sentence.claims]
    part = _single(part, names.brief(claims[0], stack))
    shape = form(sentence.text)
    if shape == "joint":
        who = joined([names.brief(c, stack) for c in claims])
        return any(same(part, f"{who} report {kinds()[claims[0].kind].phrase} in {p}") for p in shared(claims))
    if shape == "tally":
        return _tally(part, sentence, claims, stack)
    if shape == "change":
        told = _UNDATED.fullmatch(sentence.text)
        who = names.brief(claims[0], stack)
        return told is not None and same(part, f"{who} puts {told[1].removesuffix(',')}, {told[2]}")
    if shape == "differ":
        return same(part, differing(sentence, stack) or "")
    if shape == "toll" and toll.toll(sentence, stack, set()) is None:
        body = sentence.text.partition(" said that ")[2].removesuffix(".")
        return same(part, f"{names.brief(claims[0], stack)} says {body}")
    if shape == "more" and (parts := pair.halves(sentence, stack)) is not None:
        lefts = (f"{left}." for left in (sentence.text[: m.start()] for m in re.finditer(pair.MORE, sentence.text)))
        return any(_speech(part, pair.part(left, parts.claim, parts.told), claims[0], stack) for left in lefts)
    if shape == "pair" and (parts := pair.halves(sentence, stack)) is not None:
        halves = pair.split(sentence.text, pair.contrary(sentence, parts))
        first = (pair.part(left, parts.claim, parts.told) for left, _ in halves)
        return any(_speech(part, half, claims[0], stack) for half in first)
    return shape in ("unit", "pair", "toll", "more") and _speech(part, sentence, claims[0], stack)


def _single(part: str, who: str) -> str:
    """A part whose speaker is many ("Arland's prosecutors say") with the verb that its sentence is held against."""
    head = re.sub(r" (?:at|for|from|in|of|on|to|with) .*", "", who)
    many = re.search(r"(?<!\w)[a-z]+[^\Ws]s$", head)
    verb = re.match(r"(?:, [^,]+,)? (?:call|put|report|say|write)\b", part[len(who) :]) if many else None
    at = len(who) + verb.end() if verb else 0
    return f"{part[:at]}s{part[at:]}" if at else part


def _tally(part: str, sentence: Sentence, claims: list[Claim], stack: Stack) -> bool:
    """ "X says 58 of 132 drones were shot down": the first part of the tally and its whole."""
    if any(names.unsure(c) for c in claims):
        return False
    start = f"{names.brief(claims[0], stack)} says "
    if part[: len(start)].lower() != start.lower() or part[1 : len(start)] != start[1:]:
        return False
    parsed = count.parse(f"that {_launched(part[len(start) :])}.")
    if parsed is None or len(parsed.facts) != 2 or parsed.owner or parsed.time or parsed.where:
        return False
    locked = {(f.measure, f.value, f.operator) for f in sentence.numbers}
    held = all((f.measure, f.value, f.operator) in locked for f in parsed.facts)
    things = [any(count.stands(f, c, q, stack) for c in claims for q in c.quantities) for f in parsed.facts[:1]]
    return held and all(things) and parsed.facts[0].measure is Measure.LAUNCHED


def _launched(told: str) -> str:
    """The headline's short clause with the "launched" that the body prints."""
    for wording in measures().values():
        for be in ("was", "were"):
            end = wording.past.format(be=be)
            if end and told.endswith(f" {end}"):
                return f"{told.removesuffix(f' {end}')} launched {end}"
    return told


def _speech(part: str, sentence: Sentence, lead: Claim, stack: Stack) -> bool:
    verb, aside = names.cue(lead, stack), names.aside(lead, stack)
    spans = tuple(e.span for e in sentence.evidence if e.document == lead.document)
    if verb is None or aside is None or names.stranger(lead, stack) or lead.attribution.chain or len(spans) != 1:
        return False
    body = _body(sentence, lead, spans, stack)
    if lead.stance not in (Stance.ASSERTED, Stance.HEDGED, Stance.CALLED_FOR) or not body:
        return False
    said = verb.print if {t.text.lower() for t in body} & words().shifted else verb.head
    apart = f", {aside}," if aside else ""
    that = "that " if verb.that == "source" and content.thatted(lead, spans, stack) else ""
    style = stack.story.style
    head = keyed(tokens(f"{names.brief(lead, stack)}{apart} {said} {that}"), style)
    found = keyed(tokens(part), style)
    if [t.key for t in found[1 : len(head)]] != [t.key for t in head[1:]] or not same(found[0].key, head[0].key):
        return False
    kept = _kept(body)
    loose = (
        len(kept) < len(body) and names.unsure(lead) and not aside and _hedge(lead, stack) not in _text(kept, sentence)
    )
    rest = found[len(head) :]
    fits = len(rest) == len(kept) and all(alike(a, b, i == 0) for i, (a, b) in enumerate(zip(rest, kept, strict=True)))
    return fits and not loose


def _body(sentence: Sentence, lead: Claim, spans: tuple[Span, ...], stack: Stack) -> list[Token]:
    """The tokens of the content as the sentence prints it; empty where its frame is not found."""
    verb, aside = names.cue(lead, stack), names.aside(lead, stack) or ""
    found = keyed(tokens(sentence.text), stack.story.style)
    for met in (set[str](), {names.heard(lead, stack) or ""}):
        for before, after in content.frames(lead, verb, aside, spans, stack, met, dated=False) if verb else ():
            middle = content.between(found, before, after, stack)
            if middle is not None and content.aligned(middle, lead, spans, sentence, stack):
                return middle
    return []


def _kept(body: list[Token]) -> list[Token]:
    """What a headline prints of a content: all of it, or its longest beginning; nothing where that misleads."""
    start = body[0].start
    if body[-1].end - start <= words().headline:
        return body
    stops = [
        i
        for i in range(1, len(body))
        if body[i].text.lower() in words().cuts
        and body[i - 1].text.lower() not in words().open | words().cuts
        and 25 <= body[i - 1].end - start <= words().headline
        and any(verbal(t.text.lower()) for t in body[: i - 1])
        and body[i - 1].text.lower() not in clauses().both | clauses().harm
        and not (body[i].text.lower() == "and" and any(t.text == "," for t in body[:i]))
    ]
    kept = body[: stops[-1]] if stops else []
    marks = Counter(t.text for t in kept)
    even = marks["“"] == marks["”"] and marks['"'] % 2 == 0
    return kept if even and not {t.text.lower() for t in body[len(kept) :]} & words().limits else []


def _text(kept: list[Token], sentence: Sentence) -> str:
    return sentence.text[kept[0].start : kept[-1].end] if kept else ""


def _hedge(lead: Claim, stack: Stack) -> str:
    return lead.hedge.of(stack.text(lead)) if lead.hedge is not None else "?"
