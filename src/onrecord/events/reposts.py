"""Documents -> since when their text is known: an old report under a new date tells nothing of the new day."""

import re
from bisect import bisect_left, bisect_right, insort
from collections import defaultdict
from collections.abc import Iterable
from math import inf

from onrecord.events.when import stamp
from onrecord.records import Document

HEAD = 60
"""Characters in which two texts begin alike, where one may be the other cut off."""
CUT = re.compile(r"(?:[\s…\[\]()]|\.{2,})+$")
"""What stands where a text was cut off."""
ENDS = ("…", "[", "]", "(", ")", "..")
"""What such an end ends in."""
NUMBER = re.compile(r"\d[.,]?\d")
"""A number that goes on: of a text that ends in it the longer one is no whole."""


def core(document: Document) -> str:
    """The text of a document without what stands at its end where it was cut off."""
    text = document.text.strip()
    return CUT.sub("", text) if text.endswith(ENDS) else text


class Reposts:
    """For each beginning the texts that have it, in order, each with the documents that hold it and when they came out.

    All that begin with a text stand behind it, in one stretch: thousands that open alike are not gone through.
    """

    def __init__(self) -> None:
        """No documents yet."""
        self.ordered: dict[str, list[str]] = defaultdict(list)
        self.held: dict[str, dict[str, float]] = {}

    def change(self, gone: Iterable[Document], fresh: Iterable[Document]) -> set[str]:
        """Forget some documents and take others; the ids of all whose text is known since another time now."""
        left, made = ([(core(d), d) for d in documents] for documents in (gone, fresh))
        asked = {text for text, _ in (*left, *made)}
        before = {text: self._since(text) for text in self._cut(asked)}
        for text, document in left:
            self._drop(text, document)
        for text, document in made:
            self._put(text, document)
        now = {text: self._since(text) for text in self._cut(asked)}
        return {id for text, since in now.items() if since != before.get(text, inf) for id in self.held[text]}

    def since(self, document: Document) -> float:
        """When the earliest report that has this text, whole or as its beginning, was published, in POSIX seconds."""
        return min(self._since(core(document)), stamp(document.published))

    def _cut(self, texts: Iterable[str]) -> set[str]:
        """Those held that are one of some texts, or its beginning."""
        return {other for text in texts for other in beginnings(self.ordered.get(text[:HEAD], []), text)}

    def _since(self, text: str) -> float:
        ordered, found = self.ordered.get(text[:HEAD], []), inf
        for at in range(bisect_left(ordered, text), len(ordered)):
            other = ordered[at]
            if not other.startswith(text):
                break
            if not NUMBER.match(text[-1:] + other[len(text) :]):
                found = min(found, *self.held[other].values())
        return found

    def _put(self, text: str, document: Document) -> None:
        if text not in self.held:
            self.held[text] = {}
            insort(self.ordered[text[:HEAD]], text)
        self.held[text][document.id] = stamp(document.published)

    def _drop(self, text: str, document: Document) -> None:
        held = self.held.get(text, {})
        held.pop(document.id, None)
        if text in self.held and not held:
            ordered = self.ordered[text[:HEAD]]
            del self.held[text], ordered[bisect_left(ordered, text)]
            if not ordered:
                del self.ordered[text[:HEAD]]


def beginnings(ordered: list[str], text: str) -> list[str]:
    """Of texts in order those that a text begins with: each is the last that is no greater than what is left of it."""
    found: list[str] = []
    while text and (at := bisect_right(ordered, text)):
        other = ordered[at - 1]
        if text.startswith(other):
            found.append(other)
            text = other[:-1]
        else:
            same = (a == b for a, b in zip(text, other, strict=False))
            text = text[: next((at for at, alike in enumerate(same) if not alike), len(other))]
    return found
