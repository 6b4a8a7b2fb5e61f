"""The sides that a proposition names -> those that it means: no thing and no bystander."""

from onrecord.claims.actors import listed
from onrecord.records import Actor, Span

Sides = tuple[Actor | None, Actor | None]
"""Agent and target."""


def meant(text: str, span: Span, sides: Sides) -> Sides:
    """Agent and target of the proposition at `span`."""
    agent, target = sides
    agent = agent if agent and (_named(text, span, agent) or _armed(agent)) else None
    return agent, target if target and _named(text, span, target) else None


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
