"""Stand-ins for the work and the user's answers: what the window asks for is there at once, and made up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from threading import Event

from desktop.headless.overview import Overview
from desktop.operations.desk import OwnFinding
from tests.example_review import example_review
from tests.made_overview import made_overview
from treaty.alignment.agreements import NearClause
from treaty.comparison.rule_choices import RuleOffered
from treaty.comparison.term_book import TermBook
from treaty.errors import Cancelled, ReadingError
from treaty.model import Bilingual, Clause, Language, Link, Relation, SetAside, Severity, Strength, TreatyText, Unread
from treaty.precedents.adding import Added
from treaty.precedents.finding import Answer, Novelty, Precedent
from treaty.precedents.library import Agreement, EarlierClause
from treaty.progress import Progress, SilentProgress
from treaty.reading import Pasted
from treaty.reading.document import CHANGES_MADE, CHANGES_UNDONE
from treaty.review.edits import ReplaceText
from treaty.review.pivot import Beside
from treaty.review.places import set_places
from treaty.review.recovery import Unfinished
from treaty.review.report import Report
from treaty.review.review import Comparison, Edit, Review
from treaty.review.text_changes import with_clause_set_aside
from treaty.themes.overview import ThemeRow


class FakeEarlier:
    """A library of one agreement, which answers whatever is asked with the same."""

    def __init__(self) -> None:
        self.agreement = Agreement(1, "보건의료 협력에 관한 양해각서", "2026-01-02", ("mou.txt",), {Language.KOREAN: 8})
        self.added: list[Path] = []
        self.removed: set[int] = set()

    def add(self, paths: Sequence[Path], progress: Progress = SilentProgress()) -> Added:
        self.added += paths
        return Added(len(paths), 0, ())

    def find(self, asked: str, count: int = 5) -> Answer:
        words = example_review().texts[0].clauses[2].text
        clause = EarlierClause(1, 1, self.agreement.title, Language.KOREAN, "제4항 1", words)
        return Answer((Precedent(clause, (), 0.8),), 0, (), Novelty.NEW)

    def agreements(self) -> list[Agreement]:
        return [] if self.agreement.number in self.removed else [self.agreement]

    def remove(self, number: int) -> bool:
        self.removed.add(number)
        return number == self.agreement.number

    def close(self) -> None: ...


class FakeComparer:
    """Knows one review. Files named "missing" cannot be read; those named "slow" take until they are cancelled, those named
    "unlike" hardly share anything; changes of texts wait while `may_go_on` is not set."""

    def __init__(self) -> None:
        self.compared: list[list[Path | Pasted]] = []
        self.opened: list[Path] = []
        self.compared_texts: list[tuple[tuple[TreatyText, ...], Relation | None]] = []
        self.read_again: list[tuple[Path, bool]] = []
        self.may_go_on = Event()
        self.may_go_on.set()
        self.saved: list[Path] = []
        self.slow_work_began = Event()
        self.cancelled = Event()

    def compare_files(self, files: Sequence[Path | Pasted], relation: Relation | None, progress: Progress) -> Review:
        progress.report(0, 2, "progress.read")
        if Path(files[0].name).stem == "missing":
            raise ReadingError("not_found", file=files[0].name)
        if Path(files[0].name).stem == "slow":
            self._wait(Event(), progress)
        self.compared.append(list(files))
        progress.report(2, 2, "progress.compare")
        review = _unlike(example_review()) if Path(files[0].name).stem == "unlike" else example_review()
        set_places(review, [file for file in files if isinstance(file, Path)])
        return review

    def read_files(self, files: Sequence[Path | Pasted], progress: Progress, *, first: int = 1) -> list[TreatyText]:
        if Path(files[0].name).stem == "missing":
            raise ReadingError("not_found", file=files[0].name)
        texts = list(example_review().texts)[: 1 if len(files) == 1 else 2]
        return texts if first == 1 else [_numbered(text, first + place) for place, text in enumerate(texts)]

    def compare_texts(self, texts: Sequence[TreatyText], relation: Relation | None, progress: Progress) -> Review:
        self.compared_texts.append((tuple(texts), relation))
        return example_review()

    def with_part(self, text: TreatyText, part: SetAside) -> TreatyText:
        """As the real one does it, but what is taken back stands after the other clauses."""
        new = replace(text.clauses[-1], id=f"{text.id}.c99", label=None, path="¶", text=part.text)
        return replace(text, clauses=(*text.clauses, new), set_aside=tuple(each for each in text.set_aside if each != part))

    def take_back(self, review: Review, text_id: str, part: SetAside, progress: Progress) -> Edit:
        """As the real one does it, but the links stay: what is taken back stands alone after the others."""
        self._begin(progress)
        text = review.text(text_id)
        last = text.clauses[-1]
        new = replace(last, id=f"{text_id}.c{len(text.clauses) + 90}", label=None, path="¶", text=part.text)
        kept = tuple(each for each in text.set_aside if each != part)
        changed = replace(text, clauses=(*text.clauses, new), set_aside=kept)
        comparison = review.comparisons[0]
        sides = ((new.id,), ()) if text_id == comparison.left else ((), (new.id,))
        return self._edit(changed, replace(comparison, links=(*comparison.links, Link(*sides, 0.9))), "edit.take_back")

    def set_clause_aside(self, review: Review, text_id: str, clause_id: str, progress: Progress) -> Edit:
        """As the real one does it, but links and findings of the clause go and all others stay."""
        self._begin(progress)
        changed = with_clause_set_aside(review.text(text_id), clause_id)
        comparison = review.comparisons[0]
        links = tuple(_without(link, clause_id) for link in comparison.links)
        kept = tuple(link for link in links if link.left or link.right)
        findings = tuple(
            replace(finding, link=kept.index(links[finding.link]))
            for finding in comparison.findings
            if clause_id not in {side.clause for side in (finding.left, finding.right, finding.gap) if side}
        )
        return self._edit(changed, replace(comparison, links=kept, findings=findings), "edit.set_aside")

    def read_as(self, review: Review, text_id: str, file: Path, original: bool, progress: Progress) -> Edit:
        """As the real one does it, but only the last clause and what is said of the changes differ."""
        self._begin(progress)
        self.read_again.append((file, original))
        text = review.text(text_id)
        unread = (Unread(CHANGES_UNDONE if original else CHANGES_MADE, 2),)
        last = replace(text.clauses[-1], text="원문" if original else "최종문")
        changed = replace(text, source=replace(text.source, unread=unread), clauses=(*text.clauses[:-1], last))
        return self._edit(changed, review.comparisons[0], "edit.read_original" if original else "edit.read_final")

    def find_themes(self, texts: Sequence[TreatyText], progress: Progress) -> list[ThemeRow]:
        return []

    def overview_of(self, texts: Sequence[TreatyText], progress: Progress) -> Overview:
        return made_overview(texts)

    def nearest(self, asked: str, others: Sequence[TreatyText], count: int = 3) -> list[NearClause]:
        return [NearClause(text.id, text.clauses[2].id, 0.5) for text in others]

    def align_with(self, pivot: TreatyText, others: Sequence[TreatyText], progress: Progress) -> list[Beside]:
        """Links the clauses in their order, and says of each that it is weaker."""
        return [Beside(other, tuple(map(_weaker, pivot.clauses, other.clauses))) for other in others]

    def term_book(self, review: Review, progress: Progress) -> TermBook:
        return TermBook()

    def earlier(self, library: Path) -> FakeEarlier:
        return FakeEarlier()

    def rules_offered(self) -> list[RuleOffered]:
        return [RuleOffered("C01", "number", Severity.CRITICAL, Bilingual("숫자가 다릅니다.", "The figures differ."))]

    def open_review(self, path: Path) -> Review:
        self.opened.append(path)
        return example_review()

    def save_review(self, review: Review, path: Path) -> None:
        self.saved.append(path)

    def _begin(self, progress: Progress) -> None:
        progress.report(0, 1, "progress.align")
        self._wait(self.may_go_on, progress)

    def _edit(self, text: TreatyText, comparison: Comparison, name: str) -> Edit:
        return ReplaceText(text, (comparison,), name)

    def _wait(self, end: Event, progress: Progress) -> None:
        self.slow_work_began.set()
        try:
            while not end.wait(0.01):
                progress.report(1, 2, "progress.align")
        except Cancelled:
            self.cancelled.set()
            raise


class FakeWriter:
    """Keeps the reports that it should write."""

    def __init__(self) -> None:
        self.written: list[tuple[Report, Path]] = []

    def __call__(self, report: Report, path: Path, *, progress: Progress) -> None:
        self.written.append((report, path))


class FakeQuestions:
    """Answers without dialogs."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.discard: bool | None = True
        self.recover: bool | None = True
        self.said: str | None = None
        self.own: OwnFinding | None = None
        self.draft: Path | None = None
        self.asked: list[tuple[str, str, str]] = []
        self.shown: list[tuple[str, str]] = []

    def files_to_open(self) -> list[Path]:
        return [self.folder / "ko.txt", self.folder / "en.txt"]

    def file_to_save(self, proposed: str) -> Path | None:
        return self.folder / proposed

    def file_to_export(self, proposed: str) -> Path | None:
        return self.folder / proposed

    def file_to_read(self) -> Path | None:
        return self.draft

    def may_discard(self) -> bool | None:
        return self.discard

    def may_recover(self, work: Unfinished) -> bool | None:
        return self.recover

    def may_forget(self) -> bool:
        return True

    def words(self, title: str, about: str, given: str, *, one_line: bool = False) -> str | None:
        self.asked.append((title, about, given))
        return self.said

    def own_finding(self, words: str) -> OwnFinding | None:
        self.asked.append(("", words, ""))
        return self.own

    def show_list(self, title: str, entries: Sequence[tuple[str, str]]) -> None:
        self.shown = list(entries)


def _numbered(text: TreatyText, number: int) -> TreatyText:
    """A text with another number in its id and those of its clauses."""
    clauses = tuple(replace(clause, id=f"t{number}.{clause.id.partition('.')[2]}") for clause in text.clauses)
    return replace(text, id=f"t{number}", clauses=clauses)


def _unlike(review: Review) -> Review:
    return Review(review.texts, tuple(replace(comparison, likeness=0.01) for comparison in review.comparisons))


def _weaker(mine: Clause, theirs: Clause) -> Link:
    return Link((mine.id,), (theirs.id,), 0.9, strength=Strength.WEAKER)


def _without(link: Link, clause: str) -> Link:
    left, right = (tuple(each for each in side if each != clause) for side in (link.left, link.right))
    return replace(link, left=left, right=right, moved=link.moved and bool(left and right))
