"""View -> events: the front door. Links claims that tell of one happening, counts origins, holds accounts side by side.

Pure and deterministic: the order of documents, claims and links changes nothing, and linking again gives the same.
"""

from onrecord.events.thread import Thread
from onrecord.protocols import Comparison
from onrecord.records import Event, Story, View


def link(view: View, story: Story, extra: tuple[Comparison, ...] = ()) -> tuple[Event, ...]:
    """The events of a view, by their earliest claim; every claim with its document is in exactly one.

    `extra` are a plug-in's comparisons. Never raises for what is wrong in data: `audit` says what was left out. It is
    the first step of a thread; where more is to come, keep a `Thread`.
    """
    return Thread(story, extra).extend(view)
