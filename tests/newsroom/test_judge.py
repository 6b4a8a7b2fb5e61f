"""What a person judges: kept for a day's edition on, taken back, never for what is not on record."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from onrecord.errors import UsageError
from onrecord.events import link
from onrecord.ledger import MemoryLedger
from onrecord.newsroom.acts import acts
from onrecord.newsroom.day import Desk, view_of
from onrecord.newsroom.judge import WORDS, Judge, judge, star, take_back, word
from onrecord.newsroom.settings import settings
from onrecord.records import (
    Attribution,
    Claim,
    Document,
    Event,
    Judgement,
    Reading,
    Relation,
    Source,
    SourceKind,
    Span,
    Speaker,
    State,
    Story,
)

DAY = date(2031, 5, 4)
NOW = datetime(2031, 5, 4, 9, tzinfo=UTC)
NAMES = ("herald", "post", "monitor", "gazette")
TOLD = "The old mill bridge at Torva collapsed, the mayor said."
OTHER = "Parliament in Kestria passed the harbour budget."


def report(source: str, text: str, hour: int, day: int = 3) -> tuple[Document, Claim]:
    at = datetime(2031, 5, day, hour, tzinfo=UTC)
    document = Document(source=source, address=f"{source}/{day}/{hour}", title="", text=text, published=at)
    whole = Span(start=0, end=len(text))
    claim = Claim(
        document=document.id,
        attribution=Attribution(content=(whole,)),
        proposition=whole,
        sentence=whole,
        kind="disaster" if text == TOLD else "diplomacy",
        speaker=Speaker(name="Mayor Una Holt", rule="named") if text == TOLD else None,
    )
    return document, claim


@pytest.fixture
def desk() -> Iterator[Desk]:
    """Three reports of a bridge, of which two are copies, and one of a budget; today a further one of the bridge."""
    story = Story(
        title="The valley",
        first_day=date(2031, 5, 1),
        time_zone="UTC",
        sources=tuple(Source(id=n, name=n.capitalize(), kind=SourceKind.MEDIA) for n in NAMES),
    )
    ledger = MemoryLedger()
    told = [report("herald", TOLD, 10), report("post", TOLD, 11), report("monitor", OTHER, 12)]
    for document, claim in [*told, report("gazette", TOLD, 5, 4)]:
        assert document.published
        seen = story.cutoff(story.day_of(document.published))
        ledger.add(document, seen)
        ledger.record(Reading(document=document, claims=(claim,)), "reader 1", seen)
    yield Desk(story, settings(Path()), ledger, NOW)


def events(desk: Desk, day: date = DAY) -> tuple[Event, ...]:
    return link(view_of(desk, day), desk.story)


def claims(desk: Desk) -> dict[str, str]:
    view = view_of(desk, DAY)
    home = {d.id: d.source for d in view.documents}
    return {home[c.document]: c.id for c in view.claims}


def sizes(desk: Desk, day: date = DAY) -> list[int]:
    return sorted(len(e.claims) for e in events(desk, day))


JO = Judge("jo", DAY, "I was there")


def test_a_judgement_changes_the_day_and_no_day_before(desk: Desk) -> None:
    ids = claims(desk)
    yesterday = [e.json() for e in events(desk, DAY - timedelta(days=1))]
    assert sizes(desk) == [1, 3]
    made, problems = judge(desk, (ids["post"], ids["monitor"]), "same", JO)
    assert (made.by, made.at, made.note, made.state, problems) == ("jo", NOW, "I was there", State.STANDS, ())
    assert sizes(desk) == [4]
    assert [e.json() for e in events(desk, DAY - timedelta(days=1))] == yesterday


def test_reading_again_changes_no_judgement(desk: Desk) -> None:
    ids = claims(desk)
    judge(desk, (ids["herald"], ids["post"]), "not-same", JO)
    judge(desk, (ids["herald"], ids["gazette"]), "not-same", JO)
    before = sizes(desk)
    for claim in view_of(desk, DAY).claims:
        document = desk.ledger.document(claim.document)
        assert document
        better = replace(claim, kind="other")
        desk.ledger.record(Reading(document=document, claims=(better,)), "reader 2", desk.story.cutoff(DAY))
    assert {c.kind for c in view_of(desk, DAY).claims} == {"other"}
    bridge = next(e for e in events(desk) if ids["herald"] in e.claims)
    assert before == [1, 1, 2] and not {ids["post"], ids["gazette"]} & set(bridge.claims)


def test_an_event_stands_for_its_claims(desk: Desk) -> None:
    bridge, budget = sorted(events(desk), key=lambda e: -len(e.claims))
    made, _ = judge(desk, (bridge.id, budget.id), "same", JO)
    assert (made.left, made.right, len(made.pairs)) == (bridge.id, budget.id, 3)
    assert sizes(desk) == [4]


def test_a_claim_is_put_out_of_its_event(desk: Desk) -> None:
    ids = claims(desk)
    bridge = next(e for e in events(desk) if len(e.claims) == 3)
    made, _ = judge(desk, (ids["herald"], bridge.id), "not-same", JO)
    assert len(made.pairs) == 2 and sizes(desk) == [1, 1, 2]


def test_what_is_taken_back_is_as_it_was_and_stays_on_record(desk: Desk) -> None:
    ids, before = claims(desk), [e.json() for e in events(desk)]
    bridge = next(e for e in events(desk) if len(e.claims) == 3)
    judge(desk, (bridge.id, ids["monitor"]), "same", JO)
    assert sizes(desk) == [4]
    take_back(desk, (bridge.id, ids["monitor"]), Judge("jo", DAY, "another bridge"))
    assert [e.json() for e in events(desk)] == before
    assert [(r.judgement, r.state, r.note) for r in acts(desk.ledger.judgements())] == [
        (Judgement.SAME, State.TAKEN_BACK, "I was there"),
        (Judgement.TAKEN_BACK, State.STANDS, "another bridge"),
    ]


def test_an_act_is_taken_back_by_its_id(desk: Desk) -> None:
    bridge, budget = sorted(events(desk), key=lambda e: -len(e.claims))
    made, _ = judge(desk, (bridge.id, budget.id), "same", JO)
    back, _ = take_back(desk, (made.id,), JO)
    assert back.pairs == made.pairs and sizes(desk) == [1, 3]


def test_a_day_before_the_taking_back_still_knows_the_judgement(desk: Desk) -> None:
    ids = claims(desk)
    judge(desk, (ids["post"], ids["monitor"]), "same", JO)
    take_back(desk, (ids["post"], ids["monitor"]), Judge("jo", DAY + timedelta(days=1)))
    assert sizes(desk) == [4] and sizes(desk, DAY + timedelta(days=1)) == [1, 3]


def test_what_was_never_judged_is_not_taken_back(desk: Desk) -> None:
    ids = claims(desk)
    pair = (ids["post"], ids["monitor"])
    with pytest.raises(UsageError, match="jo has judged nothing"):
        take_back(desk, pair, JO)
    judge(desk, pair, "same", Judge("kim", DAY))
    with pytest.raises(UsageError, match=r"kim did: --by takes back"):
        take_back(desk, pair, JO)
    with pytest.raises(UsageError, match="nothing of l-0"):
        take_back(desk, ("l-0",), JO)
    judge(desk, pair, "same", JO)
    with pytest.raises(UsageError, match="nothing"):
        take_back(desk, pair, JO, "independent")
    assert [r.judgement for r in acts(desk.ledger.judgements())] == [Judgement.SAME, Judgement.SAME]


def test_the_last_word_is_the_last_said_whatever_the_clock_says(desk: Desk) -> None:
    ids = claims(desk)
    pair = (ids["post"], ids["monitor"])
    judge(desk, pair, "same", JO)
    slow = Desk(desk.story, desk.settings, desk.ledger, NOW - timedelta(hours=1))
    made, _ = judge(slow, pair, "not-same", Judge("kim", DAY))
    assert made.at and made.at > NOW and sizes(desk) == [1, 3]
    again, _ = judge(slow, pair, "same", JO)
    assert sizes(desk) == [4] and again.id != acts(desk.ledger.judgements())[0].id


def test_a_contradiction_is_told_at_once_and_the_latest_stands(desk: Desk) -> None:
    ids = claims(desk)
    judge(desk, (ids["herald"], ids["monitor"]), "same", JO)
    judge(desk, (ids["post"], ids["monitor"]), "same", Judge("kim", DAY))
    made, problems = judge(desk, (ids["herald"], ids["post"]), "not-same", JO)
    assert made.state is State.STANDS
    assert len(problems) == 1 and problems[0].message.startswith("jo judges that")
    assert [r.state for r in acts(desk.ledger.judgements())] == [State.SET_ASIDE, State.STANDS, State.STANDS]


def test_origins_are_judged_too(desk: Desk) -> None:
    ids = claims(desk)
    (bridge,) = (e for e in events(desk) if len(e.claims) == 3)
    assert len(bridge.origins) == 1
    judge(desk, (ids["herald"], ids["post"]), "independent", JO)
    (bridge,) = (e for e in events(desk) if len(e.claims) == 3)
    assert len(bridge.origins) == 2


@pytest.mark.parametrize(
    ("left", "right", "said", "words"),
    [
        ("c-0", "herald", "same", "c-0: no claim on record"),
        ("e-0", "herald", "same", "e-0: no event of 2031-05-04"),
        ("t-0", "herald", "same", "name claims"),
        ("herald", "herald", "same", "named twice"),
        ("herald", "post", "maybe", "is no judgement"),
    ],
)
def test_what_cannot_be_judged_is_refused_and_leaves_nothing(
    desk: Desk, left: str, right: str, said: str, words: str
) -> None:
    ids = claims(desk)
    with pytest.raises(UsageError, match=words):
        judge(desk, (ids.get(left, left), ids.get(right, right)), said, JO)
    assert desk.ledger.judgements() == ()


def test_an_event_of_one_claim_is_no_other_than_that_claim(desk: Desk) -> None:
    (budget,) = (e for e in events(desk) if len(e.claims) == 1)
    with pytest.raises(UsageError, match="one and the same"):
        judge(desk, (budget.claims[0], budget.id), "same", JO)


@pytest.mark.parametrize("by", ["", "  ", "onrecord", "OnRecord"])
def test_somebody_judges(desk: Desk, by: str) -> None:
    ids = claims(desk)
    with pytest.raises(UsageError, match="name the person"):
        judge(desk, (ids["herald"], ids["post"]), "same", Judge(by, DAY))


def test_every_word_says_what_it_means() -> None:
    assert {word(*meant) for meant in WORDS.values()} == set(WORDS)
    assert word(Relation.ORIGIN, Judgement.TAKEN_BACK) == "taken-back"


def test_a_star_ties_all_claims_of_both() -> None:
    assert star(("b", "d"), ("a", "c")) == [("a", "b"), ("a", "d"), ("b", "c")]
    assert star(("a",), ("b",)) == [("a", "b")]
