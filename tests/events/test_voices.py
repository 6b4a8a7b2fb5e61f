from collections.abc import Callable

from msgspec.structs import replace

from onrecord.events.card import Card
from onrecord.events.voices import Cast, Voices, parts
from onrecord.records import Body, Claim, Document, Party, Person, Source, SourceKind, Story

Said = tuple[Document, Claim]
Say = Callable[..., Said]
Cards = Callable[..., list[Card]]
SHOT = (("shot_down", 37, "drone"),)


def test_a_shorter_name_is_the_fuller_one_where_only_one_fits(say: Say, cards: Cards, story: Story) -> None:
    told = cards(
        say("37 fell.", "mod"),
        say("37 fell.", "wire", speaker="the Defence Ministry"),
        say("It flew.", "post", speaker="Una Holt"),
        say("It did.", "herald", speaker="Holt"),
    )
    assert Voices(told, Cast(story)).alias == {"the Defence Ministry": "Borland's defence ministry", "Holt": "Una Holt"}
    two = [*told, *cards(say("No.", "gazette", speaker="Ona Holt"))]
    assert "Holt" not in Voices(two, Cast(story)).alias


def test_somebody_of_a_side_is_the_one_of_that_side_who_is_heard(say: Say, cards: Cards, story: Story) -> None:
    side = next(p for p in story.parties if p.name == "Borland")
    told = cards(say("37 fell.", "mod"), say("37 fell.", "wire", speaker=f"their {side.adjectives[0]} hosts"))
    assert Voices(told, Cast(story)).alias == {f"their {side.adjectives[0]} hosts": "Borland's defence ministry"}


def test_a_paper_passes_on_the_figure_that_a_speaker_gave(say: Say, cards: Cards, story: Story) -> None:
    first, paper, later = cards(
        say("37 fell.", "mod", "interception", figures=SHOT, at="04T07:00"),
        say("Borland downed 37 drones.", "post", "interception", figures=SHOT, at="04T09:00"),
        say("Borland downed 60 drones.", "post", "interception", figures=(("shot_down", 60, "drone"),), at="04T10:00"),
    )
    voices = Voices([first, paper, later], Cast(story))
    assert voices.relayed(paper) == ("Borland's defence ministry", "the same figure, 37")
    assert voices.relayed(later) is None


def test_a_report_that_cites_one_speaker_passes_that_speaker_on(say: Say, cards: Cards, story: Story) -> None:
    text = "It fell, the mayor said. A fire broke out."
    quoted, told = cards(
        say("It fell, the mayor said.", "post", speaker="Mayor Una Holt", within=text),
        say("A fire broke out.", "post", within=text),
    )
    assert Voices([quoted, told], Cast(story)).relayed(told) == (
        "Mayor Una Holt",
        "the same report cites Mayor Una Holt",
    )


def test_details_behind_a_toll_are_some_of_those_counted(say: Say, cards: Cards, story: Story) -> None:
    text = "Three were hurt, the mayor said. Two women had cuts. Four cars burned.\n\nTwo were hurt on the road."
    three, two, cars, road = cards(
        say("Three were hurt, the mayor said.", "post", speaker="Una Holt", within=text, figures=(("wounded", 3),)),
        say("Two women had cuts.", "post", within=text, figures=(("wounded", 2),)),
        say("Four cars burned.", "post", within=text, figures=(("destroyed", 4, "car"),)),
        say("Two were hurt on the road.", "post", within=text, figures=(("wounded", 2),)),
    )
    voices = Voices([three, two, cars, road], Cast(story))
    assert voices.relayed(two, alone=True) == ("Una Holt", "it goes with what Una Holt says")
    assert voices.relayed(two) is None, "its sentence names somebody else"
    assert voices.relayed(cars, alone=True) is None and voices.relayed(road, alone=True) is None


def test_a_name_is_told_by_its_own_words() -> None:
    assert parts("the Defence Ministry") < parts("Borland's defence ministry")


def test_a_spokesman_is_known_by_the_office_that_he_speaks_for(story: Story) -> None:
    borland = story.parties[1]
    speaker = Person(name="Edo Karst", role="spokesman of Borland's defence ministry")
    told = replace(borland, people=(*borland.people, speaker), aliases=("Marn",))
    cast = Cast(replace(story, parties=(story.parties[0], told)))
    assert cast.find("the defence ministry's spokesman in Marn") == "Edo Karst", "the capital stands for the side"
    assert cast.find("the Borlandic defence ministry") == "Borland's defence ministry"
    assert cast.find("officials (defence ministry in Marn, noon") == "Borland's defence ministry"
    assert cast.find("the spokesman of the harbour") is None


def test_an_office_of_one_side_is_not_that_of_the_other(story: Story) -> None:
    averia, borland = story.parties
    minister = Person(name="Ada Berg", role="defence minister")
    cast = Cast(replace(story, parties=(replace(averia, people=(*averia.people, minister)), borland)))
    assert cast.find("Averia's defence minister") == "Ada Berg"
    assert cast.find("Borland's defence minister") is None


def test_an_outlet_is_nobody_whose_name_has_a_word_of_its_own(story: Story) -> None:
    averia, borland = story.parties
    watchers = Body(name="Toll Watch")
    night = Source(id="night", name="Night Watch", kind=SourceKind.SOCIAL)
    told = replace(averia, bodies=(*averia.bodies, watchers))
    cast = Cast(replace(story, parties=(told, borland), sources=(*story.sources, night)))
    assert cast.find("Night Watch") is None
    assert cast.find("the toll watch") == "Toll Watch"
    assert Cast(replace(story, parties=(told, borland))).find("Night Watch") == "Toll Watch", "of a stranger it may be"


def test_officials_of_nobody_are_not_those_of_a_land_whose_name_reads_as_a_small_word(story: Story) -> None:
    us = Party(name="United States", bodies=(Body(name="US officials", aliases=("U.S. officials",)),))
    cast = Cast(replace(story, parties=(*story.parties, us)))
    assert cast.find("two US officials") == cast.find("U.S. officials") == "US officials"
    borland = replace(story.parties[1], bodies=(*story.parties[1].bodies, Body(name="Borland's officials")))
    both = Cast(replace(story, parties=(story.parties[0], borland, us)))
    assert both.find("officials") is None
    assert both.find("officials", ["Borland's officials"]) == "Borland's officials"
