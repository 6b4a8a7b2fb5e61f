import pytest

from onrecord.briefing.clause import finite


@pytest.mark.parametrize(
    "text",
    [
        "A depot is burning in Harno",
        "drones hit the depot",
        "Norland brought down 57 of 134 drones",
        "a depot burned in Harno",
        "missiles landed near Harno",
        "Lund, writing on a channel, gave no figures",
        "Harno won't be given up",
        "Norland controls Harno",
        "the drones that came over Harno hit a depot",
        "that was a lie",
    ],
)
def test_a_clause_has_a_finite_verb(text: str) -> None:
    assert finite(text)


@pytest.mark.parametrize(
    "text",
    [
        "13 dead after the strike on the market",
        "helicopter shot down near Harno, four dead",
        "59 unmanned aircraft over Harno",
        "Barrel artillery on the bus station, from the far bank",
        "the covered market of Harno",
        "four killed by a mine",
        "44 drones downed, 49 jammed out of 102 that came over Harno",
        "hitting the market",
        "",
    ],
)
def test_a_heading_has_none(text: str) -> None:
    assert not finite(text)
