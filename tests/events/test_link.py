"""The room as a whole: what is one happening, what is another, and how accounts stand."""

import random
import time
from collections.abc import Callable
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from onrecord.events.judge import held
from onrecord.events.link import link
from onrecord.records import Claim, Document, Event, Judgement, Link, Story, VerdictKind, View

Said = tuple[Document, Claim]
Say = Callable[..., Said]
See = Callable[..., View]


def home(events: tuple[Event, ...], said: Said) -> Event:
    return next(e for e in events if said[1].id in e.claims)


def together(events: tuple[Event, ...], *said: Said) -> bool:
    return len({home(events, s).key for s in said}) == 1


def verdicts(event: Event, kind: VerdictKind) -> list[tuple[str, str | None, str | None]]:
    return [(v.measure, v.place, v.arithmetic) for v in event.verdicts if v.kind is kind]


def test_the_two_waves_of_one_night_stay_two(waves: list[Said], view: See, story: Story) -> None:
    events = link(view(*waves), story)
    assert len(events) == 2
    assert together(events, *waves[:2])
    assert together(events, *waves[2:])


def test_a_tally_adds_up(waves: list[Said], view: See, story: Story) -> None:
    event = home(link(view(*waves), story), waves[0])
    sums = "132 launched = 58 shot down + 72 lost to electronic warfare + 2 returned"
    assert verdicts(event, VerdictKind.PARTITION) == [("launched", None, sums)]
    assert not verdicts(event, VerdictKind.CONFLICT)
    assert (event.outlets, event.independent, len(event.origins)) == (2, 1, 1)


def test_figures_that_exclude_each_other_conflict(waves: list[Said], view: See, story: Story) -> None:
    event = home(link(view(*waves), story), waves[2])
    conflicts = verdicts(event, VerdictKind.CONFLICT)
    assert ("shot_down", None, "37 ≠ 60") in conflicts
    assert ("shot_down", "Ostra region", "5 ≠ 11") in conflicts


def test_swapped_sides_are_told_to_be_different(waves: list[Said], view: See, story: Story) -> None:
    for said in waves[0], waves[2]:
        different = verdicts(home(link(view(*waves), story), said), VerdictKind.DIFFERENT)
        assert [m for m, _, _ in different] == ["shot_down"]


def missiles(say: Say, n: int, source: str, speaker: str | None, party: str | None, at: str) -> Said:
    return say(
        f"{n} missiles were fired at Averia in the morning attack, by the account of {source}.",
        source,
        "aerial_attack",
        at=at,
        speaker=speaker,
        party=party,
        agent="Borland",
        target="Averia",
        weapon="missile",
        moment="day 3",
        figures=(("launched", n, "missile"),),
    )


def test_three_counts_of_one_attack_conflict(say: Say, view: See, story: Story) -> None:
    told = [
        missiles(say, 93, "herald", "President Ona Lim", "Averia", "03T12:00"),
        missiles(say, 94, "wire", "Averia's air force", "Averia", "03T13:00"),
        missiles(say, 120, "post", None, None, "03T14:00"),
    ]
    (event,) = link(view(*told), story)
    assert verdicts(event, VerdictKind.CONFLICT) == [("launched", None, "93 ≠ 94 ≠ 120")]
    assert event.independent == 2


def test_two_strikes_in_one_region_stay_two(say: Say, view: See, story: Story) -> None:
    depot = say(
        "Drones set a fuel depot on fire.",
        "post",
        "strike_impact",
        thing="fuel depot",
        places=("Ostra region",),
        moment="night 4",
    )
    home_hit = say(
        "A shell killed a boy at his family's house.",
        "wire",
        "strike_impact",
        thing="house",
        places=("Ostra region",),
        moment="day 4",
        figures=(("killed", 1, "person"),),
    )
    assert len(link(view(depot, home_hit), story)) == 2


def test_two_villages_are_two_captures(say: Say, view: See, story: Story) -> None:
    brin = say(
        "Troops captured the village of Brin.",
        "mod",
        "territory_change",
        agent="Borland",
        places=("Brin",),
        moment="day 4",
    )
    torva = say(
        "Troops captured the village of Torva.",
        "mod",
        "territory_change",
        agent="Borland",
        places=("Torva",),
        moment="day 4",
    )
    again = say(
        "Borland's troops captured Brin.", "post", "territory_change", agent="Borland", places=("Brin",), moment="day 4"
    )
    events = link(view(brin, torva, again), story)
    assert together(events, brin, again)
    assert not together(events, brin, torva)


