"""A side of an event as it is printed -> whose it is: a party's by name, by "we" and "the enemy", or by its land."""

from collections.abc import Callable, Sequence

from onrecord.claims.actors import foe, listed
from onrecord.claims.cast import Cast
from onrecord.records import Actor, Span, Speaker

Land = Callable[[Span], str | None]
"""The party on whose land a place named inside a span lies."""

_LEAST = 3
"""Letters of the shortest word that names a side."""

_NEAR = 24
"""Characters beside a name that say whether it tells where."""


def _told(text: str, words: Sequence[str], speaker: Speaker | None, known: Sequence[Actor], cast: Cast) -> bool:
    """Whether forces without a party are the speaker's own: one who fights, and tells of "units of the group" alone."""
    if speaker is None or speaker.party not in cast.belligerents or not listed("troops").intersection(words):
        return False
    if listed("foes").intersection(words):
        return False
    owned = listed("own") | listed("speaking")
    named = (actor for actor in known if text[actor.span.start : actor.span.end].split()[0].lower() not in owned)
    return all(actor.party != speaker.party for actor in named)


def _where(text: str, side: Span) -> bool:
    """Whether a name only says where: "in Vesk", "on the Vesk front"."""
    before = text[max(0, side.start - _NEAR) : side.start].lower().split()
    lead = [w for w in before if w != "the"][-1:]
    after = text[side.end : side.end + _NEAR].lower().split()[:1]
    return any(w in listed("beside") for w in lead) or any(w.rstrip(",.;") in listed("grounds") for w in after)


def belong(
    text: str,
    side: Actor | None,
    known: Sequence[Actor],
    speaker: Speaker | None,
    cast: Cast,
    land: Land | None,
    acts: bool = True,
) -> Actor | None:
    """The side with its party where words or place tell it; None where the words name nobody ("up", "any").

    `known` are those whom the proposition names; the speaker's own people are of the speaker's party, and so
    are forces of nobody else that act (`acts`), not those to whom it is done.
    """
    if side is None or side.party is not None:
        return side
    same = next((a for a in known if a.party and a.span.overlaps(side.span)), None)
    if same is not None:
        return same
    words = side.name.lower().replace("’", "'").split()
    own = speaker is not None and speaker.party and words and words[0] in listed("first")
    party = (
        speaker.party if (own or (acts and _told(text, words, speaker, known, cast))) and speaker is not None else None
    )
    if party is None and any(w in listed("foes") for w in words):
        party = foe(text, side.span, speaker, cast)
    if party is None and (found := cast.find(side.name)) is not None:
        party = found.party
    if party is None and land is not None:
        party = land(side.span)
        if acts and party is not None and _where(text, side.span):
            return None
    if party is not None:
        return Actor(span=side.span, name=side.name, party=party)
    empty = listed("determiners") | listed("ends") | listed("beside") | listed("grounds")
    return None if all(w in empty or len(w) < _LEAST for w in words) else side
