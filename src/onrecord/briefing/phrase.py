"""A unit in the house's words: who said it, by which verb, where, how surely, and the content's own characters."""

import re
from datetime import timedelta

from onrecord.briefing import house
from onrecord.briefing.clause import finite
from onrecord.briefing.lexicon import english, inside, words
from onrecord.briefing.pen import Pen, adjunct, anonymous, hedge, link, outlet, speaker, venue, verb
from onrecord.briefing.shelf import Shelf
from onrecord.briefing.third import third
from onrecord.briefing.unit import Unit, behind, joints, thatted
from onrecord.records import Claim, Extent, Moment, PlaceRole, Span, Stance


def phrase(unit: Unit, pen: Pen, dated: bool = False, inner: bool = False) -> str | None:
    """The unit as one sentence; `dated` says when it was published. None where its time makes no sense today.

    `inner` begins with the speaker, and without a capital: it stands behind a semicolon.
    """
    shelf = pen.shelf
    content = content_of(unit, shelf)
    used = verb(unit.lead, shelf)
    if content is None or used is None:
        return None
    year = shelf.day.year
    on = f" on {house.dated(shelf.published(unit.lead).astimezone(shelf.story.zone).date(), year)}" if dated else ""
    aside = hedge(unit.lead, shelf)
    if anonymous(unit.lead, shelf):
        return _cited(unit, content, on, aside, pen)
    that = "that " if used.that in ("always", "needed") or (used.that == "source" and _clausal(unit, shelf)) else ""
    place = scene(unit, shelf) if used.print in words().placed else ""
    of = f" of {place}" if place else ""
    if used.tail and not inner and _trails(unit, shelf):
        told = f"{pen.carried(unit.lead)} {used.print}{of}{venue(unit.lead, shelf)}{on}"
        return house.capital(f"{content}, {told}{f', {aside}' if aside else ''}.")
    who = pen.carried(unit.lead) if inner else house.capital(pen.carried(unit.lead))
    content = lowered(content, unit, shelf)
    said = f"{used.print}{of if that else ''}{venue(unit.lead, shelf)}{on}"
    return f"{who} {said}{f', {aside},' if aside else ''} {that}{content}."


def _clausal(unit: Unit, shelf: Shelf) -> bool:
    """Whether a clause follows a verb that may take a noun: "reported that it had fired", "reported a fire"."""
    if thatted(unit, shelf):
        return True
    plain = unit.lead.stance not in (Stance.DENIED, Stance.NEITHER, Stance.CALLED_FOR)
    return plain and finite(" ".join(shelf.words(unit.lead, s) for s in unit.spans))


def scene(unit: Unit, shelf: Shelf) -> str:
    """The settlement that a unit with a figure speaks of and does not name; empty where that is not plain.

    It is the only one that its report's claims name, and its speaker placed what was said just before in it.
    """
    lead, start = unit.lead, unit.spans[0].start
    counts = any(s.holds(q.span) for c in unit.claims for q in c.quantities for s in unit.spans)
    every = {p.name for c in shelf.of(lead.document) for p in c.places if p.precision is Extent.SETTLEMENT}
    if not counts or len(every) != 1 or any(c.places for c in unit.claims):
        return ""
    before = [
        c for c in shelf.of(lead.document) if c.proposition.end <= start and speaker(c, shelf) == speaker(lead, shelf)
    ]
    last = max(before, key=lambda c: c.proposition.end, default=None)
    at = {p.name for p in last.places if p.role is PlaceRole.AT} if last else set()
    return next(iter(every)) if every <= at else ""


def _cited(unit: Unit, content: str, on: str, aside: str | None, pen: Pen) -> str:
    shelf = pen.shelf
    teller = link(unit.lead, shelf) or outlet(unit.lead, shelf)
    name = unit.lead.speaker.name if unit.lead.speaker and unit.lead.speaker.name else ""
    cited = inside(name)
    sure = f" and {aside}" if aside else ""
    return f"{house.capital(teller)} reported{on}, citing {cited}{sure}, that {lowered(content, unit, shelf)}."


