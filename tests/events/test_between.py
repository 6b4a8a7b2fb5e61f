from collections.abc import Callable

import msgspec

from onrecord.events.link import link
from onrecord.records import Claim, Document, Judgement, Link, Story, VerdictKind, View

Said = tuple[Document, Claim]
Say = Callable[..., Said]
See = Callable[..., View]


def test_both_waves_of_a_night_are_told_apart_in_words(waves: list[Said], view: See, story: Story) -> None:
    for event in link(view(*waves), story):
        (verdict,) = [v for v in event.verdicts if v.kind is VerdictKind.DIFFERENT]
        assert (
            "those of Borland against Averia" in verdict.reason and "those of Averia against Borland" in verdict.reason
        )
        assert "not one disputed figure" in verdict.reason


def test_waves_of_two_nights_are_not_mixed_up(waves: list[Said], say: Say, view: See, story: Story) -> None:
    other = say(
        "90 drones flew at Averia.",
        "air",
        "aerial_attack",
        at="08T09:00",
        agent="Borland",
        target="Averia",
        moment="night 8",
        figures=(("launched", 90, "drone"), ("shot_down", 40, "drone")),
    )
    event = next(e for e in link(view(*waves, other), story) if other[1].id in e.claims)
    assert VerdictKind.DIFFERENT not in {v.kind for v in event.verdicts}


def test_a_day_s_losses_are_not_the_running_total(say: Say, view: See, story: Story) -> None:
    total = ("casualties", 760120, "person", None, None, "cumulative")
    told = [
        say(
            "760,120 lost in all.",
            "wire",
            "casualty_toll",
            speaker="Averia's General Staff",
            target="Borland",
            figures=(total,),
        ),
        say(
            "1,040 were lost on Sunday.",
            "wire",
            "casualty_toll",
            speaker="Averia's General Staff",
            target="Borland",
            moment="day 4",
            figures=(("casualties", 1040, "person"),),
        ),
    ]
    for event in link(view(*told), story):
        (verdict,) = [v for v in event.verdicts if v.kind is VerdictKind.DIFFERENT]
        assert "1,040" in verdict.reason and "760,120 a running total" in verdict.reason


def test_a_person_settles_a_conflict_between_neighbours(waves: list[Said], say: Say, view: See, story: Story) -> None:
    """The governor counts 11 over Ostra region, another report of another event five: an editor knows better."""
    seen = view(*waves)
    conflicts = [v for e in link(seen, story) for v in e.verdicts if v.kind is VerdictKind.CONFLICT]
    assert conflicts
    pairs = [(min(a, b), max(a, b)) for v in conflicts for a in v.claims for b in v.claims if a != b]
    links = tuple(
        Link(left=a, right=b, relation="figure", judgement=Judgement.DIFFERENT, by="jo", at=seen.cutoff)
        for a, b in sorted(set(pairs))
    )
    after = link(msgspec.structs.replace(seen, links=links), story)
    assert [v for e in after for v in e.verdicts if v.kind is VerdictKind.CONFLICT] == []
    assert [e.claims for e in after] == [e.claims for e in link(seen, story)]


def test_a_time_that_one_report_misread_does_not_hide_the_other_wave(
    waves: list[Said], say: Say, view: See, story: Story
) -> None:
    dusk = say(
        "Averia shot down 58 of 132 drones between nightfall and dawn.",
        "post",
        "interception",
        at="04T12:00",
        agent="Averia",
        target="Borland",
        weapon="drone",
        moment="3 17-19",
        figures=(("launched", 132, "drone"), ("shot_down", 58, "drone")),
    )
    event = next(e for e in link(view(*waves, dusk), story) if dusk[1].id in e.claims)
    assert VerdictKind.DIFFERENT in {v.kind for v in event.verdicts}
