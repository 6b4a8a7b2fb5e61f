import time
from datetime import date
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.claims.gazetteer import Gazetteer, fold
from onrecord.claims.places import Locator
from onrecord.records import Extent, Party, Site, Story

STORY = Story(
    title="t",
    first_day=date(2022, 2, 24),
    time_zone="UTC",
    countries=("UA", "RU"),
    parties=(Party(name="Ukraine", adjectives=("Ukrainian",), aliases=("Kyiv",), country="UA"),),
    sites=(Site(name="Quell", precision="settlement"), Site(name="Low Front", precision="front")),
)
LOCATOR = Locator(STORY, Gazetteer.open())
WORDS = """
in from to over the of and , . Kyiv Kursk Oryol region regions front Donetsk Paris Texas Ukraine Ukraine's Russia
said Biden Hunter Mr Springfield Ivanivka village district New York City County Sea Azov Quell Low Front
U.S. Ind. La. 's
""".split()  # noqa: SIM905
texts = st.one_of(st.text(max_size=200), st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join))


@settings(deadline=None, max_examples=400)
@given(texts)
def test_places_stand_on_their_characters_and_abstain_wholly(text: str) -> None:
    places = LOCATOR.places(text)
    for place in places:
        assert 0 <= place.span.start < place.span.end <= len(text)
        assert place.name and place.reason
        assert (place.lat is None) == (place.lon is None)
        assert place.precision not in (Extent.FRONT, Extent.UNKNOWN) or place.lat is None
    spans = [p.span for p in places]
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert places == LOCATOR.places(text)


@given(st.text(max_size=60))
def test_folding_twice_changes_nothing(name: str) -> None:
    assert fold(fold(name)) == fold(name)


def seconds(text: str) -> float:
    start = time.process_time()
    LOCATOR.places(text)
    return time.process_time() - start


def test_one_line_of_five_megabytes_and_ten_thousand_numbers() -> None:
    assert seconds("x" * 5_000_000) < 5
    assert seconds("word " * 1_000_000) < 10
    assert seconds(" ".join(map(str, range(10_000)))) < 2
    assert seconds("Xyzzy " * 50_000) < 10
