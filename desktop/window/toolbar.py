"""The bar of buttons under the menus."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QSizePolicy, QToolBar, QToolButton, QWidget

from desktop.look import font
from desktop.window.actions import Actions
from resources.wording_table import Wording

HEIGHT = 42
SPACING = 4
WIDE_SEARCH, NARROW_SEARCH = 220, 150
ROW_FILTERS = (
    ("all_rows", "first"), ("different_rows", "middle"), ("open_rows", "middle"), ("changed_rows", "middle"),
    ("unlinked_rows", "last"),
)  # fmt: skip


class Toolbar(QToolBar):
    """Buttons for what is done most, and the field `search` for words to look for. Where there is no room for all, the row
    filters become one button with a menu and the field grows narrow, so that nothing goes out of reach."""

    def __init__(self, words: Wording, actions: Actions, parent: QWidget) -> None:
        super().__init__(words("window.toolbar"), parent)
        self.setObjectName("toolbar")
        self.setMovable(False)
        self.setFixedHeight(HEIGHT)
        self.setIconSize(QSize(20, 20))
        self.search = self._search_field(words, actions)
        self._add(actions, "documents_dock")
        self.addSeparator()
        self._add(actions, "open", "save")
        self.addSeparator()
        self._add(actions, "undo", "redo")
        self.addSeparator()
        self._add(actions, "previous_finding")
        self._add(actions, "next_finding", beside=True)
        self.addSeparator()
        self._segments = self.addWidget(_segments(actions))
        self._menu = self.addWidget(_menu_of_filters(words, actions))
        self._menu.setVisible(False)
        self._add_space()
        self.addWidget(self.search)
        self.addSeparator()
        self._add(actions, "export", beside=True)
        self._add(actions, "findings_dock")
        for name, _ in ROW_FILTERS:
            actions[name].changed.connect(self._fit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Shows the filters side by side where there is room for them."""
        parts = (self.widgetForAction(action) for action in self.actions() if action is not self._menu)
        needed = sum(part.sizeHint().width() + SPACING for part in parts) + WIDE_SEARCH - self.search.width()
        has_room = needed <= self.width()
        self._segments.setVisible(has_room)
        self._menu.setVisible(not has_room)
        self.search.setFixedWidth(WIDE_SEARCH if has_room else NARROW_SEARCH)

    def start_search(self) -> None:
        """Puts the keyboard into the search field, on the words that were searched for last."""
        self.search.setFocus()
        self.search.selectAll()

    def _add(self, actions: Actions, *names: str, beside: bool = False) -> None:
        for name in names:
            self.addAction(actions[name])
            button = self.widgetForAction(actions[name])
            if beside and isinstance(button, QToolButton):
                button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
                button.setFont(font(12.5))

    def _add_space(self) -> None:
        space = QWidget()
        space.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.addWidget(space)

    def _search_field(self, words: Wording, actions: Actions) -> QLineEdit:
        field = QLineEdit(placeholderText=words("window.find"), clearButtonEnabled=True)
        field.setAccessibleName(words("window.find"))
        field.addAction(actions["find"].icon(), QLineEdit.ActionPosition.LeadingPosition)
        field.setFixedSize(WIDE_SEARCH, 28)
        return field


def _segments(actions: Actions) -> QWidget:
    """The row filters as one divided button."""
    whole = QWidget()
    whole.setFixedHeight(30)
    line = QHBoxLayout(whole)
    line.setContentsMargins(4, 0, 4, 0)
    line.setSpacing(0)
    for name, place in ROW_FILTERS:
        button = QToolButton()
        button.setDefaultAction(actions[name])
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        button.setFont(font(12.5))
        button.setProperty("segment", "true")
        button.setProperty("place", place)
        button.setFixedHeight(28)
        line.addWidget(button)
        actions[name].changed.connect(partial(_follow, button, actions[name]))
    return whole


def _menu_of_filters(words: Wording, actions: Actions) -> QToolButton:
    """The row filters as one button, which shows the one that is on."""
    button = QToolButton()
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
    button.setFont(font(12.5))
    button.setProperty("segment", "true")
    button.setProperty("place", "alone")
    button.setFixedHeight(28)
    button.setAccessibleName(words("window.row_filters"))
    menu = QMenu(button)
    button.setMenu(menu)
    for name, _ in ROW_FILTERS:
        menu.addAction(actions[name])
        actions[name].changed.connect(partial(_name_after, button, actions[name]))
    return button


def _name_after(button: QToolButton, action: QAction) -> None:
    if action.isChecked():
        button.setText(action.text())


def _follow(button: QToolButton, action: QAction) -> None:
    """Hides a button with its action: Qt does that in menus and tool bars only."""
    button.setVisible(action.isVisible())
