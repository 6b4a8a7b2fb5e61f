"""Claim -> Event: pure. Front door: `link`."""
