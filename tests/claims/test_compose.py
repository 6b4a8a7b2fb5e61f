"""From attributions to claims: places, falsehoods, carried kinds and moments."""

from typing import Any

import pytest

from onrecord.records import Stance


def test_a_place_in_the_proposition_is_the_claims(read: Any) -> None:
    (claim,) = read("A fire broke out in Brussels, the mayor of Paris said.").claims
    assert [p.name for p in claim.places] == ["Brussels"]


def test_a_fronted_place_belongs_to_the_claim(read: Any) -> None:
    (claim,) = read("In Brussels, the mayor said, two people were killed in a fire.").claims
    assert [p.name for p in claim.places] == ["Brussels"]


def test_a_governor_speaks_of_his_region(read: Any) -> None:
    (claim,) = read("The governor of Bavaria said two people were killed in a fire.").claims
    assert [p.name for p in claim.places] == ["Bavaria"]


def test_a_tally_keeps_its_kind(read: Any) -> None:
    claims = read("Overnight, Tolland launched 108 drones. Fifty-six were shot down. Forty-nine were lost.").claims
    assert [c.kind for c in claims] == ["aerial_attack", "interception", "interception"]
    assert [q.value for c in claims for q in c.quantities] == [108, 56, 49]


def test_the_false_part_alone_is_debunked(read: Any) -> None:
    text = "He fabricated the story that officers were killed in a strike, court papers show."
    claims = read(text).claims
    assert [(c.proposition.of(text), c.debunked) for c in claims if c.debunked] == [
        ("officers were killed in a strike", True)
    ]


@pytest.mark.parametrize("text", ["It is not true that Lessk has fallen, Tolland's defence ministry said."])
def test_a_few_words_that_are_denied_are_a_claim(read: Any, text: str) -> None:
    (claim,) = read(text).claims
    assert (claim.proposition.of(text), claim.stance) == ("Lessk has fallen", Stance.DENIED)


def test_a_toll_of_two_words_is_a_claim_where_the_other_part_says(read: Any) -> None:
    text = "Tollish helicopter shot down near Brussels, four dead."
    claims = read(text).claims
    assert [(c.kind, [p.name for p in c.places]) for c in claims if c.quantities] == [("casualty_toll", ["Brussels"])]


def test_the_sentence_is_whole(read: Any) -> None:
    text = "It rained. Two people were killed in Lessk, the mayor said on Friday. It froze."
    (claim,) = (c for c in read(text).claims if c.kind == "casualty_toll")
    assert claim.sentence.of(text) == "Two people were killed in Lessk, the mayor said on Friday."


def test_claims_are_in_order(read: Any) -> None:
    claims = read(
        "Two people were killed, the mayor said. Tollish forces shelled Lessk. Dale said 14 drones fell."
    ).claims
    assert [c.proposition for c in claims] == sorted(c.proposition for c in claims)


def test_a_channel_tells_in_its_own_voice_what_nobody_says(read: Any) -> None:
    text = "Monitors counted 88 bodies in three morgues of Lessk."
    (claim,) = read(text, source="air").claims
    assert claim.speaker is not None and claim.speaker.name == "Varland's air force"
    assert claim.proposition.of(text) == text
    assert all(c.speaker is None or c.speaker.name != "Varland's air force" for c in read(text).claims)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We have not mined the lake.", "denied"),
        ("Drinking water in Lessk has to be boiled.", "called-for"),
        ("The remaining 46 villages are expected to have light within two days.", "hedged"),
        ("Nobody was hurt in Lessk.", "asserted"),
    ],
)
def test_a_channel_denies_and_calls_for_in_its_own_voice(read: Any, text: str, expected: str) -> None:
    (claim,) = read(text, source="air").claims
    assert claim.stance.value == expected


def test_what_takes_back_a_part_denies_nothing_of_its_own(read: Any) -> None:
    text = "Our gunners brought down nine in ten. Not at every height: in Lessk a mill was struck and two cars burnt."
    assert {c.stance.value for c in read(text, source="air").claims} == {"asserted"}


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "Two people were killed in Lessk, by the final figure of Tolland's defence ministry.",
            "Two people were killed in Lessk",
        ),
        ("By the General Staff's count, two people were killed in Lessk.", "two people were killed in Lessk"),
        ("09:14 Depot in Lessk struck by drones - Varland's General Staff.", "Depot in Lessk struck by drones"),
        ("13:55 President Dale: two people were killed in Lessk.", "two people were killed in Lessk"),
    ],
)
def test_terse_lines_say_whose_word_it_is(read: Any, text: str, content: str) -> None:
    (claim,) = (c for c in read(text).claims if c.speaker)
    assert claim.proposition.of(text).rstrip(".") == content
    assert claim.moment is None or claim.moment.rule == "published", "the clock is that of the entry"


def test_the_headings_of_a_channel_claim_nothing(read: Any) -> None:
    text = "Daily report of the air force\n\nLessk sector.\n\nTwo people were killed in Lessk."
    assert [c.kind for c in read(text, source="air").claims] == ["casualty_toll"]


def test_what_the_narrator_tells_of_a_speaker_is_not_the_speakers(read: Any) -> None:
    text = (
        "“They hit the clinic; the next day they did it again,” said Dr Ilo Sant, who has led it since 2011, "
        "and the power failed while he spoke."
    )
    claims = read(text).claims
    assert any(c.speaker and c.speaker.name == "Ilo Sant" for c in claims)
    assert not any(c.speaker and "since 2011" in c.proposition.of(text) for c in claims)


@pytest.mark.parametrize(
    "text",
    [
        "Tolland's defence ministry said its troops had seized the town of Lessk – a claim denied by Varland.",
        "Varland's air force dismissed Tollish statements that its troops had seized the town of Lessk.",
    ],
)
def test_whose_troops_took_the_town_stays_whose_they_are_where_another_denies_it(text: str, read: Any) -> None:
    claims = read(text).claims
    assert claims[-1].stance is Stance.DENIED
    assert [c.agent.party if c.agent else None for c in claims] == ["Tolland"] * len(claims)


def test_where_a_village_lies_is_no_claim(read: Any) -> None:
    text = "Tollish troops captured Lessk on Friday.\n\nThe settlement lies six miles southwest of the Orle front."
    assert [c.kind for c in read(text).claims] == ["territory_change"]


def test_what_a_set_phrase_tells_is_its_kind(read: Any) -> None:
    text = "Tolland launched drones overnight. Air defences went into operation in nine regions."
    assert [c.kind for c in read(text).claims] == ["aerial_attack", "interception"]


def test_a_report_calls_nothing_of_its_own_false_without_saying_so(read: Any) -> None:
    text = "We mark Lessk as claimed by Tolland. Its defence ministry said on Friday that it had captured the village."
    assert not any(c.debunked for c in read(text).claims)
