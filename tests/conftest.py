"""What all tests share: the weights, which are held so that they load once."""

import pytest

from onrecord.claims.encoder import Encoder, encoder


@pytest.fixture(scope="session", autouse=True)
def weights() -> Encoder:
    """The encoder of the package."""
    return encoder()
