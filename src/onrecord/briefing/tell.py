"""One event -> what is told of it: what both report, tallies, figures that differ, then each account in its words."""

from dataclasses import dataclass

from onrecord.briefing import noted as noting
from onrecord.briefing import tally as tallying
from onrecord.briefing import toll as tolling
from onrecord.briefing.accounts import accounts, drafted, values
from onrecord.briefing.answer import continued, followed, paired, unit_of
from onrecord.briefing.beside import compared
from onrecord.briefing.conflicts import Clash, clashes
from onrecord.briefing.draft import Draft
from onrecord.briefing.falsehood import falsehoods
from onrecord.briefing.fit import orphaned, units
from onrecord.briefing.joint import joint
from onrecord.briefing.lexicon import words
from onrecord.briefing.notebook import Notebook, figure
from onrecord.briefing.pen import anonymous, rumour, side, speaker
from onrecord.briefing.phrase import content_of
from onrecord.briefing.rank import RANKED, WHOLE, weight
from onrecord.briefing.shelf import Shelf
from onrecord.briefing.unit import Unit
from onrecord.briefing.withdrawal import withdrawals
from onrecord.records import Chart, Claim, Event, Measure, Score

FIRST = 2
"""Sentences of an event after which only what adds something is told."""
TOLL = "casualty_toll"
"""The kind of which a claim without a figure says next to nothing."""


@dataclass(frozen=True)
class Told:
    """One event as the briefing tells it."""

    event: Event
    score: Score
    drafts: tuple[Draft, ...]
    clashes: tuple[Clash, ...] = ()
    charts: tuple[Chart, ...] = ()
    old: bool = False
    after: str | None = None
    """The id of the event that it must follow, since its words lean on what is told there."""


def tell(event: Event, claims: tuple[Claim, ...], points: Score, old: bool, book: Notebook) -> Told:
    """The event from these claims. What is told goes into the notebook."""
    shelf = book.shelf
    found = tuple(c for c in clashes(event, claims, shelf) if not book.bars(c.draft))
    found = tuple(c for c in found if not old or _dated(c, shelf))
    counted = [] if old else [t for t in tallying.tallies(claims, shelf) if not book.bars(tallying.draft(t))]
    counted = [t for t in counted if not _echoed(t, counted, shelf)]
    fuller = {t: u for t in counted if (u := _fuller(t, claims, shelf)) is not None}
    counted = [t for t in counted if t not in fuller]
    together = None if old else joint(event, claims, shelf)
    typed = [*([together] if together and not book.bars(together) else []), *map(tallying.draft, counted)]
    typed += [d for u in fuller.values() if not book.bars(d := drafted(u, claims, old, book))]
    typed += [c.draft for c in found]
    for draft in typed if not old else ():
        for claim in draft.claims if draft.form != "joint" else ():
            given = {q.value for q in draft.figures if q in claim.quantities}
            book.counted.setdefault(speaker(claim, shelf), set()).update(given)
    typed += [] if old else [d for d in withdrawals(claims, shelf) if not book.bars(d)]
    typed += [] if old else [d for d in falsehoods(claims, shelf) if not book.bars(d)]
    typed += [] if old else _tolls(event, claims, typed, book)
    typed += [] if old else _noted(claims, typed, book)
    told = [] if old else accounts(event, claims, typed, old, book)
    told = followed(told, _further(claims, old, book), shelf, book.refused)
    told = paired(told, _answers(claims, old, book), old, shelf, book.refused)
    drafts = continued(compared(typed + told, shelf, book.refused), old, shelf, book.refused)
    drafts = [d for at, d in enumerate(drafts) if at < FIRST or _adds(d, drafts[:at], shelf)]
    drafts = [d for d in drafts if not _slight(d, shelf)] or drafts[:1]
    after = None if old or typed or not told else _before(told[0], book)
    if not (old or together or found):
        for draft in told:
            book.homes.setdefault(draft.claims[0].document, event.id)
            book.homes.setdefault(speaker(draft.claims[0], shelf), event.id)
    book.figures |= {figure(c, q) for d in drafts for c in d.claims for q in c.quantities if d.form != "joint"}
    book.taken |= {c.id for d in drafts if d.form != "joint" for c in d.claims}
    charted = [] if ("chart", event.id) in book.refused else counted
    charts = tuple(c for t in charted if (c := tallying.chart(t, shelf, event.id)))
    return Told(event, points, tuple(drafts), found, charts, old, after)


def _dated(clash: Clash, shelf: Shelf) -> bool:
    """Whether accounts that differed before today say of which day they are, and are no outlet's word alone."""
    claims = tuple(c for c, _ in clash.rows)
    return bool(tallying.moment(claims, shelf)) and not any(rumour(c, shelf) for c in claims)


def _adds(draft: Draft, before: list[Draft], shelf: Shelf) -> bool:
    """Whether a further sentence of an event is more than one side's next words: another side's, an answer, a count of
    people, or of a shape of its own."""
    new = side(draft.claims[0], shelf) not in {side(c, shelf) for d in before for c in d.claims}
    people = any(q.measure in words().moving for q in draft.figures)
    return draft.form != "unit" or new or people or draft.claims[0].stance in RANKED


