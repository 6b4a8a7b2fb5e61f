"""Whose a voice without a name is taken for."""

import time
from collections.abc import Sequence

from onrecord.claims.camps import REACH, Camps
from onrecord.claims.cast import Cast


def camps(text: str, cast: Cast, grounds: Sequence[tuple[int, str | None]] = ()) -> Camps:
    return Camps(cast.mentions(text), grounds)


def test_a_voice_is_of_the_land_of_the_last_place_before_it(cast: Cast) -> None:
    text = "Tolland shelled Quell, and Tolland fired again. A fireman wept."
    assert camps(text, cast, [(text.index("Quell"), "Varland")]).at(text.index("A fireman")) == "Varland"


def test_on_land_of_which_nothing_is_known_it_stays_nobodys(cast: Cast) -> None:
    text = "Tolland shelled Quell, and Tolland fired again. A fireman wept."
    assert camps(text, cast, [(text.index("Quell"), None)]).at(text.index("A fireman")) is None


def test_without_a_place_it_is_of_the_only_party(cast: Cast) -> None:
    text = "Varland counted its dead. Varland waited. A fireman wept."
    assert camps(text, cast).at(text.index("A fireman")) == "Varland"


def test_where_two_parties_are_named_it_stays_nobodys(cast: Cast) -> None:
    text = "Varland counted its dead. Tolland was silent. Varland waited. A fireman wept."
    assert camps(text, cast).at(text.index("A fireman")) is None
    assert camps(text, cast).last(text.index("A fireman")) == "Varland"


def test_a_place_tells_whose_land_it_is(cast: Cast) -> None:
    assert camps("In Quell a fireman wept.", cast, [(3, "Varland")]).at(9) == "Varland"


def test_nothing_is_told_of_before_or_far_behind(cast: Cast) -> None:
    assert camps("A fireman wept. Varland waited.", cast).at(0) is None
    text = "Varland. " + "x" * (REACH + 1)
    assert camps(text, cast).at(len(text)) is None


def test_many_names_and_places_take_linear_time(cast: Cast) -> None:
    text = "Tolland met in Quell. " * 10_000
    grounds = [(at, "Varland") for at in range(15, len(text), 22)]
    started = time.process_time()
    assert camps(text, cast, grounds).last(len(text)) == "Varland"
    assert time.process_time() - started < 4


def test_a_body_is_of_the_party_that_has_one_and_is_told_of_first_and_last(cast: Cast) -> None:
    text = "Varland met Tolland. Varland's troops left. Tolland stayed. The army wept."
    both, one = frozenset(("Varland", "Tolland")), frozenset(("Varland",))
    told = camps(text, cast)
    assert told.whose(text.index("Tolland stayed"), both) == "Varland"
    assert told.whose(len(text), both) is None
    assert told.whose(len(text), one) == "Varland"
    assert told.whose(0, both) is None


def test_a_body_is_not_of_the_party_of_which_only_adjectives_tell(cast: Cast) -> None:
    assert camps("Varlandish drones fell.", cast).whose(20, frozenset(("Varland", "Tolland"))) is None
