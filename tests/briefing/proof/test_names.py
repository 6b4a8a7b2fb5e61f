from typing import Any

from onrecord.briefing.proof import names
from onrecord.briefing.proof.stack import Stack


def stack(desk: Any) -> Stack:
    return Stack(desk.shelf.day, desk.view, desk.story)


def claim(desk: Any, speaker: str | None, cue: str = "said", **rest: Any) -> Any:
    document = desk.report("wire", f"{speaker} {cue} that the bridge was closed, by initial data.")
    return desk.claim(document, "the bridge was closed", speaker=speaker, cue=cue, **rest)


def test_full_name_first_surname_later(desk: Any) -> None:
    made, met = claim(desk, "Ada Berg"), set[str]()
    told = [names.mention(made, stack(desk), met) for _ in range(2)]
    assert told == ["Ada Berg, Norland's president,", "Berg"]
    assert names.brief(made, stack(desk)) == "Berg"


def test_a_speaker_nobody_could_resolve_is_not_heard(desk: Any) -> None:
    assert names.heard(claim(desk, None), stack(desk)) is None


def test_strangers_are_cited(desk: Any) -> None:
    assert names.stranger(claim(desk, "Two officials"), stack(desk))
    assert not names.stranger(claim(desk, "Norland"), stack(desk))


def test_the_verb_is_of_the_closed_list(desk: Any) -> None:
    assert names.cue(claim(desk, "Ada Berg", "has said"), stack(desk)).print == "said"  # type: ignore[union-attr]
    assert names.cue(claim(desk, "Ada Berg", "revealed"), stack(desk)) is None


def test_a_hedge_outside_is_printed_apart(desk: Any) -> None:
    made = claim(desk, "Ada Berg", hedge="initial")
    assert names.hedge(made)
    assert names.unsure(made)
    assert names.aside(made, stack(desk)) == "citing initial information"
