"""Whose a voice is that the story does not know: by the words of its sentence, by the land, by the channel.

The party that words give away is told; one of which the text is only about is supposed.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from datetime import date
from functools import cached_property

from onrecord.claims import hearing
from onrecord.claims.camps import Camps
from onrecord.claims.cast import Cast, Mention
from onrecord.claims.naming import plain, serving, sided, sort, unnamed
from onrecord.claims.titles import named
from onrecord.records import Span

_COMPOUND = re.compile(r"-[a-z]")
"""What makes a name the half of an adjective: "Tolland-backed"."""

Land = Callable[[Span], str | None]
"""The party on whose land a place named inside a span lies."""


class Sides:
    """The sides of the voices of one text. `own` is the party of a publisher that speaks for itself."""

    def __init__(
        self,
        text: str,
        sentences: Sequence[Span],
        cast: Cast,
        mentions: Sequence[Mention],
        land: Land,
        grounds: Sequence[tuple[int, str | None]],
        own: str | None,
        on: date | None,
    ) -> None:
        self._text, self._sentences, self._cast, self._on = text, sentences, cast, on
        self._mentions, self._land, self._grounds, self._own = mentions, land, grounds, own

    @cached_property
    def camps(self) -> Camps:
        """Where the text names which party."""
        return Camps(self._mentions, self._grounds)

    def ours(self, phrase: str) -> str | None:
        """The publisher's party, for bodies that an official source names without saying whose: "air defence"."""
        return self._own if unnamed(phrase) else None

    def supposed(self, span: Span, phrase: str) -> str | None:
        """Whose someone is of whom no word says it: on whose land, or of whom the text tells."""
        proper = phrase[:1].isupper() and span.start > self.before(span).start
        if proper and " " not in phrase:
            return self._land(span)
        here = self._land(span) or (self.camps.at(span.start) if serving(phrase) or sided(phrase) else None)
        if here is None and hearing.loose(phrase):
            return self.camps.sole(span.start)
        return here or (self._land(self.before(span)) if unnamed(phrase) and sort(phrase) != "other" else None)

    def told(self, span: Span, phrase: str) -> str | None:
        """Whose a body or an office without a name is: of whom its sentence tells first, by name and not by adjective,
        or on whose land. A named official of a party's own channel is that party's.
        """
        if not unnamed(phrase):
            return self._own if named(plain(phrase)) != plain(phrase) else None
        if sort(phrase) == "other":
            return None
        inside = self._cast.inside(self._text, self.before(span))
        told = (m for m in inside if m.sort != "adjective" and not _COMPOUND.match(self._text, m.span.end))
        return next((m.party for m in told if m.party), None)

    def before(self, span: Span) -> Span:
        """The sentence of a span as far as it."""
        at = max(0, bisect_right(self._sentences, span.start, key=lambda s: s.start) - 1)
        return Span(start=self._sentences[at].start, end=span.start)
