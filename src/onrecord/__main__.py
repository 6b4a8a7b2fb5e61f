"""Run onrecord as `python -m onrecord`."""

from onrecord.cli import main

main()
