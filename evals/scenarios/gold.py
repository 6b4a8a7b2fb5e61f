"""The gold of the scenario book: frozen records, one JSON Lines file each, and the book that holds them all.

Documents are named by their `url` (Document.address in the product), claims by their place in them: `url` and the
spans of their content in the text that the document's line holds. Every figure is an integer.
"""

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

from onrecord.records import Measure, Operator, Scope, Span, Stance, VerdictKind
from onrecord.records.record import Record

OCCURRENCE = "occurrence"
"""The measure of a ruling on whether the thing happened at all, as in records.Verdict."""


LAST = 12
"""The last day of the book."""
KEPT = 17
"""The first day of practice that is only for scoring."""
EVER = 99
"""A day after all days."""


class Half(StrEnum):
    """What a record is for: on `tune` faults may be looked at and mended; of `score` only the figures are read."""

    TUNE = "tune"
    SCORE = "score"

    @classmethod
    def of(cls, day: int) -> "Half":
        """The half of a day: odd days tune, even ones score; of the days of practice those from `KEPT` on score."""
        return cls.SCORE if day >= KEPT or (day <= LAST and day % 2 == 0) else cls.TUNE


class EchoKind(StrEnum):
    """How a text was taken over from another. Seven ways."""

    VERBATIM = "verbatim"  # the whole text, character for character, under another address
    TRUNCATED = "truncated"  # its beginning, cut off, at times in mid-sentence
    PARAPHRASED = "paraphrased"  # told again in other words, without saying from whom
    EMBEDDED = "embedded"  # some of its paragraphs inside the outlet's own reporting
    BRIEF = "brief"  # one sentence
    CREDITED = "credited"  # shortened or told again, with a line that says whose it is ("via X", "(X)")
    RESPELT = "respelt"  # translated there and back: other spellings of names, other words for the same


class TrapKind(StrEnum):
    """What is planted to make a reader of the day go wrong. Each kind stands in both halves."""

    ECHO_VERBATIM = "echo-verbatim"
    ECHO_TRUNCATED = "echo-truncated"
    ECHO_PARAPHRASED = "echo-paraphrased"
    ECHO_EMBEDDED = "echo-embedded"
    ECHO_BRIEF = "echo-brief"
    ECHO_CREDITED = "echo-credited"
    ECHO_RESPELT = "echo-respelt"
    FAMILY = "family"  # two papers of one house, each in its own words
    CHAIN = "quote-chain"  # A citing B, which cites C
    RING = "citation-ring"  # A cites B cites C cites A: nobody has seen anything
    NETWORK = "network"  # domains of one owner
    SECOND = "second-reporter"  # a real second origin: must count
    PARTITION = "partition"  # 132 = 58 + 72 + 2
    SUBSET = "subset"  # 108 dead, 49 children among them
    DISTRIBUTIVE = "distributive"  # eight each over A and B
    CUMULATIVE = "cumulative"  # a running total beside the day's
    SWAPPED = "swapped-sides"  # ours over theirs, theirs over ours, with figures near each other
    ANOTHER = "another"  # "another five"
    AS_OF = "as-of"  # a toll that grows through the day
    REVISED = "revised-down"
    DENIAL = "denial"
    NEITHER = "neither-confirmed-nor-denied"
    RETRACTION = "retraction"  # an agency withdraws or corrects
    STALE = "stale"  # an old text with a new date
    FALSE = "embedded-falsehood"  # an accusation quoted as false by the report itself
    NAMESAKE = "namesake"  # two villages of one name in different regions
    NUMBERS = "numbers-that-count-nothing"  # ages, model numbers, highways, times
    OFF = "off-topic"  # sport, weather, business with war-like words
    CONFLICT = "conflict"  # independent origins, figures that exclude each other


class Count(Record, frozen=True, kw_only=True):
    """One figure of a told claim.

    `span` are the characters of the number alone, inside the claim's content; `text` repeats them. `value` is the
    number named, `operator` how the words beside it bound it. `part` is True for a subset told beside its total.
    `place` is the story's name of the place that the figure covers where it is not the event's.
    """

    span: Span
    text: str
    measure: Measure
    value: int
    operator: Operator = Operator.EXACT
    object: str = ""
    population: str = ""
    scope: Scope = Scope.WHOLE
    place: str = ""
    part: bool = False


