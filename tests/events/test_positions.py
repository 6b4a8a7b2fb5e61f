from collections.abc import Callable

from onrecord.events.card import Card
from onrecord.events.echo import Echoes
from onrecord.events.origins import Origins
from onrecord.events.positions import positions
from onrecord.records import Claim, Document, Position, Scope, Story

Said = tuple[Document, Claim]
Say = Callable[..., Said]
Cards = Callable[..., list[Card]]


def rows(told: list[Card], story: Story) -> tuple[Position, ...]:
    told = sorted(told, key=lambda c: c.order)
    return positions(told, Origins(story, Echoes(told)).groups(told))


def test_one_row_a_figure_with_the_place_of_a_part(waves: list[Said], cards: Cards, story: Story) -> None:
    found = {(p.speaker, p.measure.value, p.value, p.place, p.own) for p in rows(cards(*waves[2:]), story)}
    assert found == {
        ("Borland's defence ministry", "destroyed", 37, None, True),
        ("Borland's defence ministry", "destroyed", 12, "Kell region", True),
        ("Borland's defence ministry", "destroyed", 5, "Ostra region", True),
        ("Borland's military", "shot_down", 60, None, False),
        ("Governor Ilm Taro", "shot_down", 11, "Ostra region", False),
    }


def test_a_governor_speaks_of_the_region_of_office(say: Say, cards: Cards, story: Story) -> None:
    said = say(
        "11 drones fell over the region.",
        "post",
        "interception",
        speaker="Governor Ilm Taro",
        figures=(("shot_down", 11, "drone"),),
    )
    assert [p.place for p in rows(cards(said), story)] == ["Ostra region"]


def test_places_that_are_only_some_are_no_part(say: Say, cards: Cards, story: Story) -> None:
    said = say(
        "14 drones fell, among other places over Kell region.",
        "mod",
        "interception",
        places=("Kell region",),
        figures=(("shot_down", 14, "drone"),),
    )
    assert [p.place for p in rows(cards(said), story)] == [None]


def test_both_of_two_figures_stay(say: Say, cards: Cards, story: Story) -> None:
    told = [
        say(
            f"{n} killed.", "wire", "casualty_toll", at=at, speaker="Mayor Una Holt", figures=(("killed", n, "person"),)
        )
        for n, at in ((9, "04T08:00"), (12, "04T20:00"))
    ]
    found = rows(cards(*told), story)
    assert [(p.value, p.as_of and p.as_of.hour, len(p.documents)) for p in found] == [(9, 8, 1), (12, 20, 1)]


def test_a_long_time_makes_a_running_total_and_false_claims_no_row(say: Say, cards: Cards, story: Story) -> None:
    total = ("killed", 760120, "person", None, None, "cumulative", "military")
    bare = ("killed", 760120, "person", None, None, "cumulative")
    told = [
        say("760,120 lost.", "wire", "casualty_toll", speaker="Mayor Una Holt", figures=(total,)),
        say("760,120 gone.", "post", "casualty_toll", speaker="Mayor Una Holt", figures=(bare,)),
        say("900 gone.", "herald", "casualty_toll", debunked=True, figures=(("killed", 900, "person"),)),
    ]
    (found,) = rows(cards(*told), story)
    assert (found.scope, found.population, len(found.documents)) == (Scope.CUMULATIVE, "military", 2)


def test_a_bare_number_is_no_toll_where_others_tell_one_in_words(say: Say, cards: Cards, story: Story) -> None:
    """A stallholder counts what he heard, "four together", and somebody's age stands in his sentence."""

    def told(text: str, source: str, figure: int) -> Said:
        return say(text, source, "casualty_toll", speaker=source, figures=(("killed", figure, "person"),))

    bare = told("First one far off, then four together.", "herald", 4)
    assert [p.value for p in rows(cards(bare), story)] == [4]
    assert [p.value for p in rows(cards(bare, told("Three people are dead.", "wire", 3)), story)] == [3]
    risen = told("The count now stands at 14.", "herald", 14)
    assert [p.value for p in rows(cards(risen, told("Three people are dead.", "wire", 3)), story)] == [14, 3]


def test_a_place_that_one_report_of_many_reads_is_not_that_of_the_figure(say: Say, cards: Cards, story: Story) -> None:
    def told(text: str, source: str, at: str, *places: str) -> Said:
        return say(
            text, source, "aerial_attack", at=at, speaker="Borland's military", places=places,
            figures=(("launched", 60, "drone"),),
        )  # fmt: skip

    plain = [told("60 drones were launched overnight.", s, f"04T0{n}:00") for n, s in enumerate(("wire", "herald"), 1)]
    found = rows(cards(*plain, told("60 drones flew over Kell region.", "post", "04T05:00", "Kell region")), story)
    assert [p.place for p in found] == [None]
