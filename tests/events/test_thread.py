"""Linking step by step is linking the whole, to the byte, whatever comes, goes and is judged, and in whatever order."""

import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from unittest.mock import patch

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from onrecord.events import echo, rows
from onrecord.events.link import link
from onrecord.events.tables import Weights, weights
from onrecord.events.thread import Thread
from onrecord.records import (
    Actor,
    Attribution,
    Claim,
    Document,
    Event,
    Extent,
    Judgement,
    Link,
    Measure,
    Moment,
    Place,
    PlaceRole,
    Precision,
    Quantity,
    Relation,
    Scope,
    Span,
    Speaker,
    Stance,
    Story,
    View,
)

Said = tuple[Document, Claim]
Written = tuple[Document, tuple[Claim, ...]]
BEGIN = datetime(2031, 5, 4, tzinfo=UTC)
SOURCES = ["air", "mod", "wire", "herald", "gazette", "post", "monitor", "nobody"]
SPEAKERS = ["Averia's air force", "Borland's defence ministry", "Governor Ilm Taro", "Mayor Una Holt", None, None]
KINDS = ["aerial_attack", "interception", "strike_impact", "casualty_toll", "ground_clash", "diplomacy"]
LINES = [
    "{who} said that {n} drones were shot down over {place} in the night, and that the mill at the old bridge burned.",
    "A drone struck the grain mill at {place} and {n} people were killed, by the account of {who}.",
    "In {place} {n} people were wounded when the market beside the river was hit.",
    "{who} has counted {n} in all since the spring.",
    "Troops hold {place}.",
]
TOWN, REGION = Extent.SETTLEMENT, Extent.REGION
PLACES = [("Brin", TOWN, "Lund"), ("Torva", TOWN, "Lund"), ("Kell region", REGION, "Kell")]
ROUND = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


def write(seed: int) -> Written:
    """A report of one to four sentences, each a claim. Little varies, so that much meets, copies and excludes."""
    dice = random.Random(seed)
    published = BEGIN + timedelta(hours=dice.choice([0, 0, 5, 6, 7, 20, 30, 60, 100, 250]), minutes=dice.randrange(3))
    told = [
        (dice.choice(LINES), dice.choice(PLACES), dice.choice(SPEAKERS), dice.choice([3, 7, 58]))
        for _ in range(dice.randint(1, 4))
    ]
    lines = [line.format(who=who or "an official", n=n, place=place[0]) for line, place, who, n in told]
    text = " ".join(lines)
    document = Document(source=dice.choice(SOURCES), address=str(seed), title="", text=text, published=published)
    claims, at = [], 0
    for line, (_, place, who, n) in zip(lines, told, strict=True):
        claims.append(claim(dice, document, Span(start=at, end=at + len(line)), place, who, n, "in all" in line))
        at += len(line) + 1
    return document, tuple({c.id: c for c in claims}.values())


def claim(
    dice: random.Random,
    document: Document,
    span: Span,
    place: tuple[str, Extent, str],
    who: str | None,
    n: int,
    total: bool,
) -> Claim:
    kind = "casualty_toll" if total else dice.choice(KINDS)
    day = BEGIN + timedelta(days=dice.randrange(3))
    moment = Moment(earliest=day, latest=day + timedelta(days=1), precision=Precision.DAY, rule="weekday")
    measure = Measure.KILLED if kind == "casualty_toll" else Measure.SHOT_DOWN
    scope = Scope.CUMULATIVE if total else Scope.WHOLE
    party = dice.choice(["Averia", "Borland", None])
    name, extent, region = place
    return Claim(
        document=document.id,
        attribution=Attribution(content=(span,)),
        proposition=span,
        sentence=span,
        speaker=Speaker(name=who, rule="named") if who else None,
        stance=dice.choice([Stance.ASSERTED, Stance.ASSERTED, Stance.DENIED]),
        kind=kind,
        agent=Actor(span=span, name=party, party=party) if party else None,
        quantities=(Quantity(span=span, measure=measure, value=n, object="drone", scope=scope),)
        if dice.random() < 0.7
        else (),
        places=(Place(span=span, name=name, precision=extent, country="XA", region=region, role=PlaceRole.AT),),
        moment=moment if dice.random() < 0.6 else None,
        background=dice.random() < 0.1,
    )


def view(written: list[Written], links: tuple[Link, ...] = ()) -> View:
    claims = tuple(c for _, told in written for c in told)
    return View(cutoff=BEGIN, documents=tuple(d for d, _ in written), claims=claims, links=links)


def shown(events: tuple[Event, ...]) -> list[bytes]:
    return [e.json() for e in events]


@contextmanager
def narrow() -> Iterator[None]:
    """Limits so small that few reports reach them."""

    def small() -> Weights:
        table = weights()
        limits = replace(table.echo, earliest=2, sources=2, days=3.0)
        return replace(table, echo=limits, block=replace(table.block, neighbours=3))

    with patch.object(rows, "weights", small), patch.object(echo, "weights", small):
        yield


seeds = st.lists(st.integers(0, 400), unique=True, min_size=1, max_size=24)


