"""Text -> tokens (words, numbers, marks) with offsets: one pass, remembered for the last few texts."""

import re
from bisect import bisect_left
from functools import lru_cache
from typing import NamedTuple

from onrecord.records import Span

_TOKEN = re.compile(
    r"(?P<owner>['’]s(?!\w))|(?P<word>[^\W\d_]+(?:['’](?!s(?!\w))[^\W\d_]+)*)"
    r"|(?P<number>\d+(?:[.,\u00a0\u202f\u2009'’]\d+)*)|(?P<mark>[^\w\s]|_)"
)


class Token(NamedTuple):
    """A word, number, mark or possessive ending ("owner") at [start, end), lower case."""

    start: int
    end: int
    low: str
    sort: str


class Tokens:
    """The tokens of one text; `range` finds those of a span."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.all = [Token(m.start(), m.end(), m[0].lower(), m.lastgroup or "") for m in _TOKEN.finditer(text)]
        self._starts = [t.start for t in self.all]

    def range(self, span: Span) -> tuple[int, int]:
        """The indices [first, last) of the tokens that lie inside `span`."""
        first, last = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
        if last > first and self.all[last - 1].end > span.end:
            last -= 1
        return first, last

    def joined(self, at: int) -> bool:
        """Whether token `at` follows the one before it without a space."""
        return 0 < at < len(self.all) and self.all[at].start == self.all[at - 1].end

    def capital(self, at: int) -> bool:
        """Whether token `at` is a word that begins with a capital letter."""
        return self.all[at].sort == "word" and self.text[self.all[at].start].isupper()

    def printed(self, at: int) -> str:
        """The characters of token `at` as they are printed."""
        return self.text[self.all[at].start : self.all[at].end]


@lru_cache(maxsize=4)
def tokens(text: str) -> Tokens:
    """The tokens of `text`."""
    return Tokens(text)
