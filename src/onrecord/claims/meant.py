"""The sides that a proposition names -> those that it means: no thing and no bystander."""

from onrecord.claims.actors import listed
from onrecord.claims.cast import Cast
from onrecord.claims.struck import HURT
from onrecord.records import Actor, Span

Sides = tuple[Actor | None, Actor | None]
"""Agent and target."""


def meant(text: str, span: Span, sides: Sides) -> Sides:
    """Agent and target of the proposition at `span`."""
    agent, target = sides
    agent = agent if agent and (_named(text, span, agent) or _armed(agent)) else None
    return agent, target if target and _named(text, span, target) else None


def acting(kind: str, agent: Actor | None, target: Actor | None, land: str | None, cast: Cast) -> Actor | None:
    """Who acts in an event of `kind`: no authorities attack, and air defences are of the side that they guard.

    That is the one over whose `land` they shot down what is another's, or the only one that fights it.
    """
    if agent is None or agent.party is not None:
        return agent
    words = agent.name.lower().split()
    if kind in HURT and any(w in listed("civil") for w in words):
        return None
    others = [name for name in cast.belligerents if target is not None and name != target.party]
    whose = land if land in others else others[0] if len(others) == 1 else None
    if kind != "interception" or whose is None or target is None or target.party is None:
        return agent
    guards = all(w in listed("forces") or w in listed("guarding") for w in words)
    return Actor(span=agent.span, name=agent.name, party=whose) if guards else agent


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
