"""The name in what a speaker is called."""

import pytest

from onrecord.claims.titles import named


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("Minister of Defence Ada Orm", "Ada Orm"),
        ("Presiding judge Ada Orm", "Ada Orm"),
        ("the chairwoman, Ada Orm of the Harvest Party", "Ada Orm"),
        ("the lorry driver Ada Orm", "Ada Orm"),
        ("Lieutenant Ada Orm", "Ada Orm"),
        ("Sergeant Orm", "Sergeant Orm"),
        ("Ada Orm of the Institute for Maps", "Ada Orm"),
        ("the mapping group Front Atlas", "Front Atlas"),
        ("a group that calls itself the Reed Cutters", "the Reed Cutters"),
        ("a nurse who gave her name only as Immi", "Immi"),
        ("a list kept by Press Shelter", "Press Shelter"),
        ("a statement from the Harbour Network", "the Harbour Network"),
        ("satellite pictures from March", "satellite pictures from March"),
        ("a video from Mar", "a video from Mar"),
        ("Clearmap's count", "Clearmap"),
        ("Ada Orm", "Ada Orm"),
        ("the ministry", "the ministry"),
        ("residents of Mar", "residents of Mar"),
    ],
)
def test_the_name_in_a_description(phrase: str, name: str) -> None:
    assert named(phrase) == name
