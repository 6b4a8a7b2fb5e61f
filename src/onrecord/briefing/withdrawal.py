"""What an outlet took back in the report that tells of it: "Wire One withdrew its report that a dam had burst"."""

import re
from collections.abc import Iterable

from onrecord.briefing.clause import finite
from onrecord.briefing.credit import WE, taken
from onrecord.briefing.draft import Draft
from onrecord.briefing.fit import hangs
from onrecord.briefing.lexicon import words
from onrecord.briefing.pen import Pen
from onrecord.briefing.phrase import content_of, lowered
from onrecord.briefing.shelf import Shelf
from onrecord.briefing.unit import Unit
from onrecord.records import Claim, Source, Span, Stance

NEAR = 160
"""Characters behind the sentence in which it may be taken back."""


def withdrawals(claims: Iterable[Claim], shelf: Shelf) -> tuple[Draft, ...]:
    """The first report of each outlet that is told and taken back at once."""
    made: dict[str, Draft] = {}
    for claim in claims:
        mine = recalled(claim, shelf)
        source = mine or whose(claim, shelf)
        spans = (claim.proposition,) if mine else claim.attribution.content or (claim.proposition,)
        unit = Unit(claims=(claim,), spans=spans)
        if source is None or len(unit.spans) > 1 or not (mine or undone(claim, source, shelf)):
            continue
        content = content_of(unit, shelf)
        if content is not None and finite(content) and not hangs(unit, shelf):
            made.setdefault(source.id, _draft(unit, source, shelf))
    return tuple(made.values())


def recalled(claim: Claim, shelf: Shelf) -> Source | None:
    """The outlet that takes back, in words of its own that stand right before a claim, its report that said so."""
    source, text = shelf.source(claim), shelf.document(claim).text
    ahead = text[claim.sentence.start : claim.proposition.start]
    own = claim.attribution.cue is None and not source.speaker and not claim.debunked
    said = own and any(re.search(form, ahead) for form in words().recalled)
    return source if said and not _handed(claim, shelf) else None


def _handed(claim: Claim, shelf: Shelf) -> bool:
    """Whether another outlet has printed the sentence before: then "our report" is not this one's."""
    told, own, at = shelf.words(claim, claim.sentence), shelf.document(claim).source, shelf.published(claim)
    every = (d for d in shelf.view.documents if d.source != own and (d.published or at) < at)
    return any(told in d.text for d in every)


def whose(claim: Claim, shelf: Shelf) -> Source | None:
    """The outlet whose earlier report a claim tells of: its speaker, by its whole name or the first word of it."""
    name = (claim.speaker.name or "" if claim.speaker else "").removeprefix("the ").removeprefix("The ")
    if claim.attribution.cue is None or claim.stance is not Stance.ASSERTED or claim.debunked or not name:
        return None
    fits = [
        s
        for s in shelf.story.sources
        if not s.speaker and name in (plain := s.name.removeprefix("The "), plain.split()[0])
    ]
    return fits[0] if len(fits) == 1 else None


def undone(claim: Claim, source: Source, shelf: Shelf) -> bool:
    """Whether the report takes it back in what follows: its own by any such words, another's beside its name."""
    text, end = shelf.document(claim).text, claim.sentence.end
    after = Span(start=end, end=min(len(text), end + NEAR)).of(text)
    own = shelf.document(claim).source == source.id
    name = source.name.removeprefix("The ")
    whole = any(own or name in before for before in taken(after, words().undone))
    return whole or any(name in before or (own and WE.search(before)) for before in taken(after, words().undone_by))


def _draft(unit: Unit, source: Source, shelf: Shelf) -> Draft:
    lead = unit.lead
    held = tuple(q for q in lead.quantities if any(s.holds(q.span) for s in unit.spans) and q.value is not None)
    return Draft(
        form="withdrawn",
        claims=unit.claims,
        spans=tuple((unit.lead, s) for s in unit.spans),
        words=lambda pen: _sentence(unit, source, pen),
        figures=held,
    )


def _sentence(unit: Unit, source: Source, pen: Pen) -> str | None:
    content = content_of(unit, pen.shelf)
    return f"{source.name} withdrew its report that {lowered(content, unit, pen.shelf)}." if content else None
