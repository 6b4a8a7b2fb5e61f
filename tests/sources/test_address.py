"""Addresses: what is not on the public internet is refused in every disguise."""

import ipaddress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.sources.address import refusal, rows


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("127.0.0.1", "loopback"),
        ("127.255.255.254", "loopback"),
        ("0.0.0.0", "this network"),
        ("10.1.2.3", "private"),
        ("172.31.255.255", "private"),
        ("192.168.0.1", "private"),
        ("169.254.169.254", "link-local"),
        ("100.64.0.1", "shared"),
        ("192.0.0.8", "protocol"),
        ("192.0.2.1", "documentation"),
        ("192.88.99.1", "6to4"),
        ("198.19.0.1", "benchmarking"),
        ("224.0.0.1", "multicast"),
        ("240.0.0.1", "reserved"),
        ("255.255.255.255", "broadcast"),
        ("::", "unspecified"),
        ("::1", "loopback"),
        ("::127.0.0.1", "IPv4-compatible"),
        ("::ffff:127.0.0.1", "loopback"),
        ("::ffff:10.0.0.1", "private"),
        ("64:ff9b::a00:1", "private"),
        ("64:ff9b::7f00:1", "loopback"),
        ("64:ff9b:1::808:808", "translation"),
        ("2002:7f00:1::", "6to4"),
        ("2002:808:808::", "6to4"),
        ("2001:0:808:808::1", "Teredo"),
        ("2001:db8::1", "documentation"),
        ("3fff::1", "documentation"),
        ("100::1", "discard"),
        ("fc00::1", "unique local"),
        ("fd12:3456::1", "unique local"),
        ("fe80::1%eth0", "link-local"),
        ("fec0::1", "site-local"),
        ("ff02::1", "multicast"),
        ("4000::1", "outside global unicast"),
        ("nonsense", "no IP address"),
    ],
)
def test_refused(address: str, reason: str) -> None:
    assert reason in (refusal(address) or "")


@pytest.mark.parametrize("address", ["8.8.8.8", "192.0.0.9", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"])
def test_public_addresses_pass(address: str) -> None:
    assert refusal(address) is None


@given(st.integers(0, 2**32 - 1))
def test_a_disguise_changes_nothing(number: int) -> None:
    plain = refusal(str(ipaddress.IPv4Address(number)))
    assert refusal(str(ipaddress.IPv6Address((0xFFFF << 32) | number))) == plain
    assert refusal(str(ipaddress.IPv6Address((0x64FF9B << 96) | number))) == plain


@given(st.ip_addresses())
def test_never_laxer_than_the_standard_library(address: ipaddress.IPv4Address | ipaddress.IPv6Address) -> None:
    if address.is_private or address.is_loopback or address.is_link_local or address.is_multicast:
        exempt = any(address in row.network and row.open for row in rows() if row.network.version == address.version)
        mapped = isinstance(address, ipaddress.IPv6Address) and address.ipv4_mapped
        assert refusal(str(address)) or exempt or mapped
