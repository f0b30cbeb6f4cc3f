"""The settings: who reviews, how texts are set, which glossary and which rules hold."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)  # fmt: skip

from desktop.dialogs.rules_table import RulesTable
from desktop.look import Look, font
from desktop.look.reading_type import SIZE_STEPS, SPACINGS, TEXT_SIZES
from desktop.traces.places import traces
from desktop.traces.settings import Settings, Theme
from desktop.widgets.choice_box import ChoiceBox
from desktop.widgets.key_button import KeyButton
from desktop.widgets.page_parts import column, label, line
from resources.wording_table import Wording
from treaty.comparison.rule_choices import RuleOffered, save_choices
from treaty.errors import TreatyError
from treaty.model import Language


class SettingsDialog(QDialog):
    """Writes into the settings when it is accepted; what is written holds for the window that is built then."""

    def __init__(self, look: Look, words: Wording, settings: Settings, rules: Sequence[RuleOffered], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._look, self._words, self._settings = look, words, settings
        self.reviewer = QLineEdit(settings.reviewer)
        self._language = self._choice({f"menu.language_{each}": each for each in Language}, Language(words.language))
        self._theme = self._choice({f"menu.theme_{theme}": theme for theme in Theme}, settings.theme)
        self._size, self._spacing = ChoiceBox("", ()), ChoiceBox("", ())
        self._steps = {each: ChoiceBox("", ()) for each in Language}
        self._bundled, self._own = (QRadioButton(words(f"window.{which}_glossary")) for which in ("bundled", "own"))
        self._glossary = QLineEdit(settings.glossary)
        self.library = QLineEdit(str(settings.library))
        self.rules = RulesTable(words, rules, settings.choices_file)
        self._fault = label("", 12.5, "unread")
        self.tabs = QTabWidget()
        self.setWindowTitle(words("menu.settings").rstrip("…"))
        self.resize(760, 560)
        self._lay_out()

    def accept(self) -> None:
        """Keeps everything; where the choices of rules cannot be written, says so and stays."""
        try:
            save_choices(self.rules.choices(), self._settings.choices_file)
        except TreatyError as error:
            self._fault.setText(self._words(f"errors.{error.code}", **error.places))
            self._fault.show()
            return
        settings = self._settings
        settings.reviewer = self.reviewer.text()
        settings.language = Language(self._language.currentData())
        settings.theme = Theme(self._theme.currentData())
        settings.text_size = self._size.currentData()
        settings.spacing = self._spacing.currentData()
        for language, box in self._steps.items():
            settings.set_size_step(language, box.currentData())
        settings.glossary = self._glossary.text() if self._own.isChecked() else ""
        settings.library = Path(self.library.text()) if self.library.text().strip() else traces().library
        super().accept()

    def _lay_out(self) -> None:
        for name, page in (
            ("general", self._general()),
            ("text", self._text()),
            ("glossary", self._glossary_page()),
            ("rules", self._rules_page()),
        ):
            self.tabs.addTab(page, self._words(f"window.settings_{name}"))
        self._fault.hide()
        foot, buttons = line("dialog_foot", (20, 10, 20, 10), 10)
        buttons.addWidget(self._fault, 1)
        buttons.addStretch(1)
        cancel = KeyButton(self._look, self._words("window.cancel"), "Esc")
        cancel.clicked.connect(self.reject)
        done = KeyButton(self._look, self._words("window.keep_settings"), "Ctrl Enter")
        done.setProperty("role", "primary")
        done.setShortcut(QKeySequence("Ctrl+Return"))
        done.clicked.connect(self.accept)
        buttons.addWidget(cancel)
        buttons.addWidget(done)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 8, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.tabs, 1)
        whole.addWidget(foot)

    def _general(self) -> QFrame:
        page, lines = column("paper", (24, 18, 24, 18), 10)
        form = self._form(lines)
        self._add(form, "reviewer", self.reviewer)
        form.addRow("", label(self._words("message.reviewer_hint"), 11.5, "caption"))
        self._add(form, "program_language", self._language)
        self._add(form, "theme", self._theme)
        self._add(form, "library_file", self.library)
        self.library.setMinimumWidth(420)
        choose = QPushButton(self._words("window.choose_library"))
        choose.clicked.connect(self._choose_library)
        form.addRow("", choose)
        lines.addStretch(1)
        return page

    def _text(self) -> QFrame:
        page, lines = column("paper", (24, 18, 24, 18), 10)
        form = self._form(lines)
        for size in TEXT_SIZES:
            self._size.addItem(self._words("window.pixels", count=size), size)
        self._size.setCurrentIndex(self._size.findData(self._settings.text_size))
        self._add(form, "text_size", self._size)
        for language, name in ((Language.KOREAN, "korean_size"), (Language.ENGLISH, "english_size")):
            box = self._steps[language]
            for step in SIZE_STEPS:
                box.addItem(self._step_name(step), step)
            box.setCurrentIndex(box.findData(self._settings.size_step(language)))
            self._add(form, name, box)
        for number, spacing in enumerate(SPACINGS):
            self._spacing.addItem(self._words(f"menu.spacing_{number}"), spacing)
        self._spacing.setCurrentIndex(self._spacing.findData(self._settings.spacing))
        self._add(form, "line_spacing", self._spacing)
        lines.addStretch(1)
        return page

    def _glossary_page(self) -> QFrame:
        page, lines = column("paper", (24, 18, 24, 18), 10)
        (self._own if self._settings.glossary else self._bundled).setChecked(True)
        choose = QPushButton(self._words("window.choose_glossary"))
        choose.clicked.connect(self._choose_glossary)
        self._glossary.setAccessibleName(self._words("window.own_glossary"))
        file = QHBoxLayout()
        file.setContentsMargins(24, 0, 0, 0)
        file.addWidget(self._glossary, 1)
        file.addWidget(choose)
        for part in (self._bundled, self._own):
            part.setFont(font(12.5))
            lines.addWidget(part)
        lines.addLayout(file)
        lines.addWidget(label(self._words("message.glossary_hint"), 11.5, "caption"))
        lines.addStretch(1)
        return page

    def _rules_page(self) -> QFrame:
        page, lines = column("paper", (24, 14, 24, 14), 8)
        lines.addWidget(label(self._words("message.rules_hint"), 11.5, "caption"))
        lines.addWidget(self.rules, 1)
        return page

    def _choose_glossary(self) -> None:
        filters = f"{self._words('window.glossary_files')} (*.tsv *.txt);;{self._words('window.all_files')} (*)"
        start = self._glossary.text() or self._settings.last_folder
        name, _ = QFileDialog.getOpenFileName(self, self._words("window.own_glossary"), start, filters)
        if name:
            self._settings.last_folder = str(Path(name).parent)
            self._glossary.setText(name)
            self._own.setChecked(True)

    def _choose_library(self) -> None:
        filters = f"{self._words('window.library_files')} (*.sqlite);;{self._words('window.all_files')} (*)"
        options = QFileDialog.Option.DontConfirmOverwrite
        title = self._words("window.library_file")
        name, _ = QFileDialog.getSaveFileName(self, title, self.library.text(), filters, options=options)
        if name:
            self.library.setText(name)

    def _form(self, lines: QVBoxLayout) -> QFormLayout:
        form = QFormLayout()
        form.setHorizontalSpacing(18)
        form.setVerticalSpacing(9)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.FieldsStayAtSizeHint)
        lines.addLayout(form)
        return form

    def _add(self, form: QFormLayout, name: str, widget: QWidget) -> None:
        shown: QLabel = label(self._words(f"window.{name}"), 12.5, "ink", wraps=False)
        shown.setBuddy(widget)
        widget.setAccessibleName(shown.text())
        widget.setFont(font(12.5))
        widget.setMinimumWidth(240)
        widget.setFixedHeight(30)
        form.addRow(shown, widget)

    def _choice(self, names: dict[str, str], chosen: str) -> ChoiceBox:
        box = ChoiceBox("", ())
        for key, value in names.items():
            box.addItem(self._words(key), value)
        box.setCurrentIndex(box.findData(chosen))
        return box

    def _step_name(self, step: int) -> str:
        if not step:
            return self._words("window.same_size")
        return self._words("window.step_more" if step > 0 else "window.step_less", count=abs(step))
