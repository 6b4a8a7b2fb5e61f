"""The book read against itself: every label follows from a text, every sum adds up, every trap stands in both halves.

python -m evals.scenarios.check [--seed N] [--practice]
"""

import argparse
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from evals.scenarios import script
from evals.scenarios.facts import spelled
from evals.scenarios.gold import LAST, OCCURRENCE, Book, EchoKind, Half, Origin, Ruling, Told, TrapKind, independent
from evals.scenarios.label import Page
from evals.scenarios.script import BOOK, PRACTICE, Event, story
from evals.scenarios.write import SEED, made

from onrecord.records import Story, VerdictKind

FEWEST, MOST = 40, 60
"""Documents a day."""
LEAST = 2
"""Cases of each kind of trap in each half."""
MEETING = {VerdictKind.AGREE, VerdictKind.CONFLICT}
"""Verdicts for which two origins must have spoken."""
OFFICES = {"governor", "mayor", "ministry", "command", "spokesman", "service", "railways", "investigators", "envoy"}
"""Offices by which a text may name who holds them."""
NAMELESS = ("a ", "an ", "two ", "the ", "counsel ")
"""How speakers begin that the text leaves without a name."""


class Case:
    """One book with what its checks look things up in."""

    def __init__(self, pages: tuple[Page, ...], book: Book, days: Path = BOOK) -> None:
        """Take the labelled documents, the gold made of them, and the folder of the script that both follow."""
        self.pages, self.book = pages, book
        self.story: Story = story()
        self.events: dict[str, Event] = {e.id: e for d in script.days(days) for e in d.event}
        self.text = {p.line.url: p.line.text for p in pages}
        self.source = {p.line.url: p.line.source for p in pages}
        self.day = {p.line.url: p.report.day for p in pages}
        self.told = {t.id: t for t in book.told}
        self.family = {s.id: s.publisher or s.name for s in self.story.sources}


def spans(case: Case) -> Iterator[str]:
    """Every span lies in its text, and every figure in the content of its claim, and reads as its value."""
    for told in case.book.told:
        text = case.text[told.url]
        if told.quote != " ... ".join(s.of(text) for s in told.content) or not told.quote.strip():
            yield f"{told.id}: its quote is not in its text"
        for count in told.counts:
            if count.span.of(text) != count.text or not any(s.holds(count.span) for s in told.content):
                yield f"{told.id}: {count.text!r} lies outside its content"
            if not reads(count.text, count.value):
                yield f"{told.id}: {count.text!r} does not read as {count.value}"


def reads(text: str, value: int) -> bool:
    """Whether the printed number is that value."""
    if re.fullmatch(r"[\d,]+", text):
        return int(text.replace(",", "")) == value
    return value < 100 and text.lower() in {spelled(value), "nobody" if value == 0 else ""}


def sizes(case: Case) -> Iterator[str]:
    """Each day has its documents, each address is one document's."""
    counts = Counter(p.report.day for p in case.pages)
    yield from (f"day {d}: {n} documents" for d, n in sorted(counts.items()) if not FEWEST <= n <= MOST)
    if sorted(counts) != list(range(1, LAST + 1)):
        yield f"days told: {sorted(counts)}"
    if len(case.text) != len(case.pages):
        yield "two documents of one address"


def halves(case: Case) -> Iterator[str]:
    """Each kind of trap stands in both halves, on different events and in different words."""
    for kind in TrapKind:
        for half in Half:
            cases = [t for t in case.book.traps if t.kind is kind and t.half is half]
            if len(cases) < LEAST:
                yield f"trap {kind} is not in {half}"
    where = {h.id: h.half for h in case.book.happenings}
    for trap in case.book.traps:
        if any(where[e] is not trap.half for e in trap.events):
            yield f"trap {trap.id} is of another half than its event"


def roots(case: Case) -> Iterator[str]:
    """What an outlet tells in its own voice goes back to where the chain of copies ends; the rest to its speaker."""
    above = {e.copy: e for e in case.book.echoes}
    paired = {e.copy: {a for a, _ in e.claims} for e in case.book.echoes}
    named = {o.id: o for o in case.book.origins}
    for told in case.book.told:
        origin = named[told.origin]
        if origin.event != told.event or told.id not in origin.claims:
            yield f"{told.id}: its origin does not know it"
        if told.speaker or origin.empty or told.debunked:
            continue
        url = told.url
        while url in above and told.id in paired[above[url].copy] and above[url].original != url:
            pair = dict(above[url].claims)
            told, url = case.told[pair[told.id]], above[url].original
        if origin.name != case.family[case.source[url]]:
            yield f"{told.id}: goes back to {case.source[url]}, not to {origin.name}"


