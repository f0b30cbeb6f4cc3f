"""Several texts together: what they deal with, how strongly they promise it, and how alike they are. Knows no Qt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from resources import path_of
from treaty.alignment.agreements import agreement_similarities
from treaty.language.lexicon import Lexicon
from treaty.model import Bilingual, TreatyText
from treaty.progress import Progress
from treaty.review.assembly import Instruments
from treaty.themes.nouns import Nouns
from treaty.themes.overview import ThemeRow, find_themes
from treaty.themes.profile import Profile, Said, commitment_profiles, said_in
from treaty.themes.proposals import ProposedTheme, common_words, load_no_themes, propose_themes
from treaty.themes.table import load_themes

_GENERAL_TABLES = (
    "general_words",
    "function_words",
    "expressions",
    "legal_terms",
    "diplomacy",
    "verbs",
    "qualities",
    "abstract_nouns",
)
"""The lexicon's tables whose words any agreement may have, whatever it is about."""


@dataclass(frozen=True, slots=True)
class Overview:
    """Several texts together: their themes, the profiles of their promises, how alike each two are (a row a text), what they
    share that no theme covers, what each clause says, by its id, and the names of the levels of commitment."""

    texts: tuple[TreatyText, ...]
    themes: tuple[ThemeRow, ...]
    profiles: tuple[Profile, ...]
    similarities: list[list[float]]
    proposals: tuple[ProposedTheme, ...]
    said: Mapping[str, Said]
    levels: Mapping[int, Bilingual]


def overview_of(texts: Sequence[TreatyText], instruments: Instruments, lexicon: Lexicon, progress: Progress) -> Overview:
    """The overview of texts; raises Cancelled where `progress` says stop."""
    rules, table = instruments.rules, load_themes(path_of("themes"))
    instruments.encoder.encode([clause.text for text in texts for clause in text.clauses if clause.text], progress)
    rows = find_themes(texts, themes=table, encoder=instruments.encoder, progress=progress)
    profiles = commitment_profiles(texts, rows, rules)
    similarities = agreement_similarities(texts, instruments.encoder)
    named = {form.casefold() for name in rules.names.rows for forms in name.forms.values() for form, _ in forms}
    general = common_words([path_of(f"lexicon/{name}.tsv") for name in _GENERAL_TABLES])
    common = named | general | load_no_themes(path_of("themes"))
    proposals = propose_themes(texts, themes=table, words=Nouns(lexicon).of, common=common)
    said = {clause: found for text in texts for clause, found in said_in(text, rules).items()}
    return Overview(
        tuple(texts), tuple(rows), tuple(profiles), similarities.tolist(), tuple(proposals), said, rules.commitment.names
    )
