"""Two accounts in one sentence: a claim and its answer, "X said that a depot burned; Y denied having struck it", or one
speaker's two sentences, "X said that a depot burned, and that nobody was hurt"."""

import re
from collections.abc import Callable

from onrecord.briefing import house
from onrecord.briefing.draft import Draft, own
from onrecord.briefing.lexicon import words
from onrecord.briefing.pen import Pen, anonymous, hedge, side, speaker, unsure, venue, verb
from onrecord.briefing.phrase import content_of, lowered, phrase
from onrecord.briefing.rank import RANKED, located
from onrecord.briefing.shelf import Shelf
from onrecord.briefing.unit import Unit
from onrecord.records import Claim, Stance

LONGEST = 420
"""Characters of both contents together, at the most."""
GAP = 3
"""Characters between a sentence and the next one: a paragraph may end there."""
TOGETHER = 260
"""The same of one speaker's two sentences."""
_STEM = 5
_WORD = re.compile(r"[^\W_]{4,}")


def paired(
    drafts: list[Draft], spare: list[Draft], old: bool, shelf: Shelf, refused: frozenset[tuple[str, ...]]
) -> list[Draft]:
    """The drafts with each answer told behind the claim that it answers, in that claim's place.

    Without such a claim it stands alone.
    `spare` are answers that cannot stand alone: the first of each side that is not told yet.
    """
    made = list(drafts)
    heard = {side(d.claims[0], shelf) for d in drafts if d.claims[0].stance in RANKED}
    more = {name: d for d in reversed(spare) if (name := side(d.claims[0], shelf)) not in heard}
    for answer in [d for d in (*drafts, *more.values()) if d.form == "unit" and d.claims[0].stance in RANKED]:
        claim = _claim(answer, [d for d in made if d.form == "unit" and d is not answer], shelf)
        both = _both(claim, answer, old) if claim is not None else None
        if claim is not None and both is not None and both.key not in refused:
            made[made.index(claim)] = both
            made = [d for d in made if d is not answer]
    return made


def _claim(answer: Draft, others: list[Draft], shelf: Shelf) -> Draft | None:
    """What is answered: by whom the report quotes last before, else what is told in like words."""
    lead = answer.claims[0]
    before = _before(lead, shelf)
    said = _stems(answer, shelf)

    def near(draft: Draft) -> tuple[bool, int]:
        return speaker(draft.claims[0], shelf) == before, len(said & _stems(draft, shelf))

    fits = [d for d in others if _meets(d.claims[0], lead, shelf) and length(d) + length(answer) < LONGEST]
    fits = [d for d in fits if any(near(d))]
    return max(fits, key=lambda d: (near(d), -others.index(d)), default=None)


def continued(drafts: list[Draft], old: bool, shelf: Shelf, refused: frozenset[tuple[str, ...]]) -> list[Draft]:
    """The drafts with two sentences of one speaker told in one, where the first stands: he said this, and that."""
    made = list(drafts)
    for first in drafts if not old else ():
        others = made[made.index(first) + 1 :] if first in made else []
        second = next((d for d in others if _goes_on(first, d, shelf)), None)
        both = two(*_ordered(first, second), "more", _both_said) if second is not None else None
        if both is not None and both.key not in refused:
            made[made.index(first)] = both
            made = [d for d in made if d is not second]
    return made


def followed(drafts: list[Draft], spare: list[Draft], shelf: Shelf, refused: frozenset[tuple[str, ...]]) -> list[Draft]:
    """The drafts with the next sentence of their speaker, where it counts people and cannot stand alone: "six others
    were injured" behind "two people died". `spare` are such sentences."""
    made = list(drafts)
    told = {(speaker(d.claims[0], shelf), q.measure, q.value) for d in drafts for q in d.figures}
    for first in drafts:
        for second in spare:
            new = {(speaker(second.claims[0], shelf), q.measure, q.value) for q in second.figures}
            if _next(first, second) and not new & told and _goes_on(first, second, shelf):
                both = two(first, second, "more", _both_said)
                if both.key not in refused and first in made:
                    made[made.index(first)] = both
    return made


def _next(first: Draft, second: Draft) -> bool:
    """Whether a draft's words are those right behind another's in its report."""
    lead, other = first.claims[0], second.claims[0]
    behind = other.sentence.start - lead.sentence.end
    return first.form == "unit" and lead.document == other.document and 0 <= behind <= GAP