def test_one_strike_told_by_both_sides_agrees(say: Say, view: See, story: Story) -> None:
    staff = say(
        "Averia's General Staff said it struck the Hollow Creek fuel depot.",
        "wire",
        "strike_impact",
        speaker="Averia's General Staff",
        agent="Averia",
        thing="Hollow Creek fuel depot",
        places=("Ostra region",),
        moment="night 4",
    )
    governor = say(
        "Drones hit a fuel depot at Hollow Creek and a fire broke out, Governor Ilm Taro said.",
        "post",
        "strike_impact",
        speaker="Governor Ilm Taro",
        thing="fuel depot",
        weapon="drone",
        places=("Hollow Creek",),
        moment="night 4",
    )
    (event,) = link(view(staff, governor), story)
    assert VerdictKind.AGREE in {v.kind for v in event.verdicts if v.measure == "occurrence"}
    assert event.place and event.place.name == "Hollow Creek"
    assert event.independent == 2


def losses(say: Say, value: int, at: str, day: str) -> Said:
    text = f"Borland has lost {value:,} troops since the war began, Averia's General Staff said."
    figures = (("casualties", value, "person", None, None, "cumulative"),)
    return say(
        text, "wire", "casualty_toll", at=at, speaker="Averia's General Staff", target="Borland", figures=figures
    )


def test_a_running_total_is_updated_and_kept_from_single_tolls(say: Say, view: See, story: Story) -> None:
    first, second = losses(say, 760120, "03T08:00", "3"), losses(say, 761160, "04T08:00", "4")
    single = say(
        "A strike killed 5 Borlandic soldiers.",
        "post",
        "casualty_toll",
        target="Borland",
        figures=(("killed", 5, "person"),),
    )
    events = link(view(first, second, single), story)
    assert together(events, first, second)
    assert not together(events, first, single)
    assert verdicts(home(events, first), VerdictKind.UPDATE) == [("casualties", None, "760,120 → 761,160")]


def toll(
    say: Say,
    value: int,
    source: str,
    speaker: str | None,
    at: str,
    operator: str = "exact",
    population: str | None = None,
) -> Said:
    words = {
        "wire": f"The strike on the Brin market killed {value} people there.",
        "post": f"Mayor Una Holt counted {value} dead at the market of Brin after the strike.",
        "monitor": f"Our own people in Brin found {value} killed when the market was hit.",
    }
    return say(
        words[source],
        source,
        "casualty_toll",
        at=at,
        speaker=speaker,
        party="Averia" if speaker else None,
        figures=(("killed", value, "person", operator, None, None, population),),
        places=("Brin",),
        moment="day 4",
    )


def test_a_toll_revised_down_is_an_update(say: Say, view: See, story: Story) -> None:
    told = [toll(say, 12, "wire", "Mayor Una Holt", "04T10:00"), toll(say, 9, "post", "Mayor Una Holt", "04T20:00")]
    (event,) = link(view(*told), story)
    assert verdicts(event, VerdictKind.UPDATE) == [("killed", None, "12 → 9")]
    assert not verdicts(event, VerdictKind.CONFLICT)
    assert [p.value for p in event.positions] == [12, 9]


def test_bounds_that_meet_do_not_conflict(say: Say, view: See, story: Story) -> None:
    told = [
        toll(say, 25, "monitor", None, "04T10:00", "more_than"),
        toll(say, 24, "post", "Mayor Una Holt", "04T11:00", "at_least"),
    ]
    (event,) = link(view(*told), story)
    assert verdicts(event, VerdictKind.COMPATIBLE)
    assert not verdicts(event, VerdictKind.CONFLICT)


def test_children_among_the_dead_do_not_conflict(say: Say, view: See, story: Story) -> None:
    told = [
        toll(say, 108, "monitor", None, "04T10:00"),
        toll(say, 49, "post", "Mayor Una Holt", "04T11:00", "exact", "children"),
    ]
    (event,) = link(view(*told), story)
    assert not verdicts(event, VerdictKind.CONFLICT)
    assert ("killed", None, "49 of 108") in verdicts(event, VerdictKind.COMPATIBLE)


