"""The name in what a speaker is called."""

import time

import pytest

from onrecord.claims.titles import Longer, beside, named


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
        ("Energy Minister Ada Orm", "Ada Orm"),
        ("Rear Admiral Ada Orm", "Ada Orm"),
        ("Governor-in-exile Ada Orm", "Ada Orm"),
        ("Dr Ada Orm of the Institute", "Ada Orm"),
        ("the institute's Ada Orm", "Ada Orm"),
        ("Council member Ada Orm", "Ada Orm"),
        ('the "Our Mar" group on a network', "Our Mar"),
        ("miller Ada Orm", "Ada Orm"),
        ("the energy consultancy Harl Grid", "Harl Grid"),
        ("Varland's ombudswoman Ada Orm", "Ada Orm"),
        ("Judge-Colonel Ada Orm", "Ada Orm"),
        ("Inspector Ada Orm of the police", "Ada Orm"),
        ("Ada Orm of the group Harbour Line", "Ada Orm"),
        ("The el-Mar Relief Committee", "The el-Mar Relief Committee"),
        ("a girl called Fern", "Fern"),
        ("the council of Old Mar, which is called Tarn there", "the council of Old Mar, which is called Tarn there"),
        ("A group styling itself Silent Wren", "Silent Wren"),
        ("residents near Old Mar", "residents near Old Mar"),
        ("those who fled Old Mar", "those who fled Old Mar"),
        ("the ministry", "the ministry"),
        ("residents of Mar", "residents of Mar"),
    ],
)
def test_the_name_in_a_description(phrase: str, name: str) -> None:
    assert named(phrase) == name


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("the operator, Lumen", "Lumen"),
        ("a little-known faction, the Reed Cutters", "the Reed Cutters"),
        ("Its employer, the Bread Caravan", "the Bread Caravan"),
        ("a doctor in the capital, Mar", "a doctor in the capital, Mar"),
        ("Ada Orm, the mayor", "Ada Orm, the mayor"),
        ("a fireman, Mar", "a fireman, Mar"),
        ("Arland's foreign minister, Ada Orm", "Arland's foreign minister, Ada Orm"),
    ],
)
def test_the_name_beside_a_description(phrase: str, name: str) -> None:
    assert beside(phrase) == name


@pytest.mark.parametrize(
    ("text", "name", "longer"),
    [
        ("Ada Orm waited. Orm said", "Orm", "Ada Orm"),
        ("Ada Orm's boat sank. Orm said", "Orm", "Ada Orm"),
        ("Ada Bel Orm waited. Bel Orm left. Orm said", "Orm", "Bel Orm"),
        ("Ada Orm-Bel waited. Orm said", "Orm", None),
        ("In Orm it rained. Orm said", "Orm", None),
        ("Orm said. Ada Orm waited.", "Orm", None),
        ("Ada O’Neil waited. O’Neil said", "O’Neil", "Ada O’Neil"),
    ],
)
def test_a_short_name_goes_to_the_last_longer_one_before_it(text: str, name: str, longer: str | None) -> None:
    end = text.rindex(name) if text.endswith("said") else text.index(name)
    assert Longer(text).before(end, name) == longer


def test_many_unknown_names_take_linear_time() -> None:
    names = [f"Orm{chr(97 + i % 26)}{chr(97 + i // 26 % 26)}{chr(97 + i // 676)}" for i in range(10_000)]
    text = "".join(f"{name} waited for the bus in the rain. " for name in names)
    started = time.process_time()
    longer = Longer(text)
    assert {longer.before(len(text), name) for name in names} == {None}
    assert time.process_time() - started < 2


def test_a_long_chain_of_names_takes_linear_time() -> None:
    started = time.process_time()
    assert named("a list " + "of Orm " * 5_000 + "1")
    assert time.process_time() - started < 1
