"""What an outlet calls false, told as false: "The Observer called it false that 600 soldiers surrendered in Harno"."""

import re
from collections.abc import Iterable

from onrecord.briefing.clause import finite
from onrecord.briefing.draft import Draft
from onrecord.briefing.fit import hangs, leans, units
from onrecord.briefing.lexicon import line, words
from onrecord.briefing.pen import Pen, anonymous
from onrecord.briefing.phrase import content_of, lowered
from onrecord.briefing.rank import located
from onrecord.briefing.shelf import Shelf
from onrecord.briefing.unit import Unit
from onrecord.records import Claim

ALIKE = 0.5
"""The share of its words by which a story that counts nothing is known again."""
_WORD = re.compile(r"[^\W_]{4,}")
_STEM = 5


def falsehoods(claims: Iterable[Claim], shelf: Shelf) -> tuple[Draft, ...]:
    """The first story of an event that an outlet calls false; in the words of who spread it where its own say less."""
    told = tuple(claims)
    for claim in told:
        if claim.debunked and _own(claim, shelf) and shelf.fresh(claim):
            unit = _story(claim, told, shelf)
            if unit is not None:
                return (_draft(claim, unit, shelf),)
    return ()


def _own(claim: Claim, shelf: Shelf) -> bool:
    """Whether it is the outlet that calls a claim false: what a known speaker calls so is a denial."""
    return not shelf.source(claim).speaker and (claim.speaker is None or anonymous(claim, shelf))


def _story(claim: Claim, told: tuple[Claim, ...], shelf: Shelf) -> Unit | None:
    """The words of a story: the report's own where they say where, else those of one who tells the same."""
    own = Unit(claims=(claim,), spans=(claim.proposition,))
    content = content_of(own, shelf)
    alone = not hangs(own, shelf) and not leans(own, shelf)
    fits = [own] if content is not None and finite(content) and alone else []
    spread = [c for c in told if c.document != claim.document and shelf.fresh(c) and same(claim, c, shelf)]
    fits += [u for u in units(spread, shelf) if content_of(u, shelf) is not None]
    return next((u for u in fits if located(u)), fits[0] if fits else None)


def same(false: Claim, claim: Claim, shelf: Shelf) -> bool:
    """Whether a claim tells what another report calls false: each of its figures, or without any half of its words.

    One word alone, such as a name, is not enough.
    """
    counted, given = ({(q.measure, q.value) for q in c.quantities if q.value is not None} for c in (false, claim))
    if counted:
        return counted <= given
    ours, theirs = _stems(false, shelf), _stems(claim, shelf)
    return len(ours & theirs) >= max(2, ALIKE * len(ours))


def _stems(claim: Claim, shelf: Shelf) -> set[str]:
    printed = _WORD.findall(shelf.words(claim, claim.proposition))
    return {w[:_STEM].lower() for w in printed if w.lower() not in words().stop}


def _draft(claim: Claim, unit: Unit, shelf: Shelf) -> Draft:
    lead = unit.lead
    held = tuple(q for q in lead.quantities if any(s.holds(q.span) for s in unit.spans) and q.value is not None)
    spread = () if lead.id == claim.id else tuple((lead, s) for s in unit.spans)
    return Draft(
        form="false",
        claims=tuple({c.id: c for c in (claim, lead)}.values()),
        spans=((claim, claim.proposition), *spread),
        words=lambda pen: _sentence(claim, unit, pen),
        figures=held,
    )


def _sentence(claim: Claim, unit: Unit, pen: Pen) -> str | None:
    content, who = content_of(unit, pen.shelf), pen.shelf.source(claim).name
    return f"{who}{line('false')}{lowered(content, unit, pen.shelf)}." if content else None
