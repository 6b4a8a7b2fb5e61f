"""What the heads tell apart, in the order of their outputs. model.json carries the lists to the package."""

from typing import NamedTuple

KINDS = (
    "aerial_attack", "interception", "strike_impact", "shelling", "ground_clash", "territory_change", "sabotage",
    "civilian_harm", "casualty_toll", "equipment_loss", "infrastructure_effect", "detention_exchange", "force_movement",
    "aid", "sanction", "diplomacy", "legal", "disaster", "information", "other",
)  # fmt: skip
"""The package's kinds of event (docs/explanation/kinds.md), and the two that are none."""

STANCES = ("asserted", "hedged", "denied", "neither-confirmed-nor-denied", "called-for")
FLAGS = ("background", "debunked", "carried")
"""Told as background; called false by the report itself; without a cue, and yet the last speaker's."""

ROLES = ("none", "agent", "target", "weapon")
MEASURES = (
    "none", "launched", "shot_down", "lost_to_ew", "returned", "still_airborne", "hit", "killed", "wounded", "missing",
    "captured", "destroyed", "damaged", "engagements", "casualties", "displaced", "affected", "deployed", "area",
    "level", "money", "other",
)  # fmt: skip
"""records.Measure, and "none" for a number that counts nothing: an age, a model, a date."""

POPULATIONS = ("none", "civilian", "military", "children")
SCOPES = ("whole", "part", "daily", "cumulative")
PARTS = ("none", "speaker", "content", "venue", "chain")
"""What a piece is to a cue."""

CLASSES = {
    "kinds": KINDS, "stances": STANCES, "flags": FLAGS, "roles": ROLES, "measures": MEASURES,
    "populations": POPULATIONS, "scopes": SCOPES, "parts": PARTS,
}  # fmt: skip


class Sizes(NamedTuple):
    """How many classes each small head tells apart."""

    kinds: int
    stances: int
    flags: int
    roles: int
    measures: int
    populations: int
    scopes: int


SIZES = Sizes(len(KINDS), len(STANCES), len(FLAGS), len(ROLES), len(MEASURES), len(POPULATIONS), len(SCOPES))
