"""The ledger in plain Python, for tests and small runs: the same answers, gone when the program ends."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import datetime
from math import log
from typing import NamedTuple

import msgspec

from onrecord.ledger.instant import instant, stamp, utc
from onrecord.ledger.judgements import ordered, standing
from onrecord.ledger.statements import age, place, state
from onrecord.ledger.versions import Head, current, order, previous, series
from onrecord.ledger.words import split, words
from onrecord.records import Claim, Document, Link, Problem, Reading, Sighting, Statement, View


class Read(NamedTuple):
    """One reading as kept: when, as which, by whom."""

    seen: str
    number: int
    reader: str
    claims: tuple[Claim, ...]
    problems: tuple[Problem, ...]


class MemoryLedger:
    """Keeps records in dictionaries; see `onrecord.protocols.Ledger` for what each method promises."""

    def __init__(self) -> None:
        self._documents: dict[str, Document] = {}
        self._seen: dict[str, set[str]] = {}
        self._heads: dict[str, Head] = {}
        self._series: dict[str, list[str]] = {}
        self._readings: dict[str, list[Read]] = {}
        self._statements: dict[str, Statement] = {}
        self._links: dict[str, Link] = {}
        self._problems: dict[Problem, str] = {}

    def add(self, document: Document, seen: datetime) -> Document:
        """Keep a document, or a sighting of it; returns it as kept."""
        return self.add_all([(document, seen)])[0]

    def add_all(self, documents: Iterable[tuple[Document, datetime]]) -> tuple[Document, ...]:
        """Keep many documents; returns them as kept."""
        batch = list(documents)
        for document, seen in batch:
            self._keep(document, stamp(seen))
        return tuple(self._kept(document.id) for document, _ in batch)

    def record(self, reading: Reading, reader: str, seen: datetime) -> int:
        """Keep a reading; how many of its statements were new."""
        return self.record_all([(reading, seen)], reader)

    def record_all(self, readings: Iterable[tuple[Reading, datetime]], reader: str) -> int:
        """Keep many readings; how many of their statements were new."""
        count = len(self._statements)
        for reading, seen in list(readings):
            for claim in reading.claims:
                for statement in state(claim, reader, seen):
                    self._statements.setdefault(statement.id, statement)
            kept = self._readings.setdefault(reading.document.id, [])
            new = Read(stamp(seen), len(kept), reader, tuple(sorted(reading.claims, key=place)), reading.problems)
            if not any(new == old._replace(number=new.number) for old in kept):
                kept.append(new)
        return len(self._statements) - count

    def report(self, problems: Iterable[Problem], seen: datetime) -> None:
        """Keep problems that no reading carries, each once."""
        for problem in list(problems):
            self._problems[problem] = min(stamp(seen), self._problems.get(problem, stamp(seen)))

    def judge(self, links: Iterable[Link]) -> None:
        """Keep links."""
        self._links.update({link.id: link for link in list(links)})

    def judgements(self) -> tuple[Link, ...]:
        """Every link that was ever kept, oldest first."""
        return ordered(self._links.values())

    def homes(self, ids: Iterable[str]) -> dict[str, str]:
        """The document of each of the ids that names a claim or a document."""
        known = {id: id for id in self._documents} | {s.claim: s.document for s in self._statements.values()}
        return {id: known[id] for id in ids if id in known}

    def unread(self, reader: str) -> Iterator[tuple[Document, datetime]]:
        """Documents that `reader` has not read, oldest first."""
        for head in sorted(self._heads.values(), key=order):
            if all(read.reader != reader for read in self._readings.get(head.id, [])):
                yield self._kept(head.id), instant(head.seen)

    def as_of(self, cutoff: datetime, since: datetime | None = None) -> View:
        """What was on record at `cutoff`."""
        limit, start = stamp(cutoff), stamp(since) if since else ""
        heads = [head for head in self._heads.values() if head.seen <= limit]
        known = [head for head in heads if head.known(limit)]
        latest, before = current(known), previous(heads)
        shown = sorted((h.published, h.id) for h in known if h.id in latest and h.published >= start)
        reads = [read for _, id in shown if (read := self._latest(id, limit))]
        told = {problem for problem, seen in self._problems.items() if seen <= limit}
        return View(
            cutoff=cutoff,
            documents=tuple(_superseding(self._documents[id], before[id]) for _, id in shown),
            claims=tuple(claim for read in reads for claim in read.claims),
            links=standing(self._links.values(), cutoff),
            problems=tuple(sorted(told.union(*(read.problems for read in reads)))),
        )

    def latest(self, by: datetime | None = None) -> datetime | None:
        """When the last document on record, of those published `by` then, was published."""
        told = (utc(d.published) for d in self._documents.values() if d.published)
        return max((at for at in told if by is None or at <= utc(by)), default=None)

    def document(self, id: str) -> Document | None:
        """One document, superseded or not."""
        return self._kept(id) if id in self._documents else None

    def claim(self, id: str) -> Claim | None:
        """One claim, as last read."""
        reads = sorted((r for kept in self._readings.values() for r in kept), reverse=True, key=lambda r: r[:2])
        return next((claim for read in reads for claim in read.claims if claim.id == id), None)

    def claims(self, document: str) -> tuple[Claim, ...]:
        """The claims of one document, as last read."""
        read = self._latest(document)
        return read.claims if read else ()

    def statements(self, claim: str) -> tuple[Statement, ...]:
        """Everything that was ever stated of a claim, oldest first."""
        return tuple(sorted((s for s in self._statements.values() if s.claim == claim), key=age))

    def sightings(self, document: str) -> tuple[Sighting, ...]:
        """When a document was met again."""
        again = sorted(self._seen.get(document, ()))[1:]
        return tuple(
            Sighting(document=document, address=self._documents[document].address, seen=instant(seen)) for seen in again
        )

    def search(self, query: str, limit: int = 20) -> tuple[Document, ...]:
        """Documents that hold every word of the query, best first (BM25, a title counting four times)."""
        wanted = words(query)
        bags = {id: Counter(split(d.text) + 4 * split(d.title)) for id, d in self._documents.items()}
        hits = [id for id, bag in bags.items() if wanted and all(word in bag for word in wanted)]
        mean = sum(map(Counter.total, bags.values())) / max(1, len(bags))
        rare = {word: log(1 + len(bags) / sum(word in bag for bag in bags.values())) for word in wanted if hits}

        def score(id: str) -> float:
            length = 0.3 + 0.9 * bags[id].total() / mean
            return sum(rare[word] * bags[id][word] / (bags[id][word] + length) for word in wanted)

        return tuple(self._kept(id) for id in sorted(hits, key=lambda id: (-score(id), id))[:limit])

    def close(self) -> None:
        """Nothing to let go of."""

    def _keep(self, document: Document, seen: str) -> None:
        id, page = document.id, series(document)
        published = stamp(document.published) if document.published else ""
        self._documents.setdefault(id, document)
        self._seen.setdefault(id, set()).add(seen)
        head = self._heads.setdefault(id, Head(id, page, published, seen, len(self._heads), document.supersedes))
        self._heads[id] = head._replace(seen=min(self._seen[id]))
        self._series.setdefault(page, [])
        if id not in self._series[page]:
            self._series[page].append(id)

    def _kept(self, id: str) -> Document:
        versions = [self._heads[version] for version in self._series[self._heads[id].series]]
        return _superseding(self._documents[id], previous(versions)[id])

    def _latest(self, document: str, cutoff: str | None = None) -> Read | None:
        reads = (r for r in self._readings.get(document, ()) if cutoff is None or r.seen <= cutoff)
        return max(reads, key=lambda read: read[:2], default=None)


def _superseding(document: Document, older: str | None) -> Document:
    return document if document.supersedes == older else msgspec.structs.replace(document, supersedes=older)