class Told(Record, frozen=True, kw_only=True):
    """One claim as a document tells it.

    `id` is the document's id, a dot and a number. A speaker without a name is told as printed ("two engineers"); a ring
    has none, though its papers name each other. `content` are the characters of what is claimed, without speaker and
    cue, in one or several pieces; `quote` is what stands there, pieces joined by " ... ". `speaker` is the story's name
    of the first to have said it, "" for the outlet's own voice; `party` that of the speaker. `event` is the id of
    the happening that it tells, "" for none. `origin` is the id of the Origin that it goes back to. `background` is
    True where the document tells it as past news. `debunked` is True where the document itself calls it false,
    `withdrawn` where its publisher has taken it back by the end of the story.
    """

    id: str
    url: str
    half: Half
    content: tuple[Span, ...]
    quote: str
    kind: str
    speaker: str = ""
    party: str = ""
    stance: Stance = Stance.ASSERTED
    event: str = ""
    origin: str = ""
    counts: tuple[Count, ...] = ()
    background: bool = False
    debunked: bool = False
    withdrawn: bool = False


class Report(Record, frozen=True, kw_only=True):
    """One document: `url` is its address in the product, `source` an id of story.toml.

    `day` is that of the briefing which is first to hold it (Story.day_of, as a number). `half` is that of the day.
    `form` is its manner: wire, article, blog, bulletin, post, headline, round-up, situation-report, court, off.
    """

    id: str
    url: str
    source: str
    published: datetime
    day: int
    half: Half
    form: str
    title: str


class Echo(Record, frozen=True, kw_only=True):
    """One document that takes another's text over. `claims` pairs the copy's claims with those that they copy."""

    kind: EchoKind
    half: Half
    copy: str
    """The url of the copy."""
    original: str
    """The url of what it takes from: itself perhaps a copy."""
    claims: tuple[tuple[str, str], ...] = ()


class Origin(Record, frozen=True, kw_only=True):
    """What claims on one event go back to, followed to its end.

    `id` is EVENT/NAME. `name` is the story's name of a body or person who is quoted (`rule` speaker), or the publisher
    family whose own people saw or counted it (`rule` reporting). `party` is that of the speaker; `belligerent` says
    whether it fights. `claims` are those of all documents that go back to it. `empty` is True for a
    citation ring: outlets that name each other, behind whom there is nobody.
    """

    id: str
    event: str
    name: str
    rule: str
    party: str = ""
    belligerent: bool = False
    empty: bool = False
    claims: tuple[str, ...] = ()


class Happening(Record, frozen=True, kw_only=True):
    """One event of the world of the book.

    `kind` is an event kind of the product (the commonest of its claims); `kinds` are all that its claims bear. `place`
    is the story's name, "" where it has none. `agent` and `target` are parties, "" where nobody is named. `earliest`
    and `latest` bound when it happened. `origins` are ids of Origin. `independent` counts those that can
    confirm each other, whether they affirm or deny: bodies of one belligerent party together are one, so is a ring.
    `outlets` counts the sources of the documents that tell it. These count the whole story; `Book.standing` counts as
    of a day.
    """

    id: str
    half: Half
    day: int
    kind: str
    kinds: tuple[str, ...]
    title: str
    place: str
    agent: str
    target: str
    earliest: datetime
    latest: datetime
    origins: tuple[str, ...]
    independent: int
    outlets: int


class Ruling(Record, frozen=True, kw_only=True):
    """The verdict that a careful reader gives on one measure of an event, and the claims that bring it about.

    It holds in the briefings of days `since` to `until`. `measure` is a Measure or "occurrence". `object` is what is
    counted where a measure is ruled on more than once. `other` is the second event of "different-thing". `arithmetic`
    shows the sum of a partition, or the steps of an update. `reason` says why, in words.
    """

    id: str
    event: str
    half: Half
    measure: str
    kind: VerdictKind
    claims: tuple[str, ...]
    reason: str
    since: int
    until: int = EVER
    object: str = ""
    place: str = ""
    other: str = ""
    arithmetic: str = ""


class Weight(StrEnum):
    """What a briefing loses without it: vital must be said, okay may be."""

    VITAL = "vital"
    OKAY = "okay"


class Fact(Record, frozen=True, kw_only=True):
    """One thing that a sentence must say to bring a nugget.

    `kind` is figure, speaker, party, place, stance or verdict; `value` is the figure in digits, the story's name, a
    Stance or a VerdictKind. For a figure `measure` is what it counts.
    """

    kind: str
    value: str
    measure: str = ""


