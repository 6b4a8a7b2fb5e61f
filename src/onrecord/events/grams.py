"""Runs of words -> numbers that stay as long as anything holds the run, and are used again afterwards."""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int32]


class Grams:
    """Numbers runs of words: equal runs, equal numbers. No hash stands for a run: no two are ever mixed up."""

    def __init__(self) -> None:
        """No runs yet."""
        self.known: dict[str, int] = {}
        self.runs: list[str] = []
        self.free: list[int] = []
        self.holders = np.zeros(1024, np.int32)
        """How often each number is held."""
        self.mark = np.zeros(1024, np.bool_)
        """Room to mark some of the runs in; all false between two uses."""

    def number(self, run: str) -> int:
        """The number of a run. It stands only while it is held: see `hold`."""
        found = self.known.get(run)
        if found is not None:
            return found
        if self.free:
            found = self.free.pop()
            self.runs[found] = run
        else:
            found = len(self.runs)
            self.runs.append(run)
        self.known[run] = found
        return found

    def hold(self, numbers: Iterable[Numbers]) -> None:
        """Keep some runs' numbers, those of each array once."""
        if len(self.runs) > len(self.holders):
            self.holders = np.concatenate([self.holders, np.zeros(len(self.runs), np.int32)])
            self.mark = np.zeros(len(self.holders), np.bool_)
        for each in numbers:
            self.holders[each] += 1

    def release(self, numbers: Iterable[Numbers]) -> None:
        """Let go of what was held; a run that nobody holds loses its number."""
        for each in numbers:
            self.holders[each] -= 1
            for number in each[self.holders[each] == 0].tolist():
                del self.known[self.runs[number]]
                self.runs[number] = ""
                self.free.append(number)
