from msgspec.structs import replace

from onrecord.events.ground import Spot
from onrecord.events.sites import Sites
from onrecord.records import Site, Story

BRIN = Site(name="Brin", aliases=("Brinn",), precision="settlement", region="Lund")
TORVA = Site(name="Torva", precision="settlement", region="Lund")
LUND = Site(name="Lund region", precision="region")
CAPITAL = Site(name="Averia", precision="settlement")


def test_one_place_is_named_or_none(story: Story) -> None:
    sites = Sites(replace(story, sites=(BRIN, TORVA, LUND, CAPITAL)))
    assert [s.name for s in sites.named("BRIN: a fire, 20 km from Brinn")] == ["brin"]
    assert [s.region for s in sites.named("Brin in Lund region")] == ["lund"], "the town before the region"
    assert [s.name for s in sites.named("A night over Lund region")] == ["lund"]
    assert sites.named("Between Brin and Torva") == () == sites.named("Averia says so")
    assert Sites(story).named("Brin") == ()


def test_a_namesake_lies_where_its_speaker_holds_office(story: Story) -> None:
    far = Site(name="Brin", precision="settlement", region="Sava")
    sites, open_ = Sites(replace(story, sites=(BRIN, far, LUND))), Spot(4, "brin", "", "")
    assert [s.region for s in sites.ruled((open_,), "Sava region")] == ["sava"]
    for spot, seat in ((open_, "Kell region"), (open_, ""), (Spot(4, "brin", "lund", "XA"), "Sava region")):
        assert sites.ruled((spot,), seat) == (spot,)


def test_a_heading_is_one_place_and_nothing_else(story: Story) -> None:
    sites = Sites(replace(story, sites=(BRIN, TORVA)))
    assert [s.name for s in sites.heading("Brin:")] == ["brin"]
    assert sites.heading("Brin burns:") == () == sites.heading("Fires near Brin:") == Sites(story).heading("Brin:")
    assert sites.any("Smoke over Torva") and not sites.any("Smoke over Hollow Creek")