@ROUND
@given(seeds=seeds, cuts=st.lists(st.integers(0, 24), max_size=4), tight=st.booleans())
def test_extending_step_by_step_is_linking_the_whole(
    story: Story, seeds: list[int], cuts: list[int], tight: bool
) -> None:
    written = [write(seed) for seed in seeds]
    with narrow() if tight else patch.object(rows, "weights", weights):
        thread, edges = Thread(story), sorted({0, *cuts, len(written)})
        for begin, end in pairwise(edges):
            events = thread.extend(view(written[begin:end]))
            assert shown(events) == shown(link(view(written[:end]), story))


@ROUND
@given(data=st.data(), seeds=seeds, tight=st.booleans())
def test_whatever_comes_goes_and_is_judged_the_events_are_those_of_what_is_held(
    story: Story, data: st.DataObject, seeds: list[int], tight: bool
) -> None:
    """The window moves on, late reports come in, texts are read better, people judge and take it back."""
    pool = {d.id: (d, told) for d, told in map(write, seeds)}
    ids = sorted(c.id for _, told in pool.values() for c in told)
    with narrow() if tight else patch.object(rows, "weights", weights):
        thread = Thread(story)
        links: dict[tuple[str, str], Link] = {}
        for _ in range(data.draw(st.integers(1, 4))):
            held = [pool[id] for id in data.draw(st.lists(st.sampled_from(sorted(pool)), unique=True))]
            held = [(d, told[1:] if data.draw(st.integers(0, 5)) == 5 else told) for d, told in held]
            for _ in range(data.draw(st.integers(0, 2))):
                pair = sorted(data.draw(st.lists(st.sampled_from(ids), min_size=2, max_size=2)))
                judgement, hours = data.draw(st.sampled_from(Judgement)), data.draw(st.integers(0, 9))
                made = Link(
                    left=pair[0],
                    right=pair[1],
                    relation=data.draw(st.sampled_from(Relation)),
                    judgement=judgement,
                    by="ed",
                    at=BEGIN + timedelta(hours=hours),
                )
                links[(pair[0], pair[1])] = made
            if links and data.draw(st.sampled_from([0, 1])):
                links.popitem()
            seen = view(held, tuple(links.values()))
            assert shown(thread.follow(seen)) == shown(link(seen, story))


@ROUND
@given(seeds=seeds, more=st.integers(401, 500), at=st.integers(0, 24))
def test_an_event_in_no_touched_file_keeps_its_bytes(story: Story, seeds: list[int], more: int, at: int) -> None:
    thread = Thread(story)
    before = {e.key: e for e in thread.extend(view([write(s) for s in seeds]))}
    was = {h.cards[0].id: h for h in thread.home.values()}
    after = thread.extend(view([write(more)]))
    now = {h.cards[0].id: h for h in thread.home.values()}
    changed = [h.scene for key, h in now.items() if was.get(key) is not h]
    changed += [h.scene for key, h in was.items() if now.get(key) is not h]
    files = {f for scene in changed for f in scene.files}
    matters = {m for scene in changed for m in scene.matters}
    for event in after:
        scene = now[event.key].scene
        if now[event.key] is was.get(event.key) and files.isdisjoint(scene.files) and matters.isdisjoint(scene.matters):
            assert event is before[event.key]


def test_forgetting_all_leaves_nothing_behind(waves: list[Said], view: Callable[..., View], story: Story) -> None:
    thread = Thread(story)
    assert thread.extend(view(*waves))
    assert thread.forget([d.id for d, _ in waves]) == ()
    rows, echoes, beside = thread.rows, thread.echoes, thread.beside
    assert not any((thread.documents, thread.home, thread.groups.leaves, thread.groups.joined))
    assert not any(
        (rows.pairs.numbers, *rows.pairs.rows, rows.cards, rows.files.files, rows.twins.files, rows.twins.first)
    )
    assert not any((thread.bars.sample, thread.bars.known, thread.bars.form))
    assert not any((echoes.home, echoes.sources, echoes.files.files, echoes.grams.known))
    assert not any((beside.files, beside.totals, beside.single))


def test_what_was_seen_already_costs_no_linking(waves: list[Said], view: Callable[..., View], story: Story) -> None:
    thread = Thread(story)
    first = thread.extend(view(*waves))
    again = thread.follow(view(*waves))
    assert all(a is b for a, b in zip(first, again, strict=True))


def test_a_judgement_alone_is_enough(waves: list[Said], view: Callable[..., View], story: Story) -> None:
    thread = Thread(story)
    thread.extend(view(*waves))
    left, right = sorted((waves[0][1].id, waves[2][1].id))
    ruled = Link(left=left, right=right, by="editor", at=BEGIN)
    events = thread.extend(View(cutoff=BEGIN, links=(ruled,)))
    assert any({left, right} <= set(e.claims) for e in events)
    assert shown(events) == shown(link(replace(view(*waves), links=(ruled,)), story))


@pytest.mark.parametrize("reverse", [False, True])
def test_one_report_at_a_time_in_any_order(
    waves: list[Said], view: Callable[..., View], story: Story, reverse: bool
) -> None:
    thread, events = Thread(story), tuple[Event, ...]()
    for said in waves[::-1] if reverse else waves:
        events = thread.extend(view(said))
    assert shown(events) == shown(link(view(*waves), story))
