"""What a proof is read against: the ledger view and the story, looked up afresh."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cached_property

from onrecord.records import (
    Body,
    Claim,
    Document,
    Evidence,
    Party,
    Person,
    Source,
    SourceKind,
    Span,
    Story,
    View,
)


@dataclass(frozen=True)
class Stack:
    """The day's documents and claims, by id and by the characters that they stand on.

    `false` holds what each document calls false.
    """

    day: date
    view: View
    story: Story
    documents: dict[str, Document] = field(init=False)
    claims: dict[str, Claim] = field(init=False)
    standing: dict[tuple[str, Span], tuple[Claim, ...]] = field(init=False)
    false: dict[str, tuple[Claim, ...]] = field(init=False)

    def __post_init__(self) -> None:
        documents = {d.id: d for d in self.view.documents}
        claims = {c.id: c for c in self.view.claims if c.document in documents}
        standing: dict[tuple[str, Span], tuple[Claim, ...]] = {}
        for claim in claims.values():
            at = (claim.document, claim.proposition)
            standing[at] = (*standing.get(at, ()), claim)
        false: dict[str, tuple[Claim, ...]] = {}
        for claim in claims.values():
            if claim.debunked:
                false[claim.document] = (*false.get(claim.document, ()), claim)
        object.__setattr__(self, "false", false)
        object.__setattr__(self, "documents", documents)
        object.__setattr__(self, "claims", claims)
        object.__setattr__(self, "standing", standing)

    @property
    def opened(self) -> datetime:
        """When the day before closed."""
        return self.story.cutoff(self.day - timedelta(days=1))

    def text(self, claim: Claim) -> str:
        """The whole text in which the claim stands."""
        return self.documents[claim.document].text

    def printed(self, claim: Claim, span: Span | None) -> str:
        """The characters of a span with single spaces, without closing marks; empty for no span."""
        return " ".join(span.of(self.text(claim)).split()).rstrip(",.;:") if span else ""

    def published(self, claim: Claim) -> datetime:
        """When the claim was published."""
        return self.documents[claim.document].published or self.view.cutoff

    def source(self, claim: Claim) -> Source:
        """The publisher of the claim."""
        id = self.documents[claim.document].source
        return self.story.source(id) or Source(id=id, name=id, kind=SourceKind.MEDIA)

    @cached_property
    def fresh(self) -> tuple[Document, ...]:
        """The documents published since the day before closed."""
        return tuple(d for d in self.view.documents if d.published is not None and d.published > self.opened)

    def people(self) -> list[tuple[Party, Person]]:
        """Every official of the story."""
        return [(p, o) for p in self.story.parties for o in p.people]

    def bodies(self) -> list[tuple[Party, Body]]:
        """Every body of the story."""
        return [(p, b) for p in self.story.parties for b in p.bodies]

    def exact(self, evidence: Evidence) -> bool:
        """Whether evidence quotes its document to the letter, context and source included."""
        document = self.documents.get(evidence.document)
        if document is None or evidence.span.end > len(document.text) or evidence.span.start == evidence.span.end:
            return False
        return evidence == Evidence.take(document.id, document.text, evidence.span, document.source)
