"""What speakers said of an event in their own words: which of it is news, whole, and not told already."""

import re
from collections.abc import Collection, Iterable

from onrecord.briefing import tally as tallying
from onrecord.briefing.draft import Draft
from onrecord.briefing.falsehood import same
from onrecord.briefing.fit import orphaned, units
from onrecord.briefing.house import value
from onrecord.briefing.lexicon import words
from onrecord.briefing.notebook import Notebook, Said, figure
from onrecord.briefing.pen import anonymous, rumour, side, speaker, unsure
from onrecord.briefing.phrase import content_of, phrase
from onrecord.briefing.rank import RANKED, WHOLE, newest, passed, ranked, weight
from onrecord.briefing.shelf import Shelf
from onrecord.briefing.unit import Unit
from onrecord.records import Claim, Event, Measure, SourceKind, Stance

_WORD = re.compile(r"[^\W_]{4,}|\d+")
_FIGURE = re.compile(r"[^\W_]+")
CARRIED = 12
"""Outlets that are cited for carrying one sentence, at the most."""
FEW = 3
"""Words that two sentences must share at the least if one is not the other."""
KNOWN = 0.8
"""The share of what is said that makes it no news, where its speaker said it on an earlier day."""
MANY = 8
"""Outlets that make an event one of the day's great ones."""
SEVERAL = 2
"""Origins of which one outlet's word may be one."""
HARM = (Measure.KILLED, Measure.WOUNDED, Measure.MISSING)
"""What befalls people, of which a reader must be told in words."""
LOOSE = ("other", "aid")
"""Kinds of what is said beside an event of another kind."""
FEWEST = 5
"""Words that can tell something without a figure: fewer are a greeting, a label, half an answer."""


def accounts(event: Event, claims: tuple[Claim, ...], typed: list[Draft], old: bool, book: Notebook) -> list[Draft]:
    """What speakers said in their own words, as far as it is new and there is room."""
    shelf = book.shelf
    drafts: list[Draft] = []
    heard = {side(c, shelf) for d in typed if d.form == "tally" for c in d.claims}
    asked = frozenset(q.measure for d in typed if d.form == "differ" for q in d.figures)
    told = {(speaker(c, shelf), q.value) for d in typed if d.form != "differ" for c in d.claims for q in d.figures}
    contested = {(speaker(c, shelf), q.value) for d in typed if d.form == "differ" for c in d.claims for q in d.figures}
    found = units(claims, shelf)
    latest = newest(found, shelf)
    most = _room(claims, book) - sum(d.form in ("tally", "toll") for d in typed)
    for unit in ranked(found, (heard, asked), shelf):
        silent = all(c.kind == "information" for c in unit.claims)
        if not silent and len(drafts) >= most and unit.lead.stance not in RANKED:
            continue
        news = weight(unit, shelf)[0] == WHOLE and not _heard(unit, drafts, shelf)
        if _stale(unit, told if news else told | contested, book) or _hollow(unit, drafts, shelf):
            continue
        if (
            (idle(unit.claims) and event.kind != "other")
            or _aside(unit, event, bool(drafts or typed))
            or _borrowed(unit, event, shelf)
        ):
            continue
        if _hearsay(unit, event, drafts, shelf) or _retells(unit, typed, book):
            continue
        if _stray(unit, bool(drafts or typed) and not silent, old, book) or (drafts and passed(unit, latest, shelf)):
            continue
        topic = (event.id, unit.lead.kind)
        if _answered(unit, drafts, shelf) or _said(unit, event, topic, old, book):
            continue
        draft = drafted(unit, claims, old, book)
        if not book.bars(draft):
            drafts.append(draft)
            told |= {(speaker(unit.lead, shelf), q.value) for c in unit.claims for q in c.quantities}
            book.said.append(Said(speaker(unit.lead, shelf), _content(unit, shelf), topic, _numbers(unit, shelf)))
    return drafts


def idle(claims: Iterable[Claim]) -> bool:
    """Whether claims tell nothing that happened, count nothing, and neither deny nor ask for anything."""
    return all(c.kind == "other" and not c.quantities and c.stance is Stance.ASSERTED for c in claims)


