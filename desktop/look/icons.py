"""The bundled line icons in the colours of a theme."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from desktop.look.palette import Tokens

DEVICE_RATIOS = (1.0, 2.0)


class Icons:
    """The bundled line icons, drawn in the colours of one theme."""

    def __init__(self, folder: Path, tokens: Tokens) -> None:
        self._folder = folder
        self._colours = tokens.names()
        self._pixmaps: dict[tuple[str, str, int, float], QPixmap] = {}

    def icon(self, name: str, colour: str = "ink2", size: int = 18, *, checkable: bool = False) -> QIcon:
        """An icon for a button or an action; a `checkable` one looks different while it is on."""
        made = QIcon()
        for ratio in DEVICE_RATIOS:
            made.addPixmap(self.pixmap(name, colour, size, ratio))
            made.addPixmap(self.pixmap(name, "line", size, ratio), QIcon.Mode.Disabled)
            if checkable:
                made.addPixmap(self.pixmap(name, "accent", size, ratio), QIcon.Mode.Normal, QIcon.State.On)
        return made

    def pixmap(self, name: str, colour: str = "ink2", size: int = 16, ratio: float = 1.0) -> QPixmap:
        key = (name, colour, size, ratio)
        if key not in self._pixmaps:
            self._pixmaps[key] = self._drawn(*key)
        return self._pixmaps[key]

    def for_painter(self, painter: QPainter, name: str, colour: str, size: int) -> QPixmap:
        """An icon as sharp as what is painted on."""
        return self.pixmap(name, colour, size, painter.device().devicePixelRatioF())

    def _drawn(self, name: str, colour: str, size: int, ratio: float) -> QPixmap:
        drawing = _drawing(self._folder / f"{name}.svg")
        # QSvgRenderer paints currentColor black, so the theme's colour is written into the drawing.
        drawing = drawing.replace("currentColor", self._colours[colour]).replace('stroke-width="2"', 'stroke-width="1.7"')
        pixmap = QPixmap(QSize(size, size) * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        QSvgRenderer(QByteArray(drawing.encode())).render(painter, QRectF(0, 0, size, size))
        painter.end()
        return pixmap


@cache
def _drawing(file: Path) -> str:
    """An icon's SVG; read once for all colours, sizes and windows."""
    return file.read_text(encoding="utf-8")
