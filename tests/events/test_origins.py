from collections.abc import Callable
from datetime import UTC, datetime

from onrecord.events.card import Card
from onrecord.events.echo import Echoes
from onrecord.events.judge import held, rulings
from onrecord.events.occurrence import occurrence
from onrecord.events.origins import Origins
from onrecord.records import Claim, Document, Judgement, Link, OriginGroup, Story, VerdictKind

Said = tuple[Document, Claim]
Say = Callable[..., Said]
Cards = Callable[..., list[Card]]
COPY = "The dam above the old mill at Brin gave way on Sunday and water ran through four streets."


def groups(told: list[Card], story: Story) -> tuple[OriginGroup, ...]:
    told = sorted(told, key=lambda c: c.order)
    return Origins(story, Echoes(told)).groups(told)


def rules(group: OriginGroup) -> list[str]:
    return [j.rule for j in group.joins]


def test_a_speaker_is_one_origin_however_many_carry_it(say: Say, cards: Cards, story: Story) -> None:
    told = cards(*(say(f"Report {n}: it fell.", n, speaker="Governor Ilm Taro") for n in ("wire", "post", "herald")))
    (group,) = groups(told, story)
    assert (group.name, group.party, rules(group)) == (
        "Governor Ilm Taro",
        "Borland",
        ["primary-source", "primary-source"],
    )
    assert group.sources == ("herald", "post", "wire")


def test_one_publisher_is_one_origin(say: Say, cards: Cards, story: Story) -> None:
    (group,) = groups(cards(say("A dam broke.", "herald"), say("Water came.", "gazette", at="04T10:00")), story)
    assert (group.name, rules(group), group.joins[0].shared) == ("The Herald", ["publisher"], "Hill Media")


def test_copied_text_is_one_origin_and_shows_its_words(say: Say, cards: Cards, story: Story) -> None:
    (group,) = groups(cards(say(COPY, "wire"), say(COPY, "post", at="04T10:00")), story)
    assert rules(group) == ["copied-text"] and "old mill at brin" in group.joins[0].shared


def test_a_credit_is_one_origin(say: Say, cards: Cards, story: Story) -> None:
    told = cards(
        say("A dam broke.", "wire"),
        say("Brin is under water.", "post", at="04T10:00", within="(Wire A) - Brin is under water."),
    )
    (group,) = groups(told, story)
    assert rules(group) == ["credit"] and group.joins[0].shared == "(Wire A) -"


def test_two_reporters_are_two_origins(say: Say, cards: Cards, story: Story) -> None:
    assert len(groups(cards(say("A dam broke.", "wire"), say("Brin is under water.", "post")), story)) == 2


def test_who_is_brought_in_without_a_name_is_an_origin(say: Say, cards: Cards, story: Story) -> None:
    """Officials are nobody in particular, and who is called by an office is known from elsewhere."""
    governor = say("Four shells fell.", "wire", speaker="Governor Ilm Taro")
    for words, origin in (
        ("a stallholder with a bandaged hand", "stallholder (Wire A)"),
        ("a night porter", "porter (Wire A)"),
        ("one of the last guests", "Wire A"),
        ("the court", "court"),
        ("the district court in the capital", "district court"),
        ("officials", "Wire A"),
        ("a duty officer of the service", "Wire A"),
        ("the governor", "Governor Ilm Taro"),
        ("a reader of our paper", "Wire A"),
    ):
        text = f"Four shells fell. The first was far off, said {words}."
        told = cards(
            governor, say(f"The first was far off, said {words}.", "wire", at="04T10:00", speaker=words, within=text)
        )
        assert {g.name for g in groups(told, story)} == {"Governor Ilm Taro", origin}, words


def test_a_paper_that_quotes_two_speakers_makes_no_one_origin_of_them(say: Say, cards: Cards, story: Story) -> None:
    one, two = "The dam held, Mayor Una Holt said.", "It broke, Governor Ilm Taro said."
    text = f"{one} {two}"
    told = [
        say(s, paper, speaker=name, within=text, at=at)
        for paper, at in (("post", "04T09:00"), ("wire", "04T10:00"))
        for s, name in ((one, "Mayor Una Holt"), (two, "Governor Ilm Taro"))
    ]
    assert {g.name: len(g.claims) for g in groups(cards(*told), story)} == {"Mayor Una Holt": 2, "Governor Ilm Taro": 2}


