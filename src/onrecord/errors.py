"""Faults of the program: one small tree; each docstring says what the user does next.

Trouble in *data* is never raised: it is a `Problem` record. These are for everything else.
"""


class OnrecordError(Exception):
    """Any fault that a user can act on: shown as one line, never as a traceback. `code` is the exit code."""

    code = 1


class UsageError(OnrecordError):
    """A command was called with something it cannot use: read the message, correct the option, call again."""

    code = 2


class StoryError(OnrecordError):
    """story.toml or a file of places cannot be used: the message names the file, the line and what to correct."""

    code = 3


class LedgerError(OnrecordError):
    """The ledger cannot be opened or written: free it, make it writable or upgrade onrecord, then run again."""

    code = 4


class FetchError(OnrecordError):
    """An address was refused or did not answer: the message names the rule that refused it."""

    code = 5


class CheckError(OnrecordError):
    """A briefing does not stand on its evidence: the listed sentences must go."""

    code = 6


class ModelError(OnrecordError):
    """The reader's weights or gazetteer are missing or damaged: install onrecord again."""

    code = 7
