"""The claims read by hand are still those that the reader makes, and the page tells the errors that were found."""

from functools import cache
from pathlib import Path

import pytest
from evals.marking import reading
from evals.sample import FIELDS, SIZE, VERDICTS, Drawn, draw, errors, everything, judged, stale, table

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs/explanation/sample.md"
VALID = 0.9
"""The share of the judgements that must be of what the reader makes today."""


@cache
def read() -> tuple[Drawn, ...]:
    return tuple(everything())


def test_the_draw_is_the_same_whatever_the_order() -> None:
    drawn = draw(read())
    assert [one.id for one in draw(reversed(read()))] == [one.id for one in drawn]
    assert len({one.id for one in drawn}) == SIZE


def test_the_draw_is_spread_over_all_reports() -> None:
    drawn, told = draw(read()), {one.document.id for one in read()}
    assert {one.document.id for one in drawn} == told
    assert "speaker " in drawn[0].shown() and drawn[0].document.address in drawn[0].shown()


def test_another_reading_of_a_claim_is_another_id() -> None:
    one = read()[0]
    assert one._replace(fields=one.fields | {"stance": "denied"}).id != one.id


def test_most_judgements_are_of_what_the_reader_makes_today() -> None:
    old = stale(judged(), read())
    told = "\n".join(f"{j.id} {j.report}: {j.says}" for j in old)
    assert len(old) <= SIZE * (1 - VALID), f"{len(old)} of {SIZE} judgements are out of date: judge them again\n{told}"


def test_every_field_of_a_claim_is_judged_once() -> None:
    known = {one.id: one.fields for one in read()}
    assert len({judgement.id for judgement in judged()}) == SIZE
    for judgement in judged():
        said = [*judgement.right, *(fault.field for fault in judgement.faults)]
        assert len(said) == len(set(said)) and set(said) <= set(FIELDS), judgement.id
        assert known.get(judgement.id, {}).keys() <= set(said), judgement.id
        for fault in judgement.faults:
            assert fault.verdict in VERDICTS and fault.right and fault.why, judgement.id


def test_the_page_tells_the_errors_of_the_file() -> None:
    assert table(judged()) in PAGE.read_text(encoding="utf-8"), "paste the table of `python -m evals.sample --errors`"


def test_the_page_tells_what_was_found_of_the_briefings() -> None:
    rows = reading.judged()
    assert len(rows) == 200 and {row["verdict"] for row in rows} <= reading.VERDICTS.keys()
    assert all(row["why"] for row in rows if row["verdict"] != "supported")
    assert reading.table(rows) in PAGE.read_text(encoding="utf-8")


def test_the_table_counts_each_fault() -> None:
    rows = {
        line.split(" | ")[0].strip("| "): line.strip("|").split("|")[1:] for line in table(judged()).splitlines()[2:]
    }
    faults = [fault for judgement in judged() for fault in judgement.faults]
    assert [int(cell) for cell in rows["all"][1:]] == [
        *(sum(fault.verdict == verdict for fault in faults) for verdict in VERDICTS),
        sum(fault.misleads for fault in faults),
    ]
    assert len(list(errors(judged()))) == len(faults)


@pytest.mark.parametrize("gone", [0, 3])
def test_what_the_reader_reads_otherwise_is_listed(gone: int) -> None:
    ids = {one.id for one in read()}
    fresh = [judgement for judgement in judged() if judgement.id in ids]
    left = [one for one in read() if one.id not in {judgement.id for judgement in fresh[:gone]}]
    assert stale(fresh, left) == fresh[:gone]
