"""Documents -> since when their text is known: an old report under a new date tells nothing of the new day."""

from collections import defaultdict
from collections.abc import Iterable
from math import inf

from onrecord.events.card import stamp
from onrecord.records import Document


class Reposts:
    """For each text the documents that hold it, character for character."""

    def __init__(self) -> None:
        """No documents yet."""
        self.held: dict[str, dict[str, float]] = defaultdict(dict)

    def change(self, gone: Iterable[Document], fresh: Iterable[Document]) -> set[str]:
        """Forget some documents and take others; the ids of all whose text is known since another time now."""
        gone, fresh = list(gone), list(fresh)
        texts = {d.text.strip() for d in (*gone, *fresh)}
        before = {text: min(self.held[text].values(), default=inf) for text in texts}
        for document in gone:
            self.held[document.text.strip()].pop(document.id, None)
        for document in fresh:
            self.held[document.text.strip()][document.id] = stamp(document.published)
        found: set[str] = set()
        for text in texts:
            if min(self.held[text].values(), default=inf) != before[text]:
                found.update(self.held[text])
            if not self.held[text]:
                del self.held[text]
        return found

    def since(self, document: Document) -> float:
        """When the earliest report with this text was published, in POSIX seconds."""
        return min(self.held.get(document.text.strip(), {}).values(), default=stamp(document.published))
