"""The program's work without a window: reading, comparing, keeping reviews. Knows no Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from rapidfuzz import fuzz

from resources import path_of
from treaty.comparison.rules import load_comparison_rules
from treaty.errors import ComparisonError
from treaty.glossary import load_glossary
from treaty.language.meaning import SentenceEncoder
from treaty.model import Link, Relation, SetAside, TreatyText
from treaty.progress import Progress, SilentProgress
from treaty.reading import Pasted, read_treaty
from treaty.reading.rules import ReadingRules, load_reading_rules
from treaty.review.assembly import Instruments, assemble_review, compared_again, exchanged, linked_again
from treaty.review.edits import ReplaceComparison, ReplaceText, SetPlace, Together
from treaty.review.review import Edit, Review
from treaty.review.review_file import is_review, load_review, save_review
from treaty.review.salvage import Salvaged, salvage_review
from treaty.review.same_clauses import with_ids_kept
from treaty.review.text_changes import with_clause_set_aside, with_part_taken_back


@dataclass(frozen=True, slots=True)
class Toolkit:
    """The rules and instruments that one run of the program works with."""

    reading_rules: ReadingRules
    instruments: Instruments

    def read_files(
        self, files: Sequence[Path | Pasted], progress: Progress = SilentProgress(), *, original: bool = False
    ) -> list[TreatyText]:
        """The texts of all files in order, with ids that run through; `original`: as they were before tracked changes."""
        texts: list[TreatyText] = []
        for file in files:
            first = len(texts) + 1
            texts += read_treaty(file, rules=self.reading_rules, first=first, original=original, progress=progress)
        return texts

    def compare_files(
        self,
        files: Sequence[Path | Pasted],
        relation: Relation | None,
        progress: Progress,
        *,
        thorough: bool = False,
        original: bool = False,
    ) -> Review:
        """The review of files; one saved review among them is opened as it is. `relation` None: found out."""
        if len(files) == 1 and isinstance(files[0], Path) and is_review(files[0]):
            return load_review(files[0])
        texts = self.read_files(files, progress, original=original)
        if len(texts) > 2 and len(files) == 2:
            texts = _one_a_file(texts, files)
        review = assemble_review(texts, relation, self.instruments, thorough=thorough, progress=progress)
        paths = {file.name: file for file in files if isinstance(file, Path)}
        for text in texts:
            if path := paths.get(text.source.name):
                review.set_place(text.id, str(path.absolute()))
        return review

    def take_back(self, review: Review, text_id: str, part: SetAside, progress: Progress) -> Edit:
        """The edit that takes a part that was set aside back into the comparison."""
        text = with_part_taken_back(review.text(text_id), part, self.reading_rules)
        return self.change_text(review, text, "edit.take_back", progress)

    def set_clause_aside(self, review: Review, text_id: str, clause_id: str, progress: Progress) -> Edit:
        """The edit that sets a clause aside."""
        return self.change_text(review, with_clause_set_aside(review.text(text_id), clause_id), "edit.set_aside", progress)

    def change_text(self, review: Review, text: TreatyText, name: str, progress: Progress) -> Edit:
        """The edit that puts a changed text in place of the one with its id."""
        return ReplaceText(text, compared_again(review, text, self.instruments, progress), name)

    def link_again(self, review: Review, pinned: Sequence[Link], name: str, progress: Progress) -> Edit:
        """The edit that pins these links and aligns the rest around them."""
        return ReplaceComparison(0, linked_again(review, 0, pinned, self.instruments, progress), name)

    def exchange(self, review: Review, progress: Progress) -> Edit:
        """The edit that exchanges the columns."""
        return ReplaceComparison(0, exchanged(review, 0, self.instruments, progress), "edit.swap_columns")

    def read_again(self, review: Review, text_ids: Sequence[str], path: Path, progress: Progress) -> Edit:
        """The edit that puts a file, changed or another draft, in place of what these texts were read from.

        Raises ComparisonError where the file holds no text in the language of one of them.
        """
        read, trial = self.read_files([path], progress), review.copy()
        steps: list[Edit] = []
        for text_id in text_ids:
            before = review.text(text_id)
            fitting = [text for text in read if text.language is before.language]
            if not fitting:
                raise ComparisonError("other_language", file=path.name)
            likest = max(fitting, key=lambda text: fuzz.ratio(text.title, before.title))
            step = self.change_text(trial, with_ids_kept(before, likest), "edit.reread", progress)
            trial.apply(step)
            steps += [step, SetPlace(text_id, str(path.absolute()))]
        return Together(tuple(steps), "edit.reread")

    def open_review(self, path: Path) -> Review:
        return load_review(path)

    def salvage(self, path: Path, progress: Progress) -> Salvaged:
        """What can be read of a damaged review; a comparison that is lost is made anew. Raises ReadingError."""
        salvaged = salvage_review(path)
        if salvaged.review.comparisons:
            return salvaged
        review = assemble_review(salvaged.review.texts, None, self.instruments, progress=progress)
        return replace(salvaged, review=review.decided_as(salvaged.review))

    def save_review(self, review: Review, path: Path) -> None:
        save_review(review, path)


def _one_a_file(texts: Sequence[TreatyText], files: Sequence[Path | Pasted]) -> list[TreatyText]:
    """Of two files of which one holds both languages, the texts that can be meant: one in each language, one from each file."""
    names = [file.name for file in files]
    first, second = ([text for text in texts if text.source.name == name] for name in names)
    pairs = [(left, right) for left in first for right in second if left.language is not right.language]
    if not pairs:
        raise ComparisonError("same_language", first=names[0], second=names[1])
    return list(pairs[0])


def load_toolkit(glossary: Path | None = None) -> Toolkit:
    """The toolkit with the bundled rules and glossary, or with a glossary of the user's.

    Raises RuleTableError or ReadingError where a table is faulty.
    """
    rules = path_of("rules")
    terms = load_glossary(glossary or path_of("glossaries/treaty_terms.tsv"))
    instruments = Instruments(load_comparison_rules(rules), terms, SentenceEncoder())
    return Toolkit(load_reading_rules(rules), instruments)