def _aside(unit: Unit, event: Event, beside: bool) -> bool:
    """Whether a unit tells of something beside its event and the event is told: rooms for aid teams, what somebody
    felt, where none of that is what the event is of, nobody is counted and nothing answered."""
    loose = all(c.kind in LOOSE and c.kind != event.kind for c in unit.claims) and unit.lead.stance not in RANKED
    people = any(q.measure in HARM and q.value for c in unit.claims for q in c.quantities)
    return beside and loose and not people


def _borrowed(unit: Unit, event: Event, shelf: Shelf) -> bool:
    """Whether a unit counts nothing and prints figures that a claim of another event gives: it is told there."""
    if values(unit):
        return False
    beside = shelf.of(unit.lead.document)
    printed = (c.id for c in beside if any(s.holds(q.span) for q in c.quantities if q.value for s in unit.spans))
    return any(claim not in event.claims for claim in printed)


def _hollow(unit: Unit, drafts: list[Draft], shelf: Shelf) -> bool:
    """Whether a unit tells a reader nothing, or cannot be printed. That nobody was hurt says something only behind its
    speaker's word of what happened."""
    none = any(q.value == 0 for c in unit.claims for q in c.quantities) and _heard(unit, drafts, shelf)
    bare = not none and _empty(unit, shelf)
    return not _informs(unit, shelf) or bare or content_of(unit, shelf) is None


def _said(unit: Unit, event: Event, topic: tuple[str, str], old: bool, book: Notebook) -> bool:
    """Whether a reader has it already: from an earlier edition, from a sentence before, or with a hedge."""
    known = not old and _told_before(unit, event, book.shelf)
    return known or _repeats(unit, book.said, book, topic) or _bolder(unit, book)


def values(unit: Unit) -> set[object]:
    """The numbers that the claims of a unit give."""
    return {q.value for c in unit.claims for q in c.quantities if q.value is not None}


def _hearsay(unit: Unit, event: Event, drafts: list[Draft], shelf: Shelf) -> bool:
    """Whether a unit is an outlet's word that nobody else gives, or stands behind others' own; or, without a figure, a
    report's own behind others', or an unnamed speaker's behind his side's own or another unnamed one's."""
    lead = unit.lead
    if rumour(lead, shelf):
        every = (shelf.claims[c] for c in event.claims if c in shelf.claims)
        return bool(drafts) or len(event.origins) < SEVERAL or all(rumour(c, shelf) for c in every)
    if values(unit):
        return False
    if lead.speaker is None:
        return bool(drafts)
    if not anonymous(lead, shelf):
        return False
    others = [d.claims[0] for d in drafts]
    return any(anonymous(c, shelf) or side(c, shelf) == side(lead, shelf) for c in others)


def _room(claims: tuple[Claim, ...], book: Notebook) -> int:
    """How many accounts of an event are told: half as many again where many outlets tell of it."""
    outlets = len({book.shelf.document(c).source for c in claims})
    most = book.limits.event
    return most if outlets < MANY else most + most // 2


def _empty(unit: Unit, shelf: Shelf) -> bool:
    """Whether the words tell nothing by themselves: a few words or an outlet's colour without a figure, or figures of
    people without a word for what befell them ("it had 100 names")."""
    lead = unit.lead
    held = [(c, q) for c in unit.claims for q in c.quantities if q.value]
    if held and all(q.measure in HARM and not tallying.worded(c, q, shelf) for c, q in held):
        return True
    if held or lead.stance in RANKED:
        return False
    printed = [w for s in unit.spans for w in _FIGURE.findall(shelf.words(lead, s))]
    aside = shelf.source(lead).kind in (SourceKind.OSINT, SourceKind.NGO)
    colour = lead.speaker is None or anonymous(lead, shelf) or aside
    return len(printed) < FEWEST or (colour and all(c.kind == "other" for c in unit.claims))


def _heard(unit: Unit, drafts: list[Draft], shelf: Shelf) -> bool:
    """Whether its speaker is told already."""
    return speaker(unit.lead, shelf) in {speaker(d.claims[0], shelf) for d in drafts}


