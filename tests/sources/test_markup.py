"""HTML to text: paragraphs apart, words untouched, nothing that a page hides."""

import time

import pytest

from onrecord.sources.markup import fragment, parse, tidy


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>One\n two.</p><p>Three.</p>", "One two.\nThree."),
        ("One.<br>Two.<br/><br/>Three.", "One.\nTwo.\nThree."),
        ("The <b>river</b> ro<i>se</i>.", "The river rose."),
        ("<ul><li>Orrin: 12<li>Talvik: 7</ul>after", "Orrin: 12\nTalvik: 7\nafter"),
        ("<table><tr><td>Orrin</td><td>12</td></tr></table>", "Orrin 12"),
        ("a<script>x</script>b<style>y</style>c", "abc"),
        ("12&nbsp;000 &amp; 3&#x2009;m, losses &lt; 5", "12\u00a0000 & 3\u2009m, losses < 5"),
        ("<div>\n  <div>\n x </div>y</div>", "x\ny"),
        ("a&#0;b&#xD800;<nav>c</nav>&#1;d&#99999999999;", "a\ufffdb\ufffd\nc\n\ufffdd\ufffd"),
        ("&#8211; &#x2013;", "– –"),
        ("plain  text\nof two lines", "plain text\nof two lines"),
        ("<!-- hidden -->shown", "shown"),
        ("", ""),
        ("<p></p>", ""),
    ],
)
def test_fragment(markup: str, text: str) -> None:
    assert fragment(markup) == text


def test_white_space_is_collapsed_and_special_spaces_stay() -> None:
    assert tidy(" a \t b\u00a0c \n\n\u00a0\n d ") == "a b\u00a0c\nd"


@pytest.mark.parametrize("markup", ["", "   ", "<", "<!---->", "\x0c"])
def test_nothing_is_no_tree_or_an_empty_one(markup: str) -> None:
    assert fragment(markup).strip("<") == ""


def test_hostile_markup_takes_linear_time() -> None:
    start = time.monotonic()
    for markup in ("<div>" * 200_000 + "x", "<" * 500_000, "&" * 500_000, "<p " + "a=b " * 200_000):
        fragment(markup)
        parse(markup)
    assert time.monotonic() - start < 15
