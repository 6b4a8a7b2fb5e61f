"""Whatever comes and goes, each holder meets those that it would meet if all were filed at once."""

import random
from collections.abc import Callable

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.events.files import Files, Spans


class Item(msgspec.Struct, frozen=True, eq=False):
    order: tuple[float, str]
    keys: list[str]


def filed(one: Item) -> list[str]:
    return one.keys


def item(dice: random.Random, name: int) -> Item:
    return Item((float(dice.randrange(6)), f"{name:03}"), sorted(dice.sample("abc", dice.randrange(4))))


KINDS: list[Callable[[], Files[Item]]] = [lambda: Files(filed, 2), lambda: Spans(filed, 2, 2.0)]


@pytest.mark.parametrize("opened", KINDS, ids=["last", "earliest"])
@given(seed=st.integers(0, 10000))
def test_a_change_is_as_filing_all_afresh(opened: Callable[[], Files[Item]], seed: int) -> None:
    dice = random.Random(seed)
    files, held, met = opened(), list[Item](), dict[Item, set[Item]]()
    for step in range(4):
        outs = dice.sample(held, dice.randint(0, len(held)))
        ins = [item(dice, step * 10 + n) for n in range(dice.randrange(6))]
        held = [*(i for i in held if i not in outs), *ins]
        for one in outs:
            del met[one]
        for one, lost, gained in files.change(outs, ins):
            before, now = met.get(one, set()), files.before(one)
            assert before - now <= lost <= before and now - before <= gained <= now
            met[one] = now
        afresh = opened()
        afresh.change((), held)
        assert all(met[i] == files.before(i) == afresh.before(i) for i in held)
        assert files.files == afresh.files


def test_the_last_or_the_earliest_few_are_met() -> None:
    told = [Item((float(n), "x"), ["k"]) for n in range(6)]
    last, earliest = Files(filed, 2), Spans(filed, 2, 4.0)
    for files in (last, earliest):
        files.change((), told)
    assert last.before(told[5]) == {told[3], told[4]}
    assert earliest.before(told[5]) == {told[1], told[2]}


def test_one_key_held_by_thousands_stays_linear() -> None:
    found = Files(filed, 16).change((), [Item((float(n), "x"), ["k"]) for n in range(4000)])
    assert sum(len(gained) for _, _, gained in found) < 16 * 4000