def _ordered(first: Draft, second: Draft) -> tuple[Draft, Draft]:
    """What says where it happened comes before what does not."""
    return (second, first) if located(unit_of(second)) and not located(unit_of(first)) else (first, second)


def _goes_on(first: Draft, second: Draft, shelf: Shelf) -> bool:
    """Whether two drafts are one speaker's plain words, that "said that" may open."""
    if any(d.form != "unit" for d in (first, second)) or length(first) + length(second) >= TOGETHER:
        return False
    lead, other = first.claims[0], second.claims[0]
    whole = lead.attribution.content != other.attribution.content or lead.document != other.document
    whole = whole and own(lead, shelf) == own(other, shelf)
    return whole and speaker(lead, shelf) == speaker(other, shelf) and _plainly(lead, shelf) and _plainly(other, shelf)


def _plainly(claim: Claim, shelf: Shelf) -> bool:
    used = verb(claim, shelf)
    said = used is not None and used.print == "said" and not venue(claim, shelf) and not hedge(claim, shelf)
    named = not anonymous(claim, shelf) and not claim.attribution.chain
    return said and named and claim.stance not in RANKED and not unsure(claim)


def _both_said(first: Draft, second: Draft, pen: Pen) -> str | None:
    left, right = (content_of(unit_of(d), pen.shelf) for d in (first, second))
    if left is None or right is None:
        return None
    who = house.capital(pen.who(first.claims[0]))
    told = [lowered(text, unit_of(d), pen.shelf) for text, d in ((left, first), (right, second))]
    return f"{who} said that {told[0]}, and that {told[1]}."


def two(first: Draft, second: Draft, form: str, words_: Callable[[Draft, Draft, Pen], str | None]) -> Draft:
    """Two drafts as one of a form, with the words for both."""
    return Draft(
        form=form,
        opens=first.form,
        claims=(*first.claims, *second.claims),
        spans=(*first.spans, *second.spans),
        words=lambda pen: words_(first, second, pen),
        carried=(*first.carried, *(c for c in second.carried if c not in first.carried)),
        figures=(*first.figures, *second.figures),
    )


def _before(answer: Claim, shelf: Shelf) -> str:
    """Who is heard last before a claim in its report; empty for nobody else."""
    told = [c for c in shelf.of(answer.document) if c.proposition.end <= answer.proposition.start]
    told = [c for c in told if speaker(c, shelf) != speaker(answer, shelf) and c.stance not in RANKED]
    last = max(told, key=lambda c: c.proposition.end, default=None)
    return speaker(last, shelf) if last is not None else ""


def _meets(claim: Claim, answer: Claim, shelf: Shelf) -> bool:
    """Whether one side asserts what another answers."""
    asserts = claim.stance in (Stance.ASSERTED, Stance.HEDGED, Stance.UNATTRIBUTED)
    sides = [c.speaker.side if c.speaker else None for c in (claim, answer)]
    return asserts and speaker(claim, shelf) != speaker(answer, shelf) and (sides[0] != sides[1] or None in sides)


def length(draft: Draft) -> int:
    """How many characters a draft quotes."""
    return sum(s.end - s.start for _, s in draft.spans)


def _stems(draft: Draft, shelf: Shelf) -> set[str]:
    told = (w for c, s in draft.spans for w in _WORD.findall(shelf.words(c, s)))
    sides = {n.lower() for p in shelf.story.parties for n in (p.name, *p.aliases, *p.adjectives)}
    return {w[:_STEM].lower() for w in told if w.lower() not in words().stop | sides}


def _both(claim: Draft, answer: Draft, old: bool) -> Draft:
    return two(claim, answer, "pair", lambda first, second, pen: _sentence(first, second, old, pen))


def _sentence(claim: Draft, answer: Draft, old: bool, pen: Pen) -> str | None:
    first = phrase(unit_of(claim), pen, old)
    second = phrase(unit_of(answer), pen, old, inner=True)
    return f"{first.removesuffix('.')}; {second}" if first and second else None


def unit_of(draft: Draft) -> Unit:
    """The unit of a draft in a speaker's words; of a claim and its answer that of the claim."""
    lead = draft.claims[0]
    same = tuple(
        c for c in draft.claims if (c.document, c.stance, c.speaker) == (lead.document, lead.stance, lead.speaker)
    )
    own = [*lead.attribution.content, lead.proposition]
    spans = tuple(s for c, s in draft.spans if c.id == lead.id and any(o.holds(s) for o in own))
    return Unit(claims=same, spans=spans)
