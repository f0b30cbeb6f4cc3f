"""The clauses behind a cell of a matrix or a bar of the chart, as the list of passages shows them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from desktop.headless.overview import Overview
from desktop.studying.passages.passages_model import Passage, PassageHead, PassageLine
from desktop.studying.themes.matrix import name_of
from resources.wording_table import Wording
from treaty.alignment.agreements import NearClause
from treaty.model import Clause, Language, TreatyText


def clauses_behind(overview: Overview, ids: Iterable[str], words: Wording) -> list[PassageLine]:
    """Clauses with what they promise, under a head for each text where they are of several."""
    wanted = set(ids)
    of_texts = [(text, [clause for clause in text.clauses if clause.id in wanted]) for text in overview.texts]
    dealing = [(text, clauses) for text, clauses in of_texts if clauses]
    lines: list[PassageLine] = []
    for text, clauses in dealing:
        if len(dealing) > 1:
            lines.append(PassageHead(words("themes.clauses_of", name=name_of(text), count=len(clauses))))
        lines += [_passage(clause, overview, words) for clause in clauses]
    return lines


def promises(overview: Overview, text_id: str, theme: str | None, words: Wording) -> list[PassageLine]:
    """The clauses of a text, on one theme or all, that promise something, under a head for each level, strongest first."""
    place = [text.id for text in overview.texts].index(text_id)
    ids = _dealing(overview, place, theme)
    language = Language(words.language)
    lines: list[PassageLine] = []
    for level, name in sorted(overview.levels.items(), reverse=True):
        clauses = [clause for clause in overview.texts[place].clauses if clause.id in ids and _level(clause, overview) == level]
        if clauses:
            lines.append(PassageHead(words("themes.clauses_of", name=name.in_language(language), count=len(clauses))))
            lines += [_passage(clause, overview, words) for clause in clauses]
    return lines


def themes_of_both(overview: Overview, row: int, column: int, words: Wording) -> list[PassageLine]:
    """The themes that two agreements share, and those that only one of them has, with the numbers of their clauses."""
    language = Language(words.language)
    counted = [
        (theme.theme.name.in_language(language), len(theme.clauses[row]), len(theme.clauses[column]))
        for theme in overview.themes
    ]
    groups = (
        ("themes.both_have", [f"{name} {mine} · {theirs}" for name, mine, theirs in counted if mine and theirs]),
        ("themes.first_has", [f"{name} {mine}" for name, mine, theirs in counted if mine and not theirs]),
        ("themes.second_has", [f"{name} {theirs}" for name, mine, theirs in counted if theirs and not mine]),
    )
    return [line for key, names in groups if names for line in (PassageHead(words(key)), Passage("", ", ".join(names)))]


def nearest_passages(found: Sequence[NearClause], texts: Sequence[TreatyText], words: Wording) -> Iterator[PassageLine]:
    """The nearest clauses of other agreements, the nearest first; a sentence where there are none."""
    by_id = {text.id: text for text in texts}
    if not found:
        yield PassageHead(words("themes.none_near"))
    for near in found:
        text = by_id[near.text]
        clause = text.clause(near.clause)
        yield Passage(f"{name_of(text)} · {clause.path}", clause.text, clause.id, f"{near.similarity:.2f}")


def _passage(clause: Clause, overview: Overview, words: Wording) -> Passage:
    said = overview.said.get(clause.id)
    promise = said.commitment if said else None
    badge = overview.levels[promise.level].in_language(Language(words.language)) if promise else ""
    lit = (promise.span,) if promise else ()
    return Passage(clause.path, clause.text, clause.id, badge, promise.level if promise else None, lit)


def _dealing(overview: Overview, place: int, theme: str | None) -> set[str]:
    if theme is None:
        return {clause.id for clause in overview.texts[place].clauses}
    return {clause for row in overview.themes if row.theme.id == theme for clause in row.clauses[place]}


def _level(clause: Clause, overview: Overview) -> int | None:
    said = overview.said.get(clause.id)
    return said.commitment.level if said and said.commitment else None