def _answered(unit: Unit, drafts: list[Draft], shelf: Shelf) -> bool:
    """Whether its side's answer to the event is told: the second says no more."""
    given = {(side(d.claims[0], shelf), d.claims[0].stance) for d in drafts}
    return unit.lead.stance in RANKED and (side(unit.lead, shelf), unit.lead.stance) in given


def _stale(unit: Unit, told: Collection[tuple[str, object]], book: Notebook) -> bool:
    """Whether a unit gives figures and none that is new: each was told, or one was replaced by its speaker."""
    counts = {figure(c, q) for c in unit.claims for q in c.quantities if q.value is not None}
    if not counts:
        return False
    return _known(unit, told, book) or counts <= book.figures | book.listed or bool(counts & book.replaced)


def _retells(unit: Unit, typed: list[Draft], book: Notebook) -> bool:
    """Whether a unit was taken back, only tells again, in part, what a tally or a table tells, or strays from what they
    count."""
    undone = {c.id for d in typed if d.form == "withdrawn" for c in d.claims}
    if any(c.id in undone for c in unit.claims) or _exposed(unit, typed, book.shelf):
        return True
    loose = all(c.kind == "other" for c in unit.claims) and unit.lead.stance not in RANKED
    if loose and any(d.form in ("tally", "differ") for d in typed):
        return True
    given = book.counted.get(speaker(unit.lead, book.shelf))
    if given is None or not all(c.kind in (*tallying.AIR, "other") for c in unit.claims):
        return False
    given_now = values(unit)
    printed = {v for s in unit.spans for w in _FIGURE.findall(book.shelf.words(unit.lead, s)) if (v := value(w))}
    return (given_now or printed) <= given if given_now or loose else any(d.form == "tally" for d in typed)


def _exposed(unit: Unit, typed: list[Draft], shelf: Shelf) -> bool:
    """Whether it is the word of an outlet alone, or of somebody without a name, in a report of what is false."""
    if not (rumour(unit.lead, shelf) or anonymous(unit.lead, shelf)):
        return False
    told = shelf.of(unit.lead.document)
    return any(same(d.claims[0], c, shelf) for d in typed if d.form == "false" for c in told)


def _stray(unit: Unit, beside: bool, old: bool, book: Notebook) -> bool:
    """Whether a unit's words lean on sentences that are not told before it."""
    if old or beside or not orphaned(unit, book.shelf):
        return False
    return all(c.kind == "other" for c in unit.claims) or book.homes.keys().isdisjoint(
        (unit.lead.document, speaker(unit.lead, book.shelf))
    )


def _known(unit: Unit, told: Collection[tuple[str, object]], book: Notebook) -> bool:
    """Whether all numbers of a unit were told of this event, by its speaker or, for an outlet, by anyone."""
    lead, shelf = unit.lead, book.shelf
    if lead.speaker is None or anonymous(lead, shelf):
        changed = {(q.measure, q.value) for c in unit.claims for q in c.quantities if q.value is not None}
        return values(unit) <= {v for _, v in told} or changed <= {(m, v) for _, m, v, *_ in book.listed}
    return values(unit) <= {v for name, v in told if name == speaker(lead, shelf)}


def _informs(unit: Unit, shelf: Shelf) -> bool:
    """Whether talk about what is known tells a reader what is missing: a figure, a detail, word of damage."""
    if any(c.kind != "information" for c in unit.claims):
        return True
    text = " ".join(shelf.words(unit.lead, s) for s in unit.spans).lower()
    return "verif" not in text and "reconcil" not in text and any(re.search(rf"\b{w}", text) for w in words().silence)


def _content(unit: Unit, shelf: Shelf) -> frozenset[str]:
    printed = (w.lower() for s in unit.spans for w in _WORD.findall(shelf.words(unit.lead, s)))
    return frozenset(w[:5] for w in printed if w not in words().stop)


def _numbers(unit: Unit, shelf: Shelf) -> frozenset[int]:
    printed = (w for s in unit.spans for w in _FIGURE.findall(shelf.words(unit.lead, s)))
    return frozenset(v for w in printed if (v := value(w)) is not None)


def _bolder(unit: Unit, book: Notebook) -> bool:
    """Whether the unit leaves out a hedge that its speaker, in like words of another report, did use."""
    name = speaker(unit.lead, book.shelf)
    return not unsure(unit.lead) and _repeats(unit, [Said(name, h) for h in book.hedged.get(name, ())], book)


