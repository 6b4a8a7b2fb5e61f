from typing import Any

import pytest

from onrecord.briefing.pen import hedge, speaker, venue, verb, voiced
from onrecord.records import Stance


def said(desk: Any, cue: str, stance: Stance = Stance.ASSERTED, speaker: str = "Ada Berg", **rest: Any) -> Any:
    document = desk.report("wire", f"{speaker} {cue} that the bridge was closed.")
    return desk.claim(document, "the bridge was closed", speaker=speaker, cue=cue, stance=stance, **rest)


@pytest.mark.parametrize(
    ("cue", "stance", "verb_"),
    [
        ("said", Stance.ASSERTED, "said"),
        ("later told reporters", Stance.ASSERTED, "said"),
        ("wrote", Stance.HEDGED, "wrote"),
        ("has reported", Stance.ASSERTED, "reported"),
        ("denied", Stance.DENIED, "denied"),
        ("called on", Stance.CALLED_FOR, "called on"),
        ("has neither confirmed nor denied", Stance.NEITHER, "has neither confirmed nor denied"),
        ("revealed", Stance.ASSERTED, None),
        ("denied", Stance.ASSERTED, None),
        ("called it untrue", Stance.DENIED, "denied"),
        ("said", Stance.CALLED_FOR, None),
    ],
)
def test_the_verb_follows_cue_and_stance(desk: Any, cue: str, stance: Stance, verb_: str | None) -> None:
    picked = verb(said(desk, cue, stance), desk.shelf)
    assert (picked.print if picked else None) == verb_


def test_a_person_has_a_role_once(desk: Any) -> None:
    claim, pen = said(desk, "said"), desk.pen
    assert pen.who(claim) == "Ada Berg, Norland's president,"
    assert pen.who(claim) == "Berg"


def test_a_report_in_its_own_voice_is_the_outlets_or_the_channels(desk: Any) -> None:
    wire, air = desk.report("wire", "The bridge was closed."), desk.report("air", "The bridge was closed.")
    outlet, channel = desk.claim(wire, "The bridge was closed"), desk.claim(air, "The bridge was closed")
    assert speaker(outlet, desk.shelf) == "Wire One"
    assert verb(outlet, desk.shelf).print == "reported"  # type: ignore[union-attr]
    assert speaker(channel, desk.shelf) == "Norland's air force"


def test_an_unresolved_speaker_has_no_voice(desk: Any) -> None:
    assert voiced(said(desk, "said"), desk.shelf)
    assert not voiced(said(desk, "said", speaker="the authorities"), desk.shelf)
    assert not voiced(said(desk, "said", speaker="the air force"), desk.shelf)


def test_a_chain_is_kept(desk: Any) -> None:
    document = desk.report("post", "Olin Marr, quoted by Wire One, said that the bridge was closed.")
    claim = desk.claim(document, "the bridge was closed", speaker="Olin Marr", cue="said", chain="Wire One")
    assert desk.pen.carried(claim) == "Olin Marr, governor of Vell region, as cited by Wire One,"


def test_venue_and_hedge_are_printed_as_they_stand(desk: Any) -> None:
    document = desk.report(
        "wire", "On initial information, Ada Berg said on the Beacon app that the bridge was closed."
    )
    claim = desk.claim(
        document, "the bridge was closed", speaker="Ada Berg", cue="said", venue="on the Beacon app", hedge="initial"
    )
    assert venue(claim, desk.shelf) == " on the Beacon app"
    assert hedge(claim, desk.shelf) == "citing initial information"


def test_a_hedge_without_words_cannot_be_printed(desk: Any) -> None:
    document = desk.report("wire", "Rumour has it, Ada Berg said, that the bridge was closed.")
    claim = desk.claim(document, "the bridge was closed", speaker="Ada Berg", cue="said", hedge="Rumour")
    assert hedge(claim, desk.shelf) is None


@pytest.mark.parametrize(
    ("content", "beside"),
    [
        ("by preliminary data, Sudland had begun to use Ostian soldiers", True),
        ("by preliminary data of one unit, Sudland had begun to use Ostian soldiers", False),
    ],
)
def test_a_basis_at_the_head_stands_beside_the_verb(desk: Any, content: str, beside: bool) -> None:
    wire = desk.report("wire", f"Ada Berg said that {content}.")
    told = desk.claim(
        wire, content, speaker="Ada Berg", party="Norland", cue="said", stance=Stance.HEDGED, hedge="preliminary"
    )
    desk.event("force_movement", told)
    printed = [s.text for section in desk.write().sections for s in section.sentences]
    assert len(printed) == 1
    assert ("said, citing preliminary data, that Sudland had begun" in printed[0]) is beside
