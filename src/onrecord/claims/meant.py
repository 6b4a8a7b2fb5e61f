"""The sides that a proposition's words give -> the sides that it means: no thing or bystander, and who else it must be.

Of two that fight each other one side tells the other: who shoots down drones shoots down the enemy's.
"""

from onrecord.claims.actors import listed, opponent
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
    own = speaker.party if speaker else None
    if agent is None and kind in _kinds("own") and own in cast.belligerents and (target is None or target.party != own):
        agent = Actor(span=span, name=own, party=own)
    if agent is not None and target is None and kind in _kinds("against"):
        target = _other(text, span, agent, cast)
    return agent, target


def _kinds(name: str) -> list[str]:
    kinds: list[str] = table("roles")["kinds"][name]
    return kinds


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


def _other(text: str, span: Span, side: Actor, cast: Cast) -> Actor | None:
    """The side that one of those at war fights."""
    party = opponent(text, span, side.party, cast)
    return Actor(span=span, name=party, party=party) if party else None
