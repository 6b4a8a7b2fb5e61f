"""The headline: one or two leads, each with who says it, cut where the sentence allows it."""

import re
from itertools import pairwise

from onrecord.briefing import house
from onrecord.briefing.answer import unit_of
from onrecord.briefing.changes import counted, ground
from onrecord.briefing.draft import Draft
from onrecord.briefing.joint import compared, shared
from onrecord.briefing.lexicon import clauses, kinds, line, measures, nouns, verbal, words
from onrecord.briefing.pen import Pen, anonymous, hedge, link, short, speaker, unsure, verb
from onrecord.briefing.phrase import content_of, lowered, shifted
from onrecord.briefing.shelf import Shelf
from onrecord.briefing.tally import PARTS
from onrecord.briefing.unit import thatted
from onrecord.records import Claim, Measure, Quantity, Stance

ACCOUNTS = 2
"""Accounts that a headline sets side by side."""
_TOKEN = re.compile(r"[^\W_]+(?:[-'’.,][^\W_]+)*|[^\w\s]")


def headline(parts: list[str], number: int, told: bool) -> str:
    """One or two leads, and the day; without a lead, whether anything is told."""
    body = "; ".join(parts) or line("plain" if told else "quiet")
    return f"{house.capital(body)}: {line('headline', number=house.digits(number))}"


def lead(draft: Draft, shelf: Shelf) -> str | None:
    """A draft as a part of a headline; None where it would not be short, fair and attributed."""
    told, who = _lead(draft, shelf), named(draft.claims[0], shelf)
    return told and house.agreed(told, who)


def _lead(draft: Draft, shelf: Shelf) -> str | None:
    if draft.form == "joint":
        return _both(draft, shelf)
    if draft.form == "tally":
        return _tally(draft, shelf)
    if draft.form == "toll":
        return _counted(draft, shelf)
    if draft.form == "change":
        return _changed(draft, shelf)
    if draft.form == "differ":
        return _differing(draft, shelf)
    spoken = draft.form in ("unit", "pair", "more") and draft.opens == "unit"
    return _unit(draft, shelf) if spoken else None


def _changed(draft: Draft, shelf: Shelf) -> str:
    """A figure that its speaker changed, without its dates."""
    claim, (now, then, *part) = draft.claims[0], draft.figures
    place = ground((claim, now), draft.claims[-1], shelf)
    return f"{named(claim, shelf)} puts {counted(claim, (now, *part), then, shelf, place=place)}"


def _differing(draft: Draft, shelf: Shelf) -> str | None:
    """Two accounts that differ: "Accounts of people killed in Harno differ: Berg says nine, Lund says 12"."""
    rows = list(zip(draft.claims, draft.figures, strict=False))
    if len(draft.claims) != ACCOUNTS or any(anonymous(c, shelf) or link(c, shelf) for c in draft.claims):
        return None
    style = shelf.story.style
    told = [f"{named(c, shelf)} says {house.bounded(q.value or 0, q.operator, style)}" for c, q in rows]
    return f"accounts of {compared(rows, shelf)} differ: {', '.join(told)}"


def _counted(draft: Draft, shelf: Shelf) -> str | None:
    """A toll, as its sentence tells it."""
    text = draft.words(Pen(shelf)) or ""
    return (
        f"{named(draft.claims[0], shelf)} says {text.partition(' said that ')[2].removesuffix('.')}" if text else None
    )


def shifting(draft: Draft, shelf: Shelf) -> bool:
    """Whether a draft's content is told in the past of a past: others of its event make the better headline."""
    return draft.form in ("unit", "pair", "more") and shifted(content_of(unit_of(draft), shelf) or "")


def counting(draft: Draft) -> bool:
    """Whether a draft counts people who were killed or hurt: of its event nothing matters more."""
    return any(q.measure in words().moving and q.value for q in draft.figures)


def named(claim: Claim, shelf: Shelf) -> str:
    """The speaker in a headline: a surname, or a body's name."""
    name = speaker(claim, shelf)
    person = shelf.person(name, shelf.published(claim).date())
    return short(person, shelf) if person else name


def _both(draft: Draft, shelf: Shelf) -> str:
    claims = draft.claims
    names = house.listed([named(c, shelf) for c in claims])
    return f"{names} report {kinds()[claims[0].kind].phrase} in {shared(claims)}"


def _tally(draft: Draft, shelf: Shelf) -> str | None:
    whole = _figure(draft, Measure.LAUNCHED)
    part = next((q for m in PARTS if (q := _figure(draft, m))), None)
    if whole is None or part is None or any(unsure(c) for c in draft.claims):
        return None
    style = shelf.story.style
    told, total = (house.bounded(q.value or 0, q.operator, style) for q in (part, whole))
    past = measures()[part.measure].past.format(be="was" if part.value == 1 else "were")
    return f"{named(draft.claims[0], shelf)} says {told} of {total} {(nouns(whole) or ('', ''))[1]} {past}"


def _figure(draft: Draft, measure: Measure) -> Quantity | None:
    return next((q for q in draft.figures if q.measure is measure), None)


def _unit(draft: Draft, shelf: Shelf) -> str | None:
    claim = draft.claims[0]
    unit = unit_of(draft)
    used = verb(claim, shelf)
    content = content_of(unit, shelf)
    if used is None or content is None or len(unit.spans) > 1 or anonymous(claim, shelf) or link(claim, shelf):
        return None
    if claim.stance not in (Stance.ASSERTED, Stance.HEDGED, Stance.CALLED_FOR):
        return None
    told = None if content.split()[0].lower() in words().pronouns | {"the"} else cut(content)
    aside = hedge(claim, shelf)
    if told is None or (unsure(claim) and not aside and told != content and not _kept(claim, told, shelf)):
        return None
    if content.split()[0].lower() in words().scene:
        return None
    that = "that " if used.that == "source" and thatted(unit, shelf) else ""
    who = f"{named(claim, shelf)}{f', {aside},' if aside else ''}"
    return f"{who} {used.print if shifted(content) else used.head} {that}{lowered(told, unit, shelf)}"


def _kept(claim: Claim, told: str, shelf: Shelf) -> bool:
    """Whether the hedge stands in what the headline keeps."""
    return claim.hedge is not None and shelf.words(claim, claim.hedge) in told


def cut(content: str) -> str | None:
    """The longest beginning of the content that a headline may print; None where what is cut away limits it.

    It ends before no "and" behind a comma, which may be that of a list, and with no verb that may want its
    object; it has a verb.
    """
    if len(content) <= words().headline:
        return content
    tokens = list(_TOKEN.finditer(content))
    best = None
    for before, token in pairwise(tokens):
        fits = token[0].lower() in words().cuts and before[0].lower() not in words().open | words().cuts
        fits = fits and not (token[0].lower() == "and" and "," in content[: before.end()])
        fits = fits and before[0].lower() not in clauses().harm | clauses().both
        fits = fits and any(verbal(t[0].lower()) for t in tokens if t.end() < before.start())
        if 25 <= before.end() <= words().headline and fits:
            best = before.end()
    if best is None:
        return None
    rest = {t[0].lower() for t in _TOKEN.finditer(content, best)}
    whole = content[:best]
    return None if rest & words().limits or whole.count("“") != whole.count("”") or whole.count('"') % 2 else whole
