"""What a site asks of robots (RFC 9309), asked once a run."""

from collections.abc import Callable

import httpx
from protego import Protego

Ask = Callable[[httpx.URL], tuple[int, bytes]]
"""Opens an address under the guard: the status and the first bytes of the answer."""

_READ = 512_000
"""Bytes of robots.txt that are heeded (RFC 9309 asks for 500 KiB at least)."""
_LONGEST_DELAY = 30.0


class Robots:
    """The rules of each site that was asked, kept for the length of a run."""

    def __init__(self, agent: str, ask: Ask) -> None:
        self._agent = agent
        self._ask = ask
        self._rules: dict[str, Protego] = {}

    def allows(self, url: httpx.URL) -> bool:
        """Whether the site lets this agent read the address. A site whose robots.txt fails (5xx) lets nobody."""
        return bool(self._site(url).can_fetch(str(url), self._agent))

    def delay(self, url: httpx.URL) -> float:
        """Seconds that the site wants between two requests, at most 30; 0 where it says nothing."""
        wanted = self._site(url).crawl_delay(self._agent)
        return min(max(float(wanted or 0), 0.0), _LONGEST_DELAY)

    def _site(self, url: httpx.URL) -> Protego:
        place = url.copy_with(raw_path=b"/robots.txt")
        key = str(place)
        if key not in self._rules:
            status, data = self._ask(place)
            text = data[:_READ].decode("utf-8", "replace") if status < 400 else ""
            self._rules[key] = Protego.parse(text if status < 500 else "User-agent: *\nDisallow: /")
        return self._rules[key]