def _trails(unit: Unit, shelf: Shelf) -> bool:
    """Whether "..., X said" may follow: as in the report, and where no pronoun would wait for its name."""
    first = _first(shelf.words(unit.lead, printed(unit, shelf)[0]))
    short = sum(s.end - s.start for s in unit.spans) <= 160
    return behind(unit) and short and len(unit.spans) == 1 and first.lower() not in words().pronouns


def content_of(unit: Unit, shelf: Shelf) -> str | None:
    """The unit's characters in house style; None where they hold a time that no other day may print."""
    parts = [_part(unit, span, shelf) for span in printed(unit, shelf)]
    if any(p is None for p in parts):
        return None
    told = [re.sub(r"^[Tt]hat\b[\s,]*", "", p or "") for p in parts]
    ends = [*joints(unit, shelf), ""]
    first, *rest = [p.strip().strip(",;:.!" if end == "; " else ",;:") for p, end in zip(told, ends, strict=True)]
    joined = first + "".join(f"{end}{lowered(p, unit, shelf)}" for end, p in zip(ends, rest, strict=False))
    joined = third(joined, unit.lead, shelf)
    text = re.sub(r"[\s,;:.!]+$", "", joined.strip()) if not joined.rstrip().endswith("”") else joined.strip()
    text = re.sub(r"[,;]+([\"”])$", r"\1", text)
    fleeting = any(re.search(rf"\b{w}\b", text, re.IGNORECASE) for w in words().fleeting)
    return None if fleeting or not text else text


def printed(unit: Unit, shelf: Shelf) -> tuple[Span, ...]:
    """The spans without a hedged basis at their head, which is told beside the verb."""
    ahead, first = adjunct(unit.lead, shelf), unit.spans[0]
    if ahead is None or not first.holds(ahead):
        return unit.spans
    return (Span(start=ahead.end, end=first.end), *unit.spans[1:])


def _part(unit: Unit, span: Span, shelf: Shelf) -> str | None:
    text = shelf.document(unit.lead).text
    out, at = [], span.start
    for start, end, told in sorted([*_times(unit, span, shelf), *_thousands(unit, span, text)]):
        if start >= at:
            out += [text[at:start], told]
            at = end
    out.append(text[at : span.end])
    return house.dress(house.plain("".join(out)), shelf.story.style)


def _thousands(unit: Unit, span: Span, text: str) -> list[tuple[int, int, str]]:
    """Where the unit prints a count of four digits without a comma, which looks like a year, and how it is printed."""
    found = {q.span for c in unit.claims for q in c.quantities if span.holds(q.span)}
    return [(s.start, s.end, house.digits(int(s.of(text)))) for s in found if _FOUR.fullmatch(s.of(text))]


def _times(unit: Unit, span: Span, shelf: Shelf) -> list[tuple[int, int, str]]:
    """Where the unit tells a time that depends on its day, and the date to print instead."""
    text = shelf.document(unit.lead).text
    found = set()
    for claim in unit.claims:
        place = _adverb(claim, text)
        told = house.when(claim.moment, shelf.story.zone, shelf.day.year)
        if place is None or not told:
            place, told = _weekday(claim, text, shelf)
        if place is not None and told and span.holds(place) and not _quoting(text[span.start : place.start]):
            found.add((place.start, place.end, told))
    return sorted(found)


def _quoting(before: str) -> bool:
    """Whether a quotation is open at the end of some words: what stands in it is never changed."""
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


_FOUR = re.compile(r"[1-9]\d{3}")
_BOUND = re.compile(r"\b(?:by|before|after|until|till|since)\s+(?:the\s+)?$", re.IGNORECASE)
"""Before a time that is only bounded: "before dawn" is not "on 9 April"."""


