"""The example story that ships with onrecord."""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import resources
from pathlib import Path

from onrecord.errors import ModelError

DAYS = ("2024-12-14", "2024-12-15")
"""Days 1,025 and 1,026 of the example story."""


@contextmanager
def example(name: str = "ukraine") -> Iterator[Path]:
    """The folder of an example story: inside the installed package, or beside the sources in a checkout."""
    packed = resources.files("onrecord.data").joinpath("examples", name)
    checkout = Path(__file__).parents[3] / "examples" / name
    if packed.is_dir():
        with resources.as_file(packed) as folder:
            yield folder
    elif checkout.is_dir():
        yield checkout
    else:
        raise ModelError(f"the example story {name!r} is missing: install onrecord again.")