def origins(case: Case) -> Iterator[str]:
    """An event's origins are those of its claims, and as many can confirm each other as the script says."""
    for happening in case.book.happenings:
        mine: list[Origin] = [o for o in case.book.origins if o.event == happening.id]
        found = {t.origin for t in case.book.told if t.event == happening.id}
        if {o.id for o in mine} != found or set(happening.origins) != found:
            yield f"{happening.id}: origins are not those of its claims"
        if independent(mine) != happening.independent or happening.independent != case.events[happening.id].independent:
            names = ", ".join(o.name for o in mine)
            yield f"{happening.id}: {happening.independent} independent origins ({names}), the script says otherwise"


def sums(case: Case) -> Iterator[str]:
    """A partition adds up, and its parts are told."""
    for rule in case.book.rulings:
        if rule.kind is not VerdictKind.PARTITION:
            continue
        whole, _, parts = rule.arithmetic.partition(" = ")
        values = [int(p) for p in parts.split(" + ")]
        if int(whole) != sum(values):
            yield f"{rule.id}: {rule.arithmetic} does not add up"
        told = {c.value for i in rule.claims for c in case.told[i].counts}
        told |= {c.value for t in case.book.told if t.event == rule.event for c in t.counts}
        if not {int(whole), *values[:-1]} <= told:
            yield f"{rule.id}: not all of {rule.arithmetic} is told"


def rulings(case: Case) -> Iterator[str]:
    """Where accounts meet there are two; where figures differ they do; where they agree they are alike."""
    for rule in case.book.rulings:
        told = [case.told[i] for i in rule.claims]
        if rule.kind in MEETING and len({t.origin for t in told}) < 2:
            yield f"{rule.id}: {rule.kind} with one origin"
        if rule.kind in MEETING and rule.measure != OCCURRENCE:
            yield from _figures(rule, told)
        if rule.since > rule.until or any(case.day[t.url] > rule.until for t in told):
            yield f"{rule.id}: holds from {rule.since} to {rule.until}"


def _figures(rule: Ruling, told: list[Told]) -> Iterator[str]:
    by: dict[str, set[int]] = {}
    for claim in told:
        by.setdefault(claim.origin, set()).update(c.value for c in claim.counts if c.measure == rule.measure)
    values = list(by.values())
    if rule.kind is VerdictKind.AGREE and not set.intersection(*values):
        yield f"{rule.id}: agree on {values}"
    if rule.kind is VerdictKind.CONFLICT and set.intersection(*values):
        yield f"{rule.id}: conflict on {values}"


def nuggets(case: Case) -> Iterator[str]:
    """What a nugget says is said by its claims, by that day."""
    names = {s.id: s.name for s in case.story.sources}
    for nugget in case.book.nuggets:
        told = [case.told[i] for i in nugget.claims]
        if not told or any(case.day[t.url] > nugget.day for t in told):
            yield f"{nugget.id}: no claim of its day bears it"
        counts = {(c.measure.value, str(c.value)) for t in told for c in t.counts}
        heard = {t.speaker for t in told} | {names[case.source[t.url]] for t in told}
        for fact in nugget.facts:
            if fact.kind == "figure" and (fact.measure, fact.value) not in counts:
                yield f"{nugget.id}: nobody says {fact.measure} {fact.value}"
            if fact.kind == "speaker" and fact.value not in heard:
                yield f"{nugget.id}: {fact.value} is not heard"
            if fact.kind == "stance" and fact.value not in {t.stance.value for t in told}:
                yield f"{nugget.id}: nobody {fact.value}"
            if fact.kind == "place" and fact.value not in {s.name for s in case.story.sites} | {"Lodrin", "Karshul"}:
                yield f"{nugget.id}: no place {fact.value}"


def traps(case: Case) -> Iterator[str]:
    """A wrong figure is one that nobody gives; what is kept apart are two events; what is stale is old."""
    for trap in case.book.traps:
        given = {(t.event, c.measure.value, c.value) for t in case.book.told for c in t.counts}
        for wrong in trap.wrong:
            measure, _, value = wrong.partition("=")
            if any((e, measure, int(value)) in given for e in trap.events):
                yield f"{trap.id}: {wrong} is given by somebody"
        if any(a == b or a not in case.events or b not in case.events for a, b in trap.apart):
            yield f"{trap.id}: apart from what?"
        if any(case.told[a].event != case.told[b].event for a, b in trap.together):
            yield f"{trap.id}: together are claims of two events"
        if trap.kind is TrapKind.STALE:
            late = [t for t in case.book.told if t.url in trap.urls]
            first = {h.id: h.day for h in case.book.happenings}
            if not late or any(case.day[t.url] - first[t.event] < 3 for t in late):
                yield f"{trap.id}: is not stale"


