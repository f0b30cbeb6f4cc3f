"""The actions of the window: their keys, icons, and the menus they stand in. What they do is in operations/."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from desktop.look import Look
from resources.wording_table import Wording


@dataclass(frozen=True, slots=True)
class ActionKind:
    """One action. `group` names the actions of which one at a time is on; a `local` key acts only in table and list,
    one `of_table` only in the table."""

    name: str
    keys: str = ""
    icon: str = ""
    checkable: bool = False
    group: str = ""
    local: bool = False
    of_table: bool = False


SEPARATOR = None
MENUS: dict[str, tuple[ActionKind | None, ...]] = {
    "file": (
        ActionKind("open", "Ctrl+O", "folder-open"),
        ActionKind("pasted", "Ctrl+Shift+V", "clipboard-paste"),
        ActionKind("save", "Ctrl+S", "save"),
        ActionKind("save_as", "Ctrl+Shift+S"),
        ActionKind("close", "Ctrl+W"),
        SEPARATOR,
        ActionKind("reread", icon="refresh-cw"),
        ActionKind("bring_in"),
        SEPARATOR,
        ActionKind("export", "Ctrl+E", "download"),
        ActionKind("report", "Ctrl+P"),
        ActionKind("corrections"),
        ActionKind("tracked"),
        ActionKind("annotate"),
        ActionKind("read_back"),
        SEPARATOR,
        ActionKind("settings", "Ctrl+,"),
        ActionKind("forget"),
        ActionKind("quit", "Ctrl+Q"),
    ),
    "edit": (
        ActionKind("undo", "Ctrl+Z", "undo-2"),
        ActionKind("redo", "Ctrl+Y", "redo-2"),
        ActionKind("journal", "Ctrl+H"),
        SEPARATOR,
        ActionKind("copy", "Ctrl+C", "copy", local=True),
        ActionKind("find", "Ctrl+F", "search"),
        ActionKind("find_next", "F3"),
        ActionKind("find_previous", "Shift+F3"),
        ActionKind("jump", "Ctrl+G"),
    ),
    "view": (
        ActionKind("all_rows", "Ctrl+1", checkable=True, group="rows"),
        ActionKind("different_rows", "Ctrl+2", checkable=True, group="rows"),
        ActionKind("open_rows", "Ctrl+3", checkable=True, group="rows"),
        ActionKind("changed_rows", "Ctrl+4", checkable=True, group="rows"),
        ActionKind("unlinked_rows", "Ctrl+5", checkable=True, group="rows"),
        ActionKind("four_way", "Ctrl+6"),
        ActionKind("agreements", "Ctrl+7"),
        SEPARATOR,
        ActionKind("column_link", checkable=True),
        ActionKind("column_left", checkable=True),
        ActionKind("column_right", checkable=True),
        ActionKind("wider", "Ctrl+Alt+Right"),
        ActionKind("narrower", "Ctrl+Alt+Left"),
        SEPARATOR,
        ActionKind("why_linked", "Ctrl+I"),
        ActionKind("next_value", "Ctrl+Right", of_table=True),
        ActionKind("previous_value", "Ctrl+Left", of_table=True),
        SEPARATOR,
        ActionKind("find_precedents", "Ctrl+R"),
        ActionKind("nearest_clauses", "Ctrl+Shift+R"),
        ActionKind("concordance", "Ctrl+Shift+F"),
        SEPARATOR,
        ActionKind("thorough", "Ctrl+T", checkable=True),
        SEPARATOR,
        ActionKind("documents_dock", "F9", "panel-left", checkable=True),
        ActionKind("findings_dock", "F4", "panel-right", checkable=True),
        ActionKind("notes_dock", "Shift+F4", checkable=True),
        ActionKind("themes_dock", "F5", checkable=True),
        ActionKind("terms_dock", "Shift+F5", checkable=True),
        ActionKind("precedents_dock", "F12", checkable=True),
        SEPARATOR,
        ActionKind("larger", "Ctrl++"),
        ActionKind("smaller", "Ctrl+-"),
        ActionKind("usual_size", "Ctrl+0"),
        ActionKind("spacing_0", checkable=True, group="spacing"),
        ActionKind("spacing_1", checkable=True, group="spacing"),
        ActionKind("spacing_2", checkable=True, group="spacing"),
        ActionKind("full_screen", "F11", checkable=True),
        SEPARATOR,
        ActionKind("theme_system", checkable=True, group="theme"),
        ActionKind("theme_light", checkable=True, group="theme"),
        ActionKind("theme_dark", checkable=True, group="theme"),
        SEPARATOR,
        ActionKind("language_ko", checkable=True, group="language"),
        ActionKind("language_en", checkable=True, group="language"),
    ),
    "review": (
        ActionKind("next_finding", "F8", "chevron-down"),
        ActionKind("previous_finding", "Shift+F8", "chevron-up"),
        ActionKind("next_unread", "F6"),
        ActionKind("previous_unread", "Shift+F6"),
        SEPARATOR,
        ActionKind("accept", "1", "check", local=True),
        ActionKind("dismiss", "2", "x", local=True),
        ActionKind("query", "3", "message-circle-question-mark", local=True),
        ActionKind("accept_difference", "4", local=True),
        ActionKind("reopen", "0", local=True),
        ActionKind("note", "Return", local=True),
        ActionKind("dismiss_like", "Ctrl+Shift+D", "ban"),
        SEPARATOR,
        ActionKind("own_finding", "Ctrl+Shift+A", "flag"),
        ActionKind("comment", "Ctrl+Alt+M", "message-square"),
        SEPARATOR,
        ActionKind("state_read", "Space", "check", of_table=True),
        ActionKind("state_agreed", "5", "check-check", of_table=True),
        ActionKind("state_to_discuss", "6", "messages-square", of_table=True),
        ActionKind("state_unread", "7", of_table=True),
    ),
    "links": (
        ActionKind("next_unlinked", "Ctrl+F8"),
        ActionKind("previous_unlinked", "Ctrl+Shift+F8"),
        SEPARATOR,
        ActionKind("confirm_link", "Ctrl+Shift+P", "pin"),
        ActionKind("release_link"),
        ActionKind("link", "Ctrl+L", "link"),
        ActionKind("unlink", "Ctrl+Shift+L", "unlink"),
        ActionKind("merge_rows", "Ctrl+M", "merge"),
        ActionKind("split_row", "Ctrl+Shift+M", "split"),
        ActionKind("move_up", "Alt+Up", of_table=True),
        ActionKind("move_down", "Alt+Down", of_table=True),
        SEPARATOR,
        ActionKind("split_clause", "Ctrl+Return", "scissors"),
        ActionKind("join_clauses", "Ctrl+J", "combine"),
        ActionKind("set_label"),
        ActionKind("set_kind"),
        ActionKind("set_clause_aside", "Delete", of_table=True),
        ActionKind("set_aside"),
        SEPARATOR,
        ActionKind("swap_columns", icon="arrow-left-right"),
    ),
    "help": (ActionKind("keys", "F1"), ActionKind("guide"), SEPARATOR, ActionKind("about")),
}  # fmt: skip


def every_kind() -> Iterator[ActionKind]:
    """All actions in the order of the menus."""
    return (kind for menu in MENUS.values() for kind in menu if kind)


class Actions(Mapping[str, QAction]):
    """The actions of one window, by name."""

    def __init__(self, look: Look, words: Wording, window: QMainWindow) -> None:
        self._words = words
        self._groups: dict[str, QActionGroup] = {}
        self._actions = {kind.name: self._made(kind, look, window) for kind in every_kind()}

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._actions)

    def __len__(self) -> int:
        return len(self._actions)

    def local(self) -> list[QAction]:
        """The actions whose keys act in table and list alone, where they are added."""
        return [self._actions[kind.name] for kind in every_kind() if kind.local]

    def of_table(self) -> list[QAction]:
        """The actions whose keys act in the table alone."""
        return [self._actions[kind.name] for kind in every_kind() if kind.of_table]

    def fill_menus(self, window: QMainWindow) -> dict[str, QMenu]:
        """Puts the actions into the window's menu bar."""
        menus = {name: window.menuBar().addMenu(self._words(f"menu.{name}_menu")) for name in MENUS}
        for name, kinds in MENUS.items():
            for kind in kinds:
                menus[name].addAction(self._actions[kind.name]) if kind else menus[name].addSeparator()
        return menus

    def everywhere(self) -> list[QAction]:
        """The actions whose keys act in the whole window, also while its menus are hidden."""
        return [self._actions[kind.name] for kind in every_kind() if not (kind.local or kind.of_table)]

    def _made(self, kind: ActionKind, look: Look, window: QMainWindow) -> QAction:
        action = QAction(self._words(f"menu.{kind.name}"), window)
        action.setObjectName(kind.name)
        if kind.keys:
            action.setShortcut(QKeySequence(kind.keys))
        if kind.icon:
            action.setIcon(look.icons.icon(kind.icon, size=20, checkable=kind.checkable))
            action.setIconVisibleInMenu(False)
        action.setCheckable(kind.checkable)
        if kind.local or kind.of_table:
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        if kind.group:
            self._groups.setdefault(kind.group, QActionGroup(window)).addAction(action)
        return action