def test_two_independent_origins_agree(say: Say, view: See, story: Story) -> None:
    told = [toll(say, 12, "monitor", None, "04T10:00"), toll(say, 12, "post", "Mayor Una Holt", "04T11:00")]
    (event,) = link(view(*told), story)
    assert [m for m, _, _ in verdicts(event, VerdictKind.AGREE)] == ["killed", "occurrence"]


def foreign(say: Say, text: str, speaker: str, party: str, stance: str, kind: str, **more: object) -> Said:
    return say(text, "wire", kind, speaker=speaker, party=party, stance=stance, places=("Ostra region",), **more)


def test_silence_and_denial_stand_beside_the_assertion(say: Say, view: See, story: Story) -> None:
    claim = foreign(
        say,
        "Borland has begun to use Kestrian soldiers on the Ostra front.",
        "President Ona Lim",
        "Averia",
        "asserted",
        "force_movement",
    )
    mute = foreign(
        say,
        "Borland neither confirmed nor denied that Kestrian soldiers fight on the Ostra front.",
        "Borland",
        "Borland",
        "neither-confirmed-nor-denied",
        "ground_clash",
    )
    (event,) = link(view(claim, mute), story)
    assert [v.kind for v in event.verdicts] == [VerdictKind.COMPATIBLE]
    denial = foreign(
        say,
        "Borland denied that Kestrian soldiers fight on the Ostra front.",
        "Borland",
        "Borland",
        "denied",
        "ground_clash",
    )
    (event,) = link(view(claim, denial), story)
    assert [v.kind for v in event.verdicts] == [VerdictKind.CONFLICT]


def test_what_is_called_false_supports_nothing(say: Say, view: See, story: Story) -> None:
    told = say("Executives paid the minister a bribe.", "wire", "legal", debunked=True, figures=(("money", 5000000),))
    (event,) = link(view(told), story)
    assert event.positions == ()
    assert [v.reason for v in event.verdicts] == [
        "The reports that tell this call it false; nothing on record supports it."
    ]


def test_a_call_is_no_occurrence(say: Say, view: See, story: Story) -> None:
    told = say("Averia called for new sanctions.", "wire", "sanction", stance="called-for", speaker="President Ona Lim")
    (event,) = link(view(told), story)
    assert event.verdicts == ()


def test_background_goes_to_its_own_day(waves: list[Said], say: Say, view: See, story: Story) -> None:
    day = missiles(say, 93, "herald", "President Ona Lim", "Averia", "03T12:00")
    later = say(
        "The day before, 93 missiles were fired at Averia.",
        "post",
        "aerial_attack",
        agent="Borland",
        target="Averia",
        weapon="missile",
        moment="day 3",
        background=True,
        figures=(("launched", 93, "missile"),),
    )
    events = link(view(*waves, day, later), story)
    assert together(events, day, later)
    assert len(events) == 3


def test_people_overrule_and_the_latest_word_wins(waves: list[Said], view: See, story: Story) -> None:
    air, wire, ministry = (waves[i][1].id for i in (0, 1, 2))

    def judged(a: str, b: str, judgement: Judgement, hour: int) -> Link:
        at = waves[0][0].published.replace(hour=hour)  # type: ignore[union-attr]
        return Link(left=min(a, b), right=max(a, b), judgement=judgement, by="editor", at=at)

    seen = view(*waves)
    apart = replace(seen, links=(judged(air, wire, Judgement.DIFFERENT, 12),))
    assert not together(link(apart, story), waves[0], waves[1])
    taken = replace(seen, links=(judged(air, wire, Judgement.DIFFERENT, 12), judged(air, wire, Judgement.SAME, 13)))
    assert together(link(taken, story), waves[0], waves[1])
    forced = replace(seen, links=(judged(air, ministry, Judgement.SAME, 12),))
    assert together(link(forced, story), waves[0], waves[2])


def test_order_changes_nothing(waves: list[Said], say: Say, view: See, story: Story) -> None:
    said = [
        *waves,
        missiles(say, 93, "herald", "President Ona Lim", "Averia", "03T12:00"),
        losses(say, 760120, "03T08:00", "3"),
    ]
    expected = [e.json() for e in link(view(*said), story)]
    dice = random.Random(7)
    for _ in range(10):
        dice.shuffle(said)
        assert [e.json() for e in link(view(*said), story)] == expected


