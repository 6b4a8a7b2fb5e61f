"""Attributions in which nobody is heard: a bare pronoun, a passive but no verb of speech, silence, a dateline."""

from onrecord.claims.answers import hollow
from onrecord.claims.cast import Cast
from onrecord.claims.lexicon import table
from onrecord.claims.narrator import informs
from onrecord.claims.stance import passive, speech
from onrecord.records import Attribution, Span

_RELATIVE = ("which ", "whom ")
_SHORT = 3
"""Letters of a name that is in capitals anyway: "US"."""


def void(text: str, attribution: Attribution) -> bool:
    """Whether nobody is heard in what the encoder took for an attribution."""
    cue, speaker = attribution.cue, attribution.speaker
    if cue is not None and cue.end <= attribution.content[0].start and _silent(text, cue, attribution.content[0]):
        return True
    if speaker is not None and speaker.of(text).lower().startswith(_RELATIVE):
        return True
    acted = speaker is None and cue is not None and passive(text, cue)
    return hollow(text, attribution) or (acted and cue is not None and not speech(text, cue))


def heading(text: str, attribution: Attribution, cast: Cast) -> bool:
    """Whether a capital or a land in capitals before a colon only heads a report: "MOSCOW: Missiles hit"."""
    speaker = attribution.speaker
    if speaker is None or text[speaker.end : speaker.end + 1] != ":":
        return False
    printed = speaker.of(text)
    named = cast.find(printed) if printed.isupper() and len(printed) > _SHORT else None
    return named is not None and named.sort == "party" and not named.name.isupper()


def _silent(text: str, cue: Span, content: Span) -> bool:
    """Whether somebody is said to have said nothing of it: "gave no figures"."""
    first = content.of(text).split()[0].lower()
    return first in table("carried")["silence"] and informs(text, Span.cover(cue, content))
