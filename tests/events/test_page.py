from collections.abc import Callable

from onrecord.events.page import Page
from onrecord.records import Claim, Document

Say = Callable[..., tuple[Document, Claim]]
LEAD = "The dam above the old mill at Brin gave way on Sunday and water ran through four streets."
NEXT = "Forty families left their homes before noon, and the road to Torva was closed."
TAIL = "The mayor went to see the bridge later in the day."


def test_a_page_knows_its_sentences(say: Say) -> None:
    page = Page(say(f"{LEAD} {NEXT}\n{TAIL}")[0])
    assert [page.words[a] for a, _ in page.sentences] == ["the", "forty", "the"]


def test_one_endless_line_is_read_in_time(say: Say) -> None:
    assert len(Page(say("x." * 300_000)[0]).words) == 300_000
