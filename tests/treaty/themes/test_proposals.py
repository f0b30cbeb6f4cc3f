"""Words that several agreements share and no theme covers are proposed as new themes."""

from __future__ import annotations

import pytest

from resources import path_of
from tests.treaty.comparison.made import text
from treaty.language.lexicon import load_lexicon
from treaty.model import Language
from treaty.themes.nouns import Nouns
from treaty.themes.proposals import ProposedTheme, common_words, propose_themes
from treaty.themes.table import load_themes

CLAUSES = {
    "t1": ["당사국은 양봉을 장려한다.", "당사국은 반도체 양봉 자료를 교환한다.", "당사국은 등대를 날에 세운다."],
    "t2": ["양측은 양봉에 관하여 협력한다.", "양측은 반도체를 그 날에 교역한다.", "양측은 그 날에 만난다."],
    "t3": ["The Parties shall promote beekeeping.", "Semiconductors shall be traded with Saebyeol."],
    "t4": ["Beekeeping shall be encouraged.", "The sides shall visit Saebyeol.", "Experts on beekeeping meet in Saebyeol."],
}


@pytest.fixture(scope="module")
def proposed() -> list[ProposedTheme]:
    lexicon = load_lexicon(path_of("lexicon"), path_of("language"))
    texts = [text(name, list(clauses)) for name, clauses in CLAUSES.items()]
    common = common_words([path_of("lexicon/general_words.tsv"), path_of("lexicon/legal_terms.tsv")])
    return propose_themes(texts, themes=load_themes(path_of("themes")), words=Nouns(lexicon).of, common=common)


def test_shared_words_without_a_theme_are_proposed_in_both_languages(proposed: list[ProposedTheme]) -> None:
    found = {(one.language, one.word): one for one in proposed}
    assert found[Language.KOREAN, "양봉"].clauses == {"t1": ("t1.c1", "t1.c2"), "t2": ("t2.c1",)}
    assert found[Language.ENGLISH, "beekeeping"].total == 3


@pytest.mark.parametrize("word", ["반도체", "semiconductor", "saebyeol", "당사국", "party", "등대", "협력", "날에"])
def test_terms_of_themes_names_common_words_and_words_of_one_text_are_not(word: str, proposed: list[ProposedTheme]) -> None:
    assert word not in {one.word for one in proposed}
