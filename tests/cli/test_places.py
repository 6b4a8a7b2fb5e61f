"""`onrecord places import`: from a file to what the reader knows."""

import subprocess
from collections.abc import Callable
from pathlib import Path

Run = Callable[..., "subprocess.CompletedProcess[str]"]


def test_imported_places_are_read(onrecord: Run, story: Path, tmp_path: Path) -> None:
    own = tmp_path / "villages.csv"
    own.write_text("name,lat,lon\nOstrell,41.5,2.5\n")
    done = onrecord("places", "import", own, "--story", story)
    assert done.returncode == 0 and "1 places in " in done.stdout
    report = tmp_path / "report.txt"
    report.write_text("Water reached Ostrell, the mayor said.")
    read = onrecord("claims", report, "--story", story, "--published", "2025-03-11", "--json")
    assert '"lat":41.5' in read.stdout.replace(" ", "")


def test_a_file_that_is_wrong_changes_nothing(onrecord: Run, story: Path, tmp_path: Path) -> None:
    own = tmp_path / "villages.csv"
    own.write_text("name,lat,lon\nOstrell,91,2.5\n")
    done = onrecord("places", "import", own, "--story", story)
    assert done.returncode == 3 and "villages.csv, line 2" in done.stderr
    assert not (story / "places" / "villages.csv").exists()
    assert onrecord("places", "import", tmp_path / "none.csv", "--story", story).returncode == 2


def test_help_has_an_example(onrecord: Run) -> None:
    assert "Example: onrecord places import" in " ".join(onrecord("places", "import", "--help").stdout.split())
