from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from itertools import pairwise

from msgspec.structs import replace

from onrecord.events.audit import REPEATS, Beyond, audit, named
from onrecord.events.link import link
from onrecord.records import Claim, Document, Judgement, Link, Story, View

Said = tuple[Document, Claim]
See = Callable[..., View]
AT = datetime(2031, 5, 5, tzinfo=UTC)


def messages(view: View, story: Story) -> str:
    return " ".join(p.message for p in audit(view, link(view, story)))


def test_a_sound_view_has_no_problems(waves: list[Said], view: See, story: Story) -> None:
    assert audit(view(*waves), link(view(*waves), story)) == ()


def test_what_linking_leaves_out_is_told(waves: list[Said], view: See, story: Story) -> None:
    seen = view(*waves)
    stray = replace(seen, documents=seen.documents[1:])
    assert "document is not in the view" in messages(stray, story)


def test_a_judgement_on_an_unknown_claim_is_told_and_changes_nothing(
    waves: list[Said], view: See, story: Story
) -> None:
    """One that is only older than the view is no trouble: judgements outlive the window."""
    seen = view(*waves)
    lost = replace(seen, links=(Link(left="c-0", right=waves[0][1].id, by="editor", at=AT),))
    assert named(lost) == {"c-0"}
    assert link(lost, story) == link(seen, story)
    (found,) = audit(lost, link(lost, story), Beyond(unknown=named(lost)))
    assert "editor names c-0, which is not on record" in found.message and found.subject == lost.links[0].id
    assert audit(lost, link(lost, story)) == ()


def test_a_judgement_on_a_text_that_was_changed_is_told(waves: list[Said], view: See, story: Story) -> None:
    gone = Link(left="c-0", right=waves[0][1].id, by="editor", at=AT)
    seen = replace(view(*waves), links=(gone,))
    (found,) = audit(seen, (), Beyond(replaced=frozenset(["c-0"])))
    assert "editor judged c-0, whose text was changed since" in found.message and found.subject == gone.id
    back = replace(gone, id="", judgement=Judgement.TAKEN_BACK)
    assert audit(replace(seen, links=(back,)), (), Beyond(replaced=frozenset(["c-0"]))) == ()


def judged(a: str, b: str, judgement: Judgement, hour: int, by: str = "editor", relation: str = "event") -> Link:
    at = AT + timedelta(hours=hour)
    return Link(left=min(a, b), right=max(a, b), judgement=judgement, by=by, at=at, relation=relation)


def test_of_judgements_that_contradict_the_latest_stand_and_the_rest_is_told(
    waves: list[Said], view: See, story: Story
) -> None:
    a, b, c = sorted(said[1].id for said in waves[:3])
    pairs = [(a, b, Judgement.SAME), (b, c, Judgement.SAME), (a, c, Judgement.DIFFERENT)]
    for last in range(3):
        links = tuple(judged(x, y, j, 9 if n == last else n) for n, (x, y, j) in enumerate(pairs))
        seen = replace(view(*waves), links=links)
        aside = min((k for k in links if k is not links[last]), key=lambda k: k.at or AT)
        (found,) = audit(seen, link(seen, story))
        assert found.subject == aside.id and "later judgements exclude that" in found.message


def test_a_ring_of_judgements_with_one_difference_is_told_once(waves: list[Said], view: See, story: Story) -> None:
    ids = [said[1].id for said in waves[:4]]
    ring = [judged(x, y, Judgement.SAME, n) for n, (x, y) in enumerate(pairwise(ids))]
    seen = replace(view(*waves), links=(*ring, judged(ids[-1], ids[0], Judgement.DIFFERENT, 9)))
    (found,) = audit(seen, link(seen, story))
    assert found.subject == ring[0].id
    whole = replace(seen, links=(*ring, judged(ids[-1], ids[0], Judgement.SAME, 9)))
    assert audit(whole, link(whole, story)) == ()


def test_contradictions_over_origins_are_told_too(waves: list[Said], view: See, story: Story) -> None:
    a, b, c = (said[1].id for said in waves[:3])
    links = (
        judged(a, b, Judgement.SAME, 1, relation="origin"),
        judged(b, c, Judgement.SAME, 2, relation="origin"),
        judged(a, c, Judgement.DIFFERENT, 3, relation="origin"),
    )
    assert "go back to one origin; later judgements exclude" in messages(replace(view(*waves), links=links), story)


def test_a_taking_back_of_what_was_never_judged_is_told(waves: list[Said], view: See, story: Story) -> None:
    a, b = (said[1].id for said in waves[:2])
    seen = view(*waves)
    history = [judged(a, b, Judgement.SAME, 1), judged(a, b, Judgement.TAKEN_BACK, 2)]
    assert audit(seen, (), Beyond(history=tuple(history))) == ()
    (found,) = audit(seen, (), Beyond(history=tuple(history[1:])))
    assert "never made" in found.message
    (found,) = audit(seen, (), Beyond(history=(history[0], judged(a, b, Judgement.TAKEN_BACK, 3, "chief"))))
    assert found.message.startswith("chief takes back")


def test_a_correction_of_what_was_never_on_record_is_told(waves: list[Said], view: See, story: Story) -> None:
    document, claim = waves[0]
    late = replace(document, supersedes="d-0")
    seen = view((late, claim), *waves[1:])
    (found,) = audit(seen, (), Beyond(unknown=named(seen)))
    assert found.subject == document.id and "replaces d-0, which is not on record" in found.message
    assert link(seen, story) == link(view(*waves), story)


def test_a_clock_that_is_ahead_is_told_once_a_source(waves: list[Said], view: See, story: Story) -> None:
    fetched = [
        (replace(d, fetched=d.published - timedelta(minutes=40 + n)) if d.source == "mod" and d.published else d, c)
        for n, (d, c) in enumerate(waves)
    ]
    seen = view(*fetched)
    (found,) = audit(seen, link(seen, story))
    assert "The clock of mod is ahead" in found.message
    assert [e.claims for e in link(seen, story)] == [e.claims for e in link(view(*waves), story)]


def test_a_flood_of_copies_is_told(waves: list[Said], view: See, story: Story) -> None:
    document = waves[0][0]
    copies = [replace(document, id="", address=f"copy {n}") for n in range(REPEATS + 1)]
    seen = view(*waves)
    flooded = replace(seen, documents=(*seen.documents, *copies))
    (found,) = audit(flooded, link(flooded, story))
    assert "22 times" in found.message and "one origin in one outlet" in found.message


def test_a_document_from_the_future_is_told(waves: list[Said], view: See, story: Story) -> None:
    early = replace(view(*waves), cutoff=datetime(2031, 5, 4, 8, tzinfo=UTC))
    assert "dated after the cutoff" in messages(early, story)


def test_parts_above_the_whole_are_told(waves: list[Said], view: See, story: Story) -> None:
    document, claim = waves[0]
    more = replace(claim.quantities[1], value=158)
    broken = replace(claim, quantities=(claim.quantities[0], more, *claim.quantities[2:]))
    assert "132 launched < 158 shot down" in messages(view((document, broken)), story)
