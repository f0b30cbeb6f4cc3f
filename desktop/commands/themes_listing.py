"""The themes of texts, what they promise on each, and how alike they are, as lines of text for reading in a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from unicodedata import east_asian_width

from desktop.headless.overview import Overview
from resources.wording_table import Wording
from treaty.model import Bilingual, Language, TreatyText
from treaty.themes.overview import ThemeRow
from treaty.themes.profile import Profile

_FIRST_COLUMN = 34
_COLUMN = 8


def listed_overview(overview: Overview, levels: Mapping[int, Bilingual], words: Wording) -> Iterator[str]:
    """The matrix of themes and texts, the profiles of what they promise, and how alike they are; `levels` names the levels."""
    yield from _listed_themes(overview.texts, overview.themes, words)
    yield ""
    yield from _listed_profiles(overview, levels, words)
    if len(overview.texts) > 1:
        yield ""
        yield from _listed_similarities(overview, words)
    if overview.proposals:
        yield ""
        yield words("cli.proposals")
    for proposal in overview.proposals:
        places = ", ".join(f"{text} {len(clauses)}" for text, clauses in proposal.clauses.items())
        yield f"  {proposal.word}: {places}"


def _listed_profiles(overview: Overview, levels: Mapping[int, Bilingual], words: Wording) -> Iterator[str]:
    """A line for each text and theme: clauses at each level, the share that obliges, clauses on each axis of acts."""
    language = Language(words.language)
    names = {row.theme.id: row.theme.name.in_language(language) for row in overview.themes}
    yield words("cli.levels") + " " + ", ".join(f"{level} {name.in_language(language)}" for level, name in levels.items())
    yield _line(words("cli.profile"), [str(level) for level in levels], words("cli.obligation")) + f"  {words('cli.acts')}"
    for profile in overview.profiles:
        named = f"  {names[profile.theme]}" if profile.theme else f"{profile.text}  {words(f'cli.status_{profile.status}')}"
        yield _line(named, [str(count or "–") for count in profile.levels], _share(profile)) + f"  {_acts(profile)}".rstrip()


def _share(profile: Profile) -> str:
    return f"{profile.obligation:.0%}" if any(profile.levels) else "–"


def _acts(profile: Profile) -> str:
    return " ".join(f"{axis.value}{count}" for axis, count in profile.axes.items())


def _listed_similarities(overview: Overview, words: Wording) -> Iterator[str]:
    ids = [text.id for text in overview.texts]
    yield _line(words("cli.similarity"), ids, "").rstrip()
    for name, row in zip(ids, overview.similarities, strict=True):
        yield _line(name, [f"{value:.2f}" for value in row], "").rstrip()


def _listed_themes(texts: Sequence[TreatyText], rows: Sequence[ThemeRow], words: Wording) -> Iterator[str]:
    """What the columns stand for, then a line for each theme with the number of clauses in each text and their numbers."""
    for text in texts:
        label = f" ({text.label})" if text.label else ""
        yield f"{text.id}  {words(f'language.{text.language}')}{label}  {text.title or text.source.name}"
    yield ""
    yield _line(words("cli.theme"), [text.id for text in texts], words("cli.total"))
    for row in rows:
        counts = [str(len(clauses)) if clauses else "–" for clauses in row.clauses]
        yield _line(row.theme.name.in_language(Language(words.language)), counts, str(row.total))
        for text, clauses in zip(texts, row.clauses, strict=True):
            if clauses:
                yield f"    {text.id}: {', '.join(text.clause(clause).path for clause in clauses)}"


def _line(name: str, cells: Sequence[str], total: str) -> str:
    return f"{name}{' ' * (_FIRST_COLUMN - _width(name))}" + "".join(f"{cell:>{_COLUMN}}" for cell in [*cells, total])


def _width(words: str) -> int:
    """How many columns of a terminal some words take; Hangul takes two each."""
    return sum(2 if east_asian_width(sign) in "WF" else 1 for sign in words)
