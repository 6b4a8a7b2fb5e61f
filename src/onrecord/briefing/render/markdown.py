"""Briefing -> Markdown with endnotes, for wikis and mail."""

import re
from collections.abc import Iterator

from onrecord.briefing.render import words
from onrecord.briefing.render.notes import credit, first, notes, paragraphs, parts, remark
from onrecord.records import Briefing, Cell, Chart, Score, Section, Table

SPECIAL = re.compile(r"([\\`*_\[\]<>|#~])")

ORDER = "| Points | severity | origins | sides | news | place | Told first |\n|--:|--:|--:|--:|--:|--:|---|"


def markdown(briefing: Briefing) -> str:
    """The whole file. The same briefing gives the same bytes."""
    numbers = {note.key: index for index, note in enumerate(notes(briefing), 1)}
    at = words.zone(briefing)
    when = f"{words.weekday(briefing.day)} {words.day(briefing.day)}, {briefing.cutoff:%H:%M} ({words.offset(at)})"
    head = [
        f"# {plain(briefing.headline)}",
        f"**Day {briefing.number:,}** · {plain(briefing.story)} · {when}",
        plain(briefing.standfirst),
    ]
    body = [line for section in briefing.sections for line in _section(section, numbers)]
    return "\n\n".join(line for line in [*head, *body, *_sources(briefing), *_notes(briefing)] if line) + "\n"


def plain(text: str) -> str:
    """Text in which nothing is markup."""
    return SPECIAL.sub(r"\\\1", text)


def _section(section: Section, numbers: dict[str, int]) -> Iterator[str]:
    if not (section.sentences or section.tables or section.charts or section.notes):
        return
    yield f"## {plain(section.title)}"
    for paragraph in paragraphs(section):
        yield " ".join(
            f"{plain(s.text)}{f' *({plain(s.note)})*' if s.note else ''}[^{numbers[s.id]}]" for s in paragraph
        )
    for n, chart in enumerate(section.charts):
        yield _chart(chart, f"{section.name}-c{n}", numbers)
    for n, table in enumerate(section.tables):
        yield _table(table, f"{section.name}-t{n}", numbers)
    if section.notes:
        marks = [numbers.get(remark(section, n)) for n in range(len(section.notes))]
        yield "\n".join(
            f"- {plain(note)}{f'[^{mark}]' if mark else ''}" for note, mark in zip(section.notes, marks, strict=True)
        )


def _chart(chart: Chart, key: str, numbers: dict[str, int]) -> str:
    rows = []
    for index, (label, value, _, _) in enumerate(parts(chart)):
        note = numbers.get(f"{key}-{index}")
        rows.append(f"| {words.figure(value)}{f'[^{note}]' if note else ''} | {plain(label)} |")
    return "\n".join([f"**{plain(chart.caption)}**", "", "| | |", "|--:|---|", *rows, "", plain(chart.note)]).rstrip()


def _table(table: Table, key: str, numbers: dict[str, int]) -> str:
    def shown(cell: Cell, y: int, x: int) -> str:
        note = f"[^{numbers[f'{key}-{y}-{x}']}]" if cell.evidence else ""
        return f"{plain(cell.text) or '–'}{note}{f' ({plain(cell.note)})' if cell.note else ''}"

    rows = [[shown(cell, y, x) for x, cell in enumerate(row)] for y, row in enumerate(table.rows)]
    lines = [[plain(head) for head in table.head], ["---"] * len(table.head), *rows]
    grid = "\n".join(f"| {' | '.join(line)} |" for line in lines)
    return f"**{plain(table.caption)}**\n\n{grid}\n\n{plain(table.note)}".rstrip()


def _sources(briefing: Briefing) -> Iterator[str]:
    yield "## Sources and gaps"
    yield from map(plain, briefing.gaps)
    at = words.zone(briefing)
    yield "\n".join(
        f"- {plain(s.name)} ({s.kind}): {words.count(s.documents, 'report')}"
        + (f", the latest {words.instant(s.latest, at)}" if s.latest else "")
        for s in briefing.sources
    )
    if briefing.scores:
        yield "\n".join(["**The order**", "", ORDER, *(_ranked(score, briefing) for score in briefing.scores)])
    yield "Written by onrecord, a machine, from public statements."


def _ranked(score: Score, briefing: Briefing) -> str:
    """One event's row: its points, their parts and its first sentence."""
    points = (score.total, score.severity, score.origins, score.sides, score.novelty, score.scope)
    return f"| {' | '.join(map(str, points))} | {plain(first(score, briefing))} |"


def _notes(briefing: Briefing) -> Iterator[str]:
    cited = {citation.document: citation for citation in briefing.citations}
    at = words.zone(briefing)
    for number, note in enumerate(notes(briefing), 1):
        quotes = []
        for evidence in note.evidence:
            told = credit(evidence, cited)
            quote = plain(" ".join(evidence.quote.split()))
            where = f"{evidence.document}, characters {evidence.span.start}–{evidence.span.end}"
            quotes.append(f"{plain(told.name)}, {words.instant(told.published, at)}: “{quote}” ({where})")
        yield f"[^{number}]: {'; '.join(quotes)}"
