"""Claim -> sides: who did it to whom, over whose territory. Direction matters more than words."""

import msgspec

from onrecord.events.tables import kinds
from onrecord.records import Claim, PlaceRole, Story


class Sides(msgspec.Struct, frozen=True, gc=False):
    """The party that acted against the other, and the party it acted against; None where nothing tells."""

    attacker: str | None = None
    defender: str | None = None

    def fill(self, other: "Sides") -> "Sides":
        """These sides with what they leave open taken from others, where the two do not differ."""
        if (self.attacker or other.attacker) != other.attacker or (self.defender or other.defender) != other.defender:
            return self
        return other


def soldiers(claim: Claim) -> bool:
    """Whether a claim counts what an army lost: soldiers, or all kinds of arms."""
    family = kinds().row(claim.kind).family
    told = any(q.population == "military" or q.measure.value == "casualties" for q in claim.quantities)
    return (family == "toll" and told) or (family == "loss" and bool(claim.quantities))


class Field:
    """What a story tells of sides: who fights, and whose land a country is."""

    def __init__(self, story: Story) -> None:
        """Take the belligerents and their countries from the story."""
        self.fighting = tuple(p.name for p in story.parties if p.belligerent)
        self.land = {p.country: p.name for p in story.parties if p.country and p.belligerent}

    def sides(self, claim: Claim, party: str | None) -> Sides:
        """The sides of one claim; `party` is its speaker's. Roles first, then territory; never a guess."""
        row = kinds().row(claim.kind)
        if claim.kind in kinds().topics:
            return Sides()
        agent = claim.agent.party if claim.agent else None
        if agent == party and agent not in self.fighting and row.family not in kinds().paper:
            agent = None  # who watches and counts does nothing to anybody
        target = claim.target.party if claim.target else None
        if not row.land:
            found = Sides(attacker=agent, defender=target if target != agent else None)
            return self._complete(found) if soldiers(claim) else found
        if row.doer == "target" or (self._defends(claim) and party in self.fighting):
            found = self._intercepted(claim, agent, target, party)
        else:
            land = self._territory(claim)
            defender = next((p for p in (target, land) if p and p != agent), None)
            found = Sides(attacker=agent, defender=defender)
        return self._complete(found)

    def sure(self, claim: Claim, party: str | None) -> bool:
        """Whether the sides of a claim rest on more than one name that may be misread: "an Averian missile fell".

        They do where both sides are named, the land is known, a side speaks, or a side attacks from the air or has its
        own shot down.
        """
        row = kinds().row(claim.kind)
        agent, target = (a.party if a else None for a in (claim.agent, claim.target))
        both = agent is not None and target is not None and agent != target
        flown = row.family == "aerial" and (row.doer == "agent" or target in self.fighting)
        return both or flown or party in self.fighting or self._territory(claim) is not None

    def _defends(self, claim: Claim) -> bool:
        return any(q.measure.value in kinds().defence for q in claim.quantities)

    def _intercepted(self, claim: Claim, agent: str | None, target: str | None, party: str | None) -> Sides:
        """Of an air defence account the speaker's own side defends, unless both roles are told and say otherwise."""
        told = kinds().row(claim.kind).doer == "target"
        if told and agent and target and agent != target:
            return Sides(attacker=target, defender=agent)
        voice = party if party in self.fighting else None
        defender = voice or (agent if told and agent != target else None) or self._territory(claim)
        attacker = next((p for p in (target, agent) if p in self.fighting and p != defender), None)
        return Sides(attacker=attacker, defender=defender)

    def _territory(self, claim: Claim) -> str | None:
        """Whose land it was over, where all places agree."""
        owners = {self.land.get(p.country) for p in claim.places if p.role is PlaceRole.AT and p.country}
        return owners.pop() if len(owners) == 1 else None

    def _complete(self, sides: Sides) -> Sides:
        """With two belligerents the one names the other."""
        if len(self.fighting) != 2:
            return sides
        other = {self.fighting[0]: self.fighting[1], self.fighting[1]: self.fighting[0]}
        attacker = sides.attacker or other.get(sides.defender or "")
        defender = sides.defender or other.get(sides.attacker or "")
        return Sides(attacker=attacker, defender=defender)