def test_an_unrelated_document_changes_no_other_event(waves: list[Said], say: Say, view: See, story: Story) -> None:
    before = {e.key: e.json() for e in link(view(*waves), story)}
    more = say("Parliament passed the budget of Kestria.", "post", "diplomacy", moment="day 4", at="04T12:00")
    after = {e.key: e.json() for e in link(view(*waves, more), story)}
    assert before.items() <= after.items()


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    which=st.integers(0, 4),
    source=st.sampled_from(["herald", "gazette", "post", "wire", "monitor", "nobody"]),
    hours=st.integers(1, 12),
    credited=st.booleans(),
    spoken=st.booleans(),
)
def test_an_echo_never_raises_the_origins(
    waves: list[Said],
    say: Say,
    view: See,
    story: Story,
    which: int,
    source: str,
    hours: int,
    credited: bool,
    spoken: bool,
) -> None:
    """Whoever copies a report, with or without its speaker and credit, adds an outlet and no origin."""
    document, claim = waves[which]
    copy = say(document.text, source, within=f"{document.text} It was carried by Wire A." if credited else None)
    echo = replace(
        claim,
        id="",
        document=copy[0].id,
        proposition=copy[1].proposition,
        attribution=copy[1].attribution,
        sentence=copy[1].sentence,
        speaker=claim.speaker if spoken else None,
    )
    text = replace(copy[0], published=document.published and document.published + timedelta(hours=hours))
    before = link(view(*waves), story)
    after = link(view(*waves, (text, echo)), story)
    assert len(home(after, (text, echo)).origins) == len(home(before, waves[which]).origins)
    assert home(after, (text, echo)).independent == home(before, waves[which]).independent


def test_bad_input_is_borne(waves: list[Said], view: See, story: Story) -> None:
    seen = view(*waves)
    orphans = View(cutoff=seen.cutoff, documents=seen.documents[1:], claims=(*seen.claims, seen.claims[1]))
    events = link(orphans, story)
    assert sorted(c for e in events for c in e.claims) == sorted(c.id for c in seen.claims[1:])
    assert link(View(cutoff=seen.cutoff), story) == ()


def flooded(waves: list[Said]) -> list[Said]:
    """One paper's report, ten thousand times."""
    document, claim = waves[3]
    copies = [replace(document, id="", address=f"copy {n}") for n in range(10_000)]
    return [(copy, replace(claim, id="", document=copy.id)) for copy in copies]


@pytest.mark.slow
def test_ten_thousand_copies_of_one_source_change_nothing_else(waves: list[Said], view: See, story: Story) -> None:
    begun = time.process_time()
    events = link(view(*waves, *flooded(waves)), story)
    assert time.process_time() - begun < 15  # 3 here
    before = link(view(*waves), story)
    assert len(events) == len(before)
    for was, now in zip(before, events, strict=True):
        assert (now.outlets, len(now.origins), now.independent) == (was.outlets, len(was.origins), was.independent)
        assert [(v.kind, v.measure, v.reason) for v in now.verdicts] == [
            (v.kind, v.measure, v.reason) for v in was.verdicts
        ]
        assert was.links == now.links or len(now.claims) > 10_000


@pytest.mark.slow
def test_a_judgement_on_ten_thousand_copies_is_held_in_bounded_time(waves: list[Said], view: See, story: Story) -> None:
    seen = view(*waves, *flooded(waves))
    apart = waves[2][1].id
    pairs = [sorted((apart, c.id)) for c in seen.claims if c.id != apart]
    links = tuple(
        Link(left=a, right=b, judgement=Judgement.DIFFERENT, by="editor", at=seen.cutoff, relation=relation)
        for a, b in pairs
        for relation in ("event", "origin")
    )
    begun = time.process_time()
    events = link(replace(seen, links=links), story)
    assert time.process_time() - begun < 25
    assert sorted(len(e.claims) for e in events)[0] == 1


