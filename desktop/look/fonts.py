"""The type of the window: the bundled fonts, made known to Qt, and one of them in a size."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication

FAMILY = "Noto Sans KR"
FONT_FILES = ("NotoSansKR-Regular.ttf", "NotoSansKR-Medium.ttf", "NotoSansKR-Bold.ttf")


def load_fonts(folder: Path) -> None:
    """Makes the bundled fonts known to Qt."""
    for name in FONT_FILES:
        if QFontDatabase.addApplicationFont(str(folder / name)) < 0:
            raise FileNotFoundError(folder / name)


def font(pixels: float, weight: int = 400) -> QFont:
    """The window's font; in points, since Qt's pixel sizes know no halves."""
    made = QFont(FAMILY)
    made.setPointSizeF(pixels * 72 / QGuiApplication.primaryScreen().logicalDotsPerInch())
    made.setWeight(QFont.Weight(weight))
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made
