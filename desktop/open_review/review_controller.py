"""The review on the desk: the one place that applies edits, and tells the views what they changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desktop.open_review.shown_rows import FoundPlace, ShownRows
from treaty.model import Relation, Severity, TreatyText
from treaty.review.edits import UNSIGNED, Signature, set_note, set_suggestion, set_verdict
from treaty.review.history import History
from treaty.review.places import file_of
from treaty.review.review import Changes, Comparison, Edit, Review, Verdict
from treaty.review.rows import Row, RowOptions


@dataclass(frozen=True, slots=True)
class Shelved:
    """A review put by with its unsaved work, to be taken up again."""

    review: Review
    history: History
    path: Path | None
    title: str


class ReviewController(QObject):
    """Holds the review that is shown, its rows, and which finding is the current one.

    Signals: `opened` (another review, or none), `rows_changed` (other findings or texts are shown), `changed` (the indexes of
    rows that an edit touched), `current_changed` (a finding's id, empty for none), `saved_changed`, `edited` (an edit was
    carried out or taken back), `refused` (an edit on a review that can only be read).
    """

    opened = Signal()
    rows_changed = Signal()
    changed = Signal(object)
    current_changed = Signal(str)
    saved_changed = Signal()
    edited = Signal()
    refused = Signal()

    def __init__(self, sign: Callable[[], Signature] = lambda: UNSIGNED, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.sign = sign
        self.review: Review | None = None
        self.path: Path | None = None
        self.read_only = False
        self.shown = ShownRows()
        self.current = ""
        self.shows_info = False
        self._history: History | None = None

    @property
    def rows(self) -> list[Row]:
        return self.shown.rows

    @property
    def found(self) -> dict[str, FoundPlace]:
        return self.shown.found

    def open(self, review: Review, path: Path | None = None, *, unsaved: bool = False) -> None:
        """Puts another review on the desk; `path` is the file it was saved in, if any; `unsaved`: not as it is now."""
        history = History(review)
        if unsaved:
            history.mark_unsaved()
        self._put_on_desk(review, path, history)
        if unsaved:
            self.edited.emit()

    def close(self) -> None:
        """Takes the review off the desk; nothing is open then."""
        self.shown, self._history = ShownRows(), None
        self.review, self.path, self.current, self.read_only = None, None, "", False
        self._tell_other_review()

    def set_read_only(self, read_only: bool) -> None:
        """Says whether the review can only be read, since another program has its file."""
        if self.read_only != read_only:
            self.read_only = read_only
            self.saved_changed.emit()

    def work_on_copy(self) -> None:
        """Goes on with a review that can only be read as with one that was never saved."""
        assert self._history is not None
        self.path, self.read_only = None, False
        self._history.mark_unsaved()
        self.saved_changed.emit()

    def shelve(self) -> Shelved:
        """What is on the desk, with its history."""
        assert self.review is not None
        assert self._history is not None
        return Shelved(self.review, self._history, self.path, self.title)

    def take_up(self, shelved: Shelved) -> None:
        self._put_on_desk(shelved.review, shelved.path, shelved.history)

    def file_of(self, text: TreatyText) -> Path | None:
        """The file that a text was read from; None where it is not to be found."""
        return file_of(self.review, text, self.path) if self.review else None

    @property
    def files(self) -> list[Path]:
        """The files that the texts were read from, each once; none where one of them is not to be found."""
        known = [self.file_of(text) for text in self.review.texts] if self.review else []
        return list(dict.fromkeys(file for file in known if file)) if all(known) else []

    @property
    def comparison(self) -> Comparison:
        """The comparison that is shown."""
        assert self.review is not None
        return self.review.comparisons[0]

    @property
    def texts(self) -> tuple[TreatyText, ...]:
        """The compared texts, a column each; none where nothing is open."""
        if self.review is None:
            return ()
        return self.review.text(self.comparison.left), self.review.text(self.comparison.right)

    def text_of(self, clause: str) -> TreatyText:
        """The text that a clause belongs to."""
        return next(text for text in self.texts if any(each.id == clause for each in text.clauses))

    @property
    def versions(self) -> bool:
        """Whether the texts are two versions of one."""
        return self.review is not None and self.comparison.relation is Relation.REVISION

    def name_of(self, text: TreatyText) -> str:
        """The wording table's key for what to call one of the compared texts: its language, or which of two versions it is."""
        if self.versions:
            return "window.earlier_text" if text.id == self.comparison.left else "window.new_text"
        return f"language.{text.language}"

    @property
    def is_four_way(self) -> bool:
        """Whether the review holds two versions in two languages."""
        return self.review is not None and len({text.language for text in self.review.texts}) * 2 == len(self.review.texts) == 4

    @property
    def title(self) -> str:
        return self.texts[0].title or self.texts[0].source.name if self.review else ""

    @property
    def counts(self) -> Counter[Severity]:
        """All findings of the comparison by severity, the reviewer's where he gave one; shown or not."""
        if not self.review:
            return Counter()
        judged = self.review.judgements
        return Counter(
            (judged[finding.id].severity if finding.id in judged else None) or finding.severity
            for finding in self.comparison.findings
        )

    @property
    def open_findings(self) -> int:
        return sum(place.open for place in self.found.values())

    @property
    def unsaved(self) -> bool:
        return self._history is not None and self._history.unsaved

    @property
    def next_undo(self) -> str | None:
        return self._history.next_undo if self._history else None

    @property
    def next_redo(self) -> str | None:
        return self._history.next_redo if self._history else None

    def set_verdict(self, verdict: Verdict | None) -> None:
        """Judges the current finding; None opens it again."""
        if self.review and self.current and self.found[self.current].entry.judgement.verdict != verdict:
            self.do(set_verdict(self.review, self.current, verdict, self.sign()))

    def set_note(self, finding: str, note: str) -> None:
        if self.review and self.review.judgement(finding).note != note.strip():
            self.do(set_note(self.review, finding, note, self.sign()))

    def set_suggestion(self, finding: str, suggestion: str) -> None:
        if self.review and self.review.judgement(finding).suggestion != suggestion.strip():
            self.do(set_suggestion(self.review, finding, suggestion, self.sign()))

    def do(self, edit: Edit) -> None:
        """Carries out an edit, which can then be undone; on a review that another window has, nothing."""
        assert self._history is not None
        if self.read_only:
            self.refused.emit()
        else:
            self._tell(self._history.do(edit, self.sign()))

    def undo(self) -> None:
        if self._history and not self.read_only:
            self._tell(self._history.undo(self.sign()))

    def redo(self) -> None:
        if self._history and not self.read_only:
            self._tell(self._history.redo(self.sign()))

    def mark_saved(self, path: Path) -> None:
        assert self._history is not None
        self.path = path
        self._history.mark_saved()
        self.saved_changed.emit()

    def select(self, finding: str) -> None:
        """Makes a finding the current one; "" for none."""
        if finding == self.current or (finding and finding not in self.found):
            return
        self.current = finding
        self.current_changed.emit(finding)

    def show_info(self, shown: bool) -> None:
        """Shows or hides the findings that only deserve a look."""
        if shown == self.shows_info:
            return
        self.shows_info = shown
        if self.review:
            self._read_anew()

    def _put_on_desk(self, review: Review, path: Path | None, history: History) -> None:
        self.review, self.path, self.current, self.read_only = review, path, "", False
        self._history = history
        self._read_rows()
        self._tell_other_review()

    def _tell_other_review(self) -> None:
        self.opened.emit()
        self.current_changed.emit("")
        self.saved_changed.emit()

    def _read_rows(self) -> None:
        assert self.review is not None
        before = self.shown if self.shown.shows(self.review) else None
        self.shown = ShownRows(self.review, RowOptions(info=self.shows_info), before)

    def _read_anew(self) -> None:
        """Reads all rows after others are to be shown; a current finding that is not among them is current no more."""
        self._read_rows()
        gone = self.current not in self.found
        if gone:
            self.current = ""
        self.rows_changed.emit()
        if gone:
            self.current_changed.emit("")

    def _tell(self, changes: Changes) -> None:
        if changes.texts:
            self._read_anew()
        else:
            self.changed.emit(self.shown.read_again(changes))
        self.saved_changed.emit()
        self.edited.emit()
