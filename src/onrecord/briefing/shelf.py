"""What a writer reaches for: the day's ledger view by id, and who is who in the story."""

import re
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cached_property

from onrecord.records import Claim, Document, Evidence, Party, Person, Source, Span, Story, View

_PROPER = re.compile(r"(?<=[a-z,] )[A-Z][a-z]+(?![\w-]| [A-Z])")
_LOWER = re.compile(r"(?<![\w.-])[a-z]+(?![\w-])")


@dataclass(frozen=True)
class Shelf:
    """The view and the story of one day, by id and by name."""

    day: date
    view: View
    story: Story
    documents: dict[str, Document] = field(init=False)
    claims: dict[str, Claim] = field(init=False)
    sources: dict[str, Source] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "documents", {d.id: d for d in self.view.documents})
        object.__setattr__(self, "claims", {c.id: c for c in self.view.claims if c.document in self.documents})
        object.__setattr__(self, "sources", {s.id: s for s in self.story.sources})

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """Every word that some document prints in lower case."""
        return frozenset(w for d in self.view.documents for w in _LOWER.findall(d.text))

    @cached_property
    def proper(self) -> frozenset[str]:
        """Every word that some document prints with a capital, behind a word without one, and as no part of a name."""
        return frozenset(w for d in self.view.documents for w in _PROPER.findall(d.text))

    @cached_property
    def opened(self) -> datetime:
        """When yesterday's briefing closed: what is published later is fresh."""
        return self.story.cutoff(self.day - timedelta(days=1))

    def of(self, document: str) -> tuple[Claim, ...]:
        """The claims of one document, in the order of the view."""
        return self._of.get(document, ())

    @cached_property
    def _of(self) -> dict[str, tuple[Claim, ...]]:
        found: dict[str, list[Claim]] = {}
        for claim in self.claims.values():
            found.setdefault(claim.document, []).append(claim)
        return {document: tuple(claims) for document, claims in found.items()}

    def document(self, claim: Claim) -> Document:
        """The document that makes the claim."""
        return self.documents[claim.document]

    def source(self, claim: Claim) -> Source:
        """Who published it. A source that story.toml does not name is its own publisher."""
        name = self.document(claim).source
        return self.sources.get(name) or Source(id=name, name=name, kind="media")  # type: ignore[arg-type]

    def published(self, claim: Claim) -> datetime:
        """When the claim was published."""
        return self.document(claim).published or self.view.cutoff

    def fresh(self, claim: Claim) -> bool:
        """Whether the claim was published since yesterday's briefing closed."""
        return claim.document in self._new

    @cached_property
    def _new(self) -> frozenset[str]:
        late = (d for d in self.view.documents if (d.published or self.view.cutoff) > self.opened)
        return frozenset(d.id for d in late)

    def words(self, claim: Claim, span: Span) -> str:
        """The characters of a span of the claim's document."""
        return span.of(self.document(claim).text)

    def evidence(self, claim: Claim, span: Span) -> Evidence:
        """A span of the claim's document as evidence."""
        document = self.document(claim)
        return Evidence.take(document.id, document.text, span, document.source)

    def person(self, name: str, on: date) -> Person | None:
        """The official of this name, in the role held on a day, else in the first one listed."""
        named = [p for party in self.story.parties for p in party.people if p.name == name]
        held = [p for p in named if (p.since or on) <= on <= (p.until or on)]
        return next(iter(held or named), None)

    def party(self, name: str | None) -> Party | None:
        """The party of this name."""
        return self.story.party(name)

    def known(self, name: str) -> bool:
        """Whether the story names this party, body or person, or a source whose voice it is."""
        return name in self._names

    @cached_property
    def _names(self) -> frozenset[str | None]:
        parties = self.story.parties
        own = {name for p in parties for name in (p.name, *(b.name for b in p.bodies), *(o.name for o in p.people))}
        return frozenset(own | {name for s in self.story.sources for name in (s.speaker, s.name)})
