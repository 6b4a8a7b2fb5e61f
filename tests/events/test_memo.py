"""What is remembered is what the function gives, and never more than was allowed for."""

from hypothesis import given
from hypothesis import strategies as st

from onrecord.events.memo import Memo

ASKED = st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)), max_size=60)


@given(asked=ASKED, most=st.integers(1, 20))
def test_it_gives_what_the_function_gives(asked: list[tuple[int, int]], most: int) -> None:
    memo = Memo(lambda a, b: (a * 10 + b) // 2, most)
    for one, other in asked:
        assert memo.beside(one)[other] == (one * 10 + other) // 2
        assert sum(map(len, memo.rows.values())) <= most


def test_nothing_is_worked_out_twice_while_it_is_remembered() -> None:
    asked: list[tuple[int, int]] = []

    def sums(one: int, other: int) -> int:
        asked.append((one, other))
        return one + other

    memo = Memo(sums, 3)
    assert [memo.beside(1)[n] for n in (2, 2, 3, 2)] == [3, 3, 4, 3]
    assert asked == [(1, 2), (1, 3)]
    assert memo.beside(2)[2] == 4 and memo.beside(1)[2] == 3
    assert asked == [(1, 2), (1, 3), (2, 2), (1, 2)]
