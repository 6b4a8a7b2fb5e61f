from collections.abc import Callable
from datetime import UTC, datetime

from msgspec.structs import replace

from onrecord.events.audit import audit
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
    lost = replace(seen, links=(Link(left="c-0", right=waves[0][1].id, by="editor", at=AT),))
    assert "names c-0, which is not in the view" in messages(lost, story)


def test_judgements_that_contradict_are_told(waves: list[Said], view: See, story: Story) -> None:
    a, b, c = sorted(said[1].id for said in waves[:3])
    judged = [(a, b, Judgement.SAME), (b, c, Judgement.SAME), (a, c, Judgement.DIFFERENT)]
    links = tuple(Link(left=x, right=y, judgement=j, by="editor", at=AT) for x, y, j in judged)
    assert "judge again" in messages(replace(view(*waves), links=links), story)


def test_a_document_from_the_future_is_told(waves: list[Said], view: See, story: Story) -> None:
    early = replace(view(*waves), cutoff=datetime(2031, 5, 4, 8, tzinfo=UTC))
    assert "dated after the cutoff" in messages(early, story)


def test_parts_above_the_whole_are_told(waves: list[Said], view: See, story: Story) -> None:
    document, claim = waves[0]
    more = replace(claim.quantities[1], value=158)
    broken = replace(claim, quantities=(claim.quantities[0], more, *claim.quantities[2:]))
    assert "132 launched < 158 shot down" in messages(view((document, broken)), story)
