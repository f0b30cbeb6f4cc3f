"""What the exporters' tests share."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop.toolkit import Toolkit, load_toolkit
from treaty.language.meaning import SentenceEncoder
from treaty.review.assembly import Instruments


@pytest.fixture(scope="session")
def toolkit() -> Toolkit:
    return load_toolkit()


@pytest.fixture(scope="session")
def with_encoder(toolkit: Toolkit, encoder: SentenceEncoder) -> Instruments:
    """The toolkit's instruments with the encoder of the whole run."""
    return replace(toolkit.instruments, encoder=encoder)
