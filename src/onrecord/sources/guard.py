"""An address in, a checked one out: which URLs and which hosts may be opened. Every refusal names its rule."""

import re
import socket
from collections.abc import Callable
from dataclasses import dataclass, field

import httpx

from onrecord.errors import FetchError
from onrecord.sources.address import refusal

Resolve = Callable[[str, int], list[str]]
"""Host and port to IP addresses, best first. Raises OSError where the host has none."""

_PORTS = {"http": 80, "https": 443}
_LONGEST = 2_000
_ODD = re.compile(r"[\x00-\x20\x7f]")


def refused(rule: str, subject: str, why: str) -> FetchError:
    """The error for an address that a rule refuses."""
    return FetchError(f"refused by the rule '{rule}': {subject} {why}")


def resolve(host: str, port: int) -> list[str]:
    """The system's answer for a host, each address once. It has the resolver's own time limit."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


@dataclass(frozen=True)
class Guard:
    """The rules of opening. `allow` names "host:port" pairs that pass the rules on ports and addresses: for tests."""

    allow: frozenset[str] = frozenset()
    resolve: Resolve = field(default=resolve)

    def url(self, url: str) -> httpx.URL:
        """The parsed URL without its fragment, or FetchError: only http and https, no user name, usual ports."""
        if len(url) > _LONGEST or _ODD.search(url):
            raise refused(
                "address form", f"'{url[:60]}'", "is too long or has spaces or control characters: correct it."
            )
        try:
            parsed = httpx.URL(url)
            port = parsed.port
        except (httpx.InvalidURL, ValueError) as error:
            raise refused("address form", f"'{url[:60]}'", f"is no web address ({error}): correct it.") from error
        if parsed.scheme not in _PORTS:
            raise refused("scheme", f"'{parsed.scheme}'", "is not opened: use an http or https address.")
        if not parsed.host:
            raise refused("address form", f"'{url[:60]}'", "names no host: correct it.")
        if parsed.userinfo:
            raise refused(
                "user name", parsed.host, "has a user name or password before it: remove it from the address."
            )
        if port not in (None, *_PORTS.values()) and f"{parsed.host}:{port}" not in self.allow:
            raise refused("port", f"{parsed.host}:{port}", "is not a web port: only 80 and 443 are opened.")
        return parsed.copy_with(fragment=None)

    def redirect(self, start: httpx.URL, location: str) -> httpx.URL:
        """Where a redirect leads, or FetchError: the rules of `url`, and never from https back to http."""
        try:
            target = str(start.join(location))
        except (httpx.InvalidURL, ValueError) as error:
            raise refused("redirect", f"'{location[:60]}'", f"is no web address ({error}).") from error
        checked = self.url(target)
        if start.scheme == "https" and checked.scheme == "http":
            raise refused("downgrade", start.host, "redirects from https to http: use another address of this page.")
        return checked

    def addresses(self, host: str, port: int) -> list[str]:
        """The host's IP addresses, resolved once. One that is not public condemns them all: FetchError."""
        try:
            found = self.resolve(host, port)
        except (OSError, UnicodeError) as error:
            raise FetchError(f"{host} has no address ({error}): check the name and the network.") from error
        if not found:
            raise FetchError(f"{host} has no address: check the name.")
        if f"{host}:{port}" not in self.allow:
            for address in found:
                reason = refusal(address)
                if reason:
                    why = f"leads to {address}, which is not public ({reason}): only public addresses are opened."
                    raise refused("public addresses", host, why)
        return found
