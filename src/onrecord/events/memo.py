"""A function of two numbers -> the same function, which remembers what it gave."""

from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class Known(dict[int, T]):
    """What a function gives for one number beside others, worked out where it is asked for first."""

    __slots__ = ("memo", "one")

    def __init__(self, memo: "Memo[T]", one: int) -> None:
        """Nothing is known yet."""
        self.memo, self.one = memo, one

    def __missing__(self, other: int) -> T:
        found = self[other] = self.memo.made(self.one, other)
        return found


class Memo(Generic[T]):
    """Remembers up to `most` pairs, and then begins afresh. A dictionary for each number takes a fifth of a cache."""

    def __init__(self, make: Callable[[int, int], T], most: int) -> None:
        """Take the function."""
        self.make, self.most = make, most
        self.rows: dict[int, Known[T]] = {}
        self.alike: dict[T, T] = {}
        """What was given, equal values once."""
        self.count = 0

    def beside(self, one: int) -> Known[T]:
        """What the function gives for a number and each other."""
        if self.count >= self.most:
            self.rows.clear()
            self.alike.clear()
            self.count = 0
        found = self.rows.get(one)
        if found is None:
            found = self.rows[one] = Known(self, one)
        return found

    def made(self, one: int, other: int) -> T:
        """What the function gives for two numbers, worked out now."""
        self.count += 1
        found = self.make(one, other)
        return self.alike.setdefault(found, found)
