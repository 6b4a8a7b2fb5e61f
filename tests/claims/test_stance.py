"""The speaker's stance toward the content, and the words that weaken it."""

import pytest

from onrecord.claims.stance import belied, commands, deed, evades, partial, passive, silent, speech, stance, weak
from onrecord.records import Attribution, Span, Stance


def at(text: str, part: str) -> Span:
    start = text.index(part)
    return Span(start=start, end=start + len(part))


def judged(marked: str) -> tuple[Stance, str | None]:
    """Text with the speaker first, (cue) and [proposition]."""
    text = marked
    for mark in "()[]":
        text = text.replace(mark, "")
    cue = at(text, marked[marked.index("(") + 1 : marked.index(")")])
    proposition = at(text, marked[marked.index("[") + 1 : marked.index("]")])
    said = Attribution(speaker=Span(start=0, end=4), cue=cue, content=(proposition,))
    found, hedge = stance(text, said, proposition, Span(start=0, end=len(text)))
    return found, hedge.of(text) if hedge else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lind (said) that [nobody was hurt]", Stance.ASSERTED),
        ("Lind (claimed) that [two bridges fell]", Stance.ASSERTED),
        ("Lind (denied) that [the bridge fell]", Stance.DENIED),
        ("Lind (has rejected) [the charge]", Stance.DENIED),
        ("Lind did not (deny) that [the bridge fell]", Stance.NEITHER),
        ("Lind (has neither confirmed nor denied) that [the bridge fell]", Stance.NEITHER),
        ("Lind (would not confirm) that [the bridge fell]", Stance.NEITHER),
        ("Lind (urged) [allies to react]", Stance.CALLED_FOR),
        ("Lind (called for) [more aid]", Stance.CALLED_FOR),
        ("Lind (hopes) [the bridge holds]", Stance.HEDGED),
        ("Lind (doubted) that [the bridge fell]", Stance.DENIED),
        ("Lind (has no doubt) that [the bridge fell]", Stance.ASSERTED),
        ("Lind (does not rule out) that [the bridge fell]", Stance.HEDGED),
        ("Lind (declined to say) [who might have burned the bridge]", Stance.NEITHER),
        ("Lind (would not be drawn on) [whether the bridge could be mined]", Stance.NEITHER),
        ("Lind (did not wish to comment on) [an alleged theft]", Stance.NEITHER),
        ("Lind (neither disputed nor endorsed) [the figure]", Stance.NEITHER),
        ("Lind (would not accept) [that the bridge fell]", Stance.ASSERTED),
        ("Lind (said) [the fate of the bridge is being clarified]", Stance.ASSERTED),
        ("Lind (believes) [the bridge fell]", Stance.HEDGED),
        ("Lind (said) [nine boats sank], and called his data preliminary", Stance.HEDGED),
        ("Lind (said) [nine boats sank], stressing that the figures were provisional", Stance.HEDGED),
        ("Lind (said) [nine boats sank]; reports early on Friday had ten", Stance.ASSERTED),
        ("Lind (plans) [to strike the bridge]", Stance.HEDGED),
        ("Lind (said) [the reports that the bridge fell were false]", Stance.DENIED),
        ("Lind (called) [the accusation absurd]", Stance.DENIED),
        ("Lind (said) [the tale that the bridge fell is an invention]", Stance.DENIED),
        ("Lind (said) [the reports that the bridge fell do not correspond to reality]", Stance.DENIED),
    ],
)
def test_stances(text: str, expected: Stance) -> None:
    assert judged(text)[0] == expected


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("Lind (said) [60 soldiers may have been killed]", "may"),
        ("Lind (said) [it was possibly a drone]", "possibly"),
        ("Lind (said) [an alleged spy was held]", "alleged"),
        ("Lind (said) [nine died], citing preliminary data", "preliminary"),
        ("Lind (said) that, according to initial reports, [nine died]", "initial"),
        ("Lind (believes) [nine died]", "believes"),
    ],
)
def test_hedges(text: str, hedge: str) -> None:
    assert judged(text) == (Stance.HEDGED, hedge)


@pytest.mark.parametrize(
    "text",
    [
        "Lind (said) [on 9 May the bridge fell]",
        "Lind (said) [9 soldiers died, and that the depot may burn for days]",
        "Lind (said) [the drones were shot down as planned]",
    ],
)
def test_no_hedge(text: str) -> None:
    assert judged(text) == (Stance.ASSERTED, None)


