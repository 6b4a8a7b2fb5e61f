"""world -> Document: the only room that opens a connection. Front door: `collect`."""

from onrecord.sources.cache import Cache, Kept
from onrecord.sources.collect import Fetch, collect, open_file

__all__ = ["Cache", "Fetch", "Kept", "collect", "open_file"]
