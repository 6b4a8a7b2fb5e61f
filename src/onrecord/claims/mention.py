"""The mention: a name in the text that may be a place, and what the words around it say of it."""

from dataclasses import dataclass

from onrecord.claims.gazetteer import Entry
from onrecord.records import Extent, PlaceRole, Site


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in the text and what the words around it say. `key` is folded; `head` is the Extent that they name.

    `land` is a country that a demonym or a possessive just before it names; `word` the head as printed.
    """

    start: int
    end: int
    text: str
    key: str
    entries: tuple[Entry, ...] = ()
    site: Site | None = None
    head: Extent | None = None
    word: str = ""
    land: str | None = None
    role: PlaceRole = PlaceRole.AT
    acts: bool = False
    """Whether it stands for a party or a speaker, and is no place of anything."""
