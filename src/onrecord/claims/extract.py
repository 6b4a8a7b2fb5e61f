"""Document -> Claim: the front door of the room. Pure: the same document always gives the same reading."""

from functools import cached_property

import msgspec

from onrecord import __version__
from onrecord.claims.attribution import listen
from onrecord.claims.cast import Cast
from onrecord.claims.compose import Composer
from onrecord.claims.encoder import Encoder, card, encoder
from onrecord.claims.gazetteer import Gazetteer
from onrecord.claims.kinds import Kinds
from onrecord.claims.opinion import Opinion
from onrecord.claims.places import Locator
from onrecord.claims.sight import Sight
from onrecord.claims.text import sentences
from onrecord.records import Document, Problem, Reading, Story, digest

LONGEST = 500_000
"""Characters of one document that are read; a longer one is read up to here, and a Problem says so."""

LANGUAGES = ("en",)
"""Languages that are read; documents in others are kept, listed and not read."""


class Extractor:
    """Reads the claims of one story's documents (protocols.Reader). Weights and gazetteer load with the first document.

    Raises ModelError where either is missing or damaged.
    """

    def __init__(self, story: Story) -> None:
        self.name = f"onrecord {__version__} {card().name} {card().digest} {_print(story)}"
        self._story = story
        self._cast = Cast(story)
        self._kinds = Kinds(story, self._cast)

    def __call__(self, document: Document) -> Reading:
        """The claims of one document in the order of their characters, and what was in the way of reading it."""
        if document.language.partition("-")[0].lower() not in LANGUAGES:
            return Reading(document=document, problems=(_foreign(document),))
        text = document.text[:LONGEST]
        eye = self._eye
        sight = Sight(eye.heads, eye.card.classes)
        heard = listen(text, sentences(text), eye, self._cast, sight)
        opinion = Opinion(text, sight, eye.card.votes)
        places = self._locator.places(text)
        composer = Composer(document, text, self._story, self._cast, self._kinds, opinion, heard, places)
        undated = (_undated(document),) if document.published is None else ()
        long = (_long(document),) if len(document.text) > LONGEST else ()
        return Reading(document=document, claims=composer.claims(), problems=(*undated, *long))

    @cached_property
    def _eye(self) -> Encoder:
        return encoder()

    @cached_property
    def _locator(self) -> Locator:
        return Locator(self._story, Gazetteer.open())


def _print(story: Story) -> str:
    """A short digest of what a story says of its names and places: edited, its documents are read again."""
    sources = tuple(msgspec.structs.replace(source, collect=()) for source in story.sources)
    return digest(msgspec.structs.replace(story, sources=sources, beats=()).json())[:8]


def _foreign(document: Document) -> Problem:
    read = " and ".join(LANGUAGES)
    message = f"its language is {document.language!r}, and only {read} is read: the document is kept without claims"
    return Problem(subject=document.id, stage="read", message=message)


def _long(document: Document) -> Problem:
    message = f"it has {len(document.text):,} characters, and only the first {LONGEST:,} were read: split it"
    return Problem(subject=document.id, stage="read", message=message)


def _undated(document: Document) -> Problem:
    message = "it has no time of publication, so its claims have no moment: give one with --published"
    return Problem(subject=document.id, stage="read", message=message)
