"""Who said what: attribution, speaker, stance and the claim that they make."""

from enum import StrEnum

from onrecord.records.document import Document
from onrecord.records.moment import Moment
from onrecord.records.place import Place
from onrecord.records.problem import Problem
from onrecord.records.quantity import Quantity
from onrecord.records.record import Identified, Record, ident
from onrecord.records.span import Span


class Attribution(Record, frozen=True, kw_only=True):
    """The source-cue-content triple of PARC and PolNeAR; we say *speaker*, since Source is the publisher.

    `content` is whole, also where several claims share it; `chain` names those between ("Reuters, citing ...").
    In the narrator's voice speaker and cue are None.
    """

    speaker: Span | None = None
    cue: Span | None = None
    content: tuple[Span, ...] = ()
    venue: Span | None = None
    chain: tuple[Span, ...] = ()


class Speaker(Record, frozen=True, kw_only=True):
    """Who is heard. `name` is the story's name for a person or body, else the name as printed; None is unresolved.

    `implicit` is True where the speaker is not named at the cue (pronoun, elided subject, the publisher's own voice).
    `party` is the name of a party of the story.
    """

    name: str | None = None
    party: str | None = None
    implicit: bool = False
    rule: str = ""
    """How the speaker was found: named, alias, role, pronoun, elided, follow-on, publisher, supposed.

    "Supposed" is a voice without a name whose party is that of which the text tells there.
    """

    @property
    def side(self) -> str | None:
        """The party that the speaker speaks for: none where it is only supposed."""
        return None if self.rule == "supposed" else self.party


class Stance(StrEnum):
    """The speaker's stance toward the content."""

    ASSERTED = "asserted"
    HEDGED = "hedged"
    DENIED = "denied"
    NEITHER = "neither-confirmed-nor-denied"
    CALLED_FOR = "called-for"
    UNATTRIBUTED = "unattributed"


class Actor(Record, frozen=True, kw_only=True):
    """Who did it or to whom it was done: the characters, a plain name, and the party it belongs to, where known."""

    span: Span
    name: str
    party: str | None = None


class Weapon(Record, frozen=True, kw_only=True):
    """What it was done with: `kind` is a class of the weapons table (drone, missile, glide bomb, artillery)."""

    span: Span
    name: str
    kind: str


class Claim(Identified, frozen=True, kw_only=True):
    """One proposition by one speaker, with the exact characters that say it.

    `proposition` is the part of the content that this claim covers, `sentence` the whole sentences around
    attribution and content. `kind` is an event kind of the kinds table, "information" for talk about what is known,
    or "other". `object` is what was hit or lost (a facility, a house). `hedge` is the word that weakens
    ("preliminary"). `debunked` is True where the report itself calls the content false: it never comes out as a fact.
    """

    document: str
    attribution: Attribution
    proposition: Span
    sentence: Span
    speaker: Speaker | None = None
    stance: Stance = Stance.UNATTRIBUTED
    kind: str = "other"
    agent: Actor | None = None
    target: Actor | None = None
    object: Actor | None = None
    weapon: Weapon | None = None
    quantities: tuple[Quantity, ...] = ()
    places: tuple[Place, ...] = ()
    moment: Moment | None = None
    background: bool = False
    hedge: Span | None = None
    debunked: bool = False

    def identity(self) -> str:
        """By document and characters alone: a better reading of the same words is the same claim."""
        cue = self.attribution.cue
        return ident("c", self.document, self.proposition, cue, self.attribution.speaker)


class Reading(Record, frozen=True, kw_only=True):
    """What a reader makes of one document."""

    document: Document
    claims: tuple[Claim, ...] = ()
    problems: tuple[Problem, ...] = ()
