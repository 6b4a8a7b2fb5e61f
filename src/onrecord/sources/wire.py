"""The only socket of the house: an httpx transport that connects to checked addresses and keeps one deadline."""

import ssl
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import httpcore
import httpx

from onrecord.errors import FetchError
from onrecord.sources.guard import Guard, refused

Tick = Callable[[], float]
"""A clock that only runs forward, in seconds."""

_CONNECT = 10.0
"""Seconds for one connection, so that a dead first address leaves time for the next."""


class Deadline:
    """The instant, on a running clock, after which nothing more is waited for."""

    def __init__(self, seconds: float, tick: Tick) -> None:
        self.seconds = seconds
        self._tick = tick
        self._end = tick() + seconds

    def left(self) -> float:
        """Seconds left; FetchError where there are none."""
        left = self._end - self._tick()
        if left <= 0:
            raise refused("time", "the answer", f"took longer than {self.seconds:.0f} seconds: try again later.")
        return left


class Stream(httpcore.NetworkStream):
    """A connection whose every read and write ends at the deadline: a slow trickle cannot outlast it."""

    def __init__(self, inner: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._inner = inner
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Bytes, or an empty string at the end."""
        return self._inner.read(max_bytes, self._deadline.left())

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Send bytes."""
        self._inner.write(buffer, self._deadline.left())

    def close(self) -> None:
        """Let go of the connection."""
        self._inner.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        """TLS on this connection, under the same deadline."""
        inner = self._inner.start_tls(ssl_context, server_hostname, self._deadline.left())
        return Stream(inner, self._deadline)

    def get_extra_info(self, info: str) -> Any:
        """What lies below."""
        return self._inner.get_extra_info(info)


class Backend(httpcore.NetworkBackend):
    """Resolves a host once, has the guard check it, and connects to the address that was checked.

    TLS above it still names the host: its certificate is checked against the name, not the number.
    """

    def __init__(self, guard: Guard, deadline: Deadline) -> None:
        self._guard = guard
        self._deadline = deadline
        self._inner = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """A connection to the first checked address that answers. Raises FetchError."""
        failure: Exception | None = None
        for address in self._guard.addresses(host, port):
            try:
                inner = self._inner.connect_tcp(address, port, min(_CONNECT, self._deadline.left()))
                return Stream(inner, self._deadline)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
        raise FetchError(f"{host} cannot be reached ({failure or 'no address'}): try again later.")

    def connect_unix_socket(
        self, path: str, timeout: float | None = None, socket_options: Iterable[Any] | None = None
    ) -> httpcore.NetworkStream:
        """Never."""
        raise refused("scheme", "a local socket", "is not opened.")

    def sleep(self, seconds: float) -> None:
        """Never: nothing is tried again here."""
        raise AssertionError("nothing is tried again here")


class Body(httpx.SyncByteStream):
    """The answer's bytes as they come, with the faults of the line as FetchError."""

    def __init__(self, inner: Any, host: str) -> None:
        self._inner = inner
        self._host = host

    def __iter__(self) -> Iterator[bytes]:
        try:
            yield from self._inner
        except _FAULTS as error:
            raise broken(self._host, error) from error

    def close(self) -> None:
        """Let go of the connection."""
        self._inner.close()


class Wire(httpx.BaseTransport):
    """One request, one connection, no proxy, no second resolution."""

    def __init__(self, guard: Guard, deadline: Deadline, tls: ssl.SSLContext) -> None:
        self._pool = httpcore.ConnectionPool(
            ssl_context=tls, network_backend=Backend(guard, deadline), max_connections=1, max_keepalive_connections=0
        )

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send and return the head of the answer; its body is read from the stream."""
        url = request.url
        asked = httpcore.Request(
            method=request.method,
            url=httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path),
            headers=request.headers.raw,
            content=request.stream,
            extensions=request.extensions,
        )
        try:
            answer = self._pool.handle_request(asked)
        except _FAULTS as error:
            raise broken(url.host, error) from error
        return httpx.Response(answer.status, headers=answer.headers, stream=Body(answer.stream, url.host))

    def close(self) -> None:
        """Let go of the connection."""
        self._pool.close()


_FAULTS = (httpcore.NetworkError, httpcore.TimeoutException, httpcore.ProtocolError, httpcore.UnsupportedProtocol)


def broken(host: str, error: Exception) -> FetchError:
    """The error for a line that failed: no rule refused it."""
    return FetchError(f"{host} did not answer as it should ({type(error).__name__}: {error}): try again later.")
