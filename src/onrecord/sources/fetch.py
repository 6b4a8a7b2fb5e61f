"""A web address in, its bytes out: the only way by which this program opens a connection."""

import time
import zlib
from collections.abc import Callable, Iterator
from datetime import datetime
from http import HTTPStatus

import httpx

from onrecord import __version__
from onrecord.errors import FetchError
from onrecord.records import Record
from onrecord.sources.cache import Cache, Fetched
from onrecord.sources.guard import Guard, refused
from onrecord.sources.robots import Robots
from onrecord.sources.wire import Deadline, Tick, Wire

AGENT = "onrecord"
"""The name that robots.txt may call this program by."""


class Limits(Record, frozen=True, kw_only=True):
    """How much is taken from a server.

    `size` is bytes after decompression, `seconds` the time for one request, `redirects` how many are followed for one
    address, `pause` the seconds between two requests to one host.
    """

    size: int = 10_000_000
    seconds: float = 30.0
    redirects: int = 5
    pause: float = 1.0


class Answer(Record, frozen=True, kw_only=True):
    """One response as it came, before redirects are followed."""

    status: int
    headers: dict[str, str]
    data: bytes = b""


class Fetcher:
    """Opens addresses, politely and under guard. Call it with a URL.

    `now` dates what it brings; `cache` lets servers answer "not modified"; `tick` and `sleep` are the running clock.
    """

    def __init__(
        self,
        now: Callable[[], datetime],
        cache: Cache | None = None,
        *,
        guard: Guard | None = None,
        limits: Limits | None = None,
        tick: Tick = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._now = now
        self._cache = cache
        self._guard = guard or Guard()
        self._limits = limits or Limits()
        self._tick = tick
        self._sleep = sleep
        self._tls = httpx.create_ssl_context(trust_env=False)
        self._last: dict[str, float] = {}
        self._robots = Robots(AGENT, self._rules)

    def __call__(self, url: str) -> Fetched:
        """The bytes at an address. Raises FetchError naming the rule that refused it, or what the server did."""
        kept = self._cache.get(url) if self._cache else None
        place = self._guard.url(url)
        for _ in range(self._limits.redirects + 1):
            if not self._robots.allows(place):
                raise refused("robots", place.host, 'asks robots not to read this address: leave it out of "collect".')
            answer = self._ask(place, self._robots.delay(place), kept if kept and kept.url == str(place) else None)
            if answer.status == HTTPStatus.NOT_MODIFIED and kept:
                return kept
            if not _moved(answer):
                return self._keep(url, place, answer)
            place = self._guard.redirect(place, answer.headers["location"])
        raise refused("redirects", url, f"redirects more than {self._limits.redirects} times: use its final address.")

    def _keep(self, url: str, place: httpx.URL, answer: Answer) -> Fetched:
        if answer.status != HTTPStatus.OK:
            raise FetchError(
                f"{place.host} answered {answer.status} {_phrase(answer.status)}: look at it in a browser."
            )
        fetched = Fetched(
            url=str(place),
            data=answer.data,
            at=self._now(),
            charset=_charset(answer.headers.get("content-type", "")),
            etag=answer.headers.get("etag"),
            modified=answer.headers.get("last-modified"),
        )
        if self._cache:
            self._cache.put(url, fetched)
        return fetched

    def _rules(self, place: httpx.URL) -> tuple[int, bytes]:
        """robots.txt of a site, its redirects followed under the same guard."""
        for _ in range(self._limits.redirects + 1):
            answer = self._ask(place, 0.0, None)
            if not _moved(answer):
                return answer.status, answer.data
            place = self._guard.redirect(place, answer.headers["location"])
        return HTTPStatus.NOT_FOUND, b""

    def _ask(self, place: httpx.URL, delay: float, kept: Fetched | None) -> Answer:
        """One request, after the pause that its host is due."""
        self._wait(place.host, max(delay, self._limits.pause))
        deadline = Deadline(self._limits.seconds, self._tick)
        wire = Wire(self._guard, deadline, self._tls)
        try:
            with (
                httpx.Client(transport=wire, trust_env=False) as client,
                client.stream("GET", place, headers=_headers(kept), follow_redirects=False) as response,
            ):
                headers = {key.lower(): value for key, value in response.headers.items()}
                data = b"".join(self._body(response, deadline)) if response.status_code == HTTPStatus.OK else b""
                return Answer(status=response.status_code, headers=headers, data=data)
        except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError) as error:
            raise FetchError(f"{place.host} did not answer as it should ({error}): try again later.") from error

    def _body(self, response: httpx.Response, deadline: Deadline) -> Iterator[bytes]:
        """The decompressed bytes, never more than the limit of them in memory."""
        size = 0
        for piece in inflate(response.iter_raw(), response.headers.get("content-encoding", "")):
            size += len(piece)
            if size > self._limits.size:
                why = f"sends more than {self._limits.size // 1_000_000} MB: use a shorter feed or page."
                raise refused("size", response.url.host, why)
            deadline.left()
            yield piece

    def _wait(self, host: str, pause: float) -> None:
        last = self._last.get(host)
        if last is not None and (rest := last + pause - self._tick()) > 0:
            self._sleep(rest)
        self._last[host] = self._tick()


def inflate(pieces: Iterator[bytes], encoding: str) -> Iterator[bytes]:
    """Decompress gzip and deflate in bounded pieces, so that a bomb is seen before it bursts. Others are refused."""
    name = encoding.strip().lower()
    if name in ("", "identity"):
        yield from pieces
        return
    if name not in ("gzip", "x-gzip", "deflate"):
        raise refused("compression", f"'{name[:40]}'", "was not asked for: only gzip and deflate are read.")
    engine = zlib.decompressobj(zlib.MAX_WBITS | 32)
    for piece in pieces:
        rest = piece
        while rest and not engine.eof:
            try:
                made = engine.decompress(rest, _PIECE)
            except zlib.error as error:
                raise FetchError(f"the answer is damaged ({error}): try again later.") from error
            rest = engine.unconsumed_tail
            yield made


_PIECE = 1 << 16


def _headers(kept: Fetched | None) -> dict[str, str]:
    headers = {
        "User-Agent": f"{AGENT}/{__version__}",
        "Accept": "text/html, application/rss+xml, application/atom+xml, application/feed+json, */*;q=0.5",
        "Accept-Encoding": "gzip, deflate",
    }
    if kept and kept.etag:
        headers["If-None-Match"] = kept.etag
    if kept and kept.modified:
        headers["If-Modified-Since"] = kept.modified
    return headers


def _moved(answer: Answer) -> bool:
    return answer.status in (301, 302, 303, 307, 308) and "location" in answer.headers


def _phrase(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return ""


def _charset(content_type: str) -> str | None:
    """The charset of a Content-Type, where it names one."""
    for part in content_type.split(";")[1:]:
        key, _, value = part.partition("=")
        if key.strip().lower() == "charset":
            return value.strip().strip("\"'") or None
    return None
