"""What is told, put in order: established, reported, conflicts, unknown, changes, corrections, background."""

from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.briefing import absence, changes, house
from onrecord.briefing.conflicts import table
from onrecord.briefing.draft import Draft, Standing, finish, own
from onrecord.briefing.lexicon import lines
from onrecord.briefing.order import beat
from onrecord.briefing.pen import Pen
from onrecord.briefing.plan import Plan
from onrecord.briefing.shelf import Shelf
from onrecord.briefing.tell import Told
from onrecord.records import Chart, Evidence, Memory, Section, Sentence, Table, ident

Refusal = tuple[str, ...]
"""What a draft or a part is known by when it is refused."""


@dataclass(frozen=True)
class Page:
    """The finished sections, the draft behind each sentence by its id, and what to refuse if a part is refused."""

    sections: tuple[Section, ...]
    drafts: dict[str, Draft]
    keys: dict[str, Refusal]


@dataclass(frozen=True)
class Entry:
    """One draft and the id of the event that it tells of."""

    event: str
    draft: Draft


def arrange(of: Plan, shelf: Shelf, refused: frozenset[tuple[str, ...]], memory: Memory) -> Page:
    """All sections in order; a section that holds nothing is left out."""
    told = _ordered(of.told, shelf)
    placed = _placed(told, of, shelf, refused)
    tables = {
        n: [(table(t.clashes, t.event, shelf), t) for t in told if t.clashes and _clashing(t) == n] for n in placed
    }
    charts = {n: [(c, t) for t in told for c in t.charts if _charting(t, shelf) == n] for n in placed}
    contested = _resting(
        (e for n in placed for t, _ in tables[n] for r in t.rows for c in r for e in c.evidence), shelf
    )
    charted = _resting((e for n in placed for c, _ in charts[n] for bar in c.bars for e in bar.evidence), shelf)
    keys: dict[str, Refusal] = {ident("part", t): item.clashes[0].draft.key for n in placed for t, item in tables[n]}
    keys |= {ident("part", c): ("chart", item.event.id) for n in placed for c, item in charts[n]}
    drafts: dict[str, Draft] = {}
    pen, sections = Pen(shelf), []
    for name in placed:
        said = _sentences(placed[name], pen, name, (contested, charted))
        drafts |= {s.id: d for s, d in said}
        parts = tuple(t for t, _ in tables[name]), tuple(c for c, _ in charts[name])
        section = _section(name, tuple(s for s, _ in said), *parts, _notes(name, told, memory, shelf), shelf)
        if section.sentences or section.tables or section.notes:
            sections.append(section)
    return Page(tuple(sections), drafts, keys | {id: d.key for id, d in drafts.items()})


def _ordered(told: tuple[Told, ...], shelf: Shelf) -> tuple[Told, ...]:
    """Beat by beat, the best first; what leans on another event follows it."""
    free = sorted(
        (t for t in told if t.after is None), key=lambda t: (beat(t.event, shelf), -t.score.total, t.event.key)
    )
    made: list[Told] = []
    for item in free:
        made += [item, *(t for t in told if t.after == item.event.id)]
    held = {t.event.id for t in made}
    return (*made, *(t for t in told if t.event.id not in held))


def _sentences(
    entries: list[Entry], pen: Pen, name: str, resting: tuple[frozenset[str], frozenset[str]]
) -> list[tuple[Sentence, Draft]]:
    """The finished sentences of a section, each with its draft."""
    made: dict[str, tuple[Sentence, Draft]] = {}
    for entry in entries:
        sentence = finish(entry.draft, pen, Standing(entry.event, name, *resting))
        if sentence is not None:
            made.setdefault(sentence.id, (sentence, entry.draft))
    return list(made.values())


def _notes(name: str, told: tuple[Told, ...], memory: Memory, shelf: Shelf) -> tuple[str, ...]:
    """Lines about the record that belong to a section."""
    if name == "changes":
        return changes.notes(told, memory.changes, shelf)
    return changes.corrections(memory.corrections, shelf) if name == "corrections" else ()


def _resting(evidence: Iterable[Evidence], shelf: Shelf) -> frozenset[str]:
    """The claims that evidence quotes exactly."""
    spans = {(e.document, e.span) for e in evidence}
    return frozenset(c.id for c in shelf.claims.values() if (c.document, c.proposition) in spans)


def _section(
    name: str,
    sentences: tuple[Sentence, ...],
    tables: tuple[Table, ...],
    charts: tuple[Chart, ...],
    notes: tuple[str, ...],
    shelf: Shelf,
) -> Section:
    title = lines().titles[name].format(before=house.digits(shelf.story.number(shelf.day) - 1))
    return Section(name=name, title=title, sentences=sentences, tables=tables, charts=charts, notes=notes)


def _placed(
    told: tuple[Told, ...], of: Plan, shelf: Shelf, refused: frozenset[tuple[str, ...]]
) -> dict[str, list[Entry]]:
    """Every draft under the name of its section; of an event first what is in conflict, then what else is told."""
    placed: dict[str, list[Entry]] = {name: [] for name in lines().sections}
    for item in told:
        for draft in sorted(item.drafts, key=lambda d: d.form != "differ"):
            placed[place(item, draft, shelf)].append(Entry(item.event.id, draft))
    silent = absence.absent(told, shelf, of.silence)
    placed["unknown"] += [Entry(item.event.id, draft) for item, draft in silent if draft.key not in refused]
    placed["changes"] += [Entry(e.id, d) for e, d in of.revised]
    return placed


def place(item: Told, draft: Draft, shelf: Shelf) -> str:
    """The section of a draft: an event stays together, but for figures that differ and an authority's own acts."""
    if item.old:
        return "background"
    if _informs(draft):
        return "unknown"
    if draft.form == "differ":
        return "conflicts"
    if any(d.form == "joint" for d in item.drafts):
        return "established"
    if item.clashes:
        return "conflicts"
    return "established" if all(own(c, shelf) for c in draft.claims) else "reported"


def _informs(draft: Draft) -> bool:
    """Whether a draft tells only what is known or not known."""
    return all(c.kind == "information" for c in draft.claims)


def _charting(item: Told, shelf: Shelf) -> str:
    """The section of an event's charts: that of its tally."""
    return next((place(item, d, shelf) for d in item.drafts if d.form == "tally"), "reported")


def _clashing(item: Told) -> str:
    return "background" if item.old else "conflicts"
