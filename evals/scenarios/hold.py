"""Labelled documents -> what a reader is held to: rulings, nuggets, traps."""

import re
from collections.abc import Iterable, Iterator

from evals.scenarios.facts import work
from evals.scenarios.gold import (
    EVER,
    OCCURRENCE,
    Echo,
    EchoKind,
    Fact,
    Half,
    Nugget,
    Ruling,
    Told,
    Trap,
    TrapKind,
    Weight,
)
from evals.scenarios.label import Labels, Page
from evals.scenarios.script import Event, Must, Rule, Snare

from onrecord.records import VerdictKind

SUM = re.compile(r"\{([^{}]+)\}")
ECHO_MUST_NOT = "The copy must not count as an origin of its own."
OFF_MUST_NOT = "None of it is an event of the story, whatever words of war it borrows."


class Holder:
    """Works out what a reader of one book is held to."""

    def __init__(self, labels: Labels, pages: tuple[Page, ...]) -> None:
        """Take the labelled documents."""
        self.labels, self.pages = labels, pages
        self.day = {p.line.url: p.report.day for p in pages}
        self.said: dict[str, list[Told]] = {}
        for page in pages:
            for key, told in zip(page.keys, page.told, strict=True):
                self.said.setdefault(key, []).append(told)

    def claims(self, event: Event, keys: Iterable[str], until: int = EVER) -> list[Told]:
        """The claims of what is said, that were out by the day `until`. Raises ValueError where nobody says it."""
        found = []
        for key in keys:
            told = self.said.get(key if "/" in key else f"{event.id}/{key}", [])
            if not told:
                raise ValueError(f"{event.id}: nobody says {key}")
            found += [t for t in told if self.day[t.url] <= until]
        return found

    def fill(self, event: Event, text: str, words: bool = False) -> str:
        """A text with the figures, and sums of figures, of the event in digits."""
        known = {n.replace("-", "_").replace("/", "__"): f.value for n, f in self.labels.desk.figures.items()}
        known |= {
            k.partition("/")[2]: f.value for k, f in self.labels.desk.figures.items() if k.startswith(f"{event.id}/")
        }
        return SUM.sub(lambda m: f"{work(m[1], known):,}" if words else str(work(m[1], known)), text)

    def rulings(self) -> Iterator[Ruling]:
        """All rulings, in the order of the script."""
        for event in self.labels.events.values():
            for number, rule in enumerate(event.ruling, 1):
                yield self._ruling(event, rule, f"{event.id}/{rule.measure}-{number}")

    def _ruling(self, event: Event, rule: Rule, ident: str) -> Ruling:
        told = self.claims(event, rule.on, rule.until)
        if rule.measure != OCCURRENCE:
            told = [t for t in told if any(c.measure == rule.measure for c in t.counts)]
        return Ruling(
            id=ident,
            event=self.labels.home[event.id],
            half=Half.of(self.labels.first[event.id]),
            measure=rule.measure,
            kind=VerdictKind(rule.kind),
            claims=tuple(sorted(t.id for t in told)),
            reason=self.fill(event, rule.reason),
            since=rule.since or self.labels.told[event.id],
            until=rule.until,
            object=rule.object,
            place=rule.place,
            other=rule.other,
            arithmetic=self.fill(event, rule.arithmetic),
        )

    def nuggets(self) -> Iterator[Nugget]:
        """All nuggets, by day and the order of the script."""
        rows = [(m.day or self.labels.told[e.id], e, m) for e in self.labels.events.values() for m in e.nugget]
        for number, (day, event, must) in enumerate(sorted(rows, key=lambda row: row[0]), 1):
            yield self._nugget(f"n{day:02}-{number:03}", day, event, must)

    def _nugget(self, ident: str, day: int, event: Event, must: Must) -> Nugget:
        return Nugget(
            id=ident,
            day=day,
            half=Half.of(day),
            event=self.labels.home[event.id],
            weight=Weight.VITAL if must.vital else Weight.OKAY,
            fresh=must.fresh,
            text=self.fill(event, must.text, words=True),
            facts=tuple(self._fact(event, f) for f in must.facts),
            claims=tuple(sorted(t.id for t in self.claims(event, must.on, day))),
        )

    def _fact(self, event: Event, text: str) -> Fact:
        kind, _, rest = text.partition(" ")
        if kind == "figure":
            measure, _, value = rest.partition(" ")
            return Fact(kind=kind, value=self.fill(event, value), measure=measure)
        return Fact(kind=kind, value=rest)

    def traps(self, echoes: Iterable[Echo]) -> Iterator[Trap]:
        """Those of the script, then one for each copy, then one for each document off the subject."""
        for event in self.labels.events.values():
            for number, snare in enumerate(event.trap, 1):
                yield self._trap(event, snare, f"{event.id}/{snare.kind}-{number}")
        yield from (self._copied(number, e) for number, e in enumerate(echoes, 1))
        for page in self.pages:
            if page.draft.key.startswith("off-"):
                yield Trap(
                    id=f"off/{page.report.id}",
                    kind=TrapKind.OFF,
                    half=page.report.half,
                    urls=(page.line.url,),
                    must_not=OFF_MUST_NOT,
                )

    def _trap(self, event: Event, snare: Snare, ident: str) -> Trap:
        told = self.claims(event, snare.on)
        keyed = {p.draft.key: p.line.url for p in self.pages}
        urls = [keyed[d if "/" in d else f"{event.id}/{d}"] for d in snare.docs] or [t.url for t in told]
        return Trap(
            id=ident,
            kind=snare.kind,
            half=Half.of(self.labels.first[event.id]),
            urls=tuple(dict.fromkeys(urls)),
            must_not=self.fill(event, snare.must_not),
            events=(self.labels.home[event.id],),
            claims=tuple(t.id for t in told),
            apart=tuple(_pair(event.id, a) for a in snare.apart),
            together=tuple((told[0].id, t.id) for t in told[1:]) if snare.together else (),
            barred=tuple(t.id for t in self.claims(event, snare.barred)),
            wrong=tuple(self.fill(event, w) for w in snare.wrong),
        )

    def _copied(self, number: int, echo: Echo) -> Trap:
        return Trap(
            id=f"echo/{number:03}",
            kind=TrapKind(f"echo-{EchoKind(echo.kind).value}"),
            half=echo.half,
            urls=(echo.original, echo.copy),
            must_not=ECHO_MUST_NOT,
            claims=tuple(c for pair in echo.claims for c in pair),
            together=echo.claims,
        )


def _pair(event: str, other: str) -> tuple[str, str]:
    left, tilde, right = other.partition(" ~ ")
    return (left, right) if tilde else (event, other)
