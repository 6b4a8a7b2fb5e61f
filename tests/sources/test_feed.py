"""RSS and Atom: every whole entry, its fullest text, its own date."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

Open = Callable[..., Any]


def rss(*items: str, end: str = "</channel></rss>") -> str:
    head = '<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>'
    return head + "<title>The Post</title><link>https://post.example/</link>" + "".join(items) + end


def item(number: int, date: str = "Sat, 14 Dec 2024 09:00:00 +0200", body: str = "<p>The river rose.</p>") -> str:
    return (
        f"<item><title>Flood &amp; rain {number}</title><link>https://post.example/{number}</link><guid>{number}</guid>"
        f"<pubDate>{date}</pubDate><description>Short</description>"
        f"<content:encoded><![CDATA[{body}]]></content:encoded></item>"
    )


def test_rss_gives_the_full_text_and_not_the_summary(opened: Open) -> None:
    (document,) = opened(rss(item(1, body="<p>The river rose.</p><p>It fell.</p>")), "feed.xml").documents
    assert (document.text, document.title) == ("The river rose.\nIt fell.", "Flood & rain 1")
    assert document.address == "https://post.example/1"
    assert document.published.astimezone(UTC) == datetime(2024, 12, 14, 7, tzinfo=UTC)


def test_a_date_without_zone_is_the_storys(opened: Open) -> None:
    (document,) = opened(rss(item(1, date="Sat, 14 Dec 2024 09:00:00")), "feed.xml").documents
    assert document.published.isoformat() == "2024-12-14T09:00:00+01:00"


def test_atom_gives_content_of_every_type(opened: Open) -> None:
    atom = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>T</title>
    <entry><id>urn:1</id><title type="html">A &amp;amp; B</title><updated>2024-12-14T08:00:00Z</updated>
      <published>2024-12-14T07:00:00Z</published><link href="https://post.example/1"/>
      <content type="html">&lt;p&gt;One &amp;lt; two.&lt;/p&gt;</content></entry>
    <entry><id>urn:2</id><title>C</title><updated>2024-12-14T08:00:00Z</updated>
      <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Three.</p><p>Four.</p></div></content></entry>
    <entry><id>urn:3</id><title>D</title><updated>2024-12-14T08:00:00Z</updated>
      <summary type="text">Five &lt; six.</summary></entry>
    </feed>"""
    documents = opened(atom, "feed").documents
    assert [d.text for d in documents] == ["One < two.", "Three.\nFour.", "Five < six."]
    assert [d.title for d in documents] == ["A & B", "C", "D"]
    assert [d.address for d in documents] == ["https://post.example/1", "feed#urn:2", "feed#urn:3"]
    assert [d.published.hour for d in documents] == [8, 9, 9]


def test_a_truncated_feed_keeps_its_whole_entries(opened: Open) -> None:
    whole = rss(*(item(n) for n in range(3)))
    for cut in range(len(rss(item(0), end="")), len(whole) - 6, 40):
        found = opened(whole[:cut], "feed.xml")
        assert [d.text for d in found.documents] == ["The river rose."] * whole[:cut].count("</item>")
        assert "ends in the middle" in found.problems[-1].message


def test_entries_without_date_are_counted_in_one_problem(opened: Open) -> None:
    found = opened(rss(item(1), *(item(n, date="") for n in range(2, 9))), "feed.xml")
    assert len(found.documents) == 1
    assert found.message.startswith("7 of its 8 entries have no publication date") and "Flood & rain 2" in found.message


def test_a_feed_that_is_a_web_page_says_so(opened: Open) -> None:
    assert "web page, not a feed" in opened("<!doctype html><html><p>Moved", "feed.xml").message


def test_an_empty_feed_says_so(opened: Open) -> None:
    assert "without a whole entry" in opened(rss(), "feed.xml").message


def test_entities_do_not_explode_and_files_are_not_read(opened: Open) -> None:
    names = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    bomb = f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a0 "ha">{names}<!ENTITY f SYSTEM "file:///etc/passwd">]>'
    found = opened(bomb + rss(item(1, body="")).split("?>", 1)[1].replace("Short", "&a9; &f;"), "feed.xml")
    assert all(len(d.text) < 100_000 and "root:" not in d.text for d in found.documents)


def test_a_legacy_encoding_is_read(opened: Open) -> None:
    data = rss(item(1, body="<p>Река поднялась.</p>")).replace('1.0"?>', '1.0" encoding="windows-1251"?>', 1)
    assert opened(data.encode("cp1251"), "feed.xml").text == "Река поднялась."
