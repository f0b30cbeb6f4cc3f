"""A disk that is full, for the tests of what then happens."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest


@contextmanager
def full_after(size: int) -> Iterator[None]:
    """No file can grow beyond so many bytes, as on a full disk: the system itself refuses what is written behind them."""
    resource = pytest.importorskip("resource", reason="the size of files is bounded the POSIX way")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
