"""Keys -> who else has them: each key's holders in order, and which few of those before it each holder meets."""

from bisect import bisect_left
from collections.abc import Callable, Collection, Hashable, Iterable
from operator import attrgetter
from typing import Generic, Protocol, TypeVar

Order = tuple[float, str]


class Ordered(Protocol):
    """What can be filed: it has its place among all others, and is itself and nobody else."""

    @property
    def order(self) -> Order:
        """Its place; no two have the same."""
        ...


T = TypeVar("T", bound=Ordered)
ORDER = attrgetter("order")


def place(file: list[T], item: T) -> int:
    """Where an item stands in a file, or would."""
    return bisect_left(file, item.order, key=ORDER) if file and file[-1].order >= item.order else len(file)


class Files(Generic[T]):
    """Files that are added to and taken from. A change costs what it touches, however many are filed.

    A holder meets the `reach` last before it under each of its keys: a key that thousands have costs no more.
    """

    def __init__(self, keys: Callable[[T], Collection[Hashable]], reach: int) -> None:
        """No files yet. `keys` gives what an item is filed under, each once, and always the same."""
        self.keys, self.reach = keys, reach
        self.files: dict[Hashable, list[T] | T] = {}
        """The holders of each key in order; a single one, as most are, without a list around it."""

    def file(self, key: Hashable) -> list[T]:
        """The holders of a key."""
        found = self.files.get(key)
        return found if isinstance(found, list) else [found] if found is not None else []

    def met(self, file: list[T], at: int, item: T) -> list[T]:
        """Of the holders of a key those that the item at this place meets, or would meet."""
        return file[max(at - self.reach, 0) : at]

    def meeting(self, file: list[T], at: int, item: T) -> list[T]:
        """Of the holders of a key those that meet the item at this place, or would meet it there."""
        return file[at : at + self.reach + 1]

    def before(self, item: T) -> set[T]:
        """Those that an item meets."""
        found: set[T] = set()
        for key in self.keys(item):
            if self.files[key] is not item:
                file = self.file(key)
                found.update(self.met(file, place(file, item), item))
        return found

    def meets(self, item: T, other: T) -> bool:
        """Whether an item meets another."""
        files = [self.file(key) for key in self.keys(item)]
        return any(other in self.met(file, place(file, item), item) for file in files)

    def change(self, outs: Collection[T], ins: Iterable[T]) -> list[tuple[T, set[T], set[T]]]:
        """Take some out and put some in; whom that touches, and under any one key whom it meets no longer or newly.

        Under another key it may meet those still, or have met these before.
        """
        left = [(item, self.keys(item)) for item in outs]
        new = [(item, self.keys(item)) for item in sorted(ins, key=ORDER)]
        others = self._later([*left, *new])
        for item, keys in left:
            self._drop(item, keys)
        found = [(item, set[T](), self._put(item, keys)) for item, keys in new]
        return found + self._moved(others, {item for item, _ in (*left, *new)})

    def _later(self, items: Iterable[tuple[T, Collection[Hashable]]]) -> dict[Hashable, tuple[list[T], set[T]]]:
        """For each key the file as it is, and those in it that meet any of the items, or would."""
        found: dict[Hashable, tuple[list[T], set[T]]] = {}
        for item, keys in items:
            for key in keys:
                held = self.files.get(key)
                if held is None or held is item:
                    continue
                file = held if isinstance(held, list) else [held]
                if not file[-1].order < item.order:
                    met = self.meeting(file, place(file, item), item)
                    if key in found:
                        found[key][1].update(met)
                    else:
                        found[key] = ([*file], set(met))
        return found

    def _moved(self, others: dict[Hashable, tuple[list[T], set[T]]], but: set[T]) -> list[tuple[T, set[T], set[T]]]:
        """Who meets others now than in the files as they were, but for those that came or went."""
        moved: dict[T, tuple[set[T], set[T]]] = {}
        for key, (file, later) in others.items():
            now, rest = self.file(key), sorted(later - but, key=ORDER)
            was, at = (place(f, rest[0]) if rest else 0 for f in (file, now))
            for item in rest:  # in order, so that each is found where the last was or soon after
                was, at = file.index(item, was), now.index(item, at)
                before, after = self.met(file, was, item), self.met(now, at, item)
                if before != after:
                    lost, gained = moved.setdefault(item, (set(), set()))
                    lost.update(set(before).difference(after))
                    gained.update(set(after).difference(before))
        return [(item, lost, gained) for item, (lost, gained) in moved.items()]

    def _put(self, item: T, keys: Iterable[Hashable]) -> set[T]:
        """Put an item in, when all before it are; those that it meets."""
        found: set[T] = set()
        for key in keys:
            held = self.files.setdefault(key, item)
            if held is item:
                continue
            file = held if isinstance(held, list) else [held]
            at = place(file, item)
            found.update(self.met(file, at, item))
            file.insert(at, item)
            self.files[key] = file
        return found

    def _drop(self, item: T, keys: Iterable[Hashable]) -> None:
        for key in keys:
            file = self.files[key]
            if isinstance(file, list):
                del file[place(file, item)]
                if len(file) == 1:
                    self.files[key] = file[0]
            else:
                del self.files[key]


class Spans(Files[T]):
    """Files in which a holder meets the `reach` earliest of those in the seconds before it that `span` says."""

    def __init__(self, keys: Callable[[T], Collection[Hashable]], reach: int, span: float) -> None:
        """No files yet."""
        super().__init__(keys, reach)
        self.span = span

    def met(self, file: list[T], at: int, item: T) -> list[T]:
        """The earliest within the span."""
        begin = self._since(file, item.order[0] - self.span)
        return file[begin : min(begin + self.reach, at)]

    def meeting(self, file: list[T], at: int, item: T) -> list[T]:
        """Those later by no more than the span, for which it is among the earliest."""
        begin = self._since(file, file[at - self.reach].order[0] + self.span) if at >= self.reach else at
        return file[max(begin, at) : self._since(file, item.order[0] + self.span, "~")]

    @staticmethod
    def _since(file: list[T], stamp: float, id: str = "") -> int:
        """The first that stands at or after a time; with the last of all ids, the first after it."""
        order = (stamp, id)
        return 0 if file and file[0].order >= order else bisect_left(file, order, key=ORDER)
