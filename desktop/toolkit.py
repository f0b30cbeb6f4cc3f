"""The program's work without a window: reading, comparing, keeping reviews. Knows no Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from resources import path_of
from treaty.comparison.rule_choices import RuleOffered, load_choices, rules_offered, with_choices
from treaty.comparison.rules import load_comparison_rules
from treaty.comparison.word_answers import Lookup
from treaty.errors import ComparisonError
from treaty.glossary import load_glossary
from treaty.language.lexicon import load_lexicon
from treaty.language.meaning import SentenceEncoder
from treaty.language.name_tables import load_names
from treaty.language.quantities import load_units
from treaty.model import Relation, SetAside, TreatyText
from treaty.progress import Progress, SilentProgress
from treaty.reading import Pasted, read_treaty
from treaty.reading.again import read_again
from treaty.reading.rules import ReadingRules, load_reading_rules
from treaty.review.assembly import Instruments, assemble_review, compared_again
from treaty.review.edits import ReplaceText
from treaty.review.review import Edit, Review
from treaty.review.review_file import is_review, load_review, save_review
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
        return self.compare_texts(texts, relation, progress, thorough=thorough)

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
        return ReplaceText(text, compared_again(review, text, self.instruments, progress), "edit.take_back")

    def set_clause_aside(self, review: Review, text_id: str, clause_id: str, progress: Progress) -> Edit:
        """The edit that sets a clause aside."""
        text = with_clause_set_aside(review.text(text_id), clause_id)
        return ReplaceText(text, compared_again(review, text, self.instruments, progress), "edit.set_aside")

    def read_as(self, review: Review, text_id: str, file: Path, original: bool, progress: Progress) -> Edit:
        """The edit that reads a text again from its file, as it was before tracked changes (`original`) or as they leave it."""
        before = review.text(text_id)
        text = read_again(before, file, original=original, rules=self.reading_rules, progress=progress)
        name = "edit.read_original" if original else "edit.read_final"
        return ReplaceText(text, compared_again(review, text, self.instruments, progress), name)

    def rules_offered(self) -> list[RuleOffered]:
        """The rules to choose from, as the bundled tables have them."""
        return rules_offered(load_comparison_rules(path_of("rules")))

    def chosen(self, glossary: Path | None, choices: Path) -> Toolkit:
        """This toolkit with a glossary of the user's and his choices of rules. Raises RuleTableError or ReadingError."""
        rules = with_choices(load_comparison_rules(path_of("rules")), load_choices(choices))
        terms = load_glossary(glossary or path_of("glossaries/treaty_terms.tsv"))
        return replace(self, instruments=replace(self.instruments, rules=rules, glossary=terms))

    def open_review(self, path: Path) -> Review:
        return load_review(path)

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


def load_lookup() -> Lookup:
    """The bundled tables in which the window looks words up. Raises RuleTableError where a table is faulty."""
    units, names = load_units(path_of("rules")), load_names(path_of("names"))
    lexicon = load_lexicon(path_of("lexicon"), path_of("language"))
    return Lookup.of(units, names, load_glossary(path_of("glossaries/treaty_terms.tsv")), lexicon)


def load_toolkit(glossary: Path | None = None) -> Toolkit:
    """The toolkit with the bundled rules and glossary, or with a glossary of the user's.

    Raises RuleTableError or ReadingError where a table is faulty.
    """
    rules = path_of("rules")
    terms = load_glossary(glossary or path_of("glossaries/treaty_terms.tsv"))
    instruments = Instruments(load_comparison_rules(rules), terms, SentenceEncoder())
    return Toolkit(load_reading_rules(rules), instruments)
