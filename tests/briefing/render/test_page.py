"""The page: every sentence opens its evidence, nothing is loaded, nothing in the data can become markup."""

import re

import msgspec
import pytest

from onrecord.briefing.render import FORMATS, page
from onrecord.records import Briefing


def test_every_sentence_cell_and_bar_opens_its_evidence(briefing: Briefing) -> None:
    html = page(briefing)
    links = re.findall(r'class="s"[^>]*href="#(n-[^"]+)"', html)
    assert len(links) == 4
    assert all(f'<li id="{link}">' in html for link in links)


def test_evidence_is_highlighted_in_context(briefing: Briefing) -> None:
    assert "…The water board said <mark>12 of 40 pumps had failed</mark>. The agency put" in page(briefing)


def test_nothing_comes_from_the_network(briefing: Briefing) -> None:
    assert not re.search(r'(src|href)="(?!#)', page(briefing))
    assert "url(" not in page(briefing) and "@import" not in page(briefing)


def test_text_never_becomes_markup(briefing: Briefing) -> None:
    html = page(briefing)
    assert "&lt;9&gt; &amp; the missing" in html
    assert "javascript:" not in html


def test_only_web_addresses_become_links(briefing: Briefing) -> None:
    cited = msgspec.structs.replace(briefing.citations[0], address="https://example.org/4")
    assert 'href="https://example.org/4"' in page(msgspec.structs.replace(briefing, citations=(cited,)))


def test_empty_sections_are_left_out(briefing: Briefing) -> None:
    assert "Corrections" not in page(briefing)
    assert "Not known" in page(briefing)


def test_remainder_is_shown_not_filled_in(briefing: Briefing) -> None:
    assert "<b>28</b> not accounted for" in page(briefing)


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_briefing_read_back_renders_to_the_same_bytes(briefing: Briefing, name: str) -> None:
    assert FORMATS[name](Briefing.parse(briefing.json())) == FORMATS[name](briefing)
