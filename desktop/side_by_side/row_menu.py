"""Menus over the table: what can be done with a row or a clause, and questions that a click answers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from desktop.window.actions import Actions
from resources.wording_table import Wording
from treaty.model import ClauseKind
from treaty.review.rows import CellClause, Row

LONGEST = 36
OF_ROW: tuple[tuple[str, ...], ...] = (
    ("state_read", "state_agreed", "state_to_discuss", "state_unread"),
    ("confirm_link", "release_link", "link", "unlink", "merge_rows", "split_row"),
)
OF_CLAUSE: tuple[tuple[str, ...], ...] = (
    ("own_finding", "comment"),
    ("find_precedents", "nearest_clauses", "concordance"),
    ("move_up", "move_down"),
    ("split_clause", "join_clauses", "set_label", "set_kind", "set_clause_aside"),
)


def row_menu(words: Wording, actions: Actions, on_text: bool, parent: QWidget) -> QMenu:
    """A menu for the chosen row; over a text, with what can be done with the clause that is meant."""
    menu = _menu(parent)
    first, *further = OF_CLAUSE
    for names in (first, *OF_ROW, *further) if on_text else OF_ROW:
        for name in names:
            menu.addAction(actions[name])
        menu.addSeparator()
    for name in ("copy", "set_aside"):
        menu.addAction(actions[name])
    return menu


def clause_menu(clauses: Sequence[CellClause], act: Callable[[str], object], parent: QWidget) -> QMenu:
    """A menu that asks which of several clauses is meant."""
    menu = _menu(parent)
    for clause in clauses:
        menu.addAction(_shown(clause), partial(act, clause.clause))
    return menu


def question_menu(words: Wording, actions: Actions, parent: QWidget) -> QMenu:
    """The question that an unsure link is, with its two answers."""
    menu = _menu(parent)
    menu.addAction(words("message.is_it_right")).setEnabled(False)
    menu.addSeparator()
    for name in ("confirm_link", "unlink"):
        menu.addAction(actions[name])
    return menu


def split_menu(
    words: Wording, row: Row, splits: Sequence[tuple[int, int]], act: Callable[[int, int], object], parent: QWidget
) -> QMenu:
    """The ways to make a row two: what would stand in the first row, by the clauses' numbers."""
    menu = _menu(parent)
    for left, right in splits:
        parts = [_names(row, (0, left), (0, right)), _names(row, (left, None), (right, None))]
        menu.addAction(words("window.split_into", first=parts[0], second=parts[1]), partial(act, left, right))
    return menu


def kind_menu(words: Wording, chosen: ClauseKind, act: Callable[[ClauseKind], object], parent: QWidget) -> QMenu:
    """The kinds that a clause can be of; its own is ticked."""
    menu = _menu(parent)
    for kind in ClauseKind:
        entry = menu.addAction(words(f"clause_kind.{kind}"), partial(act, kind))
        entry.setCheckable(True)
        entry.setChecked(kind is chosen)
    return menu


def _names(row: Row, *parts: tuple[int, int | None]) -> str:
    """The clauses of a part of a row, side by side, by number; those without one by their first words."""
    sides = ([clause.label or clause.text[:8] for clause in cell.clauses[slice(*part)]]
             for cell, part in zip(row.cells, parts, strict=True))  # fmt: skip
    return " | ".join(", ".join(names) or "–" for names in sides).replace("&", "&&")


def _menu(parent: QWidget) -> QMenu:
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return menu


def _shown(clause: CellClause) -> str:
    text = " ".join(f"{clause.label} {clause.text}".split())
    shown = text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
    # In a menu "&" would mark a key.
    return shown.replace("&", "&&")
