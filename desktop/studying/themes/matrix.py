"""What an overview is shown as: tables with a column an agreement, their cells with the clauses behind them. Knows no Qt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from desktop.headless.overview import Overview
from resources.wording_table import Wording
from treaty.comparison.speech_act_rules import Axis
from treaty.model import Language, TreatyText
from treaty.themes.profile import Said


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """What one cell shows: its words ("" for nothing), the levels of the clauses that promise something, strongest first, a
    share from 0 to 1 (None: none), and the ids of the clauses behind it."""

    words: str
    levels: tuple[int, ...] = ()
    share: float | None = None
    clauses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A row with its name, a word on it, and a cell a column."""

    name: str
    cells: tuple[MatrixCell, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """A table; `columns` are the texts, but for those in `further`, which stand behind them."""

    texts: tuple[TreatyText, ...]
    rows: tuple[MatrixRow, ...]
    further: tuple[str, ...] = ()

    @property
    def width(self) -> int:
        return len(self.texts) + len(self.further)


def name_of(text: TreatyText) -> str:
    """What to call an agreement: its title, else its file's name."""
    return text.title or text.source.name


def theme_matrix(overview: Overview, words: Wording) -> Matrix:
    """Themes by agreements, the theme of most clauses first, with the total."""
    language = Language(words.language)
    rows = [
        MatrixRow(
            row.theme.name.in_language(language),
            (*(_clauses_cell(ids, overview.said) for ids in row.clauses), MatrixCell(str(row.total))),
        )
        for row in sorted(overview.themes, key=lambda row: -row.total)
    ]
    return Matrix(overview.texts, tuple(rows), (words("themes.total"),))


def act_matrix(overview: Overview, words: Wording) -> Matrix:
    """Axes of speech acts by agreements, in the order of the axes."""
    by_text = [_clauses_of_axes(text, overview.said) for text in overview.texts]
    rows = [
        MatrixRow(
            words(f"themes.axis_{axis.name.lower()}"),
            tuple(_clauses_cell(of_text.get(axis, ()), overview.said) for of_text in by_text),
        )
        for axis in Axis
        if any(axis in of_text for of_text in by_text)
    ]
    return Matrix(overview.texts, tuple(rows))


def similarity_matrix(overview: Overview) -> Matrix:
    """How alike each two agreements are."""
    rows = [
        MatrixRow(
            name_of(text),
            tuple(
                MatrixCell("" if row == column else f"{value:.2f}", share=None if row == column else value)
                for column, value in enumerate(values)
            ),
        )
        for row, (text, values) in enumerate(zip(overview.texts, overview.similarities, strict=True))
    ]
    return Matrix(overview.texts, tuple(rows))


def proposal_matrix(overview: Overview) -> Matrix:
    """Words that agreements share and no theme covers, by agreements."""
    rows = [
        MatrixRow(one.word, tuple(_clauses_cell(one.clauses.get(text.id, ()), overview.said) for text in overview.texts))
        for one in overview.proposals
    ]
    return Matrix(overview.texts, tuple(rows))


def _clauses_cell(ids: Sequence[str], said: Mapping[str, Said]) -> MatrixCell:
    promises = (said[clause].commitment for clause in ids if clause in said)
    levels = sorted((promise.level for promise in promises if promise), reverse=True)
    return MatrixCell(str(len(ids)) if ids else "", tuple(levels), None, tuple(ids))


def _clauses_of_axes(text: TreatyText, said: Mapping[str, Said]) -> dict[Axis, tuple[str, ...]]:
    found: dict[Axis, tuple[str, ...]] = {}
    for clause in text.clauses:
        for axis in said[clause.id].axes if clause.id in said else ():
            found[axis] = (*found.get(axis, ()), clause.id)
    return found


def spoken_levels(cell: MatrixCell, overview: Overview, words: Wording) -> str:
    """The levels of a cell in words: "3 duty, 1 exploration"."""
    language = Language(words.language)
    counts = Counter(cell.levels)
    return ", ".join(f"{overview.levels[level].in_language(language)} {count}" for level, count in counts.items())
