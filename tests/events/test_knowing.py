"""Which origins of an event know of it, and which only tell it again."""

from collections.abc import Callable

from onrecord.events.card import Card
from onrecord.events.echo import Echoes
from onrecord.events.knowing import knowing
from onrecord.events.origins import Origins
from onrecord.records import Claim, Document, OriginGroup, Story

Say = Callable[..., tuple[Document, Claim]]
Cards = Callable[..., list[Card]]


def groups(told: list[Card], story: Story) -> tuple[OriginGroup, ...]:
    return Origins(story, Echoes(told)).groups(told)


def test_an_outlet_that_only_tells_again_is_listed_and_not_counted(say: Say, cards: Cards, story: Story) -> None:
    told = cards(
        say("A mill burned.", "mod", "strike_impact"),
        say("The mill is gone.", "post", "strike_impact", at="04T10:00"),
        say("Our reporter saw the mill burn.", "wire", "strike_impact", at="04T11:00"),
    )
    made = groups(told, story)
    counted = knowing(made, told)
    assert len(made) == 3 and [g.sources for g in counted] == [("mod",), ("wire",)]


def test_who_only_tells_what_came_of_it_confirms_nothing(say: Say, cards: Cards, story: Story) -> None:
    told = cards(
        say("A rocket hit the mill.", "mod", "strike_impact"),
        say("Water is back in half of the town.", "monitor", "infrastructure_effect", at="04T12:00"),
    )
    made = groups(told, story)
    assert len(made) == 2 and [g.sources for g in knowing(made, told)] == [("mod",)]
    assert len(knowing(made[1:], told[1:])) == 1, "of an event that is nothing else all count"


def test_where_most_tell_of_what_came_of_it_that_is_what_happened(say: Say, cards: Cards, story: Story) -> None:
    told = cards(
        say("A rocket hit the mill.", "mod", "strike_impact"),
        say("Half of the town is without water.", "monitor", "infrastructure_effect", at="04T12:00"),
        say("Our reporter found no tap that ran.", "post", "infrastructure_effect", at="04T13:00"),
    )
    made = knowing(groups(told, story), told)
    assert [g.sources for g in made] == [("mod",), ("monitor",), ("post",)]
