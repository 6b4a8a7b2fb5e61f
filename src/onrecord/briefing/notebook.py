"""What is known while events are chosen: limits, what was refused, and what was said and cited before."""

from dataclasses import dataclass, field

from onrecord.briefing.draft import Draft
from onrecord.briefing.shelf import Shelf
from onrecord.records import Claim, Length, Quantity


@dataclass(frozen=True)
class Said:
    """What was said: by whom, in which words (their stems), and of what (event and kind; empty for a hedge)."""

    name: str
    content: frozenset[str]
    topic: tuple[str, ...] = ()
    numbers: frozenset[int] = frozenset()


@dataclass
class Notebook:
    """What is known while events are chosen: limits, what was refused, and what was said and cited before."""

    shelf: Shelf
    limits: Length
    refused: frozenset[tuple[str, ...]]
    replaced: frozenset[tuple[object, ...]] = frozenset()
    """Figures that their speaker has replaced."""
    listed: frozenset[tuple[object, ...]] = frozenset()
    """Figures that the list of changes tells."""
    said: list[Said] = field(default_factory=list)
    hedged: dict[str, list[frozenset[str]]] = field(default_factory=dict)
    taken: set[str] = field(default_factory=set)
    figures: set[tuple[object, ...]] = field(default_factory=set)
    counted: dict[str, set[object]] = field(default_factory=dict)
    """The figures that each speaker's tallies and tables gave."""
    homes: dict[str, str] = field(default_factory=dict)
    """The event that a report, or a speaker, is told under among what is reported."""

    def blank(self) -> "Notebook":
        """The same before anything was told."""
        return Notebook(self.shelf, self.limits, self.refused, self.replaced, self.listed, hedged=self.hedged)

    def bars(self, draft: Draft) -> bool:
        """Whether a draft was refused, or tells again what is told."""
        again = draft.form in ("tally", "unit", "toll", "noted") and any(c.id in self.taken for c in draft.claims)
        counts = {figure(draft.claims[0], q) for q in draft.figures}
        return (
            draft.key in self.refused
            or again
            or (
                draft.form in ("tally", "toll", "noted")
                and counts <= self.figures | (self.listed if draft.form == "toll" else set())
            )
        )


def figure(claim: Claim, quantity: Quantity) -> tuple[object, ...]:
    """What a figure is known by: whose it is, what it counts, how many, and where."""
    name = claim.speaker.name if claim.speaker else claim.document
    return (name, quantity.measure, quantity.value, quantity.place)
