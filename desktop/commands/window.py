"""`daejo FILE …`: hands over to the window; only here, and only then, Qt is loaded."""

from __future__ import annotations

import argparse

from desktop.commands.kept_vectors import cache_folder
from desktop.toolkit import load_toolkit
from desktop.traces.forgetting import forget
from desktop.traces.places import traces
from resources.wording_table import Wording
from treaty.errors import ReadingError
from treaty.model import Language


def run(options: argparse.Namespace, words: Wording) -> int:
    """Hands over to the window; only here, and only then, Qt is loaded."""
    if options.forget:
        return _forget(words)
    for file in options.files:
        if not file.exists():
            raise ReadingError("missing_file", file=file)
    from desktop import application, grabbing

    toolkit = load_toolkit(cache_folder=cache_folder(options))
    asked = Language(options.language) if options.language else None
    if options.grab:
        grabbing.grab(options.files, options.grab, options.size, toolkit, asked)
        return 0
    return application.run_window(options.files, toolkit, asked, private=options.private)


def _forget(words: Wording) -> int:
    """Takes away what was kept, and says what that was and what stays."""
    places = traces()
    for path in forget(places):
        print(words("cli.forgotten", file=path))
    for path in places.kept():
        print(words("cli.not_forgotten", file=path))
    return 0