def test_whatever_people_judge_every_event_keeps_to_it(waves: list[Said], say: Say, view: See, story: Story) -> None:
    """What holds of the judgements holds of the events, in whatever order all comes; each claim is in one event."""
    again = [(replace(d, id="", address=f"{d.address}#2"), c) for d, c in waves]
    seen, dice = view(*waves, *((d, replace(c, id="", document=d.id)) for d, c in again)), random.Random(11)
    ids = [c.id for c in seen.claims]
    for _ in range(40):
        pairs = [sorted(dice.sample(ids, 2)) for _ in range(dice.randint(1, 9))]
        said = [dice.choice([Judgement.SAME, Judgement.DIFFERENT, Judgement.UNSURE]) for _ in pairs]
        links = [
            Link(left=a, right=b, judgement=j, by="editor", at=seen.cutoff - timedelta(hours=n))
            for n, ((a, b), j) in enumerate(zip(pairs, said, strict=True))
        ]
        events = link(replace(seen, links=tuple(links)), story)
        home = {c: e.key for e in events for c in e.claims}
        assert sorted(home) == sorted(ids) and sum(len(e.claims) for e in events) == len(ids)
        for (a, b), one in held(links).items():
            if one.judgement is not Judgement.UNSURE:
                assert (home[a] == home[b]) is (one.judgement is Judgement.SAME)
        dice.shuffle(links)
        other = replace(seen, links=tuple(links), claims=tuple(dice.sample(seen.claims, len(ids))))
        assert [e.json() for e in link(other, story)] == [e.json() for e in events]


def parts(told: list[Said], view: See, story: Story, *links: Link) -> list[set[str]]:
    return [set(e.claims) for e in link(replace(view(*told), links=links), story)]


def ruled(one: Said, other: Said, judgement: Judgement) -> Link:
    left, right = sorted((one[1].id, other[1].id))
    return Link(left=left, right=right, judgement=judgement, by="editor", at=one[0].published)


def test_copies_follow_a_claim_that_a_person_ties_to_another(say: Say, view: See, story: Story) -> None:
    """The two times share no instant; an editor knows that one of them is a slip of the pen."""

    def burned(text: str, source: str, moment: str, hour: int) -> Said:
        slots = {"places": ("Brin",), "thing": "grain mill"}
        return say(text, source, "strike_impact", moment=moment, at=f"04T{hour:02}:00", **slots)

    night, copy = (burned("The grain mill at Brin burned in the night.", s, "4 01-02", 8) for s in ("post", "gazette"))
    day = burned("The grain mill at Brin burned.", "monitor", "4 07-08", 10)
    told, same = [night, copy, day], ruled(night, day, Judgement.SAME)
    assert sorted(map(len, parts(told, view, story))) == [1, 2]
    assert list(map(len, parts(told, view, story, same))) == [3]
    apart = ruled(copy, day, Judgement.DIFFERENT)
    assert sorted(map(len, parts(told, view, story, same, apart))) == [1, 2]


def test_what_a_person_ties_draws_in_nothing_that_a_veto_kept_from_either(say: Say, view: See, story: Story) -> None:
    """What linking puts together stays one to vetoes, also where a person has tied all of it claim by claim."""
    told = [
        say(
            f"{n} people were killed in the flood at Brin.",
            s,
            "casualty_toll",
            moment=m,
            at=at,
            places=("Brin",),
            figures=f,
        )
        for n, s, m, at, f in (
            (7, "wire", "day 3", "03T20:00", (("killed", 7, "person"),)),
            (6, "post", "day 4", "04T12:00", (("killed", 6, "person"),)),
            (6, "monitor", None, "04T13:00", (("killed", 6, "person"),)),
        )
    ]
    grant = say("The ministry granted 12 million for roads.", "herald", "aid", moment="day 4", at="04T14:00")
    before = parts([*told, grant], view, story)
    home = next(e for e in before if told[1][1].id in e)
    ties = [ruled(one, grant, Judgement.SAME) for one in told if one[1].id in home]
    after = parts([*told, grant], view, story, *ties)
    assert home | {grant[1].id} in after and len(after) == len(before) - 1


def test_of_copies_a_person_may_be_unsure(say: Say, view: See, story: Story) -> None:
    one, other = (
        say("The grain mill at Brin burned.", s, "strike_impact", moment="day 4", places=("Brin",), thing="grain mill")
        for s in ("post", "wire")
    )
    assert len(parts([one, other], view, story)) == 1
    assert len(parts([one, other], view, story, ruled(one, other, Judgement.UNSURE))) == 2
