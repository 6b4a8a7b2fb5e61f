import gc

from onrecord.newsroom.sweep import OBJECTS, seldom


def test_circles_are_looked_for_seldom_and_still_found() -> None:
    before = gc.get_threshold()
    try:
        seldom()
        assert gc.isenabled() and gc.get_threshold() == (OBJECTS, *before[1:])
    finally:
        gc.set_threshold(*before)
