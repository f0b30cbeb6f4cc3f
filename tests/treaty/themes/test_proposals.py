"""Words that several agreements share and no theme covers are proposed as new themes."""

from __future__ import annotations

import pytest

from resources import path_of
from tests.treaty.comparison.made import text
from treaty.language.lexicon import load_lexicon
from treaty.model import Language
from treaty.themes.nouns import Nouns
from treaty.themes.proposals import ProposedTheme, common_words, load_no_themes, propose_themes
from treaty.themes.table import load_themes

CLAUSES = {
    "t1": [
        "양봉을 장려한다.",
        "반도체 양봉 자료를 교환한다.",
        "등대를 날에 세운다.",
        "등대를 켠다.",
        "한쪽에 둔다.",
        "한쪽이 낸다.",
    ],
    "t2": [
        "양봉에 관하여 협력한다.",
        "반도체를 그 날에 교역한다.",
        "그 날에 만난다.",
        "양봉을 한다.",
        "한쪽에 낸다.",
        "한쪽에 쓴다.",
    ],
    "t3": [
        "Parties promote beekeeping.",
        "Semiconductors are traded with Saebyeol.",
        "Beekeeping is taught.",
        "Lanterns burn.",
    ],
    "t4": ["Beekeeping is encouraged.", "They visit Saebyeol.", "Experts on beekeeping visit Saebyeol.", "Lanterns shine."],
    "t5": ["장관회의 결과를 낸다.", "장관회의 의제를 정한다.", "영어본을 만든다.", "영어본이 우선한다.", "등불을 켠다."],
    "t6": ["장관회의 문서를 보낸다.", "장관회의 장소를 정한다.", "영어본을 낸다.", "영어본에 서명한다.", "등불을 끈다."],
}
"""A subject of two agreements in each language; and words that come as often but are terms of themes, names or common, or come
once in each."""


@pytest.fixture(scope="module")
def proposed() -> list[ProposedTheme]:
    lexicon = load_lexicon(path_of("lexicon"), path_of("language"))
    texts = [text(name, list(clauses)) for name, clauses in CLAUSES.items()]
    common = common_words([path_of("lexicon/general_words.tsv"), path_of("lexicon/legal_terms.tsv")])
    common |= load_no_themes(path_of("themes"))
    return propose_themes(texts, themes=load_themes(path_of("themes")), words=Nouns(lexicon).of, common=common)


def test_shared_words_without_a_theme_are_proposed_in_both_languages(proposed: list[ProposedTheme]) -> None:
    found = {(one.language, one.word): one for one in proposed}
    assert found[Language.KOREAN, "양봉"].clauses == {"t1": ("t1.c1", "t1.c2"), "t2": ("t2.c1", "t2.c4")}
    assert found[Language.ENGLISH, "beekeeping"].total == 4


@pytest.mark.parametrize(
    "word",
    [
        "반도체",
        "semiconductor",
        "saebyeol",
        "당사국",
        "party",
        "등대",
        "협력",
        "날에",
        "lantern",
        "한쪽",
        "장관회",
        "영어본",
        "따를",
    ],
)
def test_terms_of_themes_names_common_words_and_words_of_one_text_are_not(word: str, proposed: list[ProposedTheme]) -> None:
    assert word not in {one.word for one in proposed}


def test_a_verb_before_a_noun_is_none() -> None:
    nouns = Nouns(load_lexicon(path_of("lexicon"), path_of("language")))
    assert nouns.of("당사국이 취할 조치와 따를 절차", Language.KOREAN) == ["당사국", "조치", "절차"]
