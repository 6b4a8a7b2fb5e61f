from math import inf

import pytest

from onrecord.events.figures import (
    Amount,
    added,
    alike,
    amount,
    apposed,
    bounds,
    kin,
    number,
    replaced,
    spell,
    thing,
    topic,
)
from onrecord.records import Measure, Operator, Quantity, Scope, Span


def quantity(value: int | None, operator: Operator = Operator.EXACT, **more: object) -> Quantity:
    return Quantity(span=Span(start=0, end=0), measure=Measure.KILLED, value=value, operator=operator, **more)  # type: ignore[arg-type]


def told(value: int | None, operator: Operator = Operator.EXACT, **more: object) -> Amount:
    return amount(quantity(value, operator, **more), "toll")


@pytest.mark.parametrize(
    ("operator", "expected"),
    [
        (Operator.EXACT, (25, 25)),
        (Operator.AT_LEAST, (25, inf)),
        (Operator.MORE_THAN, (26, inf)),
        (Operator.AT_MOST, (0, 25)),
        (Operator.LESS_THAN, (0, 24)),
        (Operator.ALMOST, (22.5, 25)),
        (Operator.ABOUT, (22.5, 27.5)),
        (Operator.VAGUE, (22.5, 2500)),
    ],
)
def test_words_bound_figures(operator: Operator, expected: tuple[float, float]) -> None:
    assert bounds(quantity(25, operator)) == pytest.approx(expected)


def test_more_than_25_meets_at_least_24_and_not_24() -> None:
    assert told(25, Operator.MORE_THAN).meets(told(24, Operator.AT_LEAST))
    assert not told(25, Operator.MORE_THAN).meets(told(24))


def test_bounds_without_a_number_hold() -> None:
    assert bounds(quantity(None, low=10, high=20)) == (10, 20)


def test_a_running_total_is_not_alike_a_single_figure() -> None:
    assert alike(told(5), told(7))
    assert not alike(told(5), told(5, scope=Scope.CUMULATIVE))
    assert not alike(told(5), told(5, population="children"))


def test_a_sort_is_kin_to_its_thing() -> None:
    assert kin("cruise missile", "missile") and kin("", "drone")
    assert not kin("missile", "drone")
    assert thing("Shahed-type drones") == "shahed-type drone"


def test_figures_read_as_print_has_them() -> None:
    assert [number(761160), number(2.5), number(3.0)] == ["761,160", "2.5", "3"]
    assert spell(Operator.MORE_THAN, 1200) == "more than 1,200"
    assert spell(Operator.EXACT, None, 10, 20) == "10 to 20"
    assert topic("shot_down", "drone", None, "Ostra region") == "the number of drones shot down (Ostra region)"
    assert topic("killed", None, "civilian") == "the number of civilians killed"
    assert topic("launched", "missile (cruise)") == "the number of cruise missiles launched"
    assert topic("casualties", "person", "military") == "the number of military casualties"


def test_a_figure_that_the_same_words_replace_is_no_account() -> None:
    text = "The toll was revised from seven to six; from Ostra to Brin 5 died and 4 died. 12 died, not 13."

    def at(words: str, value: int) -> Quantity:
        start = text.index(words)
        return Quantity(span=Span(start=start, end=start + len(words)), measure=Measure.KILLED, value=value)

    assert replaced((at("seven", 7), at("six", 6), at("5", 5), at("4", 4)), text) == {0}
    assert replaced((at("5", 5), at("4", 4)), text) == set()
    assert replaced((at("12", 12), at("13", 13)), text) == {1}


@pytest.mark.parametrize(
    ("text", "is_"),
    [
        ("Another 5 fell", True),
        ("A further 5 fell", True),
        ("5 more drones", True),
        ("more than 5", False),
        ("5", False),
    ],
)
def test_another_five_come_on_top(text: str, is_: bool) -> None:
    at = text.index("5")
    assert added(Quantity(span=Span(start=at, end=at + 1), measure=Measure.KILLED, value=5), text) is is_


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Four of those killed were nurses", True),
        ("Four bodies lay in the garden", True),
        ("Four people were killed", False),
        ("Four of 14 came home", False),
        ("Four men were admitted to hospital", True),
        ("Four soldiers, the ministry admitted that, were killed", False),
        ("Four were killed, a UN body said", False),
        ("Four people were found dead there, it said", True),
        ("The missing included four foreigners", True),
        ("There were four dead", False),
        ("Damage included a roof, and four died", False),
    ],
)
def test_who_sees_some_of_the_dead_tells_of_no_others(text: str, part: bool) -> None:
    at = text.lower().index("four")
    one = Quantity(span=Span(start=at, end=at + 4), measure=Measure.KILLED, value=4)
    assert (amount(one, "casualty", text=text).scope is Scope.PART) is part


def test_an_apposed_sort_of_people_is_a_part() -> None:
    text = "Three civilians, two women and a man, have died"
    told = (
        Quantity(span=Span(start=0, end=5), measure=Measure.KILLED, value=3),
        Quantity(span=Span(start=17, end=20), measure=Measure.KILLED, value=2),
    )
    assert apposed(*told, text)
    assert not apposed(told[1], told[0], text)


@pytest.mark.parametrize("text", ["Three women, two men and a child", "Three civilians, two soldiers and a medic"])
def test_a_list_of_people_is_no_apposition(text: str) -> None:
    at = text.index("two")
    whole = Quantity(span=Span(start=0, end=5), measure=Measure.KILLED, value=3)
    part = Quantity(span=Span(start=at, end=at + 3), measure=Measure.KILLED, value=2)
    assert not apposed(whole, part, text)
