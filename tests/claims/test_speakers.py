"""Who is heard: by name, role, pronoun, or in the publisher's own voice."""

from datetime import UTC, date, datetime

import msgspec
import pytest

from onrecord.claims.cast import Cast
from onrecord.claims.speakers import Voices
from onrecord.claims.text import sentences
from onrecord.records import Attribution, Document, Party, Person, Span, Speaker, Story


def voices(text: str, cast: Cast, story: Story, source: str = "wire") -> Voices:
    document = Document(source=source, address="a", title="", text=text, published=datetime(2024, 12, 14, tzinfo=UTC))
    return Voices(document, text, sentences(text), cast, story, lambda _: None)


def heard(marked: str, cast: Cast, story: Story, source: str = "wire") -> list[tuple[str | None, str | None, str]]:
    """The speakers of the phrases in [brackets], in order."""
    text, spans = "", []
    for part in marked.split("["):
        phrase, closed, rest = part.partition("]")
        if closed:
            spans.append(Span(start=len(text), end=len(text) + len(phrase)))
        text += phrase + rest
    room = voices(text, cast, story, source)
    found = []
    for span in spans:
        cue = Span(start=span.end + 1, end=span.end + 5)
        speaker = room.hear(Attribution(speaker=span, cue=cue, content=(cue,)), None)
        assert speaker is not None
        found.append((speaker.name, speaker.party, speaker.rule))
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[Jon Dale] said", ("Jon Dale", "Varland", "named")),
        ("[the Tollish defence ministry] said", ("Tolland's defence ministry", "Tolland", "alias")),
        ("[a Tollish official] said", ("a Tollish official", "Tolland", "named")),
        ("[Varland's finance ministry] said", ("Varland's finance ministry", "Varland", "named")),
        ("[Petra Moll, a doctor] said", ("Petra Moll", None, "named")),
        ("[She] said", (None, None, "pronoun")),
    ],
)
def test_one(text: str, expected: tuple[str | None, str | None, str], cast: Cast, story: Story) -> None:
    assert heard(text, cast, story) == [expected]


@pytest.mark.parametrize(
    ("text", "second"),
    [
        ("[Jon Dale] said so. [He] said more.", ("Jon Dale", "Varland", "pronoun")),
        ("[Jon Dale] said so. [The president] said more.", ("Jon Dale", "Varland", "role")),
        ("[Tolland's defence ministry] said so. [It] said more.", ("Tolland's defence ministry", "Tolland", "pronoun")),
        (
            "[Tolland's defence ministry] said so. [The ministry] said more.",
            ("Tolland's defence ministry", "Tolland", "role"),
        ),
        ("[Petra Moll] said so. [Moll] said more.", ("Petra Moll", None, "alias")),
        ("[Petra Moll, the mayor] said so. [The mayor] said more.", ("Petra Moll", None, "role")),
    ],
)
def test_two(text: str, second: tuple[str | None, str | None, str], cast: Cast, story: Story) -> None:
    assert heard(text, cast, story)[1] == second


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Ten drones downed, [Varland's air force] says\n\nHALVIK (Wire) – Ten drones fell overnight, [it] said.",
            ["Varland's air force"] * 2,
        ),
        ("[Varland's president Ada Orm] said so.", ["Ada Orm"]),
        ("[Varland's president, Ada Orm,] said so.", ["Ada Orm"]),
        ("[Varland's president, Jon Dale,] said so.", ["Jon Dale"]),
        ("[Ada Orm, a Tollish defence ministry spokeswoman] said so. [She] said more.", ["Ada Orm", "Ada Orm"]),
        ("[The Tollish defence ministry's spokesman Bo Ek] said so.", ["Bo Ek"]),
        ("[A spokesman for Tolland's defence ministry] said so. [He] said more.", ["Tolland's defence ministry"] * 2),
        ("[The guards' commander, General Ada Orm] said so. [The commander] said more.", ["Ada Orm", "Ada Orm"]),
    ],
)
def test_who_is_named_speaks_and_not_the_office_the_body_or_the_place_beside(
    text: str, names: list[str], cast: Cast, story: Story
) -> None:
    assert [name for name, *_ in heard(text, cast, story)] == names


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[The Varlandish district administration official Ada Orm] said so. [She] said more.", ("Ada Orm", "Varland")),
        ("[Chief VGS envoy Rear Admiral Jon Dale] said so.", ("Jon Dale", "Varland")),
        (
            "[A doctors' group] said so. [The Mar Relief Committees] agreed. [The group] said more.",
            ("the Mar Relief Committees", None),
        ),
        (
            "[The Reed Agency] said so. [The Mar Press Agency] agreed. [The agency] said more.",
            ("the Mar Press Agency", None),
        ),
        (
            "[The Mar Relief Committee] said so. [A statement from the group] said more.",
            ("the Mar Relief Committee", None),
        ),
        ("Tolland-led raids hit Varland, [the rebels] said.", ("the rebels", "Varland")),
        ("Varland fell, and [Reuters] could not confirm it.", ("Reuters", None)),
    ],
)
def test_the_right_one_of_two(text: str, expected: tuple[str, str | None], cast: Cast, story: Story) -> None:
    assert heard(text, cast, story)[-1][:2] == expected


