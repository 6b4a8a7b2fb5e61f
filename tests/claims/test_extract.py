"""The reader as a whole: golden passages, languages, dates, and texts that are no texts."""

import gc
import tomllib
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import msgspec
import pytest

from onrecord.claims.extract import LONGEST, Extractor
from onrecord.records import Claim, Party, Reading, Source, SourceKind, Span, Story

SOURCE = Source(id="board", name="Board", kind=SourceKind.MEDIA)
GOLDEN = Path(__file__).parents[1] / "golden" / "reading.toml"
CASES: list[dict[str, Any]] = tomllib.loads(GOLDEN.read_text(encoding="utf-8"))["case"]


def told(claim: Claim, text: str) -> dict[str, Any]:
    """What of a claim the golden passages tell."""

    def words(span: Span | None) -> str | None:
        return span.of(text) if span else None

    said, speaker = claim.attribution, claim.speaker
    row = {
        "says": words(claim.proposition),
        "speaker": speaker.name if speaker else None,
        "party": speaker.party if speaker else None,
        "rule": speaker.rule if speaker else None,
        "cue": words(said.cue),
        "venue": words(said.venue),
        "chain": " / ".join(span.of(text) for span in said.chain) or None,
        "stance": claim.stance.value,
        "kind": "information" if claim.kind == "information" else None,
        "hedge": words(claim.hedge),
        "debunked": claim.debunked or None,
    }
    return {key: value for key, value in row.items() if value is not None}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_golden(case: dict[str, Any], read: Any) -> None:
    text = case["text"]
    reading: Reading = read(text, case.get("source", "wire"))
    assert [told(claim, text) for claim in reading.claims] == case["claims"]
    assert not reading.problems


def test_a_reading_does_not_depend_on_what_was_read_before(read: Any) -> None:
    first = read(CASES[0]["text"])
    read(CASES[1]["text"] * 5)
    assert read(CASES[0]["text"]).json() == first.json()


def test_a_paragraph_reads_the_same_whatever_stands_far_from_it(read: Any) -> None:
    text = "Dale called on partners to react to the missile attack."
    filler = "\n".join("The road to the coast was open and the shops were full of people." for _ in range(40))
    alone, after = read(text).claims, read(f"{filler}\n{text}").claims
    there = [c for c in after if c.proposition.start > len(filler)]
    assert [(c.stance, c.kind, c.speaker) for c in alone] == [(c.stance, c.kind, c.speaker) for c in there]


def test_another_language_is_kept_and_not_read(read: Any) -> None:
    reading = read("Повітряні сили збили 58 дронів.", language="uk")
    assert not reading.claims
    assert [(p.subject, p.stage) for p in reading.problems] == [(reading.document.id, "read")]
    assert "'uk'" in reading.problems[0].message


def test_a_regional_code_is_the_same_language(read: Any) -> None:
    assert read("The mayor said two people were killed.", language="en-GB").claims


def test_an_undated_document_has_claims_without_moment(read: Any) -> None:
    reading = read("The mayor said on Friday that two people were killed.", dated=False)
    assert [c.moment for c in reading.claims] == [None]
    assert "--published" in reading.problems[0].message


def test_a_dated_one_has_moments(read: Any) -> None:
    (claim,) = read("Two people were killed in Lessk on Friday, the mayor said.").claims
    assert claim.moment is not None
    assert claim.moment.latest - claim.moment.earliest == timedelta(days=1)


def test_a_tally_carries_its_night(read: Any) -> None:
    first, second = read(
        "In the night to 14 December Tolland launched 132 drones. Air defence shot down 58 of them.", "air"
    ).claims
    assert second.moment.rule == "carried"
    assert (second.moment.earliest, second.moment.latest) == (first.moment.earliest, first.moment.latest)


