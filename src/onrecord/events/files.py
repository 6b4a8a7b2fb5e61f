"""Keys -> who else has them: each key's holders in order, and which few of those before it each holder meets."""

from bisect import bisect_left
from collections.abc import Collection, Hashable, Iterable
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


class File(list[T]):
    """The holders of one key, in order."""

    __slots__ = ("key",)

    def __init__(self, key: Hashable) -> None:
        """An empty file."""
        super().__init__()
        self.key = key

    def __hash__(self) -> int:  # type: ignore[override]
        """A file is itself, whoever is in it."""
        return id(self)

    def place(self, item: T) -> int:
        """Where an item stands, or would."""
        return bisect_left(self, item.order, key=ORDER) if self and self[-1].order >= item.order else len(self)


class Files(Generic[T]):
    """Files that are added to and taken from. A change costs what it touches, however many are filed.

    A holder meets the `reach` last before it under each of its keys: a key that thousands have costs no more.
    """

    def __init__(self, reach: int) -> None:
        """No files yet."""
        self.reach = reach
        self.files: dict[Hashable, File[T]] = {}
        self.homes: dict[T, tuple[File[T], ...]] = {}

    def met(self, held: list[T], at: int, item: T) -> list[T]:
        """Of the holders of a key those that the item at this place meets, or would meet."""
        return held[max(at - self.reach, 0) : at]

    def meeting(self, held: list[T], at: int, item: T) -> list[T]:
        """Of the holders of a key those that meet the item at this place, or would meet it there."""
        return held[at : at + self.reach + 1]

    def before(self, item: T) -> set[T]:
        """Those that an item meets."""
        found: set[T] = set()
        for file in self.homes[item]:
            found.update(self.met(file, file.place(item), item))
        return found

    def change(
        self, outs: Collection[T], ins: Collection[tuple[T, Iterable[Hashable]]]
    ) -> list[tuple[T, set[T], set[T]]]:
        """Take some out and put some in, each with its keys; who meets others no longer, and whom newly.

        Items, then those that they met and do not meet now, and those that they meet now and did not.
        """
        for item, keys in ins:
            self.homes[item] = tuple(self._file(key) for key in keys)
        new = sorted((item for item, _ in ins), key=ORDER)
        later = self._after([*outs, *new]).difference(outs, new)
        met = {item: self.before(item) for item in later}
        left = [file for item in outs for file in self._drop(item)]
        found = [(item, set[T](), self._put(item)) for item in new]
        found += [(item, was - now, now - was) for item, was in met.items() if (now := self.before(item)) != was]
        for file in left:
            if not file:
                self.files.pop(file.key, None)
        return found

    def _after(self, items: Iterable[T]) -> set[T]:
        """Those that meet any of the items, or would."""
        found: set[T] = set()
        for item in items:
            for file in self.homes[item]:
                if file and not file[-1].order < item.order:
                    found.update(self.meeting(file, file.place(item), item))
        return found

    def _put(self, item: T) -> set[T]:
        """Put an item in, when all before it are; those that it meets."""
        found: set[T] = set()
        for file in self.homes[item]:
            at = file.place(item)
            found.update(self.met(file, at, item))
            file.insert(at, item)
        return found

    def _file(self, key: Hashable) -> File[T]:
        found = self.files.get(key)
        if found is None:
            found = self.files[key] = File(key)
        return found

    def _drop(self, item: T) -> tuple[File[T], ...]:
        """Take an item out; the files that it was in."""
        files = self.homes.pop(item)
        for file in files:
            del file[file.place(item)]
        return files


class Spans(Files[T]):
    """Files in which a holder meets the `reach` earliest of those in the seconds before it that `span` says."""

    def __init__(self, reach: int, span: float) -> None:
        """No files yet."""
        super().__init__(reach)
        self.span = span

    def met(self, held: list[T], at: int, item: T) -> list[T]:
        """The earliest within the span."""
        begin = self._since(held, item.order[0] - self.span)
        return held[begin : min(begin + self.reach, at)]

    def meeting(self, held: list[T], at: int, item: T) -> list[T]:
        """Those later by no more than the span, for which it is among the earliest."""
        begin = self._since(held, held[at - self.reach].order[0] + self.span) if at >= self.reach else at
        return held[max(begin, at) : self._since(held, item.order[0] + self.span, "~")]

    @staticmethod
    def _since(held: list[T], stamp: float, id: str = "") -> int:
        """The first that stands at or after a time; with the last of all ids, the first after it."""
        order = (stamp, id)
        return 0 if held and held[0].order >= order else bisect_left(held, order, key=ORDER)