def hedges(shelf: Shelf) -> dict[str, list[frozenset[str]]]:
    """What speakers said today with a hedge: by name, the words of each unit."""
    claims = [c for c in shelf.claims.values() if unsure(c) and c.speaker is not None and shelf.fresh(c)]
    found: dict[str, list[frozenset[str]]] = {}
    for unit in units(claims, shelf):
        found.setdefault(speaker(unit.lead, shelf), []).append(_content(unit, shelf))
    return found


def _repeats(unit: Unit, said: Iterable[Said], book: Notebook, topic: tuple[str, ...] = ("",)) -> bool:
    """Whether the same was said before: by the same speaker in like words, or in a report's own voice at all.

    Another number, by another speaker, is another word: seven wounded beside two.
    """
    content, name, numbers = _content(unit, book.shelf), speaker(unit.lead, book.shelf), _numbers(unit, book.shelf)
    for other in said:
        if other.name != name and numbers and other.numbers and not numbers & other.numbers:
            continue
        short = min(len(content), len(other.content))
        alike = len(content & other.content) / max(1 if content == other.content else FEW, short)
        same = 0.4 if other.topic == topic else 0.5
        bound = same if other.name == name else 0.7 if unit.lead.speaker is None else 0.9
        if alike >= bound:
            return True
    return False


def _told_before(unit: Unit, event: Event, shelf: Shelf) -> bool:
    """Whether an earlier edition had it on record: of this event its speaker said all but the same, and each figure."""
    content = _content(unit, shelf)
    given = values(unit)
    name, stance = speaker(unit.lead, shelf), unit.lead.stance
    for claim in (shelf.claims[c] for c in event.claims if c in shelf.claims):
        if shelf.fresh(claim) or claim.stance is not stance or speaker(claim, shelf) != name:
            continue
        if not given <= {q.value for q in claim.quantities}:
            continue
        known = _content(Unit(claims=(claim,), spans=(claim.proposition,)), shelf)
        if len(content & known) >= KNOWN * max(1, len(content)):
            return True
    return False


def drafted(unit: Unit, claims: tuple[Claim, ...], old: bool, book: Notebook) -> Draft:
    """A unit as a draft, with those of the claims of other outlets that carry it; `old` says when it was said."""
    spans = tuple((unit.lead, s) for s in unit.spans)
    held = tuple(
        q for c in unit.claims for q in c.quantities if any(s.holds(q.span) for s in unit.spans) and q.value is not None
    )
    return Draft(
        form="unit",
        claims=unit.claims,
        spans=spans,
        words=lambda pen: phrase(unit, pen, dated=old),
        carried=_carried(unit, claims, book.shelf)[:CARRIED],
        figures=held,
    )


def _carried(unit: Unit, claims: tuple[Claim, ...], shelf: Shelf) -> tuple[Claim, ...]:
    """Claims of other outlets that carry the same words or figures of the same speaker, one for each document."""
    found: dict[str, Claim] = {}
    taken = {shelf.document(unit.lead).source}
    for claim in claims:
        source = shelf.document(claim).source
        if source not in taken and alike(unit.lead, claim, shelf):
            found[source] = claim
            taken.add(source)
    return tuple(found.values())


def alike(left: Claim, right: Claim, shelf: Shelf) -> bool:
    """Whether two claims are one speaker's same word: same stance and kind, and the same figures or most words."""
    if left.speaker is None or right.speaker is None or not left.speaker.name or right.debunked:
        return False
    if (left.speaker.name, left.stance, left.kind) != (right.speaker.name, right.stance, right.kind):
        return False
    ours = {(q.measure, q.place): q.value for q in left.quantities if q.value is not None}
    theirs = {(q.measure, q.place): q.value for q in right.quantities if q.value is not None}
    shared = ours.keys() & theirs.keys()
    if ours or theirs:
        return bool(shared) and all(ours[k] == theirs[k] for k in shared)
    a, b = ({w.lower() for w in _WORD.findall(shelf.words(c, c.proposition))} for c in (left, right))
    return len(a & b) >= 0.6 * max(1, min(len(a), len(b)))
