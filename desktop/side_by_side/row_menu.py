"""The menu of a row: what can be done with the clause under the pointer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from desktop.actions import Actions
from resources.wording_table import Wording
from treaty.review.rows import CellClause

LONGEST = 36


def row_menu(
    words: Wording, actions: Actions, clauses: Sequence[CellClause], set_aside: Callable[[str], object], parent: QWidget
) -> QMenu:
    """A menu for clauses of one cell; where there are several, each has an entry of its own."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    key = actions["set_clause_aside"].shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    for clause in clauses:
        name = words("menu.set_clause_aside") if len(clauses) == 1 else _named(words, clause)
        entry = menu.addAction(f"{name}\t{key}" if len(clauses) == 1 else name)
        entry.setEnabled(actions["set_clause_aside"].isEnabled())
        entry.triggered.connect(partial(set_aside, clause.clause))
    menu.addSeparator()
    for action in ("copy", "set_aside"):
        menu.addAction(actions[action])
    return menu


def _named(words: Wording, clause: CellClause) -> str:
    text = " ".join(f"{clause.label} {clause.text}".split())
    shown = text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
    # In a menu "&" would mark a key.
    return words("menu.set_this_aside", clause=shown.replace("&", "&&"))
