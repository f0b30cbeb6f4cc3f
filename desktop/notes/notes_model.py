"""The reviewers' remarks and lasting dismissals as one list, each kind under a head."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.headless.signed import signed
from desktop.open_review.review_controller import ReviewController
from resources.wording_table import Wording
from treaty.review.review import Comment, Dismissal

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class NotesHead:
    """The head over entries of one kind."""

    words: str


@dataclass(frozen=True, slots=True)
class NoteLine:
    """A remark or a dismissal as the list shows it: where it stands, who made it, what it says, and what it is about."""

    entry: Comment | Dismissal
    where: str
    by: str
    said: str
    about: str


class NotesModel(QAbstractListModel):
    """Rows are heads and lines; remarks stand in the order of their rows in the table."""

    def __init__(self, controller: ReviewController, words: Wording, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._controller, self._words = controller, words
        self._lines: list[NotesHead | NoteLine] = []
        for signal in (controller.opened, controller.rows_changed, controller.edited):
            signal.connect(self.read)
        self.read()

    def read(self) -> None:
        """Lists the review's remarks and dismissals anew, if they are others."""
        lines = self._all_lines()
        if lines != self._lines:
            self.beginResetModel()
            self._lines = lines
            self.endResetModel()

    def line(self, row: int) -> NotesHead | NoteLine:
        return self._lines[row]

    @property
    def comments(self) -> int:
        return len(self._controller.review.comments) if self._controller.review else 0

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        if not index.isValid() or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        line = self._lines[index.row()]
        if isinstance(line, NotesHead):
            return line.words
        return ", ".join(filter(None, (line.where, line.said, line.about, line.by)))

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and isinstance(self._lines[index.row()], NotesHead):
            return Qt.ItemFlag.ItemIsEnabled
        return super().flags(index)

    def _all_lines(self) -> list[NotesHead | NoteLine]:
        review = self._controller.review
        if review is None:
            return []
        comments = sorted(map(self._comment_line, review.comments.values()), key=self._row_of)
        dismissals = [self._dismissal_line(dismissal) for dismissal in review.dismissals.values()]
        lines: list[NotesHead | NoteLine] = []
        for name, kind in (("window.comments_head", comments), ("window.dismissals_head", dismissals)):
            if kind:
                lines += [NotesHead(self._words(name, count=len(kind))), *kind]
        return lines

    def _row_of(self, line: NoteLine) -> int:
        assert isinstance(line.entry, Comment)
        row = self._controller.shown.row_of_clause(line.entry.clause)
        return len(self._controller.rows) if row is None else row

    def _comment_line(self, comment: Comment) -> NoteLine:
        row = self._controller.shown.row_of_clause(comment.clause)
        cells = self._controller.rows[row].cells if row is not None else ()
        clause = next((each for cell in cells for each in cell.clauses if each.clause == comment.clause), None)
        about = clause.text if clause else ""
        if clause and comment.span:
            about = comment.span.of(clause.text)
        where = clause.path if clause else self._words("window.not_shown")
        return NoteLine(comment, where, signed(comment.author, comment.at), comment.text, about)

    def _dismissal_line(self, dismissal: Dismissal) -> NoteLine:
        none = self._words("window.no_words")
        about = " — ".join(side or none for side in (dismissal.left, dismissal.right))
        where = " · ".join((self._words("window.rule", rule=dismissal.rule), self._words(f"verdict.{dismissal.verdict}")))
        return NoteLine(dismissal, where, signed(dismissal.author, dismissal.at), dismissal.reason, about)