class Nugget(Record, frozen=True, kw_only=True):
    """One thing that a perfect briefing of one day says.

    `text` says it in a plain sentence. `claims` are those that bear it and were out by that day: a sentence that
    rests on any of them, or on an echo of any, and says all `facts` brings it. `fresh` is True where that day is the
    first that could say it, False for background.
    """

    id: str
    day: int
    half: Half
    event: str
    weight: Weight
    fresh: bool
    text: str
    facts: tuple[Fact, ...]
    claims: tuple[str, ...]


class Trap(Record, frozen=True, kw_only=True):
    """One planted difficulty: where it lies, and what must not happen.

    `urls` are the documents, `claims` those told claims that matter. `apart` are pairs of event ids that must not be
    one event; `together` are pairs of claim ids that must be in one event. `barred` are claims that must never come
    out as a fact or as the day's news. `wrong` are figures, "measure=value", that nobody has given and that a wrong sum
    or a misread number would make. `must_not` says it in words.
    """

    id: str
    kind: TrapKind
    half: Half
    urls: tuple[str, ...]
    must_not: str
    events: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    apart: tuple[tuple[str, str], ...] = ()
    together: tuple[tuple[str, str], ...] = ()
    barred: tuple[str, ...] = ()
    wrong: tuple[str, ...] = ()


class Standing(Record, frozen=True, kw_only=True):
    """How many stand behind an event by the edition of a day."""

    origins: int
    independent: int
    outlets: int


FILES: dict[str, type[Record]] = {
    "reports": Report,
    "told": Told,
    "echoes": Echo,
    "origins": Origin,
    "happenings": Happening,
    "rulings": Ruling,
    "nuggets": Nugget,
    "traps": Trap,
}
"""Files of the gold, NAME.jsonl in the folder `gold` of a written book, and the record on each of their lines."""


class Book(Record, frozen=True, kw_only=True):
    """The whole gold of one writing, each part in the order of its file."""

    reports: tuple[Report, ...] = ()
    told: tuple[Told, ...] = ()
    echoes: tuple[Echo, ...] = ()
    origins: tuple[Origin, ...] = ()
    happenings: tuple[Happening, ...] = ()
    rulings: tuple[Ruling, ...] = ()
    nuggets: tuple[Nugget, ...] = ()
    traps: tuple[Trap, ...] = ()

    def save(self, folder: Path) -> None:
        """Write each part as JSON Lines into `folder`, which is made. The same book gives the same bytes."""
        folder.mkdir(parents=True, exist_ok=True)
        for name in FILES:
            rows: tuple[Record, ...] = getattr(self, name)
            (folder / f"{name}.jsonl").write_bytes(b"".join(row.json() + b"\n" for row in rows))

    @classmethod
    def load(cls, folder: Path) -> "Book":
        """The book that `save` wrote. Raises OSError for a missing file, msgspec.ValidationError for a bad line."""
        read: dict[str, Any] = {name: _lines(folder / f"{name}.jsonl", record) for name, record in FILES.items()}
        return cls(**read)

    def until(self, day: int) -> tuple[Told, ...]:
        """The claims of documents that the briefing of `day` (a number) can hold."""
        known = {report.url for report in self.reports if report.day <= day}
        return tuple(claim for claim in self.told if claim.url in known)

    def standing(self, event: str, day: int) -> Standing:
        """How many origins, independent origins and outlets an event has by the briefing of `day`.

        Counted as for `Happening`; claims that are debunked where they stand, and background, count as all others do.
        """
        told = [claim for claim in self.until(day) if claim.event == event]
        roots = [origin for origin in self.origins if origin.id in {claim.origin for claim in told}]
        sources = {report.url: report.source for report in self.reports}
        return Standing(
            origins=len(roots), independent=independent(roots), outlets=len({sources[claim.url] for claim in told})
        )


def independent(roots: Iterable[Origin]) -> int:
    """How many origins can confirm each other: a belligerent party counts once, however many of its bodies speak."""
    return len({root.party if root.belligerent else root.id for root in roots})


def _lines(path: Path, record: type[Record]) -> tuple[Record, ...]:
    return tuple(record.parse(line) for line in path.read_bytes().splitlines() if line.strip())
