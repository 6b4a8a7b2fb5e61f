"""What an editor says of a story in story.toml: all that is about this war or that flood, not about reading."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from onrecord.records.document import Source
from onrecord.records.record import Record


class Body(Record, frozen=True, kw_only=True):
    """An institution that speaks or acts: "Ukraine's air force", with the other names that reports give it.

    `name` reads well inside a sentence. `kind` is armed-forces, ministry, government, region, agency or court.
    """

    name: str
    kind: str = "agency"
    aliases: tuple[str, ...] = ()


class Person(Record, frozen=True, kw_only=True):
    """A public official who speaks in office: never a private person. `role` reads well after the name.

    `since` and `until` bound the role; `pronoun` is he, she or they.
    """

    name: str
    role: str = ""
    aliases: tuple[str, ...] = ()
    pronoun: str = "they"
    since: date | None = None
    until: date | None = None


class Party(Record, frozen=True, kw_only=True):
    """A side of the story, with its adjectives, other names (capitals that stand for it), bodies and people.

    `country` is ISO 3166-1 alpha-2: the land whose territory is the party's by internationally recognised borders.
    `belligerent` parties never confirm themselves.
    """

    name: str
    adjectives: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    country: str | None = None
    belligerent: bool = True
    bodies: tuple[Body, ...] = ()
    people: tuple[Person, ...] = ()


class Site(Record, frozen=True, kw_only=True):
    """A place of the story's own, from story.toml or a file of places. It wins over the gazetteer.

    `precision` is an Extent; coordinates are WGS 84 degrees, None where the place has no point (a front). A place that
    does not win (`wins`) stands among the gazetteer's of its name and is told apart from them; `people` weighs it.
    """

    name: str
    aliases: tuple[str, ...] = ()
    precision: str = "settlement"
    country: str | None = None
    region: str | None = None
    lat: float | None = None
    lon: float | None = None
    wins: bool = True
    people: int = 0


class Style(Record, frozen=True, kw_only=True):
    """House style: `spellings` maps what reports print to what we print; smaller numbers are spelled out."""

    spellings: dict[str, str] = {}
    words_below: int = 10


class Beat(Record, frozen=True, kw_only=True):
    """A subject of the briefing, in the order of story.toml, and the event kinds that belong to it."""

    name: str
    kinds: tuple[str, ...]


class Kind(Record, frozen=True, kw_only=True):
    """An event kind that this story adds, with the words that trigger it."""

    name: str
    triggers: tuple[str, ...]


class Story(Record, frozen=True, kw_only=True):
    """One running story. `edition` is the local time at which a day's briefing closes; `countries` are in scope."""

    title: str
    first_day: date
    time_zone: str
    edition: time = time(6, 0)
    summary: str = ""
    language: str = "en"
    countries: tuple[str, ...] = ()
    sites: tuple[Site, ...] = ()
    parties: tuple[Party, ...] = ()
    sources: tuple[Source, ...] = ()
    style: Style = Style()
    beats: tuple[Beat, ...] = ()
    kinds: tuple[Kind, ...] = ()

    @property
    def zone(self) -> ZoneInfo:
        """The story's time zone."""
        return ZoneInfo(self.time_zone)

    def number(self, day: date) -> int:
        """Day N: the first day is day 1 (24 February 2022 makes 15 December 2024 day 1,026)."""
        return (day - self.first_day).days + 1

    def cutoff(self, day: date) -> datetime:
        """The instant at which the briefing of `day` closes."""
        return datetime.combine(day, self.edition, self.zone)

    def day_of(self, instant: datetime) -> date:
        """The day whose briefing is the first to close at or after `instant`."""
        local = instant.astimezone(self.zone)
        day = local.date()
        return day if local <= self.cutoff(day) else day + timedelta(days=1)

    def source(self, name: str) -> Source | None:
        """The source with this id."""
        return next((s for s in self.sources if s.id == name), None)

    def party(self, name: str | None) -> Party | None:
        """The party with this name."""
        return next((p for p in self.parties if p.name == name), None)