@pytest.mark.parametrize(
    "text",
    [
        "Friday's strike was the answer to the ATACMS strike on the Orle airfield, Tolland's defence ministry said.",
        "Varland's General Staff said that the Stalnoi Kon oil depot in Tolland's Orle region had been struck.",
        "In the night Varland's forces struck the Stalnoi Kon oil depot in Tolland's Orle region, Jon Dale said.",
    ],
)
def test_half_a_things_name_is_nobody(text: str, read: Any) -> None:
    sides = [side for claim in read(text).claims for side in (claim.agent, claim.target) if side]
    assert all(side.party for side in sides)


def test_what_was_shot_down_is_no_shot(read: Any) -> None:
    text = "Tolland launched 132 drones, Varland's air force said. It reported 58 shot down and 72 lost."
    counted = [q.object for claim in read(text).claims for q in claim.quantities]
    assert set(counted) == {"drone"}


def test_too_long_a_document_is_read_up_to_a_point(read: Any) -> None:
    reading = read("The mayor said two people were killed." + " " * LONGEST)
    assert len(reading.claims) == 1
    assert "only the first" in reading.problems[0].message


@pytest.mark.parametrize(
    "text", ["", " \n\t ", "\ufeff", "…", "“", "\u200f\u200e", "a" * 50_000, "\x00", "1 " * 10_000]
)
def test_what_is_no_text_has_no_claims(text: str, read: Any) -> None:
    assert read(text).claims == ()


def test_claims_have_ids_of_their_own(read: Any) -> None:
    text = "\n".join(case["text"] for case in CASES)
    claims = read(text).claims
    assert len({claim.id for claim in claims}) == len(claims) > len(CASES) / 2


def test_edited_names_are_read_again_and_edited_addresses_are_not() -> None:
    story = Story(title="Flood", first_day=date(2026, 3, 1), time_zone="UTC", sources=(SOURCE,))
    named = msgspec.structs.replace(story, parties=(Party(name="Valley"),))
    moved = msgspec.structs.replace(story, sources=(msgspec.structs.replace(SOURCE, collect=("reports",)),))
    assert Extractor(story).name == Extractor(moved).name != Extractor(named).name


@pytest.mark.parametrize("bullet", ["• ", "- ", "▪️ ", "1) ", "09:30 "])
def test_what_opens_a_line_is_part_of_no_name_and_no_claim(bullet: str, read: Any) -> None:
    text = f"{bullet}General Staff: 40 drones were shot down.\n{bullet}Harbour Network: nine people were killed in Mar."
    said = [(c.speaker.name, c.proposition.of(text)[:2]) for c in read(text).claims if c.speaker]
    assert said == [("Varland's General Staff", "40"), ("Harbour Network", "ni")]


def test_a_decimal_that_opens_a_line_is_read(read: Any) -> None:
    first = read("1.20 million people lost power in Mar.").claims[0]
    assert [q.value for q in first.quantities] == [1_200_000]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Satellite pictures from March show nine bodies.", "satellite pictures from March"),
        ("A statement from Mar said nine people were killed.", "a statement from Mar"),
        ("A video by Clearmap shows nine bodies.", "Clearmap"),
    ],
)
def test_no_month_and_no_town_issues_a_picture(text: str, name: str, read: Any) -> None:
    assert [c.speaker.name.lower() for c in read(text).claims if c.speaker] == [name.lower()]


def test_a_time_alone_claims_nothing(read: Any) -> None:
    assert not read("In the night to Friday, 13 December.").claims


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (
            "Drones hit a depot in Ghent, the mayor of Bruges said. Its council said that two people died in the fire.",
            "wire",
        ),
        (
            "Tarn city council. The bridge is closed.\n\nNight of 9 December: results\n\nTwo drones were shot down.\n\n"
            "The ministry's bulletin said that two people died. Its spokeswoman denied it. His office called it a lie.",
            "",
        ),
        (
            "The army said two drones hit Varland. Analysts at Bell Watch confirmed it. Its report spoke of two fires.",
            "air",
        ),
    ],
)
def test_a_reading_leaves_nothing_in_memory_that_must_be_looked_for(text: str, source: str, read: Any) -> None:
    read(text, source)
    gc.collect()
    gc.disable()
    try:
        assert read(text.replace("two", "three"), source).claims
        assert gc.collect() == 0
    finally:
        gc.enable()
