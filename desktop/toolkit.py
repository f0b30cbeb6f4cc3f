"""The program's work without a window: reading, comparing, keeping reviews. Knows no Qt."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from rapidfuzz import fuzz

from desktop.headless.earlier_agreements import EarlierAgreements
from desktop.headless.overview import Overview, overview_of
from resources import path_of
from treaty.alignment.agreements import NearClause, nearest_clauses
from treaty.comparison.concordance import Concordance
from treaty.comparison.pair import pairs_of
from treaty.comparison.rule_choices import RuleOffered, load_choices, rules_offered, with_choices
from treaty.comparison.rules import load_comparison_rules
from treaty.comparison.term_book import TermBook, term_book
from treaty.comparison.word_answers import Lookup
from treaty.errors import ComparisonError
from treaty.glossary import joined, load_glossary
from treaty.language.lexicon import Lexicon, load_lexicon
from treaty.language.meaning import SentenceEncoder
from treaty.language.name_tables import load_names
from treaty.language.quantities import load_units
from treaty.model import Link, Relation, SetAside, TreatyText
from treaty.progress import Progress, SilentProgress
from treaty.reading import Pasted, read_treaty
from treaty.reading.again import read_again
from treaty.reading.rules import ReadingRules, load_reading_rules
from treaty.review.assembly import (
    Instruments,
    assemble_review,
    compared_again,
    exchanged,
    four_way_pairs,
    linked_again,
)
from treaty.review.beside import laid_beside
from treaty.review.edits import ReplaceComparison, ReplaceText, SetPlace, Together
from treaty.review.four_way import four_way_of
from treaty.review.pivot import Beside
from treaty.review.places import set_places
from treaty.review.read_anew import read_anew
from treaty.review.review import Edit, Review
from treaty.review.review_file import is_review, load_review, save_review
from treaty.review.salvage import Salvaged, salvage_review
from treaty.review.text_changes import with_clause_set_aside, with_part_taken_back
from treaty.themes.overview import ThemeRow, find_themes
from treaty.themes.table import load_themes


@dataclass(frozen=True, slots=True)
class Toolkit:
    """The rules and instruments that one run of the program works with."""

    reading_rules: ReadingRules
    instruments: Instruments

    def read_files(
        self, files: Sequence[Path | Pasted], progress: Progress = SilentProgress(), *, original: bool = False,
        first: int = 1,
    ) -> list[TreatyText]:  # fmt: skip
        """The texts of all files in order, with ids that run through from `first`; `original`: as they were before tracked
        changes."""
        texts: list[TreatyText] = []
        for file in files:
            number = first + len(texts)
            texts += read_treaty(file, rules=self.reading_rules, first=number, original=original, progress=progress)
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
        if len(texts) > 2 and len(files) == 2 and not four_way_pairs(texts):
            texts = _one_a_file(texts, files)
        review = self.compare_texts(texts, relation, progress, thorough=thorough)
        set_places(review, [file for file in files if isinstance(file, Path)])
        return review

    def compare_texts(
        self, texts: Sequence[TreatyText], relation: Relation | None, progress: Progress, *, thorough: bool = False
    ) -> Review:
        """The review of texts that were read before. `relation` None: found out."""
        return assemble_review(texts, relation, self.instruments, thorough=thorough, progress=progress)

    def with_part(self, text: TreatyText, part: SetAside) -> TreatyText:
        """A text with a part that was set aside read into clauses."""
        return with_part_taken_back(text, part, self.reading_rules)

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
        """The edit that exchanges the columns: of two versions in two languages in both, since what is the earlier version in
        one is so in the other."""
        revisions = [index for index, one in enumerate(review.comparisons) if one.relation is Relation.REVISION]
        together = revisions if 0 in revisions and four_way_of(review) else [0]
        made = [(index, exchanged(review, index, self.instruments, progress)) for index in together]
        steps = tuple(ReplaceComparison(index, comparison, "edit.swap_columns") for index, comparison in made)
        return steps[0] if len(steps) == 1 else Together(steps, "edit.swap_columns")

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
            step = self.change_text(trial, read_anew(before, likest, self.reading_rules), "edit.reread", progress)
            trial.apply(step)
            steps += [step, SetPlace(text_id, str(path.absolute()))]
        return Together(tuple(steps), "edit.reread")

    def read_as(self, review: Review, text_id: str, file: Path, original: bool, progress: Progress) -> Edit:
        """The edit that reads a text again from its file, as it was before tracked changes (`original`) or as they leave it."""
        before = review.text(text_id)
        found = read_again(before, file, original=original, rules=self.reading_rules, progress=progress)
        text = read_anew(before, found, self.reading_rules)
        name = "edit.read_original" if original else "edit.read_final"
        return ReplaceText(text, compared_again(review, text, self.instruments, progress), name)

    def find_themes(self, texts: Sequence[TreatyText], progress: Progress = SilentProgress()) -> list[ThemeRow]:
        """The themes that the clauses of texts deal with. The table is read here: most runs do not need it."""
        themes = load_themes(path_of("themes"))
        return find_themes(texts, themes=themes, encoder=self.instruments.encoder, progress=progress)

    def terms(self, review: Review, term: str | None = None) -> list[Concordance]:
        """How a term, or each term, of a review's first comparison is rendered."""
        book = self.term_book(review)
        return book.all() if term is None else book.of(term)

    def rules_offered(self) -> list[RuleOffered]:
        """The rules to choose from, as the bundled tables have them."""
        return rules_offered(load_comparison_rules(path_of("rules")))

    def chosen(self, glossary: Path | None, choices: Path) -> Toolkit:
        """This toolkit with a glossary of the user's, whose terms are to be kept to, and his choices of rules. Raises
        RuleTableError or ReadingError."""
        rules = with_choices(self.instruments.rules, load_choices(choices))
        terms = self.instruments.glossary
        if glossary:
            terms = joined([load_glossary(glossary, binding=True), terms])
        return replace(self, instruments=replace(self.instruments, rules=rules, glossary=terms))

    def overview_of(self, texts: Sequence[TreatyText], progress: Progress = SilentProgress()) -> Overview:
        """What texts deal with, how strongly they promise it, and how alike they are."""
        return overview_of(texts, self.instruments, self.lexicon(), progress)

    def nearest(self, asked: str, others: Sequence[TreatyText], count: int = 3) -> list[NearClause]:
        """The nearest clauses of other texts to the words of one, at most `count` of each, the nearest of all first."""
        return nearest_clauses(asked, others, self.instruments.encoder, count=count)

    def align_with(self, pivot: TreatyText, others: Sequence[TreatyText], progress: Progress) -> list[Beside]:
        """Each of the others linked with one text, whatever they are to each other."""
        return [laid_beside(pivot, other, self.instruments, progress) for other in others]

    def term_book(self, review: Review, progress: Progress = SilentProgress()) -> TermBook:
        """How words are rendered in the first comparison of a review that is between two languages, ready to be asked."""
        tools = self.instruments
        for one in review.comparisons:
            left, right = review.text(one.left), review.text(one.right)
            if left.language is not right.language:
                pairs = pairs_of(one.links, left, right, one.relation, tools.rules, tools.glossary)
                return term_book(pairs, tools.glossary, progress)
        return TermBook()

    def earlier(self, library: Path) -> EarlierAgreements:
        """The library of earlier agreements in a file."""
        return EarlierAgreements(library, self.reading_rules, self.instruments, self.lexicon)

    def lexicon(self) -> Lexicon:
        """The treaty lexicon, which the rules stand on."""
        return self.instruments.rules.lexicon

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


