"""The smallest thing that can be told whole: one sentence of what one speaker is reported to have said.

In: the claims of a document. Out: Units, each with the characters that it prints and all claims that they make.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.briefing.house import value
from onrecord.briefing.lexicon import words
from onrecord.briefing.pen import anonymous, hedge, speaker, verb, voiced
from onrecord.briefing.shelf import Shelf
from onrecord.records import Claim, Span, Stance

_BREAK = re.compile(r"(?<=[.!?])[\"”’»]?\s+(?=[\"“‘«]?[^\W\d_a-z])")
_SHORT = re.compile(r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|Gen|Lt|Col|Maj|Sgt|St|No|Sen|Rep|Gov|vs|approx))\.$")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_DATELINE = re.compile(r"[^.!?\n]{0,60}\([^)\n]{1,30}\)\s*[-–—]+\s+")
LONGEST = 330


@dataclass(frozen=True)
class Unit:
    """Spans of one document (one, or two around a cue) and the claims that they make, the first leading."""

    claims: tuple[Claim, ...]
    spans: tuple[Span, ...]

    @property
    def lead(self) -> Claim:
        """The claim that gives speaker, cue and stance."""
        return self.claims[0]


def units(claims: Iterable[Claim], shelf: Shelf) -> tuple[Unit, ...]:
    """Everything that can be told whole of these claims' documents, in the order of the claims."""
    found: dict[tuple[str, tuple[Span, ...]], list[Claim]] = {}
    for claim in claims:
        for spans in () if claim.debunked else pieces(claim, shelf):
            if any(s.overlaps(claim.proposition) for s in spans):
                found.setdefault((claim.document, spans), []).append(claim)
    made = (Unit(claims=tuple(told), spans=spans) for (_, spans), told in found.items())
    return tuple(u for u in made if tellable(u, shelf))


def pieces(claim: Claim, shelf: Shelf) -> tuple[tuple[Span, ...], ...]:
    """The spans of a claim's content, cut at the ends of sentences; two spans around a cue stay together."""
    content = claim.attribution.content or (claim.proposition,)
    if len(content) > 1:
        return (tuple(content),)
    text = shelf.document(claim).text
    return tuple((s,) for s in sentences(text, content[0]))


def sentences(text: str, span: Span) -> list[Span]:
    """The sentences inside a span, without the white space around them."""
    ends = [m for m in _BREAK.finditer(text, span.start, span.end) if not _SHORT.search(text, m.start() - 6, m.start())]
    line = _DATELINE.match(text, span.start, span.end)
    starts = [line.end() if line else span.start, *(m.end() for m in ends)]
    stops = [*(_after(text, m) for m in ends), span.end]
    return [Span(start=a, end=b) for a, b in zip(starts, stops, strict=True) if a < b]


def _after(text: str, found: re.Match[str]) -> int:
    return found.start() + (0 if text[found.start()].isspace() else 1)


def tellable(unit: Unit, shelf: Shelf) -> bool:
    """Whether house rules let the unit's words be printed as reported speech."""
    lead = unit.lead
    text = " ".join(shelf.words(lead, s) for s in unit.spans)
    if not voiced(lead, shelf) or len(text) > LONGEST or headlined(unit, shelf):
        return False
    if anonymous(lead, shelf) and lead.stance not in (Stance.ASSERTED, Stance.HEDGED):
        return False
    one = {(speaker(c, shelf), c.stance) for c in unit.claims}
    used = verb(lead, shelf)
    if used is not None and used.that == "needed" and not (thatted(unit, shelf) or behind(unit)):
        return False
    return (
        len(one) == 1 and verb(lead, shelf) is not None and hedge(lead, shelf) is not None and _sound(text, unit, shelf)
    )


def thatted(unit: Unit, shelf: Shelf) -> bool:
    """Whether the report itself introduces the content with "that"."""
    text, start = shelf.document(unit.lead).text, unit.spans[0].start
    before = re.search(r"\bthat\s*$", text[max(0, start - 12) : start])
    return bool(before or re.match(r"[Tt]hat\b", text[start : start + 6]))


def behind(unit: Unit) -> bool:
    """Whether the cue follows the content: "..., X said"."""
    cue = unit.lead.attribution.cue
    return cue is not None and cue.start >= unit.spans[-1].end


