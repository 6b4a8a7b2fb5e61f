"""What a page shows of a briefing beside its words: endnotes, paragraphs, the parts of a chart, credits."""

from dataclasses import dataclass
from itertools import groupby

from onrecord.briefing.render import words
from onrecord.records import Briefing, Chart, Citation, Evidence, Score, Section, Sentence


@dataclass(frozen=True)
class Note:
    """An endnote: the words that it stands behind, and the evidence they rest on."""

    key: str
    said: str
    evidence: tuple[Evidence, ...]
    claims: tuple[str, ...] = ()


def paragraphs(section: Section) -> list[list[Sentence]]:
    """The sentences of a section, those of one event together as a paragraph."""
    return [list(group) for _, group in groupby(section.sentences, key=lambda sentence: sentence.event or sentence.id)]


def notes(briefing: Briefing) -> list[Note]:
    """The endnotes of all sentences, table cells and bars, in the order of the page."""
    made = {}
    for section in briefing.sections:
        found = [Note(s.id, s.text, s.evidence, s.claims) for s in section.sentences]
        found += [
            Note(
                f"{section.name}-t{n}-{y}-{x}",
                f"{table.caption}: {row[0].text}, {table.head[x]}: {cell.text}",
                cell.evidence,
            )
            for n, table in enumerate(section.tables)
            for y, row in enumerate(table.rows)
            for x, cell in enumerate(row)
            if cell.evidence
        ]
        found += [
            Note(f"{section.name}-c{n}-{x}", f"{chart.caption}: {words.figure(bar.value)} {bar.label}", bar.evidence)
            for n, chart in enumerate(section.charts)
            for x, bar in enumerate(chart.bars)
        ]
        found += [
            Note(remark(section, n), told, correction.evidence, correction.claims)
            for n, (told, correction) in enumerate(zip(section.notes, briefing.corrections, strict=False))
            if section.name == "corrections" and correction.evidence
        ]
        made.update({note.key: note for note in found})
    return list(made.values())


def remark(section: Section, n: int) -> str:
    """The key of the endnote to the `n`-th line about the record; only what was taken back has one."""
    return f"{section.name}-n{n}"


def parts(chart: Chart) -> list[tuple[str, float, float, float]]:
    """The bars of a chart as (label, value, start, width) in per cent of the whole; what is left over comes last."""
    told = sum(bar.value for bar in chart.bars)
    whole = max(chart.total or 0, told) or 1
    made, start = [], 0.0
    for bar in chart.bars:
        made.append((bar.label, float(bar.value), 100 * start / whole, 100 * bar.value / whole))
        start += bar.value
    if whole > told:
        made.append(("not accounted for", float(whole - told), 100 * told / whole, 100 * (whole - told) / whole))
    return made


def credit(evidence: Evidence, cited: dict[str, Citation]) -> Citation:
    """Who published the evidence; a bare citation where the briefing does not say."""
    empty = Citation(
        document=evidence.document, source="", name=evidence.document, address="", title="", published=None
    )
    return cited.get(evidence.document, empty)


def first(score: Score, briefing: Briefing) -> str:
    """The first sentence that tells the event of a score."""
    told = (s.text for section in briefing.sections for s in section.sentences if s.event == score.event)
    return next(told, "")
