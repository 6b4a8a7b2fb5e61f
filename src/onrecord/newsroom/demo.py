"""The example stories that ship with onrecord, and which of them the demo reads."""

import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import resources
from pathlib import Path

from onrecord.errors import ModelError

DATA = resources.files("onrecord.data")
PLAN = tomllib.loads(DATA.joinpath("demo.toml").read_text(encoding="utf-8"))
STORY: str = PLAN["story"]
DAYS: tuple[str, ...] = tuple(PLAN["days"])


@contextmanager
def example(name: str = STORY) -> Iterator[Path]:
    """The folder of an example story: inside the installed package, or beside the sources in a checkout."""
    packed = DATA.joinpath("examples", name)
    checkout = Path(__file__).parents[3] / "examples" / name
    if packed.is_dir():
        with resources.as_file(packed) as folder:
            yield folder
    elif checkout.is_dir():
        yield checkout
    else:
        raise ModelError(f"the example story {name!r} is missing: install onrecord again.")
