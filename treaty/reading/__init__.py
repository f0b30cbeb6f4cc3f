"""Files to treaty texts: characters, language versions, what is set aside, clauses. Loses nothing."""

from __future__ import annotations

from pathlib import Path

from treaty.model import Clause, ClauseKind, SourceFile, TreatyText
from treaty.progress import Progress, SilentProgress
from treaty.reading.formats import Pasted, pasted_source, read_source
from treaty.reading.outline import clauses_of
from treaty.reading.rules import ReadingRules
from treaty.reading.set_aside import without_set_aside
from treaty.reading.versions import Version, versions_of
from treaty.reading.watching import watched

__all__ = ["Pasted", "read_treaty"]


def read_treaty(
    source: Path | str | Pasted,
    *,
    rules: ReadingRules = ReadingRules(),
    first: int = 1,
    original: bool = False,
    progress: Progress = SilentProgress(),
) -> list[TreatyText]:
    """The language versions in a file or a pasted text, in the order in which they begin; their ids are "t<first>" and on.

    Tracked changes are read as the final text, or with `original` as the text before them. Every character of the file is in
    the `source` of a clause or a set-aside part, or is a blank (treaty.reading.ledger counts).
    Raises ReadingError where the file cannot be read as a treaty text.
    """
    progress.report(0, 1, "progress.read")
    if isinstance(source, Pasted):
        file, lines = pasted_source(source)
    else:
        file, lines = read_source(Path(source), progress, original=original)
    texts = []
    for number, version in enumerate(watched(versions_of(lines, rules), progress), start=first):
        kept = without_set_aside(version, rules, progress)
        clauses = clauses_of(kept.lines, kept.language, rules, f"t{number}", progress)
        texts.append(_text(f"t{number}", file, kept, clauses))
    return texts


def _text(text_id: str, source: SourceFile, version: Version, clauses: tuple[Clause, ...]) -> TreatyText:
    stem = Path(source.name).stem
    title = next((clause.text for clause in clauses if clause.kind is ClauseKind.TITLE), stem)
    return TreatyText(text_id, source, title, version.language, title, version.label, clauses, version.set_aside)
