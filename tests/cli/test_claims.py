"""The command that reads the claims of files, and that it loads no more than it needs."""

import json
import subprocess
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

import typer

from onrecord.cli import COMMANDS, program

Run = Callable[..., "subprocess.CompletedProcess[str]"]


def spans(value: object) -> list[dict[str, object]]:
    if isinstance(value, dict):
        own = [value] if value.keys() == {"start", "end", "text"} else []
        return own + [span for inner in value.values() for span in spans(inner)]
    return [span for inner in value for span in spans(inner)] if isinstance(value, list) else []


def test_claims_speak_in_exact_characters(onrecord: Run, tmp_path: Path) -> None:
    text = "\ufeffThe water board said that 12 of 40 pumps\u00a0had failed.\r\n\r\nIt denied that a dam had broken.\r\n"
    (tmp_path / "a.txt").write_bytes(text.encode())
    line = json.loads(onrecord("claims", "a.txt", "--published", "2026-03-03", "--json").stdout)
    assert line["text"] == text.removeprefix("\ufeff")
    assert line["claims"]
    found = spans(line["claims"])
    assert all(line["text"][s["start"] : s["end"]] == s["text"] for s in found)
    assert {"attribution", "speaker", "stance", "kind", "quantities", "places", "moment", "background"} <= set(
        line["claims"][0]
    )


def test_claims_prints_a_line_a_document(onrecord: Run, tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("The mayor said the bridge was closed.")
    done = onrecord("claims", "a.txt", "b.txt", "--published", "2026-03-03", "--json")
    assert [json.loads(line)["doc"] for line in done.stdout.splitlines()] == ["a.txt", "b.txt"]


def test_no_more_is_loaded_than_reading_needs() -> None:
    """Who reads one file waits for neither the writer of briefings nor the parser of feeds."""
    asked = "import sys; from onrecord.cli import program; program('claims'); print(*sys.modules)"
    loaded = set(
        subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True).stdout.split()
    )
    assert "onrecord.claims.extract" in loaded
    assert loaded.isdisjoint(
        {"onrecord.briefing", "onrecord.events", "onrecord.ledger", "jinja2", "feedparser", "httpx"}
    )


def test_every_command_is_where_the_table_says() -> None:
    for module, names in COMMANDS.items():
        app = typer.Typer()
        app.callback()(lambda: None)
        import_module(f"onrecord.cli.{module}").register(app)
        assert tuple(typer.main.get_command(app).commands) == names  # type: ignore[attr-defined]


def test_one_command_alone_is_asked_for_by_its_name() -> None:
    assert "claims" in typer.main.get_command(program("claims")).commands  # type: ignore[attr-defined]
    assert len(typer.main.get_command(program("nonsense")).commands) > 10  # type: ignore[attr-defined]
