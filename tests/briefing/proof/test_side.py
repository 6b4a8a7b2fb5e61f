from typing import Any

from msgspec.structs import replace

from onrecord.briefing.proof import side
from onrecord.briefing.proof.stack import Stack
from onrecord.records import Chart, Measure, Speaker, Table, VerdictKind


def page(desk: Any) -> tuple[Table, Chart, Stack]:
    made = desk.write()
    tables = [t for s in made.sections for t in s.tables]
    charts = [c for s in made.sections for c in s.charts]
    return tables[0], charts[0], Stack(desk.shelf.day, desk.view, desk.story)


def test_a_table_stands_cell_by_cell(full: Any) -> None:
    table, _, stack = page(full)
    assert side.table(table, stack) is None
    head = (table.head[0], *reversed(table.head[1:]))
    assert side.table(replace(table, head=head), stack)
    row = table.rows[0]
    assert side.table(replace(table, rows=((row[0], row[2], row[1]),)), stack)
    assert side.table(replace(table, rows=()), stack)


def test_a_note_names_all_that_is_not_compared(full: Any) -> None:
    table, _, stack = page(full)
    event = next(e for e in full.events if e.id == table.event)
    assert side.note(table, event, stack) is None
    longer = replace(table, note=f"{table.note} Not compared with the 99 of Ada Berg: a count.")
    assert side.note(longer, event, stack) and side.note(replace(table, note=""), event, stack)
    other = next(c for c in stack.claims.values() if c.speaker and c.speaker.name == "Norland's air force")
    downed = replace(other.quantities[0], measure=Measure.SHOT_DOWN)
    third = replace(
        other, speaker=Speaker(name="Norland's air force", party="Estland", rule="publisher"), quantities=(downed,)
    )
    conflict = next(v for v in event.verdicts if v.kind is VerdictKind.CONFLICT)
    apart = replace(conflict, kind=VerdictKind.DIFFERENT, claims=(third.id,))
    stack.claims[third.id] = third
    wider = replace(event, verdicts=(*event.verdicts, apart))
    told = "Not compared with the 132 of Norland's air force: a count of other drones."
    assert side.note(table, wider, stack)
    assert side.note(replace(table, note=f"{table.note} {told}"), wider, stack) is None
    assert side.note(replace(table, note=f"{table.note} {told.replace('132', '133')}"), wider, stack)


def test_a_chart_stands_bar_by_bar(full: Any) -> None:
    _, chart, stack = page(full)
    assert side.chart(chart, stack) is None
    assert side.chart(replace(chart, bars=tuple(replace(b, value=b.value + 1) for b in chart.bars)), stack)
    assert side.chart(replace(chart, total=None), stack)
    assert side.chart(replace(chart, bars=(chart.bars[0], chart.bars[0])), stack)