def test_they_may_be_a_party_that_is_no_country() -> None:
    parties = (Party(name="Reedmen", aliases=("the Reedmen",)), Party(name="Varland", country="GB"))
    story = Story(title="T", first_day=date(2024, 1, 1), time_zone="UTC", parties=parties)
    text = (
        "[Varland] said so. The Reedmen seized ships [they] say are Varland's. Varland sank ships [they] say are old."
    )
    assert [name for name, *_ in heard(text, Cast(story), story)] == ["Varland", "Reedmen", "Reedmen"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("No talks were planned with Jon Dale, [he] said.", None),
        ("Jon Dale, [he] said, might have stopped it.", None),
        ("Jon Dale plans no talks, [he] said.", "Jon Dale"),
    ],
)
def test_whom_one_tells_of_is_not_who_says_it(text: str, name: str | None, cast: Cast, story: Story) -> None:
    plain, start = text.replace("[he]", "he"), text.index("[he]")
    content = Span(start=0, end=text.index(",") if name or "with" in text else 8)
    pronoun, cue = Span(start=start, end=start + 2), Span(start=start + 3, end=start + 7)
    found = voices(plain, cast, story).hear(Attribution(speaker=pronoun, cue=cue, content=(content,)), None)
    assert found is not None
    assert found.name == name


def test_a_spokeswoman_is_not_he(cast: Cast, story: Story) -> None:
    text = "[Jon Dale] said so. [A spokeswoman for Tolland's defence ministry] said so. [He] said more."
    assert heard(text, cast, story)[2][0] == "Jon Dale"


def test_he_is_never_a_ministry_and_it_never_a_man(cast: Cast, story: Story) -> None:
    assert heard("[Jon Dale] said. [Tolland's defence ministry] said. [He] said. [It] said.", cast, story)[2:] == [
        ("Jon Dale", "Varland", "pronoun"),
        ("Tolland's defence ministry", "Tolland", "pronoun"),
    ]


def test_she_is_not_he(cast: Cast, story: Story) -> None:
    assert heard("[Petra Lind] said. [Jon Dale] said. [She] said.", cast, story)[2][0] == "Petra Lind"


def test_its_ministry_is_the_partys(cast: Cast, story: Story) -> None:
    assert heard("Tolland shot down Varlandish drones, [its defence ministry] said.", cast, story) == [
        ("Tolland's defence ministry", "Tolland", "role")
    ]


def test_too_far_away_is_nobody(cast: Cast, story: Story) -> None:
    assert heard(f"[Jon Dale] said. {'It rained. ' * 200}[He] said.", cast, story)[1] == (None, None, "pronoun")


def test_an_official_source_speaks_for_itself(cast: Cast, story: Story) -> None:
    expected = Speaker(name="Varland's air force", party="Varland", implicit=True, rule="publisher")
    assert voices("Rain.", cast, story, "air").publisher() == expected
    assert voices("Rain.", cast, story).publisher() is None
    assert heard("[We] said", cast, story, "air") == [("Varland's air force", "Varland", "publisher")]


def test_an_elided_subject_is_the_one_before(cast: Cast, story: Story) -> None:
    text = "Jon Dale said it rained and added that it froze"
    room = voices(text, cast, story)
    first = Attribution(speaker=Span(start=0, end=8), cue=Span(start=9, end=13), content=(Span(start=14, end=23),))
    second = Attribution(cue=Span(start=28, end=33), content=(Span(start=34, end=47),))
    room.hear(first, None)
    found = room.hear(second, first)
    assert found == Speaker(name="Jon Dale", party="Varland", implicit=True, rule="elided")


def test_an_office_is_that_of_the_place_its_sentence_names() -> None:
    governors = (
        Person(name="Ana Lind", role="governor of Orle"),
        Person(name="Bo Rask", role="governor of Vantry"),
    )
    story = Story(
        title="T", first_day=date(2024, 1, 1), time_zone="UTC", parties=(Party(name="Varland", people=governors),)
    )
    text = "[Ana Lind] said. Vantry region: two dead, said [the governor]. [The governor] added one."
    assert [name for name, *_ in heard(text, Cast(story), story)] == ["Ana Lind", "Bo Rask", "Bo Rask"]


