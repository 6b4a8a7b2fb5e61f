"""The names are labelled soundly, the scorer tells right from wrong, and no score falls below its floor."""

import tomllib
from collections import Counter
from pathlib import Path

import pytest
from evals.names import HALVES, Case, cases, judge, outcomes, share

from onrecord.records import Extent, Place, Span

ROOT = Path(__file__).parents[2]
FLOORS = tomllib.loads((ROOT / "evals/floors.toml").read_text(encoding="utf-8"))["names"]
KINDS = {*map(str, Extent), "open", "none"}


def case(kind: str, lat: float | None = None) -> Case:
    return Case("x", "tune", ("bare",), (), "Quell", 0, 5, kind, "UA", "Sumy", lat, lat)


def place(precision: str = "settlement", lat: float | None = None, region: str | None = "Sumy") -> Place:
    span = Span(start=0, end=5)
    return Place(span=span, name="Quell", precision=Extent(precision), country="UA", region=region, lat=lat, lon=lat)


def test_every_case_is_whole() -> None:
    chosen = list(cases())
    assert len({(c.file, c.text, c.start) for c in chosen}) == len(chosen) >= 250
    halves = Counter(c.half for c in chosen)
    assert abs(halves["held"] * 2 - halves["tune"]) < 10 and halves["look"] == halves["blind"] > 50
    for c in chosen:
        assert KINDS.issuperset(c.kind.split("|")) and c.text[c.start : c.end].strip() and len(c.country) in (0, 2)
        assert c.kind != "settlement" or c.lat is not None or c.region, c.text


@pytest.mark.parametrize(
    ("asked", "made", "became"),
    [
        (case("settlement", 50.0), place(lat=50.1), "pinned"),
        (case("settlement", 50.0), place(lat=51.0), "false pin"),
        (case("settlement", 50.0), place("region", lat=50.1), "false pin"),
        (case("settlement", 50.0), place(), "regional"),
        (case("settlement", 50.0), place(region=None), "missed"),
        (case("settlement", 50.0), None, "missed"),
        (case("region"), place("region", lat=50.0), "told"),
        (case("settlement|region", 50.0), place("region", lat=51.0), "told"),
        (case("settlement|point", 50.0), place("point", lat=50.1), "pinned"),
        (case("settlement|point", 50.0), place("point", lat=51.0), "false pin"),
        (case("region"), place("region", lat=50.0, region="Lviv"), "false pin"),
        (case("front"), place(), "false"),
        (case("open"), place(), "abstained"),
        (case("open"), place(lat=50.0), "false pin"),
        (case("open"), place(region="Lviv"), "false"),
        (case("open"), None, "missed"),
        (case("none"), None, "told"),
        (case("none"), place(), "false"),
    ],
)
def test_a_place_is_judged_by_what_was_asked(asked: Case, made: Place | None, became: str) -> None:
    assert judge(asked, made) == became


def test_no_score_falls_below_its_floor() -> None:
    found = outcomes()
    pins = Counter(o.case.half for o in found if o.became == "false pin")
    assert {half: round(share(found, half), 3) for half in HALVES if share(found, half) < FLOORS[half]} == {}
    assert {half: n for half, n in pins.items() if n > FLOORS[f"{half} false pins"]} == {}
