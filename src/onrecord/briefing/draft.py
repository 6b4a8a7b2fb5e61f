"""What a sentence stands on before it has words: claims, their characters, figures, and how to say it."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from onrecord.briefing import house
from onrecord.briefing.lexicon import kinds, words
from onrecord.briefing.pen import Pen, speaker, unsure
from onrecord.briefing.shelf import Shelf
from onrecord.records import (
    Claim,
    Figure,
    Quantity,
    Scope,
    Sentence,
    Span,
    Stance,
    Status,
    Style,
    VerdictKind,
)


@dataclass(frozen=True)
class Draft:
    """A sentence to be. `words` says it with a pen; `carried` are claims of other outlets that say the same."""

    form: str
    claims: tuple[Claim, ...]
    spans: tuple[tuple[Claim, Span], ...]
    words: Callable[[Pen], str | None]
    carried: tuple[Claim, ...] = ()
    figures: tuple[Quantity, ...] = ()
    opens: str = "unit"
    """The form of the first of two that it tells."""
    charted: bool = False
    """Whether a chart draws it: then it stands alone."""

    @property
    def key(self) -> tuple[str, ...]:
        """What it is known by while the briefing is put together."""
        return (self.form, *(f"{c.document} {s.start} {s.end}" for c, s in self.spans))


@dataclass(frozen=True)
class Standing:
    """Where a sentence stands: its event and section, and the claims that tables and charts of the briefing rest on."""

    event: str | None
    section: str
    contested: frozenset[str] = frozenset()
    charted: frozenset[str] = frozenset()


def finish(draft: Draft, pen: Pen, at: Standing) -> Sentence | None:
    """The sentence of a draft; None where it cannot be said."""
    text = draft.words(pen)
    if text is None:
        return None
    shelf = pen.shelf
    everyone = (*draft.claims, *draft.carried)
    spans = (*draft.spans, *((c, c.proposition) for c in draft.carried))
    ranks = standing(draft.claims, shelf)
    outlets = len({shelf.document(c).source for c in everyone})
    return Sentence(
        text=text,
        evidence=tuple(dict.fromkeys(shelf.evidence(c, s) for c, s in spans)),
        claims=tuple(dict.fromkeys(c.id for c in everyone)),
        event=at.event,
        status=status(draft, at, shelf),
        verdicts=verdicts(draft, at, shelf),
        numbers=figures(text, draft.figures, shelf.story.style),
        origins=len(ranks),
        outlets=outlets,
        note=", ".join(filter(None, (note(ranks, outlets, shelf), _moving(draft, text, shelf)))),
    )


def _moving(draft: Draft, text: str, shelf: Shelf) -> str:
    """As of when a count is that grows while it is taken: "as of 13:40 on 14 December", for a running total the day."""
    counts = [q for q in draft.figures if q.measure in words().moving]
    if draft.form not in ("unit", "pair", "toll", "more") or not counts or "as of" in text.lower():
        return ""
    at = shelf.published(draft.claims[0]).astimezone(shelf.story.zone)
    running = all(q.scope is Scope.CUMULATIVE for q in counts)
    return f"as of {house.dated(at.date(), shelf.day.year) if running else house.timed(at, shelf.day.year)}"


def standing(claims: tuple[Claim, ...], shelf: Shelf) -> frozenset[tuple[str, str]]:
    """The independent origins behind claims: a belligerent party is one, however many of its bodies speak."""
    return frozenset(_origin(c, shelf) for c in claims)


def _origin(claim: Claim, shelf: Shelf) -> tuple[str, str]:
    party = shelf.party(claim.speaker.side if claim.speaker else None)
    if party is not None and party.belligerent:
        return ("party", party.name)
    source = shelf.source(claim)
    if claim.speaker is None or not claim.speaker.name:
        owner = shelf.party(source.party)
        return ("party", owner.name) if owner and owner.belligerent else ("publisher", source.publisher or source.id)
    return ("speaker", claim.speaker.name)


def status(draft: Draft, at: Standing, shelf: Shelf) -> Status:
    """How far the sentence may be trusted."""
    if at.section == "background":
        return Status.BACKGROUND
    contested = any(c.id in at.contested or c.stance is Stance.DENIED for c in draft.claims)
    if draft.form != "joint" and (contested or draft.form == "differ"):
        return Status.DISPUTED
    if draft.form == "joint" or all(own(c, shelf) for c in draft.claims):
        return Status.ESTABLISHED
    return Status.PRELIMINARY if any(unsure(c) for c in draft.claims) else Status.REPORTED


def own(claim: Claim, shelf: Shelf) -> bool:
    """Whether an authority speaks of its own act: the kind allows it, and the agent or the court is the speaker."""
    sort = kinds().get(claim.kind)
    if sort is None or not sort.own or claim.stance is not Stance.ASSERTED or _planned(claim, shelf):
        return False
    name = speaker(claim, shelf)
    courts = {b.name for p in shelf.story.parties for b in p.bodies if b.kind == "court"}
    return name in courts or (claim.agent is not None and claim.agent.name == name)


def _planned(claim: Claim, shelf: Shelf) -> bool:
    """Whether the claim tells an intention, which is no act yet."""
    listed = re.findall(r"\w+", shelf.words(claim, claim.proposition).lower())
    first = next((w for w in listed if w in words().plans | words().done), "")
    return first in words().plans


def verdicts(draft: Draft, at: Standing, shelf: Shelf) -> tuple[VerdictKind, ...]:
    """The verdicts that bear on the sentence, as the page shows them."""
    ids = {c.id for c in draft.claims}
    made = {
        VerdictKind.CONFLICT: bool(ids & at.contested) or draft.form == "differ",
        VerdictKind.PARTITION: bool(ids & at.charted),
        VerdictKind.AGREE: draft.form == "joint",
        VerdictKind.UPDATE: draft.form == "change",
    }
    found = tuple(kind for kind, holds in made.items() if holds)
    return found or ((VerdictKind.SINGLE,) if len(standing(draft.claims, shelf)) == 1 else ())


def note(ranks: frozenset[tuple[str, str]], outlets: int, shelf: Shelf) -> str:
    """The few words beside a sentence: "2 origins, both sides", "1 origin, 6 outlets"."""
    sides = [name for kind, name in ranks if kind == "party"]
    told = [f"{len(ranks)} origin{'' if len(ranks) == 1 else 's'}"]
    if len(sides) > 1:
        told.append("both sides" if len(sides) == 2 else f"{len(sides)} sides")
    elif outlets > len(ranks):
        told.append(f"{outlets} outlets")
    return ", ".join(told)


def figures(text: str, quantities: tuple[Quantity, ...], style: Style) -> tuple[Figure, ...]:
    """The numbers of a sentence, locked."""
    made = []
    for q in quantities:
        printed = shown(q, text, style)
        if printed is not None and q.value is not None:
            made.append(Figure(text=printed, value=q.value, measure=q.measure, operator=q.operator, object=q.object))
    return tuple(dict.fromkeys(made))


def shown(quantity: Quantity, text: str, style: Style) -> str | None:
    """How a sentence prints a quantity; None where it does not."""
    if quantity.value is None:
        return None
    spelled = [w for w, many in house.spelled().items() if many == quantity.value]
    options = (house.number(quantity.value, style), house.digits(quantity.value), str(quantity.value), *spelled)
    low = f" {text.lower()} "
    return next((o for o in options if any(f" {o}{end}" in low for end in " ,.;:)-")), None)
