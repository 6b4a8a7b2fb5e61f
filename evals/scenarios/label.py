"""Drafts -> documents and their gold: claims in characters, echoes, origins, events."""

import re
from collections.abc import Iterable, Iterator

import msgspec
from evals.scenarios import mark
from evals.scenarios.compose import Desk, Draft
from evals.scenarios.facts import printed
from evals.scenarios.gold import Count, Echo, Half, Happening, Origin, Report, Told, independent
from evals.scenarios.script import Event

from onrecord.records import Operator, Stance


class Said(msgspec.Struct, frozen=True):
    """A row of an event's `say`, read."""

    speaker: str
    kind: str
    stance: Stance = Stance.ASSERTED
    debunked: bool = False
    withdrawn: bool = False
    origin: str = ""
    empty: bool = False
    party: str = ""


class Line(msgspec.Struct, frozen=True):
    """A document as the product reads it: one line of reports/*.jsonl."""

    source: str
    url: str
    published: str
    title: str
    text: str
    language: str = "en"


class Page(msgspec.Struct, frozen=True):
    """A finished document with its labels. `keys` are EVENT/KEY of its claims, in their order."""

    draft: Draft
    line: Line
    report: Report
    told: tuple[Told, ...]
    keys: tuple[str, ...]


def said(row: str) -> Said:
    """Read "speaker | kind [| stance [| flags]]". A narrator is unattributed, where the row does not say otherwise."""
    speaker, kind, stance, flags = [*(p.strip() for p in row.split("|")), "", ""][:4]
    options = dict(f.partition("=")[::2] for f in flags.split())
    return Said(
        speaker=speaker,
        kind=kind,
        stance=Stance(stance) if stance else Stance.ASSERTED if speaker else Stance.UNATTRIBUTED,
        debunked="debunked" in options,
        withdrawn="withdrawn" in options,
        origin=options.get("origin", options.get("ring", "")).replace("_", " "),
        empty="ring" in options,
        party=options.get("party", ""),
    )


