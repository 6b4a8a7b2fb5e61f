"""Pages: the report without what surrounds it, and the date that the page states."""

import time
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest

Open = Callable[..., Any]

NAVIGATION = "<nav><a href='/'>Home</a> <a href='/news'>News</a></nav>"
FOOTER = "<footer>Copyright 2023 The Post. Cookies.</footer>"
RELATED = "<aside><h3>Read more</h3><a href='/x'>Fire in Talvik</a></aside>"
BODY = "<h1>River rises in Orrin</h1><p>The mayor said 12&nbsp;000 people had left.</p><p>No one was hurt.</p>"


def page(head: str = "", body: str = BODY) -> str:
    return (
        f"<!doctype html><html lang='en-GB'><head><title>River rises in Orrin | The Post</title>{head}</head>"
        f"<body>{NAVIGATION}<main><article>{body}</article></main>{RELATED}{FOOTER}</body></html>"
    )


def test_the_text_comes_without_navigation(opened: Open) -> None:
    (document,) = opened(page(), "2024-12-14T0900 a.html").documents
    assert "The mayor said" in document.text and document.text.endswith("\nNo one was hurt.")
    assert not [word for word in ("Home", "Copyright", "Read more", "Talvik") if word in document.text]
    assert (document.title, document.language) == ("River rises in Orrin", "en")


def test_a_report_of_one_sentence_comes_without_navigation(opened: Open) -> None:
    menu = "<div class=menu><ul><li><a href=/>Home</a></ul></div>"
    report = "<div><p>No one was hurt in the flood, the mayor said.</p></div>"
    markup = f"<html><body>{menu}{NAVIGATION}{report}</body></html>"
    assert opened(markup, "2024-12-14T0900 a.html").text == "No one was hurt in the flood, the mayor said."


SITE = '{"@type": "WebSite", "datePublished": "2020-01-01"}'
ARTICLE = '{"@type": ["NewsArticle"], "datePublished": "2024-12-14T07:00:00Z", "dateModified": "2024-12-16"}'


def linked(json: str) -> str:
    return f'<script type="application/ld+json">{json}</script>'


def meta(name: str, content: str, key: str = "property") -> str:
    return f'<meta {key}="{name}" content="{content}">'


@pytest.mark.parametrize(
    "head",
    [
        meta("article:published_time", "2024-12-14T09:00:00+02:00"),
        meta("DC.date.issued", "2024-12-14T08:00:00", "name"),
        meta("article:modified_time", "2024-12-16T07:00Z") + meta("datePublished", "2024-12-14T07:00Z", "itemprop"),
        meta("date", "2024-12-14", "name") + meta("og:published_time", "2024-12-14T07:00:00Z"),
        meta("date", "2024-12-14", "name") + linked(ARTICLE),
        linked('{"@graph": [' + SITE + "," + ARTICLE + "]}"),
        linked("[" + SITE + "," + ARTICLE + "]"),
        linked("{broken") + linked("[" * 9999) + linked(ARTICLE),
    ],
)
def test_metadata_says_when(opened: Open, head: str) -> None:
    (document,) = opened(page(head), "a.html").documents
    assert document.published.astimezone(UTC) == datetime(2024, 12, 14, 7, tzinfo=UTC)


def test_the_time_element_says_when(opened: Open) -> None:
    (document,) = opened(page(body="<time datetime='2024-12-14T07:00Z'>today</time>" + BODY), "a.html").documents
    assert document.published.astimezone(UTC) == datetime(2024, 12, 14, 7, tzinfo=UTC)


def test_a_date_that_only_the_page_shows_is_the_last_resort(opened: Open) -> None:
    shown = page(body="<p class='date'>14 December 2024</p>" + BODY)
    (document,) = opened(shown, "a.html").documents
    assert document.published.date().isoformat() == "2024-12-14"
    (document,) = opened(shown, "2024-12-13T0800 a.html").documents
    assert document.published.date().isoformat() == "2024-12-13"


def test_a_page_without_date_asks_for_one(opened: Open) -> None:
    assert "--published" in opened(page(), "a.html").message


@pytest.mark.parametrize(
    "markup",
    ["<html></html>", "<html><body><script>x()</script></body>", "<!doctype html>", f"<html><body>{NAVIGATION}"],
)
def test_a_page_without_text_says_so(opened: Open, markup: str) -> None:
    assert "shows no text" in opened(markup, "2024-12-14 a.html").message


def test_the_pages_own_address_is_kept_beside_its_path(opened: Open) -> None:
    (document,) = opened(page("<link rel=canonical href='https://post.example/1'>"), "2024-12-14 a.html").documents
    assert ("url", "https://post.example/1") in document.extra


def test_characters_that_no_tree_can_hold_do_no_harm(opened: Open) -> None:
    body = BODY + "\x01<nav>Home</nav>&#xD800;&#0;<aside>x</aside>\x1f" + BODY
    assert "The mayor said" in opened(page(body=body), "2024-12-14 a.html").text


def test_a_page_in_a_form_is_read(opened: Open) -> None:
    assert "12" in opened(f"<html><body><form>{BODY}</form></body></html>", "2024-12-14 a.html").text


def test_lists_and_tables_have_no_marks_that_the_page_has_not(opened: Open) -> None:
    body = BODY + "<ul><li>Orrin: 12 streets under water</li></ul><table><tr><td>Talvik</td><td>7</td></tr></table>"
    text = opened(page(body=body), "2024-12-14 a.html").text
    assert "\nOrrin: 12 streets under water\nTalvik 7" in text


def test_a_huge_page_is_read_plainly_and_soon(opened: Open) -> None:
    start = time.monotonic()
    text = opened("<html><body>" + "<a href='/x'>flood</a> " * 50_000, "2024-12-14 a.html").text
    assert text.count("flood") == 50_000
    assert time.monotonic() - start < 10
