"""What others would build answers in the form that is marked, from nothing but the documents."""

from itertools import pairwise
from typing import Any

import msgspec
import pytest
from evals.marking.answer import Day
from evals.peers import ask
from evals.peers.copies import groups, sentences
from evals.peers.lead import lead3
from hypothesis import given
from hypothesis import strategies as st
from tests.evals.small import DAYS, TEXTS

HARBOUR = ["drones", "fell", "on", "the", "harbour", "and", "nobody", "saw", "them", "come"]
WORDS = st.lists(st.sampled_from(HARBOUR), max_size=9)


def case(day: int) -> dict[str, Any]:
    known = [url for url in TEXTS if DAYS[url] <= day]
    rows = [{"url": url, "source": url, "day": DAYS[url], "title": url, "text": TEXTS[url]} for url in known]
    return {"day": day, "documents": rows}


def test_a_story_is_confirmed_by_each_publication_that_carries_it() -> None:
    day = msgspec.convert(lead3(case(1)), Day)
    assert [(len(e.claims), e.independent, e.rulings[0].kind) for e in day.events] == [(4, 2, "agree")]
    assert [line.text for line in day.lines] == [TEXTS["a"][:53], TEXTS["a"][54:]]


def test_only_the_day_s_documents_are_told() -> None:
    day = msgspec.convert(lead3(case(3)), Day)
    assert {p.url for line in day.lines for p in line.pieces} == {"d"}
    assert {e.independent for e in day.events} == {1, 2}


def test_clusters_hold_numbers_against_each_other() -> None:
    answers = ask("clusters.tfidf", [case(3)])
    if answers is None:
        pytest.skip("scikit-learn is not installed in .venv-evals: `make eval` installs it")
    day = msgspec.convert(answers[0], Day)
    together = next(e for e in day.events if len(e.claims) > 2)
    assert {url for o in together.origins for url in o if url.startswith(("a", "b"))} == {*together.origins[0]}
    assert together.independent == 2
    assert "agree" in {r.kind for r in together.rulings}


@given(st.lists(WORDS, max_size=5))
def test_copies_are_found_in_any_order_and_a_text_copies_itself(words: list[list[str]]) -> None:
    texts = [" ".join(w) for w in words]
    found, back = groups(texts), groups(texts[::-1])[::-1]
    pairs = [(a, b) for a in range(len(texts)) for b in range(a)]
    assert [found[a] == found[b] for a, b in pairs] == [back[a] == back[b] for a, b in pairs]
    assert all(found[a] == found[b] for a, b in pairs if texts[a] == texts[b])


@given(st.text(alphabet="ab. \n!?", max_size=40))
def test_sentences_stand_apart_and_leave_no_letter_out(text: str) -> None:
    spans = sentences(text)
    assert all(a < b for a, b in spans)
    assert all(left[1] <= right[0] for left, right in pairwise(spans))
    told = "".join(text[a:b] for a, b in spans)
    assert [c for c in told if c.isalpha()] == [c for c in text if c.isalpha()]
