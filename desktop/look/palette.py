"""The colours of the light and the dark theme, by what they are used for."""

from __future__ import annotations

from dataclasses import dataclass, fields

from PySide6.QtGui import QColor, QPalette

from treaty.model import Severity


@dataclass(frozen=True, slots=True)
class Tokens:
    """The colours of one theme."""

    paper: QColor
    panel: QColor
    chrome: QColor
    heading: QColor
    empty: QColor
    gone: QColor
    hair: QColor
    line: QColor
    edge: QColor
    ink: QColor
    ink2: QColor
    ink3: QColor
    accent: QColor
    accent_tint: QColor
    sel: QColor
    pair: QColor
    button: QColor
    on_accent: QColor
    critical: QColor
    critical_tint: QColor
    major: QColor
    major_tint: QColor
    minor: QColor
    minor_tint: QColor
    info: QColor
    level_0: QColor
    level_1: QColor
    level_2: QColor
    level_3: QColor
    level_4: QColor
    level_5: QColor
    level_6: QColor
    level_frame: QColor

    @classmethod
    def of_names(cls, names: dict[str, str]) -> Tokens:
        return cls(**{name: QColor(value) for name, value in names.items()})

    def names(self) -> dict[str, str]:
        """Every colour as #rrggbb, by token."""
        return {field.name: getattr(self, field.name).name() for field in fields(self)}

    def of(self, severity: Severity) -> QColor:
        colour: QColor = getattr(self, severity.value)
        return colour

    def tint(self, severity: Severity) -> QColor | None:
        """The pale fill under words with a finding; the two lesser severities have none."""
        return {Severity.CRITICAL: self.critical_tint, Severity.MAJOR: self.major_tint}.get(severity)


LIGHT = Tokens.of_names(
    {
        "paper": "#FDFDFB", "panel": "#F8F8F6", "chrome": "#F1F2F1",
        "heading": "#F4F5F3", "empty": "#F1F2EF", "gone": "#E6E8E5",
        "hair": "#E3E5E2", "line": "#C4C9C6", "edge": "#7F8784",
        "ink": "#1C2124", "ink2": "#4E575B", "ink3": "#616B6F",
        "accent": "#0E6660", "accent_tint": "#E4F1EF", "sel": "#EAF3F1", "pair": "#BFE3DC",
        "button": "#0E6660", "on_accent": "#FFFFFF",
        "critical": "#9E1238", "critical_tint": "#FAE6EA", "major": "#8A5E00", "major_tint": "#FAF0D5",
        "minor": "#2C5FA8", "minor_tint": "#E6EEF9", "info": "#626B70",
        "level_0": "#FDFDFB", "level_1": "#CFE2DE", "level_2": "#A9CBC6", "level_3": "#7DB0A9", "level_4": "#2F7A72",
        "level_5": "#14625C", "level_6": "#0B3F3C", "level_frame": "#3E8A82",
    }
)  # fmt: skip
DARK = Tokens.of_names(
    {
        "paper": "#1B1E20", "panel": "#212527", "chrome": "#25292B",
        "heading": "#222628", "empty": "#212426", "gone": "#34393B",
        "hair": "#32373A", "line": "#4A5154", "edge": "#838B8E",
        "ink": "#E3E5E2", "ink2": "#B1B8B9", "ink3": "#9BA3A5",
        "accent": "#6CC3B7", "accent_tint": "#1E3835", "sel": "#20302F", "pair": "#1E4F49",
        "button": "#2A766D", "on_accent": "#FFFFFF",
        "critical": "#FF8FA3", "critical_tint": "#47242D", "major": "#E8C15A", "major_tint": "#3B331F",
        "minor": "#93BBF2", "minor_tint": "#22304A", "info": "#A0A8AA",
        "level_0": "#1B1E20", "level_1": "#1F423F", "level_2": "#24544F", "level_3": "#2B6A63", "level_4": "#6CC3B7",
        "level_5": "#A3D9D0", "level_6": "#DDF4F0", "level_frame": "#58A89D",
    }
)  # fmt: skip


def qt_palette(tokens: Tokens) -> QPalette:
    """Qt's own palette in a theme's colours. Ours, because a colour scheme set by style hints has no effect everywhere."""
    role, colours = QPalette.ColorRole, QPalette()
    for name, colour in (
        (role.Window, tokens.chrome), (role.WindowText, tokens.ink), (role.Base, tokens.paper), (role.Text, tokens.ink),
        (role.AlternateBase, tokens.panel), (role.Button, tokens.chrome), (role.ButtonText, tokens.ink2),
        (role.ToolTipBase, tokens.panel), (role.ToolTipText, tokens.ink), (role.PlaceholderText, tokens.ink3),
        (role.Highlight, tokens.pair), (role.HighlightedText, tokens.ink), (role.Link, tokens.accent),
        (role.LinkVisited, tokens.accent), (role.Light, tokens.paper), (role.Midlight, tokens.hair), (role.Mid, tokens.line),
        (role.Dark, tokens.edge), (role.Shadow, tokens.line), (role.Accent, tokens.accent),
    ):  # fmt: skip
        colours.setColor(name, colour)
    for name in (role.WindowText, role.Text, role.ButtonText):
        colours.setColor(QPalette.ColorGroup.Disabled, name, tokens.edge)
    return colours
