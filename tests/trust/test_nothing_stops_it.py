"""Random work in the window ends with no warning, no exception and no more memory than it began with."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.slow
def test_random_work_in_the_window_leaves_nothing_behind() -> None:
    """A short soak, which tells of every kind of action what it leaves behind; `python -m tests.trust.soak` makes the long one
    whose result docs/security.md tells."""
    if not Path("/proc/self/statm").exists():
        pytest.skip("memory is measured the way of Linux")
    command = [sys.executable, "-m", "tests.trust.soak", "--times", "3", "--actions", "50", "--autosaves", "40"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    print(done.stdout)
    assert done.returncode == 0, f"{done.stdout}\n{done.stderr}"
