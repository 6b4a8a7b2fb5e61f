"""What sort of speaker a phrase names, and the plain name in it."""

import pytest

from onrecord.claims.cast import Cast
from onrecord.claims.naming import (
    bare,
    head,
    is_office,
    of_body,
    plain,
    pronoun,
    regional,
    serving,
    sort,
    speaks,
    stands,
    unnamed,
)
from onrecord.claims.titles import named


@pytest.mark.parametrize(
    ("phrase", "which"), [("He", "he"), ("it", "it"), ("we", "we"), ("They", "they"), ("Lind", "")]
)
def test_pronouns(phrase: str, which: str) -> None:
    assert pronoun(phrase) == which


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("Anna Lind", "person"),
        ("the governor of Orle region", "person"),
        ("the head of the Belsk administration", "person"),
        ("the flood service of Marland", "body"),
        ("the ministry", "body"),
        ("two officials", "people"),
        ("residents", "people"),
        ("a blue car", "other"),
    ],
)
def test_sorts(phrase: str, expected: str) -> None:
    assert sort(phrase) == expected


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("Ivo Holm, the governor of Orle region,", "Ivo Holm"),
        ("The governor of Orle region, Ivo Holm", "Ivo Holm"),
        ("The ministry", "the ministry"),
        ("the governor there", "the governor"),
        ("the army, navy and air force", "the army, navy and air force"),
        ("the River Authority (RAMA)", "the River Authority (RAMA)"),
        ("TOTA", "TOTA"),
        ("WIRE, a Varlandish news outlet", "WIRE"),
    ],
)
def test_plain_names(phrase: str, name: str) -> None:
    assert plain(phrase) == name


def test_head_has_no_titles() -> None:
    assert head("Gov. Anna Lind, of Mar") == "Anna Lind"


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("Varland's air force", True),
        ("a spokesman for Varland's air force", True),
        ("the daily figures of the General Staff", True),
        ("an adviser to Varland's air force", False),
        ("Jon Dale", True),
        ("President Jon Dale", True),
        ("Jon Dale's adviser", False),
        ("Harno Colonel Jon Dale", True),
        ("Harno Jon Dale", False),
        ("the monitoring group Varland's air force", True),
        ("Varland", True),
        ("Varland's farmers", False),
        ("the former governor of Orle region", False),
        ("the late President Jon Dale", True),
    ],
)
def test_the_one_named_speaks(phrase: str, expected: bool, cast: Cast) -> None:
    mention = cast.find(phrase)
    assert mention is not None
    assert of_body(phrase, mention) is expected


def test_who_can_speak(cast: Cast) -> None:
    assert speaks("Petra Moll", cast)
    assert not stands("Petra Moll", cast)
    assert stands("two Tollish officials", cast)
    assert not speaks("the danger of floods", cast)
    assert not speaks("", cast)


def test_who_serves_a_side() -> None:
    told = [
        "the region's acting governor, Ada Orm",
        "Fire chief Jon Vell",
        "Ada Orm",
        "a major hospital",
        "the captain",
    ]
    assert [serving(phrase) for phrase in told] == [True, True, False, False, False]
    assert not serving("the governor's lawyer")


def test_regions_and_our_own() -> None:
    assert regional("the governor of Orle region")
    assert not regional("the General Staff")
    assert unnamed("our air defence")
    assert not unnamed("the enemy army")
    assert not unnamed("Tass")


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("Minister of Defence Ada Orm", "Ada Orm"),
        ("Presiding judge Ada Orm", "Ada Orm"),
        ("the chairwoman, Ada Orm of the Harvest Party", "Ada Orm"),
        ("a group that calls itself the Reed Cutters", "the Reed Cutters"),
        ("Ada Orm", "Ada Orm"),
        ("the ministry", "the ministry"),
    ],
)
def test_the_name_in_a_description(phrase: str, name: str) -> None:
    assert named(phrase) == name


def test_a_clause_about_a_speaker_is_no_name() -> None:
    assert bare("the president, who was late") == "the president"
    assert bare("the spokesman, 52, who flew in the war") == "the spokesman"
    assert bare("the relief committee, made up of locals") == "the relief committee"
    assert bare("Ada Orm, the governor") == "Ada Orm, the governor"
    assert bare("Ada Orm, arrested in May") == "Ada Orm"
    assert bare("the Reed channel, close to the corps") == "the Reed channel"
    assert bare("Ada Orm (opposition)") == "Ada Orm"


def test_an_office_is_not_a_body() -> None:
    assert is_office("prime minister")
    assert not is_office("ministry")


@pytest.mark.parametrize(
    ("phrase", "which"), [("He", "he"), ("he released", "he"), ("they had shared", "they"), ("Ed", "")]
)
def test_a_pronoun_alone_or_with_its_deed(phrase: str, which: str) -> None:
    assert pronoun(phrase) == which
