"""The dialog that shows what was recognised, and lets it be corrected before anything is compared."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QDialog,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from desktop.headless.unread import sources_of, unread_sentence
from desktop.importing.preview_list import PreviewList
from desktop.importing.preview_model import PreviewModel
from desktop.importing.recognised import Recognised, TakeBack
from desktop.importing.sides import Sides
from desktop.look import Look, font
from desktop.traces.settings import Settings
from desktop.widgets.key_button import KeyButton
from desktop.widgets.page_parts import column, label, line, link_button
from resources.wording_table import Wording
from treaty.model import Relation

LEFT_WIDTH = 400


class ImportDialog(QDialog):
    """`compare_wanted` carries what is recognised, as corrected; `more_wanted` asks for one more file."""

    compare_wanted = Signal(object)
    more_wanted = Signal()

    def __init__(self, look: Look, words: Wording, settings: Settings, take_back: TakeBack, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._words, self._settings, self._take_back = look, words, settings, take_back
        self._now: Recognised | None = None
        self._model = PreviewModel(words, self)
        self.preview = PreviewList(look, words, self._model)
        self.sides = Sides(words)
        self._title, self._files = label("", 16, "title"), label("", 11.5, "caption")
        self._unread = label("", 11.5, "unread")
        self._aside = label("", 12.5, "strong", wraps=False)
        self._where = label("", 12.5)
        self.change = link_button("")
        self._relations = QButtonGroup(self)
        self._relation_lines = QVBoxLayout()
        self._directly = QCheckBox(words("window.import_directly"))
        self.start = KeyButton(look, words("window.compare"), "Ctrl Enter")
        self.setWindowTitle(words("window.import"))
        self.resize(1180, 740)
        self._lay_out()
        self._connect()

    def show_recognised(self, recognised: Recognised) -> None:
        """Shows this, and opens if the dialog is not open."""
        self._now = recognised
        row = self.preview.currentIndex().row()
        self._model.show(recognised.texts)
        self.sides.show_recognised(recognised)
        self._show_words(recognised)
        self._show_relations(recognised)
        self.start.setEnabled(recognised.ready)
        self.preview.setCurrentIndex(self._model.index(min(max(row, 0), self._model.rowCount() - 1)))
        if not self.isVisible():
            self.open()
            self.preview.setFocus()

    def _show_words(self, now: Recognised) -> None:
        languages = {text.language for text in now.texts}
        key = "import_none" if len(now.texts) < 2 else ("import_languages" if len(languages) > 1 else "import_texts")
        self._title.setText(self._words(f"message.{key}", count=len(now.texts)))
        sources = sources_of(now.texts)
        self._files.setText(" · ".join(dict.fromkeys(source.name for source in sources)))
        unread = [sentence for source in sources if (sentence := unread_sentence(self._words, source))]
        self._unread.setText("\n".join(unread))
        self._unread.setVisible(bool(unread))
        count = sum(len(text.set_aside) for text in now.texts)
        self._aside.setText(self._words("window.import_aside", count=count))

    def _show_relations(self, now: Recognised) -> None:
        for button in self._relations.buttons():
            self._relations.removeButton(button)
            self._relation_lines.removeWidget(button)
            button.deleteLater()
        for number, relation in enumerate([None, *now.relations]):
            button = QRadioButton(self._words(f"message.relation_{relation or 'found_out'}"))
            button.setFont(font(12.5))
            button.setChecked(relation is now.relation)
            button.setProperty("relation", relation or "")
            self._relations.addButton(button, number)
            self._relation_lines.addWidget(button)

    def _connect(self) -> None:
        self.sides.changed.connect(self.show_recognised)
        self.preview.selectionModel().currentChanged.connect(self._show_change)
        self.change.clicked.connect(self._change)
        self.start.clicked.connect(self._compare)
        self._relations.buttonClicked.connect(self._choose_relation)
        QShortcut(QKeySequence("Space"), self.preview, self._change, context=Qt.ShortcutContext.WidgetShortcut)

    def _show_change(self) -> None:
        """Says of the chosen line why it is set aside, or offers to set it aside."""
        index = self.preview.currentIndex()
        self.change.setVisible(index.isValid())
        if not index.isValid():
            self._where.clear()
            return
        chosen = self._model.line(index.row())
        self.change.setText(self._words("window.take_back" if chosen.part else "menu.set_clause_aside"))
        reason = self._words(f"set_aside.{chosen.part.reason}") if chosen.part else chosen.label
        self._where.setText(reason)

    def _change(self) -> None:
        index = self.preview.currentIndex()
        if not index.isValid() or self._now is None:
            return
        chosen = self._model.line(index.row())
        if chosen.part:
            self.show_recognised(self._now.with_part(chosen.text, chosen.part, self._take_back))
        else:
            self.show_recognised(self._now.without_clause(chosen.text, chosen.clause))

    def _choose_relation(self, button: QRadioButton) -> None:
        if self._now is not None:
            chosen = button.property("relation")
            self._now = self._now.with_relation(Relation(chosen) if chosen else None)

    def _compare(self) -> None:
        if self._now is not None and self._now.ready:
            self._settings.looks_first = not self._directly.isChecked()
            self.accept()
            self.compare_wanted.emit(self._now)

    def _lay_out(self) -> None:
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self._left())
        middle.addWidget(self._right(), 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._head())
        whole.addLayout(middle, 1)
        whole.addWidget(self._foot())

    def _head(self) -> QFrame:
        head, across = line("dialog_head", (24, 16, 24, 16), 16)
        sign = label("", 12.5)
        sign.setPixmap(self._look.icons.pixmap("file-text", "ink2", 26, self.devicePixelRatioF()))
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self._title)
        words.addWidget(self._files)
        more = QPushButton(self._words("window.import_more"))
        more.setFont(font(12.5))
        more.setAutoDefault(False)
        more.clicked.connect(self.more_wanted)
        across.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        across.addLayout(words, 1)
        across.addWidget(more, 0, Qt.AlignmentFlag.AlignTop)
        return head

    def _left(self) -> QFrame:
        side, lines = column("side", (24, 16, 20, 16), 10)
        side.setFixedWidth(LEFT_WIDTH)
        lines.addWidget(label(self._words("window.import_found"), 12.5, "strong"))
        lines.addWidget(self.sides)
        lines.addWidget(self._unread)
        lines.addSpacing(8)
        lines.addWidget(self._aside)
        lines.addWidget(label(self._words("message.import_aside"), 11.5, "caption"))
        lines.addSpacing(8)
        lines.addWidget(label(self._words("window.import_relation"), 12.5, "strong"))
        self._relation_lines.setSpacing(2)
        lines.addLayout(self._relation_lines)
        lines.addStretch(1)
        return side

    def _right(self) -> QFrame:
        page, lines = column("paper", (0, 0, 0, 0), 0)
        head, across = line("dock_head", (16, 6, 16, 6), 14)
        across.addWidget(label(self._words("window.preview"), 12.5, "strong", wraps=False))
        across.addWidget(self._where, 1)
        across.addWidget(self.change)
        lines.addWidget(head)
        lines.addWidget(self.preview, 1)
        return page

    def _foot(self) -> QFrame:
        foot, buttons = line("dialog_foot", (24, 10, 24, 10), 10)
        self._directly.setFont(font(12.5))
        self._directly.setChecked(not self._settings.looks_first)
        cancel = KeyButton(self._look, self._words("window.cancel"), "Esc")
        cancel.clicked.connect(self.reject)
        self.start.setProperty("role", "primary")
        self.start.setShortcut(QKeySequence("Ctrl+Return"))
        self.start.setDefault(True)
        buttons.addWidget(self._directly)
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.start)
        return foot
