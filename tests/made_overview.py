"""An overview made by hand, which needs neither tables nor vectors: every second clause of each text on one theme."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.headless.overview import Overview
from treaty.comparison.commitment import Commitment
from treaty.comparison.commitment_rules import LEVELS, Status
from treaty.comparison.speech_act_rules import Axis
from treaty.model import Bilingual, Span, TreatyText
from treaty.themes.overview import ThemeRow
from treaty.themes.profile import Profile, Said
from treaty.themes.proposals import ProposedTheme
from treaty.themes.table import Theme, ThemeKind

LEVEL_NAMES = ("모색", "허용·권리", "권고·의향", "정치적 약속", "노력 의무", "의무", "금지")
ENGLISH_LEVEL_NAMES = ("exploration", "permission", "intent", "political commitment", "duty of effort", "duty", "prohibition")
HEALTH = Theme("health_bio", Bilingual("보건·생명공학", "Health and biotechnology"), ThemeKind.SUBJECT)


def made_overview(texts: Sequence[TreatyText]) -> Overview:
    """Of each text the clauses 2, 4 … are on health, each with a promise one level above the one before and an agreement."""
    clauses = [[clause.id for clause in text.clauses[2::2]] for text in texts]
    said = {
        each: Said(Commitment(min(level, LEVELS[-1]), Span(0, 4)), frozenset({Axis.AGREEMENT}))
        for ids in clauses
        for level, each in enumerate(ids, start=2)
    }
    counts = [tuple(sum(said[each].commitment.level == level for each in ids) for level in LEVELS) for ids in clauses]  # type: ignore[union-attr]
    profiles = [
        Profile(text.id, Status.POLITICAL, theme, len(ids), levels, {Axis.AGREEMENT: len(ids)})
        for text, ids, levels in zip(texts, clauses, counts, strict=True)
        for theme in (None, HEALTH.id)
    ]
    names = {level: Bilingual(*both) for level, both in enumerate(zip(LEVEL_NAMES, ENGLISH_LEVEL_NAMES, strict=True))}
    proposals = tuple(
        ProposedTheme(text.clauses[2].text[:4], text.language, {text.id: (text.clauses[2].id,)}) for text in texts[:1]
    )
    similarities = [[1.0 if row == column else 0.4 for column in range(len(texts))] for row in range(len(texts))]
    rows = (ThemeRow(HEALTH, tuple(map(tuple, clauses))),)
    return Overview(tuple(texts), rows, tuple(profiles), similarities, proposals, said, names)
