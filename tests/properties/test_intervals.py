import time
from datetime import date, datetime
from itertools import pairwise
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.claims.moments import moment, moments
from onrecord.records import Span

KYIV = ZoneInfo("Europe/Kyiv")
WORDS = """
on in at by since until before after from to between and the of night overnight morning Saturday Friday next last
this week month year day days three 14 15 December August 2024 2024-12-13 13/12/2024 09:00 7 a.m. GMT ago past
earlier later will said was midnight noon dawn early late summer weekend 1,026 war , . 's - 99999 coming tomorrow
""".split()  # noqa: SIM905
texts = st.one_of(st.text(max_size=200), st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join))
published = st.none() | st.datetimes(datetime(1950, 1, 1), datetime(2100, 1, 1)).map(lambda d: d.replace(tzinfo=KYIV))


@settings(deadline=None, max_examples=400)
@given(texts, published)
def test_spans_are_exact_and_intervals_run_forward(text: str, when: datetime | None) -> None:
    span = Span(start=0, end=len(text))
    found = moments(text, span, when, KYIV, date(2022, 2, 24))
    for one in found:
        assert one.span and span.holds(one.span) and one.span.of(text).strip() == one.span.of(text)
        assert one.earliest is None or one.latest is None or one.earliest < one.latest
        assert one.rule
    spans = [m.span for m in found if m.span]
    assert all(a.end <= b.start for a, b in pairwise(spans))


@settings(deadline=None, max_examples=200)
@given(texts, published, st.integers(0, 200), st.integers(0, 200))
def test_any_proposition_has_a_moment_or_none(text: str, when: datetime | None, one: int, two: int) -> None:
    start, end = sorted((min(one, len(text)), min(two, len(text))))
    found = moment(text, Span(start=start, end=end), Span(start=0, end=len(text)), when, KYIV)
    assert found is not None or when is None


def seconds(text: str) -> float:
    start = time.process_time()
    moments(text, Span(start=0, end=len(text)), datetime(2024, 12, 14, 9, tzinfo=KYIV), KYIV)
    return time.process_time() - start


def test_one_line_of_five_megabytes_and_ten_thousand_numbers() -> None:
    assert seconds("x" * 5_000_000) < 5
    assert seconds("word " * 1_000_000) < 10
    assert seconds(" ".join(map(str, range(10_000)))) < 2
