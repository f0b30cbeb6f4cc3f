"""The pages of the report as they will come out, one at a time."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPixmap, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.background.jobs import Jobs
from desktop.headless.protocols import ReportWriter
from desktop.reports.pages import PdfPages
from desktop.traces.scratch import scratch_folder
from desktop.widgets.page_parts import label, link_button
from resources.wording_table import Wording
from treaty.errors import TreatyError
from treaty.progress import Progress
from treaty.review.report import Report

DOTS_AN_INCH = 144.0


class PagePreview(QWidget):
    """Writes a report beside the window and shows its pages; a newer report takes the place of the one under way."""

    def __init__(self, words: Wording, write_report: ReportWriter, jobs: Jobs) -> None:
        super().__init__()
        self._words, self._write_report, self._jobs = words, write_report, jobs
        self._image = QImage()
        self._pages: PdfPages | None = None
        self.page = 0
        self.sheet = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self.sheet.setMinimumSize(480, 340)
        self._place = label("", 12.5, "caption", wraps=False)
        self._before, self._after = (link_button(words(f"window.{name}")) for name in ("page_before", "page_after"))
        self._before.clicked.connect(lambda: self.show_page(self.page - 1))
        self._after.clicked.connect(lambda: self.show_page(self.page + 1))
        self._lay_out()

    @property
    def pages(self) -> int:
        """How many pages the report has; 0 while the first is being made."""
        return len(self._pages) if self._pages else 0

    def show_report(self, report: Report) -> None:
        self._place.setText(self._words("window.preview_running"))
        self._jobs.run(lambda progress: self._made(report, progress), self._show, self._tell)

    def forget(self) -> None:
        """Lets the pages go; they are made anew when they are wanted again."""
        if self._pages:
            self._pages.close()
        self._pages = None

    def show_page(self, page: int) -> None:
        """Shows a page by its place, from 0; the nearest where there is none."""
        if not self._pages:
            return
        self.page = max(0, min(page, self.pages - 1))
        self._image = self._pages.image(self.page, DOTS_AN_INCH)
        self._place.setText(self._words("window.page_of", page=self.page + 1, pages=self.pages))
        self._before.setEnabled(self.page > 0)
        self._after.setEnabled(self.page < self.pages - 1)
        self._draw()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._draw()

    def _made(self, report: Report, progress: Progress) -> bytes:
        """The report as a PDF, of which nothing stays on the disk."""
        with scratch_folder() as folder:
            path = folder / "pages.pdf"
            self._write_report(report, path, progress=progress)
            return path.read_bytes()

    def _show(self, content: bytes) -> None:
        self.forget()
        self._pages = PdfPages(content)
        self.show_page(self.page)

    def _tell(self, error: Exception) -> None:
        if not isinstance(error, TreatyError):
            raise error
        self._place.setText(self._words(f"errors.{error.code}", **error.places))

    def _draw(self) -> None:
        if not self._pages:
            return
        ratio = self.devicePixelRatioF()
        room = self.sheet.size() * ratio
        smooth = Qt.TransformationMode.SmoothTransformation
        pixmap = QPixmap.fromImage(self._image.scaled(room, Qt.AspectRatioMode.KeepAspectRatio, smooth))
        pixmap.setDevicePixelRatio(ratio)
        self.sheet.setPixmap(pixmap)

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.addStretch(1)
        for part in (self._before, self._place, self._after):
            foot.addWidget(part)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.sheet, 1)
        column.addLayout(foot)
