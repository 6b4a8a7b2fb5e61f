"""The wire: the checked address is the one that is connected to, and one deadline ends everything."""

import socket
import threading
import time
from typing import Any

import httpx
import pytest

from onrecord.errors import FetchError
from onrecord.sources.guard import Guard
from onrecord.sources.wire import Backend, Deadline, Wire


def wire(guard: Guard, seconds: float = 5.0) -> Wire:
    return Wire(guard, Deadline(seconds, time.monotonic), httpx.create_ssl_context(trust_env=False))


def test_the_host_is_resolved_once_and_that_answer_is_used(site: Any) -> None:
    asked: list[str] = []

    def resolve(host: str, port: int) -> list[str]:
        asked.append(host)
        return ["127.0.0.1"]

    site.pages["/"] = (200, {}, b"here")
    guard = Guard(allow=frozenset({f"post.example:{site.port}"}), resolve=resolve)
    with httpx.Client(transport=wire(guard), trust_env=False) as client:
        answer = client.get(f"http://post.example:{site.port}/")
    assert answer.text == "here" and asked == ["post.example"]
    assert site.asked[0][1]["host"] == f"post.example:{site.port}"


def test_nothing_is_sent_to_an_address_that_is_refused(site: Any) -> None:
    guard = Guard(resolve=lambda host, port: ["127.0.0.1"])
    with httpx.Client(transport=wire(guard), trust_env=False) as client, pytest.raises(FetchError, match="loopback"):
        client.get(f"http://post.example:{site.port}/")
    assert site.asked == []


def test_the_next_address_is_tried(site: Any) -> None:
    site.pages["/"] = (200, {}, b"here")
    host = f"post.example:{site.port}"
    guard = Guard(allow=frozenset({host}), resolve=lambda host, port: ["127.0.0.2", "127.0.0.1"])
    with httpx.Client(transport=wire(guard), trust_env=False) as client:
        assert client.get(f"http://{host}/").text == "here"


def test_a_trickle_ends_at_the_deadline() -> None:
    listener = socket.create_server(("127.0.0.1", 0))
    port = listener.getsockname()[1]

    def drip() -> None:
        connection, _ = listener.accept()
        with connection:
            for _ in range(100):  # one byte of a header at a time, for ten seconds at most
                try:
                    connection.sendall(b"H" if _ == 0 else b"x")
                except OSError:
                    return
                time.sleep(0.1)

    thread = threading.Thread(target=drip, daemon=True)
    thread.start()
    start = time.monotonic()
    guard = Guard(allow=frozenset({f"127.0.0.1:{port}"}))
    with httpx.Client(transport=wire(guard, 0.5), trust_env=False) as client, pytest.raises(FetchError):
        client.get(f"http://127.0.0.1:{port}/")
    assert time.monotonic() - start < 3
    listener.close()
    thread.join(timeout=5)


def test_a_deadline_says_how_long_it_was() -> None:
    clock = iter([0.0, 29.0, 31.0])
    deadline = Deadline(30.0, lambda: next(clock))
    assert deadline.left() == 1.0
    with pytest.raises(FetchError, match="longer than 30 seconds"):
        deadline.left()


def test_local_sockets_are_never_opened() -> None:
    with pytest.raises(FetchError):
        Backend(Guard(), Deadline(1.0, time.monotonic)).connect_unix_socket("/run/x.sock")


def test_a_line_that_breaks_is_a_fetch_error() -> None:
    listener = socket.create_server(("127.0.0.1", 0))
    port = listener.getsockname()[1]
    thread = threading.Thread(target=lambda: listener.accept()[0].close(), daemon=True)
    thread.start()
    guard = Guard(allow=frozenset({f"127.0.0.1:{port}"}))
    with httpx.Client(transport=wire(guard), trust_env=False) as client, pytest.raises(FetchError, match="try again"):
        client.get(f"http://127.0.0.1:{port}/")
    thread.join(timeout=5)
    listener.close()