def echoes(case: Case) -> Iterator[str]:
    """A copy by rule holds its original's characters; a copy by hand holds its claims."""
    for echo in case.book.echoes:
        copy, first = case.text[echo.copy], case.text[echo.original]
        if echo.kind is EchoKind.VERBATIM and copy != first:
            yield f"{echo.copy}: is not verbatim"
        if echo.kind is EchoKind.TRUNCATED and (copy[:60] != first[:60] or len(copy) >= len(first) + 20):
            yield f"{echo.copy}: is not a beginning"
        if echo.kind is EchoKind.EMBEDDED and not any(block[-60:] in copy for block in first.split("\n\n")):
            yield f"{echo.copy}: embeds nothing"
        if echo.kind in {EchoKind.PARAPHRASED, EchoKind.BRIEF, EchoKind.RESPELT} and copy == first:
            yield f"{echo.copy}: is no {echo.kind}"
        if not echo.claims and not echo.copy.startswith(tuple(_off(case))):
            yield f"{echo.copy}: copies no claim"


def _off(case: Case) -> Iterator[str]:
    return (p.line.url for p in case.pages if p.draft.key.startswith("off-"))


def speakers(case: Case) -> Iterator[str]:
    """Who speaks is in the story, or has no name; every claim names a kind of event that the product knows."""
    known = {b.name for p in case.story.parties for b in p.bodies}
    known |= {x.name for p in case.story.parties for x in p.people}
    for told in case.book.told:
        if told.speaker and told.speaker not in known and not told.speaker.startswith(NAMELESS):
            yield f"{told.id}: {told.speaker} is not in the story"


def heard(case: Case) -> Iterator[str]:
    """A named speaker is named in the text, by one of the story's names or by the office, or the channel is its own."""
    bodies = {b.name: (b.name, *b.aliases) for p in case.story.parties for b in p.bodies}
    people = {x.name: (x.name, x.role, *x.aliases) for p in case.story.parties for x in p.people}
    own = {s.id: s.speaker for s in case.story.sources}
    for told in case.book.told:
        names = (bodies | people).get(told.speaker)
        if not names or own[case.source[told.url]] == told.speaker:
            continue
        text = case.text[told.url].lower()
        heads = {n.lower() for n in names} | {n.lower().split()[-1] for n in names} & OFFICES
        heads |= {n.lower().split()[0] for n in names} & OFFICES
        if not any(head in text for head in heads):
            yield f"{told.id}: {told.speaker} is not in the text"


CHECKS: tuple[Callable[[Case], Iterator[str]], ...] = (
    spans,
    sizes,
    halves,
    roots,
    origins,
    sums,
    rulings,
    nuggets,
    traps,
    echoes,
    speakers,
    heard,
)


WHOLE = (sizes, halves)
"""What is asked of the book alone: days of practice may be of any number, and hold what traps they like."""


def faults(pages: tuple[Page, ...], book: Book, days: Path = BOOK) -> list[str]:
    """All that is wrong with a book, in words; nothing where it is right."""
    case = Case(pages, book, days)
    asked = [c for c in CHECKS if days == BOOK or c not in WHOLE]
    return [f"{check.__name__}: {fault}" for check in asked for fault in check(case)]


def table(book: Book) -> Iterator[str]:
    """How many cases of each trap stand in each half."""
    counts = Counter((t.kind, t.half) for t in book.traps)
    yield f"{'trap':30}{'tune':>6}{'score':>7}"
    yield from (f"{k.value:30}{counts[k, Half.TUNE]:6}{counts[k, Half.SCORE]:7}" for k in TrapKind)


def main() -> None:
    """Check the book and print what is wrong with it and how many traps it holds; exit code 1 for a fault."""
    parser = argparse.ArgumentParser(
        prog="python -m evals.scenarios.check", description="Read the book against itself."
    )
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--practice", action="store_true", help="the days of practice")
    options = parser.parse_args()
    days = PRACTICE if options.practice else BOOK
    pages, book = made(options.seed, days)
    found = faults(pages, book, days)
    print(*table(book), *found, sep="\n")
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