def test_bodies_of_a_belligerent_count_once(say: Say, cards: Cards, story: Story) -> None:
    told = cards(
        say("It fell.", "wire", speaker="Averia's air force"),
        say("It fell, too.", "post", speaker="Averia's General Staff"),
        say("We saw it fall.", "monitor"),
    )
    origins = Origins(story, Echoes(told))
    found = origins.groups(sorted(told, key=lambda c: c.order))
    assert len(found) == 3 and origins.independent(found) == 2


def judged(one: Card, other: Card, judgement: Judgement, hour: int = 9) -> Link:
    at = datetime(2031, 5, 6, hour, tzinfo=UTC)
    return Link(left=one.id, right=other.id, relation="origin", judgement=judgement, by="jo", at=at, note="I rang them")


def ruled(told: list[Card], story: Story, *links: Link) -> list[OriginGroup]:
    told = sorted(told, key=lambda c: c.order)
    return list(Origins(story, Echoes(told), rulings(held(links, "origin"))).groups(told))


def test_a_person_may_say_that_one_copied_the_other(say: Say, cards: Cards, story: Story) -> None:
    told = cards(say("A dam broke.", "wire"), say("Brin is under water.", "post", at="04T10:00"))
    (group,) = ruled(told, story, judged(told[0], told[1], Judgement.SAME))
    assert rules(group) == ["judged"] and group.joins[0].shared == "judged by jo at 2031-05-06 09:00 UTC: I rang them"


def test_a_person_may_say_that_two_speakers_are_one_origin(say: Say, cards: Cards, story: Story) -> None:
    told = cards(
        say("It fell.", "wire", speaker="Mayor Una Holt"),
        say("It has fallen.", "post", speaker="Pastor Eli Brand", at="04T10:00"),
        say("It did fall.", "monitor", speaker="Pastor Eli Brand", at="04T11:00"),
    )
    (group,) = ruled(told, story, judged(told[1], told[0], Judgement.SAME))
    assert group.name == "Mayor Una Holt" and sorted(rules(group)) == ["judged", "primary-source"]


def test_a_person_may_say_that_two_reporters_are_independent(say: Say, cards: Cards, story: Story) -> None:
    """What the second outlet tells further on goes with its own reporter, not with its sister's."""
    told = cards(
        say("A dam broke.", "herald"),
        say("Water came.", "gazette", at="04T10:00"),
        say("Streets are under water.", "gazette", at="04T11:00"),
    )
    independent = judged(told[0], told[1], Judgement.DIFFERENT)
    assert [(g.name, len(g.claims)) for g in ruled(told, story, independent)] == [("The Herald", 1), ("The Gazette", 2)]
    taken = [independent, judged(told[0], told[1], Judgement.TAKEN_BACK, 10)]
    assert [len(g.claims) for g in ruled(told, story, *taken)] == [3]


def test_copies_that_a_person_holds_independent_stay_apart(say: Say, cards: Cards, story: Story) -> None:
    told = cards(say(COPY, "wire"), say(COPY, "post", at="04T10:00"), say(COPY, "monitor", at="04T11:00"))
    found = ruled(told, story, judged(told[0], told[1], Judgement.DIFFERENT))
    assert len(found) == 2 and {told[0].id, told[1].id} not in [set(g.claims) & {told[0].id, told[1].id} for g in found]


def test_no_judgement_lets_a_belligerent_confirm_itself(say: Say, cards: Cards, story: Story) -> None:
    told = cards(
        say("It fell.", "air", speaker="Averia's air force"),
        say("It fell, too.", "wire", speaker="Averia's air force", at="04T10:00"),
    )
    found = ruled(told, story, judged(told[0], told[1], Judgement.DIFFERENT))
    assert len(found) == 2 and Origins(story, Echoes(told)).independent(found) == 1


def test_a_credit_is_followed_to_its_end(say: Say, cards: Cards, story: Story) -> None:
    told = cards(
        say("Two engineers saw the works destroyed, our reporter writes.", "wire", "strike_impact"),
        say("The works are destroyed, according to Wire A.", "post", "strike_impact", at="04T10:00"),
        say("The works are gone, The Post reported.", "herald", "strike_impact", at="04T11:00"),
    )
    assert len(groups(told, story)) == 1


