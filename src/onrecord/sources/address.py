"""An IP address in, the reason why it must not be opened out. The rows of the IANA registries decide, not is_global."""

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from ipaddress import (
    IPv4Address,
    IPv4Network,
    IPv6Address,
    IPv6Network,
    ip_address,
    ip_network,
)

Address = IPv4Address | IPv6Address

_CARRIERS = (IPv6Network("::ffff:0:0/96"), IPv6Network("64:ff9b::/96"))
"""IPv4-mapped (RFC 4291) and the well-known translation prefix (RFC 6052): the last 32 bits are the real address."""
_UNICAST = IPv6Network("2000::/3")
"""All of IPv6 that IANA has given out as global unicast."""


@dataclass(frozen=True)
class Row:
    """One row of a registry."""

    network: IPv4Network | IPv6Network
    name: str
    reference: str
    open: bool


@cache
def rows() -> tuple[Row, ...]:
    """The registries' rows, the longest prefixes first."""
    lines = (files("onrecord") / "data/sources/addresses.csv").read_text("utf-8").splitlines()
    table = csv.DictReader(line for line in lines if not line.startswith("#"))
    made = [Row(ip_network(row["prefix"]), row["name"], row["reference"], row["open"] == "yes") for row in table]
    return tuple(sorted(made, key=lambda row: -row.network.prefixlen))


def unwrap(address: Address) -> Address:
    """The IPv4 address inside an IPv4-mapped or translated one."""
    if isinstance(address, IPv6Address) and any(address in carrier for carrier in _CARRIERS):
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return address


def refusal(text: str) -> str | None:
    """Why an address must not be opened ("private use, RFC 1918"), or None for one on the public internet.

    Tunnelled forms (6to4, Teredo) are refused whatever they carry: no public site lives there.
    """
    try:
        address = unwrap(ip_address(text.partition("%")[0]))
    except ValueError:
        return "no IP address"
    for row in rows():
        if row.network.version == address.version and address in row.network:
            return None if row.open else f"{row.name}, {row.reference}"
    if isinstance(address, IPv6Address) and address not in _UNICAST:
        return "outside global unicast, RFC 4291"
    return None
