"""Names of a story found in a text."""

from datetime import date

import pytest

from onrecord.claims.cast import Cast, Mention
from onrecord.records import Body, Party, Person, Story

ARLAND = Party(
    name="Arland",
    adjectives=("Arlandish", "Arlander"),
    aliases=("Arlen",),
    bodies=(
        Body(name="Arland's defence ministry", kind="ministry", aliases=("ministry in Arlen",)),
        Body(name="Arland's air force", kind="armed-forces"),
        Body(name="the General Staff", kind="armed-forces", aliases=("General Staff of the Armed Forces",)),
    ),
    people=(
        Person(name="Mira Dovic", role="president of Arland", aliases=("Dovich",), pronoun="she"),
        Person(name="Jon Pell", role="Arland's defence minister", until=date(2030, 5, 1)),
        Person(name="Ana Corr", role="Arland's defence minister", since=date(2030, 5, 2)),
    ),
)
BORIA = Party(
    name="Boria",
    adjectives=("Borian",),
    aliases=("U.B.", "UB"),
    bodies=(Body(name="Boria's air force", kind="armed-forces"), Body(name="Boria’s Ministry of Defence")),
    people=(Person(name="Tam Corr", role="governor of Eastmark"),),
)
CAST = Cast(Story(title="T", first_day=date(2030, 1, 1), time_zone="UTC", parties=(ARLAND, BORIA)))


def names(text: str) -> list[tuple[str, str, str]]:
    return [(m.span.of(text), m.name, m.sort) for m in CAST.mentions(text)]


def test_longest_name_wins() -> None:
    assert names("Arland's air force said") == [("Arland's air force", "Arland's air force", "body")]
    assert names("Arland’s Air Force said") == [("Arland’s Air Force", "Arland's air force", "body")]


@pytest.mark.parametrize(
    "phrase",
    [
        "the Arlandish defence ministry",
        "Arlandish Defense Ministry",
        "the Ministry of Defence of Arland",
        "Arlen's ministry of defense",
        "the Arlandish Ministry of Defence",
    ],
)
def test_body_by_any_owner_form(phrase: str) -> None:
    mention = CAST.find(phrase)
    assert mention is not None
    assert (mention.name, mention.party, mention.sort) == ("Arland's defence ministry", "Arland", "body")


def test_ministry_turned() -> None:
    mention = CAST.find("Borian Defense Ministry")
    assert mention is not None
    assert mention.name == "Boria’s Ministry of Defence"


def test_an_office_stands_for_nobody_before_its_holder_came() -> None:
    party = Party(name="Arland", people=(Person(name="Ana Corr", role="Arland's envoy", since=date(2030, 5, 2)),))
    cast = Cast(Story(title="T", first_day=date(2030, 1, 1), time_zone="UTC", parties=(party,)))
    assert [m.name for m in cast.mentions("Arland's envoy", date(2030, 6, 1))] == ["Ana Corr"]
    assert [m.name for m in cast.mentions("Arland's envoy", date(2030, 4, 1))] == ["Arland"]


def test_possessive_is_not_part_of_the_name() -> None:
    assert names("Boria's troops")[0][0] == "Boria"


def test_single_words_keep_their_case() -> None:
    assert names("the arland of dreams") == []
    assert names("ARLAND SAYS")[0][1] == "Arland"
    assert names("u.b. or ub") == []


def test_words_are_whole() -> None:
    assert names("Borianism in Arlandia") == []


def test_dotted_names() -> None:
    assert names("the U.B. says")[0][:2] == ("U.B", "Boria")


def test_sentence_end_parts_names() -> None:
    assert [n[1] for n in names("He left Arland. Air force jets followed.")] == ["Arland"]


def test_surname_alone() -> None:
    assert names("Dovic spoke")[0][1] == "Mira Dovic"
    assert names("Dovich spoke")[0][1] == "Mira Dovic"
    assert names("Corr spoke") == []


def test_full_names_part_namesakes() -> None:
    assert [n[1] for n in names("Ana Corr met Tam Corr")] == ["Ana Corr", "Tam Corr"]


def test_office_is_bounded_by_dates() -> None:
    before = CAST.find("Arland's defence minister", on=date(2030, 4, 1))
    after = CAST.find("the Arlandish defense minister", on=date(2030, 6, 1))
    assert before is not None and before.name == "Jon Pell"
    assert after is not None and after.name == "Ana Corr"


def test_person_before_body_before_party() -> None:
    def best(phrase: str) -> Mention:
        mention = CAST.find(phrase)
        assert mention is not None
        return mention

    assert best("Arlandish President Mira Dovic").name == "Mira Dovic"
    assert best("a Borian officer of the General Staff").name == "the General Staff"
    assert best("a Borian officer").sort == "adjective"
    assert best("the president of Arland").name == "Mira Dovic"
    assert CAST.find("an officer") is None


def test_plural_people() -> None:
    assert names("two Borians")[0][1:] == ("Boria", "adjective")


def test_scan_is_linear() -> None:
    line = "Arland's " * 100_000
    assert len(CAST.mentions(line)) == 100_000
