"""The guard: which URLs may be opened, and the rule that refuses each other one."""

import httpx
import pytest

from onrecord.errors import FetchError
from onrecord.sources.guard import Guard


@pytest.mark.parametrize(
    ("url", "rule"),
    [
        ("ftp://post.example/a", "scheme"),
        ("file:///etc/passwd", "scheme"),
        ("gopher://post.example/", "scheme"),
        ("javascript:alert(1)", "scheme"),
        ("//post.example/a", "scheme"),
        ("http://user:pass@post.example/", "user name"),
        ("http://user@post.example/", "user name"),
        ("http://post.example:22/", "port"),
        ("http://127.0.0.1:6379/", "port"),
        ("http:///a", "address form"),
        ("http://post.example/a b", "address form"),
        ("http://post.example/\r\nX: y", "address form"),
        ("http://post.example:99999/", "port"),
        ("http://[::1", "address form"),
        ("http://" + "a" * 3000, "address form"),
    ],
)
def test_refused_urls_name_the_rule(url: str, rule: str) -> None:
    with pytest.raises(FetchError, match=f"refused by the rule '{rule}'"):
        Guard().url(url)


def test_a_password_is_not_repeated_in_the_message() -> None:
    with pytest.raises(FetchError) as caught:
        Guard().url("http://user:secret@post.example/")
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize("url", ["http://post.example/", "https://post.example:443/a?b#c", "http://münchen.example/"])
def test_usual_addresses_pass_without_their_fragment(url: str) -> None:
    assert Guard().url(url).fragment == ""


@pytest.mark.parametrize("found", [["10.0.0.1"], ["8.8.8.8", "127.0.0.1"], ["::ffff:127.0.0.1"], ["fe80::1%lo"]])
def test_one_address_that_is_not_public_condemns_the_host(found: list[str]) -> None:
    with pytest.raises(FetchError, match="public addresses"):
        Guard(resolve=lambda host, port: found).addresses("post.example", 443)


@pytest.mark.parametrize("host", ["127.0.0.1", "127.1", "0x7f000001", "2130706433", "localhost", "017700000001", "::1"])
def test_every_spelling_of_this_machine_is_refused(host: str) -> None:
    with pytest.raises(FetchError):
        Guard().addresses(host, 80)


def test_a_host_without_address_is_a_fetch_error() -> None:
    def none(host: str, port: int) -> list[str]:
        raise OSError("Name or service not known")

    with pytest.raises(FetchError, match="has no address"):
        Guard(resolve=none).addresses("nowhere.example", 80)
    with pytest.raises(FetchError, match="has no address"):
        Guard(resolve=lambda host, port: []).addresses("nowhere.example", 80)


def test_allow_is_for_one_host_and_port_only() -> None:
    guard = Guard(allow=frozenset({"127.0.0.1:8123"}))
    assert guard.addresses("127.0.0.1", 8123) == ["127.0.0.1"]
    with pytest.raises(FetchError):
        guard.addresses("127.0.0.1", 80)
    with pytest.raises(FetchError):
        guard.url("http://127.0.0.1:8124/")


@pytest.mark.parametrize(
    ("location", "rule"),
    [("http://other.example/", "downgrade"), ("file:///etc/passwd", "scheme"), ("https://a.example:25/", "port")],
)
def test_redirects_are_checked(location: str, rule: str) -> None:
    with pytest.raises(FetchError, match=f"'{rule}'"):
        Guard().redirect(httpx.URL("https://post.example/a"), location)


def test_relative_redirects_are_joined() -> None:
    assert str(Guard().redirect(httpx.URL("https://post.example/a/b"), "../c")) == "https://post.example/c"