def _sound(text: str, unit: Unit, shelf: Shelf) -> bool:
    low = [w.lower() for w in _WORD.findall(text)]
    quoted = sum(text.count(q) for q in "“”«»") % 2 or text.count('"') % 2 or text.count("“") != text.count("”")
    narrated = unit.lead.attribution.cue is None and leans(unit, shelf)
    listed = re.match(r"\s*[-–—•*·]", text)
    if quoted or narrated or listed or len(low) < 3 or "\n\n" in text or text.rstrip().endswith("?"):
        return False
    plain = re.sub(r"“[^”]*”|\"[^\"]*\"", "", text)
    own = bool({w.lower() for w in _WORD.findall(plain)} & words().first_person) or _hangs(low, unit, shelf)
    picked = verb(unit.lead, shelf)
    denies = picked is None or picked.needs != "negation" or bool(set(low) & words().negation)
    return not own and denies and not _false(text, unit, shelf)


def leans(unit: Unit, shelf: Shelf) -> bool:
    """Whether a reader needs the sentences before it: no name in it, or a pronoun or "the child" at its head."""
    printed = re.findall(r"[^\W\d_]+", shelf.words(unit.lead, unit.spans[0]))
    return not any(w[0].isupper() for w in printed[1:]) or printed[0].lower() in words().pronouns | {"the"}


def orphaned(unit: Unit, shelf: Shelf) -> bool:
    """Whether the words say little without the sentences before them: "they" opens them, or nobody and nothing in them
    has a name, nor comes in as "a boy" or "two men"."""
    printed = re.findall(r"[^\W_]+", " ".join(shelf.words(unit.lead, s) for s in unit.spans))
    low = [w.lower() for w in printed if w.lower() != "that"]
    person = shelf.person(speaker(unit.lead, shelf), shelf.published(unit.lead).date()) is not None
    if set(low[:2]) & words().others - ({"he", "she"} if person else {"it", "its"}):
        return True
    fresh = low[:1] and (low[0] in ("a", "an") or value(low[0]) is not None)
    common = shelf.vocabulary | words().lower
    return not fresh and not any(w[0].isupper() and w.lower() not in common for w in printed)


def headlined(unit: Unit, shelf: Shelf) -> bool:
    """Whether the unit is a line in the report's own voice that is no sentence: a headline, a caption."""
    end = unit.spans[-1].end
    around = shelf.document(unit.lead).text[max(0, end - 2) : end + 2]
    return unit.lead.attribution.cue is None and not any(mark in around for mark in ".!?")


def _hangs(low: list[str], unit: Unit, shelf: Shelf) -> bool:
    """Whether the words hang on a sentence that is not told: "two flew back", "his mother"."""
    rest = [w for i, w in enumerate(low) if not all(v in words().bounds for v in low[: i + 1])]
    if low[0] in words().hanging:
        return True
    if len(rest) > 1 and (value(rest[0]) or rest[0] in words().shares) and rest[1] in words().bare:
        return True
    if len(low) > 2 and low[0] in ("that", "this") and low[1] in words().pointed and low[2] in words().bare:
        return True
    person = shelf.person(speaker(unit.lead, shelf), shelf.published(unit.lead).date()) is not None
    printed = _WORD.findall(shelf.words(unit.lead, unit.spans[0]))
    first = next((i for i, w in enumerate(low) if w in words().pronouns and w != "that"), len(low))
    dates = {w.lower() for w in (*words().weekdays, *words().months)}
    named = any(w[0].isupper() and w.lower() not in dates for w in printed[1:])
    places = "|".join(words().localities)
    if re.search(rf"\b(?:the|this|his|her|its|their) (?:{places})\b", " ".join(low)) and not named:
        return True
    if (
        first >= min(6, len(low))
        or any(w[0].isupper() for w in printed[1:first])
        or (first > 0 and printed[0][0].isupper() and first > 2)
    ):
        return False
    own = ("he", "she") if person else ("it", "its")
    return low[first] not in own


def _false(text: str, unit: Unit, shelf: Shelf) -> bool:
    """Whether the unit repeats what a report calls false without saying so."""
    document = unit.lead.document
    told = [c for c in shelf.of(document) if c.debunked]
    touched = any(s.overlaps(c.proposition) for s in unit.spans for c in told)
    return touched and not any(w in text.lower() for w in words().debunk)