class Labels:
    """Labels the documents of one book."""

    def __init__(self, desk: Desk) -> None:
        """Take what was drawn; `pages` then labels."""
        self.desk, self.story = desk, desk.story
        self.events: dict[str, Event] = {e.id: e for d in desk.days for e in d.event}
        self.home = {e.id: e.of or e.id for e in self.events.values()}
        self.told = {e.id: d.day for d in desk.days for e in d.event}
        self.first = {e: self.told[self.home[e]] for e in self.events}
        self.rows = {f"{e.id}/{k}": said(row) for e in self.events.values() for k, row in e.say.items()}
        self.parties = {p.name: p for p in self.story.parties}
        self.parties |= {b.name: p for p in self.story.parties for b in p.bodies}
        self.parties |= {x.name: p for p in self.story.parties for x in p.people}
        self.family = {s.id: s.publisher or s.name for s in self.story.sources}

    def show(self, name: str, manner: str) -> str:
        """What a figure prints."""
        return printed(self.desk.figures[name], manner)

    def pages(self) -> tuple[Page, ...]:
        """All documents with their labels, in order of publication."""
        count: dict[int, int] = {}
        urls: set[str] = set()
        made = []
        for draft in self.desk.draft():
            day = self.story.number(self.story.day_of(draft.published))
            count[day] = count.get(day, 0) + 1
            made.append(self._page(draft, day, count[day], urls))
        return tuple(made)

    def _page(self, draft: Draft, day: int, number: int, urls: set[str]) -> Page:
        try:
            text, marks = mark.read(draft.text, self.show)
            title, _ = mark.read(draft.title, self.show)
            ident = f"{day:02}-{number:03}"
            url = self._url(draft, title, urls)
            report = Report(
                id=ident,
                url=url,
                source=draft.source,
                published=draft.published,
                day=day,
                half=Half.of(day),
                form=draft.form,
                title=title,
            )
            line = Line(draft.source, url, draft.published.isoformat(), title, text)
            told = tuple(self._told(report, draft, m, n, text) for n, m in enumerate(marks, 1))
            return Page(draft, line, report, told, tuple(m.key.partition("@")[0] for m in marks))
        except (ValueError, KeyError) as fault:
            raise ValueError(f"document {draft.key}: {fault!r}") from fault

    def _url(self, draft: Draft, title: str, urls: set[str]) -> str:
        slug = re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")[:60].strip("-")
        base = url = f"https://{draft.source}.example.net/{draft.published:%Y/%m/%d}/{slug}"
        number = 1
        while url in urls:
            number += 1
            url = f"{base}-{number}"
        urls.add(url)
        return url

    def _told(self, report: Report, draft: Draft, found: mark.Mark, number: int, text: str) -> Told:
        key, _, root = found.key.partition("@")
        event, row = self.home[key.partition("/")[0]], self.rows[key]
        party = self.parties.get(row.party or row.speaker)
        return Told(
            id=f"{report.id}.{number}",
            url=report.url,
            half=Half.of(self.first[event]),
            content=tuple(found.content),
            quote=" ... ".join(s.of(text) for s in found.content),
            kind=row.kind,
            speaker=row.speaker,
            party=party.name if party else "",
            stance=row.stance,
            event=event,
            origin=f"{event}/{row.origin or row.speaker or self.family[root or draft.source]}",
            counts=tuple(self._count(slot, text) for slot in found.slots),
            background=found.background,
            debunked=row.debunked,
            withdrawn=row.withdrawn,
        )

    def _count(self, slot: mark.Slot, text: str) -> Count:
        fact = self.desk.figures[slot.name]
        return Count(
            span=slot.span,
            text=slot.span.of(text),
            measure=fact.measure,
            value=fact.value,
            operator=slot.bound or (fact.operator if fact.operator is not Operator.EXACT else Operator.EXACT),
            object=fact.object,
            population=fact.population,
            scope=fact.scope,
            place=fact.place,
            part=fact.part,
        )

    def echoes(self, pages: Iterable[Page]) -> Iterator[Echo]:
        """Each copy with what it copies, claims paired by what is said."""
        by = {p.draft.key: p for p in pages}
        for page in by.values():
            if page.draft.kind is None:
                continue
            first = by[page.draft.of]
            there = dict(zip(reversed(first.keys), reversed(first.told), strict=True))
            pairs = tuple(
                (t.id, there[k].id)
                for k, t in zip(page.keys, page.told, strict=True)
                if k in there and t.origin == there[k].origin
            )
            half = Half.of(self.first[first.draft.event]) if first.draft.event else first.report.half
            yield Echo(kind=page.draft.kind, half=half, copy=page.line.url, original=first.line.url, claims=pairs)

    def origins(self, pages: Iterable[Page]) -> tuple[Origin, ...]:
        """What the claims of each event go back to, by the order in which they were first heard."""
        rows: dict[str, tuple[Said, list[Told]]] = {}
        for page in pages:
            for key, told in zip(page.keys, page.told, strict=True):
                rows.setdefault(told.origin, (self.rows[key], []))[1].append(told)
        return tuple(self._origin(name, row, told) for name, (row, told) in rows.items())

    def _origin(self, name: str, row: Said, told: list[Told]) -> Origin:
        party = self.parties.get(row.party or row.origin or row.speaker)
        return Origin(
            id=name,
            event=told[0].event,
            name=name.partition("/")[2],
            rule="speaker" if row.speaker else "reporting",
            party=party.name if party else "",
            belligerent=bool(party and party.belligerent),
            empty=row.empty,
            claims=tuple(t.id for t in told),
        )

    def happenings(self, pages: tuple[Page, ...], origins: tuple[Origin, ...]) -> Iterator[Happening]:
        """The events that documents tell, in the order of the script."""
        sources = {p.line.url: p.line.source for p in pages}
        for event in (e for e in self.events.values() if not e.of):
            told = [t for p in pages for t in p.told if t.event == event.id]
            roots = [o for o in origins if o.event == event.id]
            kinds = [t.kind for t in told]
            yield Happening(
                id=event.id,
                half=Half.of(self.first[event.id]),
                day=self.first[event.id],
                kind=max(kinds, key=lambda k: (kinds.count(k), -kinds.index(k))),
                kinds=tuple(sorted(set(kinds))),
                title=event.title,
                place=event.place,
                agent=event.agent,
                target=event.target,
                earliest=self.desk.time(self.first[event.id], event.when[0]),
                latest=self.desk.time(self.first[event.id], event.when[1]),
                origins=tuple(o.id for o in roots),
                independent=independent(roots),
                outlets=len({sources[t.url] for t in told}),
            )
