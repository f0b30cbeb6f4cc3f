"""The style of Qt's own widgets in a theme's colours, as a style sheet."""

from __future__ import annotations

from pathlib import Path
from string import Template

from desktop.look.palette import Tokens

_SHEET = Template("""
QMainWindow, QDialog, QMessageBox { background: $chrome; }
QMainWindow::separator { width: 1px; height: 1px; background: $line; }
QMenuBar { background: $chrome; padding: 1px 8px; }
QMenuBar::item { padding: 4px 8px; color: $ink; background: transparent; border-radius: 3px; }
QMenuBar::item:selected { background: $accent_tint; }
QMenu { background: $paper; border: 1px solid $line; padding: 4px; }
QMenu::item { padding: 5px 24px 5px 26px; color: $ink; border-radius: 3px; }
QMenu::item:selected { background: $accent_tint; }
QMenu::item:disabled { color: $edge; }
QMenu::separator { height: 1px; background: $hair; margin: 4px 8px; }
QMenu::indicator { left: 7px; }
QToolBar { background: $chrome; border: none; border-bottom: 1px solid $line; padding: 0 8px; spacing: 4px; }
QToolBar::separator { width: 1px; background: $line; margin: 6px 5px; }
QToolBar QToolButton { color: $ink2; border: 1px solid transparent; border-radius: 4px; padding: 4px 5px;
    background: transparent; }
QToolBar QToolButton:hover { background: $hair; }
QToolBar QToolButton:pressed { background: $line; }
QToolBar QToolButton:checked { background: $accent_tint; color: $accent; }
QToolBar QToolButton:disabled { color: $line; }
QToolBar QToolButton:focus { border: 1px solid $accent; }
QToolBar QToolButton[segment="true"] { border: 1px solid $edge; border-radius: 0; padding: 4px 10px; margin: 0;
    background: $paper; }
QToolBar QToolButton[segment="true"]:hover { background: $panel; }
QToolBar QToolButton[segment="true"]:checked { background: $accent_tint; color: $accent; font-weight: 500; }
QToolBar QToolButton[place="first"] { border-top-left-radius: 4px; border-bottom-left-radius: 4px; }
QToolBar QToolButton[place="middle"] { border-left: none; }
QToolBar QToolButton[place="last"] { border-left: none; border-top-right-radius: 4px; border-bottom-right-radius: 4px; }
QToolBar QToolButton[place="alone"] { border-radius: 4px; padding-right: 20px; }
QToolBar QToolButton[place="alone"]::menu-indicator { subcontrol-position: right center; right: 6px; }
QStatusBar { background: $chrome; border-top: 1px solid $line; min-height: 27px; max-height: 27px; }
QStatusBar::item { border: none; }
QStatusBar QLabel { color: $ink2; padding: 0 6px; }
QStatusBar QLabel[role="sign"] { padding: 0; }
QLabel { color: $ink2; background: transparent; }
QLabel[role="title"] { color: $ink; font-weight: 700; }
QLabel[role="strong"] { color: $ink; font-weight: 500; }
QLabel[role="ink"] { color: $ink; }
QLabel[role="private"] { color: $ink; background: $major_tint; border-radius: 3px; padding: 1px 8px; }
QLabel[role="caption"] { color: $ink3; }
QLabel[role="unread"] { color: $ink; background: $major_tint; border-radius: 3px; padding: 4px 8px; }
QFrame[role="panel"], QWidget[role="panel"] { background: $panel; }
QFrame[role="side"] { background: $panel; border: none; border-right: 1px solid $line; }
QFrame[role="paper"] { background: $paper; }
QFrame[role="list"] { background: $paper; border: 1px solid $line; border-radius: 4px; }
QFrame[role="dialog_foot"] { background: $panel; border: none; border-top: 1px solid $line; }
QFrame[role="dialog_head"] { background: $panel; border: none; border-bottom: 1px solid $line; }
QListView[role="paper_list"] { background: $paper; }
QFrame[role="dock_head"] { background: $panel; border-bottom: 1px solid $hair; }
QFrame[role="rule"] { background: $hair; min-height: 1px; max-height: 1px; border: none; }
QFrame[role="line"] { background: $line; min-height: 1px; max-height: 1px; border: none; }
QFrame#message_strip { background: $major_tint; border-bottom: 1px solid $line; }
QFrame#message_strip QLabel { color: $ink; }
QFrame#find_strip { background: $panel; border-bottom: 1px solid $line; }
QFrame#guide_strip { background: $accent_tint; border-bottom: 1px solid $line; }
QLabel[role="key_cap"] { color: $ink2; background: $panel; border: 1px solid $edge; border-radius: 3px; padding: 1px 6px; }
QTabWidget::pane { border: none; border-top: 1px solid $line; }
QTabBar::tab { background: transparent; color: $ink2; padding: 7px 16px; border: none; border-bottom: 2px solid transparent; }
QTabBar::tab:selected { color: $ink; border-bottom: 2px solid $accent; font-weight: 500; }
QTabBar::tab:focus { border: 1px solid $accent; }
QRadioButton { color: $ink; spacing: 8px; padding: 2px; }
QRadioButton:focus, QCheckBox:focus { border: 1px solid $accent; border-radius: 3px; }
QTableWidget { background: $paper; color: $ink; selection-background-color: $accent_tint; selection-color: $ink; }
QTableWidget QHeaderView::section, QDialog QHeaderView::section { background: $panel; color: $ink2; border: none;
    border-bottom: 1px solid $line; padding: 5px 6px; }
QTableView#journal::item { padding: 0 6px 0 14px; color: $ink; }
QTableView#journal::item:selected { background: $accent_tint; color: $ink; }
QTableView#journal QHeaderView::section { padding: 5px 6px 5px 14px; }
QCheckBox { color: $ink; spacing: 8px; padding: 2px; }
QCheckBox::indicator, QTableView::indicator, QListView::indicator, QMenu::indicator {
    width: 14px; height: 14px; border: 1px solid $edge; border-radius: 2px; background: $paper; }
QCheckBox::indicator:checked, QTableView::indicator:checked, QListView::indicator:checked, QMenu::indicator:checked {
    background: $button; border-color: $button; image: url("$tick"); }
QRadioButton::indicator { width: 13px; height: 13px; border: 1px solid $edge; border-radius: 7px; background: $paper; }
QRadioButton::indicator:checked { width: 7px; height: 7px; border: 4px solid $accent; border-radius: 7px; background: $paper; }
QTableWidget QComboBox { margin: 2px 0; }
QFrame#job_strip { background: $panel; border-bottom: 1px solid $line; }
QProgressBar { background: $hair; border: none; border-radius: 2px; min-height: 5px; max-height: 5px; }
QProgressBar::chunk { background: $accent; border-radius: 2px; }
QTableView { background: $paper; border: none; outline: none; }
QHeaderView { background: $paper; border: none; }
QTableCornerButton::section { background: $panel; border: none; border-bottom: 1px solid $line; }
QListView, QTreeView { background: $panel; border: none; outline: none; selection-background-color: transparent; }
QListWidget#report_columns { background: $paper; border: 1px solid $edge; border-radius: 4px; padding: 3px; }
QListWidget#report_columns::item { color: $ink; padding: 1px 0; }
QListWidget#report_columns::item:selected { background: $accent_tint; }
QSplitter::handle { background: $line; }
QFrame[role="card"] { background: $panel; border: none; border-top: 1px solid $line; }
QTextEdit#clause_reader { background: $paper; color: $ink; border: 2px solid $accent; border-radius: 2px; padding: 4px 8px;
    selection-background-color: $pair; selection-color: $ink; }
QLineEdit, QPlainTextEdit { background: $paper; color: $ink; border: 1px solid $edge; border-radius: 4px; padding: 4px 8px;
    selection-background-color: $pair; selection-color: $ink; }
QLineEdit { padding: 1px 8px; }
QLineEdit:focus, QPlainTextEdit:focus { border: 1px solid $accent; }
QComboBox { background: $paper; color: $ink; border: 1px solid $edge; border-radius: 4px; padding: 0 8px; min-height: 26px; }
QComboBox:focus { border: 1px solid $accent; }
QComboBox:disabled { color: $edge; border-color: $line; background: $panel; }
QComboBox::drop-down { border: none; width: 20px; }
QComboBox QAbstractItemView { background: $paper; color: $ink; border: 1px solid $line;
    selection-background-color: $accent_tint; selection-color: $ink; }
QTabBar { background: $panel; }
QTabBar::tab { background: $panel; color: $ink2; padding: 6px 14px; border: none; border-bottom: 2px solid transparent; }
QTabBar::tab:selected { color: $ink; border-bottom: 2px solid $accent; }
QTabBar::tab:focus { color: $accent; }
QMainWindow > QTabBar::tab { padding: 6px 9px; }
QPushButton { background: $paper; color: $ink; border: 1px solid $edge; border-radius: 4px; padding: 0 12px;
    min-height: 28px; font-weight: 500; }
QPushButton:hover { background: $panel; }
QPushButton:pressed { background: $hair; }
QPushButton:focus { border: 2px solid $accent; }
QPushButton:disabled { color: $edge; border-color: $line; background: $panel; }
QPushButton:checked { background: $accent_tint; color: $accent; border-color: $accent; }
QPushButton[role="primary"] { background: $button; color: $on_accent; border: 1px solid $button; }
QPushButton[role="primary"]:focus { border: 2px solid $ink; }
QPushButton[role="primary"]:disabled { background: $panel; color: $edge; border-color: $line; }
QPushButton[role="chip"] { min-height: 20px; border-radius: 3px; padding: 0 7px; font-weight: 400;
    color: $ink2; background: $paper; }
QPushButton[role="chip"]:checked { background: $accent_tint; border-color: $accent; color: $ink; }
QPushButton[role="link"] { border: none; background: transparent; color: $accent; padding: 0 4px;
    min-height: 20px; font-weight: 400; }
QPushButton[role="link"]:hover { text-decoration: underline; }
QPushButton[role="link"]:focus { border: 1px solid $accent; }
QPushButton[role="link"]:disabled { color: $edge; }
QPushButton[role="sample"] { border: none; background: transparent; text-align: left; padding: 0 6px; min-height: 30px; }
QPushButton[role="sample"]:hover { background: $accent_tint; }
QPushButton[role="sample"]:focus { border: 1px solid $accent; }
QToolButton[role="close"] { border: none; background: transparent; padding: 4px; border-radius: 3px; }
QToolButton[role="close"]:hover { background: $hair; }
QToolButton[role="close"]:focus { border: 1px solid $accent; }
QFrame[role="drop_zone"] { background: $panel; border: 1px dashed $edge; border-radius: 4px; }
QFrame[role="drop_zone"][over="true"] { background: $accent_tint; border: 1px dashed $accent; }
QFrame[role="drop_zone"][filled="true"] { background: $panel; border: 1px solid $line; }
QFrame[role="drop_zone"]:focus { border: 2px solid $accent; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar::handle:vertical { background: $line; min-height: 32px; border-radius: 3px; margin: 2px; }
QScrollBar::handle:vertical:hover { background: $edge; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle:horizontal { background: $line; min-width: 32px; border-radius: 3px; margin: 2px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QToolTip { background: $panel; color: $ink; border: 1px solid $line; padding: 3px 6px; }
""")


def style_sheet(tokens: Tokens, tick: Path) -> str:
    """The sheet in a theme's colours; `tick` is the drawing of the sign in a ticked box."""
    return _SHEET.substitute(tokens.names(), tick=tick.as_posix())