def _slight(draft: Draft, shelf: Shelf) -> bool:
    """Whether a sentence has only what an outlet or somebody of no office saw, and counts or denies nothing."""
    return draft.form == "unit" and all(_aside(c, shelf) for c in draft.claims)


def _aside(claim: Claim, shelf: Shelf) -> bool:
    if claim.stance in RANKED or claim.debunked or any(q.value is not None for q in claim.quantities):
        return False
    known = claim.speaker is not None and not anonymous(claim, shelf) and claim.speaker.name
    party = shelf.party(claim.speaker.side) if claim.speaker else None
    return not known or (claim.kind == TOLL and not (party and party.country))


def _before(draft: Draft, book: Notebook) -> str | None:
    """The event told before on whose sentences a draft leans; None where it stands by itself."""
    unit = unit_of(draft)
    if not orphaned(unit, book.shelf):
        return None
    return book.homes.get(unit.lead.document) or book.homes.get(speaker(unit.lead, book.shelf))


def _tolls(event: Event, claims: tuple[Claim, ...], typed: list[Draft], book: Notebook) -> list[Draft]:
    """The tolls of speakers who do not tell as much themselves in one sentence that says how many and where."""
    shelf = book.shelf
    told = {(speaker(c, shelf), q.value) for d in typed for c in d.claims for q in d.figures if d.form != "differ"}
    every = [u for u in units(claims, shelf) if content_of(u, shelf) is not None]
    whole = [u for u in every if weight(u, shelf)[0] == WHOLE]
    made = []
    for toll in tolling.tolls(event, claims, shelf):
        name = speaker(toll.lines[0].claim, shelf)
        own = [values(u) for u in whole if speaker(u.lead, shelf) == name]
        own += [v for u in every if speaker(u.lead, shelf) == name and toll.values < (v := values(u))]
        draft = tolling.draft(toll)
        known = all((name, value) in told for value in toll.values)
        if not known and not any(toll.first <= values for values in own) and not book.bars(draft):
            made.append(draft)
    return made


def _noted(claims: tuple[Claim, ...], typed: list[Draft], book: Notebook) -> list[Draft]:
    """The counts of what flew of speakers who give them in no sentence of their own."""
    shelf = book.shelf
    told: set[tuple[str, object]]
    told = {(speaker(c, shelf), q.value) for d in typed for c in d.claims for q in c.quantities}
    told |= {(speaker(u.lead, shelf), v) for u in units(claims, shelf) if content_of(u, shelf) for v in values(u)}
    found = [n for n in noting.noted(claims, shelf) if (speaker(n.claim, shelf), n.quantity.value) not in told]
    return [d for d in map(noting.draft, found) if not book.bars(d)]


def _echoed(tally: tallying.Tally, every: list[tallying.Tally], shelf: Shelf) -> bool:
    """Whether an outlet's own tally only gives figures that another voice's gives."""
    counts = {(c.quantity.measure, c.quantity.value) for c in tally.counts}
    others = [t for t in every if t is not tally and not rumour(t.claims[0], shelf)]
    told = [{(c.quantity.measure, c.quantity.value) for c in t.counts} for t in others]
    return rumour(tally.claims[0], shelf) and any(counts <= given for given in told)


def _fuller(tally: tallying.Tally, claims: tuple[Claim, ...], shelf: Shelf) -> Unit | None:
    """The one sentence of its speaker that gives all its figures and more; None where there is none."""
    name, counts = speaker(tally.claims[0], shelf), {c.quantity.value for c in tally.counts}
    own = (u for u in units(claims, shelf) if speaker(u.lead, shelf) == name and content_of(u, shelf) is not None)
    return next((u for u in own if counts < values(u)), None)


def _further(claims: tuple[Claim, ...], old: bool, book: Notebook) -> list[Draft]:
    """Counts of people, hurt or held, that can be told only behind the sentence before them."""
    shelf, people = book.shelf, words().moving | {Measure.CAPTURED}
    alone = {u.spans for u in units(claims, shelf)}
    found = [u for u in units(claims, shelf, leaning=True) if u.spans not in alone and u.lead.stance not in RANKED]
    moving = [u for u in found if any(q.measure in people and q.value for c in u.claims for q in c.quantities)]
    clear = [u for u in moving if not orphaned(u, shelf) or not _pronoun(u, shelf)]
    return [] if old else [drafted(u, claims, old, book) for u in clear if content_of(u, shelf) is not None]


def _pronoun(unit: Unit, shelf: Shelf) -> bool:
    """Whether words begin with what stands for somebody: "they were wounded"."""
    first = shelf.words(unit.lead, unit.spans[0]).split()[0].lower()
    return first in words().pronouns


def _answers(claims: tuple[Claim, ...], old: bool, book: Notebook) -> list[Draft]:
    """Denials and the like that can be told only behind what they answer, the earliest first."""
    shelf = book.shelf
    found = [u for u in units(claims, shelf, leaning=True) if u.lead.stance in RANKED]
    return [drafted(u, claims, old, book) for u in found if content_of(u, shelf) is not None]