@contextmanager
def _nothing_collected() -> Iterator[None]:
    """While tables are loaded hardly anything becomes garbage, and looking for it takes a third of the time."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


@_nothing_collected()
def load_lookup() -> Lookup:
    """The bundled tables in which the window looks words up. Raises RuleTableError where a table is faulty."""
    units, names = load_units(path_of("rules")), load_names(path_of("names"))
    lexicon = load_lexicon(path_of("lexicon"), path_of("language"))
    return Lookup.of(units, names, load_glossary(path_of("glossaries/treaty_terms.tsv")), lexicon)


@_nothing_collected()
def load_toolkit(glossaries: Sequence[Path] = (), *, cache_folder: Path | None = None) -> Toolkit:
    """The toolkit with the bundled rules and glossary, which glossaries of the user's join as terms to be kept to.

    `cache_folder` is where sentence vectors are kept from one run to the next; without it nothing is.

    Raises RuleTableError or ReadingError where a table is faulty.
    """
    rules = path_of("rules")
    bundled = load_glossary(path_of("glossaries/treaty_terms.tsv"))
    terms = joined([*(load_glossary(path, binding=True) for path in glossaries), bundled])
    instruments = Instruments(load_comparison_rules(rules), terms, SentenceEncoder(cache_folder))
    return Toolkit(load_reading_rules(rules), instruments)