def test_whose_claims_are_called_false_has_claimed_them_and_denied_nothing() -> None:
    text = "Claims spread by Lind that the bridge fell are false."
    whole, content = Span(start=0, end=len(text)), at(text, "the bridge fell")
    said = Attribution(speaker=at(text, "Lind"), cue=at(text, "Claims spread by"), content=(content,))
    assert stance(text, said, content, whole)[0] is Stance.ASSERTED
    assert belied(text, said, content, whole)
    own = Attribution(speaker=at(text, "Lind"), cue=at(text, "false"), content=(content,))
    assert not belied(text, own, content, whole)
    text = "Lind says claims by Dale that the bridge fell are false."
    content = at(text, "the bridge fell")
    said = Attribution(speaker=at(text, "Lind"), cue=at(text, "says claims by"), content=(content,))
    assert stance(text, said, content, Span(start=0, end=len(text)))[0] is Stance.DENIED


def test_without_a_cue_nobody_says_it() -> None:
    text = "The bridge may have fallen."
    whole = Span(start=0, end=len(text))
    found, hedge = stance(text, Attribution(content=(whole,)), whole, whole)
    assert (found, hedge and hedge.of(text)) == (Stance.UNATTRIBUTED, "may")


def test_a_passive_names_nobody() -> None:
    text = "It was reported that the bridge fell"
    cue, content = at(text, "was reported"), at(text, "the bridge fell")
    found, hedge = stance(text, Attribution(cue=cue, content=(content,)), content, Span(start=0, end=len(text)))
    assert (found, hedge) == (Stance.UNATTRIBUTED, cue)


@pytest.mark.parametrize(("cue", "expected"), [("was reported", True), ("is steering", False), ("said", False)])
def test_passives(cue: str, expected: bool) -> None:
    assert passive(cue, Span(start=0, end=len(cue))) is expected


@pytest.mark.parametrize(("cue", "expected"), [("has said", True), ("denied", True), ("is corrected", False)])
def test_verbs_of_speech(cue: str, expected: bool) -> None:
    assert speech(cue, Span(start=0, end=len(cue))) is expected


def test_a_basis_is_weak_by_its_first_word() -> None:
    assert weak("preliminary data")
    assert not weak("the ministry's data")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Stay inside", True),
        ("Please boil your water", True),
        ("Let them go", True),
        ("the allies should send more aid", True),
        ("the shell must have fallen short", False),
        ("Another 35 must wait", False),
        ("every coin is where it should lie", False),
        ("Stays are short", False),
        ("The road is open", False),
    ],
)
def test_what_tells_somebody_to_act(text: str, expected: bool) -> None:
    assert commands(text, Span(start=0, end=len(text))) is expected


@pytest.mark.parametrize(
    ("text", "cue", "content", "expected"),
    [
        ("Tolland sent 134 drones", "sent", "134 drones", True),
        ("Tolland lost ten boats", "lost", "ten boats", True),
        ("Tolland counted 134 drones", "counted", "134 drones", False),
        ("Tolland sent word that it rained", "sent word", "that it rained", False),
    ],
)
def test_what_was_done_is_not_what_was_said(text: str, cue: str, content: str, expected: bool) -> None:
    assert deed(text, at(text, cue), at(text, content)) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I have nothing for you on boats", True),
        ("We cannot say", True),
        ("it had refused to comment on the deaths of 40 recruits", False),
        ("prisoners could not say where they were held", False),
        ("nothing hit the port", False),
    ],
)
def test_what_answers_nothing(text: str, expected: bool) -> None:
    assert evades(text, Span(start=0, end=len(text))) is expected


@pytest.mark.parametrize(("text", "expected"), [("Not at every height", True), ("Not a soul has come ashore", False)])
def test_what_takes_back_a_part(text: str, expected: bool) -> None:
    assert partial(text, Span(start=0, end=len(text))) is expected


@pytest.mark.parametrize(
    ("cue", "expected"),
    [("did not immediately respond to", True), ("had not replied", True), ("declined to comment", False)],
)
def test_who_has_not_answered_yet_has_refused_nothing(cue: str, expected: bool) -> None:
    text = f"The ministry {cue} a question."
    assert silent(text, Span(start=13, end=13 + len(cue))) is expected
