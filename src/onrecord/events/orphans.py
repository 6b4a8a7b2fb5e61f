"""What publishers took back -> a view in which the copies that others still print are held false.

A copy is told as `echo` tells one, by word 5-gram containment, on the sentence of the claim. Only what an outlet tells
in its own voice, or as the publisher's, falls with the report that it copies; what another speaker says stands.
"""

from collections.abc import Iterable

import msgspec
from msgspec.structs import replace

from onrecord.events.page import TOKEN
from onrecord.events.passages import shingles
from onrecord.events.retract import numbers
from onrecord.events.tables import weights
from onrecord.records import Claim, Document, Stance, Story, View

Made = tuple[Claim, Document]
OPEN = (Stance.DENIED, Stance.NEITHER)
"""Stances that tell nothing as a fact."""


class Print(msgspec.Struct, frozen=True):
    """How one document prints a claim: the shingles of its sentence, and its numbers."""

    document: str
    runs: frozenset[str]
    counts: frozenset[float]

    @classmethod
    def of(cls, claim: Claim, document: Document) -> "Print":
        """What stands in the claim's sentence."""
        found = TOKEN.finditer(document.text, claim.sentence.start, claim.sentence.end)
        words = [m.group().casefold() for m in found]
        runs = frozenset(" ".join(words[a:b]) for a, b in shingles((0, len(words))))
        return cls(document.id, runs, numbers(claim.proposition.of(document.text)))

    def copied(self, other: "Print") -> bool:
        """Whether another document prints the same, and no other number."""
        short = min(len(self.runs), len(other.runs))
        limits, both = weights().echo, len(self.runs & other.runs)
        alike = short > 0 and both >= min(limits.fewest, short) and both >= limits.containment * short
        apart = self.counts and other.counts and not self.counts & other.counts
        return alike and not apart and self.document != other.document


def orphaned(view: View, gone: Iterable[Made], story: Story) -> View:
    """Hold false what copies a claim of `gone` that a publisher made in its own voice."""
    names = {s.id: {s.name, s.publisher or s.name} for s in story.sources}
    lost = [
        (Print.of(c, d), names.get(d.source, set())) for c, d in gone if _heard(c) in {None, *names.get(d.source, ())}
    ]
    if not lost:
        return view
    documents = {d.id: d for d in view.documents}

    def falls(claim: Claim) -> bool:
        if claim.debunked or claim.stance in OPEN or claim.document not in documents:
            return False
        near = [print for print, owner in lost if _heard(claim) in {None, *owner}]
        return bool(near) and any(map(Print.of(claim, documents[claim.document]).copied, near))

    fallen = {c.id for c in view.claims if falls(c)}
    claims = tuple(replace(c, debunked=True) if c.id in fallen else c for c in view.claims)
    return replace(view, claims=claims) if fallen else view


def _heard(claim: Claim) -> str | None:
    return (claim.speaker.name or None) if claim.speaker else None
