"""How often the interpreter looks through all that is in memory for objects that hold each other in a circle."""

import gc

OBJECTS = 200_000
"""New objects after which it looks through these; through all there are, when a quarter are new since the last time."""


def seldom() -> None:
    """Let it look seldom: records form no circles, so that it finds nothing, and it took a seventh of all linking."""
    gc.set_threshold(OBJECTS)
