"""Corrections reach every briefing that used the claim: on the flood, with reports that take some of it back."""

from collections.abc import Callable
from datetime import date

from onrecord.newsroom import day
from onrecord.newsroom.redress import corrections
from onrecord.records import Briefing, Correction, Undoing, Withdrawal

Brief = Callable[[day.Desk, int], day.Edition]


def notes(briefing: Briefing) -> tuple[str, ...]:
    return next(s.notes for s in briefing.sections if s.name == "corrections")


def by(briefing: Briefing, how: Undoing) -> Correction:
    return next(c for c in briefing.corrections if c.how is how)


def test_a_retraction_names_the_briefing_that_used_the_claim(desk: day.Desk, edition: Brief) -> None:
    briefing = edition(desk, 4).briefing
    used = by(briefing, Undoing.RETRACTED)
    assert [u.day for u in used.used] == [2]
    told = [s.text for p in edition(desk, 2).briefing.sections for s in p.sentences]
    assert used.used[0].text in told and used.source == "valley-post"
    (line,) = [n for n in notes(briefing) if n.startswith("Withdrawn on day 4: the briefing of day 2 said “")]
    assert "spilling as it was built to" in line and "Valley Post reported at 20:00 on 12 March" in line


def test_a_correction_says_what_was_wrong_what_is_right_when_and_by_whom(desk: day.Desk, edition: Brief) -> None:
    (line,) = [n for n in notes(edition(desk, 4).briefing) if n.startswith("Corrected on day 4")]
    for part in ("day 3 said “Neighbouring Ostreia offered two helicopters", "Wire D wrote at 18:30 on 12 March",
                 "That was wrong", "It now says", "one helicopter"):  # fmt: skip
        assert part in line


def test_what_another_report_still_says_is_not_called_withdrawn(desk: day.Desk, edition: Brief) -> None:
    """The wire's later version leaves out the evacuated, whom the agency's own bulletin counts."""
    told = [u.text for c in edition(desk, 4).briefing.corrections for u in c.used]
    assert told and not [t for t in told if "evacuated" in t]


def test_what_only_one_outlet_told_and_took_away(plain: day.Desk, edition: Brief) -> None:
    """What went missing from a page is told where a briefing rests on that page alone."""
    last, view = edition(plain, 4).briefing, day.view_of(plain, date(2025, 3, 13))
    sentence = next(s for p in last.sections for s in p.sentences if "12 million" in s.text)
    (claim,) = (c for c in view.claims if c.id in sentence.claims)
    home = next(d for d in view.documents if d.id == claim.document)
    gone = Withdrawal(
        claim=claim.id, document=home.id, source=home.source, title=home.title, published=home.published,
        how=Undoing.DROPPED, by="d-later", at=None,
    )  # fmt: skip

    def written(on: date) -> Briefing:
        return edition(plain, plain.story.number(on)).briefing

    (made,) = corrections([gone], view, plain.story, date(2025, 3, 14), written)
    assert [(u.day, u.text) for u in made.used] == [(4, sentence.text)]


def test_what_nobody_said_is_a_problem_and_nothing_else(desk: day.Desk, edition: Brief) -> None:
    made = edition(desk, 4)
    assert [p for p in made.problems if "the hospital had burned down" in p.message]
    told = [s.text for p in made.briefing.sections for s in p.sentences]
    assert not [t for t in (*told, *notes(made.briefing)) if "hospital" in t]


def test_what_was_taken_back_is_not_told_again(desk: day.Desk, edition: Brief) -> None:
    told = [s.text for p in edition(desk, 4).briefing.sections for s in p.sentences]
    assert not [t for t in told if "two helicopters" in t or "spilling" in t or "earlier version" in t]


def test_a_correction_is_told_once(desk: day.Desk, edition: Brief) -> None:
    assert edition(desk, 5).briefing.corrections == ()


def test_the_earlier_briefing_stays_as_it_was(desk: day.Desk, plain: day.Desk, edition: Brief) -> None:
    assert edition(plain, 3).briefing.json() == edition(desk, 3).briefing.json()


def test_written_later_it_is_the_same(desk: day.Desk, edition: Brief) -> None:
    first = edition(desk, 4).briefing.json()
    edition(desk, 5)
    assert edition(desk, 4).briefing.json() == first