def _adverb(claim: Claim, text: str) -> Span | None:
    """The words of the claim's moment, with their "on", where they are an adverb that needs a date."""
    moment: Moment | None = claim.moment
    if moment is None or moment.span is None:
        return None
    start, end = moment.span.start, moment.span.end
    if _BOUND.search(text, max(0, start - 20), start):
        return None
    low = house.plain(text[start:end]).lower()
    deictic = (*words().fleeting, *words().dated, *(d.lower() for d in words().weekdays))
    if not any(re.search(rf"\b{w}\b", low) for w in deictic) or re.search(r"\d", low):
        return None
    if before := re.search(r"\b(?:on|in|during)\s+$", text[max(0, start - 10) : start], re.IGNORECASE):
        start -= len(before[0])
    elif low.split()[0] in {d.lower() for d in words().weekdays}:
        return None
    return Span(start=start, end=end) if _stands(claim, text, start, end) else None


def _weekday(claim: Claim, text: str, shelf: Shelf) -> tuple[Span | None, str | None]:
    """The "on Thursday" of a longer time ("before dawn on Thursday"), and the date to print for it."""
    moment, zone = claim.moment, shelf.story.zone
    if moment is None or moment.span is None or moment.latest is None:
        return None, None
    last = (moment.latest - timedelta(microseconds=1)).astimezone(zone).date()
    day = words().weekdays[last.weekday()]
    found = re.search(rf"\bon {day}\b", moment.span.of(text))
    if found is None:
        return None, None
    at = moment.span.start + found.start()
    told = f"on {house.dated(last, shelf.day.year)}"
    again = re.match(rf",? {told.removeprefix('on ')}\b", text[at + len(found[0]) :])
    return Span(start=at, end=at + len(found[0]) + (again.end() if again else 0)), told


def _stands(claim: Claim, text: str, start: int, end: int) -> bool:
    """Whether a time is an adverb ("overnight, drones fell") and not part of a noun ("an overnight attack")."""
    left = re.findall(r"[\w'’]+", text[max(0, start - 20) : start])[-1:]
    right = [w.lower() for w in re.findall(r"[\w'’]+|[^\w\s]", text[end : end + 60])[:3]]
    if text[end : end + 2] in ("'s", "’s"):
        return False
    if left and (left[0].lower() in words().precedes or left[0].endswith(("'s", "’s"))):
        return False
    opens = any(s.start == start for s in (*claim.attribution.content, claim.proposition, claim.sentence))
    on = text[start : start + 3].lower() == "on "
    free = (opens or on) and not any(w in words().happenings for w in right)
    return free or not right or right[0] in words().follows


def shifted(content: str) -> bool:
    """Whether a content is told in the past of a past ("had begun", "would meet")."""
    return bool({w.lower() for w in re.findall(r"\w+", content)} & words().shifted)


def lowered(content: str, unit: Unit, shelf: Shelf) -> str:
    """The content without a sentence's capital, where its first word is not a name."""
    first = _first(content)
    many = house.value(first)
    if many is not None and many >= shelf.story.style.words_below:
        return house.digits(many) + content[len(first) :]
    if not first[:1].isupper() or (not first[1:].islower() and len(first) > 1):
        return content
    low = first.lower()
    text = shelf.document(unit.lead).text
    named = re.search(rf"[a-z,] {re.escape(first)}(?![\w-])", text)
    counted = any(low in pair for pair in words().objects.values())
    stem = re.sub(r"(?:s|es|ed|ing)$", "", low)
    formed = stem != low and stem in shelf.vocabulary and first not in shelf.proper
    adverb = low.endswith("ly") and content[len(first) : len(first) + 1] == ","
    plain = (low in shelf.vocabulary or low in english()) and first not in shelf.proper
    common = low in words().lower or counted or adverb or (plain and not named) or formed
    return content[:1].lower() + content[1:] if common else content


def _first(content: str) -> str:
    found = re.match(r"[^\W_]+(?:[-'’][^\W_]+)*", content)
    return found[0] if found else ""
