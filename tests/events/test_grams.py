import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from onrecord.events.grams import Grams

RUNS = [f"run {n}" for n in range(8)]


def take(grams: Grams, runs: set[str]) -> np.ndarray[tuple[int], np.dtype[np.int32]]:
    found = np.array(sorted(grams.number(run) for run in runs), np.int32)
    grams.hold([found])
    return found


@given(st.lists(st.sets(st.sampled_from(RUNS)), max_size=12), st.randoms())
def test_a_run_keeps_its_number_while_it_is_held(told: list[set[str]], dice: object) -> None:
    grams, held = Grams(), list[tuple[set[str], object]]()
    for at, runs in enumerate(told):
        held.append((runs, take(grams, runs)))
        if at % 3 == 2:
            _, numbers = held.pop(0)
            grams.release([numbers])  # type: ignore[list-item]
        assert set(grams.known) == {run for runs, _ in held for run in runs}
        assert len(set(grams.known.values())) == len(grams.known)
        for runs, numbers in held:
            assert sorted(grams.known[run] for run in runs) == numbers.tolist()  # type: ignore[attr-defined]


def test_a_number_is_used_again() -> None:
    grams = Grams()
    for n in range(3000):
        grams.release([take(grams, {f"run {n}"})])
    assert len(grams.runs) == 1 and not grams.known


def test_there_is_room_to_mark_every_run() -> None:
    grams = Grams()
    for n in range(5000):
        take(grams, {f"run {n}"})
    assert len(grams.mark) >= 5000 and not grams.mark.any()
