"""Robots: what a site asks, and what its silence means."""

import httpx
import pytest

from onrecord.sources.robots import Robots

RULES = b"User-agent: onrecord\nDisallow: /private\nCrawl-delay: 7\n\nUser-agent: *\nDisallow: /\n"


def robots(status: int, data: bytes = b"") -> tuple[Robots, list[str]]:
    asked: list[str] = []

    def ask(url: httpx.URL) -> tuple[int, bytes]:
        asked.append(str(url))
        return status, data

    return Robots("onrecord", ask), asked


def test_the_rules_for_this_agent_count() -> None:
    made, asked = robots(200, RULES)
    assert made.allows(httpx.URL("https://a.example/news?x=1"))
    assert not made.allows(httpx.URL("https://a.example/private/x"))
    assert made.delay(httpx.URL("https://a.example/")) == 7
    assert asked == ["https://a.example/robots.txt"]


@pytest.mark.parametrize(("status", "allowed"), [(404, True), (403, True), (500, False), (503, False)])
def test_a_missing_file_allows_and_a_failing_one_forbids(status: int, allowed: bool) -> None:
    made, _ = robots(status)
    assert made.allows(httpx.URL("https://a.example/news")) is allowed


@pytest.mark.parametrize("data", [b"", b"\xff\x00\xfe", b"<html>no rules", b"Crawl-delay: 99999999\nUser-agent"])
def test_nonsense_allows(data: bytes) -> None:
    made, _ = robots(200, data)
    assert made.allows(httpx.URL("https://a.example/news"))
    assert made.delay(httpx.URL("https://a.example/news")) <= 30


def test_a_long_delay_is_cut() -> None:
    made, _ = robots(200, b"User-agent: *\nCrawl-delay: 86400")
    assert made.delay(httpx.URL("https://a.example/")) == 30
