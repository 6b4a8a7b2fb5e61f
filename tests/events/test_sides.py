from collections.abc import Callable

import pytest
from msgspec.structs import replace

from onrecord.events.sides import Field, Sides
from onrecord.records import Claim, Document, Story

Said = tuple[Document, Claim]
AGAINST_AVERIA = Sides(attacker="Borland", defender="Averia")
AGAINST_BORLAND = Sides(attacker="Averia", defender="Borland")
SHOT = (("shot_down", 5, "drone"),)
GUNS = (("destroyed", 5, "gun"),)
SOLDIERS = (("casualties", 5, None, None, None, None, "military"),)


@pytest.mark.parametrize(
    ("kind", "party", "slots", "expected"),
    [
        ("aerial_attack", None, {"agent": "Borland"}, AGAINST_AVERIA),
        ("aerial_attack", None, {"places": ("Lund region",)}, AGAINST_AVERIA),
        ("interception", None, {"agent": "Averia", "target": "Borland"}, AGAINST_AVERIA),
        ("interception", None, {"target": "Averia"}, AGAINST_BORLAND),
        ("interception", "Borland", {}, AGAINST_BORLAND),
        ("interception", "Borland", {"agent": "Averia"}, AGAINST_BORLAND),
        ("aerial_attack", "Averia", {"agent": "Borland", "target": "Averia", "figures": SHOT}, AGAINST_AVERIA),
        ("aerial_attack", "Averia", {"agent": "Averia", "figures": SHOT}, AGAINST_AVERIA),
        ("strike_impact", "Averia", {"agent": "Averia", "places": ("Hollow Creek",)}, AGAINST_BORLAND),
        ("interception", None, {}, Sides()),
        ("diplomacy", None, {"agent": "Averia"}, Sides(attacker="Averia")),
        ("force_movement", "Sky Watch", {"agent": "Sky Watch"}, Sides()),
        ("casualty_toll", None, {"agent": "Averia", "figures": SOLDIERS}, AGAINST_BORLAND),
        ("equipment_loss", "Borland", {"target": "Averia", "figures": GUNS}, AGAINST_AVERIA),
        ("casualty_toll", None, {"agent": "Averia", "figures": (("killed", 5),)}, Sides(attacker="Averia")),
        ("aid", "Ostreia", {"agent": "Ostreia"}, Sides(attacker="Ostreia")),
    ],
)
def test_who_against_whom(
    say: Callable[..., Said], story: Story, kind: str, party: str | None, slots: dict[str, object], expected: Sides
) -> None:
    _, claim = say("5 of them.", "wire", kind, **slots)
    assert Field(story).sides(claim, party) == expected


def test_with_three_belligerents_nobody_is_guessed(say: Callable[..., Said], story: Story) -> None:
    third = replace(story.parties[0], name="Kestria", country="XK")
    field = Field(replace(story, parties=(*story.parties, third)))
    assert field.sides(say("Drones came.", "wire", "aerial_attack", agent="Borland")[1], None) == Sides(
        attacker="Borland"
    )


@pytest.mark.parametrize(
    ("kind", "party", "slots", "expected"),
    [
        ("strike_impact", None, {"agent": "Averia"}, False),
        ("interception", None, {"agent": "Averia"}, False),
        ("interception", "Averia", {"agent": "Averia"}, True),
        ("interception", None, {"target": "Averia"}, True),
        ("aerial_attack", None, {"agent": "Averia"}, True),
        ("strike_impact", None, {"agent": "Averia", "target": "Borland"}, True),
        ("strike_impact", None, {"agent": "Averia", "places": ("Hollow Creek",)}, True),
    ],
)
def test_one_name_alone_may_be_misread(
    say: Callable[..., Said], story: Story, kind: str, party: str | None, slots: dict[str, object], expected: bool
) -> None:
    _, claim = say("One of them.", "wire", kind, **slots)
    assert Field(story).sure(claim, party) is expected
