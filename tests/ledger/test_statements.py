"""Claims are taken apart into statements, and put together again."""

from datetime import UTC, datetime, timedelta, timezone

import msgspec
import pytest

from onrecord.ledger.statements import PROPERTIES, rebuild, state
from onrecord.records import Attribution, Claim, Moment, Place, Precision, Quantity, Record, Span, Speaker, Stance
from onrecord.records.place import Extent
from onrecord.records.quantity import Measure

NOON = datetime(2024, 12, 14, 12, tzinfo=UTC)
SPAN = Span(start=3, end=9)
BARE = Claim(document="d-1", attribution=Attribution(), proposition=SPAN, sentence=SPAN)


def test_bare_claim_states_only_where_it_is() -> None:
    assert [s.property for s in state(BARE, "reader 1", NOON)] == ["attribution", "proposition", "sentence"]


def test_every_property_of_a_claim_is_stated() -> None:
    full: dict[str, Record | bool | str | tuple[Record, ...]] = {
        "stance": Stance.DENIED,
        "kind": 'odd "kind" \\ ё',
        "quantities": (Quantity(span=SPAN, measure=Measure.AREA, value=1.5, high=1e22),),
        "places": (Place(span=SPAN, name="Ahm", precision=Extent.POINT, lat=-0.1, lon=179.999999),),
        "moment": Moment(earliest=NOON, latest=None, precision=Precision.OPEN, rule="since"),
        "background": True,
        "hedge": SPAN,
        "debunked": True,
    }
    claim = msgspec.structs.replace(BARE, **full)
    stated = list(state(claim, "reader 1", NOON))
    assert {s.property for s in stated} == {"attribution", "proposition", "sentence", *full}
    assert rebuild("d-1", ((s.claim, s.property, s.value) for s in stated)) == (claim,)


def test_properties_are_all_fields_but_the_ids() -> None:
    assert {*PROPERTIES, "document", "id"} == {field.name for field in msgspec.structs.fields(Claim)}


def test_unfit_statements_are_refused() -> None:
    triples = [(s.claim, s.property, s.value) for s in state(BARE, "reader 1", NOON)]
    with pytest.raises(msgspec.ValidationError):
        rebuild("d-1", [*triples, (BARE.id, "colour", '"red"')])
    with pytest.raises(msgspec.ValidationError, match="does not fit"):
        rebuild("d-2", triples)


def test_what_claims_share_is_held_once() -> None:
    heard = [
        Claim(
            document="d-1",
            attribution=Attribution(),
            proposition=Span(start=at, end=9),
            sentence=SPAN,
            speaker=Speaker(name="Una Holt"),
        )
        for at in (3, 4)
    ]
    one, two = rebuild("d-1", [(s.claim, s.property, s.value) for c in heard for s in state(c, "reader 1", NOON)])
    assert (one, two) == tuple(heard)
    assert one.speaker is two.speaker and one.document is two.document


def test_one_instant_keeps_the_zone_that_it_was_told_in() -> None:
    east = timezone(timedelta(hours=2))
    for zone, at in ((UTC, 3), (east, 4)):
        told = Moment(earliest=NOON.astimezone(zone), latest=NOON.astimezone(zone), precision=Precision.HOUR, rule="at")
        made = Claim(
            document="d-1", attribution=Attribution(), proposition=Span(start=at, end=9), sentence=SPAN, moment=told
        )
        (found,) = rebuild("d-1", [(s.claim, s.property, s.value) for s in state(made, "reader 1", NOON)])
        assert found.json() == made.json()
