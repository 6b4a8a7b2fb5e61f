from typing import Any

from onrecord.briefing import margin


def test_every_source_is_listed_with_its_reports(full: Any) -> None:
    lines = {line.id: line.documents for line in margin.sources(full.shelf)}
    assert lines == {"air": 1, "wire": 4, "post": 3, "quiet": 0}


def test_silence_and_balance_are_gaps(full: Any) -> None:
    heard = margin.voices(full.write().sections, full.shelf)
    balance, silent = margin.gaps(heard, full.shelf)
    assert balance == (
        "Claims by party since day 134, and sentences here that tell them: "
        "Norland 8, 6 told; Sudland 4, 5 told; Westmark 2, 1 told."
    )
    assert silent == "No report since day 134 from Quiet Radio."


def test_counts_and_citations_follow_the_page(full: Any) -> None:
    made = full.write()
    told = [s for section in made.sections for s in section.sentences]
    assert made.counts.sentences == len(told)
    assert {c.document for c in made.citations} == {e.document for e in margin.evidence(made.sections)}


def test_the_standfirst_says_what_the_day_rests_on(full: Any) -> None:
    assert margin.standfirst(full.shelf) == (
        "What we know on day 135. Eight reports from three sources by 06:00 on 15 May 2031."
    )
