"""What is shown: problems never become markup, and are cut short."""

import pytest

from onrecord.cli import console
from onrecord.records import Problem


def test_problems_are_text_not_markup(capsys: pytest.CaptureFixture[str]) -> None:
    console.complain([Problem(subject="[bold]a[/]", stage="read", message="is [red]odd[/red]")])
    assert "[bold]a[/] (read): is [red]odd[/red]" in capsys.readouterr().err


def test_long_lists_are_cut(capsys: pytest.CaptureFixture[str]) -> None:
    console.complain([Problem(subject=f"a{n}", stage="read", message="x") for n in range(20)])
    assert "and 8 more problems" in capsys.readouterr().err


def test_json_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    console.emit({"a": "é\n"})
    assert capsys.readouterr().out == '{"a": "é\\n"}\n'
