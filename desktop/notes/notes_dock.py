"""The notes dock: the list, and the buttons that change, take away or revoke an entry."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.look import Look, font
from desktop.notes.notes_list import NotesList
from desktop.notes.notes_model import NoteLine, NotesModel
from desktop.open_review.review_controller import ReviewController
from desktop.widgets.dock import Dock
from desktop.widgets.key_button import KeyButton
from resources.wording_table import Wording
from treaty.review.review import Comment, Dismissal


class NotesDock(Dock):
    """`change_wanted` and `remove_wanted` carry a remark's id, `revoke_wanted` a dismissal's, `clause_wanted` a clause's."""

    change_wanted = Signal(str)
    remove_wanted = Signal(str)
    revoke_wanted = Signal(str)
    clause_wanted = Signal(str)

    def __init__(self, look: Look, words: Wording, controller: ReviewController, parent: QWidget | None = None) -> None:
        super().__init__("notes", look, words, parent)
        self._words = words
        self.model = NotesModel(controller, words, self)
        self.list = NotesList(look, words, self.model)
        self.list.installEventFilter(self)
        self._empty = QLabel(words("message.no_notes"), wordWrap=True)
        self._change = KeyButton(look, words("window.change"), "Enter")
        self._remove = KeyButton(look, words("window.remove"), "Del")
        self._change.clicked.connect(self._change_chosen)
        self._remove.clicked.connect(self._remove_chosen)
        self._lay_out()
        self.list.clicked.connect(self._go_to_chosen)
        self.list.selectionModel().currentChanged.connect(self._show_state)
        self.model.modelReset.connect(self._show_state)
        self._show_state()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            match event.key():
                case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                    self._change_chosen()
                    return True
                case Qt.Key.Key_Delete:
                    self._remove_chosen()
                    return True
                case Qt.Key.Key_Space:
                    self._go_to_chosen()
                    return True
        return super().eventFilter(watched, event)

    @property
    def chosen(self) -> Comment | Dismissal | None:
        """The entry that is selected."""
        index = self.list.currentIndex()
        line = self.model.line(index.row()) if index.isValid() else None
        return line.entry if isinstance(line, NoteLine) else None

    def _change_chosen(self) -> None:
        if isinstance(self.chosen, Comment):
            self.change_wanted.emit(self.chosen.id)

    def _remove_chosen(self) -> None:
        if isinstance(self.chosen, Comment):
            self.remove_wanted.emit(self.chosen.id)
        elif self.chosen:
            self.revoke_wanted.emit(self.chosen.id)

    def _go_to_chosen(self) -> None:
        if isinstance(self.chosen, Comment):
            self.clause_wanted.emit(self.chosen.clause)

    def _show_state(self) -> None:
        self._empty.setVisible(not self.model.rowCount())
        self.list.setVisible(bool(self.model.rowCount()))
        self._change.setEnabled(isinstance(self.chosen, Comment))
        self._remove.setEnabled(self.chosen is not None)
        self._remove.setText(self._words("window.revoke" if isinstance(self.chosen, Dismissal) else "window.remove"))
        self.set_title(self._words("window.notes_count", count=self.model.comments))

    def _lay_out(self) -> None:
        body, column, foot = QFrame(), QVBoxLayout(), QHBoxLayout()
        body.setProperty("role", "panel")
        body.setLayout(column)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._empty.setProperty("role", "caption")
        self._empty.setFont(font(12.5))
        self._empty.setContentsMargins(14, 14, 14, 14)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        rule = QFrame()
        rule.setProperty("role", "line")
        foot.setContentsMargins(12, 8, 12, 8)
        foot.setSpacing(8)
        foot.addWidget(self._change)
        foot.addWidget(self._remove)
        foot.addStretch(1)
        column.addWidget(self._empty, 1)
        column.addWidget(self.list, 1)
        column.addWidget(rule)
        column.addLayout(foot)
        body.setMinimumWidth(290)
        self.setWidget(body)
