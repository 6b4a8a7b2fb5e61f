"""Documents -> since when their text is known: an old report under a new date tells nothing of the new day."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from math import inf

from onrecord.events.card import stamp
from onrecord.records import Document

HEAD = 60
"""Characters in which two texts begin alike, where one may be the other cut off."""
CUT = re.compile(r"[\s.…\[\]()]+$")
"""What stands where a text was cut off."""


def core(document: Document) -> str:
    """The text of a document without what stands at its end where it was cut off."""
    return CUT.sub("", document.text.strip())


class Reposts:
    """For each beginning the texts that have it, each with the documents that hold it and when they came out."""

    def __init__(self) -> None:
        """No documents yet."""
        self.held: dict[str, dict[str, dict[str, float]]] = defaultdict(dict)

    def change(self, gone: Iterable[Document], fresh: Iterable[Document]) -> set[str]:
        """Forget some documents and take others; the ids of all whose text is known since another time now."""
        left, made = ([(core(d), d) for d in documents] for documents in (gone, fresh))
        heads = {text[:HEAD] for text, _ in (*left, *made)}
        before = {text: since for head in heads for text, since in self._known(head)}
        for text, document in left:
            self.held[text[:HEAD]].get(text, {}).pop(document.id, None)
        for text, document in made:
            self.held[text[:HEAD]].setdefault(text, {})[document.id] = stamp(document.published)
        found: set[str] = set()
        for head in heads:
            for text, since in list(self._known(head)):
                if since != before.get(text, inf):
                    found.update(self.held[head][text])
                if not self.held[head][text]:
                    del self.held[head][text]
            if not self.held[head]:
                del self.held[head]
        return found

    def since(self, document: Document) -> float:
        """When the earliest report that has this text, whole or as its beginning, was published, in POSIX seconds."""
        text = core(document)
        return min(self._since(text, self.held.get(text[:HEAD], {})), stamp(document.published))

    def _known(self, head: str) -> Iterator[tuple[str, float]]:
        """The texts of one beginning, each with the time since when it is known."""
        held = self.held.get(head, {})
        return ((text, self._since(text, held)) for text in held)

    def _since(self, text: str, held: dict[str, dict[str, float]]) -> float:
        return min(
            (when for other, ids in held.items() if other.startswith(text) for when in ids.values()), default=inf
        )
