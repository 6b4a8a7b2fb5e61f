"""The sides that a proposition names -> those that it means: no thing, no bystander, and whose own forces move."""

from onrecord.claims.actors import listed
from onrecord.claims.cast import Cast
from onrecord.claims.lexicon import table
from onrecord.records import Actor, Span, Speaker

Sides = tuple[Actor | None, Actor | None]
"""Agent and target."""


def meant(text: str, span: Span, kind: str, sides: Sides, speaker: Speaker | None, cast: Cast) -> Sides:
    """Agent and target of the proposition at `span`, an event of `kind` told by `speaker`."""
    agent, target = sides
    agent = agent if agent and (_named(text, span, agent) or _armed(agent)) else None
    target = target if target and _named(text, span, target) else None
    if agent is None and kind in table("roles")["own_kinds"] and speaker and speaker.party in cast.belligerents:
        own = Actor(span=span, name=speaker.party, party=speaker.party)
        agent = own if target is None or target.party != own.party else None
    if kind == "legal" and agent is None and speaker and speaker.party and _tries(speaker):
        agent = Actor(span=span, name=speaker.party, party=speaker.party)
    return agent, target


def _tries(speaker: Speaker) -> bool:
    """Whether a speaker is one that accuses and tries: a court, prosecutors, a service."""
    return bool(listed("justice").intersection((speaker.name or "").lower().replace("'s", "").split()))


def _named(text: str, span: Span, side: Actor) -> bool:
    """Whether a side is a party's, or somebody by name: not "two farmers", or "Residents" where a sentence begins."""
    if side.party is not None:
        return True
    words = side.name.split()
    last = side.span.end - len(words[-1])
    begins = last == span.start or not text[:last].rstrip().endswith(tuple("abcdefghijklmnopqrstuvwxyz,;'’"))
    return words[-1][0].isupper() and (len(words) > 1 or not begins)


def _armed(side: Actor) -> bool:
    """Whether a side without a name are those who bear arms or act for somebody: "gunmen", "police"."""
    return bool(listed("forces").intersection(side.name.lower().split()))
