"""Make the example briefing of this folder available to its tests."""

import importlib.util
from pathlib import Path

import pytest

from onrecord.records import Briefing


@pytest.fixture(scope="session")
def briefing() -> Briefing:
    spec = importlib.util.spec_from_file_location("sample", Path(__file__).with_name("briefing.py"))
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    made = module.BRIEFING
    assert isinstance(made, Briefing)
    return made