def test_a_ring_is_one_origin(say: Say, cards: Cards, story: Story) -> None:
    told = cards(
        say("A helicopter fell, The Herald reported.", "wire", "equipment_loss"),
        say("A helicopter fell, Wire A reported.", "post", "equipment_loss", at="04T10:00"),
        say("A helicopter fell, The Post reported.", "herald", "equipment_loss", at="04T11:00"),
    )
    assert len(groups(told, story)) == 1


def test_a_count_by_anothers_figures_is_the_others(say: Say, cards: Cards, story: Story) -> None:
    text = "By the figures of Averia's air force 13 died."
    (group,) = groups(cards(say(text, "wire", "casualty_toll", speaker="Una Holt", figures=(("killed", 13),))), story)
    assert group.name == "Averia's air force"


def test_an_office_is_cited_for_its_figure_and_not_for_a_curfew(say: Say, cards: Cards, story: Story) -> None:
    governor = say("14 died in Brin.", "post", "casualty_toll", speaker="Governor Ilm Taro", figures=(("killed", 14),))

    def origins(text: str) -> set[str]:
        wire = say(text, "wire", "casualty_toll", at="04T10:00", figures=(("killed", 9),))
        return {g.name for g in groups(cards(governor, wire), story)}

    assert len(origins("Nine died in Brin (source: governor).")) == 1
    assert (
        len(origins("Our reporter counted nine dead in Brin, hours after a curfew was announced by the governor.")) == 2
    )


def test_a_count_is_theirs_who_were_named_before(say: Say, cards: Cards, story: Story) -> None:
    text = "Averia's air force: 84 flights. Eight fell, by their count."
    told = cards(
        say("84 flights.", "air", "interception", figures=(("launched", 84, "drone"),)),
        say("Averia's air force: 84 flights.", "post", "interception", at="04T10:00", within=text,
            figures=(("launched", 84, "drone"),)),
        say("Eight fell, by their count.", "post", "interception", at="04T10:00", within=text,
            figures=(("shot_down", 8, "drone"),)),
    )  # fmt: skip
    (group,) = groups(told, story)
    assert group.name == "Averia's air force" and len(group.claims) == 3


def test_what_one_outlet_tells_by_voices_without_a_name_confirms_nothing(say: Say, cards: Cards, story: Story) -> None:
    heard = [("A teacher", "teacher"), ("A nurse", "nurse"), ("Two porters", "porters")]
    text = " ".join(f"{who} said that the mill burned." for who, _ in heard)
    told = cards(
        *(say(f"{who} said that the mill burned.", "wire", speaker=who.lower(), within=text) for who, _ in heard)
    )
    origins = Origins(story, Echoes(told))
    found = origins.groups(sorted(told, key=lambda c: c.order))
    assert {g.name for g in found} == {f"{name} (Wire A)" for _, name in heard} and origins.independent(found) == 1
    verdict = occurrence(told, found, origins.fighting, origins.independent)
    assert verdict is not None and verdict.kind is VerdictKind.SINGLE and verdict.reason.endswith("by one outlet.")
    other = cards(say("A cook saw the mill burn.", "post", speaker="a cook"))
    assert origins.independent(origins.groups(sorted((*told, *other), key=lambda c: c.order))) == 2


def test_a_thing_is_no_voice(say: Say, cards: Cards, story: Story) -> None:
    for thing in ("a photo", "a video from the square", "a document", "a soldier's letter", "another email"):
        told = cards(say(f"The mill burned, {thing} showed.", "wire", speaker=thing))
        assert [g.name for g in groups(told, story)] == ["Wire A"], thing


def test_who_is_only_supposed_to_have_told_it_makes_no_origin_of_copies(say: Say, cards: Cards, story: Story) -> None:
    """One report's line goes back to the governor whom it cites; another's copy of the line, with none cited, does not.

    So the second paper's own report stays its own.
    """
    cited = "Governor Ilm Taro said that the mill burned."
    told = cards(
        say(cited, "post", speaker="Governor Ilm Taro", within=f"{cited} {COPY}"),
        say(COPY, "post", within=f"{cited} {COPY}"),
        say(COPY, "gazette", at="04T10:00"),
        say("Our reporter counted nine boats.", "gazette", at="04T10:00"),
    )
    assert [g.name for g in groups(told, story)] == ["Governor Ilm Taro", "The Gazette"]
