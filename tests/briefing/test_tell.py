from typing import Any

from msgspec.structs import replace

from onrecord.briefing import tell as room
from onrecord.briefing.accounts import alike, hedges
from onrecord.briefing.notebook import Notebook
from onrecord.records import Length, Measure, Quantity, Score, Span, Stance

POINTS = Score(event="e-0", severity=1, origins=1, sides=0, novelty=0, scope=0, total=2)


def told(desk: Any, event: Any, **rest: Any) -> Any:
    book = Notebook(desk.shelf, Length(), frozenset(), **rest)
    return room.tell(event, tuple(desk.claims.values()), POINTS, False, book), book


def test_a_carrier_is_counted_and_not_repeated(desk: Any, tell: Any) -> None:
    made, _ = told(desk, tell["depot"](desk))
    _, both = made.drafts
    assert {c.speaker.name for c in both.claims if c.speaker} >= {"Norland's staff"}
    assert [c.document for c in both.carried] == [desk.documents[1].id]


def test_what_was_told_is_not_told_again(desk: Any, tell: Any) -> None:
    event = tell["tally"](desk)
    first, book = told(desk, event)
    again = room.tell(event, tuple(desk.claims.values()), POINTS, False, book)
    assert [d.form for d in first.drafts] == ["tally"]
    assert not again.drafts


def test_a_refused_draft_stays_out(desk: Any, tell: Any) -> None:
    event = tell["soldiers"](desk)
    first, _ = told(desk, event)
    book = Notebook(desk.shelf, Length(), frozenset({first.drafts[0].key}))
    second = room.tell(event, tuple(desk.claims.values()), POINTS, False, book)
    assert first.drafts[0].key not in {d.key for d in second.drafts}


def test_who_hedged_is_not_told_without_the_hedge(desk: Any, tell: Any) -> None:
    event = tell["soldiers"](desk)
    copy = desk.report(
        "post", "Ada Berg said that Sudland had begun to use Ostian soldiers in assaults, in mixed units."
    )
    bold = desk.claim(
        copy, "Sudland had begun…mixed units", speaker="Ada Berg", party="Norland", cue="said", kind="force_movement"
    )
    made, _ = told(desk, event, hedged=hedges(desk.shelf))
    assert "Ada Berg" in hedges(desk.shelf)
    assert bold not in [d.claims[0] for d in made.drafts]


def test_other_figures_are_another_word(desk: Any, tell: Any) -> None:
    tell["clash"](desk)
    one, other = desk.claims.values()
    assert alike(one, one, desk.shelf)
    assert not alike(one, other, desk.shelf)


def test_what_was_said_on_an_earlier_day_is_not_told_again(desk: Any, said: Any) -> None:
    """Three days of one statement: told once; with a new figure it is news again."""
    claims = []
    for day, text in ((12, "Drones had hit the depot at Vell and killed nine guards"),
                      (14, "drones had hit the depot at Vell and had killed nine guards"),):  # fmt: skip
        document = desk.report("wire", f"Ada Berg said {text}.", 9, day)
        counts = (Quantity(span=find(document, "nine"), measure=Measure.KILLED, value=9, object="person"),)
        claims.append(desk.claim(document, text, speaker="Ada Berg", party="Norland", cue="said", counts=counts))
    event = desk.event("strike_impact", *claims)
    assert said(desk.write()) == []
    ten = desk.report("wire", "Ada Berg said drones had hit the depot at Vell and killed ten guards.", 12)
    counts = (Quantity(span=find(ten, "ten"), measure=Measure.KILLED, value=10, object="person"),)
    new = desk.claim(ten, "drones had…ten guards", speaker="Ada Berg", party="Norland", cue="said", counts=counts)
    desk.events = [replace(event, claims=(*event.claims, new.id))]
    assert [t for t in said(desk.write()) if "10 guards" in t]


def find(document: Any, word: str) -> Span:
    at = document.text.index(word)
    return Span(start=at, end=at + len(word))


def test_a_greeting_and_an_outlets_colour_are_no_news(desk: Any) -> None:
    text = "Good morning, Harno, Olin Marr said. Buses ran past Harno with closed windows.\n"
    text += "A depot burned in Vell, Marr said."
    report = desk.report("wire", text)
    voice = {"speaker": "Olin Marr", "party": "Sudland"}
    hello = desk.claim(report, "Good morning, Harno", cue="said", kind="other", **voice)
    buses = desk.claim(report, "Buses ran past Harno with closed windows.", kind="other")
    fire = desk.claim(report, "A depot burned in Vell", cue="said.", **voice)
    made, _ = told(desk, desk.event("strike_impact", hello, buses, fire))
    assert [d.claims[0] for d in made.drafts] == [fire]


def test_a_bystander_who_counts_nobody_is_not_told_beside_what_an_office_says(desk: Any) -> None:
    first = desk.report("wire", "A depot burned in Vell, Olin Marr said.")
    fire = desk.claim(first, "A depot burned in Vell", speaker="Olin Marr", party="Sudland", cue="said")
    other = desk.report("post", "Its staff saw the injured in Vell on Monday, the high court said.")
    court = {"speaker": "Westmark's high court", "party": "Westmark", "cue": "said", "kind": "casualty_toll"}
    seen = desk.claim(other, "Its staff saw…Monday", **court)
    made, _ = told(desk, desk.event("strike_impact", fire, seen))
    assert [d.claims[0] for d in made.drafts] == [fire]


def test_a_side_denies_an_event_once(desk: Any) -> None:
    voice = {"speaker": "Sudland's defence ministry", "party": "Sudland", "stance": Stance.DENIED, "cue": "denied"}
    made = []
    for source, content in (("wire", "hitting the market of Harno"), ("post", "that its forces had fired at Harno")):
        report = desk.report(source, f"Sudland's defence ministry denied {content}.")
        made.append(desk.claim(report, content, **voice))
    drafts = told(desk, desk.event("strike_impact", *made))[0].drafts
    assert len(drafts) == 1
