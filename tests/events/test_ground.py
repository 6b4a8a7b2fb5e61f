import pytest

from onrecord.events.ground import Spot, bare, closest, relation, spot, spots, town
from onrecord.records import Attribution, Claim, Extent, Place, PlaceRole, Span

ZERO = Span(start=0, end=0)


def place(
    name: str, precision: Extent, country: str | None = "XA", region: str | None = None, role: PlaceRole = PlaceRole.AT
) -> Place:
    return Place(span=ZERO, name=name, precision=precision, country=country, region=region, role=role)


REGION = spot(place("Lund region", Extent.REGION, region="Lund Oblast"))
TOWN = spot(place("Brin", Extent.SETTLEMENT, region="Lund"))
OTHER = spot(place("Torva", Extent.SETTLEMENT, region="Lund Oblast"))
FAR = spot(place("Brin", Extent.SETTLEMENT, region="Sava"))
SOMEWHERE = spot(place("Hollow Creek", Extent.SETTLEMENT))
LAND = spot(place("Averia", Extent.COUNTRY))
ABROAD = spot(place("Borland", Extent.COUNTRY, "XB"))
SEA = spot(place("the Grey Sea", Extent.FEATURE, None))
FRONT = spot(place("Lund front", Extent.FRONT, None))


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (REGION, REGION, 1.0),
        (TOWN, REGION, 0.75),
        (TOWN, OTHER, -1.0),
        (TOWN, FAR, -1.0),
        (TOWN, SOMEWHERE, -1.0),
        (SOMEWHERE, REGION, None),
        (TOWN, LAND, 0.3),
        (REGION, ABROAD, -1.0),
        (SEA, TOWN, None),
        (FRONT, REGION, 1.0),
        (FRONT, TOWN, 0.75),
    ],
)
def test_places_within_places(left: Spot, right: Spot, expected: float | None) -> None:
    assert relation(left, right) == relation(right, left) == expected


def test_the_best_pair_counts_and_nothing_known_abstains() -> None:
    assert closest((FAR, TOWN), (REGION,)) == 0.75
    assert closest((SEA,), (REGION,)) is None
    assert closest((), (REGION,)) is None


def test_launch_sites_are_not_where_it_happened() -> None:
    places = (place("Brin", Extent.SETTLEMENT, role=PlaceRole.FROM), place("Torva", Extent.SETTLEMENT))
    claim = Claim(document="d", attribution=Attribution(), proposition=ZERO, sentence=ZERO, places=places)
    assert [s.name for s in spots(claim)] == ["torva"]


def test_generic_parts_of_names_do_not_matter() -> None:
    assert bare("Lund Oblast") == bare("the Lund region") == "lund"
    assert bare("City") == "city"


def test_a_town_is_one_settlement_of_a_known_region() -> None:
    brin, torva = (Spot(level=4, name=name, region="lund", country="XA") for name in ("brin", "torva"))
    assert town((brin,)) == "lund/brin"
    assert town((torva, brin)) == town(()) == town((Spot(level=4, name="brin", region="", country="XA"),)) == ""
    assert town((Spot(level=2, name="lund", region="lund", country="XA"),)) == ""
    assert relation(brin, torva) == -1.0


def test_a_namesake_lies_in_the_region_named_beside_it() -> None:
    town, region = place("Brin", Extent.SETTLEMENT, None), place("Sava region", Extent.REGION, "XA", "Sava")
    whole = Span(start=0, end=9)
    told = Claim(document="d", attribution=Attribution(), proposition=whole, sentence=whole, places=(town, region))
    assert [(s.level, s.region) for s in spots(told)] == [(4, "sava")], "its region is no place beside it"
