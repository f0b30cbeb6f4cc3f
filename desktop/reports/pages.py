"""A written PDF as pictures of its pages: what is seen before, and what goes to the printer, are the same pages."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPrintSupport import QPrinter

from treaty.progress import Progress

POINTS_AN_INCH = 72
FINEST = 300
"""Dots an inch that are sent to printers which could take more: an A4 page has 35 MB then."""


class PdfPages:
    """The pages of one PDF."""

    def __init__(self, pdf: Path | bytes) -> None:
        import pypdfium2  # only here: the window should not wait for it when it opens

        self._document = pypdfium2.PdfDocument(pdf)

    def __len__(self) -> int:
        return len(self._document)

    def image(self, page: int, dots_an_inch: float) -> QImage:
        """A page as it prints. Highlights at the findings are for the screen of a PDF viewer alone."""
        bitmap = self._document[page].render(scale=dots_an_inch / POINTS_AN_INCH, may_draw_forms=False, draw_annots=False)
        pixels = bitmap.to_numpy()
        height, width = pixels.shape[:2]
        image = QImage(pixels.tobytes(), width, height, pixels.strides[0], QImage.Format.Format_BGR888)
        # The pixels above are Python's: the copy is Qt's own.
        return image.copy()

    def close(self) -> None:
        self._document.close()


def print_pages(path: Path, printer: QPrinter, progress: Progress) -> None:
    """Prints the pages that the printer was asked for, or all; stops between pages where `progress` says so."""
    pages = PdfPages(path)
    first = max(1, printer.fromPage())
    last = min(printer.toPage() or len(pages), len(pages))
    painter = QPainter(printer)
    try:
        for number in range(first, last + 1):
            progress.report(number - first, last - first + 1, "progress.print")
            if number > first:
                printer.newPage()
            dots = min(FINEST, printer.resolution())
            box = QRectF(printer.paperRect(QPrinter.Unit.DevicePixel))
            painter.drawImage(box, pages.image(number - 1, dots))
    except BaseException:
        printer.abort()
        raise
    finally:
        painter.end()
        pages.close()
