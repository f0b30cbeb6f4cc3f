"""Whether, and where, a command keeps the vectors that it computes."""

from __future__ import annotations

import argparse
from pathlib import Path

from desktop.traces.places import traces


def cache_folder(options: argparse.Namespace) -> Path | None:
    """Where this user's vectors are kept; nowhere in a private session."""
    return None if options.private else traces().cache