def test_who_serves_nobody_in_particular_is_of_no_side(cast: Cast, story: Story) -> None:
    text = "Tolland's army shelled the port. [The captain of a Greek tanker] said so."
    assert [party for _, party, _ in heard(text, cast, story)] == [None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tolland counted its dead. [The justice ministry] said so.", ("Tolland's justice ministry", "Tolland")),
        ("Tolland counted its dead. [An army statement] said so.", ("Tolland's army", "Tolland")),
        ("Varland was silent. Tolland met Varland. [The prosecution] said so.", ("Varland's prosecutors", "Varland")),
        ("[The Tollish ministry] said so. Dale left.", ("Tolland's defence ministry", "Tolland")),
        ("[Tollish ministry] said so.", ("Tolland's defence ministry", "Tolland")),
        ("Tolland counted its dead. [The ministry's bulletin] said so.", ("Tolland's defence ministry", "Tolland")),
        ("Tolland met Varland in vain. Varland left. [The army] said so.", ("the army", None)),
        ("[Tolland's justice ministry] said so.", ("Tolland's justice ministry", "Tolland")),
        ("Tolland and Tolland met Varland. [The army] said so.", ("the army", None)),
        ("[The Tollish side] said so.", ("Tolland", "Tolland")),
        ("[Tolland's government] said so.", ("Tolland", "Tolland")),
        ("[A spokesman for Tolland's defence ministry] said so.", ("Tolland's defence ministry", "Tolland")),
        ("[experts of the General Staff] said so.", ("Varland's General Staff", "Varland")),
        ("Tolland counted its dead. [The Ministry of Defence] said so.", ("Tolland's defence ministry", "Tolland")),
    ],
)
def test_a_body_without_a_name_has_a_partys_name_where_words_or_the_parties_of_the_text_say_whose_it_is(
    text: str, expected: tuple[str | None, str | None], cast: Cast, story: Story
) -> None:
    assert [found[:2] for found in heard(text, cast, story)] == [expected]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("[The Reed Agency] said so. [The agency] said more.", "the Reed Agency"),
        ("[Reedworks, a company] said so. [The company] said more.", "Reedworks"),
        ("[Tolland's army] said so. [The company] said more.", "the company"),
        ("The Atomic Reed Inspectorate met. [The inspectorate] said so.", "Atomic Reed Inspectorate"),
        ("[The bureau, which] said so.", "the bureau"),
    ],
)
def test_what_a_body_with_a_name_is_called_afterwards(text: str, name: str, cast: Cast, story: Story) -> None:
    assert heard(text, cast, story)[-1][0] == name


def test_a_person_nobody_knows_is_supposed_to_be_of_the_party_that_the_text_is_about(cast: Cast, story: Story) -> None:
    text = "Varland fell. [Ada Orm] said so. [The lawyer Ada Bel] agreed. [A commander reached by Mar News] wept."
    assert [(name, party) for name, party, _ in heard(text, cast, story)] == [
        ("Ada Orm", "Varland"),
        ("Ada Bel", None),
        ("a commander reached by Mar News", "Varland"),
    ]


@pytest.mark.parametrize(
    "phrase",
    ["A UN spokesman, Lars Hein,", "The Quellish foreign minister, Urs Keller,", "Safe Seas Watch", "Mar News"],
)
def test_whom_the_words_give_to_others_and_what_is_no_person_is_not_supposed_to_be_of_a_party(
    phrase: str, cast: Cast, story: Story
) -> None:
    assert heard(f"Varland fell. [{phrase}] said so.", cast, story)[0][1] is None


def test_a_description_beside_a_name_keeps_whose_it_is(cast: Cast, story: Story) -> None:
    assert heard("Varland met [Tolland's foreign minister, Ivar Renn,] in vain.", cast, story)[0][:2] == (
        "Ivar Renn",
        "Tolland",
    )


def test_a_mark_of_owning_alone_names_nobody(cast: Cast, story: Story) -> None:
    text = "The army’s view is grim."
    mark, cue = Span(start=8, end=10), Span(start=11, end=15)
    assert voices(text, cast, story).hear(Attribution(speaker=mark, cue=cue, content=(cue,)), None) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[The General Staff's spokeswoman] said so.", "Ana Brook"),
        ("[The General Staff's spokesman] said so.", "Varland's General Staff"),
        ("[The General Staff] said so. [Its spokeswoman] said more.", "Ana Brook"),
        ("[A spokeswoman for the General Staff] said so.", "Varland's General Staff"),
        ("[Analysts at the General Staff] said so.", "Varland's General Staff"),
    ],
)
def test_a_spokesman_who_is_known_is_heard_by_name(text: str, expected: str, story: Story) -> None:
    known = Person(name="Ana Brook", role="spokeswoman of Varland's General Staff", pronoun="she")
    first, second = story.parties
    varland = msgspec.structs.replace(first, people=(*first.people, known))
    more = msgspec.structs.replace(story, parties=(varland, second))
    assert heard(text, Cast(more), more)[-1][0] == expected
