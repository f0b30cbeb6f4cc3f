"""Dialogs that are asked once and then let go."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TypeVar

from PySide6.QtWidgets import QDialog

AnyDialog = TypeVar("AnyDialog", bound=QDialog)


@contextmanager
def let_go(dialog: AnyDialog) -> Iterator[AnyDialog]:
    """Lends a dialog and deletes it then: the window over which it is asked would keep it, hidden, until its own end."""
    try:
        yield dialog
    finally:
        dialog.deleteLater()
